"""Text: places are characters of str, in any normal form; what C cannot hold is refused."""
import unicodedata

import pytest
from conftest import TEXTS

import trujaman
from trujaman import Code, CodeKind, Glossary, Memory, Term, Unit, Variant
from trujaman._text import Places

FORMS = ["NFC", "NFD"]


@pytest.mark.parametrize("form", FORMS)
def test_places_are_those_of_the_text_that_was_given(form, concepts):
    glossary = Glossary(concepts)
    text = unicodedata.normalize(form, "«¿Qué es, señora 𝔸, la trata de personas?», preguntó él.")
    (match,) = glossary.recognise(text, "es")
    assert text[match.begin : match.end] == match.matched
    assert unicodedata.normalize("NFC", match.matched) == "trata de personas"


@pytest.mark.parametrize("form", FORMS)
def test_what_is_stored_is_found_in_any_form(form):
    texts = {language: unicodedata.normalize(form, text) for language, text in TEXTS[3].items()}
    with Memory.in_memory() as memory:
        memory.add([Unit.of(texts)])
        (match,) = memory.lookup(TEXTS[3]["es"], "es", "fr")
        assert match.score == 100
        assert match.target.text == TEXTS[3]["fr"]
        assert memory.lookup(texts["es"], "es", "fr") == [match]
        assert memory.lookup_batch([texts["es"]], "es", "fr") == [[match]]
        assert memory.add([Unit.of(TEXTS[3])]).merged == 1


@pytest.mark.parametrize("form", FORMS)
def test_segments_stand_where_they_are(form):
    text = unicodedata.normalize(form, "¿Vino él? Sí, llegó en mayo. Después se marchó.")
    segmenter = trujaman.Segmenter("es")
    assert [unicodedata.normalize("NFC", s) for s in segmenter.sentences(text)] == [
        "¿Vino él?", "Sí, llegó en mayo.", "Después se marchó.",
    ]
    assert segmenter.split(text)[-1].end == len(text)


def test_codes_of_a_decomposed_text_keep_their_place():
    text = unicodedata.normalize("NFD", "Él llegó ayer.")
    code = Code(text.index(" ayer"), CodeKind.PH, "<br/>")
    with Memory.in_memory() as memory:
        memory.add([Unit([Variant("es", text, [code]), Variant("en", "He came yesterday.")])])
        (unit,) = memory
    (variant, _) = unit.variants
    assert variant.text == "Él llegó ayer."
    assert variant.text[variant.codes[0].position :] == " ayer."


def test_places_go_both_ways():
    for text in ("Él", "E\u0301l", "한국", unicodedata.normalize("NFD", "한국"), "a\u0323\u0301b", "", "𝔸é"):
        places = Places(text)
        assert places.encoded == unicodedata.normalize("NFC", text).encode()
        assert places.to_points(0) == 0
        assert places.to_points(len(places.encoded), end=True) == len(text)
        assert places.to_bytes(len(text)) == len(places.encoded)
        with pytest.raises(ValueError):
            places.to_bytes(len(text) + 1)


@pytest.mark.parametrize("text", ["medio\0texto", "sustituto \ud800 suelto"])
def test_what_c_cannot_hold_is_refused(text, memory):
    with pytest.raises(ValueError):
        memory.lookup(text, "es", "en")
    with pytest.raises(ValueError):
        memory.lookup("Hola.", text, "en")
    with pytest.raises(ValueError):
        memory.lookup_batch(["Hola.", text], "es", "en")
    with pytest.raises(ValueError):
        memory.add([Unit.of({"es": text, "en": "Hello."})])
    with pytest.raises(ValueError):
        Unit([Variant("es", "Hola.", notes=[text])]).fingerprint
    with pytest.raises(ValueError):
        Glossary([trujaman.Concept([Term("es", text)])])
    with pytest.raises(ValueError):
        trujaman.segment(trujaman.Document([text], "es"))
    assert len(memory) == 4


def test_a_code_beyond_its_text_is_refused():
    with pytest.raises(ValueError, match="no place 9"):
        Unit([Variant("es", "Hola.", [Code(9, CodeKind.PH)])]).fingerprint


def test_bytes_are_no_text(memory):
    with pytest.raises(TypeError):
        memory.lookup(b"Hola.", "es", "en")
