"""The check of the glossaries finds what it should: each fault in a glossary that has no other."""
import pathlib
import tempfile
import unittest

import check_glossaries

TERM = """<termSec><term>{text}</term><termNote type="partOfSpeech">noun</termNote>{more}
<termNote type="administrativeStatus">{status}Term-admn-sts</termNote></termSec>"""
ENTRY = """<conceptEntry id="{id}"><descrip type="subjectField">migración</descrip>
<admin type="projectSubset">verified</admin><admin type="source">UNBIS</admin>{note}
<langSec xml:lang="es">{es}</langSec><langSec xml:lang="en">{en}</langSec>
<langSec xml:lang="fr">{fr}</langSec></conceptEntry>"""
FILE = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="es" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>prueba</p></sourceDesc></fileDesc></tbxHeader>
<text><body>{entries}</body></text></tbx>"""


def term(text, status="preferred", more=""):
    return TERM.format(text=text, status=status, more=more)


def acronym(text, status="admitted"):
    return term(text, status, '<termNote type="termType">acronym</termNote>')


def entry(id="asylum", es=None, en=None, fr=None, note=""):
    return ENTRY.format(
        id=id, es=es or term("asilo"), en=en or term("asylum"), fr=fr or term("asile"),
        note=f"<note>{note}</note>" if note else "",
    )


REFUGEE = {"es": term("refugiado"), "en": term("refugee"), "fr": term("réfugié")}


class CheckGlossaries(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def check(self, *entries, name="test.tbx", change=lambda text: text):
        text = change(FILE.format(entries="".join(entries)))
        (self.folder / name).write_text(text, encoding="utf-8")
        return check_glossaries.check(self.folder)

    def assert_finds(self, findings, *parts):
        self.assertTrue(findings, "nothing was found")
        for part in parts:
            self.assertTrue(any(part in finding for finding in findings), f"{part} not in {findings}")

    def test_a_sound_glossary_has_no_findings(self):
        self.assertEqual(self.check(entry(), entry("refugee", **REFUGEE)), [])

    def test_an_acronym_beside_its_full_form_is_sound(self):
        iom = term("Organización Internacional para las Migraciones") + acronym("OIM")
        self.assertEqual(self.check(entry(es=iom)), [])

    def test_a_numbered_goal_is_a_sound_acronym(self):
        self.assertEqual(self.check(entry(es=term("fin de la pobreza") + acronym("ODS 1"))), [])

    def test_a_folder_without_glossaries(self):
        self.assert_finds(check_glossaries.check(self.folder), "no glossaries")

    def test_a_file_that_is_no_xml(self):
        self.assert_finds(self.check(entry(), change=lambda t: t[:-5]), "test.tbx:")

    def test_another_dialect(self):
        found = self.check(entry(), change=lambda t: t.replace("TBX-Basic", "TBX-Min"))
        self.assert_finds(found, "not TBX-Basic")

    def test_a_language_that_is_missing(self):
        found = self.check(entry(), change=lambda t: t.replace('xml:lang="fr"', 'xml:lang="pt"'))
        self.assert_finds(found, "languages ['es', 'en', 'pt']")

    def test_no_marking(self):
        found = self.check(entry(), change=lambda t: t.replace(">verified<", ">sure<"))
        self.assert_finds(found, "marked ['sure']")

    def test_no_subject_field(self):
        line = '<descrip type="subjectField">migración</descrip>'
        self.assert_finds(self.check(entry(), change=lambda t: t.replace(line, "")), "subject field")

    def test_no_source(self):
        line = '<admin type="source">UNBIS</admin>'
        found = self.check(entry(), change=lambda t: t.replace(line, ""))
        self.assert_finds(found, "no source for ['en', 'es', 'fr']")

    def test_a_source_for_one_language_only(self):
        line = '<admin type="source">UNBIS</admin>'

        def move(text):
            return text.replace(line, "").replace('lang="fr">', f'lang="fr">{line}')

        self.assert_finds(self.check(entry(), change=move), "no source for ['en', 'es']")

    def test_two_preferred_terms_in_a_language(self):
        self.assert_finds(self.check(entry(es=term("asilo") + term("refugio"))), "2 preferred terms")

    def test_a_preferred_term_that_is_not_the_first(self):
        found = self.check(entry(es=term("refugio", "admitted") + term("asilo")))
        self.assert_finds(found, "is not the first")

    def test_a_term_twice_in_a_language(self):
        found = self.check(entry(es=term("asilo") + term("Asilo", "admitted")))
        self.assert_finds(found, "'asilo' stands twice in es")

    def test_a_deprecated_term_without_a_note(self):
        found = self.check(entry(es=term("asilo") + term("asilamiento", "deprecated")))
        self.assert_finds(found, "no note that says why")

    def test_a_value_outside_the_picklist(self):
        found = self.check(entry(es=term("asilo", "best")))
        self.assert_finds(found, "'bestTerm-admn-sts' of 'asilo' is not in the picklist")

    def test_a_part_of_speech_outside_the_picklist(self):
        found = self.check(entry(), change=lambda t: t.replace(">noun<", ">properNoun<"))
        self.assert_finds(found, "partOfSpeech 'properNoun'")

    def test_a_term_without_a_status(self):
        line = '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
        found = self.check(entry(), change=lambda t: t.replace(line, "", 1))
        self.assert_finds(found, "'asilo' has no status")

    def test_a_decomposed_letter(self):
        self.assert_finds(self.check(entry(fr=term("re\u0301fugie\u0301"))), "not in NFC")

    def test_a_blank_at_the_end(self):
        self.assert_finds(self.check(entry(es=term("asilo "))), "blank at an end: 'asilo '")

    def test_two_blanks(self):
        self.assert_finds(self.check(entry(es=term("derecho  de asilo"))), "two blanks")

    def test_two_blanks_in_a_note(self):
        self.assert_finds(self.check(entry(note="No es  refugio.")), "two blanks")

    def test_a_control_character(self):
        self.assert_finds(self.check(entry(es=term("asilo\u200b"))), "control character")

    def test_an_empty_term(self):
        self.assert_finds(self.check(entry(es=term(""))), "empty")

    def test_a_typewriter_apostrophe_in_french(self):
        self.assert_finds(self.check(entry(fr=term("droit d'asile"))), "French has the apostrophe ’")

    def test_an_acronym_that_is_not_marked(self):
        self.assert_finds(self.check(entry(es=term("asilo") + term("OIM", "admitted"))), "'OIM' is an")

    def test_a_word_marked_an_acronym(self):
        self.assert_finds(self.check(entry(es=term("asilo") + acronym("refugio"))), "but is none")

    def test_an_acronym_of_several_words(self):
        found = self.check(entry(es=term("asilo") + acronym("ONU Mujeres")))
        self.assert_finds(found, "an acronym is one word")

    def test_an_acronym_without_its_full_form(self):
        self.assert_finds(self.check(entry(es=acronym("OIM", "preferred"))), "the full form is missing")

    def test_brackets_in_a_short_form(self):
        short = term("Agenda 2030 (la)", "admitted", '<termNote type="termType">shortForm</termNote>')
        self.assert_finds(self.check(entry(es=term("asilo") + short)), "brackets in a term")

    def test_a_reference_that_leads_nowhere(self):
        ref = '<ref type="crossReference" target="nowhere">nowhere</ref><langSec xml:lang="es">'
        found = self.check(entry(), change=lambda t: t.replace('<langSec xml:lang="es">', ref))
        self.assert_finds(found, "see 'nowhere' leads nowhere")

    def test_an_id_twice(self):
        self.assert_finds(self.check(entry(), entry(**REFUGEE)), "the id is another's")

    def test_a_concept_twice(self):
        found = self.check(entry(note="Uno."), entry("asylum-2", note="Otro."))
        self.assert_finds(found, "asylum-2: the same preferred terms as asylum")

    def test_a_concept_twice_in_two_glossaries(self):
        self.check(entry(note="Uno."), name="a.tbx")
        found = self.check(entry("asylum-2", note="Otro."), name="b.tbx")
        self.assert_finds(found, "b.tbx: asylum-2: the same preferred terms as asylum")

    def test_a_term_preferred_in_two_concepts_needs_a_note_on_both(self):
        other = {**REFUGEE, "fr": term("asile")}
        found = self.check(entry(note="Distíngase."), entry("refugee", **other))
        self.assert_finds(found, "refugee: 'asile' (fr) is also a term of asylum")
        self.assertEqual(len(found), 1)

    def test_a_term_preferred_in_two_concepts_with_notes_is_sound(self):
        other = {**REFUGEE, "fr": term("asile")}
        found = self.check(entry(note="Distíngase."), entry("refugee", note="Distíngase.", **other))
        self.assertEqual(found, [])

    def test_an_acronym_of_two_concepts_needs_a_note_on_both(self):
        one = entry(es=term("asilo") + acronym("PMA"))
        other = entry("refugee", **{**REFUGEE, "es": term("refugiado") + acronym("PMA")})
        self.assert_finds(self.check(one, other), "asylum: 'PMA' (es)", "refugee: 'PMA' (es)")

    def test_a_deprecated_term_may_be_preferred_elsewhere(self):
        both = term("refugiado") + term("asilo", "deprecated")
        other = entry("refugee", note="No asilo.", **{**REFUGEE, "es": both})
        self.assertEqual(self.check(entry(), other), [])

    def test_fewer_concepts_than_promised(self):
        found = self.check(entry(), name="onu-un.tbx")
        self.assert_finds(found, "1 concepts '', not 500 or more")

    def test_goals_that_are_missing(self):
        found = self.check(entry("sdg-1"), name="ods-sdg.tbx")
        self.assert_finds(found, r"1 concepts 'sdg-\\d+$', not 17", "0 concepts 'sdg-target-', not 169")


if __name__ == "__main__":
    unittest.main()
