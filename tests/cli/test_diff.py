"""trujaman diff."""
from support import CliTest, main
from units import tmx, tu

WATER = tu({"es": "El agua es de todos.", "en": "Water belongs to everyone."})
SCHOOL = tu({"es": "Escuela", "en": "School"})


class Diff(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.tmx", tmx(WATER, SCHOOL, tu({
            "es": "La junta se reúne en mayo.", "en": "The board meets in May."}, 'tuid="7"')))
        self.write("b.tmx", tmx(tu({
            "es": "La junta se reúne en junio.", "en": "The board meets in June."}, 'tuid="7"'),
            SCHOOL, tu({"es": "Hospital público", "en": "Public hospital"}),
            tu({"es": "El agua es de todos.", "en": "Water is for everyone."})))

    def test_order_does_not_count(self):
        self.write("c.tmx", tmx(SCHOOL, WATER))
        self.write("d.tsv", "es\ten\nEl agua es de todos.\tWater belongs to everyone.\n"
                   "Escuela\tSchool\n")
        self.assertEqual(self.succeed("diff", "c.tmx", "d.tsv").out, "")

    def test_differences_with_places_and_words(self):
        result = self.run_program("diff", "a.tmx", "b.tmx")
        self.assertEqual((result.status, result.err), (1, ""))
        self.assertEqual(result.out, """\
a.tmx:2 → b.tmx:5: changed
  es  El agua es de todos.
- en  Water [-belongs to-] everyone.
+ en  Water {+is for+} everyone.
a.tmx:4 → b.tmx:2: changed (7)
- es  La junta se reúne en [-mayo-].
+ es  La junta se reúne en {+junio+}.
- en  The board meets in [-May-].
+ en  The board meets in {+June+}.
b.tmx:4: added
+ es  Hospital público
+ en  Public hospital
0 removed, 1 added, 2 changed
""")

    def test_json(self):
        result = self.run_program("diff", "b.tmx", "a.tmx", "--json")
        self.assertEqual(result.status, 1)
        changes = result.json()
        self.assertEqual([c["change"] for c in changes], ["changed", "removed", "changed"])
        self.assertEqual(changes[1]["before"], {"es": "Hospital público", "en": "Public hospital"})
        self.assertEqual(changes[1]["after"], None)
        self.assertEqual(changes[0]["after_place"], {"file": "a.tmx", "line": 4})
        (count,) = self.run_program("diff", "b.tmx", "a.tmx", "--summary", "--json").json()
        self.assertEqual(count, {"removed": 1, "added": 0, "changed": 2})

    def test_dates_and_notes_count_when_asked_for(self):
        self.write("c.tmx", tmx(WATER))
        self.write("d.tmx", tmx(WATER.replace("<tu >", "<tu ><note>Lema</note>")))
        self.succeed("diff", "c.tmx", "d.tmx")
        result = self.run_program("diff", "c.tmx", "d.tmx", "--details")
        self.assertEqual(result.status, 1)
        self.assertIn("notes, properties or the like differ", result.out)

    def test_how_often_a_unit_stands_there_counts(self):
        self.write("c.tmx", tmx(WATER, WATER))
        self.write("d.tmx", tmx(WATER))
        result = self.run_program("diff", "c.tmx", "d.tmx", "--summary")
        self.assertEqual((result.status, result.out), (1, "1 removed, 0 added, 0 changed\n"))

    def test_failures(self):
        self.fail_with(3, "diff", "a.tmx", "missing.tmx", says=("missing.tmx",))
        self.fail_with(2, "diff", "a.tmx", "taller.es.txt", says=("taller.es.txt",))
        self.fail_with(2, "diff", "-", "-", "--input-format", "tmx", says=("standard input",))


if __name__ == "__main__":
    main()
