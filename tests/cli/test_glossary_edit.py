"""trujaman glossary list, search, add, edit, remove."""
from support import CliTest, main


class Edit(CliTest):
    def add(self, *arguments):
        return self.succeed("glossary", "add", "-g", "g.tbx", *arguments).out

    def search(self, text, *arguments):
        return self.succeed("glossary", "search", text, "-g", "g.tbx", "--json", *arguments).json()

    def test_add_makes_the_glossary_and_an_id(self):
        out = self.add("--es", "trata de personas", "--es", "trata", "--en", "trafficking in persons",
                       "--note", "No es tráfico.", "--subject", "protección")
        self.assertTrue(out.startswith("trata-de-personas  es: trata de personas | trata"), out)
        (concept,) = self.search("trata")
        self.assertEqual(concept["subject"], "protección")
        self.assertEqual([t["status"] for t in concept["terms"]["es"]], ["preferred", "admitted"])

    def test_a_concept_is_added_once(self):
        self.add("--es", "asilo", "--fr", "asile")
        before = self.snapshot()
        self.fail_with(1, "glossary", "add", "-g", "g.tbx", "--es", "asilo", "--fr", "asile",
                       says=["edit"])
        self.fail_with(2, "glossary", "add", "-g", "g.tbx", says=["--es"])
        self.assertEqual(self.snapshot(), before)

    def test_edit_changes_what_is_named_and_keeps_the_rest(self):
        self.add("--id", "c1", "--es", "trata", "--en", "trafficking", "--note", "Uno.")
        self.succeed("glossary", "edit", "c1", "-g", "g.tbx", "--es", "tráfico de personas",
                     "--status", "deprecated", "--note", "Dos.", "--definition", "Captación.")
        (concept,) = self.search("trata")
        self.assertEqual(concept["notes"], ["Uno.", "Dos."])
        self.assertEqual(concept["definition"], "Captación.")
        self.assertEqual(concept["terms"]["es"][1]["status"], "deprecated")
        self.succeed("glossary", "edit", "c1", "-g", "g.tbx", "--remove-term", "es=trata",
                     "--definition", "")
        self.assertNotIn("definition", self.search("trafficking")[0])

    def test_an_unknown_id_is_status_1(self):
        self.add("--es", "asilo")
        self.fail_with(1, "glossary", "edit", "no", "-g", "g.tbx", "--note", "x", says=["no"])
        before = self.snapshot()
        self.fail_with(1, "glossary", "remove", "asilo", "no", "-g", "g.tbx", says=["no"])
        self.assertEqual(self.snapshot(), before)
        self.succeed("glossary", "remove", "asilo", "-g", "g.tbx")
        self.assertEqual(self.run_program("glossary", "list", "-g", "g.tbx").status, 1)

    def test_plural_and_feminine_find_singular_and_back(self):
        self.add("--es", "trabajadoras migrantes", "--en", "women migrant workers")
        for query in ("trabajador migrante", "TRABAJADORA MIGRANTE", "woman migrant worker", "migrante"):
            self.assertEqual(len(self.search(query)), 1, query)
        self.assertEqual(self.run_program("glossary", "search", "asilo", "-g", "g.tbx").status, 1)

    def test_the_list_is_in_the_order_of_the_language(self):
        for word in ("ñame", "nube", "oasis", "Ávila", "nzz", "bote", "avispa"):
            self.add("--es", word)
        out = self.succeed("glossary", "list", "-g", "g.tbx", "-l", "es").out
        terms = [line.split("\t")[1] for line in out.splitlines()]
        self.assertEqual(terms, ["es", "Ávila", "avispa", "bote", "nube", "nzz", "ñame", "oasis"])

    def test_which_glossary(self):
        self.fail_with(2, "glossary", "list", says=["--glossary"])
        self.fail_with(3, "glossary", "list", "-g", "no.tbx", says=["no.tbx"])
        self.fail_with(4, "glossary", "list", "-m", "no.tm", says=["no.tm"])


if __name__ == "__main__":
    main()
