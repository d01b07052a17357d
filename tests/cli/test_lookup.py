"""trujaman lookup."""
from support import CliTest, main
from units import tmx, tu


class Lookup(CliTest):
    def setUp(self):
        super().setUp()
        self.memory()

    def lookup(self, *arguments, to="en", **how):
        return self.succeed(
            "lookup", "--memory", "m.tm", "--from", "es", "--to", to, "--json", *arguments, **how
        ).json()

    def test_an_equal_sentence_is_exact(self):
        (answer,) = self.lookup("Nadie respondió enseguida.")
        self.assert_keys(answer, "query", "matches", "terms")
        self.assertEqual(answer["query"], "Nadie respondió enseguida.")
        best = answer["matches"][0]
        self.assert_keys(best, "score", "source", "target", "kind", "id", "penalties")
        self.assertEqual(
            (best["score"], best["kind"], best["target"], best["penalties"]),
            (100, "exact", "Nobody answered at once.", []),
        )

    def test_its_neighbours_make_it_a_context_match(self):
        before, after = "«¿Quién decide sobre el agua?».", "1. El 63 %"
        lines = self.succeed("segment", "taller.es.txt").out.splitlines()
        at = lines.index("Nadie respondió enseguida.")
        before, after = lines[at - 1], lines[at + 1]
        (answer,) = self.lookup(lines[at], "--previous", before, "--next", after)
        self.assertEqual(answer["matches"][0]["kind"], "context")
        (answer,) = self.lookup(lines[at], "--previous", "Otra cosa.", "--next", after)
        self.assertEqual(answer["matches"][0]["kind"], "exact")

    def test_a_similar_sentence_is_fuzzy_and_the_best_comes_first(self):
        text = "Durante tres días hablaron del riego, del precio de las semillas y del mercado."
        (answer,) = self.lookup(text, "--min-score", "50", to="fr")
        scores = [m["score"] for m in answer["matches"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertTrue(50 <= scores[0] < 100)
        self.assertEqual(answer["matches"][0]["kind"], "fuzzy")
        self.assertIn("Pendant deux jours", answer["matches"][0]["target"])

    def test_nothing_found_is_status_1(self):
        result = self.run_program(
            "lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "--json", "Otra cosa."
        )
        self.assertEqual((result.status, result.err), (1, ""))
        (answer,) = result.json()
        self.assertEqual(answer["matches"], [])

    def test_known_parts_are_shown_where_the_whole_is_not_known(self):
        result = self.run_program(
            "lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "--json",
            "Mañana nadie respondió enseguida a la consulta.",
        )
        (answer,) = result.json()
        self.assertEqual((result.status, answer["matches"]), (1, []))
        part = answer["fragments"][0]
        self.assert_keys(part, "text", "start", "end", "equivalent", "confidence", "source_span")
        self.assertEqual(part["text"], "nadie respondió enseguida")
        self.assertIn("obody answered at once", part["equivalent"])
        (known,) = self.lookup("Nadie respondió enseguida.")
        self.assertEqual(known["fragments"], [])

    def test_numbers_are_put_into_the_translation(self):
        self.write("cifras.tsv", "es\ten\nEl 70 % en 2021\t70% in 2021\n")
        self.succeed("import", "--memory", "m.tm", "cifras.tsv")
        (answer,) = self.lookup("El 46 % en 2023")
        best = answer["matches"][0]
        self.assertEqual((best["target"], best["substituted"]), ("46% in 2023", True))

    def test_one_sentence_a_line_of_stdin(self):
        queries = ["Nadie respondió enseguida.", "Otra cosa.", "", "Se acordaron dos medidas:"]
        answers = self.lookup("-", stdin="\n".join(queries) + "\n")
        self.assertEqual([a["query"] for a in answers], queries)
        self.assertEqual([bool(a["matches"]) for a in answers], [True, False, False, True])

    def test_units_with_the_same_texts_are_listed_once(self):
        self.write("yes.tmx", tmx(*(tu({"es": "Sí.", "en": "Yes."}, f'tuid="{id}"') for id in "abc")))
        self.succeed("import", "yes.tmx", "--memory", "yes.tm")
        command = ("lookup", "--memory", "yes.tm", "--from", "es", "--to", "en", "Sí.", "--json")
        self.assertEqual(len(self.succeed(*command).json()[0]["matches"]), 1)
        self.assertEqual(len(self.succeed(*command, "--repeated").json()[0]["matches"]), 3)

    def test_limit(self):
        text = "Sin ese registro no pueden votar."
        most = self.lookup(text, "--min-score", "50")[0]["matches"]
        one = self.lookup(text, "--min-score", "50", "--limit", "1")[0]["matches"]
        self.assertEqual(one, most[:1])
        none = self.run_program(
            "lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "--limit", "0", text
        )
        self.assertEqual(none.status, 1)

    def test_regions(self):
        self.run_program("import", "--memory", "r.tm", "units.tmx")
        text = "El agua llega los martes."
        for source, target, score in (
            ("es", "en", 100), ("es-ES", "en", 100), ("es", "en-GB", 100), ("es-ES", "en-GB", 100),
            ("es-419", "en", 99), ("es", "en-US", 99),
        ):
            with self.subTest(source=source, target=target):
                (answer,) = self.succeed(
                    "lookup", "--memory", "r.tm", "--from", source, "--to", target, "--json", text
                ).json()
                best = answer["matches"][0]
                kinds = [p["kind"] for p in best["penalties"]]
                self.assertEqual((best["score"], kinds), (score, [] if score == 100 else ["region"]))
        result = self.run_program("lookup", "--memory", "r.tm", "--from", "fr", "--to", "en", text)
        self.assertEqual(result.status, 1)

    def test_terms_of_the_glossary_come_along(self):
        text = "Las trabajadoras agrícolas no votan en la junta."
        result = self.run_program(
            "lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "--json",
            "--glossary", "glossary.tsv", text,
        )
        (answer,) = result.json()
        self.assertIn(
            ("junta", {"en": ["board"]}),
            [(t["matched"], t["equivalents"]) for t in answer["terms"]],
        )

    def test_what_cannot_be_used(self):
        ask = ("--from", "es", "--to", "en", "Hola.")
        self.write("text.tm", "no memory\n" * 100)
        self.fail_with(4, "lookup", "--memory", "no.tm", *ask, says=["no.tm"])
        self.assertFalse((self.folder / "no.tm").exists())
        self.fail_with(4, "lookup", "--memory", "text.tm", *ask, says=["text.tm"])
        self.fail_with(
            3, "lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "-",
            stdin=b"\xff\n", says=["-:1: "],
        )


if __name__ == "__main__":
    main()
