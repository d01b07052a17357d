"""trujaman glossary extract: terms with their equivalents, as a memory has them."""
from support import CliTest, main

UNITS = """es	en	fr
La movilidad laboral es una oportunidad para las ciudades.	Labour mobility is an opportunity for cities.	La mobilité professionnelle est une chance pour les villes.
Se fomenta la movilidad laboral de los jóvenes.	The labour mobility of young people is promoted.	La mobilité professionnelle des jeunes est encouragée.
Los trabajadores migrantes envían remesas a sus familias.	Migrant workers send remittances to their families.	Les travailleurs migrants envoient des fonds à leurs familles.
El trabajador migrante tiene derecho a un contrato.	The migrant worker has the right to a contract.	Le travailleur migrant a droit à un contrat.
Las remesas de los trabajadores migrantes crecieron.	The remittances of migrant workers grew.	Les envois de fonds des travailleurs migrants ont augmenté.
La Organización Internacional para las Migraciones (OIM) ayuda.	The International Organization for Migration (IOM) helps.	L’Organisation internationale pour les migrations (OIM) aide.
"""
GLOSSARY = "es\ten\ntrabajador migrante\tmigrant worker\nmovilidad laboral\tmobility of labour\n"


class GlossaryExtract(CliTest):
    def setUp(self):
        super().setUp()
        self.write("units.tsv", UNITS)
        self.succeed("import", "--memory", "m.tm", "units.tsv")

    def extract(self, *arguments, to="en"):
        return self.succeed(
            "glossary", "extract", "--memory", "m.tm", "--from", "es", "--to", to, *arguments
        )

    def rows(self, *arguments, to="en"):
        """The table's rows by source term, as dictionaries."""
        header, *lines = self.extract(*arguments, to=to).out.splitlines()
        names = header.split("\t")
        self.assertEqual(names[:4], ["source", "target", "score", "count"])
        rows = [dict(zip(names, line.split("\t"), strict=True)) for line in lines]
        return {row["source"]: row for row in rows}

    def test_terms_come_best_first_with_their_equivalents(self):
        rows = self.rows()
        self.assertEqual(rows["movilidad laboral"]["target"], "labour mobility")
        self.assertEqual(rows["trabajador migrante"]["target"], "migrant worker")
        self.assertEqual(rows["trabajador migrante"]["count"], "3")
        scores = [float(row["score"]) for row in rows.values()]
        self.assertEqual(scores, sorted(scores, reverse=True))

    def test_a_row_has_forms_and_an_example(self):
        row = self.rows()["trabajador migrante"]
        self.assertEqual(
            row["source_forms"], "trabajadores migrantes (2) | trabajador migrante (1)"
        )
        self.assertIn("migrant", row["target_example"].lower())

    def test_two_targets_are_put_together(self):
        row = self.rows(to="en,fr")["trabajador migrante"]
        self.assertEqual(row["target"], "migrant worker")
        self.assertEqual(row["target2"], "travailleur migrant")

    def test_acronyms_come_with_what_they_stand_for(self):
        row = self.rows(to="en,fr")["Organización Internacional para las Migraciones"]
        self.assertEqual(row["target"], "International Organization for Migration")
        acronyms = [row[f"{name}_acronym"] for name in ("source", "target", "target2")]
        self.assertEqual(acronyms, ["OIM", "IOM", "OIM"])

    def test_what_a_glossary_has_is_left_out(self):
        self.write("g.tsv", GLOSSARY)
        rows = self.rows("--glossary", "g.tsv")
        self.assertNotIn("trabajador migrante", rows)
        self.assertEqual(rows["movilidad laboral"]["status"], "differs")
        self.assertEqual(rows["movilidad laboral"]["glossary"], "mobility of labour")
        rows = self.rows("--glossary", "g.tsv", "--known")
        self.assertEqual(rows["trabajador migrante"]["status"], "known")

    def test_json_has_a_candidate_a_line(self):
        records = self.extract("--json", to="en,fr").json()
        self.assertTrue(records)
        for record in records:
            self.assert_keys(record, "source", "target", "score", "count", "status", "terms")
            for term in record["terms"]:
                self.assert_keys(term, "language", "term", "acronym", "forms", "example")
        languages = [term["language"] for term in records[0]["terms"]]
        self.assertEqual(languages, ["es", "en", "fr"])

    def test_a_file_is_written_and_counted(self):
        out = self.extract("-o", "terms.tsv", "--limit", "2").out
        self.assertEqual(out, "terms.tsv: 2 candidates\n")
        lines = (self.folder / "terms.tsv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(lines), 3)

    def test_the_same_memory_gives_the_same_bytes(self):
        self.assertEqual(self.extract(to="en,fr").bytes, self.extract(to="en,fr").bytes)

    def test_a_memory_without_the_languages_has_none(self):
        arguments = ("glossary", "extract", "--memory", "m.tm", "--from", "es", "--to", "de")
        self.assertEqual(self.run_program(*arguments).status, 1)

    def test_wrong_usage_names_the_help(self):
        for arguments in (
            ("glossary",),
            ("glossary", "extrat"),
            ("glossary", "extract", "--memory", "m.tm", "--from", "es"),
            ("glossary", "extract", "--memory", "m.tm", "--from", "es", "--to", "en", "--limit", "x"),
        ):
            with self.subTest(arguments):
                self.fail_with(2, *arguments, says=["--help"])
        self.assertIn("trujaman glossary extract", self.succeed("glossary", "extract", "--help").out)

    def test_a_missing_memory_or_glossary_is_an_error(self):
        asked = ("glossary", "extract", "--from", "es", "--to", "en", "--memory")
        self.fail_with(4, *asked, "none.tm")
        self.fail_with(3, *asked, "m.tm", "--glossary", "none.tbx", says=["none.tbx"])


if __name__ == "__main__":
    main()
