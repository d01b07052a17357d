"""trujaman segment."""
from support import DOCUMENTS, CliTest, main


RULES = """<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="yes"/><body><languagerules>
<languagerule languagerulename="Spanish">
<rule break="no"><beforebreak>Rtdo\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern="ES.*" languagerulename="Spanish"/></maprules></body></srx>
"""


class Segment(CliTest):
    def test_one_segment_a_line(self):
        lines = self.succeed("segment", "taller.es.txt").out.splitlines()
        self.assertEqual(lines[0], "Taller sobre agua y empleo rural")
        self.assertIn("El taller reunió en Valle Hondo a 42 agricultoras de la provincia.", lines)
        self.assertIn("Nadie respondió enseguida.", lines)
        self.assertNotIn("", lines)

    def test_json_says_where_a_segment_stands(self):
        for name in DOCUMENTS:
            plain = self.succeed("segment", name).out.splitlines()
            records = self.succeed("segment", name, "--json").json()
            self.assertEqual([r["text"] for r in records], plain)
            source = (self.folder / name).read_text(encoding="utf-8").splitlines()
            for record in records:
                self.assert_keys(record, "text", "block", "kind", "line")
                self.assertTrue(source[record["line"] - 1])
            self.assertEqual({r["kind"] for r in records}, {"heading", "paragraph", "list_item"})
            blocks = [r["block"] for r in records]
            self.assertEqual(blocks, sorted(blocks))

    def test_standard_input(self):
        text = (self.folder / "taller.es.txt").read_bytes()
        self.assertEqual(
            self.succeed("segment", "-", stdin=text).out,
            self.succeed("segment", "taller.es.txt").out,
        )

    def test_markdown(self):
        self.write("a.md", "# Agua\n\nUna *frase*. Otra frase.\n\n| Turno | Día |\n|---|---|\n")
        records = self.succeed("segment", "-l", "es", "--json", "a.md").json()
        self.assertEqual(
            [(r["kind"], r["text"]) for r in records],
            [("heading", "Agua"), ("paragraph", "Una frase."), ("paragraph", "Otra frase."),
             ("table_cell", "Turno"), ("table_cell", "Día")],
        )

    def test_rules_of_a_file(self):
        self.write("a.srx", RULES)
        self.write("a.txt", "El Rtdo. El Pinar vino; luego se fue. Nada más.\n")
        arguments = ("segment", "-l", "es", "a.txt", "--srx", "a.srx")
        self.assertEqual(
            self.succeed(*arguments).out.splitlines(),
            ["El Rtdo. El Pinar vino;", "luego se fue. Nada más."],
        )
        self.assertEqual(
            self.succeed(*arguments, "--srx-extend").out.splitlines(),
            ["El Rtdo. El Pinar vino;", "luego se fue.", "Nada más."],
        )
        other = self.run_program("segment", "-l", "en", "a.txt", "--srx", "a.srx")
        self.assertEqual((other.status, other.out.count("\n")), (0, 1))
        self.assertIn("a.srx: warning: has no rules for en", other.err)

    def test_rules_that_are_none(self):
        self.write("a.txt", "Uno. Dos.\n")
        self.write("bad.srx", RULES.replace(";", "("))
        self.write("empty.srx", "")
        self.fail_with(3, "segment", "-l", "es", "a.txt", "--srx", "bad.srx",
                       says=["bad.srx:5: ", "'(' is not a regular expression"])
        self.fail_with(3, "segment", "-l", "es", "a.txt", "--srx", "empty.srx", says=["empty.srx: "])
        self.fail_with(3, "segment", "-l", "es", "a.txt", "--srx", "none.srx", says=["none.srx: "])
        self.assertEqual(self.run_program("segment", "a.txt", "--srx-extend").status, 2)

    def test_a_list_in_one_line(self):
        self.assertEqual(
            self.succeed("segment", "-l", "es", "-", stdin="1. Salud 2. Agua\n").out.splitlines(),
            ["1. Salud", "2. Agua"],
        )

    def test_html(self):
        self.write("a.html", "<title>x</title><nav>Inicio</nav><main><h1>Agua</h1><p>Una <b>frase</b>."
                             " Otra<br>frase.<ol start=4><li>Pozo</ol></main>")
        result = self.run_program("segment", "-l", "es", "--json", "a.html")
        self.assert_error_line(result.err, "a.html:1: note: ", "navigation")
        self.assertEqual(
            [(r["kind"], r["text"]) for r in result.json()],
            [("heading", "Agua"), ("paragraph", "Una frase."), ("paragraph", "Otra frase."),
             ("list_item", "Pozo")],
        )

    def test_files_of_segments_are_read_in_one_language(self):
        self.write("a.tsv", "es\ten\nLa casa. El pan.\tThe house. The bread.\n")
        self.assertEqual(self.succeed("segment", "-l", "en", "a.tsv").out,
                         "The house. The bread.\n")
        self.assertEqual(self.succeed("segment", "a.tsv", "-l", "es").out, "La casa. El pan.\n")
        self.fail_with(3, "segment", "-l", "fr", "a.tsv", says=["a.tsv: ", "fr", "en, es"])

    def test_other_encodings(self):
        text = "La señora llegó aquí. ¿Quién cuidará los huertos?\n"
        lines = ["La señora llegó aquí.", "¿Quién cuidará los huertos?"]
        for encoding, found in (("latin-1", "windows-1252"), ("mac-roman", "macintosh"),
                                ("utf-16-le", "UTF-16LE")):
            self.write("a.txt", text.encode(encoding))
            result = self.run_program("segment", "-l", "es", "a.txt")
            self.assertEqual((result.status, result.out.splitlines()), (0, lines))
            self.assert_error_line(result.err, "a.txt: ", "warning", found)
            named = self.succeed("segment", "-l", "es", "--encoding", found, "a.txt")
            self.assertEqual(named.out.splitlines(), lines)

    def test_what_cannot_be_read(self):
        self.write("broken.txt", "Primera línea.\nA".encode() + b"\xc3o nuevo.\n")
        self.write("binary.txt", b"\0\1\2\3")
        self.write("empty.txt", "")
        self.write("numbers.txt", "12 34 56\n")
        self.write("report.txt", b"%PDF-1.7\n")
        self.fail_with(3, "segment", "broken.txt", says=["broken.txt:2:"])
        self.fail_with(3, "segment", "--encoding", "kl9", "taller.es.txt", says=["kl9"])
        self.fail_with(3, "segment", "binary.txt", says=["binary.txt: "])
        self.fail_with(3, "segment", "empty.txt", says=["empty.txt: "])
        self.fail_with(3, "segment", "numbers.txt", says=["numbers.txt: ", "-l"])
        self.fail_with(3, "segment", "report.txt", says=["report.txt: ", "PDF"])
        self.fail_with(3, "segment", "missing.txt", says=["missing.txt: "])
        self.fail_with(3, "segment", ".", says=[".: "])


if __name__ == "__main__":
    main()
