"""examples/server.py answers as tmserver's clients want.

    test_server_py.py EXAMPLES_FOLDER
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

import trujaman

EXAMPLES = pathlib.Path(sys.argv[1])
TEXTS = {"Se aprobó el informe.": "The report was adopted.",
         "¿Qué es la AOD / ayuda?": "What is ODA / aid?"}


class Server(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        path = str(pathlib.Path(folder.name) / "my.tm")
        with trujaman.Memory.open(path, mode="create") as memory:
            memory.add(trujaman.Unit.of({"es": es, "en": en}) for es, en in TEXTS.items())
        server = subprocess.Popen(
            [sys.executable, EXAMPLES / "server.py", path, "0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True,
        )
        cls.addClassCleanup(server.wait)
        cls.addClassCleanup(server.stdout.close)
        cls.addClassCleanup(server.kill)
        cls.base = server.stdout.readline().strip()

    def get(self, path):
        with urllib.request.urlopen(self.base + path) as answer:
            self.assertEqual(answer.headers.get_content_type(), "application/json")
            return json.load(answer)

    def status_of(self, path):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.get(path)
        caught.exception.close()
        return caught.exception.code

    def test_a_text_finds_its_translation(self):
        for es, en in TEXTS.items():
            for path in ("/es/en/unit/" + urllib.parse.quote(es, safe=""), "/es/en/unit/" + urllib.parse.quote(es),
                         "/es/en/unit/?source=" + urllib.parse.quote_plus(es)):
                self.assertEqual(
                    self.get(path),
                    [{"source": es, "target": en, "quality": 100, "rank": 100.0, "context": ""}],
                )

    def test_the_client_says_how_much_it_wants(self):
        path = "/es/en/unit/Se%20aprob%C3%B3%20aquel%20informe."
        self.assertEqual(len(self.get(path)), 1)
        self.assertEqual(self.get(path + "?min_similarity=90"), [])
        self.assertEqual(self.get(path + "?max_candidates=0"), [])

    def test_languages(self):
        both = ["en", "es"]
        self.assertEqual(self.get("/languages/"), {"sourceLanguages": both, "targetLanguages": both})

    def test_what_makes_no_sense_is_refused(self):
        self.assertEqual(self.status_of("/es/en/"), 404)
        self.assertEqual(self.status_of("/e%20s/en/unit/a"), 400)
        self.assertEqual(self.status_of("/es/en/unit/a?max_candidates=-1"), 400)
        self.assertEqual(self.status_of("/es/en/unit/a?min_similarity=x"), 400)
        self.assertEqual(self.get("/es/en/unit/a?min_similarity=nan"), [])

    def test_it_stays_short(self):
        self.assertLessEqual(len((EXAMPLES / "server.py").read_text(encoding="utf-8").splitlines()), 60)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
