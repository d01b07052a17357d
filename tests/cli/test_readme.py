"""The READMEs for users say what is so: their commands are run, their code is the examples'."""
import re
import shlex
import shutil
import subprocess

from support import PATIENCE, PROGRAM, ROOT, CliTest, environment, main

PAGES = {page: (ROOT / page).read_text(encoding="utf-8")
         for page in ("README.md", "examples/README.md", "tools/README.md")}
README = PAGES["README.md"]
LANGUAGES = {".cpp": "cpp", ".c": "c", ".py": "python"}


def blocks(language, page):
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def commands(page):
    """(command, expected output) of the console blocks, in order."""
    for block in blocks("console", page):
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
        self.check_commands(README)

    def test_so_do_those_of_the_program_s_own_page(self):
        shutil.copytree(ROOT / "examples", self.folder / "examples")
        self.check_commands(PAGES["tools/README.md"])

    def check_commands(self, page):
        shown = list(commands(page))
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
                wrong = expected.startswith("trujaman: '")
                status = 1 if findings else 2 if wrong else 0
                self.assertEqual(run.returncode, status, run.stdout)
                self.assertRegex(run.stdout, r"\A" + pattern(expected), f"it says:\n{run.stdout}")

    def test_code_is_that_of_the_shipped_examples(self):
        quoted = {block for page in PAGES.values() for language in LANGUAGES.values()
                  for block in blocks(language, page)}
        shipped = {file.read_text(encoding="utf-8") for file in (ROOT / "examples").iterdir()
                   if file.suffix in LANGUAGES}
        self.assertEqual(quoted, shipped)

    def test_files_that_it_names_are_there(self):
        for page, text in PAGES.items():
            prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
            for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
                self.assertTrue(((ROOT / page).parent / target).exists(), target)
        for command in ("./tools/quickstart.sh", "./tools/test.sh"):
            self.assertIn(command, README)


if __name__ == "__main__":
    main()
