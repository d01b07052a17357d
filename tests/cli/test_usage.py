"""Wrong command lines: what was typed is named, and what was probably meant."""
from support import CliTest, main


class Usage(CliTest):
    def test_a_mistyped_command_is_answered_with_the_nearest(self):
        for typed, meant in (("lokup", "lookup"), ("algin", "align"), ("gloassry", "glossary"),
                             ("concordnace", "concordance"), ("exprot", "export")):
            with self.subTest(typed):
                self.fail_with(2, typed, says=[f"'{typed}' is not a command", f"did you mean '{meant}'?"])

    def test_commands_of_glossary_too(self):
        self.fail_with(2, "glossary", "serach", "agua",
                       says=["'serach' is not a command", "did you mean 'search'?",
                             "'trujaman glossary --help'"])
        self.fail_with(2, "glossary", says=["no command given", "'trujaman glossary --help'"])

    def test_a_mistyped_option_is_named_before_what_it_leaves_missing(self):
        self.fail_with(2, "lookup", "--memroy", "m.tm", "--from", "es", "--to", "en", "agua",
                       says=["'--memroy' is not an option", "did you mean '--memory'?",
                             "'trujaman lookup --help'"])
        self.fail_with(2, "export", "--memory", "m.tm", "--formta=tmx", "-o", "x",
                       says=["'--formta' is not an option", "did you mean '--format'?"])

    def test_nothing_is_suggested_where_nothing_is_near(self):
        for typed in (("frobnicate",), ("info", "--zzz", "m.tm"), ("--no-such-option",)):
            with self.subTest(typed):
                result = self.fail_with(2, *typed, says=[" is not "])
                self.assertNotIn("did you mean", result.err)

    def test_a_text_that_looks_like_an_option_is_a_text_behind_two_dashes(self):
        memory = self.memory()
        asked = self.run_program("concordance", "--memory", memory, "--", "--riego")
        self.assertEqual((asked.status, asked.err), (0, ""))


if __name__ == "__main__":
    main()
