"""trujaman align."""
import csv
import io
import re
import sqlite3
import xml.etree.ElementTree as xml

from support import DOCUMENTS, CliTest, main

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ES, EN, FR = DOCUMENTS


class Results(CliTest):
    def test_the_summary_goes_to_stdout(self):
        out = self.succeed("align", *DOCUMENTS).out
        for expected in ("taller.es.txt (es)", "es - en", "es - fr", "1-1", "confidence"):
            self.assertIn(expected, out)

    def test_json_summary(self):
        (summary,) = self.succeed(
            "align", *DOCUMENTS, "--json", "-o", "u.tmx", "--memory", "m.tm"
        ).json()
        self.assert_keys(summary, "documents", "alignments", "units", "output", "memory")
        self.assertEqual([d["language"] for d in summary["documents"]], ["es", "en", "fr"])
        self.assertEqual(summary["memory"]["added"], summary["units"])
        for alignment in summary["alignments"]:
            self.assert_keys(alignment, "source", "target", "beads", "types", "confidence")
            self.assertEqual(sum(alignment["types"].values()), alignment["beads"])
            self.assertEqual(sum(alignment["confidence"].values()), alignment["beads"])

    def test_tmx_has_every_language_in_reading_order(self):
        self.succeed("align", *DOCUMENTS, "-o", "u.tmx")
        units = xml.parse(self.folder / "u.tmx").getroot().findall("body/tu")
        self.assertEqual(
            [[v.get(LANG) for v in u.findall("tuv")] for u in units],
            [["es", "en", "fr"]] * len(units),
        )
        text = (self.folder / ES).read_text(encoding="utf-8")
        places = [text.find(u.findtext("tuv/seg")[:20]) for u in units]
        self.assertEqual(places, sorted(places))
        self.assertNotIn(-1, places)

    def test_only_two_of_three_languages(self):
        self.succeed("align", *DOCUMENTS, "-o", "u.tmx", "--only", "en,fr")
        units = xml.parse(self.folder / "u.tmx").getroot().findall("body/tu")
        self.assertGreater(len(units), 3)
        for unit in units:
            self.assertEqual([v.get(LANG) for v in unit.findall("tuv")], ["en", "fr"])
            self.assertEqual(unit.get("srclang"), "*all*")
        self.succeed("align", *DOCUMENTS, "-o", "u.xlf", "--only", "es,fr")
        self.succeed("align", *DOCUMENTS, "-o", "u.tsv", "--only", "fr,es")
        self.assertTrue((self.folder / "u.tsv").read_text("utf-8").startswith("fr\tes\n"))
        self.fail_with(2, "align", *DOCUMENTS, "-o", "n.tmx", "--only", "de",
                       says=("--only de", "none of the documents"))

    def test_what_other_programs_need_of_a_tmx_file(self):
        self.succeed("align", ES, EN, "-o", "u.tmx", "--context", "--utf-16", "--level", "1")
        raw = (self.folder / "u.tmx").read_bytes()
        self.assertTrue(raw.startswith(b"\xff\xfe<\0"))
        units = xml.fromstring(raw).findall("body/tu")
        sources = [u.findtext("tuv/seg") for u in units]
        after = units[0].find("tuv/prop[@type='x-context-post']").text
        self.assertEqual(after, f"<seg>{sources[1]}</seg>")
        self.succeed("import", "-m", "n.tm", "u.tmx")
        self.fail_with(2, "align", ES, EN, "-o", "u.tsv", "--utf-16", says=("for TMX",))

    def test_tables(self):
        self.succeed("align", *DOCUMENTS, "-o", "u.tsv")
        self.succeed("align", *DOCUMENTS, "-o", "u.csv")
        tsv = [r.split("\t") for r in (self.folder / "u.tsv").read_text("utf-8").splitlines()]
        text = (self.folder / "u.csv").read_bytes().decode("utf-8")
        self.assertEqual(tsv[0], ["es", "en", "fr"])
        self.assertEqual(list(csv.reader(io.StringIO(text, newline=""))), tsv)
        self.assertIn(
            ["Nadie respondió enseguida.", "Nobody answered at once.",
             "Personne n’a répondu aussitôt."],
            tsv,
        )

    def test_units_on_stdout_stand_alone(self):
        self.succeed("align", ES, EN, "-o", "u.tsv")
        out = self.succeed("align", ES, EN, "-o", "-", "--format", "tsv").bytes
        self.assertEqual(out, (self.folder / "u.tsv").read_bytes())

    def test_a_document_from_stdin(self):
        text = (self.folder / ES).read_bytes()
        self.succeed("align", "-", EN, "-o", "piped.tsv", stdin=text)
        self.succeed("align", ES, EN, "-o", "named.tsv")
        self.assertEqual(*((self.folder / n).read_bytes() for n in ("piped.tsv", "named.tsv")))

    def test_equal_input_gives_equal_beads(self):
        for name in ("a", "b"):
            self.succeed("align", *DOCUMENTS, "--beads", name, name + "2", "-o", name + ".tsv")
        for end in ("", "2", ".tsv"):
            a, b = ((self.folder / (n + end)).read_bytes() for n in ("a", "b"))
            self.assertEqual(a, b)

    def test_min_confidence_leaves_out_the_doubtful(self):
        counts = [
            self.succeed("align", ES, EN, "--json", "--min-confidence", p).json()[0]["units"]
            for p in ("0", "0.5", "1")
        ]
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertGreater(counts[0], 10)

    def test_a_glossary_is_read(self):
        self.succeed("align", *DOCUMENTS, "--glossary", "glossary.tsv")
        self.fail_with(3, "align", *DOCUMENTS, "--glossary", "no.tsv", says=["no.tsv: "])


class Beads(CliTest):
    def beads(self, name):
        for line in (self.folder / name).read_text(encoding="utf-8").splitlines():
            self.assertRegex(line, r"^((\d+,)*\d+)?\t((\d+,)*\d+)?\t(0(\.\d+)?|1(\.0+)?)$")
            source, target, confidence = line.split("\t")
            numbers = [[int(n) for n in side.split(",") if n] for side in (source, target)]
            yield *numbers, float(confidence)

    def test_beads_cover_every_segment_once_and_in_order(self):
        self.succeed("align", *DOCUMENTS, "--beads", "en.tsv", "fr.tsv")
        source = len(self.succeed("segment", ES).out.splitlines())
        for file, document in (("en.tsv", EN), ("fr.tsv", FR)):
            target = len(self.succeed("segment", document).out.splitlines())
            beads = list(self.beads(file))
            self.assertEqual([n for b in beads for n in b[0]], list(range(source)))
            self.assertEqual([n for b in beads for n in b[1]], list(range(target)))

    def test_segmented_numbers_are_lines(self):
        self.write("es.txt", "Hola a todos.\n\nEl agua llega hoy. Es tarde.\n¿Y mañana?\n")
        self.write("en.txt", "Hello, everyone.\n\nThe water comes today. It is late.\nTomorrow?\n")
        self.succeed("align", "--segmented", "-l", "es,en", "es.txt", "en.txt", "--beads", "b")
        beads = list(self.beads("b"))
        for side in (0, 1):
            self.assertEqual([n for b in beads for n in b[side]], [0, 1, 2, 3])
        self.assertIn(([0], [0]), [b[:2] for b in beads])
        self.assertIn(([2], [2]), [b[:2] for b in beads])


class Memories(CliTest):
    def test_rules_of_a_file(self):
        # Nothing is cut, so each block is one segment.
        self.write("a.srx", "<srx version='2.0'><header cascade='no'/><body><languagerules>"
                   "<languagerule languagerulename='A'><rule break='no'/></languagerule>"
                   "</languagerules><maprules><languagemap languagepattern='.*' "
                   "languagerulename='A'/></maprules></body></srx>")
        (summary,) = self.succeed("align", ES, EN, "--json", "--srx", "a.srx").json()
        for document in summary["documents"]:
            self.assertEqual(document["segments"], document["blocks"])
        self.fail_with(3, "align", ES, EN, "--srx", "none.srx", says=["none.srx: "])
        self.assertEqual(
            self.run_program("align", ES, EN, "--segmented", "--srx", "a.srx").status, 2
        )

    def test_align_twice_adds_nothing_twice(self):
        first = self.succeed("align", *DOCUMENTS, "--memory", "m.tm", "--json").json()[0]
        self.succeed("export", "--memory", "m.tm", "-o", "first.tmx")
        second = self.succeed("align", *DOCUMENTS, "--memory", "m.tm", "--json").json()[0]
        self.succeed("export", "--memory", "m.tm", "-o", "second.tmx")
        self.assertEqual(second["memory"]["added"], 0)
        self.assertEqual(second["memory"]["merged"], first["memory"]["added"])
        a, b = ((self.folder / n).read_bytes() for n in ("first.tmx", "second.tmx"))
        self.assertEqual(a, b)


class BadInput(CliTest):
    """Whatever fails leaves every file as it was."""

    def setUp(self):
        super().setUp()
        self.memory("m.tm", (ES, EN))
        self.write("out.tmx", "an older file")
        self.write("beads", "older beads")

    def refuse(self, status, *arguments, says=()):
        before = self.snapshot()
        with self.subTest(arguments):
            self.fail_with(status, "align", *arguments, says=says)
            self.assertEqual(self.snapshot(), before)

    def refuse_document(self, name, *says):
        """The document is refused on either side."""
        outputs = ("-o", "out.tmx", "--beads", "beads", "--memory", "m.tm")
        self.refuse(3, name, EN, *outputs, says=[name, *says])
        self.refuse(3, ES, name, *outputs, says=[name, *says])

    def test_documents(self):
        self.write("binary.txt", bytes(range(256)) * 4)
        self.write("nul.txt", "Texto con\0nulo dentro de la línea.\n")
        self.write("bad.txt", "La primera.\nLa versión dos.\nEl a".encode() + b"\xf1o que viene.\n")
        self.write("empty.txt", "")
        self.write("blank.txt", " \n\t\n\u00a0\n")
        self.write("numbers.txt", "1\n2,5\n")
        self.write("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        (self.folder / "folder").mkdir()
        self.refuse_document("missing.txt")
        self.refuse_document("folder")
        self.refuse_document("binary.txt")
        self.refuse_document("nul.txt")
        self.refuse_document("bad.txt", "bad.txt:3:")
        self.refuse_document("empty.txt")
        self.refuse_document("blank.txt")
        self.refuse_document("numbers.txt", "-l")
        self.refuse_document("report.pdf", "PDF")

    def test_documents_that_are_no_translations_of_each_other(self):
        self.refuse(3, ES, ES, "-o", "out.tmx", says=[ES])
        self.refuse(3, ES, "./" + ES, "-o", "out.tmx", says=[ES])
        self.write("copy.txt", (self.folder / ES).read_bytes())
        self.refuse(3, ES, "copy.txt", "-o", "out.tmx", says=["copy.txt", "-l"])
        self.refuse(3, ES, EN, EN, "-o", "out.tmx", says=[EN])

    def test_outputs(self):
        self.refuse(2, ES, EN, "-o", "out.docx", says=["out.docx"])
        self.refuse(3, ES, EN, "-o", "no/such/folder/out.tmx", says=["out.tmx"])
        self.refuse(3, ES, EN, "-o", ".", "--format", "tmx")
        self.refuse(3, ES, EN, "-o", "out.tmx", "--beads", "no/such/beads", says=["no/such/beads"])
        # The inputs are not for writing.
        for name in (ES, EN):
            with self.subTest(name):
                before = self.snapshot()
                result = self.run_program("align", ES, EN, "-o", name, "--format", "tmx")
                self.assertIn(result.status, (2, 3))
                self.assert_error_line(result.err)
                self.assertEqual(self.snapshot(), before)

    def test_memories(self):
        self.write("text.tm", "This is no memory, whatever its name.\n" * 100)
        with sqlite3.connect(self.folder / "other.tm") as other:
            other.execute("CREATE TABLE other (column)")
        other.close()
        self.refuse(4, ES, EN, "-o", "out.tmx", "--memory", "text.tm", says=["text.tm"])
        self.refuse(4, ES, EN, "-o", "out.tmx", "--memory", "other.tm", says=["other.tm"])
        self.refuse(4, ES, EN, "-o", "out.tmx", "--memory", ".")
        self.refuse(4, ES, EN, "-o", "out.tmx", "--memory", "no/such/m.tm", says=["m.tm"])

    def test_a_failed_run_leaves_no_new_file(self):
        self.refuse(3, ES, "missing.txt", "-o", "new.tmx", "--memory", "new.tm")
        self.assertFalse(list(self.folder.glob("*new*")))
        self.assertFalse([f for f in self.folder.iterdir() if re.match(r"\.", f.name)])


if __name__ == "__main__":
    main()
