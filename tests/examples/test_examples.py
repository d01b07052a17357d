"""The example programs do what they say, on the shipped report.

    test_examples.py SOURCE_ROOT ALIGN_AND_EXPORT LOOKUP TERMS C_LOOKUP
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(sys.argv[1])
REPORT = ROOT / "examples" / "report"
ALIGN_AND_EXPORT, LOOKUP, TERMS, C_LOOKUP = sys.argv[2:6]

KNOWN = "De poco sirve cotizar si los derechos se pierden al cruzar la frontera."
ENGLISH = "Paying contributions is of little use if entitlements are lost at the border."

UNITS = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="es" creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="es"><seg>Las sequías de 2021 vaciaron los campos.</seg></tuv>
<tuv xml:lang="en"><seg>The droughts of 2021 emptied the fields.</seg></tuv></tu>
</body></tmx>
"""


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8",
                          check=False)


class Examples(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="trujaman-examples-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def answer(self, program, *arguments):
        """What it prints; it must have nothing to complain of."""
        done = run(program, *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def align(self):
        tmx = self.folder / "report.tmx"
        said = self.answer(ALIGN_AND_EXPORT, REPORT / "informe.es.md", REPORT / "report.en.md", tmx)
        return tmx, said

    def test_align_and_export(self):
        tmx, said = self.align()
        units = ElementTree.parse(tmx).getroot().findall("body/tu")
        self.assertEqual(said, f"{len(units)} units\n")
        self.assertGreater(len(units), 80)
        texts = ["".join(seg.itertext()) for seg in units[0].iter("seg")]
        self.assertEqual(texts, [
            "Movilidad laboral y Agenda 2030 en la Comunidad del Istmo",
            "Labour mobility and the 2030 Agenda in the Isthmus Community"])

    def test_lookup(self):
        tmx, _ = self.align()
        memory = self.folder / "my.tm"
        exact = f"100 %\n  {KNOWN}\n  {ENGLISH}\n"
        self.assertEqual(self.answer(LOOKUP, tmx, memory, KNOWN), exact)
        # Again: nothing is there twice. And what is like it is found, with its score.
        self.assertEqual(self.answer(LOOKUP, tmx, memory, KNOWN), exact)
        similar = self.answer(LOOKUP, tmx, memory, KNOWN.replace("cruzar", "pasar"))
        self.assertRegex(similar, r"\A9\d(\.\d+)? %\n")
        self.assertIn(ENGLISH, similar)
        self.assertEqual(self.answer(LOOKUP, tmx, memory, "Otra cosa muy distinta."), "")

    def test_terms(self):
        glossary = self.folder / "g.tsv"
        glossary.write_text(
            "subject\tes\ten\ten:status\n"
            "migración\ttrabajador migrante\tmigrant worker | foreign worker\tpreferred | admitted\n",
            encoding="utf-8")
        self.assertEqual(
            self.answer(TERMS, glossary, "Los trabajadores migrantes cotizan."),
            "trabajadores migrantes (migración)\n"
            "  migrant worker, preferred\n  foreign worker, admitted\n")
        self.assertEqual(self.answer(TERMS, glossary, "Nada."), "")
        shipped = self.answer(TERMS, ROOT / "glossaries" / "oim-iom.tbx", "la trata de personas")
        self.assertIn("  trafficking in persons, preferred\n", shipped)

    def test_a_missing_file_is_an_error_with_its_name(self):
        for program, arguments in (
            (ALIGN_AND_EXPORT, ("missing.md", REPORT / "report.en.md", self.folder / "x.tmx")),
            (TERMS, ("missing.md", "Hola.")),
        ):
            done = run(program, *arguments)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertTrue(done.stderr.startswith("missing.md: "), done.stderr)

    def test_c_lookup(self):
        units = self.folder / "units.tmx"
        units.write_text(UNITS, encoding="utf-8")
        self.assertRegex(
            self.answer(C_LOOKUP, units, REPORT / "glossary.tsv",
                        "Las sequías de 2022 vaciaron los campos."),
            r"\A\d\d\tThe droughts of 2022 emptied the fields\.\nsequía\tdrought\n\Z")
        done = run(C_LOOKUP, "missing.tmx", REPORT / "glossary.tsv", "Hola.")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertRegex(done.stderr, r"\Amissing\.tmx: cannot be read: ")

    def test_wrong_usage(self):
        for program in (ALIGN_AND_EXPORT, LOOKUP, TERMS, C_LOOKUP):
            self.assertEqual(run(program).returncode, 2)

    def test_they_are_short(self):
        for file in (ROOT / "examples").iterdir():
            if file.suffix in (".c", ".cpp", ".py"):
                self.assertLessEqual(len(file.read_text(encoding="utf-8").splitlines()), 60, file)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
