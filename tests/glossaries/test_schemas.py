"""The shipped glossaries are valid TBX-Basic in the eyes of the standard's own schemas.

The Schematron rules of TBX-Basic (DCA) are XPath 2; what they say of the categories that we use is
read out of them: which there are, at which level they may stand, which values they take. The
grammar of the core structure is checked by xmllint. What is not there is skipped, and said.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

TBX = "{urn:iso:std:iso:30042:ed-2}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
GLOSSARIES = sorted((pathlib.Path(__file__).resolve().parents[2] / "glossaries").glob("*.tbx"))
SCHEMAS = pathlib.Path(os.environ.get("TRUJAMAN_SHARED", "")) / "tools" / "dtd"
RULES = SCHEMAS / "TBX-Basic_DCA.sch"
GRAMMAR = SCHEMAS / "TBXcoreStructV03.rng"


class Schemas(unittest.TestCase):
    def setUp(self):
        self.assertEqual(len(GLOSSARIES), 3)

    def rules(self):
        """(context, test) of each assertion."""
        if not RULES.is_file():
            self.skipTest(f"no {RULES.name}")
        for rule in ElementTree.parse(RULES).getroot().iter(SCHEMATRON + "rule"):
            for test in rule.findall(SCHEMATRON + "assert"):
                yield rule.get("context"), test.get("test")

    def used(self):
        """(element, its type, its text, what it stands in) wherever a type is given."""
        for path in GLOSSARIES:
            for parent in ElementTree.parse(path).getroot().iter():
                for child in parent:
                    if child.get("type") is not None:
                        yield tuple(
                            text.removeprefix(TBX) for text in
                            (child.tag, child.get("type"), child.text or "", parent.tag)
                        )

    def test_every_data_category_is_one_of_tbx_basic(self):
        allowed = {}
        for context, test in self.rules():
            match = re.fullmatch(r"tbx:(\w+)/@type", context)
            if match:
                allowed[match[1]] = set(re.findall(r"\.='(\w+)'", test))
        self.assertIn("source", allowed["admin"])
        for element, kind in {(element, kind) for element, kind, _, _ in self.used()}:
            self.assertIn(kind, allowed[element])

    def test_every_data_category_stands_at_a_level_that_is_allowed(self):
        levels = {}
        for context, test in self.rules():
            match = re.fullmatch(r"tbx:\w+\[@type='(\w+)'\]", context)
            if match and "parent::" in test:
                levels[match[1]] = set(re.findall(r"(?<!/)parent::tbx:(\w+)", test))
        self.assertEqual(levels["subjectField"], {"conceptEntry", "descripGrp"})
        for kind, parent in {(kind, parent) for _, kind, _, parent in self.used()}:
            if kind in levels:
                self.assertIn(parent, levels[kind], kind)

    def test_every_value_is_in_its_picklist(self):
        picklists = {}
        for context, test in self.rules():
            match = re.fullmatch(r"tbx:termNote\[@type='(\w+)'\]", context)
            if match and test.startswith(".="):
                picklists[match[1]] = set(re.findall(r"\.='([\w-]+)'", test))
        self.assertIn("acronym", picklists["termType"])
        values = {(kind, text) for element, kind, text, _ in self.used() if element == "termNote"}
        for kind, text in values:
            self.assertIn(text, picklists[kind])

    def test_the_core_structure_is_valid(self):
        if not GRAMMAR.is_file() or shutil.which("xmllint") is None:
            self.skipTest(f"no {GRAMMAR.name}, or no xmllint")
        for path in GLOSSARIES:
            done = subprocess.run(
                ["xmllint", "--noout", "--relaxng", GRAMMAR, path],
                capture_output=True, text=True, check=False,
            )
            self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    # Meson counts 77 as skipped: when there is nothing to compare with at all.
    if not RULES.is_file():
        print(f"skipped: no {RULES}")
        sys.exit(77)
    unittest.main()
