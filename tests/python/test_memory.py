"""Memories: opening, changing, reading, transactions, files."""
import io
from datetime import UTC, datetime

import pytest
from conftest import TEXTS

import trujaman
from trujaman import Memory, MatchKind, Outcome, Term, Unit, UnitFilter, Variant


def test_a_memory_is_one_file_that_stays(tmp_path, units):
    with Memory.open(tmp_path / "memoria.tm", mode="create") as memory:
        summary = memory.add(units)
        assert (summary.added, summary.merged) == (4, 0)
        assert memory.add(units).merged == 4
    with Memory.open(str(tmp_path / "memoria.tm")) as memory:
        assert len(memory) == 4
        assert [unit.text("fr") for unit in memory] == [texts["fr"] for texts in TEXTS]
        with pytest.raises(trujaman.Error):
            memory.add(units)


def test_a_memory_is_opened_by_name(tmp_path):
    for arguments in ((), (str(tmp_path / "my.tm"),)):
        with pytest.raises(TypeError, match=r"Memory\.open"):
            trujaman.Memory(*arguments)


def test_opening_says_what_is_wrong(tmp_path):
    with pytest.raises(trujaman.IoError) as missing:
        Memory.open(tmp_path / "nada.tm")
    assert missing.value.status is trujaman.Status.IO
    assert "nada.tm" in str(missing.value)
    (tmp_path / "texto.tm").write_text("Esto no es una memoria.\n" * 200, encoding="utf-8")
    with pytest.raises(trujaman.StorageError):
        Memory.open(tmp_path / "texto.tm")
    with pytest.raises(ValueError, match="'append' is none of"):
        Memory.open(tmp_path / "nueva.tm", mode="append")
    with pytest.raises(ValueError):
        Memory.open("con\0nulo.tm")


def test_a_closed_memory_is_of_no_use(memory):
    memory.close()
    memory.close()
    assert memory.closed
    with pytest.raises(ValueError, match="the Memory is closed"):
        memory.lookup("Hola.", "es", "en")


def test_lookup(memory):
    (exact, *_) = memory.lookup("La Sra. Aldana abrió la sesión.", "es", "en")
    assert (exact.score, exact.kind) == (100.0, MatchKind.EXACT)
    assert exact.target == Variant("en", "Ms. Aldana opened the session.")
    assert exact.penalties == () and exact.occurrences == () and not exact.substituted
    (fuzzy, *_) = memory.lookup("La Sra. Aldana cerró la sesión.", "es", "fr", min_score=60)
    assert 60 <= fuzzy.score < 100 and fuzzy.kind == "fuzzy"
    assert fuzzy.target.text == "Mme Aldana a ouvert la séance."
    assert memory.lookup("Otra cosa muy distinta.", "es", "en") == []
    assert memory.lookup("La Sra. Aldana abrió la sesión.", "es", "en", limit=0) == []


def test_the_same_texts_are_listed_once_when_asked_for():
    with Memory.in_memory() as memory:
        memory.add(Unit.of({"es": "Sí.", "en": "Yes."}, id=id) for id in "abc")
        assert len(memory.lookup("Sí.", "es", "en")) == 3
        assert len(memory.lookup("Sí.", "es", "en", distinct=True)) == 1
        assert [len(found) for found in memory.lookup_batch(["Sí."], "es", "en", distinct=True)] == [1]


def test_numbers_are_put_into_the_translation(memory):
    (match,) = memory.lookup("En 2024 se firmaron 15 acuerdos bilaterales.", "es", "en")
    assert match.substituted
    assert match.target.text == "In 2024, 15 bilateral agreements were signed."


def test_penalties_say_why(memory):
    (match,) = memory.lookup("la Sra. Aldana abrió la sesión.", "es", "en")
    assert trujaman.PenaltyKind.CASE in [penalty.kind for penalty in match.penalties]
    assert match.score == pytest.approx(
        match.similarity - sum(penalty.amount for penalty in match.penalties)
    )


def test_context_makes_a_context_match(report):
    english = report["en"]
    alignment = trujaman.align(report["es"], english)
    with Memory.in_memory() as memory:
        memory.add(trujaman.align_units(report["es"], [(english, alignment)]))
        texts = [s.text for s in report["es"]]
        number = texts.index(
            "De poco sirve cotizar si los derechos se pierden al cruzar la frontera."
        )
        (match, *_) = memory.lookup(
            texts[number], "es", "en", previous=texts[number - 1], next=texts[number + 1]
        )
        assert match.kind is MatchKind.CONTEXT
        assert match.occurrences[0].document == "informe.es.md"


def test_codes_of_a_text_count(memory):
    code = trujaman.Code(3, trujaman.CodeKind.BPT, "<b>", pair=1, type="bold")
    end = trujaman.Code(14, trujaman.CodeKind.EPT, "</b>", pair=1)
    memory.add([Unit([Variant("es", "La señora llegó.", [code, end]), Variant("en", "She came.")])])
    (bare,) = memory.lookup("La señora llegó.", "es", "en")
    assert "codes" in [penalty.kind for penalty in bare.penalties]
    (same,) = memory.lookup("La señora llegó.", "es", "en", codes=[code, end])
    assert same.penalties == ()
    assert same.source.codes == (code, end)


def test_lookup_batch_is_lookup_for_each(memory):
    texts = [texts["es"] for texts in TEXTS] + ["", "Nada que ver."]
    batch = memory.lookup_batch(texts, "es", "en", threads=2)
    assert batch == [memory.lookup(text, "es", "en") for text in texts]
    assert memory.lookup_batch([], "es", "en") == []
    with pytest.raises(TypeError):
        memory.lookup_batch("La sesión.", "es", "en")


def test_concordance(memory):
    (hit,) = memory.concordance("tráfico ilicito", "es", "en")
    assert hit.target.text == "Trafficking in persons is not smuggling of migrants."
    assert [span.of(hit.source.text) for span in hit.hits] == ["tráfico ilícito"]
    (hit,) = memory.concordance("seance", "es", "fr", search_target=True)
    assert [span.of(hit.target.text) for span in hit.hits] == ["séance"]
    assert memory.concordance("tráfico ilicito", "es", "en", exact=True) == []
    assert memory.concordance("igrant", "es", "en") == []
    assert len(memory.concordance("igrant", "es", "en", parts_of_words=True)) == 2
    assert len(memory.concordance("migra*", "es", "en", syntax="wildcards")) == 2
    assert len(memory.concordance(r"\d+ %", "es", "en", syntax="regex")) == 1
    assert len(memory.concordance("migrantes trata", "es", "en", distance=9)) == 1
    newest, oldest = memory.concordance("migrantes", "es", "en")
    assert memory.concordance("migrantes", "es", "en", limit=1, offset=1) == [oldest]
    assert len(memory.concordance("migrantes", "es", "en", order="best")) == 2
    none = UnitFilter(document="informe.es.md")
    assert memory.concordance("migrantes", "es", "en", filter=none) == []
    with pytest.raises(trujaman.InvalidArgumentError):
        memory.concordance("(", "es", "en", syntax="regex")


def test_rows_are_kept(memory):
    (match,) = memory.lookup("La Sra. Aldana abrió la sesión.", "es", "en")
    unit = memory.get(match.row)
    assert unit.text("fr") == "Mme Aldana a ouvert la séance."
    better = Unit.of({"es": "La Sra. Aldana abrió la sesión.", "en": "Ms. Aldana opened the meeting."})
    assert memory.update(match.row, better)
    assert memory.get(match.row).text("en") == "Ms. Aldana opened the meeting."
    assert memory.remove(match.row) and not memory.remove(match.row)
    assert memory.get(match.row) is None
    assert not memory.update(match.row, better)
    with pytest.raises(trujaman.InvalidArgumentError):
        memory.update(next(memory.items())[0], Unit.of({"es": "Sola."}))


def test_conflicts(memory):
    other = Unit.of({"es": "La Sra. Aldana abrió la sesión.", "en": "Ms. Aldana took the floor."})
    assert memory.add([other], on_conflict="keep").kept == 1
    assert memory.add([other], on_conflict="replace").replaced == 1
    (match,) = memory.lookup("La Sra. Aldana abrió la sesión.", "es", "en")
    assert match.target.text == "Ms. Aldana took the floor."
    assert memory.add([Unit.of({"es": "Sola."})]).skipped == 1


def test_iteration_sees_one_state_while_the_memory_changes(memory):
    seen = 0
    for row, unit in memory.items():
        seen += 1
        memory.remove(row)
        memory.add([Unit.of({"es": unit.text("es") + " Otra vez.", "en": "Again."})])
    assert seen == 4
    assert len(memory) == 4


def test_iteration_may_be_left(memory):
    memory.add(Unit.of({"es": f"Párrafo {n} bis.", "en": f"Paragraph {n} bis."}) for n in range(900))
    for unit in memory:
        assert unit.text("es") == TEXTS[0]["es"]
        break
    items = memory.items()
    next(items)
    del items
    assert len(memory) == 904 == sum(1 for _ in memory)


def test_filters(memory):
    dated = Unit.of(
        {"es": "Fechada.", "en": "Dated."},
        history=trujaman.History(created=datetime(2024, 5, 14, tzinfo=UTC)),
        properties=[("cliente", "OIT")],
        confidence=0.6,
    )
    memory.add([dated])
    assert [u.text("es") for u in memory.units(UnitFilter(property=("cliente", "OIT")))] == ["Fechada."]
    since = UnitFilter(since=datetime(2024, 1, 1, tzinfo=UTC))
    assert [u.text("en") for u in memory.units(since)] == ["Dated."]
    assert len(list(memory.units(UnitFilter(max_confidence=0.7)))) == 1
    assert len(list(memory.units(UnitFilter(languages=["fr"])))) == 4
    women = UnitFilter(source_matches="mujeres", source="es")
    assert [u.text("en") for u in memory.units(women)] == [TEXTS[2]["en"]]
    others = UnitFilter(source_matches="mujeres", source="es", invert=True)
    assert len(list(memory.units(others))) == 4
    with pytest.raises(ValueError, match="no time zone"):
        memory.units(UnitFilter(since=datetime(2024, 1, 1))).__next__()
    with pytest.raises(trujaman.InvalidArgumentError):
        next(memory.units(UnitFilter(source_matches="(")))


def test_a_transaction_is_whole(memory):
    row, first = next(memory.items())
    with memory.transaction() as changes:
        assert changes.remove(row)
        assert changes.add(first) is Outcome.ADDED
        assert changes.add(Unit.of({"es": "Sola."})) is Outcome.SKIPPED
        assert changes.summary().skipped == 1
    assert len(memory) == 4


def test_an_exception_takes_a_transaction_back(memory):
    row, _ = next(memory.items())
    with pytest.raises(LookupError) as caught, memory.transaction() as changes:
        changes.remove(row)
        raise LookupError("no hay tal cosa")
    assert memory.get(row) is not None
    # The failed transaction is gone, whoever holds its exception.
    memory.remove(row)
    assert caught.value is not None


def test_one_transaction_at_a_time(tmp_path, units):
    with Memory.open(tmp_path / "m.tm", mode="create") as memory:
        changes = memory.transaction()
        changes.add(units[0])
        with pytest.raises(trujaman.BusyError):
            memory.transaction()
        changes.rollback()
        assert len(memory) == 0
        with pytest.raises(ValueError, match="the Transaction is closed"):
            changes.add(units[0])
        other = memory.transaction()
        other.update(1, units[0])
        assert other.commit().added == 0


def test_concepts_and_bookmarks(memory, concepts):
    with memory.transaction() as changes:
        for concept in concepts:
            changes.add_concept(concept)
        changes.set_bookmark("libreoffice", "párrafo 12")
    assert memory.concepts() == concepts
    assert memory.bookmark("libreoffice") == "párrafo 12"
    assert memory.bookmark("otro") is None
    with memory.transaction() as changes:
        assert changes.remove_concept("irregular") and not changes.remove_concept("irregular")
        summary = changes.upsert([trujaman.Concept([Term("es", "asilo"), Term("en", "asylum")])])
        assert (summary.added, summary.updated, summary.unchanged) == (1, 0, 0)
        changes.set_bookmark("libreoffice", None)
    assert len(memory.concepts()) == 2
    assert memory.bookmark("libreoffice") is None


def test_statistics_and_compact(tmp_path, units):
    with Memory.open(tmp_path / "m.tm", mode="create") as memory:
        for unit in units:
            memory.add([unit])
        memory.compact()
        said = memory.statistics()
        assert (said.units, said.documents, said.concepts) == (4, 0, 0)
        assert said.languages == {"en": 4, "es": 4, "fr": 4}
        assert said.bytes > 0 and said.schema_version > 0


def test_files_go_in_and_out(memory, tmp_path):
    assert memory.export(tmp_path / "todo.tmx") == 4
    wanted = UnitFilter(target_matches="migrants", source="es")
    table = io.BytesIO()
    assert memory.export(table, filter=wanted, languages=["es", "fr"], format="tsv") == 2
    assert table.getvalue().decode().splitlines()[0].split("\t")[:2] == ["es", "fr"]
    with Memory.in_memory() as other:
        shares = []
        summary = other.import_file(tmp_path / "todo.tmx", progress=shares.append)
        assert (summary.read, summary.added, summary.skipped) == (4, 4, 0)
        assert summary.broken is None and summary.reasons == ()
        assert shares == sorted(shares) and 0 <= shares[0] <= shares[-1] <= 1
        summary = other.import_file(io.BytesIO(table.getvalue()), name="tabla.tsv")
        assert summary.added == 2  # Units of two languages beside those of three.
        assert other.import_file(io.BytesIO(table.getvalue()), name="tabla.tsv").merged == 2


def test_imports_say_what_they_skip(memory):
    heard = []
    table = b"es\ten\nHola.\tHello.\nSola.\t\n"
    summary = memory.import_file(table, name="tabla.tsv", on_diagnostic=heard.append)
    assert (summary.read, summary.added, summary.skipped) == (2, 1, 1)
    assert summary.reasons[0][1] == 1
    with pytest.raises(trujaman.MalformedError) as broken:
        memory.import_file(b"<tmx version='1.4'><header/><body><tu>", name="rota.tmx")
    assert broken.value.source == "rota.tmx"
    assert memory.import_file(b"es\ten\nUno.\tOne.\n", name="a.tsv", keep_whole=True).added == 1


def test_an_import_of_ones_own_units_goes_on(memory):
    numbered = [Unit.of({"es": f"Artículo {n}.", "en": f"Article {n}."}) for n in range(10)]
    how = {"batch": 4, "resume_as": "tratado", "version": "1"}
    with pytest.raises(KeyError), memory.begin_import(**how) as job:
        for unit in numbered[:6]:
            job.add(unit)
        assert (job.committed, job.passed) == (4, 6)
        raise KeyError("corte de luz")
    with memory.begin_import(**how) as job:
        for unit in numbered:
            job.add(unit)
        for severity in (trujaman.Severity.DEFECT, trujaman.Severity.WARNING):
            job.note(trujaman.Diagnostic(severity, "sin idioma", trujaman.Location("a.tmx", 7)))
    assert job.summary.resumed == 4
    assert job.summary.skipped == 1 and job.summary.reasons == (("sin idioma", 1),)
    assert len(memory) == 14
    assert memory.import_units(numbered, batch=3).merged == 10


def test_fragments(report):
    alignment = trujaman.align(report["es"], report["en"])
    with Memory.in_memory() as memory:
        memory.add(trujaman.align_units(report["es"], [(report["en"], alignment)]))
        text = "Además, la protección social de las personas trabajadoras migrantes peligra."
        for fragment in memory.fragments(text, "es", "en", min_confidence=0.0):
            known = fragment.span.of(text)
            assert known.lower() == fragment.source_span.of(fragment.source.text).lower()
            assert fragment.rendering in fragment.target.text
            assert 0 <= fragment.confidence <= 1 and fragment.units >= 1
        assert memory.fragments(text, "es", "en", limit=0) == []


def test_pretranslate(memory, tmp_path):
    source = "La Sra. Aldana abrió la sesión. Nadie respondió.\n"
    summary = memory.pretranslate(source.encode(), tmp_path / "copia.txt", "es", "en", name="acta.txt")
    assert (summary.segments, summary.exact, summary.replaced) == (2, 1, 1)
    assert "Ms. Aldana opened the session." in (tmp_path / "copia.txt").read_text("utf-8")
    bare = io.BytesIO()
    segmenter = trujaman.Segmenter("es")
    memory.pretranslate(
        source.encode(), bare, "es", "en", name="acta.txt", highlight=False, segmenter=segmenter
    )
    assert bare.getvalue().decode() == "Ms. Aldana opened the session. Nadie respondió.\n"
