"""The shipped glossaries as a translator has them: read by the program, without a warning."""
import json
import os
import pathlib
import subprocess
import unittest

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "glossaries"
GLOSSARIES = [word for path in sorted(FOLDER.glob("*.tbx")) for word in ("--glossary", str(path))]


def terms(language, *texts):
    """{matched text: its hits} over all texts; warnings are an error."""
    done = subprocess.run(
        [os.environ["TRUJAMAN"], "terms", *GLOSSARIES, "--from", language, "--json", *texts],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )
    if done.stderr or done.returncode not in (0, 1):
        raise AssertionError(done.stderr or done.returncode)
    found = {}
    for line in done.stdout.splitlines():
        for hit in json.loads(line)["terms"]:
            found.setdefault(hit["matched"], []).append(hit)
    return found


class Recognition(unittest.TestCase):
    def one(self, language, text, matched):
        hits = terms(language, text).get(matched, [])
        self.assertEqual(len(hits), 1, f"{matched}: {hits}")
        return hits[0]

    def test_trafficking_is_not_smuggling(self):
        trafficking = self.one("es", "Luchan contra la trata de personas.", "trata de personas")
        smuggling = self.one("es", "El tráfico ilícito de migrantes crece.",
                             "tráfico ilícito de migrantes")
        self.assertIn("trafficking in persons", trafficking["equivalents"]["en"])
        self.assertIn("smuggling of migrants", smuggling["equivalents"]["en"])
        self.assertNotEqual(trafficking["concept"], smuggling["concept"])

    def test_an_internally_displaced_person_is_no_refugee(self):
        hit = self.one("es", "Los desplazados internos piden ayuda.", "desplazados internos")
        self.assertIn("IDP", hit["equivalents"]["en"])
        self.assertNotIn("refugee", hit["equivalents"]["en"])

    def test_an_acronym_leads_to_the_acronyms_of_the_other_languages(self):
        for language, acronym, equivalents in (
            ("es", "OIM", {"en": "IOM", "fr": "OIM"}),
            ("en", "SDG", {"es": "ODS", "fr": "ODD"}),
            ("fr", "ODD", {"es": "ODS", "en": "SDG"}),
            ("en", "UNHCR", {"es": "ACNUR", "fr": "HCR"}),
        ):
            with self.subTest(acronym):
                hit = self.one(language, f"{acronym} 2030", acronym)
                for other, text in equivalents.items():
                    self.assertIn(text, hit["equivalents"][other])

    def test_the_number_of_a_target_gives_its_official_wording(self):
        hit = self.one("es", "véase la meta 10.c", "meta 10.c")
        self.assertTrue(hit["equivalents"]["fr"][0].startswith("D’ici à 2030, faire baisser"))

    def test_a_whole_target_is_recognised_as_one(self):
        text = ("Reducir significativamente todas las formas de violencia y las correspondientes "
                "tasas de mortalidad en todo el mundo")
        self.assertEqual(self.one("es", text, text)["concept"], "sdg-target-16.1")

    def test_a_deprecated_term_is_found_and_leads_to_the_preferred_one(self):
        hit = self.one("es", "un migrante ilegal", "migrante ilegal")
        self.assertEqual(hit["status"], "deprecated")
        self.assertEqual(hit["equivalents"]["en"][0], "migrant in an irregular situation")
        self.assertNotIn("illegal migrant", hit["equivalents"]["en"])

    def test_common_words_are_left_alone(self):
        for language, text in (
            ("es", "Viven en el extranjero; tratado así, ha reservado una mesa y una sesión."),
            ("en", "They meet in an office, sign the agenda and add an output to the evidence."),
            ("fr", "Il a traité la question avec retard, dans un bureau, sous contrôle."),
        ):
            with self.subTest(language):
                self.assertEqual(set(terms(language, text)), set())


if __name__ == "__main__":
    unittest.main()
