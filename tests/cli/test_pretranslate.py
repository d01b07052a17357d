"""trujaman pretranslate: documents filled from a memory."""
import io
import re
import subprocess
import zipfile
from xml.sax.saxutils import escape

from support import PATIENCE, PROGRAM, CliTest, environment, main

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KNOWN = "Nadie respondió enseguida."
ANSWER = "Nobody answered at once."
NEW = "Esta frase no la ha visto nadie en ningún taller."


def docx(*paragraphs):
    """A DOCX file; a paragraph is a text or a list of runs (properties, text)."""
    body = ""
    for paragraph in paragraphs:
        runs = [("", paragraph)] if isinstance(paragraph, str) else paragraph
        body += "<w:p>" + "".join(
            f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
            for properties, text in runs) + "</w:p>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types>wordprocessingml.document.main+xml</Types>")
        archive.writestr("word/document.xml",
                         f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/media/image1.png", bytes(range(256)) * 20)
    return file.getvalue()


class Pretranslate(CliTest):
    def setUp(self):
        super().setUp()
        self.memory()

    def fill(self, *arguments, source="informe.docx"):
        (summary,) = self.succeed("pretranslate", "--memory", "m.tm", "--from", "es", "--to", "en", source,
                                  "-o", "out.docx", "--json", *arguments).json()
        return summary

    def text(self, name="out.docx"):
        with zipfile.ZipFile(self.folder / name) as archive:
            return archive.read("word/document.xml").decode("utf-8")

    def test_known_sentences_are_filled_the_rest_is_left_and_highlighted(self):
        self.write("informe.docx", docx(f"{KNOWN} {NEW}", "12 %", [("<w:b/>", KNOWN)]))
        summary = self.fill()
        self.assert_keys(summary, "file", "source", "target", "segments", "filled", "bands", "left")
        self.assertEqual(
            (summary["source"], summary["target"], summary["segments"], summary["filled"],
             summary["left"], summary["wordless"]), ("es", "en", 4, 2, 1, 1))
        lines = self.succeed("segment", "-l", "en", "out.docx").out.splitlines()
        self.assertEqual(lines, [ANSWER, NEW, "12 %", ANSWER])
        runs = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>|<w:rPr/>)?<w:t[^>]*>(.*?)</w:t>", self.text())
        looks = {text: properties for properties, text in runs}
        self.assertEqual(looks[NEW], '<w:highlight w:val="yellow"/>')
        self.assertNotIn("highlight", looks["12 %"])
        self.assertIn(("<w:b/>", ANSWER), runs)

    def test_all_else_is_as_it_was(self):
        self.write("informe.docx", docx(KNOWN))
        self.fill()
        with zipfile.ZipFile(self.folder / "informe.docx") as old, \
             zipfile.ZipFile(self.folder / "out.docx") as new:
            self.assertEqual(new.namelist(), old.namelist())
            for name in ("[Content_Types].xml", "word/media/image1.png"):
                self.assertEqual(new.read(name), old.read(name))

    def test_lower_scores_are_filled_when_asked_for_and_marked(self):
        self.write("informe.docx", docx("Nadie respondió en seguida."))
        self.assertEqual(self.fill()["filled"], 0)
        summary = self.fill("--min-score", "50")
        self.assertEqual((summary["filled"], summary["left"]), (1, 0))
        self.assertIn('<w:highlight w:val="cyan"/>', self.text())
        self.assertIn(ANSWER, self.text())

    def test_people_get_a_summary(self):
        self.write("informe.docx", docx(f"{KNOWN} {NEW}"))
        out = self.succeed("pretranslate", "--memory", "m.tm", "--from", "es", "--to", "en",
                           "informe.docx", "-o", "out.docx").out
        self.assertEqual(out, "informe.docx (es): 1 block, 2 segments\n  found   1\n"
                              "    100 %     1\n  filled  1\n  left    1\nwritten to out.docx\n")

    def test_standard_output_is_the_document_alone(self):
        self.write("informe.docx", docx(KNOWN))
        process = subprocess.run(
            [PROGRAM, "pretranslate", "--memory", "m.tm", "--from", "es", "--to", "en",
             "informe.docx", "-o", "-"],
            cwd=self.folder, env=environment(), capture_output=True, check=True, timeout=PATIENCE)
        self.assertIsNone(zipfile.ZipFile(io.BytesIO(process.stdout)).testzip())

    def test_markdown_and_text_keep_all_else_and_what_is_left_is_marked(self):
        marked = KNOWN.replace("respondió", "**respondió**")
        markdown = f"* {KNOWN} {NEW}\n\n> {marked}\n\n| {KNOWN} | 12 % |\n|---|---|\n"
        for name, text, left in (("a.md", markdown, f"<mark>{NEW}</mark>"),
                                 ("a.txt", f"{NEW}\n\n{KNOWN}\n", f"[[{NEW}]]")):
            self.write(name, text)
            ask = ("pretranslate", "--memory", "m.tm", "-l", "es", "--to", "en", name, "-o", f"out-{name}")
            filled = text.replace(marked, ANSWER).replace(KNOWN, ANSWER)
            self.succeed(*ask)
            self.assertEqual((self.folder / f"out-{name}").read_text(encoding="utf-8"),
                             filled.replace(NEW, left))
            self.succeed(*ask, "--no-highlight")
            self.assertEqual((self.folder / f"out-{name}").read_text(encoding="utf-8"), filled)

    def test_without_highlights_what_is_left_is_as_it_was_and_counted(self):
        self.write("informe.docx", docx(f"{KNOWN} {NEW}"))
        self.assertEqual(self.fill("--no-highlight")["left"], 1)
        self.assertNotIn("highlight", self.text())

    def test_what_is_wrong_leaves_every_file_as_it_was(self):
        self.write("informe.docx", docx(KNOWN))
        self.write("malo.docx", docx(KNOWN)[:-30])
        before = self.snapshot()
        ask = ("pretranslate", "--memory", "m.tm", "--from", "es", "-o", "out.docx")
        self.fail_with(2, *ask, "informe.docx", says=["--to"])
        self.fail_with(3, *ask, "--to", "en", "malo.docx", says=["malo.docx", "ZIP"])
        self.fail_with(3, *ask, "--to", "en", "no.docx", says=["no.docx"])
        self.fail_with(4, "pretranslate", "--memory", "no.tm", "--from", "es", "--to", "en",
                       "informe.docx", "-o", "out.docx", says=["no.tm"])
        self.assertEqual(self.snapshot(), before)


XLIFF = """<?xml version="1.0"?>
<xliff version="1.2"><file original="a" source-language="es" target-language="en" datatype="x"><body>
  <trans-unit id="1">
    <source>{known}</source>
  </trans-unit>
  <trans-unit id="2"><source><g id="7">{known}</g></source><target state="new"/></trans-unit>
  <trans-unit id="3"><source>{known}</source><target>Nobody did.</target></trans-unit>
  <trans-unit id="4"><source>Nadie <x id="1"/>respondió enseguida.</source></trans-unit>
  <trans-unit id="5"><source>{new}</source></trans-unit>
</body></file></xliff>
""".format(known=KNOWN, new=NEW)


class PretranslateXliff(CliTest):
    def fill(self, name, content):
        self.memory()
        self.write(name, content)
        return self.run_program("pretranslate", "-m", "m.tm", "--from", "es", "--to", "en", name,
                                "-o", "out.xlf", "--json")

    def test_what_lacks_a_translation_gets_one_and_all_else_stays(self):
        result = self.fill("in.xlf", XLIFF)
        (summary,) = result.json()
        self.assertEqual((summary["segments"], summary["filled"], summary["left"]), (5, 2, 2))
        target = f'<target state="translated" state-qualifier="exact-match">{ANSWER}</target>'
        expected = XLIFF.replace("</source>\n", "</source>\n    " + target + "\n", 1).replace(
            '<target state="new"/>',
            target.replace(ANSWER, f'<g id="7">{ANSWER}</g>'))
        self.assertEqual(self.snapshot()["out.xlf"].decode("utf-8"), expected)
        self.assertIn("its codes are not in the match", result.err)

    def test_version_2_has_the_state_at_the_segment(self):
        xliff = ('<xliff version="2.0" srcLang="es" trgLang="en"><file id="f"><unit id="u">'
                 f'<segment state="initial"><source>{KNOWN}</source></segment></unit></file></xliff>')
        self.fill("in.xlf", xliff)
        self.assertEqual(
            self.snapshot()["out.xlf"].decode("utf-8"),
            xliff.replace("initial", "translated").replace(
                "</source>", f"</source><target>{ANSWER}</target>"))

    def test_segments_of_a_unit_are_filled_one_by_one(self):
        segments = (f'<mrk mtype="seg" mid="0">{KNOWN}</mrk> <mrk mtype="seg" mid="1">{NEW}</mrk>\n'
                    f'<g id="3"><mrk mtype="seg" mid="2">{KNOWN}</mrk></g>')
        head, tail = XLIFF[:XLIFF.index("  <trans-unit")], "</body></file></xliff>\n"
        begin = f'  <trans-unit id="1"><source>x</source><seg-source>{segments}</seg-source>'
        filled = segments.replace(KNOWN, ANSWER).replace(NEW, "")
        # Without a target: a copy of the source's segments.
        result = self.fill("in.xlf", head + begin + "</trans-unit>" + tail)
        (summary,) = result.json()
        self.assertEqual((summary["segments"], summary["filled"], summary["left"]), (3, 2, 1))
        self.assertEqual(self.snapshot()["out.xlf"].decode("utf-8"),
                         head + begin + f"<target>{filled}</target></trans-unit>" + tail)
        # With one that has some: what is there stays.
        own = segments.replace(NEW, "Hecho.").replace(KNOWN, "")
        own = own.replace('<mrk mtype="seg" mid="2"></mrk>', '<mrk mtype="seg" mid="2"/>')
        result = self.fill("in.xlf", head + begin + f'<target state="new" xml:lang="en">{own}'
                           "</target></trans-unit>" + tail)
        self.assertEqual(
            self.snapshot()["out.xlf"].decode("utf-8").split("</seg-source>")[1],
            '<target xml:lang="en" state="new">' + own.replace('0"></', f'0">{ANSWER}</').replace(
                '"2"/>', f'"2">{ANSWER}</mrk>') + "</target></trans-unit>" + tail)

    def test_a_file_that_is_not_utf_8_is_refused(self):
        content = XLIFF.replace("?>", ' encoding="ISO-8859-1"?>', 1).encode("latin-1")
        self.fill("in.xlf", content)
        self.assertNotIn("out.xlf", self.snapshot())


class PretranslatePo(CliTest):
    def test_entries_without_a_translation_get_one(self):
        self.memory()
        po = ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
              f'#: a.c:1\nmsgctxt "lista"\nmsgid ""\n"Nadie "\n"respondió enseguida.\\n"\nmsgstr ""\n\n'
              f'msgid "{KNOWN}"\nmsgstr "Nobody did."\n\n'
              'msgid "Nadie respondió."\nmsgstr ""\n\n'
              f'msgid "{KNOWN} "\nmsgid_plural "Todos"\nmsgstr[0] ""\nmsgstr[1] ""\n\n'
              f'#~ msgid "{KNOWN}"\n#~ msgstr ""\n')
        self.write("in.po", po)
        result = self.run_program("pretranslate", "-m", "m.tm", "--from", "es", "--to", "en", "in.po",
                                  "-o", "out.po", "--min-score", "60", "--json")
        (summary,) = result.json()
        self.assertEqual(summary["filled"], 2)
        out = self.snapshot()["out.po"].decode("utf-8")
        self.assertIn(f'enseguida.\\n"\nmsgstr "{ANSWER}\\n"\n\n', out)
        self.assertIn(f'#, fuzzy\nmsgid "Nadie respondió."\nmsgstr "{ANSWER}"\n', out)
        self.assertIn('msgstr "Nobody did."', out)
        self.assertIn('msgstr[0] ""\nmsgstr[1] ""', out)
        self.assertIn("entries with a plural are not filled", result.err)

    def test_a_file_in_another_encoding_becomes_one_in_utf_8(self):
        self.memory()
        po = ('# Año 2024\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n'
              '"Content-Type: text/plain; charset=ISO-8859-1\\n"\n\n'
              f'msgid "{KNOWN}"\nmsgstr ""\n')
        self.write("in.po", po.encode("latin-1"))
        result = self.run_program("pretranslate", "-m", "m.tm", "--from", "es", "--to", "en", "in.po",
                                  "-o", "out.po")
        self.assertEqual(result.status, 0, result.err)
        self.assertIn("is in ISO-8859-1, and is written in UTF-8", result.err)
        self.assertEqual(self.snapshot()["out.po"].decode("utf-8"),
                         po.replace("ISO-8859-1", "UTF-8").replace(
                             f'{KNOWN}"\nmsgstr ""', f'{KNOWN}"\nmsgstr "{ANSWER}"'))


if __name__ == "__main__":
    main()
