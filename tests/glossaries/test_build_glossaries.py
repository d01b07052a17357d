"""tools/build_glossaries.py: what tables become, and what it says of tables that are wrong."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "build_glossaries.py"
TBX = "{urn:iso:std:iso:30042:ed-2}"

HEADER = "id\tsubject\tes\ten\tfr\tmark\tsee\tsource\tnote"
ASYLUM = "asylum\tmigración\tasilo {m}\tasylum\tasile {m}\tverified\t\tUNBIS 1\t"
ABOUT = "key\tvalue\ntitle\tT\ndate\t2026-01-01\nversion\tversión 1\nrights\tR\ndescription\tD\n"
SOURCES = "key\ttitle\trights\nUNBIS\tTesauro UNBIS\tR\nEuroVoc\tEuroVoc\tR\n"


class BuildGlossaries(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "g").mkdir()
        self.write("sources.tsv", SOURCES)
        self.write("g/about.tsv", ABOUT)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def run_tool(self, *options):
        return subprocess.run(
            [sys.executable, "-B", TOOL, *options, self.folder],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )

    def build(self, *rows):
        self.write("g/concepts.tsv", "\n".join([HEADER, *rows]) + "\n")
        done = self.run_tool()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return ElementTree.parse(self.folder / "g.tbx").getroot()

    def refuses(self, said, *rows):
        self.write("g/concepts.tsv", "\n".join([HEADER, *rows]) + "\n")
        done = self.run_tool()
        self.assertEqual(done.returncode, 3)
        self.assertIn(said, done.stderr)
        self.assertFalse((self.folder / "g.tbx").exists())

    def notes(self, root, text):
        """The data categories of a term."""
        for section in root.iter(TBX + "termSec"):
            if section.findtext(TBX + "term") == text:
                return {n.get("type"): n.text for n in section.findall(TBX + "termNote")}
        self.fail(f"no {text}")

    def change(self, column, value):
        cells = ASYLUM.split("\t")
        cells[HEADER.split("\t").index(column)] = value
        return "\t".join(cells)

    def test_the_committed_glossaries_are_up_to_date(self):
        done = subprocess.run(
            [sys.executable, "-B", TOOL, "--check"], capture_output=True, text=True, check=False
        )
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_equal_tables_give_equal_bytes(self):
        self.build(ASYLUM)
        first = (self.folder / "g.tbx").read_bytes()
        (self.folder / "g.tbx").unlink()
        self.build(ASYLUM)
        self.assertEqual((self.folder / "g.tbx").read_bytes(), first)

    def test_the_first_term_is_preferred_and_others_are_admitted(self):
        root = self.build(self.change("es", "asilo | refugio"))
        self.assertEqual(self.notes(root, "asilo")["administrativeStatus"], "preferredTerm-admn-sts")
        self.assertEqual(self.notes(root, "refugio")["administrativeStatus"], "admittedTerm-admn-sts")

    def test_marks_become_data_categories(self):
        root = self.build(self.change("es", "asilo {m} | asilamiento {m dep}"))
        self.assertEqual(self.notes(root, "asilamiento"), {
            "partOfSpeech": "noun", "grammaticalGender": "masculine",
            "administrativeStatus": "deprecatedTerm-admn-sts",
        })

    def test_an_acronym_has_the_gender_of_its_full_form(self):
        root = self.build(self.change("es", "Organización Mundial de la Salud {f} | OMS {acr}"))
        self.assertEqual(self.notes(root, "OMS")["grammaticalGender"], "feminine")
        self.assertEqual(self.notes(root, "Organización Mundial de la Salud")["termType"], "fullForm")

    def test_an_acronym_may_have_another_gender(self):
        root = self.build(self.change("es", "Oficina del Alto Comisionado {f} | ACNUR {acr m}"))
        self.assertEqual(self.notes(root, "ACNUR")["grammaticalGender"], "masculine")

    def test_a_source_of_one_language_stands_with_that_language(self):
        root = self.build(self.change("source", "UNBIS 1; fr: EuroVoc 2"))
        entry = root.find(f".//{TBX}conceptEntry")
        self.assertEqual(
            [a.text for a in entry.findall(TBX + "admin")], ["verified", "Tesauro UNBIS: 1"]
        )
        french = entry.findall(TBX + "langSec")[2]
        self.assertEqual(french.findtext(TBX + "admin"), "EuroVoc: 2")

    def test_what_xml_reserves_is_escaped(self):
        root = self.build(self.change("note", "A < B & C"))
        self.assertEqual(root.findtext(f".//{TBX}note"), "A < B & C")

    def test_check_says_what_is_out_of_date_and_writes_nothing(self):
        self.build(ASYLUM)
        before = (self.folder / "g.tbx").read_bytes()
        self.write("g/concepts.tsv", f"{HEADER}\n{self.change('note', 'Nuevo.')}\n")
        done = self.run_tool("--check")
        self.assertEqual(done.returncode, 1)
        self.assertIn("g.tbx: not what its tables give", done.stdout)
        self.assertEqual((self.folder / "g.tbx").read_bytes(), before)

    def test_check_notices_a_glossary_that_is_not_there(self):
        self.write("g/concepts.tsv", f"{HEADER}\n{ASYLUM}\n")
        self.assertEqual(self.run_tool("--check").returncode, 1)

    def test_rows_of_several_tables_go_into_one_glossary(self):
        self.write("g/a.tsv", f"{HEADER}\n{ASYLUM.replace('asylum', 'first', 1)}\n")
        ids = [e.get("id") for e in self.build(ASYLUM).iter(TBX + "conceptEntry")]
        self.assertEqual(ids, ["first", "asylum"])

    def test_a_missing_column(self):
        self.write("g/concepts.tsv", "id\tes\n")
        self.assertIn("concepts.tsv:1: the columns are not", self.run_tool().stderr)

    def test_a_row_with_a_cell_too_few(self):
        self.refuses("concepts.tsv:2: 8 cells, not 9", ASYLUM.rsplit("\t", 1)[0])

    def test_an_unknown_mark_of_a_term(self):
        self.refuses("concepts.tsv:2: {x} behind 'asilo'", self.change("es", "asilo {x}"))

    def test_two_genders(self):
        self.refuses("two marks for grammaticalGender", self.change("es", "asilo {m f}"))

    def test_a_first_term_that_is_deprecated(self):
        self.refuses("is not the preferred one", self.change("es", "asilo {dep} | refugio"))

    def test_an_unknown_source(self):
        self.refuses("'UNTERM 1' is no source of sources.tsv", self.change("source", "UNTERM 1"))

    def test_an_unknown_marking(self):
        self.refuses("marked 'sure'", self.change("mark", "sure"))

    def test_an_empty_language(self):
        self.refuses("asylum has no fr", self.change("fr", ""))

    def test_an_id_that_xml_does_not_allow(self):
        self.refuses("is no id", self.change("id", "1-asylum"))

    def test_an_id_twice(self):
        self.refuses("concepts.tsv:3: asylum is there already", ASYLUM, ASYLUM)

    def test_a_reference_that_leads_nowhere(self):
        self.refuses("concepts.tsv:2: see 'refugee' leads nowhere", self.change("see", "refugee"))

    def test_a_failed_run_leaves_the_glossary_as_it_was(self):
        self.build(ASYLUM)
        before = (self.folder / "g.tbx").read_bytes()
        self.write("g/concepts.tsv", f"{HEADER}\n{self.change('mark', 'sure')}\n")
        self.assertEqual(self.run_tool().returncode, 3)
        self.assertEqual((self.folder / "g.tbx").read_bytes(), before)

    def test_a_glossary_of_its_own_can_be_added(self):
        shutil.copytree(self.folder / "g", self.folder / "mine")
        self.write("mine/concepts.tsv", f"{HEADER}\n{ASYLUM}\n")
        self.build(ASYLUM)
        self.assertTrue((self.folder / "mine.tbx").exists())


if __name__ == "__main__":
    unittest.main()
