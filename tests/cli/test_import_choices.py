"""trujaman import: conflicts, broken files, batches, and an account of every unit."""
import signal
import sqlite3
import subprocess
import time

from support import PATIENCE, PROGRAM, CliTest, environment, main
from test_import import HEAD, TAIL, UNIT

COUNTS = ("read", "added", "merged", "replaced", "skipped")


class Choices(CliTest):
    def import_json(self, *arguments):
        return self.run_program("import", "--memory", "m.tm", "--json", *arguments).json()

    def counts(self, *arguments):
        """What became of the units of one file: [read, added, merged, replaced, skipped]."""
        (record,) = self.import_json(*arguments)
        return [record[key] for key in COUNTS]

    def table(self, memory="m.tm"):
        out = self.succeed("export", "-m", memory, "-o", "-", "--format", "tsv", "--from", "es",
                           "--to", "en").out
        return out.splitlines()[1:]


class Conflicts(Choices):
    def setUp(self):
        super().setUp()
        self.write("old.tsv", "es\ten\nLa reunión\tThe meeting\nEl acta\tThe minutes\n")
        self.write("new.tsv", "es\ten\nLa reunión\tThe gathering\nEl acta\tThe minutes\n"
                   "La junta\tThe board\n")
        self.import_json("old.tsv")

    def test_both(self):
        self.assertEqual(self.counts("new.tsv"), [3, 2, 1, 0, 0])
        self.assertEqual(self.counts("--on-conflict", "both", "new.tsv"), [3, 0, 3, 0, 0])
        self.assertEqual(self.units("m.tm"), 4)

    def test_keep(self):
        self.assertEqual(self.counts("--on-conflict", "keep", "new.tsv"), [3, 1, 1, 0, 1])
        self.assertEqual(self.table(), ["La reunión\tThe meeting", "El acta\tThe minutes",
                                        "La junta\tThe board"])
        (record,) = self.import_json("--on-conflict", "keep", "new.tsv")
        self.assertEqual(sum(record["reasons"].values()), 1)
        self.assertIn("another translation", next(iter(record["reasons"])))

    def test_replace(self):
        self.assertEqual(self.counts("--on-conflict", "replace", "new.tsv"), [3, 1, 1, 1, 0])
        self.assertEqual(self.table(), ["La reunión\tThe gathering", "El acta\tThe minutes",
                                        "La junta\tThe board"])
        self.assertEqual(self.counts("--on-conflict", "replace", "new.tsv"), [3, 0, 3, 0, 0])
        out = self.succeed("lookup", "-m", "m.tm", "--from", "es", "--to", "en", "La reunión").out
        self.assertIn("The gathering", out)
        self.assertNotIn("The meeting", out)

    def test_what_is_said(self):
        out = self.succeed("import", "-m", "m.tm", "--on-conflict", "replace", "new.tsv").out
        self.assertEqual(out, "new.tsv: 3 units read, 1 added, 1 already there, 1 replaced, "
                              "0 skipped\n")

    def test_an_unknown_policy_is_wrong_usage(self):
        self.fail_with(2, "import", "-m", "m.tm", "--on-conflict", "ask", "new.tsv")


class Account(Choices):
    def test_every_unit_that_was_read(self):
        self.write("mixed.tmx", HEAD + UNIT.format(1) + UNIT.format(2) + UNIT.format(1) +
                   '<tu><tuv xml:lang="es"><seg>Sola.</seg></tuv></tu>'
                   '<tu><tuv><seg>Sin idioma.</seg></tuv></tu>'
                   '<tu><tuv xml:lang="es"><seg>Vacía.</seg></tuv>'
                   '<tuv xml:lang="en"><seg/></tuv></tu><tu/>' + TAIL)
        (record,) = self.import_json("mixed.tmx")
        self.assertEqual([record[key] for key in COUNTS], [7, 2, 1, 0, 4])
        self.assertEqual(sum(record["reasons"].values()), 4)
        self.assertEqual(record["reasons"]["<tuv> without xml:lang"], 1)
        self.assertTrue(record["complete"])
        result = self.run_program("import", "-m", "m.tm", "mixed.tmx")
        self.assertRegex(result.out, r"^mixed\.tmx: 7 units read, 0 added, 3 already there, "
                                     r"4 skipped: .*<tuv> without xml:lang \(1\)")

    def test_a_folder_stands_for_its_files(self):
        (self.folder / "memories" / "2023").mkdir(parents=True)
        self.write("memories/b.tsv", "es\ten\nUno\tOne\n")
        self.write("memories/2023/a.tmx", HEAD + UNIT.format(1) + TAIL)
        self.write("memories/readme.txt", "no es una memoria")
        records = self.import_json("memories")
        self.assertEqual([r["file"] for r in records], ["memories/2023/a.tmx", "memories/b.tsv"])
        self.assertEqual(self.units("m.tm"), 2)
        (self.folder / "empty").mkdir()
        self.fail_with(3, "import", "-m", "n.tm", "empty", says=["empty"])


class Broken(Choices):
    def setUp(self):
        super().setUp()
        self.write("cut.tmx", HEAD + "".join(UNIT.format(i) for i in range(500)) + "<tu><tuv xml:l")

    def test_what_came_whole_is_offered(self):
        self.fail_with(3, "import", "-m", "m.tm", "cut.tmx",
                       says=("cut.tmx:503:", "500 units before that", "none was added", "--keep-whole"))
        self.assertFalse((self.folder / "m.tm").exists())

    def test_what_came_whole_is_added_when_wanted(self):
        result = self.run_program("import", "-m", "m.tm", "--keep-whole", "cut.tmx")
        self.assertEqual(result.status, 0)
        self.assert_error_line(result.err, "cut.tmx:503:", "warning")
        self.assertIn("500 units read, 500 added", result.out)
        self.assertEqual(self.units("m.tm"), 500)
        (record,) = self.import_json("--keep-whole", "cut.tmx")
        self.assertFalse(record["complete"])
        self.assertEqual(record["warnings"][-1]["line"], 503)

    def test_nothing_is_offered_where_nothing_is_whole(self):
        self.write("cut.tmx", HEAD + "<tu><tuv")
        result = self.fail_with(3, "import", "-m", "m.tm", "--keep-whole", "cut.tmx")
        self.assertNotIn("--keep-whole", result.err)

    def test_whole_batches_stay(self):
        self.fail_with(3, "import", "-m", "m.tm", "--batch", "200", "cut.tmx",
                       says=("500 units before that", "the first 400 were added"))
        self.assertEqual(self.units("m.tm"), 400)
        self.write("cut.tmx", HEAD + "".join(UNIT.format(i) for i in range(500)) + TAIL)
        self.assertEqual(self.counts("--batch", "200", "cut.tmx"), [500, 100, 400, 0, 0])


class Resumed(Choices):
    """An interrupted import in batches goes on where it was."""

    ROWS = 60_000
    BATCH = "2000"

    def setUp(self):
        super().setUp()
        rows = (f"La fila {i} habla del agua del pueblo {i % 977}.\t"
                f"Row {i} speaks of the water of village {i % 977}.\n" for i in range(self.ROWS))
        self.write("big.tsv", "es\ten\n" + "".join(rows))

    def committed(self):
        """Units that the memory notes as done; 0 when it has no note."""
        try:
            memory = sqlite3.connect(f"file:{self.folder / 'm.tm'}?mode=ro", uri=True)
            (note,) = memory.execute("SELECT text FROM bookmarks").fetchone()
            memory.close()
            return int(note.split()[-6])
        except (sqlite3.Error, TypeError):
            return 0

    def stop(self, number):
        """Starts the import and stops it once a batch is in; its status."""
        process = subprocess.Popen(
            [PROGRAM, "import", "-m", "m.tm", "--batch", self.BATCH, "big.tsv"], cwd=self.folder,
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.kill)
        deadline = time.monotonic() + PATIENCE
        while process.poll() is None and self.committed() == 0 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(number)
        _, err = process.communicate(timeout=PATIENCE)
        return process.returncode, err.decode("utf-8")

    def assert_goes_on(self):
        done = self.committed()
        self.assertGreater(done, 0)
        self.assertEqual(done % int(self.BATCH), 0)
        self.assertEqual(self.units("m.tm"), done)
        out = self.succeed("import", "-m", "m.tm", "--batch", self.BATCH, "big.tsv").out
        self.assertEqual(out, f"big.tsv: {self.ROWS} units read ({done} of them before the "
                              f"interruption), {self.ROWS} added, 0 already there, 0 skipped\n")
        self.succeed("import", "-m", "whole.tm", "big.tsv")
        self.assertEqual(self.table(), self.table("whole.tm"))
        # It is over: importing again looks at every unit.
        self.assertEqual(self.committed(), 0)
        self.assertEqual(self.counts("big.tsv"), [self.ROWS, 0, self.ROWS, 0, 0])

    def test_after_an_interrupt(self):
        status, err = self.stop(signal.SIGINT)
        self.assertEqual(status, 130)
        self.assert_error_line(err, "interrupted", f"{self.committed()} units")
        self.assert_goes_on()

    def test_after_sudden_death(self):
        status, _ = self.stop(signal.SIGKILL)
        self.assertEqual(status, -signal.SIGKILL)
        self.assert_goes_on()


SDLXLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
 xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="informe.docx" datatype="x"
 source-language="es-ES" target-language="en-GB"><body>
 <trans-unit id="t1"><source>El agua. La luz.</source><seg-source><mrk mtype="seg" mid="1">El agua.</mrk>
 <mrk mtype="seg" mid="2">La luz.</mrk></seg-source><target><mrk mtype="seg" mid="1">Water.</mrk>
 <mrk mtype="seg" mid="2"/></target>
 <alt-trans match-quality="100" origin="oim.tmx"><source>La luz.</source><target>Power.</target></alt-trans>
 <alt-trans match-quality="60%" mid="2"><target>Lights.</target></alt-trans>
 </trans-unit></body></file></xliff>"""


class ImportMatches(CliTest):
    def setUp(self):
        super().setUp()
        self.write("informe.docx.sdlxliff", SDLXLIFF)

    def texts(self):
        self.run_program("export", "-m", "m.tm", "--from", "es", "--to", "en", "-o", "m.tsv")
        return (self.folder / "m.tsv").read_text("utf-8").splitlines()[1:]

    def test_only_what_was_translated_comes_in(self):
        self.run_program("import", "-m", "m.tm", "informe.docx.sdlxliff")
        self.assertEqual(self.texts(), ["El agua.\tWater."])

    def test_on_demand_what_the_file_offers_comes_in_too(self):
        (record,) = self.run_program("import", "-m", "m.tm", "informe.docx.sdlxliff", "--matches",
                                     "--json").json()
        self.assertEqual([record[k] for k in ("read", "added", "skipped")], [4, 2, 2])
        self.assertEqual(record["reasons"], {
            "has no translation": 1, "is a fuzzy match that does not say of which text": 1})
        self.assertEqual(self.texts(), ["El agua.\tWater.", "La luz.\tPower."])


if __name__ == "__main__":
    main()
