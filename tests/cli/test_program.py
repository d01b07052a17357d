"""The program as a whole: help, version, wrong usage, where its output goes."""
import os
import re
import signal
import subprocess

from support import PATIENCE, PROGRAM, CliTest, environment, main

COMMANDS = ("align", "segment", "import", "export", "lookup", "concordance", "terms", "lexicon",
            "glossary", "info", "convert", "filter", "split", "merge", "diff", "clean")


class Program(CliTest):
    def test_version_and_help_are_answers(self):
        self.assertRegex(self.succeed("--version").out, r"^trujaman \d+\.\d+\.\d+\n$")
        overview = self.succeed("--help").out
        for command in COMMANDS:
            self.assertRegex(overview, rf"(?m)^ *{command}\b")
            text = self.succeed(command, "--help").out
            self.assertIn(f"trujaman {command}", text)
            self.assertIn("Example:", text)

    def test_wrong_usage_is_status_2_and_names_the_help(self):
        for arguments in (
            (),
            ("algin",),
            ("--no-such-option",),
            ("align",),
            ("align", "taller.es.txt"),
            ("align", "taller.es.txt", "workshop.en.txt", "--no-such-option"),
            ("align", "taller.es.txt", "workshop.en.txt", "-l", "es,no such tag"),
            ("align", "taller.es.txt", "workshop.en.txt", "--min-confidence", "2"),
            ("import", "units.tmx"),
            ("export", "--memory", "m.tm"),
            ("lookup", "--memory", "m.tm", "--from", "es", "agua"),
            ("lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "--min-score", "x", "a"),
            ("terms", "--from", "es", "agua"),
            ("info",),
        ):
            with self.subTest(arguments):
                self.fail_with(2, *arguments, says=["--help"])

    def test_memory_may_come_from_the_environment(self):
        memory = self.memory()
        asked = ("lookup", "--from", "es", "--to", "en", "Nadie respondió enseguida.")
        self.assertIn("Nobody answered", self.succeed(*asked, TRUJAMAN_MEMORY=memory).out)

    def test_no_colour_where_there_is_no_terminal(self):
        memory = self.memory()
        out = self.succeed("concordance", "--memory", memory, "riego", TERM="xterm").out
        self.assertNotIn("\x1b", out)

    def test_a_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "w", encoding="utf-8") as full:
            run = subprocess.run(
                [PROGRAM, "segment", "taller.es.txt"], cwd=self.folder, env=environment(),
                stdout=full, stderr=subprocess.PIPE, timeout=PATIENCE, check=False,
            )
        self.assertEqual(run.returncode, 3)
        self.assert_error_line(run.stderr.decode())

    def test_a_reader_that_has_gone_is_no_error(self):
        self.write("long.txt", "Una frase que se repite.\n\n" * 50_000)
        with subprocess.Popen(
            [PROGRAM, "segment", "-l", "es", "long.txt"], cwd=self.folder, env=environment(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:
            self.assertEqual(process.stdout.readline(), b"Una frase que se repite.\n")
            process.stdout.close()
            err = process.stderr.read()
            process.wait(PATIENCE)
        self.assertEqual(err, b"")
        self.assertEqual(process.returncode, 128 + signal.SIGPIPE)

    def test_an_error_is_one_line_whatever_the_name(self):
        result = self.fail_with(3, "segment", "no\nsuch\nfile")
        self.assertTrue(re.match(r"trujaman: .*: .+; .+\n$", result.err), result.err)


if __name__ == "__main__":
    main()
