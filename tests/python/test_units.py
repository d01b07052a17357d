"""Units, their texts, and what can be asked about both."""
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest

import trujaman
from trujaman import (
    Code,
    CodeKind,
    History,
    Memory,
    Occurrence,
    Property,
    Relation,
    Selector,
    Span,
    Unit,
    UnitFilter,
    Variant,
)

WHOLE = Unit(
    variants=[
        Variant(
            "es",
            "El «niño» llegó.",
            codes=[
                Code(3, CodeKind.BPT, "<b>", pair=1, id="1", type="bold"),
                Code(9, CodeKind.EPT, "</b>", pair=1, attributes="assoc=p"),
                Code(16, CodeKind.PH, "<br/>", fragment=True),
            ],
            history=History(creator="ana", changed=datetime(2024, 5, 16, 8, 30, tzinfo=UTC)),
            properties=[("x-estado", "revisado"), ("x-estado", "firmado")],
            attributes=[("xml:space", "preserve")],
            notes=["De la relatoría."],
        ),
        Variant("en", "The “child” came."),
    ],
    id="u-1",
    source_language="es",
    occurrences=[Occurrence("informe.es.md", 7)],
    confidence=0.9,
    history=History(
        created=datetime(2024, 5, 14, tzinfo=UTC),
        last_used=datetime(2024, 6, 1, tzinfo=UTC),
        changer="luis",
        usage_count=3,
    ),
    properties=[Property("x-cliente", "OIT")],
    attributes=[("datatype", "xml")],
    notes=["Unidad entera."],
)


def test_a_memory_gives_back_the_whole_unit():
    with Memory.in_memory() as memory:
        memory.add([WHOLE])
        (unit,) = memory
    assert unit == WHOLE
    assert hash(unit) == hash(WHOLE)
    assert unit.variants[0].codes[1].position == 9


def test_lists_become_tuples_and_text_is_no_list():
    unit = Unit(variants=[Variant("es", "Hola.", notes=["Saludo."])])
    assert unit.variants == (Variant("es", "Hola.", notes=("Saludo.",)),)
    with pytest.raises(TypeError, match="notes"):
        Variant("es", "Hola.", notes="Saludo.")
    with pytest.raises(AttributeError):
        unit.id = "otro"


@pytest.mark.parametrize("value", [WHOLE, Span(1, 2), UnitFilter(languages=["es"])])
def test_values_are_pickled(value):
    assert pickle.loads(pickle.dumps(value)) == value


def test_results_are_pickled(memory, concepts, units):
    text = "La trata de personas no es el tráfico ilícito de migrantes."
    results = [
        memory.lookup(text, "es", "en", min_score=50),
        memory.concordance("migrantes", "es", "en"),
        trujaman.Glossary(concepts).recognise(text, "es"),
        trujaman.check_units([Unit.of({"es": "186", "en": "168"})]),
        memory.statistics(),
        trujaman.Document(["Uno."], "es").blocks,
        list(trujaman.diff_units(units, units[1:])),
        trujaman.clean_units(units),
    ]
    assert all(results)
    assert pickle.loads(pickle.dumps(results)) == results
    assert {concepts[0]: "clave"}[concepts[0]] == "clave"


def test_what_is_not_said_is_not_shown(memory):
    unit = Unit.of({"es": "Hola."}, id="u")
    assert repr(unit) == "Unit(variants=(Variant(language='es', text='Hola.'),), id='u')"
    assert eval(repr(WHOLE.variants[0].codes)) == WHOLE.variants[0].codes  # CodeKind.BPT, not <…>
    assert repr(memory) == "<trujaman.Memory>"
    memory.close()
    assert repr(memory) == "<trujaman.Memory, closed>"


def test_handles_are_not_pickled(memory):
    with pytest.raises(TypeError, match="a Memory cannot be pickled"):
        pickle.dumps(memory)


def test_variants_are_found_by_language():
    unit = Unit.of({"es-AR": "Manejó.", "fr": "Il a conduit.", "en": "He drove."}, source_language="fr")
    assert unit.find("es") == unit.variants[0]
    assert unit.find("es-ES") is None and unit.text("pt") is None
    assert unit.text("en") == "He drove."
    assert unit.source().language == "fr"
    assert unit.source("en").text == "He drove."
    assert Unit([]).source() is None


def test_times_have_a_zone():
    bogota = timezone(timedelta(hours=-5))
    unit = Unit.of({"es": "a", "en": "b"}, history=History(created=datetime(2024, 5, 1, 20, tzinfo=bogota)))
    assert unit.last_change == datetime(2024, 5, 2, 1, tzinfo=UTC)
    assert Unit.of({"es": "a"}).last_change is None
    with pytest.raises(ValueError, match="no time zone"):
        Unit.of({"es": "a"}, history=History(created=datetime(2024, 5, 1))).last_change


def test_units_are_compared_as_a_memory_does():
    one = Unit.of({"es": "Hola.", "en": "Hello."})
    turned = Unit.of({"en": "Hello.", "es": "Hola."}, source_language="es")
    more = Unit.of({"es": "Hola.", "en": "Hello.", "fr": "Bonjour."})
    other = Unit.of({"es": "Hola.", "en": "Hi."})
    assert one.fingerprint == turned.fingerprint != other.fingerprint
    assert more.relation_to(one) is Relation.HOLDS
    assert one.relation_to(one) is Relation.EQUAL
    assert one.relation_to(other) is Relation.CONTRADICTS
    assert one.relation_to(Unit.of({"es": "Adiós.", "en": "Bye."})) is Relation.NONE


def test_two_units_become_one():
    one = Unit.of({"es": "Hola.", "en": "Hello."}, notes=["Una."], confidence=0.5)
    two = Unit.of({"es": "Hola.", "en": "Hello."}, notes=["Dos."], confidence=0.8)
    united = one.united_with(two)
    assert set(united.notes) == {"Una.", "Dos."} and united.confidence == 0.8
    newer = Unit.of({"es": "Hola.", "en": "Hi."})
    older = Unit.of({"es": "Hola.", "en": "Hello.", "fr": "Bonjour."})
    inherited = newer.united_with(older, "inherit")
    assert inherited.text("en") == "Hi." and inherited.text("fr") == "Bonjour."


def test_selectors():
    wanted = UnitFilter(document="informe.es.md", min_confidence=0.5)
    with Selector(wanted) as selector:
        assert selector.wants(WHOLE)
        assert not selector.wants(Unit.of({"es": "Hola.", "en": "Hello."}))
    assert list(wanted.select([WHOLE, Unit.of({"es": "Hola."})])) == [WHOLE]
    with pytest.raises(trujaman.InvalidArgumentError):
        UnitFilter(target_matches="(").select([])


def test_languages():
    assert trujaman.canonical_language("ES_ar") == "es-AR"
    assert trujaman.language_matches("es-AR", "es")
    assert not trujaman.language_matches("es-AR", "es-ES")
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.canonical_language("no es una lengua")
    assert trujaman.detect_language("Las mujeres migrantes representan ya el 46 % de ese total.") == "es"
    assert trujaman.detect_language("Women migrants now account for 46% of that total.") == "en"
    assert trujaman.detect_language("Les femmes migrantes représentent désormais 46 % du total.") == "fr"
    assert trujaman.detect_language("12") == "und"


def test_words_are_counted_and_compared():
    assert trujaman.count_words("El 46 % de las trabajadoras ex-migrantes.") == 6
    before, after = "La OIM publicó el informe.", "La OIM difundió el informe."
    difference = trujaman.compare_texts(before, after)
    assert [span.of(before) for span in difference.before] == ["publicó"]
    assert [span.of(after) for span in difference.after] == ["difundió"]


def test_messages_come_in_spanish_and_french():
    trujaman.set_message_language("fr-CA")
    try:
        assert trujaman.message_language() == "fr"
        with pytest.raises(trujaman.InvalidArgumentError, match="étiquette de langue"):
            trujaman.canonical_language("pas une étiquette")
    finally:
        trujaman.set_message_language("en")
