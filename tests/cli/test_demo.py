"""The demonstration: it runs on what is installed, writes into its own folder, and can be redone."""
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile

from support import PATIENCE, PROGRAM, CliTest, environment, main


class Demo(CliTest):
    def demonstrate(self, *arguments, **how):
        return self.succeed("demo", *arguments, **how).out

    def test_it_shows_every_step_with_the_command_that_does_it(self):
        shown = self.demonstrate("--directory", "demo")
        commands = re.findall(r"^\$ trujaman (\w+)", shown, re.MULTILINE)
        self.assertEqual(commands[:7], ["align", "lookup", "concordance", "terms", "analyse",
                                        "pretranslate", "check"])
        for said in ("85 units, written to report.tmx", "The droughts of the past",
                     "**Recrutement équitable**", "fr: travailleur migrant", "  total", "What next?"):
            self.assertIn(said, shown)
        self.assertNotIn("\x1b", shown)
        self.assertLess(len(shown.splitlines()), 120)
        made = {p.name for p in (self.folder / "demo").iterdir()}
        self.assertLessEqual({"my.tm", "report.tmx", "review.html", "report-2025.en.md"}, made)

    def test_the_commands_that_it_shows_are_those_to_type(self):
        shown = self.demonstrate("--directory", "demo")
        again = "\n".join(
            re.findall(r"^\$ (trujaman (?:.*\\\n)*.*)$", shown.split("What next?")[0], re.MULTILINE))
        # "--glossary oim-iom" and the memory that is there mean the same in a shell.
        for name in ("my.tm", "report.tmx", "review.html", "report-2025.en.md"):
            (self.folder / "demo" / name).unlink()
        path = f"{pathlib.Path(PROGRAM).parent}:{os.environ['PATH']}"
        run = subprocess.run(["bash", "-c", again], cwd=self.folder / "demo",
                             env=environment(PATH=path), stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True, encoding="utf-8",
                             timeout=PATIENCE, check=False)
        self.assertEqual(run.stderr, "")
        self.assertIn("The droughts of the past", run.stdout)
        self.assertTrue((self.folder / "demo" / "my.tm").exists())

    def test_it_can_be_done_again_in_its_own_folder_and_in_no_other(self):
        self.assertEqual(self.demonstrate("--directory", "demo"),
                         self.demonstrate("--directory", "demo"))
        before = self.snapshot()
        self.fail_with(3, "demo", "--directory", ".", says=["in use"])
        self.assertEqual(self.snapshot(), before)

    def test_without_a_folder_it_makes_one_and_leaves_this_one_alone(self):
        temporary = pathlib.Path(tempfile.mkdtemp(prefix="trujaman-tmp-"))
        self.addCleanup(shutil.rmtree, temporary)
        before = self.snapshot()
        self.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        try:
            shown = self.demonstrate(TMPDIR=str(temporary))
        finally:
            self.folder.chmod(stat.S_IRWXU)
        self.assertEqual(self.snapshot(), before)
        (made,) = temporary.iterdir()
        self.assertIn(str(made), shown)
        self.assertTrue((made / "my.tm").exists())

    def test_without_its_documents_it_says_where_they_are(self):
        bare = self.folder / "elsewhere" / "bin"
        bare.mkdir(parents=True)
        shutil.copy(PROGRAM, bare)
        libraries = pathlib.Path(PROGRAM).parents[1] / "lib"
        run = subprocess.run([bare / "trujaman", "demo"], cwd=self.folder, stdout=subprocess.PIPE,
                             env=environment(LD_LIBRARY_PATH=str(libraries)),
                             stderr=subprocess.PIPE, text=True, encoding="utf-8",
                             timeout=PATIENCE, check=False)
        self.assertEqual((run.returncode, run.stdout), (3, ""))
        self.assert_error_line(run.stderr, "not installed", "examples/report")

    def test_glossaries_are_found_by_name_but_a_file_of_that_name_counts_before(self):
        asked = ("--from", "es", "--to", "fr", "la trata de personas")
        self.assertIn("traite", self.succeed("terms", "--glossary", "oim-iom", *asked).out)
        self.assertIn("OIM", self.succeed("glossary", "search", "--glossary", "oim-iom", "IOM").out)
        self.write("oim-iom", "es\tfr\ntrata de personas\tvente d’humains\n")
        self.assertIn("vente", self.succeed("terms", "--glossary", "oim-iom", *asked).out)

    def test_a_shipped_glossary_is_not_changed(self):
        self.fail_with(2, "glossary", "add", "--glossary", "oim-iom", "--es", "a", "--en", "b")


if __name__ == "__main__":
    main()
