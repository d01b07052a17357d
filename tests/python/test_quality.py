"""Checking, cleaning, analysing, term extraction, words."""
import pytest

import trujaman
from trujaman import (
    Analyser,
    Checker,
    Cleaner,
    Concept,
    Glossary,
    Memory,
    Novelty,
    Severity,
    Term,
    Unit,
    WordAligner,
)


def spanish_english(es, en, **rest):
    """A unit of the two languages."""
    return Unit.of({"es": es, "en": en}, source_language="es", **rest)


def test_numbers_that_differ_are_found():
    unit = spanish_english("Acudieron 186 participantes.", "There were 168 participants.")
    (finding,) = trujaman.check_units([unit], only=["number"])
    assert (finding.rule, finding.source, finding.target, finding.unit) == ("number", "es", "en", 0)
    assert finding.severity in Severity and finding.other_unit is None
    place, other = finding.places
    assert (place.words, place.span.of(unit.text("es"))) == ("186", "186")
    assert (other.words, other.span.of(unit.text("en"))) == ("168", "168")
    assert "186" in finding.message
    assert trujaman.check_units([unit], disabled=["number"], only=["number"]) == []


def test_places_are_characters():
    unit = spanish_english("«Así habló él él.»", "“So he spoke.”")
    (finding,) = trujaman.check_units([unit], only=["doubled-word"])
    assert [p.span.of(unit.text(p.language)) for p in finding.places] == [p.words for p in finding.places]


def test_rules_have_names():
    rules = trujaman.check_rules()
    assert {"number", "deprecated-term", "final-punctuation"} <= rules.keys()
    assert all(rules.values())
    with pytest.raises(ValueError, match="'numero' is no rule"):
        trujaman.check_units([], only=["numero"])
    with pytest.raises(TypeError):
        trujaman.check_units([], only="number")


def test_terms_are_checked_by_a_glossary(concepts):
    unit = spanish_english("La trata de personas es un delito.", "Slavery is a crime.")
    findings = trujaman.check_units([unit], glossary=Glossary(concepts), only=["term"])
    assert [finding.places[0].words for finding in findings] == ["trata de personas"]
    (missing,) = trujaman.check_units([unit], glossary=Glossary(concepts), targets=["fr"])
    assert (missing.rule, missing.target) == ("empty", "fr")


def test_units_are_compared_when_all_are_there():
    one = spanish_english("Se abrió la sesión.", "The session was opened.")
    two = spanish_english("Se abrió la sesión.", "The meeting was opened.")
    (finding,) = trujaman.check_units([one, two], only=["inconsistent"])
    assert {finding.unit, finding.other_unit} == {0, 1}
    with Checker(only=["inconsistent", "space"], source="es") as checker:
        assert checker.check(one) == []
        (spaces,) = checker.check(spanish_english("Dos  espacios.", "Two spaces."))
        assert spaces.rule == "space"
        checker.add(one)
        checker.add(two)
        assert checker.compare() == [finding]


def test_cleaning():
    units = [
        spanish_english("Se abrió la sesión.", "The session was opened."),
        spanish_english("Se abrió la sesión.", "The session was opened."),
        spanish_english("El informe se aprobó por unanimidad.", "El informe se aprobó por unanimidad."),
        Unit.of({"es": "Hola a todos.", "en": "Hello all.", "fr": ""}, source_language="es"),
    ]
    kept, remedies = trujaman.clean_units(units)
    assert [remedy.rule for remedy in remedies] == ["duplicate", "same-as-source", "empty"]
    assert remedies[0].kept is not None and remedies[1].kept is None
    assert all(remedy.reason for remedy in remedies)
    assert len(kept) == 2 and kept[-1].find("fr") is None
    assert remedies[2].languages == ("fr",)
    assert {"empty", "near-duplicate"} <= trujaman.clean_rules().keys()
    kept, remedies = trujaman.clean_units(units, disabled=["duplicate", "near-duplicate"])
    assert len(kept) == 3


def test_a_cleaner_knows_units_by_their_numbers(memory):
    memory.add([Unit.of({"es": "Sin traducir, tal cual está.", "en": "Sin traducir, tal cual está."})])
    cleaner = Cleaner()
    for row, unit in memory.items():
        cleaner.add(row, unit)
    remedies = cleaner.remedies()
    (remedy,) = remedies.all
    assert remedies.get(remedy.unit) is remedy and remedies.get(-7) is None
    unit = memory.get(remedy.unit)
    assert remedies.apply(remedy.unit, unit) is None
    assert remedies.apply(-7, unit) is unit


def test_leverage(report):
    alignment = trujaman.align(report["es"], report["en"])
    with Memory.in_memory() as memory:
        memory.add(trujaman.align_units(report["es"], [(report["en"], alignment)]))
        analyser = Analyser(memory, "es", "en")
        shares = []
        leverage = analyser.analyse(report["es"], progress=shares.append)
        assert list(leverage.bands)[:3] == ["context", "100", "repetition"]
        assert list(leverage.bands)[-1] == "new"
        assert leverage.bands["context"].segments > 60
        assert leverage.total.words == sum(volume.words for volume in leverage.bands.values())
        again = analyser.analyse(report["es"])
        assert again.total == leverage.total
        with pytest.raises(trujaman.CancelledError):
            analyser.analyse(report["es"], progress=lambda share: False)


def test_terms_are_proposed(report):
    alignment = trujaman.align(report["es"], report["en"])
    units = trujaman.align_units(report["es"], [(report["en"], alignment)])
    candidates = trujaman.extract_terms(units, "es", ["en"], limit=20)
    assert 0 < len(candidates) <= 20
    assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)
    for candidate in candidates:
        assert candidate.source.language == "es" and candidate.novelty is Novelty.NEW
        for term in filter(lambda term: term.text, candidate.terms):
            shown = term.example.of(units[term.example_unit].text(term.language))
            assert shown.lower() in {form.text.lower() for form in term.forms} | {term.acronym.lower()}
    best = candidates[0]
    known = Glossary([Concept([Term("es", best.terms[0].text), Term("en", "something else")])])
    again = trujaman.extract_terms(units, "es", ["en"], glossary=known, keep_known=True)
    assert ("something else",) in [candidate.known for candidate in again]
    with pytest.raises(trujaman.CancelledError):
        trujaman.extract_terms(units, "es", ["en"], progress=lambda share: False)


def test_words_are_aligned(report):
    alignment = trujaman.align(report["es"], report["en"])
    examples = trujaman.align_units(report["es"], [(report["en"], alignment)])
    aligner = WordAligner("es", "en", examples)
    source, target = "La región recibió más remesas.", "The region received more remittances."
    begin = source.index("remesas")
    found = aligner.counterpart(source, (begin, begin + len("remesas")), target)
    assert found is not None and found.span.of(target) == "remittances" and 0 < found.confidence <= 1
    links = aligner.links(source, target, least=0.1)
    assert ("región", "region") in [(k.source.of(source), k.target.of(target)) for k in links]
    assert all(0 < link.probability <= 1 for link in links)
    assert aligner.counterpart("Nada.", (0, 4), "") is None
