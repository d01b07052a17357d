"""The READMEs of the glossaries say what is so: figures, files, columns, sources."""
import pathlib
import re
import sys
import unittest

import check_glossaries

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "glossaries"
sys.path.insert(0, str(FOLDER.parent / "tools"))
import build_glossaries  # noqa: E402  (from tools/, for what the tables may hold)

NAMES = ("oim-iom", "ods-sdg", "onu-un")
README = (FOLDER / "README.md").read_text(encoding="utf-8")


class Readmes(unittest.TestCase):
    def test_figures(self):
        for name in NAMES:
            concepts = check_glossaries.read(FOLDER / f"{name}.tbx")
            verified = sum(concept.marks == ["verified"] for concept in concepts)
            says = (FOLDER / name / "README.md").read_text(encoding="utf-8")
            with self.subTest(name):
                self.assertIn(
                    f"{len(concepts)} concepts, {verified} verified and "
                    f"{len(concepts) - verified} proposed.", says,
                )

    def test_figure_of_the_indicators(self):
        concepts = check_glossaries.read(FOLDER / "ods-sdg.tbx")
        count = sum(concept.id.startswith("sdg-indicator-") for concept in concepts)
        says = (FOLDER / "ods-sdg" / "README.md").read_text(encoding="utf-8")
        self.assertIn(f"| {count} indicators;", says)

    def test_every_table_is_described(self):
        for name in NAMES:
            says = (FOLDER / name / "README.md").read_text(encoding="utf-8")
            tables = {p.name for p in (FOLDER / name).glob("*.tsv")} - {"about.tsv"}
            self.assertEqual(set(re.findall(r"^\| `([\w-]+\.tsv)`", says, re.MULTILINE)), tables)

    def test_every_glossary_is_described(self):
        glossaries = {path.name for path in FOLDER.glob("*.tbx")}
        self.assertEqual(set(re.findall(r"^\| `([\w-]+\.tbx)`", README, re.MULTILINE)), glossaries)

    def test_every_column_and_mark_is_described(self):
        for word in (*build_glossaries.HEADER, *build_glossaries.TERM_MARKS):
            self.assertIn(f"`{word}`", README)

    def test_links_lead_somewhere(self):
        for target in re.findall(r"\]\(([^)#]+)\)", README):
            self.assertTrue((FOLDER / target).exists(), target)

    def test_every_source_is_used(self):
        known = build_glossaries.read_known_sources(FOLDER / "sources.tsv")
        text = "\n".join(p.read_text(encoding="utf-8") for p in FOLDER.glob("*/*.tsv"))
        for key in known:
            self.assertRegex(text, rf"(?:\t|; |: ){key}(?: |;|\t)", key)


if __name__ == "__main__":
    unittest.main()
