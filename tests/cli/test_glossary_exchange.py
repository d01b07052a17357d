"""trujaman glossary import, export, merge, diff."""
import os
import pathlib
import zipfile

from support import ROOT, CliTest, main

SET = pathlib.Path(os.environ.get("TRUJAMAN_SHARED", "")) / "data" / "formats" / "tbx"

A = "id\tes\tes:status\ten\tdefinition\nc1\tdesempleo | paro\t | deprecated\tunemployment\tFalta.\n"


class Import(CliTest):
    def test_the_older_form_of_tbx_for_tools_that_know_no_other(self):
        self.succeed("glossary", "export", "--glossary", "glossary.tsv", "-o", "old.tbx", "--tbx-2008")
        old = self.snapshot()["old.tbx"].decode("utf-8")
        self.assertIn('<martif type="TBX-Basic"', old)
        self.succeed("glossary", "export", "--glossary", "glossary.tsv", "-o", "new.tbx")
        self.succeed("glossary", "export", "--glossary", "old.tbx", "-o", "again.tbx")
        files = self.snapshot()
        self.assertEqual(files["again.tbx"], files["new.tbx"])
        self.fail_with(2, "glossary", "export", "--glossary", "glossary.tsv", "-o", "a.csv",
                       "--tbx-2008", says=("--tbx-2008",))

    def test_import_adds_then_updates_then_changes_nothing(self):
        self.write("a.tsv", A)
        self.write("b.csv", "es,en,fr,note\r\ndesempleo,unemployment,chômage,Ojo.\r\nx\r\n,,,y\r\n")
        (first,) = self.succeed("glossary", "import", "a.tsv", "-g", "g.tbx", "--json").json()
        self.assertEqual((first["read"], first["added"], first["skipped"]), (1, 1, 0))
        second = self.run_program("glossary", "import", "b.csv", "-g", "g.tbx", "--json")
        self.assertEqual(second.status, 0)
        (answer,) = second.json()
        self.assertEqual((answer["read"], answer["updated"], answer["added"], answer["skipped"]),
                         (3, 1, 1, 1))
        again = self.run_program("glossary", "import", "a.tsv", "b.csv", "-g", "g.tbx", "--json")
        self.assertEqual([a["unchanged"] for a in again.json()], [1, 2])
        (concept,) = self.succeed("glossary", "search", "paro", "-g", "g.tbx", "--json").json()
        self.assertEqual(concept["definition"], "Falta.")
        self.assertEqual(concept["notes"], ["Ojo."])
        self.assertEqual([t["status"] for t in concept["terms"]["es"]], ["preferred", "deprecated"])
        self.assertEqual(concept["terms"]["fr"][0]["term"], "chômage")

    def test_a_workbook_goes_out_and_comes_back(self):
        self.write("a.tsv", A)
        self.succeed("glossary", "export", "-g", "a.tsv", "-o", "a.xlsx", "--sheet", "Términos")
        with zipfile.ZipFile(self.folder / "a.xlsx") as workbook:
            self.assertIsNone(workbook.testzip())
            self.assertIn('name="Términos"', workbook.read("xl/workbook.xml").decode("utf-8"))
        (answer,) = self.succeed("glossary", "import", "a.xlsx", "-g", "g.tsv", "--json").json()
        self.assertEqual((answer["read"], answer["added"]), (1, 1))
        self.assertEqual(self.snapshot()["g.tsv"].decode("utf-8"), A)
        self.assertIn("paro", self.succeed("glossary", "search", "paro", "-g", "a.xlsx").out)
        self.assertEqual(self.run_program("glossary", "diff", "a.tsv", "a.xlsx").status, 0)
        self.succeed("glossary", "merge", "a.xlsx", "a.tsv", "-o", "b.xlsx")
        before = self.snapshot()
        self.fail_with(2, "glossary", "import", "a.tsv", "-g", "a.xlsx", says=["a.xlsx", "tbx"])
        self.fail_with(2, "glossary", "import", "a.xlsx", "-g", "g.tsv", "--sheet", "No",
                       says=["a.xlsx", "Términos"])
        self.assertEqual(self.snapshot(), before)

    def test_the_glossary_of_an_xliff_file(self):
        self.write("a.xlf", "<xliff version='2.0' srcLang='es' trgLang='en'><file id='f'><unit id='u'>"
                   "<gls:glossary><gls:glossEntry><gls:term>riego</gls:term>"
                   "<gls:translation>irrigation</gls:translation></gls:glossEntry></gls:glossary>"
                   "<segment><source>Riego.</source></segment></unit></file></xliff>")
        (answer,) = self.succeed("glossary", "import", "a.xlf", "-g", "g.tbx", "--json").json()
        self.assertEqual(answer["added"], 1)
        self.assertIn("irrigation", self.succeed("glossary", "list", "-g", "g.tbx").out)

    def test_omegat_needs_languages_and_changes_no_status(self):
        self.write("a.tsv", A)
        self.write("o.utf8", "paro\tunemployment\tEspaña\n")
        self.succeed("glossary", "import", "a.tsv", "-g", "g.tbx")
        self.fail_with(2, "glossary", "import", "o.utf8", "-g", "g.tbx", says=["--from"])
        self.succeed("glossary", "import", "o.utf8", "-g", "g.tbx", "--from", "es", "--to", "en")
        out = self.succeed("glossary", "search", "paro", "-g", "g.tbx").out
        self.assertIn("paro [deprecated]", out)

    def test_a_memory_is_a_glossary_too(self):
        self.write("a.tsv", A)
        self.succeed("glossary", "import", "a.tsv", "--memory", "m.tm")
        self.assertEqual(len(self.succeed("glossary", "list", "-m", "m.tm", "--json").json()), 1)
        self.succeed("glossary", "remove", "c1", "--memory", "m.tm")
        self.assertEqual(self.run_program("glossary", "list", "-m", "m.tm").status, 1)

    def test_a_memory_takes_in_files_as_a_glossary_file_does(self):
        # Alternatives, ids that stand twice, concepts without an id that are there by their terms.
        self.write("a.tsv", A + "c2\tagua\t\twater\t\nc2\tluz\t\tlight\t\n")
        self.write("b.csv", "es,en,fr,note\r\ndesempleo,unemployment,chômage,Ojo.\r\n"
                   "luz,light,lumière,\r\nluz,light,clarté,\r\n")
        self.write("c.tsv", "id\tes\ten\tdefinition\nc1\tdesempleo\tunemployment\tOtra.\n"
                   "otro\tagua\twater\t\n")
        # The second time with what is in the memory already.
        for files in (("a.tsv",), ("b.csv", "c.tsv"), ("c.tsv", ROOT / "glossaries/onu-un.tbx"),
                      ("a.tsv", ROOT / "glossaries/oim-iom.tbx")):
            with self.subTest(files):
                into = [self.run_program("glossary", "import", *files, *place, "--json")
                        for place in (("-g", "g.tbx"), ("-m", "m.tm"))]
                self.assertEqual(into[1].json(), into[0].json())
                lists = [self.succeed("glossary", "list", *place, "--json").json()
                         for place in (("-g", "g.tbx"), ("-m", "m.tm"))]
                self.assertEqual(lists[1], lists[0])

    def test_a_bad_file_leaves_no_memory_behind(self):
        self.write("a.tsv", A)
        self.write("bad.tbx", "<tbx><text>")
        self.fail_with(3, "glossary", "import", "a.tsv", "bad.tbx", "-m", "m.tm", says=["bad.tbx"])
        self.assertFalse((self.folder / "m.tm").exists())
        self.succeed("glossary", "import", "a.tsv", "-m", "m.tm")
        before = self.succeed("glossary", "list", "-m", "m.tm").out
        self.fail_with(3, "glossary", "import", "bad.tbx", "-m", "m.tm", says=["bad.tbx"])
        self.assertEqual(self.succeed("glossary", "list", "-m", "m.tm").out, before)

    def test_a_bad_file_leaves_the_glossary_as_it_was(self):
        self.write("a.tsv", A)
        self.write("bad.tbx", "<tbx><text>")
        self.succeed("glossary", "import", "a.tsv", "-g", "g.tbx")
        before = self.snapshot()
        self.fail_with(3, "glossary", "import", "a.tsv", "bad.tbx", "-g", "g.tbx", says=["bad.tbx"])
        self.assertEqual(self.snapshot(), before)

    def test_tbx_of_other_tools_loses_no_concept_and_no_term(self):
        if not (SET / "manifest.tsv").is_file():
            self.skipTest("no set of TBX files")
        header, *rows = (SET / "manifest.tsv").read_text(encoding="utf-8").splitlines()
        for row in (dict(zip(header.split("\t"), r.split("\t"))) for r in rows):
            if row["expected"] == "reject":
                continue
            with self.subTest(row["file"]):
                for name in ("one.tbx", "two.tbx", "out.tbx"):
                    (self.folder / name).unlink(missing_ok=True)
                self.run_program("glossary", "import", SET / row["file"], "-g", "one.tbx")
                self.run_program("glossary", "export", "-g", "one.tbx", "-o", "out.tbx")
                self.run_program("glossary", "import", "out.tbx", "-g", "two.tbx")
                one = (self.folder / "one.tbx").read_text(encoding="utf-8")
                self.assertEqual(one.count("<conceptEntry"), int(row["concepts"]))
                two = self.run_program("glossary", "diff", "one.tbx", "two.tbx")
                self.assertEqual((two.status, two.out), (0, ""))


class Export(CliTest):
    def test_formats_by_ending(self):
        self.write("a.tsv", A)
        for name in ("g.tbx", "g.csv", "g.tsv"):
            self.succeed("glossary", "export", "-g", "a.tsv", "-o", name)
            self.succeed("glossary", "diff", "a.tsv", name)
        self.succeed("glossary", "export", "-g", "a.tsv", "-o", "g.utf8", "--from", "es", "--to", "en")
        self.assertEqual((self.folder / "g.utf8").read_text(encoding="utf-8"),
                         "desempleo\tunemployment\tFalta.\n")
        self.fail_with(2, "glossary", "export", "-g", "a.tsv", "-o", "g.utf8", says=["--from"])
        self.fail_with(2, "glossary", "export", "-g", "a.tsv", "-o", "g.xyz", says=["--format"])

    def test_excel_gets_no_formula(self):
        self.write("a.tsv", "id\tes\ten\nc1\t=HYPERLINK(1)\t-ism\n")
        self.succeed("glossary", "export", "-g", "a.tsv", "-o", "x.csv", "--excel")
        self.assertEqual((self.folder / "x.csv").read_bytes(),
                         b"\xef\xbb\xbfid,es,en\r\nc1,'=HYPERLINK(1),'-ism\r\n")
        self.succeed("glossary", "diff", "a.tsv", "x.csv")

    def test_the_shipped_glossaries_are_stable(self):
        for name in ("oim-iom.tbx", "ods-sdg.tbx", "onu-un.tbx"):
            file = ROOT / "glossaries" / name
            self.succeed("glossary", "export", "-g", file, "-o", "one.tbx")
            self.succeed("glossary", "export", "-g", "one.tbx", "-o", "two.tbx")
            self.assertEqual((self.folder / "one.tbx").read_bytes(),
                             (self.folder / "two.tbx").read_bytes())
            self.succeed("glossary", "diff", file, "one.tbx")


class MergeAndDiff(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.tsv", A)
        self.write("b.tsv", "id\tes\ten\nc1\tcesantía\tunemployment\nc2\tasilo\tasylum\n")

    def test_merge_lists_conflicts_and_writes_nothing(self):
        result = self.run_program("glossary", "merge", "a.tsv", "b.tsv", "-o", "m.tbx", "--json")
        self.assertEqual(result.status, 1)
        (conflict,) = result.json()
        self.assertEqual(conflict, {"concept": "c1", "field": "es preferred term",
                                    "first": "desempleo", "second": "cesantía"})
        self.assertFalse((self.folder / "m.tbx").exists())

    def test_merge_takes_the_side_that_is_preferred(self):
        self.succeed("glossary", "merge", "a.tsv", "b.tsv", "-o", "m.tbx", "--prefer", "second")
        (concept,) = self.succeed("glossary", "search", "cesantía", "-g", "m.tbx", "--json").json()
        statuses = {t["term"]: t["status"] for t in concept["terms"]["es"]}
        self.assertEqual(statuses, {"desempleo": "admitted", "paro": "deprecated",
                                    "cesantía": "preferred"})

    def test_diff_tells_field_by_field(self):
        result = self.run_program("glossary", "diff", "a.tsv", "b.tsv")
        self.assertEqual(result.status, 1)
        for line in ("~ c1", "+ c2", '    definition: "Falta." → –',
                     '    es "cesantía": – → "preferred"'):
            self.assertIn(line + "\n", result.out)
        self.succeed("glossary", "diff", "a.tsv", "a.tsv")


if __name__ == "__main__":
    main()
