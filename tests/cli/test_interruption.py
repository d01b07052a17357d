"""Ctrl-C, termination and sudden death leave files and memories whole."""
import random
import signal
import shutil
import subprocess
import time

from support import PATIENCE, PROGRAM, CliTest, environment, main

HEAD = "es\ten\n"
# More than a pipe holds, so that once it is written the program is up and reading.
ROWS = [
    f"La fila número {i} habla del agua del pueblo {i * 7}.\t"
    f"Row number {i} speaks of the water of village {i * 7}.\n"
    for i in range(4000)
]
TRIES = 10


class Interruption(CliTest):
    def setUp(self):
        super().setUp()
        self.succeed("align", "taller.es.txt", "workshop.en.txt", "--memory", "old.tm")
        self.old = self.units("old.tm")
        self.write("more.tsv", HEAD + "".join(ROWS))
        shutil.copy(self.folder / "old.tm", self.folder / "m.tm")

    def start(self, *arguments):
        process = subprocess.Popen(
            [PROGRAM, *arguments], cwd=self.folder, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        self.addCleanup(process.kill)
        return process

    def stop_halfway(self, process, text, number):
        """Feeds half of the text, sends the signal, feeds the rest. What the program says."""
        half = len(text) // 2
        process.stdin.write(text[:half])
        process.stdin.flush()
        process.send_signal(number)
        try:
            out, err = process.communicate(text[half:], timeout=PATIENCE)
        except BrokenPipeError:
            out, err = process.communicate(timeout=PATIENCE)
        return process.returncode, out, err.decode("utf-8")

    def test_an_interrupted_import_is_taken_back(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.start("import", "--memory", "m.tm", "--format", "tsv", "-")
            text = (self.folder / "more.tsv").read_bytes()
            status, out, err = self.stop_halfway(process, text, number)
            self.assertEqual((status, out), (128 + number, b""), err)
            self.assert_error_line(err)
            self.assertEqual(self.units("m.tm"), self.old)

    def test_an_interrupted_align_writes_nothing(self):
        self.write("out.tmx", "older")
        before = self.snapshot()
        text = "".join(row.split("\t")[0] + "\n\n" for row in ROWS).encode("utf-8")
        process = self.start(
            "align", "-", "workshop.en.txt", "-o", "out.tmx", "--memory", "m.tm", "-l", "es,en"
        )
        status, out, err = self.stop_halfway(process, text, signal.SIGINT)
        self.assertEqual((status, out), (128 + signal.SIGINT, b""), err)
        self.assert_error_line(err)
        self.assertEqual(self.snapshot(), before)

    def test_interrupted_work_on_files_writes_nothing(self):
        text = (HEAD + "".join(ROWS)).encode("utf-8")
        self.write("old.tmx", "older")
        before = self.snapshot()
        for arguments in (
            ("convert", "-", "old.tmx"),
            ("filter", "-", "-o", "old.tmx", "--source-matches", "agua"),
            ("split", "-", "-o", "parts", "--units", "100"),
            ("split", "-", "-o", "new-{}.csv", "--parts", "5"),
            ("merge", "-", "more.tsv", "-o", "old.tmx"),
            ("clean", "-", "-o", "new.tmx"),
        ):
            with self.subTest(arguments):
                process = self.start(*arguments, "--input-format", "tsv")
                status, out, err = self.stop_halfway(process, text, signal.SIGINT)
                self.assertEqual((status, out), (128 + signal.SIGINT, b""), err)
                self.assert_error_line(err)
                self.assertEqual(self.snapshot(), before)
                self.assertFalse((self.folder / "parts").exists())

    def test_a_killed_import_leaves_the_old_state(self):
        process = self.start("import", "--memory", "m.tm", "--format", "tsv", "-")
        process.stdin.write((HEAD + "".join(ROWS[:3000])).encode("utf-8"))
        process.stdin.flush()
        process.kill()
        process.communicate(timeout=PATIENCE)
        self.assertEqual(self.units("m.tm"), self.old)

    def test_killed_at_any_moment_a_memory_is_old_or_new(self):
        shutil.copy(self.folder / "old.tm", self.folder / "new.tm")
        began = time.monotonic()
        self.succeed("import", "--memory", "new.tm", "more.tsv")
        whole = time.monotonic() - began
        new = self.units("new.tm")
        self.assertEqual(new, self.old + len(ROWS))
        moments = random.Random(2030)
        for _ in range(TRIES):
            for file in self.folder.glob("m.tm*"):
                file.unlink()
            shutil.copy(self.folder / "old.tm", self.folder / "m.tm")
            process = self.start("import", "--memory", "m.tm", "more.tsv")
            # When exactly does not matter: whenever it is, the memory must hold.
            time.sleep(moments.uniform(0, 1.1 * whole))
            process.kill()
            process.communicate(timeout=PATIENCE)
            self.assertIn(self.units("m.tm"), (self.old, new))
            self.succeed("import", "--memory", "m.tm", "more.tsv")
            self.assertEqual(self.units("m.tm"), new)

    def test_killed_at_any_moment_an_output_is_old_or_new(self):
        began = time.monotonic()
        self.succeed("import", "--memory", "m.tm", "more.tsv")
        self.succeed("export", "--memory", "m.tm", "-o", "new.tmx")
        whole = time.monotonic() - began
        new = (self.folder / "new.tmx").read_bytes()
        moments = random.Random(2030)
        for _ in range(TRIES):
            self.write("out.tmx", "old")
            process = self.start("export", "--memory", "m.tm", "-o", "out.tmx")
            time.sleep(moments.uniform(0, whole))
            process.kill()
            process.communicate(timeout=PATIENCE)
            self.assertIn((self.folder / "out.tmx").read_bytes(), (b"old", new))


if __name__ == "__main__":
    main()
