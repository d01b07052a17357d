"""The manual page: it says all that the program has, and formatters take it without a word."""
import re
import shutil
import subprocess
import unittest

from support import PATIENCE, CliTest, environment, main


class Manual(CliTest):
    def setUp(self):
        super().setUp()
        self.page = self.write("trujaman.1", self.succeed("manual").out)

    def rendered(self):
        """The page as a terminal shows it, without bold and underlined."""
        run = subprocess.run(
            ["man", "--warnings", "-l", self.page], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, encoding="utf-8", timeout=PATIENCE, check=False,
            env=environment(MANWIDTH="100", TERM="dumb", PAGER="cat", MAN_KEEP_FORMATTING=""),
        )
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return re.sub(r"\x1b\[[0-9;]*m|.\x08", "", run.stdout)

    @unittest.skipUnless(shutil.which("man") and shutil.which("groff"), "no man-db")
    def test_man_shows_it_without_a_warning(self):
        page = self.rendered()
        for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "ENVIRONMENT",
                        "FILES", "EXAMPLES", "SEE ALSO"):
            self.assertRegex(page, rf"(?m)^{section}$")
        for said in ("trujaman glossary extract", "-m, --memory FILE", "TRUJAMAN_MEMORY",
                     "NO_COLOR", "LC_MESSAGES", "'No dejar a nadie atrás.'",
                     "recrutement équitable", "Values: keep, replace, both."):
            self.assertIn(said, page)
        for status in ("0", "1", "2", "3", "4", "130"):
            self.assertRegex(page, rf"(?m)^ +{status} +\w")

    @unittest.skipUnless(shutil.which("mandoc"), "no mandoc")
    def test_mandoc_finds_nothing_wrong(self):
        run = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", self.page],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             timeout=PATIENCE, check=False)
        # A date would say when the page was made; it is made with every build.
        found = [l for l in run.stdout.splitlines() if "missing date" not in l]
        self.assertEqual(found, [])

    def test_every_command_and_option_is_in_it(self):
        page = self.page.read_text(encoding="utf-8").replace("\\-", "-")
        self.assertTrue(page.isascii())
        commands = re.findall(r"^  (\w+) {2,}", self.succeed("--help").out, re.MULTILINE)
        self.assertGreater(len(commands), 15)
        for command in commands:
            self.assertIn(f".SS trujaman {command}\n", page)
            for option in re.findall(r"^  +(?:-\w,)?(--[a-z0-9-]+)",
                                     self.succeed(command, "--help").out, re.MULTILINE):
                if option != "--help":
                    self.assertIn(f"\\fB{option}\\fR", page, command)

    def test_help_does_not_list_the_command_that_makes_it(self):
        self.assertNotIn("manual", self.succeed("--help").out)


if __name__ == "__main__":
    main()
