"""trujaman merge."""
import xml.etree.ElementTree as xml

from support import CliTest, main
from units import header, texts_of, tmx, tu

WATER = {"es": "El agua es de todos.", "en": "Water belongs to everyone."}


class Merge(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.tmx", tmx(
            tu(WATER, 'creationdate="20200101T000000Z"', '<prop type="client">OIM</prop>'),
            tu({"es": "La trata de personas", "en": "Trafficking in persons"},
               'changedate="20210101T000000Z"'),
        ))
        self.write("b.tmx", tmx(
            tu({"es": "La trata de personas", "en": "Human trafficking"},
               'changedate="20240101T000000Z"'),
            tu(WATER, 'creationdate="20190101T000000Z" changedate="20230101T000000Z"',
               "<note>Lema</note>"),
            tu({"es": "Escuela", "en": "School"}),
        ))

    def test_equal_units_become_one_with_all_that_is_known(self):
        out = self.succeed("merge", "a.tmx", "b.tmx", "-o", "c.tmx").out
        self.assertEqual(out, "c.tmx: 4 units of 5, 1 united with equal ones, 1 text with different "
                         "translations\n")
        self.assertEqual([t["es"] for t in texts_of(self.folder / "c.tmx")],
                         ["El agua es de todos.", "La trata de personas", "La trata de personas",
                          "Escuela"])
        merged = self.snapshot()["c.tmx"].decode()
        for words in ("<note>Lema</note>", ">OIM<", 'creationdate="20190101T000000Z"',
                      'changedate="20230101T000000Z"'):
            self.assertIn(words, merged)

    def test_it_is_what_a_memory_makes_of_them(self):
        self.succeed("merge", "a.tmx", "b.tmx", "-o", "c.tmx")
        self.succeed("import", "-m", "m.tm", "a.tmx", "b.tmx")
        self.succeed("export", "-m", "m.tm", "-o", "m.tmx")
        self.succeed("diff", "c.tmx", "m.tmx", "--details")

    def test_merging_again_changes_nothing(self):
        self.succeed("merge", "a.tmx", "b.tmx", "-o", "c.tmx")
        self.succeed("merge", "c.tmx", "a.tmx", "c.tmx", "-o", "d.tmx")
        files = self.snapshot()
        self.assertEqual(files["c.tmx"], files["d.tmx"])

    def test_what_files_say_of_themselves_is_united(self):
        self.write("c.tmx", tmx(tu(WATER), head=header(
            '<note>Nuestra</note><prop type="client">OIM</prop>',
            attributes='creationdate="20210101T000000Z" creationid="ANA"')))
        self.write("d.tmx", tmx(tu({"fr": "École", "es": "Escuela"}), head=header(
            '<note>La leur</note><prop type="client">OIM</prop>', tool="OmegaT", srclang="fr",
            attributes='creationdate="20190101T000000Z" creationid="LUC"')))
        result = self.run_program("merge", "c.tmx", "d.tmx", "-o", "e.tmx")
        self.assertEqual(result.err, "trujaman: d.tmx: warning: <header> has another creationtool; "
                         "that of the first file stays\n")
        head = xml.parse(self.folder / "e.tmx").find("header")
        self.assertEqual([head.get(k) for k in ("creationtool", "srclang", "creationdate",
                                                "creationid")],
                         ["memoQ", "*all*", "20190101T000000Z", "LUC"])
        self.assertEqual([e.text for e in head], ["Nuestra", "La leur", "OIM"])
        units = xml.parse(self.folder / "e.tmx").findall("body/tu")
        self.assertEqual([u.get("srclang") for u in units], ["es", "fr"])

    def test_conflicts_are_shown_with_their_places(self):
        out = self.succeed("merge", "a.tmx", "b.tmx", "-o", "c.tmx", "--conflicts").out
        self.assertIn("es  La trata de personas\n"
                      "    en  Trafficking in persons  (a.tmx:3, 2021-01-01)\n"
                      "    en  Human trafficking  (b.tmx:2, 2024-01-01)\n", out)
        conflict, result = self.succeed("merge", "a.tmx", "b.tmx", "-o", "c.tmx", "--conflicts",
                                        "--json").json()
        self.assertEqual(conflict["conflict"], "La trata de personas")
        self.assertEqual([t["line"] for t in conflict["translations"]], [3, 2])
        self.assertEqual([result[k] for k in ("read", "united", "conflicts", "written")],
                         [5, 1, 1, 4])

    def test_the_newest_translation_may_be_all_that_stays(self):
        self.succeed("merge", "a.tmx", "b.tmx", "-o", "c.tmx", "--newest")
        self.assertEqual([t["en"] for t in texts_of(self.folder / "c.tmx")],
                         ["Water belongs to everyone.", "Human trafficking", "School"])

    def test_files_of_several_formats(self):
        self.write("c.tsv", "es\ten\nEl agua es de todos.\tWater belongs to everyone.\n"
                   "Hospital\tHospital\n")
        self.succeed("merge", "a.tmx", "c.tsv", "-o", "d.tmx")
        self.assertEqual(len(texts_of(self.folder / "d.tmx")), 3)

    def test_dry_run_and_failures(self):
        before = self.snapshot()
        out = self.succeed("merge", "a.tmx", "b.tmx", "-o", "c.tmx", "--dry-run").out
        self.assertIn("c.tmx: 4 units would be written of 5", out)
        self.write("cut.tmx", tmx(tu(WATER))[:-20])
        before = self.snapshot()
        self.fail_with(3, "merge", "a.tmx", "cut.tmx", "-o", "a.tmx", says=("cut.tmx",))
        self.fail_with(2, "merge", "a.tmx", "-o", "-", "--format", "tmx", "--conflicts",
                       says=("--conflicts",))
        self.assertEqual(self.snapshot(), before)

    def test_a_full_temporary_folder_is_an_error_and_leaves_nothing(self):
        long = "palabra " * 1000
        self.write("long.tmx", tmx(*(tu({"es": long + str(i), "en": str(i)}) for i in range(600))))
        before = self.snapshot()
        self.fail_with(3, "merge", "long.tmx", "-o", "c.tmx", says=("TMPDIR",),
                       TMPDIR="/proc/self/fdinfo")
        self.assertEqual(self.snapshot(), before)


if __name__ == "__main__":
    main()
