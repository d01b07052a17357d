"""The example programs do what they say, on the shipped report.

    test_examples.py REPORT_FOLDER ALIGN_AND_QUERY C_LOOKUP
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

REPORT, ALIGN_AND_QUERY, C_LOOKUP = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]

UNITS = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="es" creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="es"><seg>Las sequías de 2021 vaciaron los campos.</seg></tuv>
<tuv xml:lang="en"><seg>The droughts of 2021 emptied the fields.</seg></tuv></tu>
</body></tmx>
"""


class Examples(unittest.TestCase):
    def run_example(self, *arguments, program=ALIGN_AND_QUERY):
        return subprocess.run(
            [program, *arguments], capture_output=True, text=True, encoding="utf-8",
            check=False,
        )

    def test_align_and_query(self):
        for text, score, words in (
            ("De poco sirve cotizar si los derechos se pierden al cruzar la frontera.", "100",
             "Paying contributions is of little use if entitlements are lost at the border."),
            ("De poco sirve cotizar si los derechos se pierden al pasar la frontera.", "9",
             "Paying contributions"),
        ):
            run = self.run_example(REPORT / "informe.es.md", REPORT / "report.en.md", text)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertTrue(run.stdout.startswith(score), run.stdout)
            self.assertIn(words, run.stdout)
        run = self.run_example(REPORT / "informe.es.md", REPORT / "report.en.md", "Otra cosa muy distinta.")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, "", ""))

    def test_a_missing_document_is_an_error_with_its_name(self):
        run = self.run_example("missing.md", REPORT / "report.en.md", "Hola.")
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assertTrue(run.stderr.startswith("missing.md: "), run.stderr)

    def test_c_lookup(self):
        with tempfile.TemporaryDirectory() as folder:
            units = pathlib.Path(folder, "units.tmx")
            units.write_text(UNITS, encoding="utf-8")
            run = self.run_example(units, REPORT / "glossary.tsv",
                                   "Las sequías de 2022 vaciaron los campos.", program=C_LOOKUP)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertRegex(
                run.stdout,
                r"\A\d\d\tThe droughts of 2022 emptied the fields\.\nsequía\tdrought\n\Z",
            )
            run = self.run_example("missing.tmx", REPORT / "glossary.tsv", "Hola.", program=C_LOOKUP)
            self.assertEqual((run.returncode, run.stdout), (1, ""))
            self.assertRegex(run.stderr, r"\Amissing\.tmx: cannot be read: ")
            self.assertEqual(self.run_example(program=C_LOOKUP).returncode, 2)

    def test_wrong_usage(self):
        self.assertEqual(self.run_example().returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
