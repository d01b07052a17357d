"""trujaman split."""
from support import CliTest, main
from units import REPORT, texts_of, tmx, tu


class Split(CliTest):
    def setUp(self):
        super().setUp()
        self.write("report.tmx", tmx(*REPORT))
        self.write("many.tmx", tmx(*(tu({"es": f"Frase {i}.", "en": f"Sentence {i}."})
                                     for i in range(100))))

    def parts(self, folder="parts"):
        """Sources by file name."""
        return {p.name: [t["es"] for t in texts_of(p)]
                for p in sorted((self.folder / folder).iterdir())}

    def test_by_number_of_units(self):
        out = self.succeed("split", "many.tmx", "-o", "parts", "--units", "40").out
        self.assertIn("parts/many-003.tmx: 20 units\n", out)
        parts = self.parts()
        self.assertEqual({k: len(v) for k, v in parts.items()},
                         {"many-001.tmx": 40, "many-002.tmx": 40, "many-003.tmx": 20})
        self.assertEqual(sum(parts.values(), []), [f"Frase {i}." for i in range(100)])

    def test_in_equal_parts_in_order(self):
        self.succeed("split", "many.tmx", "-o", "parts/", "--parts", "3")
        parts = self.parts()
        self.assertEqual([len(v) for v in parts.values()], [33, 33, 34])
        self.assertEqual(sum(parts.values(), []), [f"Frase {i}." for i in range(100)])
        self.succeed("split", "-", "--input-format", "tmx", "-o", "p-{}.tsv", "--parts", "2",
                     stdin=self.snapshot()["many.tmx"])
        self.assertEqual((self.folder / "p-002.tsv").read_text("utf-8").count("\n"), 51)

    def test_by_document(self):
        self.succeed("split", "report.tmx", "-o", "parts", "--by", "document")
        self.assertEqual({k: len(v) for k, v in self.parts().items()},
                         {"informe.md.tmx": 1, "anexo.md.tmx": 1, "without-document.tmx": 1})

    def test_by_languages_and_by_property(self):
        self.succeed("split", "report.tmx", "-o", "parts", "--by", "language-pair")
        self.assertEqual({k: len(v) for k, v in self.parts().items()},
                         {"es_en.tmx": 1, "es_en_fr.tmx": 2})
        self.succeed("split", "report.tmx", "-o", "p-{}.tmx", "--by", "property", "client")
        self.assertLessEqual({"p-OIM.tmx", "p-ACNUR.tmx", "p-without-client.tmx"},
                             set(self.snapshot()))

    def test_other_formats_and_languages(self):
        result = self.run_program("split", "report.tmx", "-o", "{}.xlf", "--by", "language-pair",
                                  "--from", "es", "--to", "en")
        self.assertEqual(result.status, 0, result.err)
        self.assertIn(b"<target", self.snapshot()["es_en.xlf"])
        self.run_program("split", "report.tmx", "-o", "{}.csv", "--by", "document")
        self.assertEqual(self.snapshot()["informe.md.csv"].splitlines()[0], b"es,en,fr")

    def test_names_lead_nowhere_else(self):
        names = ["../../etc/passwd", "/abs/olute", "C:\\x", ".hidden", "", "CON", "a\tb", "Ñandú",
                 "ñ" * 200, "Informe", "INFORME", "-rf"]
        self.write("evil.tmx", tmx(*(
            tu({"es": f"Frase {i}.", "en": f"Sentence {i}."}, "",
               f'<prop type="p">{n}</prop>') for i, n in enumerate(names))))
        self.succeed("split", "evil.tmx", "-o", "parts", "--by", "property", "p")
        parts = self.parts()
        self.assertEqual(sum(len(v) for v in parts.values()), len(names))
        self.assertEqual(len(parts), len(names))
        self.assertIn("Ñandú.tmx", parts)
        self.assertIn("INFORME-2.tmx", parts)
        for name in parts:
            self.assertNotRegex(name, r"[/\\:\t]|^[.-]|^con\.")
            self.assertLess(len(name.encode()), 120)
        self.assertEqual({p.name for p in self.folder.iterdir() if p.is_dir()}, {"parts"})

    def test_nothing_is_replaced_without_force(self):
        self.write("p-002.tmx", "old")
        before = self.snapshot()
        self.fail_with(3, "split", "many.tmx", "-o", "p-{}.tmx", "--units", "50",
                       says=("p-002.tmx", "--force"))
        self.assertEqual(self.snapshot(), before)
        self.succeed("split", "many.tmx", "-o", "p-{}.tmx", "--units", "50", "--force")
        self.assertEqual(len(texts_of(self.folder / "p-002.tmx")), 50)

    def test_a_broken_file_leaves_nothing(self):
        self.write("cut.tmx", self.snapshot()["many.tmx"][:-40])
        before = self.snapshot()
        self.fail_with(3, "split", "cut.tmx", "-o", "parts", "--units", "10", says=("cut.tmx",))
        self.assertEqual(self.snapshot(), before)
        self.assertFalse((self.folder / "parts").exists())

    def test_hundreds_of_parts_in_turn(self):
        self.write("turns.tmx", tmx(*(
            tu({"es": f"Frase {i}.", "en": f"Sentence {i}."}, "",
               f'<prop type="p">{i % 300}</prop>') for i in range(1200))))
        self.succeed("split", "turns.tmx", "-o", "parts", "--by", "property", "p")
        parts = self.parts()
        self.assertEqual(len(parts), 300)
        self.assertEqual(parts["7.tmx"], [f"Frase {i}." for i in (7, 307, 607, 907)])

    def test_dry_run_names_the_files(self):
        before = self.snapshot()
        found = self.succeed("split", "report.tmx", "-o", "parts", "--by", "document", "--dry-run",
                             "--json").json()
        self.assertEqual([(f["file"], f["units"]) for f in found],
                         [("parts/informe.md.tmx", 1), ("parts/anexo.md.tmx", 1),
                          ("parts/without-document.tmx", 1)])
        self.assertEqual(self.snapshot(), before)
        self.assertFalse((self.folder / "parts").exists())

    def test_wrong_usage(self):
        for arguments in ((), ("--units", "2", "--parts", "2"), ("--units", "0"), ("--by", "moon"),
                          ("--by", "property"), ("--by", "document", "x")):
            self.fail_with(2, "split", "report.tmx", "-o", "parts", *arguments)
        self.fail_with(2, "split", "report.tmx", "-o", "part.tmx", "--units", "2", says=("{}",))


if __name__ == "__main__":
    main()
