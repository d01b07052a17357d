"""The README says what is so: its commands are run and its code is the shipped example."""
import re
import shlex
import shutil
import subprocess

from support import PATIENCE, PROGRAM, ROOT, CliTest, environment, main

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands():
    """(command, expected output) of the console blocks, in order."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = re.sub(r"\\\n\s*", "", part).partition("\n")
            yield command, output


def pattern(output):
    """A line "…" of the README stands for any lines."""
    lines = (r"(?:.*\n)*" if l.strip() == "…" else re.escape(l) + r"\n" for l in output.splitlines())
    return "".join(lines) + r"\Z"


class Readme(CliTest):
    def test_commands_give_what_the_readme_shows(self):
        for name in ("examples", "glossaries"):
            shutil.copytree(ROOT / name, self.folder / name)
        shown = list(commands())
        self.assertTrue(shown)
        for command, expected in shown:
            with self.subTest(command):
                words = shlex.split(command)
                self.assertEqual(words[0], "trujaman")
                run = subprocess.run(
                    [PROGRAM, *words[1:]], cwd=self.folder, env=environment(),
                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
                    timeout=PATIENCE, check=False,
                )
                findings = words[1] == "check" and expected != ""
                self.assertEqual(run.returncode, 1 if findings else 0, run.stdout)
                self.assertRegex(run.stdout, r"\A" + pattern(expected), f"it says:\n{run.stdout}")

    def test_code_is_the_shipped_example(self):
        example = (ROOT / "examples" / "align_and_query.cpp").read_text(encoding="utf-8")
        self.assertEqual(blocks("cpp"), [example])

    def test_code_in_c_is_the_shipped_example(self):
        example = (ROOT / "examples" / "c_lookup.c").read_text(encoding="utf-8")
        self.assertEqual(blocks("c"), [example])

    def test_files_that_it_names_are_there(self):
        prose = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
            self.assertTrue((ROOT / target).exists(), target)
        for command in ("./tools/quickstart.sh", "./tools/test.sh"):
            self.assertIn(command, README)


if __name__ == "__main__":
    main()
