"""Translate Toolkit reads our TMX and TBX and finds the same units in them."""
import json
import subprocess
import sys
import unittest

from client_support import ClientTest, main

# Its modules are Debian's, so it may need Debian's Python. Prints [source, target] of each unit.
READ = """
import json, sys
from translate.storage import {format}
store = {format}.{format}file.parsefile(sys.argv[1])
def text(unit, language):
    node = unit.get_target_dom(language) if hasattr(unit, "get_target_dom") else None
    return None if node is None else unit.getNodeText(node)
def pair(unit):
    texts = {{n.get("{{http://www.w3.org/XML/1998/namespace}}lang"): unit.getNodeText(n)
             for n in unit.getlanguageNodes()}}
    return [texts.get("es"), texts.get("en")]
print(json.dumps([pair(unit) for unit in store.units]))
"""
MATCH = """
import json, sys
from translate.search import match
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
matcher = match.matcher(store, max_candidates=1, min_similarity=75, max_length=10_000)
found = [matcher.matches(text) for text in json.load(sys.stdin)]
print(json.dumps([[str(f[0].target), f[0].getnotes("translator")] if f else None for f in found]))
"""


def toolkit_python():
    """A Python that has Translate Toolkit; None when there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        try:
            subprocess.run([python, "-c", "import translate"], check=True, capture_output=True)
            return python
        except (OSError, subprocess.CalledProcessError):
            continue
    return None


PYTHON = toolkit_python()


@unittest.skipIf(PYTHON is None, "not installed: python3-translate; see tools/setup.sh --tests")
class TranslateToolkit(ClientTest):
    def toolkit(self, script, path, given=None):
        run = subprocess.run([PYTHON, "-W", "ignore", "-c", script, str(path)], check=False,
                             input=json.dumps(given), capture_output=True, encoding="utf-8")
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def test_tmx(self):
        for name, choice in (("two.tmx", ("--from", "es", "--to", "en")), ("three.tmx", ())):
            with self.subTest(name):
                path = self.exported(name, *choice)
                ours = self.pairs(path)
                self.assertGreater(len(ours), 5)
                self.assertEqual([tuple(p) for p in self.toolkit(READ.format(format="tmx"), path)],
                                 ours)

    def test_its_translation_memory_finds_our_units(self):
        path = self.exported("two.tmx", "--from", "es", "--to", "en")
        ours = dict(self.pairs(path))
        found = self.toolkit(MATCH, path, list(ours))
        self.assertEqual([f[0] for f in found], list(ours.values()))
        self.assertEqual({f[1] for f in found}, {"100%"})

    def test_tbx(self):
        self.succeed("glossary", "export", "--glossary", "glossary.tsv", "-o", "terms.tbx",
                     "--tbx-2008")
        ours = [(c["terms"]) for c in self.succeed(
            "glossary", "list", "--glossary", "glossary.tsv", "--json").json()]
        read = self.toolkit(READ.format(format="tbx"), self.folder / "terms.tbx")
        self.assertEqual(len(read), len(ours))
        for spanish, english in read:
            self.assertTrue(spanish and english)


if __name__ == "__main__":
    main()
