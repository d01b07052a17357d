"""Completions, asked of the shells themselves: bash, zsh and fish, each where it is installed."""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import unittest

from support import PATIENCE, PROGRAM, ROOT, CliTest, environment, main

COMMANDS = {"align", "segment", "analyse", "import", "export", "lookup", "concordance", "terms",
            "check", "clean", "glossary", "info", "demo", "completion"}
GLOSSARIES = {"oim-iom", "ods-sdg", "onu-un"}

# What is completed: words, the last of which is the one at the cursor; what must be proposed; what
# must not. The folder has the files of data/ and those of setUp.
CASES = [
    (["al"], {"align"}, {"lookup"}),
    (["glossary", "ex"], {"export", "extract"}, {"list", "align"}),
    (["glossary", "list", "--su"], {"--subject"}, {"--srx"}),
    (["lookup", "--m"], {"--memory", "--min-score"}, {"--limit"}),
    (["export", "--format", ""], {"tmx", "xlf", "csv"}, {"keep", "taller.es.txt"}),
    (["import", "--on-conflict", ""], {"keep", "replace", "both"}, {"tmx"}),
    (["export", "--level", ""], {"1", "2"}, {"tmx"}),
    (["lookup", "--from", "e"], {"es", "en"}, {"fr"}),
    (["check", "--only", "num"], {"number"}, {"date"}),
    (["clean", "--only", "near"], {"near-duplicate"}, {"number"}),
    (["completion", ""], {"bash", "zsh", "fish"}, {"taller.es.txt"}),
    (["align", "tal"], {"taller.es.txt"}, {"tales.bin"}),
    (["align", "taller.es.txt", "wor"], {"workshop.en.txt"}, {"words.bin"}),
    (["import", "--memory", "o"], {"old.tm"}, {"old.tmx"}),
    (["import", "--memory", "old.tm", "o"], {"old.tmx"}, {"old.tm"}),
    (["terms", "--glossary", "o"], {"oim-iom", "old.tbx"}, {"old.tmx"}),
    (["info", "o"], {"old.tm"}, {"old.tmx"}),
    (["align", "--review", "p"], {"page.html"}, {"plan.bin"}),
]


class Completion(CliTest):
    def setUp(self):
        super().setUp()
        for name in ("old.tm", "old.tmx", "old.tbx", "words.bin", "tales.bin", "page.html",
                     "plan.bin"):
            self.write(name, "")

    def script(self, shell):
        return self.write("completion." + shell, self.succeed("completion", shell).out)

    def run_shell(self, *command, stdin=None):
        """The lines that a shell prints; it must have nothing to complain of."""
        env = environment(HOME=str(self.folder), ZDOTDIR=str(self.folder), TERM="dumb",
                          XDG_CONFIG_HOME=str(self.folder / "config"),
                          XDG_DATA_HOME=str(self.folder / "data"))
        path = f"{pathlib.Path(PROGRAM).parent}:{os.environ['PATH']}"
        run = subprocess.run(
            command, cwd=self.folder, env=env | {"PATH": path}, input=stdin, text=True,
            encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE,
            check=False,
        )
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout.splitlines()

    def check(self, complete):
        """Goes through the cases; complete(words) gives the proposals."""
        self.assertLessEqual(COMMANDS, complete([""]))
        self.assertLessEqual(GLOSSARIES, complete(["terms", "--glossary", ""]))
        for words, wanted, unwanted in CASES:
            with self.subTest(words):
                proposals = complete(words)
                self.assertLessEqual(wanted, proposals)
                self.assertEqual(unwanted & proposals, set())

    # bash --------------------------------------------------------------------------------------

    def bash(self, words, script="completion.bash"):
        shown = shlex.join(["trujaman", *words])
        return set(self.run_shell("bash", "--norc", "-c", f"""
            source {script}
            COMP_WORDS=({shown}) COMP_CWORD={len(words)}
            _trujaman
            printf '%s\\n' "${{COMPREPLY[@]}}\""""))

    def test_bash(self):
        self.script("bash")
        self.run_shell("bash", "-n", "completion.bash")
        self.check(self.bash)
        # Bash parts "--format=t" in three; a list keeps what stands before its last comma.
        self.assertEqual(self.bash(["export", "--format", "=", "t"]), {"tmx", "tsv"})
        self.assertEqual(self.bash(["check", "--only", "date,num"]), {"date,number"})
        # Options are proposed where one is begun only, and nothing for what is free text.
        self.assertEqual(self.bash(["lookup", "--previous", ""]), {""})

    def test_bash_completes_names_with_blanks_and_letters_of_any_language(self):
        self.script("bash")
        self.write("informe de año.docx", "")
        self.assertIn("informe de año.docx", self.bash(["align", "inf"]))

    # zsh ---------------------------------------------------------------------------------------

    # A shell within the shell, in which TAB is pressed, and whose every proposal is noted.
    ZSH = r"""
        zmodload zsh/zpty
        zpty -b inner zsh -f -i
        typeset -g answer
        ask() { zpty -w inner "$1"; zpty -r -m inner answer "*$2*"; }
        zpty -w inner "PS1= PS2= RPS1=; unsetopt zle_bracketed_paste; fpath=($PWD/functions \$fpath)"
        zpty -w inner 'autoload -Uz compinit && compinit -u -D'
        zpty -w inner 'compadd() {
          local -a found; builtin compadd -O found "$@"; print -rl -- PROPOSED\ ${^found} >> proposals
          builtin compadd "$@" }'
        zpty -w inner 'note() { zle complete-word; print -r -- "END" >> proposals }'
        zpty -w inner "zle -N note; bindkey '^I' note; LISTMAX=0; print R''EADY"
        zpty -r -m inner answer '*READY*'
        zpty -w -n inner "$1"$'\t'
        repeat 600; do [[ -e proposals && "$(<proposals)" == *END* ]] && break; sleep 0.1; done
        zpty -d inner
    """

    def zsh(self, words):
        (self.folder / "proposals").unlink(missing_ok=True)
        self.write("ask.zsh", self.ZSH)
        line = " ".join(["trujaman", *words])
        self.run_shell("zsh", "-f", "ask.zsh", line)
        noted = (self.folder / "proposals").read_text(encoding="utf-8")
        return set(re.findall(r"^PROPOSED (.+)$", noted, re.MULTILINE))

    @unittest.skipUnless(shutil.which("zsh"), "no zsh")
    def test_zsh(self):
        functions = self.folder / "functions"
        functions.mkdir()
        self.script("zsh").rename(functions / "_trujaman")
        self.run_shell("zsh", "-f", "-n", "functions/_trujaman")
        self.check(self.zsh)

    # fish --------------------------------------------------------------------------------------

    def fish(self, words):
        line = " ".join(["trujaman", *words])
        said = self.run_shell("fish", "--no-config", "-c",
                              f"source completion.fish; complete -C {json.dumps(line)}")
        return {proposal.split("\t")[0] for proposal in said}

    @unittest.skipUnless(shutil.which("fish"), "no fish")
    def test_fish(self):
        self.script("fish")
        self.run_shell("fish", "--no-execute", "completion.fish")
        self.check(self.fish)
        self.assertEqual(self.fish(["check", "--only", "date,num"]), {"date,number"})
        self.assertIn("--format=tmx", self.fish(["export", "--format=t"]))
        described = self.run_shell("fish", "--no-config", "-c",
                                   "source completion.fish; complete -C 'trujaman al'")
        self.assertIn("align\tAlign a document with its translations, sentence by sentence",
                      described)

    # All ---------------------------------------------------------------------------------------

    def test_every_option_of_every_command_is_in_every_script(self):
        scripts = [self.succeed("completion", shell).out for shell in ("bash", "zsh", "fish")]
        commands = re.findall(r"^  (\w+) {2,}", self.succeed("--help").out, re.MULTILINE)
        self.assertLessEqual(COMMANDS, set(commands))
        for command in commands:
            for option in re.findall(r"--[a-z][a-z0-9-]+", self.succeed(command, "--help").out):
                for script, written in zip(scripts, (option, option, f"-l {option[2:]}")):
                    if "Usage" not in option:
                        self.assertIn(written, script, command)

    def test_shipped_glossaries_are_those_that_are_there(self):
        self.assertEqual({p.stem for p in (ROOT / "glossaries").glob("*.tbx")}, GLOSSARIES)

    def test_another_shell_is_wrong_usage(self):
        self.fail_with(2, "completion", "tcsh", says=["bash", "zsh", "fish"])
        self.fail_with(2, "completion")


if __name__ == "__main__":
    main()
