"""What the tests of the program share: a folder of their own, and the program in it."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["TRUJAMAN"]
DATA = pathlib.Path(__file__).parent / "data"
ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = ("taller.es.txt", "workshop.en.txt", "atelier.fr.txt")

# Long enough for the slowest machine: it ends a test that hangs, and measures nothing.
PATIENCE = 300


def environment(**more):
    """The caller's environment without what changes the program's answers."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TRUJAMAN"))}
    return kept | {"LC_ALL": "C.UTF-8"} | more


class Result:
    """What a run of the program came to."""

    def __init__(self, process):
        self.status = process.returncode
        self.bytes = process.stdout
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")

    def json(self):
        """The objects of JSON Lines: one a line, and the last line is whole."""
        assert not self.out or self.out.endswith("\n"), "the last line is not whole"
        return [json.loads(line) for line in self.out.splitlines()]


class CliTest(unittest.TestCase):
    """Each test runs in a fresh folder, which holds copies of the files of data/."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="trujaman-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        for file in DATA.iterdir():
            shutil.copy(file, self.folder)

    # Doing -------------------------------------------------------------------------------------

    def run_program(self, *arguments, stdin=b"", **env):
        """Runs the program in the folder. stdin: text or bytes to feed it."""
        return Result(
            subprocess.run(
                [PROGRAM, *map(str, arguments)],
                cwd=self.folder,
                env=environment(**env),
                input=stdin.encode("utf-8") if isinstance(stdin, str) else stdin,
                capture_output=True,
                timeout=PATIENCE,
            )
        )

    def succeed(self, *arguments, **how):
        """Runs the program; it must do its work without a word on stderr."""
        result = self.run_program(*arguments, **how)
        self.assertEqual((result.status, result.err), (0, ""), result.out)
        return result

    def fail_with(self, status, *arguments, says=(), **how):
        """Runs the program; it must fail with one line that contains all of says."""
        result = self.run_program(*arguments, **how)
        self.assertEqual(result.status, status, result.err)
        self.assertEqual(result.out, "")
        self.assert_error_line(result.err, *says)
        return result

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def memory(self, name="m.tm", documents=DOCUMENTS):
        """Makes a memory of the documents; returns its name."""
        self.succeed("align", *documents, "--memory", name)
        return name

    def snapshot(self):
        """Every file of the folder with its bytes. The files in which SQLite keeps its readers in
        step with its writer come and go, and are left out."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes()
            for file in self.folder.rglob("*")
            if file.is_file() and not file.name.endswith(("-shm", "-wal"))
        }

    def units(self, memory):
        """Number of units in a memory, as the program says it."""
        return self.succeed("info", memory, "--json").json()[0]["units"]

    # Judging -----------------------------------------------------------------------------------

    def assert_error_line(self, err, *words):
        self.assertEqual(err.count("\n"), 1, f"not one line: {err!r}")
        self.assertTrue(err.startswith("trujaman: ") and err.endswith("\n"), err)
        for word in words:
            self.assertIn(word, err)

    def assert_keys(self, record, *keys):
        """The record has these keys; it may have more."""
        self.assertLessEqual(set(keys), set(record))


def main():
    unittest.main()
