"""The example programs do what they say, on the shipped report.

    test_examples.py REPORT_FOLDER ALIGN_AND_QUERY
"""
import pathlib
import subprocess
import sys
import unittest

REPORT, ALIGN_AND_QUERY = pathlib.Path(sys.argv[1]), sys.argv[2]


class Examples(unittest.TestCase):
    def run_example(self, *arguments):
        return subprocess.run(
            [ALIGN_AND_QUERY, *arguments], capture_output=True, text=True, encoding="utf-8",
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

    def test_wrong_usage(self):
        self.assertEqual(self.run_example().returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
