"""trujaman clean."""
from support import CliTest, main
from units import texts_of, tmx, tu

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

    def test_of_units_with_nearly_the_same_texts_the_one_changed_last_stays(self):
        self.write("near.tmx", tmx(
            tu({"es": "Sala de prensa", "en": "Press room"}, 'changedate="20240101T000000Z"'),
            tu({"es": "SALA DE PRENSA:", "en": "Press room."}, 'changedate="20200101T000000Z"'),
            tu({"es": "Sala 1", "en": "Room 1"}), tu({"es": "Sala 2", "en": "Room 2"})))
        out = self.succeed("clean", "near.tmx", "-o", "clean.tmx").out
        self.assertEqual(out, "near.tmx:3: near-duplicate: “SALA DE PRENSA:”: nearly the same texts "
                         "as a newer unit (near.tmx:2)\n1 unit to take out\nclean.tmx: 3 units\n")
        self.assertEqual([t["es"] for t in texts_of(self.folder / "clean.tmx")],
                         ["Sala de prensa", "Sala 1", "Sala 2"])

    def test_lengths_and_codes(self):
        good = [tu({"es": f"La comunidad {i} tiene agua desde enero.",
                    "en": f"Community {i} has had water since January."}) for i in range(120)]
        self.write("bad.tmx", tmx(
            *good,
            tu({"es": "La comunidad tiene agua desde enero y escuela desde marzo, dice la alcaldesa.",
                "en": "Water."}),
            tu({"es": "La <ph>%1</ph> tiene agua.", "en": "It has water now."})))
        found = self.succeed("clean", "bad.tmx", "--json").json()
        self.assertEqual([(f["rule"], f["line"]) for f in found], [("length", 122), ("code", 123)])
        self.assertIn("are usual", found[0]["reason"])
        self.succeed("import", "-m", "bad.tm", "bad.tmx")
        rules = [f["rule"] for f in self.succeed("clean", "-m", "bad.tm", "--json").json()]
        self.assertEqual(rules, ["length", "code"])

    def test_a_file_is_cleaned_into_another(self):
        before = self.snapshot()
        out = self.succeed("clean", "units.tsv", "-o", "new.tsv", "--dry-run").out
        self.assertIn("units.tsv:4: same-as-source", out)
        self.assertIn("new.tsv: 2 units would be written", out)
        self.assertEqual(self.snapshot(), before)
        self.succeed("clean", "units.tsv", "-o", "new.tsv")
        self.assertEqual((self.folder / "new.tsv").read_text("utf-8").count("\n"), 3)
        again = self.run_program("clean", "new.tsv")
        self.assertEqual((again.status, again.out), (1, "nothing to take out\n"))

    def test_standard_output_is_the_clean_file(self):
        result = self.run_program("clean", "units.tsv", "-o", "-", "--format", "tsv")
        self.assertEqual(result.status, 0)
        self.assertEqual(result.out.count("\n"), 3)
        self.assertIn("same-as-source", result.err)

    def test_rules_may_be_left_out(self):
        found = self.succeed("clean", "units.tsv", "--skip", "same-as-source", "--json").json()
        self.assertEqual([f["rule"] for f in found], ["language"])
        self.fail_with(2, "clean", "units.tsv", "--skip", "tidy", says=("tidy",))

    def test_a_file_or_a_memory(self):
        self.fail_with(2, "clean", says=("memory",))
        self.fail_with(2, "clean", "units.tsv", "--apply", says=("-o",))
        self.fail_with(2, "clean", "-m", "m.tm", "-o", "x.tmx", says=("--apply",))
        self.fail_with(2, "clean", "-m", "m.tm", "--apply", "--dry-run")


if __name__ == "__main__":
    main()
