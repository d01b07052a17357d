"""Glossaries: recognising, searching, files, editing, comparing, merging."""
import io
import os
import pathlib

import pytest
from conftest import REPORT

import trujaman
from trujaman import Concept, Glossary, GlossaryEditor, Memory, TbxHeader, Term, TermMatchKind, TermStatus

SHIPPED = pathlib.Path(os.environ["TRUJAMAN_GLOSSARIES"])


def test_terms_are_recognised_with_their_equivalents():
    glossary = Glossary.load(SHIPPED / "oim-iom.tbx", REPORT / "glossary.tsv")
    text = "Según la OIM, los trabajadores transfronterizos son más."
    terms = {term.concept: term for term in glossary.recognise(text, "es", ["en", "fr"])}
    oim, workers = terms["international-organization-for-migration"], terms["cross-border-worker"]
    assert (oim.begin, oim.end) == (9, 12) and oim.matched == oim.term == "OIM" and oim.exact
    assert "IOM" in [term.text for term in oim.equivalents["en"]]
    assert workers.matched == "trabajadores transfronterizos" and not workers.exact
    assert workers.term == "trabajador transfronterizo" and workers.concept == "cross-border-worker"
    assert [term.text for term in workers.equivalents["fr"]] == ["travailleur frontalier"]
    assert workers.entry.terms[0].language == "es"
    with pytest.raises(TypeError):
        glossary.recognise(text, "es", "en")


def test_deprecated_terms_are_recognised_as_such(concepts):
    glossary = Glossary(concepts)
    (match,) = glossary.recognise("No diga «migrante ilegal».", "es")
    assert match.status is TermStatus.DEPRECATED and match.status == "deprecated"
    assert match.equivalents == {"en": [Term("en", "irregular migrant")]}
    assert glossary.recognise("Nada de eso.", "es") == []


def test_terms_may_be_interrupted_or_nested(concepts):
    glossary = Glossary([*concepts, Concept([Term("es", "persona"), Term("en", "person")])])
    text = "La trata internacional de personas."
    assert [m.term for m in glossary.recognise(text, "es")] == ["persona"]
    assert "trata de personas" in [m.term for m in glossary.recognise(text, "es", max_gap=1)]
    nested = glossary.recognise("La trata de personas.", "es", nested=True)
    assert [m.term for m in nested] == ["trata de personas", "persona"]


def test_a_glossary_is_a_sequence_of_concepts(concepts):
    glossary = Glossary(concepts)
    assert list(glossary) == concepts and glossary[-1] == concepts[1] and glossary[:1] == concepts[:1]
    assert concepts[0] in glossary and len(Glossary([])) == 0 and Glossary([])
    assert [t.text for t in concepts[0].equivalents("en")] == ["trafficking in persons", "human trafficking"]
    assert concepts[1].equivalents("fr") == []
    with pytest.raises(IndexError):
        glossary[2]


def test_a_memory_has_a_glossary(concepts):
    with Memory.in_memory() as memory:
        with memory.transaction() as changes:
            changes.upsert(concepts)
        glossary = Glossary.of(memory)
    assert len(glossary) == 2
    assert len(glossary.recognise("La trata de personas.", "es")) == 1


def test_searching(concepts):
    glossary = Glossary(concepts)
    (found,) = glossary.search("TRATA de personas")
    assert found.kind is TermMatchKind.EXACT and found.entry.id == "trata"
    assert [f.kind for f in glossary.search("migrantes irregulares")] == ["inflected"]
    assert {f.term.text for f in glossary.search("trafficking")} == {
        "trafficking in persons", "human trafficking",
    }
    assert glossary.search("trafficking", ["es"]) == [] and glossary.search(" ") == []


def test_files_keep_what_they_can(concepts, tmp_path):
    header = TbxHeader(language="es", title="Glosario", description=["De la relatoría."])
    trujaman.write_concepts(tmp_path / "g.tbx", concepts, header=header)
    read, info = trujaman.read_glossary_file(tmp_path / "g.tbx")
    assert read == concepts
    assert (info.format, info.read, info.passed) == ("tbx", 2, 2)
    assert info.header == header
    assert list(trujaman.stream_concepts(tmp_path / "g.tbx")) == concepts
    trujaman.write_concepts(tmp_path / "g.tbx", Glossary(concepts), format="tbx-2008")
    assert "<martif" in (tmp_path / "g.tbx").read_text("utf-8")
    assert trujaman.read_concepts(tmp_path / "g.tbx") == concepts
    heard = []
    trujaman.write_concepts(
        tmp_path / "g.utf8", concepts, format="omegat", languages=["es", "en"], on_diagnostic=heard.append
    )
    assert "trata de personas\ttrafficking in persons" in (tmp_path / "g.utf8").read_text("utf-8")
    plain = trujaman.read_concepts(tmp_path / "g.utf8", format="omegat", languages=("es", "en"))
    assert plain[0].terms[0].text == "trata de personas"
    table = io.BytesIO()
    trujaman.write_concepts(table, concepts, format="csv", separator=";", languages=["es", "en"])
    assert b";" in table.getvalue().splitlines()[0]
    with pytest.raises(ValueError, match="separator"):
        trujaman.write_concepts(table, concepts, format="csv", separator=";;")
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.write_concepts(table, concepts)


def test_what_a_reader_skips_is_heard():
    heard = []
    table = "es\ten\nasilo\tasylum\n\t\nrefugio\trefuge\tde más\n".encode()
    concepts = trujaman.read_concepts(table, name="g.tsv", on_diagnostic=heard.append)
    streamed = []
    assert list(trujaman.stream_concepts(table, name="g.tsv", on_diagnostic=streamed.append)) == concepts
    assert streamed == heard
    with pytest.raises(trujaman.MalformedError):
        trujaman.read_concepts(b"<martif", name="g.tbx")


def test_terms_are_cleaned():
    assert trujaman.clean_term("  trata   de\tpersonas ") == ("trata de personas", False)
    assert trujaman.clean_term("OIM") == ("OIM", True)
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.clean_term("  ")


def test_editing(concepts):
    editor = GlossaryEditor(concepts)
    assert editor.put(Concept([Term("es", "Pacto Mundial"), Term("en", "Global Compact")])) == "pacto-mundial"
    assert editor.find("pacto-mundial").terms[1].text == "Global Compact"
    assert editor.find("nada") is None
    assert editor.remove("irregular") and not editor.remove("irregular")
    heard = []
    newer = Concept([Term("es", "trata de personas")], id="trata", definition="Otra definición.")
    summary = editor.upsert([newer], on_diagnostic=heard.append)
    assert (summary.added, summary.updated, summary.unchanged) == (0, 1, 0)
    assert len(heard) == 1
    assert editor.upsert([newer]).unchanged == 1
    assert [concept.id for concept in editor.concepts()] == ["trata", "pacto-mundial"]


def test_comparing_and_merging(concepts):
    other = [
        Concept(concepts[0].terms, id="trata", definition="Otra definición.", definition_language="es"),
        Concept([Term("es", "asilo"), Term("fr", "asile")], id="asilo"),
    ]
    differences = trujaman.compare_concepts(concepts, other)
    assert [(d.change, d.id) for d in differences] == [
        ("changed", "trata"), ("removed", "irregular"), ("added", "asilo"),
    ]
    assert "definition@es" in [field.field for field in differences[0].fields]
    merged, conflicts = trujaman.merge_concepts(concepts, other)
    assert [concept.id for concept in merged] == ["trata", "irregular", "asilo"]
    assert merged[0].definition == "Captación de personas con fines de explotación."
    assert [(c.id, c.field, c.second) for c in conflicts] == [("trata", "definition", "Otra definición.")]
    second, _ = trujaman.merge_concepts(concepts, other, prefer="second")
    assert second[0].definition == "Otra definición."
