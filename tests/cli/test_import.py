"""trujaman import."""
import sqlite3

from support import CliTest, main

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="x" '
    'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="es" '
    'datatype="plaintext"/><body>\n'
)
UNIT = (
    '<tu><tuv xml:lang="es"><seg>Frase {0}.</seg></tuv>'
    '<tuv xml:lang="en"><seg>Sentence {0}.</seg></tuv></tu>\n'
)
TAIL = "</body></tmx>\n"


class Import(CliTest):
    def import_json(self, *files, **how):
        return self.run_program("import", "--memory", "m.tm", "--json", *files, **how).json()

    def test_a_record_a_file(self):
        (record,) = self.import_json("units.tmx")
        self.assert_keys(record, "file", "read", "added", "merged", "skipped", "warnings")
        self.assertEqual(record["file"], "units.tmx")
        counts = [record[k] for k in ("read", "added", "merged", "skipped")]
        self.assertEqual(counts, [3, 2, 0, 1])
        (warning,) = record["warnings"]
        self.assertIn(warning["line"], (17, 18))
        self.assertTrue(warning["reason"])

    def test_xliff_without_what_is_not_translated_yet(self):
        self.write("informe.xlf", """<xliff version="1.2"><file original="a" datatype="plaintext"
            source-language="es" target-language="en"><body>
            <trans-unit id="1"><source>El agua.</source><target state="final">Water.</target>
            </trans-unit>
            <trans-unit id="2"><source>La tierra.</source></trans-unit>
            <trans-unit id="3"><source>El aire.</source><target state="new">El aire.</target>
            </trans-unit></body></file></xliff>""")
        (record,) = self.import_json("informe.xlf")
        self.assertEqual([record[k] for k in ("read", "added", "merged", "skipped")], [3, 1, 0, 2])
        self.assertEqual([w["line"] for w in record["warnings"]], [5, 6])
        found = self.succeed("lookup", "-m", "m.tm", "--from", "es", "--to", "en", "El agua.").out
        self.assertIn("Water.", found)

    def test_po_with_the_languages_of_its_header_or_those_given(self):
        self.write("menu.po", 'msgid ""\nmsgstr "Language: es\\n"\n\n'
                   'msgid "Open"\nmsgstr "Abrir"\n\nmsgid "Close"\nmsgstr ""\n')
        self.write("bare.po", 'msgid "Guardar"\nmsgstr "Enregistrer"\n')
        (record,) = self.import_json("menu.po")
        self.assertEqual([record[k] for k in ("read", "added", "skipped")], [2, 1, 1])
        self.fail_with(3, "import", "-m", "m.tm", "bare.po", says=("--from", "--to"))
        self.succeed("import", "-m", "m.tm", "--from", "es", "--to", "fr", "bare.po")
        self.assertEqual(self.units("m.tm"), 2)

    def test_twice_adds_nothing_twice(self):
        self.import_json("units.tmx")
        (record,) = self.import_json("units.tmx")
        self.assertEqual([record[k] for k in ("read", "added", "merged", "skipped")], [3, 0, 2, 1])
        self.assertEqual(self.units("m.tm"), 2)

    def test_warnings_go_to_stderr_and_do_not_fail(self):
        result = self.run_program("import", "--memory", "m.tm", "units.tmx")
        self.assertEqual(result.status, 0)
        self.assertRegex(result.err, r"^trujaman: units\.tmx:1[78]: warning: .+\n$")
        self.assertIn("2 added", result.out)

    def test_tables(self):
        self.write("a.tsv", "es\ten\tfr\nUno.\tOne.\tUn.\nDos.\t\tDeux.\nTres.\t\t\n")
        self.write("b.csv", 'es,en\r\n"Uno, dos.","One, ""two""."\r\n')
        a, b = self.import_json("a.tsv", "b.csv")
        self.assertEqual([a["read"], a["added"], a["skipped"]], [3, 2, 1])
        self.assertEqual([b["read"], b["added"]], [1, 1])
        out = self.succeed("lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "Uno, dos.")
        self.assertIn('One, "two".', out.out)

    def test_standard_input(self):
        text = (self.folder / "units.tmx").read_bytes()
        (record,) = self.import_json("-", "--format", "tmx", stdin=text)
        self.assertEqual((record["file"], record["added"]), ("-", 2))

    def test_other_encodings(self):
        text = (HEAD + UNIT.format("añeja") + TAIL).replace("UTF-8", "UTF-16")
        self.write("utf16.tmx", text.encode("utf-16"))
        self.write("latin1.tmx", text.replace("UTF-16", "ISO-8859-1").encode("latin-1"))
        a, b = self.import_json("utf16.tmx", "latin1.tmx")
        self.assertEqual((a["added"], b["merged"]), (1, 1))

    def test_a_file_that_breaks_off_is_not_added_at_all(self):
        self.import_json("units.tmx")
        self.write("cut.tmx", HEAD + "".join(UNIT.format(i) for i in range(500)))
        before = self.snapshot()
        result = self.fail_with(
            3, "import", "--memory", "m.tm", "cut.tmx", says=["cut.tmx:"]
        )
        self.assertRegex(result.err, r"cut\.tmx:\d+: ")
        self.assertEqual(self.units("m.tm"), 2)
        self.assertEqual(self.snapshot(), before)

    def test_files_that_are_not_what_they_say(self):
        self.write("html.tmx", "<html><body>Hola</body></html>")
        self.write("text.tmx", "Hola.\n")
        self.write("empty.tmx", "")
        self.write("binary.tmx", bytes(range(256)))
        self.write("text.tsv", "esto no es\tuna cabecera de idiomas\n1\t2\n")
        self.write("empty.tsv", "")
        (self.folder / "folder.tmx").mkdir()
        for name in ("html.tmx", "text.tmx", "empty.tmx", "binary.tmx", "text.tsv", "empty.tsv",
                     "folder.tmx", "missing.tmx"):
            with self.subTest(name):
                self.fail_with(3, "import", "--memory", "m.tm", name, says=[name])
                self.assertFalse((self.folder / "m.tm").exists())

    def test_a_memory_is_not_made_for_files_that_cannot_be_read(self):
        self.write("bad.tmx", "Esto no es TMX.")
        self.assertEqual(self.run_program("import", "--memory", "new.tm", "bad.tmx").status, 3)
        self.assertFalse((self.folder / "new.tm").exists())
        self.write("empty.tmx", HEAD + TAIL)
        self.assertEqual(self.run_program("import", "--memory", "new.tm", "empty.tmx").status, 0)
        self.assertTrue((self.folder / "new.tm").exists())

    def test_unknown_formats_are_wrong_usage(self):
        self.fail_with(2, "import", "--memory", "m.tm", "taller.es.txt", says=["taller.es.txt"])
        self.fail_with(2, "import", "--memory", "m.tm", "-", says=["--format"])

    def test_other_files_are_added_when_one_is_bad(self):
        result = self.run_program("import", "--memory", "m.tm", "--json", "no.tmx", "units.tmx")
        self.assertEqual(result.status, 3)
        self.assertEqual([r["file"] for r in result.json()], ["units.tmx"])
        self.assertEqual(self.units("m.tm"), 2)

    def test_memories_that_cannot_be_used(self):
        self.write("text.tm", "no memory\n" * 100)
        before = self.snapshot()
        self.fail_with(4, "import", "--memory", "text.tm", "units.tmx", says=["text.tm"])
        self.fail_with(4, "import", "--memory", "no/such/m.tm", "units.tmx", says=["m.tm"])
        self.assertEqual(self.snapshot(), before)

    def test_a_locked_memory_is_told_apart(self):
        self.import_json("units.tmx")
        lock = sqlite3.connect(self.folder / "m.tm", isolation_level=None)
        self.addCleanup(lock.close)
        lock.execute("BEGIN IMMEDIATE")
        self.write("more.tmx", HEAD + UNIT.format(1) + TAIL)
        self.fail_with(4, "import", "--memory", "m.tm", "more.tmx", says=["m.tm"])
        lock.execute("ROLLBACK")
        (record,) = self.import_json("more.tmx")
        self.assertEqual(record["added"], 1)


if __name__ == "__main__":
    main()
