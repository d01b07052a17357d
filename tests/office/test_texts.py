"""What the extension computes of texts alone, without an office.

    test_texts.py PYTHONPATH_OF_THE_EXTENSION
"""
import string
import sys
import unittest

sys.path.insert(0, sys.argv[1])
from trujaman_writer import messages, texts  # noqa: E402


class Texts(unittest.TestCase):
    def test_differences_are_marked_word_by_word(self):
        for stored, here, marked in (
            ("Nadie respondió.", "Nadie respondió.", "Nadie respondió."),
            ("los últimos cinco años", "los últimos diez años", "los últimos [cinco → diez] años"),
            ("hacia las ciudades de la costa.", "hacia las ciudades.",
             "hacia las ciudades [− de la costa]."),
            ("Nadie respondió.", "Nadie le respondió.", "Nadie [+ le] respondió."),
            ("Nadie respondió.", "¿Nadie respondió?", "[+ ¿]Nadie respondió[. → ?]"),
            ("L’article 5, alinéa 2.", "L’article 6, alinéa 2.", "L’article [5 → 6], alinéa 2."),
            ("", "", ""),
        ):
            self.assertEqual(texts.differences(stored, here), marked)

    def test_languages(self):
        for tag, primary, country in (
            ("es", "es", "ES"), ("es-419", "es", "ES"), ("es-MX", "es", "MX"), ("en", "en", "GB"),
            ("en-US", "en", "US"), ("fr-CA", "fr", "CA"), ("pt", "pt", ""), ("zh-Hant-TW", "zh", "TW"),
        ):
            self.assertEqual((texts.primary(tag), texts.country(tag)), (primary, country))

    def test_white_space_at_the_ends_is_left_out(self):
        self.assertEqual(texts.trimmed("  Nadie. ", 0, 9), (2, 8))
        self.assertEqual(texts.trimmed("   ", 0, 3), (3, 3))


class Messages(unittest.TestCase):
    def test_each_text_is_there_in_each_language_with_the_same_values(self):
        for key, translations in messages.TEXTS.items():
            with self.subTest(key):
                self.assertEqual(len(translations), len(messages.LANGUAGES))
                self.assertTrue(all(translations))
                names = [{name for _, name, _, _ in string.Formatter().parse(text) if name}
                         for text in translations]
                self.assertEqual(names, [names[0]] * len(names))

    def test_the_office_language_decides(self):
        for tag, text in (("es-ES", "Ajustes…"), ("fr", "Réglages…"), ("en-US", "Settings…"),
                          ("de-DE", "Settings…")):
            self.assertEqual(messages.Messages(tag)("settings"), text)

    def test_a_problem_is_one_sentence(self):
        say = messages.Messages("fr")
        self.assertEqual(say.of(messages.Problem("memory_missing", path="/tm/a.tm")),
                         "La mémoire /tm/a.tm n’existe pas : voir Réglages.")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
