"""trujaman export."""
import stat
import xml.etree.ElementTree as xml

from support import CliTest, main

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Export(CliTest):
    def setUp(self):
        super().setUp()
        self.run_program("import", "--memory", "m.tm", "units.tmx")

    def exported(self, *arguments, output="out.tmx"):
        self.succeed("export", "--memory", "m.tm", "-o", output, *arguments)
        return self.folder / output

    def languages(self, path):
        return [[v.get(LANG) for v in u.findall("tuv")] for u in xml.parse(path).iter("tu")]

    def test_only_the_units_of_a_document_or_of_a_time(self):
        self.write("units.tsv", "es\ten\nLa vivienda es un derecho.\tHousing is a right.\n")
        self.memory("n.tm")
        self.succeed("import", "-m", "n.tm", "units.tsv")
        every = self.succeed("export", "-m", "n.tm", "-o", "-", "--format", "tsv").out
        some = self.succeed("export", "-m", "n.tm", "-o", "-", "--format", "tsv", "--document",
                            "taller.es.txt").out
        self.assertIn("La vivienda es un derecho.", every)
        self.assertNotIn("La vivienda es un derecho.", some)
        self.assertEqual(some.count("\n"), every.count("\n") - 1)
        none = self.succeed("export", "-m", "n.tm", "-o", "-", "--format", "tsv", "--before",
                            "1990-01-01").out
        self.assertEqual(none.count("\n"), 1)
        self.fail_with(2, "export", "-m", "n.tm", "-o", "a.tsv", "--since", "ayer", says=("ayer",))

    def test_filters_in_one_option(self):
        self.memory("n.tm")
        self.run_program("import", "-m", "n.tm", "units.tmx")

        def exported(*arguments):
            return self.succeed("export", "-m", "n.tm", "-o", "-", "--format", "tmx", *arguments).out

        for key, value in (("document", "taller.es.txt"), ("since", "2020-01-01"),
                           ("before", "2031-01-01"), ("property", "domain=water")):
            with self.subTest(key):
                self.assertEqual(exported("--filter", f"{key}={value}"),
                                 exported(f"--{key}", value))
        both = exported("--filter", "document=taller.es.txt", "--filter", "before=1990-01-01")
        self.assertNotIn("<tu", both.partition("<body>")[2])
        for wrong in ("documento=a", "document", "since=ayer"):
            self.fail_with(2, "export", "-m", "n.tm", "-o", "a.tmx", "--filter", wrong)
    def test_what_other_programs_need_of_a_tmx_file(self):
        self.memory("n.tm")
        self.succeed("export", "-m", "n.tm", "-o", "c.tmx", "--context", "--utf-16")
        raw = (self.folder / "c.tmx").read_bytes()
        self.assertTrue(raw.startswith(b"\xff\xfe<\0"))
        text = raw.decode("utf-16")
        self.assertIn('encoding="UTF-16"', text)
        self.assertIn('<prop type="x-context-pre">', text)
        plain = self.exported("--level", "1").read_text("utf-8")
        for code in ("<bpt", "<ept", "<ph", "<hi", "<it", "<ut"):
            self.assertNotIn(code, plain)
        self.fail_with(2, "export", "-m", "n.tm", "-o", "c.tsv", "--level", "1", says=("for TMX",))
        self.fail_with(2, "export", "-m", "n.tm", "-o", "c.tmx", "--level", "3")

    def test_xliff_comes_back_as_it_went(self):
        self.memory()
        self.succeed("export", "-m", "m.tm", "--from", "es", "--to", "en", "-o", "a.xlf")
        self.succeed("import", "-m", "n.tm", "a.xlf")
        self.succeed("export", "-m", "n.tm", "--from", "es", "--to", "en", "-o", "b.xlf")
        self.assertGreater(self.units("n.tm"), 0)
        self.assertEqual(self.snapshot()["a.xlf"].count(b"<target"),
                         self.snapshot()["b.xlf"].count(b"<target"))

    def test_a_workbook_comes_back_as_it_went(self):
        self.memory()
        columns = ("--from", "es", "--to", "en")
        self.succeed("export", "-m", "m.tm", *columns, "-o", "a.xlsx")
        self.succeed("import", "-m", "n.tm", "a.xlsx")
        for memory, out in (("m.tm", "a.tsv"), ("n.tm", "b.tsv")):
            self.succeed("export", "-m", memory, *columns, "-o", out)
        self.assertGreater(self.units("n.tm"), 0)
        self.assertEqual(self.snapshot()["a.tsv"], self.snapshot()["b.tsv"])

    def test_xliff_holds_two_languages(self):
        self.memory()
        self.fail_with(2, "export", "-m", "m.tm", "-o", "a.xlf", "--from", "es", "--to", "en,fr",
                       says=("two languages",))

    def test_everything_comes_back(self):
        path = self.exported()
        self.assertEqual(self.languages(path), [["es-ES", "en-GB"], ["es-ES", "en-GB", "fr-FR"]])
        unit = list(xml.parse(path).iter("tu"))[1]
        self.assertEqual(unit.get("tuid"), "dos")
        self.assertEqual(unit.findtext("note"), "Said by the board.")
        self.assertIn("water", [p.text for p in unit.findall("prop")])
        seg = unit.find("tuv/seg")
        self.assertEqual([c.tag for c in seg], ["bpt", "ept"])
        self.assertEqual([c.text for c in seg], ["<b>", "</b>"])
        self.assertEqual([seg.text, *(c.tail for c in seg)], ["La ", "junta", " se reúne en mayo."])

    def test_languages_may_be_chosen(self):
        path = self.exported("--from", "es", "--to", "fr")
        self.assertEqual(self.languages(path), [["es-ES", "fr-FR"]])
        path = self.exported("--from", "es", "--to", "en,fr")
        self.assertEqual(self.languages(path), [["es-ES", "en-GB", "fr-FR"]])
        path = self.exported("--from", "es-419", "--to", "en")
        self.assertEqual(self.languages(path), [])

    def test_tables(self):
        path = self.exported("--from", "es", "--to", "en", output="out.tsv")
        self.assertEqual(
            path.read_text(encoding="utf-8"),
            "es\ten\n"
            "El agua llega los martes.\tThe water comes on Tuesdays.\n"
            "La junta se reúne en mayo.\tThe board meets in May.\n",
        )

    def test_standard_output(self):
        path = self.exported(output="out.csv")
        out = self.succeed("export", "--memory", "m.tm", "-o", "-", "--format", "csv").bytes
        self.assertEqual(out, path.read_bytes())

    def test_a_replaced_file_keeps_its_permissions(self):
        self.write("out.tmx", "old").chmod(0o640)
        path = self.exported()
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)

    def test_failures_leave_everything_as_it_was(self):
        self.write("old.tmx", "old")
        self.write("text.tm", "no memory\n" * 100)
        before = self.snapshot()
        self.fail_with(4, "export", "--memory", "no.tm", "-o", "old.tmx", says=["no.tm"])
        self.fail_with(4, "export", "--memory", "text.tm", "-o", "old.tmx", says=["text.tm"])
        self.fail_with(3, "export", "--memory", "m.tm", "-o", "no/such/out.tmx", says=["out.tmx"])
        self.fail_with(2, "export", "--memory", "m.tm", "-o", "out.docx", says=["out.docx"])
        self.fail_with(2, "export", "--memory", "m.tm", "-o", "-", says=["--format"])
        self.assertEqual(self.snapshot(), before)


if __name__ == "__main__":
    main()
