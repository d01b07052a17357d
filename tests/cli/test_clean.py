"""trujaman clean."""
from support import CliTest, main

UNITS = """es\ten\tfr
La vivienda es un derecho de todas las personas.\tHousing is a right of all people.\tLe logement est un droit de tous.
El agua llega a todo el barrio desde el año pasado.\tEl agua llega a todo el barrio desde el año pasado.\tL’eau arrive dans tout le quartier.
Los caminos rurales se cierran en invierno.\tLos caminos rurales se cierran en invierno.\t
Las niñas van a la escuela todos los días.\tLes filles vont à l’école tous les jours de la semaine.\t
"""


class Clean(CliTest):
    def setUp(self):
        super().setUp()
        self.write("units.tsv", UNITS)
        self.succeed("import", "-m", "m.tm", "units.tsv")

    def test_shows_what_it_would_do_and_does_nothing(self):
        before = self.snapshot()
        found = self.succeed("clean", "-m", "m.tm", "--json").json()
        self.assertEqual(
            [(f["rule"], f["removed"], f["languages"]) for f in found],
            [("same-as-source", "variants", ["en"]), ("same-as-source", "unit", []),
             ("language", "unit", [])],
        )
        self.assertEqual(self.snapshot(), before)
        out = self.succeed("clean", "-m", "m.tm", "--dry-run").out
        self.assertIn("2 units and parts of 1 more unit to take out", out)

    def test_apply_does_it_and_leaves_nothing_to_do(self):
        self.succeed("clean", "-m", "m.tm", "--apply")
        self.assertEqual(self.units("m.tm"), 2)
        self.assertEqual(self.run_program("clean", "-m", "m.tm").status, 1)
        out = self.succeed("export", "-m", "m.tm", "-o", "-", "--format", "tsv").out
        self.assertIn("L’eau arrive", out)
        self.assertNotIn("Los caminos", out)

    def test_rules_may_be_chosen(self):
        (found,) = self.succeed("clean", "-m", "m.tm", "--only", "language", "--json").json()
        self.assertEqual(found["rule"], "language")

    def test_of_units_with_the_same_texts_the_newest_stays(self):
        unit = ('<tu tuid="{}"><tuv xml:lang="es"><seg>Sala de prensa</seg></tuv>'
                '<tuv xml:lang="en"><seg>Press room</seg></tuv></tu>')
        self.write("two.tmx", '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" '
                   'segtype="sentence" o-tmf="x" adminlang="en" srclang="es" datatype="plaintext"/>'
                   "<body>" + unit.format("a") + unit.format("b") + "</body></tmx>")
        self.succeed("import", "-m", "n.tm", "two.tmx")
        (found,) = self.succeed("clean", "-m", "n.tm", "--apply", "--json").json()
        self.assertEqual(found["rule"], "duplicate")
        self.succeed("export", "-m", "n.tm", "-o", "n.tmx")
        self.assertIn(b'tuid="b"', self.snapshot()["n.tmx"])
        self.assertNotIn(b'tuid="a"', self.snapshot()["n.tmx"])


if __name__ == "__main__":
    main()
