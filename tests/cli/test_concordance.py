"""trujaman concordance."""
from support import CliTest, main


class Concordance(CliTest):
    def setUp(self):
        super().setUp()
        self.memory()

    def search(self, *arguments):
        return self.succeed("concordance", "--memory", "m.tm", *arguments)

    def test_hits_are_marked_and_translated(self):
        out = self.search("--in", "es", "turnos de riego").out
        self.assertIn("los **turnos de riego**", out)
        self.assertIn("irrigation turns", out)
        self.assertIn("tours d’irrigation", out)

    def test_case_and_accents_do_not_count(self):
        for phrase in ("RÍO CLARO", "rio claro", "Rio  Claro"):
            self.assertIn("**Río Claro**", self.search("--in", "es", phrase).out)

    def test_whole_words_in_a_row_only(self):
        for phrase in ("turno de riego", "turnos riego", "rieg"):
            result = self.run_program("concordance", "--memory", "m.tm", "--in", "es", phrase)
            self.assertEqual((result.status, result.out, result.err), (1, "", ""))

    def test_every_character_is_text(self):
        for phrase in ('"', "riego*", "riego AND", "(", "-riego", "NEAR(a b)", "'; --", "^riego"):
            result = self.run_program("concordance", "--memory", "m.tm", "--", phrase)
            self.assertIn(result.status, (0, 1), phrase)
            self.assertEqual(result.err, "", phrase)

    def test_json_offsets_are_bytes_of_the_text(self):
        for record in self.search("--in", "es", "--json", "rio claro").json():
            self.assert_keys(record, "id", "language", "text", "hits", "translations")
            text = record["text"].encode("utf-8")
            self.assertTrue(record["hits"])
            for hit in record["hits"]:
                self.assertEqual(text[hit["start"] : hit["end"]].decode("utf-8"), "Río Claro")

    def test_languages_may_be_chosen(self):
        records = self.search("--json", "Río Claro").json()
        self.assertEqual({r["language"] for r in records}, {"es", "en", "fr"})
        records = self.search("--json", "--in", "fr", "--with", "es", "Río Claro").json()
        self.assertEqual(
            [(r["language"], list(r["translations"])) for r in records], [("fr", ["es"])]
        )

    def test_limit(self):
        self.assertEqual(len(self.search("--json", "--limit", "1", "Río Claro").json()), 1)

    def test_what_cannot_be_used(self):
        self.fail_with(4, "concordance", "--memory", "no.tm", "riego", says=["no.tm"])


if __name__ == "__main__":
    main()
