"""po files, read and written: what convert and memories keep of them, and what gettext says to it."""
import shutil
import subprocess
import unittest

from support import PATIENCE, CliTest, main
from units import REPORT, texts_of, tmx, tu

PO = r"""# Traducción al español de Riego.
# Ana Pérez <ana@example.org>, 2024.
msgid ""
msgstr ""
"Project-Id-Version: riego 2.1\n"
"Report-Msgid-Bugs-To: bugs@example.org\n"
"PO-Revision-Date: 2024-03-02 10:00+0100\n"
"Last-Translator: Ana Pérez <ana@example.org>\n"
"Language-Team: Spanish\n"
"Language: es_MX\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

# Como en el menú.
#
# No es "abrir".
#. Label of a button
#: src/main.c:12
#: src/menu.c:4 src/menu.c:9
msgctxt "toolbar"
msgid "Open the sluice"
msgstr "Abrir la compuerta"

#, c-format
msgid "%d field"
msgid_plural "%d fields"
msgstr[0] "%d campo"
msgstr[1] "%d campos"

#, fuzzy, c-format
#| msgid "Water %s"
msgid "Water level: %s"
msgstr "Agua: %s"

msgid "Not translated yet"
msgstr ""

msgid "%s well"
msgid_plural "%s wells"
msgstr[0] ""
msgstr[1] ""

msgid ""
"First line\n"
"Second \"line\"\tand a \\ backslash\n"
msgstr ""
"Primera línea\n"
"Segunda «línea»\ty una \\ barra\n"
"""


class Po(CliTest):
    def setUp(self):
        super().setUp()
        self.write("in.po", PO)

    def text(self, name):
        return self.snapshot()[name].decode("utf-8")

    def check_with_gettext(self, name, **wanted):
        """msgfmt takes the file without a word, and counts these entries in it."""
        if shutil.which("msgfmt") is None:
            self.skipTest("no gettext")
        judged = subprocess.run(
            ["msgfmt", "--check", "--statistics", "-o", "/dev/null", self.folder / name],
            capture_output=True, text=True, timeout=PATIENCE, check=False,
            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
        self.assertEqual(judged.returncode, 0, judged.stderr)
        self.assertEqual(len(judged.stderr.splitlines()), 1, judged.stderr)
        for kind, number in wanted.items():
            self.assertIn(f"{number} {kind}", judged.stderr)

    def test_a_po_file_stays_what_it_is(self):
        for command in (("convert", "in.po", "out.po"), ("filter", "in.po", "-o", "out.po"),
                        ("merge", "in.po", "-o", "out.po")):
            self.succeed(*command)
            self.assertEqual(self.text("out.po"), PO, command)
        self.check_with_gettext("out.po", translated=3, fuzzy=1, untranslated=2)

    def test_through_tmx_nothing_is_lost(self):
        self.run_program("convert", "in.po", "in.tmx")
        self.assertEqual(self.run_program("convert", "in.tmx", "out.po").status, 0)
        self.assertEqual(self.text("out.po"), PO)
        self.assertIn({"en": "Not translated yet"}, texts_of(self.folder / "in.tmx"))

    def test_through_xliff_entries_stay(self):
        for version in ("1.2", "2.0"):
            self.succeed("convert", "in.po", "in.xlf", "--xliff-version", version)
            self.run_program("convert", "in.xlf", "out.po")
            entries = PO.split("\n\n", 1)[1]
            self.assertEqual(self.text("out.po").split("\n\n", 1)[1], entries, version)

    def test_through_a_memory_translations_keep_context_comments_flags_and_plurals(self):
        self.run_program("import", "-m", "m.tm", "in.po")
        self.succeed("export", "-m", "m.tm", "--from", "en", "--to", "es", "-o", "out.po")
        out = self.text("out.po")
        for entry in PO.split("\n\n"):
            if "msgid \"%d field\"" in entry or "First line" in entry:
                self.assertIn(entry.rstrip("\n"), out)
        self.assertIn('# Como en el menú.\n#\n# No es "abrir".\n#. Label of a button\n'
                      'msgctxt "toolbar"\nmsgid "Open the sluice"\nmsgstr "Abrir la compuerta"\n', out)
        self.check_with_gettext("out.po", translated=3)

    def test_of_other_files_gettext_gets_what_a_po_file_holds(self):
        self.write("report.tmx", tmx(*REPORT, tu({"es": "El agua es de todos.",
                                                  "en": "Water is for all."})))
        result = self.run_program("convert", "report.tmx", "out.po", "--from", "es", "--to", "en")
        self.assertEqual(result.out, "out.po: 3 units, 1 left out\n")
        self.assertIn("texts that are there already of 1 unit left out", result.err)
        self.assertIn("inline codes of 1 unit left out", result.err)
        out = self.text("out.po")
        self.assertIn('# Lema\nmsgid "El agua es de todos."\nmsgstr "Water belongs to everyone."', out)
        # The aligner was not sure.
        self.assertIn('#, fuzzy\nmsgid "Las niñas van a la escuela."', out)
        self.assertIn(r'"Language: en\n"', out)
        self.assertIn(r'"X-Source-Language: es\n"', out)
        self.check_with_gettext("out.po", translated=2, fuzzy=1)
        before = self.snapshot()
        dry = self.run_program("convert", "report.tmx", "x.po", "--from", "es", "--to", "en", "--dry-run")
        self.assertEqual(dry.out, "x.po: 3 units would be written, 1 left out\n")
        self.assertEqual(self.snapshot(), before)

    def test_two_languages_are_wanted(self):
        self.write("report.tmx", tmx(*REPORT))
        self.fail_with(2, "convert", "report.tmx", "out.po", says=("a po file", "es, en, fr"))
        self.fail_with(2, "convert", "report.tmx", "out.po", "--from", "es", "--to", "en,fr",
                       says=("a po file",))

    def test_a_template_becomes_an_xliff_file_to_translate(self):
        self.write("t.pot", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n\n'
                            'msgid "Save"\nmsgstr ""\n')
        self.succeed("convert", "t.pot", "t.xlf", "--from", "en", "--to", "fr")
        self.assertIn("<source xml:space=\"preserve\">Save</source>\n      </trans-unit>",
                      self.text("t.xlf"))
        self.run_program("convert", "t.xlf", "t.po")
        self.assertIn(r'"Language: fr\n"', self.text("t.po"))
        self.assertIn(r'"Plural-Forms: nplurals=2; plural=(n > 1);\n"', self.text("t.po"))
        self.check_with_gettext("t.po", untranslated=1)

    def test_what_is_no_longer_used_is_said(self):
        self.write("old.po", PO + '\n#~ msgid "Pump"\n#~ msgstr "Bomba"\n')
        result = self.run_program("convert", "old.po", "out.po")
        self.assertIn("has obsolete entries (#~), which were passed over: 1", result.err)
        self.assertEqual(self.text("out.po"), PO)


if __name__ == "__main__":
    main()
