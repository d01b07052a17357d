"""trujaman convert."""
import csv
import io
import xml.etree.ElementTree as xml

from support import CliTest, main
from units import REPORT, header, texts_of, tmx, tu

PO = ('msgid ""\nmsgstr "Language: es\\n"\n\nmsgid "Open"\nmsgstr "Abrir"\n\n'
      'msgid "Close"\nmsgstr ""\n')

WORK = {
    "1.2": """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"
        datatype="plaintext" source-language="es" target-language="fr"><body>
        <trans-unit id="a.1"><source>El agua.</source><target>L’eau.</target></trans-unit>
        <trans-unit id="b"><source>La luz.</source><target/></trans-unit></body></file></xliff>""",
    "2.0": """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="es"
        trgLang="fr"><file id="f"><unit id="a.1"><segment><source>El agua.</source>
        <target>L’eau.</target></segment></unit>
        <unit id="b"><segment><source>La luz.</source></segment></unit></file></xliff>""",
}


class Convert(CliTest):
    def setUp(self):
        super().setUp()
        self.write("report.tmx", tmx(*REPORT))

    def test_to_a_table_with_all_languages_and_back(self):
        result = self.run_program("convert", "report.tmx", "report.csv")
        self.assertEqual((result.status, result.out), (0, "report.csv: 3 units\n"), result.err)
        rows = list(csv.reader(io.StringIO((self.folder / "report.csv").read_text("utf-8"))))
        self.assertEqual(rows[0], ["es", "en", "fr"])
        self.assertEqual(rows[3], ["La  junta se reúne.", "The  board meets.", ""])
        self.succeed("convert", "report.csv", "back.tmx")
        self.assertEqual(texts_of(self.folder / "back.tmx")[0]["fr"], "L’eau est à tous.")

    def test_what_the_format_cannot_hold_is_counted_and_said(self):
        result = self.run_program("convert", "report.tmx", "report.tsv")
        for words in ("inline codes of 1 unit ", "ids of 3 units", "notes of 1 unit ",
                      "properties of 2 units", "dates and authors of 2 units",
                      "places in documents of 2 units", "confidence of 2 units"):
            self.assertIn(words, result.err)
        for line in result.err.splitlines():
            self.assertRegex(line, r"^trujaman: report\.tsv: warning: .*; TMX does$")
        (record,) = self.succeed("convert", "report.tmx", "report.tsv", "--json").json()
        self.assertEqual(record["lost"]["inline codes"], 1)
        self.assertEqual([record[k] for k in ("read", "written", "left_out")], [3, 3, 0])
        self.assertEqual(self.succeed("convert", "report.tmx", "same.tmx").err, "")

    def test_tmx_keeps_everything(self):
        self.succeed("convert", "report.tmx", "a.tmx")
        self.succeed("convert", "a.tmx", "b.tmx")
        files = self.snapshot()
        self.assertEqual(files["a.tmx"], files["b.tmx"])
        for words in (b'tuid="2"', b"<note>Lema</note>", b"{0}</ph>", b'"x-confidence">0.5',
                      b'changedate="20220301T100000Z"', b'srclang="es"'):
            self.assertIn(words, files["a.tmx"])

    def test_tmx_goes_on_saying_of_itself_what_it_said(self):
        self.write("own.tmx", tmx(*REPORT, head=header(
            '<note>Memoria del proyecto Semilla</note><prop type="client">OIM</prop>',
            attributes='o-encoding="UTF-8" creationdate="20200101T000000Z" creationid="ANA"')))
        for arguments in (("convert", "own.tmx", "b.tmx"), ("filter", "own.tmx", "-o", "b.tmx"),
                          ("merge", "own.tmx", "-o", "b.tmx"),
                          ("clean", "own.tmx", "-o", "b.tmx", "--only", "empty"),
                          ("split", "own.tmx", "-o", "{}.tmx", "--parts", "1")):
            self.run_program(*arguments)
            name = "001.tmx" if arguments[0] == "split" else "b.tmx"
            head = xml.parse(self.folder / name).find("header")
            said = {k: head.get(k) for k in ("creationtool", "creationtoolversion", "segtype",
                                             "o-tmf", "adminlang", "datatype", "o-encoding",
                                             "creationdate", "creationid", "srclang")}
            self.assertEqual(list(said.values()),
                             ["memoQ", "9.8", "phrase", "MQ", "fr", "html", "UTF-8",
                              "20200101T000000Z", "ANA", "es"], arguments)
            self.assertEqual([(e.tag, e.get("type"), e.text) for e in head],
                             [("note", None, "Memoria del proyecto Semilla"),
                              ("prop", "client", "OIM")])
            (self.folder / name).unlink()

    def test_to_xliff_of_both_versions(self):
        for version, root in (("1.2", "trans-unit"), ("2.0", "unit")):
            result = self.run_program("convert", "report.tmx", "r.xlf", "--from", "es", "--to", "fr",
                                      "--xliff-version", version)
            self.assertEqual((result.status, result.out), (0, "r.xlf: 2 units, 1 left out\n"))
            tree = xml.parse(self.folder / "r.xlf")
            found = [e for e in tree.iter() if e.tag.endswith("}" + root)]
            self.assertEqual(len(found), 2)
            self.run_program("convert", "r.xlf", "back.tsv")
            self.assertIn("El agua es de todos.\tL’eau est à tous.",
                          (self.folder / "back.tsv").read_text("utf-8"))

    def test_xliff_takes_two_languages_from_a_file_that_has_no_more(self):
        self.write("two.tmx", tmx(tu({"es-ES": "Agua", "en": "Water"}),
                                  tu({"es-MX": "Luz", "en": "Power"})))
        self.assertEqual(self.succeed("convert", "two.tmx", "two.xlf").out, "two.xlf: 2 units\n")
        result = self.run_program("convert", "report.tmx", "three.xlf")
        self.assertEqual(result.status, 2)
        self.assert_error_line(result.err, "es, en, fr", "--from")
        self.assertNotIn("three.xlf", self.snapshot())

    def test_languages_may_be_chosen(self):
        self.run_program("convert", "report.tmx", "some.tmx", "--from", "fr", "--to", "en")
        self.assertEqual([sorted(t) for t in texts_of(self.folder / "some.tmx")],
                         [["en", "fr"], ["en", "fr"]])
        self.assertIn(b'srclang="fr"', self.snapshot()["some.tmx"])

    def test_a_table_has_no_place_for_what_is_not_translated(self):
        self.write("menu.po", PO)
        result = self.run_program("convert", "menu.po", "menu.tsv")
        self.assertEqual(result.out, "menu.tsv: 1 unit, 1 left out\n")
        self.assertEqual(result.err, "trujaman: menu.tsv: warning: texts without a translation of 1 "
                         "unit left out, which the format does not hold; TMX does\n")
        (record,) = self.run_program("convert", "menu.po", "menu.tsv", "--json").json()
        self.assertEqual(record["lost"], {"texts without a translation": 1})
        self.assertEqual((self.folder / "menu.tsv").read_text("utf-8"), "en\tes\nOpen\tAbrir\n")
        self.write("bare.po", 'msgid "Guardar"\nmsgstr "Enregistrer"\n')
        self.fail_with(3, "convert", "bare.po", "x.tmx", says=("bare.po", "--from"))
        self.succeed("convert", "bare.po", "x.tmx", "--from", "es", "--to", "fr")

    def test_a_plural_is_more_than_one_unit(self):
        self.write("menu.po", PO + '\nmsgid "%d field"\nmsgid_plural "%d fields"\n'
                   'msgstr[0] "%d campo"\nmsgstr[1] "%d campos"\n')
        (record,) = self.run_program("convert", "menu.po", "menu.tmx", "--from", "en", "--to", "es",
                                     "--json").json()
        self.assertEqual((record["read"], record["written"], record["left_out"]), (3, 3, 1))

    def test_units_without_a_translation_stay(self):
        for version in ("1.2", "2.0"):
            self.write("work.xlf", WORK[version])
            self.succeed("convert", "work.xlf", "again.xlf", "--xliff-version", version)
            self.run_program("convert", "work.xlf", "work.tmx")
            self.assertEqual(texts_of(self.folder / "work.tmx"),
                             [{"es": "El agua.", "fr": "L’eau."}, {"es": "La luz."}])
            self.run_program("convert", "work.tmx", "back.xlf", "--xliff-version", version)
            self.assertEqual(self.snapshot()["back.xlf"], self.snapshot()["again.xlf"])
            ids = [e.get("id") for e in xml.parse(self.folder / "back.xlf").iter()
                   if e.tag.endswith(("}unit", "}trans-unit"))]
            self.assertEqual(ids, ["a.1", "b"])
            self.assertNotIn("<target/>", self.snapshot()["back.xlf"].decode())
            for command in (("filter", "work.xlf", "-o", "f.xlf"), ("merge", "work.xlf", "-o", "f.xlf"),
                            ("split", "work.xlf", "-o", "f-{}.xlf", "--parts", "1")):
                self.succeed(*command, "--xliff-version", version)
                name = "f-001.xlf" if command[0] == "split" else "f.xlf"
                self.assertEqual(self.snapshot()[name], self.snapshot()["again.xlf"], command)
                (self.folder / name).unlink()

    def test_xliff_keeps_ids_and_names(self):
        self.write("names.xlf", WORK["1.2"].replace('id="b"', 'id="b" resname="menu.light"'))
        self.succeed("convert", "names.xlf", "names.tmx")
        self.run_program("convert", "names.tmx", "back.xlf", "--from", "es", "--to", "fr")
        units = [e for e in xml.parse(self.folder / "back.xlf").iter() if e.tag.endswith("}trans-unit")]
        self.assertEqual([(u.get("id"), u.get("resname")) for u in units],
                         [("a.1", None), ("b", "menu.light")])
        # The same id for another text, as when files are merged: there it is a name only.
        self.write("other.xlf", WORK["1.2"].replace("El agua", "El aire").replace("eau", "air"))
        self.succeed("merge", "names.xlf", "other.xlf", "-o", "both.xlf")
        units = [e for e in xml.parse(self.folder / "both.xlf").iter() if e.tag.endswith("}trans-unit")]
        self.assertEqual([(u.get("id"), u.get("resname")) for u in units],
                         [("a.1", None), ("b", "menu.light"), ("trujaman.3", "a.1"), ("trujaman.4", "b")])

    def test_matches_that_xliff_offers_are_no_part_of_it(self):
        for version, match in (
            ("1.2", "<alt-trans match-quality='90%'><target>L’eau</target></alt-trans>"),
            ("2.0", '<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#s">'
                    "<source>Agua</source><target>Eau</target></m:match></m:matches>"),
        ):
            before = "</trans-unit>" if version == "1.2" else "<segment>"
            text = WORK[version]
            at = text.index(before)
            self.write("work.xlf", text[:at] + match + text[at:])
            result = self.run_program("convert", "work.xlf", "work.tmx")
            self.assertEqual(result.status, 0)
            self.assertEqual(
                result.err,
                "trujaman: work.xlf: note: offers 1 match from a memory or machine, which is left out;"
                " import --matches takes it\n",
            )
            self.assertEqual(len(texts_of(self.folder / "work.tmx")), 2)

    def test_xliff_that_does_not_name_its_target_language(self):
        self.write("bare.xlf", """<xliff version="1.2"><file original="a" datatype="plaintext"
            source-language="es"><body><trans-unit id="1"><source>El agua.</source>
            <target>L’eau.</target></trans-unit></body></file></xliff>""")
        self.fail_with(3, "convert", "bare.xlf", "x.tmx", says=("bare.xlf", "--to"))
        self.succeed("convert", "bare.xlf", "x.tmx", "--from", "es", "--to", "fr")
        self.assertEqual(texts_of(self.folder / "x.tmx"), [{"es": "El agua.", "fr": "L’eau."}])
        self.write("empty.tmx", tmx())
        result = self.run_program("convert", "empty.tmx", "x.xlf")
        self.assertEqual(result.status, 2)
        self.assertIn("there are no units", result.err)

    def test_standard_input_and_output(self):
        result = self.run_program("convert", "-", "-", "--input-format", "tmx", "--format", "tsv",
                                  stdin=tmx(*REPORT))
        self.assertEqual(result.out.splitlines()[0], "es\ten\tfr")
        self.assertEqual(len(result.out.splitlines()), 4)

    def test_dry_run_writes_nothing(self):
        before = self.snapshot()
        result = self.run_program("convert", "report.tmx", "report.tsv", "--dry-run")
        self.assertEqual(result.out, "report.tsv: 3 units would be written\n")
        self.assertIn("inline codes of 1 unit ", result.err)
        self.assertEqual(self.snapshot(), before)

    def test_glossaries_are_sent_to_glossary_export(self):
        self.write("terms.tbx", "<tbx/>")
        self.fail_with(2, "convert", "terms.tbx", "x.csv", says=("glossary export",))

    def test_failures_leave_everything_as_it_was(self):
        self.write("old.tsv", "old")
        self.write("cut.tmx", tmx(*REPORT)[:-30])
        before = self.snapshot()
        self.fail_with(3, "convert", "cut.tmx", "old.tsv", says=("cut.tmx:",))
        self.fail_with(3, "convert", "cut.tmx", "new.tmx", says=("cut.tmx:",))
        self.fail_with(3, "convert", "missing.tmx", "old.tsv", says=("missing.tmx",))
        self.fail_with(2, "convert", "report.tmx", "report.docx", says=("report.docx",))
        self.fail_with(2, "convert", "report.tmx", "x.xlf", "--from", "es", "--to", "en,fr",
                       says=("two languages",))
        self.assertEqual(self.snapshot(), before)

    def test_a_file_may_be_replaced_by_itself(self):
        self.succeed("convert", "report.tmx", "report.tmx")
        self.assertEqual(len(texts_of(self.folder / "report.tmx")), 3)


if __name__ == "__main__":
    main()
