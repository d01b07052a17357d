"""trujaman terms."""
from support import CliTest, main


class Terms(CliTest):
    def terms(self, *arguments, **how):
        return self.succeed(
            "terms", "--glossary", "glossary.tsv", "--from", "es", "--json", *arguments, **how
        ).json()

    def test_inflected_terms_with_their_equivalents(self):
        text = "¿Votan las trabajadoras agrícolas en los consejos?"
        (answer,) = self.terms(text)
        self.assert_keys(answer, "text", "terms")
        self.assertEqual(answer["text"], text)
        for term in answer["terms"]:
            self.assert_keys(
                term, "start", "end", "matched", "concept", "term", "status", "equivalents"
            )
            span = text.encode("utf-8")[term["start"] : term["end"]]
            self.assertEqual(span.decode("utf-8"), term["matched"])
        self.assertEqual(
            [(t["matched"], t["concept"], t["term"], t["status"]) for t in answer["terms"]],
            [("trabajadoras agrícolas", "worker", "trabajador agrícola", "preferred"),
             ("consejos", "board", "consejo", "admitted")],
        )
        self.assertEqual(
            answer["terms"][0]["equivalents"],
            {"en": ["agricultural worker"], "fr": ["travailleur agricole"]},
        )

    def test_languages_may_be_chosen(self):
        (answer,) = self.terms("--to", "fr", "El riego.")
        self.assertEqual(answer["terms"][0]["equivalents"], {"fr": ["irrigation"]})

    def test_terms_inside_longer_ones_on_request(self):
        self.write("law.tsv", "es\ten\nderecho de voto\tright to vote\nvoto\tvote\n")
        terms = ("terms", "-g", "law.tsv", "--from", "es", "--json", "El derecho de voto.")
        for more, matched in ((), ["derecho de voto"]), (["--nested"], ["derecho de voto", "voto"]):
            (answer,) = self.succeed(*terms, *more).json()
            self.assertEqual([t["matched"] for t in answer["terms"]], matched)

    def test_a_word_may_be_inserted_on_request(self):
        text = "Las trabajadoras jóvenes agrícolas."
        self.assertEqual(self.run_program("terms", "-g", "glossary.tsv", "--from", "es", text).status, 1)
        (answer,) = self.terms("--gap", "1", text)
        self.assertEqual(answer["terms"][0]["matched"], "trabajadoras jóvenes agrícolas")

    def test_plain_output(self):
        out = self.succeed(
            "terms", "-g", "glossary.tsv", "--from", "es", "--to", "en,fr", "El riego."
        ).out
        self.assertEqual(out.count("\n"), 1)
        for word in ("riego", "en: irrigation", "fr: irrigation"):
            self.assertIn(word, out)

    def test_one_text_a_line_of_stdin(self):
        answers = self.terms("-", stdin="El riego.\nNada.\n")
        self.assertEqual([len(a["terms"]) for a in answers], [1, 0])

    def test_nothing_found_is_status_1(self):
        result = self.run_program("terms", "-g", "glossary.tsv", "--from", "es", "Nada.")
        self.assertEqual((result.status, result.out, result.err), (1, "", ""))

    def test_several_glossaries(self):
        self.write("more.csv", "es,en\r\nmercado,market\r\n")
        (answer,) = self.terms("-g", "more.csv", "El riego y el mercado.")
        self.assertEqual([t["matched"] for t in answer["terms"]], ["riego", "mercado"])

    def test_what_cannot_be_used(self):
        ask = ("--from", "es", "Hola.")
        self.write("bad.tbx", "<tbx><text>")
        self.fail_with(2, "terms", *ask, says=["--glossary"])
        self.fail_with(3, "terms", "-g", "no.tsv", *ask, says=["no.tsv"])
        self.fail_with(3, "terms", "-g", ".", *ask)
        self.fail_with(3, "terms", "-g", "bad.tbx", *ask, says=["bad.tbx"])
        self.fail_with(4, "terms", "--memory", "no.tm", *ask, says=["no.tm"])
        self.fail_with(3, "terms", "-g", "glossary.tsv", "--from", "es", "-", stdin=b"a\n\xc3\n",
                       says=["-:2: "])


if __name__ == "__main__":
    main()
