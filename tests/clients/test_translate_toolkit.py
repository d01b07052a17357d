"""Translate Toolkit reads our TMX and TBX and finds the same units in them."""
import json
import sqlite3
import subprocess
import sys
import unittest

from client_support import ClientTest, main, needs

# Its modules are Debian's, so it may need Debian's Python. Prints [source, target] of each unit.
READ = """
import json, sys
from translate.storage import {format}
LANG = "{{http://www.w3.org/XML/1998/namespace}}lang"
def pair(unit):
    texts = {{}}
    for node in unit.getlanguageNodes():
        texts.setdefault(node.get(LANG), unit.getNodeText(node))
    return [texts.get("es"), texts.get("en")]
store = {format}.{format}file.parsefile(sys.argv[1])
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


@unittest.skipIf(PYTHON is None, "not installed: translate-toolkit; see tools/setup.sh --tests")
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

    @needs("pretranslate", "build_tmdb")
    def test_its_programs_take_our_tmx(self):
        path = self.exported("two.tmx", "--from", "es", "--to", "en")
        ours = self.pairs(path)
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        known = next(pair for pair in ours if pair[0] == "Nadie respondió enseguida.")
        unknown = ("El río bajó seco dos veranos seguidos.", "")
        self.write("a.po", head + "".join(f'\nmsgid "{es}"\nmsgstr ""\n'
                                          for es, _ in (known, unknown)))
        self.run_client("pretranslate", "-t", "a.po", "--tm", path, "a.po", "b.po")
        self.assertEqual((self.folder / "b.po").read_text(encoding="utf-8").split("\n\n")[1:],
                         [f'msgid "{known[0]}"\nmsgstr "{known[1]}"',
                          f'msgid "{unknown[0]}"\nmsgstr ""\n'])
        self.run_client("build_tmdb", "-d", "en.db", "-s", "es", "-t", "en", path)
        database = sqlite3.connect(self.folder / "en.db")
        self.addCleanup(database.close)
        rows = database.execute("SELECT s.text, t.text FROM sources s JOIN targets t ON t.sid = s.sid")
        self.assertEqual(sorted(rows), sorted(ours))

    def test_tbx(self):
        self.succeed("glossary", "export", "--glossary", "glossary.tsv", "-o", "terms.tbx",
                     "--tbx-2008")
        read = self.toolkit(READ.format(format="tbx"), self.folder / "terms.tbx")
        rows = (self.folder / "glossary.tsv").read_text(encoding="utf-8").splitlines()[1:]
        cells = [row.split("\t") for row in rows]
        # It has one term a language.
        self.assertEqual([[es.split(" | ")[0], en.split(" | ")[0]] for _, es, en, _ in cells],
                         [[(es or "").strip(), (en or "").strip()] for es, en in read])


if __name__ == "__main__":
    main()
