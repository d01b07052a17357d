"""What the environment says: the memory that is meant where none is named, and no colour."""
import os
import pty
import re
import subprocess

from support import PATIENCE, PROGRAM, CliTest, environment, main


class Environment(CliTest):
    def setUp(self):
        super().setUp()
        self.kept = self.memory("kept.tm")

    def ask(self, *arguments, **how):
        """Succeeds without --memory, by TRUJAMAN_MEMORY."""
        return self.succeed(*arguments, TRUJAMAN_MEMORY=self.kept, **how)

    def test_commands_that_need_a_memory_take_it_from_there(self):
        pair = ("--from", "es", "--to", "en")
        for command in (
            ("lookup", *pair, "Nadie respondió enseguida."),
            ("concordance", "riego"),
            ("analyse", *pair, "taller.es.txt"),
            ("pretranslate", *pair, "taller.es.txt", "-o", "taller.en.txt"),
            ("export", "-o", "all.tmx"),
            ("import", "all.tmx"),
            ("lexicon", *pair, "-o", "words.tsv"),
            ("compact",),
            ("info",),
            ("glossary", "add", "--es", "riego", "--en", "irrigation"),
            ("glossary", "list"),
            ("glossary", "search", "riego"),
            ("glossary", "export", "-o", "terms.tsv"),
            ("terms", "--from", "es", "el riego"),
        ):
            with self.subTest(command):
                self.ask(*command)
        # Whether there is anything to find in so few sentences is another matter.
        for command in (("clean",), ("glossary", "extract", *pair, "-o", "new.tsv")):
            asked = self.run_program(*command, TRUJAMAN_MEMORY=self.kept)
            self.assertIn(asked.status, (0, 1), asked.err)

    def test_what_is_named_counts_before_it(self):
        self.memory("other.tm", ("taller.es.txt", "atelier.fr.txt"))
        named = self.ask("info", "other.tm", "--json").json()[0]
        self.assertNotIn("en", named["languages"])
        self.ask("concordance", "--memory", "other.tm", "--with", "fr", "riego")

    def test_align_adds_only_when_told(self):
        before = self.units(self.kept)
        self.write("a.es.txt", "Llueve desde ayer por la tarde.\n")
        self.write("a.en.txt", "It has been raining since yesterday afternoon.\n")
        self.ask("align", "a.es.txt", "a.en.txt", "-o", "a.tmx")
        self.assertEqual(self.units(self.kept), before)

    def test_commands_that_can_do_without_do_not_need_what_it_names(self):
        glossary = self.write("g.tsv", "es\ten\nriego\tirrigation\n").name
        self.succeed("terms", "--glossary", glossary, "--from", "es", "el riego",
                     TRUJAMAN_MEMORY="gone.tm")
        self.succeed("align", "taller.es.txt", "workshop.en.txt", "-o", "a.tmx")
        cleaned = self.run_program("clean", "a.tmx", "-o", "b.tmx", TRUJAMAN_MEMORY="gone.tm")
        self.assertEqual((cleaned.status, cleaned.err), (1, ""))  # nothing is wrong with it

    def test_an_empty_variable_is_none(self):
        self.fail_with(2, "concordance", "riego", TRUJAMAN_MEMORY="", says=["--memory"])

    def test_help_says_that_there_is_such_a_variable(self):
        self.assertIn("TRUJAMAN_MEMORY", self.succeed("--help").out)
        self.assertIn("TRUJAMAN_MEMORY", self.succeed("lookup", "--help").out)

    def on_a_terminal(self, *arguments, **env):
        """What the program writes where standard output is a terminal."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [PROGRAM, *arguments], cwd=self.folder, env=environment(**env), stdout=theirs,
            stderr=subprocess.PIPE,
        ) as process:
            os.close(theirs)
            written = b""
            try:
                while chunk := os.read(ours, 4096):
                    written += chunk
            except OSError:  # Linux says so that the other end was closed
                pass
            os.close(ours)
            process.wait(PATIENCE)
        return written.decode()

    def test_colour_is_for_terminals_and_only_without_no_color(self):
        asked = ("concordance", "--memory", self.kept, "riego")
        self.assertRegex(self.on_a_terminal(*asked, TERM="xterm"), re.compile("\x1b\\[1;31mriego"))
        self.assertIn("\x1b", self.on_a_terminal(*asked, TERM="xterm", NO_COLOR=""))
        for env in ({"TERM": "xterm", "NO_COLOR": "1"}, {"TERM": "dumb"}):
            with self.subTest(env):
                shown = self.on_a_terminal(*asked, **env)
                self.assertNotIn("\x1b", shown)
                self.assertIn("**riego**", shown)


if __name__ == "__main__":
    main()
