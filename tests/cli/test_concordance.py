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

    def found(self, *arguments):
        """The parts of texts that are marked, in order."""
        result = self.run_program("concordance", "--memory", "m.tm", "--in", "es", *arguments)
        self.assertIn(result.status, (0, 1), result.err)
        spanish = [l for l in result.out.splitlines() if l.startswith("es")]
        return [part for line in spanish for part in line.split("**")[1::2]]

    def test_wildcards_parts_distance_and_regular_expressions(self):
        self.assertEqual(self.found("turno*"), [])
        self.assertIn("turnos", self.found("--wildcards", "turno*"))
        self.assertIn("turnos de riego", self.found("--parts", "urnos de rie"))
        self.assertEqual(self.found("--within", "1", "riego turnos"), ["turnos", "riego"])
        self.assertIn("turnos de riego", self.found("--regex", r"turnos?\s+de\s+\w+"))
        self.assertEqual(self.found("--exact", "rio claro"), [])
        self.fail_with(3, "concordance", "--memory", "m.tm", "--regex", "(", says=["regular"])
        self.fail_with(2, "concordance", "--memory", "m.tm", "--regex", "--parts", "a")

    def test_filters(self):
        self.write("fechas.tmx", """<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" srclang="es" datatype="plaintext"/><body>
<tu changedate="20240131T120000Z"><prop type="client">OIM</prop>
<tuv xml:lang="es"><seg>El riego antiguo</seg></tuv><tuv xml:lang="en"><seg>Old</seg></tuv></tu>
</body></tmx>""")
        self.succeed("import", "--memory", "m.tm", "fechas.tmx")
        one = ["El **riego** antiguo"]
        def texts(*arguments):
            out = self.search("--in", "es", *arguments, "riego").out.splitlines()
            return [line[4:] for line in out if line.startswith("es")]
        self.assertEqual(texts("--since", "2024-01-31", "--before", "2024-02-01"), one)
        self.assertEqual(texts("--property", "client=OIM"), one)
        self.assertEqual(texts("--best")[0], one[0])
        everything = texts()
        self.assertEqual(texts("--limit", "1", "--offset", "1"), everything[1:2])
        self.assertEqual(len(texts("--document", "taller.es.txt")), len(everything) - 1)
        self.fail_with(2, "concordance", "--memory", "m.tm", "--since", "31/1/2024", "riego")

    def test_limit(self):
        self.assertEqual(len(self.search("--json", "--limit", "1", "Río Claro").json()), 1)

    def test_what_cannot_be_used(self):
        self.fail_with(4, "concordance", "--memory", "no.tm", "riego", says=["no.tm"])


if __name__ == "__main__":
    main()
