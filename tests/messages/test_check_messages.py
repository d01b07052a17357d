"""That check_messages.py finds what it is there to find, each in a tree of its own."""
import pathlib
import tempfile
import unittest
from unittest import mock

import check_messages
from literals import literals

HEAD = ('msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
CODE = 'throw Error(Errc::Io, message("cannot be read: {1}", name));\n'
PO = 'msgid "cannot be read: {{1}}"\nmsgstr "{}"\n'
FRENCH = "ne peut être lu\u00a0: {1}"


def findings(code: str = CODE, spanish: str = PO.format("no se puede leer: {1}"),
             french: str = PO.format(FRENCH)) -> list[str]:
    """What check_tree says of a tree with this code in a file of lib/, and these catalogues."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in {
            "lib/base/file.cpp": code,
            "lib/base/messages/es.po": HEAD.format("es") + spanish,
            "lib/base/messages/fr.po": HEAD.format("fr") + french,
            "tools/main.cpp": "int main() {}\n",
            "tools/messages/es.po": HEAD.format("es"),
            "tools/messages/fr.po": HEAD.format("fr"),
            "include/trujaman/message.hpp": "",
        }.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        with mock.patch.object(check_messages, "EXCEPTIONS", []):
            return check_messages.check_tree(root)


class Catalogues(unittest.TestCase):
    def expect(self, *words: str, **tree: str) -> None:
        found = findings(**tree)
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_what_is_right_passes(self) -> None:
        self.assertEqual(findings(), [])

    def test_a_message_that_is_missing(self) -> None:
        self.expect("es.po:1:", "lacks", "cannot be read", spanish="")

    def test_a_message_that_is_gone(self) -> None:
        more = PO.format("no se puede leer: {1}") + '\nmsgid "old"\nmsgstr "viejo"\n'
        self.expect("es.po:", "no code says", '"old"', spanish=more)
        obsolete = PO.format("no se puede leer: {1}") + '\n#~ msgid "old"\n#~ msgstr "viejo"\n'
        found = findings(spanish=obsolete)
        self.assertTrue(found and "obsolete" in found[0], found)

    def test_what_is_not_translated_or_doubtful(self) -> None:
        self.expect("es.po:", "not translated", spanish=PO.format(""))
        self.expect("es.po:", "fuzzy", spanish="#, fuzzy\n" + PO.format("no se puede leer: {1}"))

    def test_placeholders_and_blanks_are_those_of_the_message(self) -> None:
        self.expect("es.po:", "placeholders", spanish=PO.format("no se puede leer"))
        self.expect("es.po:", "white space", spanish=PO.format("no se puede leer: {1} "))

    def test_french_has_no_break_spaces_and_its_apostrophe(self) -> None:
        for wrong in ("ne peut être lu : {1}", "ne peut être lu: {1}", "n'est pas lu\u00a0: {1}",
                      "ne peut être lu\u00a0: {1}; réessayer", "«{1}» illisible", "{1} illisible ?"):
            self.expect("fr.po:", "no-break space", french=PO.format(wrong))

    def test_each_plural_form_has_its_translation(self) -> None:
        code = 'counted("{1} unit", "{1} units", n);\n'
        right = ('msgid "{1} unit"\nmsgid_plural "{1} units"\nmsgstr[0] "{1} unit."\n'
                 'msgstr[1] "{1} units."\n')
        self.assertEqual(findings(code, right, right), [])
        short = right.replace('msgstr[1] "{1} units."\n', "")
        self.expect("es.po:", "plural form", code=code, spanish=short, french=right)

    def test_ends_that_the_code_takes_off_are_alike(self) -> None:
        code = 'message("{1}; unit skipped", message_id("is empty; unit skipped"));\n'
        po = ('msgid "{{1}}; unit skipped"\nmsgstr "{{1}}; omitida"\n\n'
              'msgid "is empty; unit skipped"\nmsgstr "{}"\n')
        right = po.format("vacía; omitida")
        french = right.replace(";  ", "\u00a0;").replace("; omitida", "\u00a0; omitida")
        self.assertEqual(findings(code, right, french), [])
        self.expect("es.po:", "does not end in", code=code, spanish=po.format("omitida por vacía"),
                    french=french)


class Code(unittest.TestCase):
    def expect(self, line: str) -> None:
        found = findings(CODE + line + "\n")
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith("lib/base/file.cpp:2: "), found[0])
        self.assertIn("English only", found[0])

    def test_what_goes_past_the_catalogues(self) -> None:
        self.expect('throw Error(Errc::Io, "cannot be opened", {name});')
        self.expect('throw Error(Errc::Io, what + " is not read");')
        self.expect('throw UsageError("nonsense");')
        self.expect('print_line("  found   " + std::to_string(n));')
        self.expect('command.add_option("--id", id, "Its id");')
        self.expect('command.add_flag("--all", all, "Everything");')
        self.expect('->type_name("THING")')
        self.expect('report(Severity::Note, n == 1 ? message("cannot be read: {1}", a) : "left out");')

    def test_what_is_no_message_passes(self) -> None:
        for line in (
            '#include "base/file.hpp"', '// throw Error("not yet done")', "char c = '\"';",
            'command.add_option("--id", id);', 'json["least_certain"] = 1;',
            'print_line("  ");', 'return R"(x)";', 'name == "utf-8" || name == "latin1"',
        ):
            self.assertEqual(findings(CODE + line + "\n"), [], line)

    def test_literals_know_the_call_they_stand_in(self) -> None:
        source = 'a("one" "two", f({"x"}, b("three")), "four");\n'
        self.assertEqual([(x.text, x.call, x.argument) for x in literals(source)],
                         [("onetwo", "a", 0), ("x", "", 0), ("three", "b", 0), ("four", "a", 2)])


if __name__ == "__main__":
    unittest.main()
