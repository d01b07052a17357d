"""examples/lookup.py prints what it should.

    test_lookup_py.py EXAMPLES_FOLDER
"""
import pathlib
import subprocess
import sys
import unittest

EXAMPLES = pathlib.Path(sys.argv[1])
REPORT = EXAMPLES / "report"


class LookupInPython(unittest.TestCase):
    def run_example(self, *arguments):
        return subprocess.run(
            [sys.executable, EXAMPLES / "lookup.py", *arguments], capture_output=True, text=True,
            encoding="utf-8", check=False,
        )

    def test_matches_and_terms(self):
        run = self.run_example(
            REPORT / "informe.es.md", REPORT / "report.en.md", REPORT / "glossary.tsv",
            "Las sequías de los últimos diez años han empujado a miles de familias campesinas hacia las ciudades.",
        )
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(
            run.stdout,
            "80 % fuzzy: The droughts of the past five years have driven thousands of farming families "
            "towards the cities on the coast.\n"
            "sequías: drought\n",
        )

    def test_a_missing_document_is_an_error_with_its_name(self):
        run = self.run_example("missing.md", REPORT / "report.en.md", REPORT / "glossary.tsv", "Hola.")
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assertTrue(run.stderr.startswith("missing.md: "), run.stderr)

    def test_wrong_usage(self):
        self.assertEqual(self.run_example().returncode, 2)

    def test_it_stays_short(self):
        self.assertLessEqual(len((EXAMPLES / "lookup.py").read_text(encoding="utf-8").splitlines()), 60)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
