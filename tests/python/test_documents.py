"""Documents, segments, alignment, review, copies with other texts."""
import array
import io

import pytest
from conftest import REPORT

import trujaman
from trujaman import (
    Aligner,
    Alignment,
    Anchor,
    Bead,
    Block,
    BlockKind,
    Code,
    CodeKind,
    Document,
    Lexicon,
    Rendering,
    SegmentedDocument,
    Segmenter,
    Span,
    Srx,
    Vectors,
    WordPair,
)


def test_reading_a_document():
    document = trujaman.read_document(REPORT / "informe.es.md")
    assert (document.id, document.language, document.segmented) == ("informe.es.md", "es", False)
    title, subtitle, place, *_ = document.blocks
    assert title.kind is BlockKind.HEADING and title.level == 1 and title.where.line == 1
    assert title.text == "Movilidad laboral y Agenda 2030 en la Comunidad del Istmo"
    assert place.kind == "paragraph"
    assert any(block.kind is BlockKind.TABLE_CELL for block in document.blocks)
    assert document.text.startswith(title.text + "\n\n" + subtitle.text)
    paged = trujaman.read_document(REPORT / "informe-paginado.es.txt", "es")
    assert paged.furniture and any(block.repairs for block in paged.blocks)


def test_codes_stand_at_characters():
    html = "<p>Él <b>llegó</b> aquí.</p>".encode()
    (block,) = trujaman.read_document(html, "es", name="a.html").blocks
    begin, end = (code.position for code in block.codes)
    assert block.text[begin:end] == "llegó"


def test_other_sources_and_encodings():
    latin = io.BytesIO("La señora Aldana abrió la sesión.\n".encode("latin-1"))
    document = trujaman.read_document(latin, "es", name="acta.txt", encoding="ISO-8859-1")
    assert document.text == "La señora Aldana abrió la sesión."
    heard = []
    trujaman.read_document(latin.getvalue(), "es", name="acta.txt", on_diagnostic=heard.append)
    assert [said.severity for said in heard] == ["warning"] and heard[0].where.source == "acta.txt"
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.read_document(b"12\n", name="acta.txt")


def test_a_document_of_ones_own():
    block = Block("Él llegó.", BlockKind.LIST_ITEM, 1, "a)", [Code(3, CodeKind.PH, "<br/>")], after_rule=True)
    document = Document(["Uno. Dos.", block], "es", id="propio")
    assert document.blocks == (Block("Uno. Dos."), block)
    assert [s.text for s in trujaman.segment(document)] == ["Uno.", "Dos.", "Él llegó."]
    whole = Document(["Uno. Dos."], "es", segmented=True)
    assert trujaman.segment(whole).texts == ["Uno. Dos."]
    with pytest.raises(TypeError):
        Document("Uno. Dos.", "es")


def test_segments_are_a_sequence(report):
    segments = report["es"]
    assert len(segments) == 88 and segments.language == "es"
    first, last = segments[0], segments[-1]
    assert first.span == Span(0, len(first.text)) and segments[:1] == (first,)
    blocks = segments.document.blocks
    for segment in segments:
        assert segment.span.of(blocks[segment.block].text) == segment.text
    assert segments.texts[-1] == last.text


def test_segmenters_know_more_when_told():
    text = "Véase la Resol. Núm. 12 de mayo. Fin."
    assert len(Segmenter("es", abbreviations=["Resol.", "Núm."]).sentences(text)) == 2
    srx = (
        b'<?xml version="1.0"?><srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows='
        b'"yes" cascade="no"/><body><languagerules><languagerule languagerulename="es"><rule break="yes">'
        b"<beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>"
        b'<maprules><languagemap languagepattern="es.*" languagerulename="es"/></maprules></body></srx>'
    )
    with Srx.read(srx) as rules:
        assert rules.has_rules_for("es-AR") and not rules.has_rules_for("fr")
        semicolons = Segmenter("es", srx=rules)
        both = Segmenter("es", srx=rules, extend=True)
    assert semicolons.sentences("Uno; dos. Tres.") == ["Uno;", "dos. Tres."]
    assert both.sentences("Uno; dos. Tres.") == ["Uno;", "dos.", "Tres."]
    document = Document(["Uno; dos."], "es")
    assert semicolons.segment(document).texts == ["Uno;", "dos."]
    with pytest.raises(trujaman.MalformedError):
        Srx.read(b"<srx>")


def test_lines_may_be_segments(tmp_path):
    (tmp_path / "lineas.txt").write_text("Uno. Dos.\n\nTres.\n", encoding="utf-8")
    segments = SegmentedDocument.read_lines(tmp_path / "lineas.txt", "es")
    assert segments.texts == ["Uno. Dos.", "", "Tres."]
    own = SegmentedDocument(["Uno. Dos.", "Tres."], "es", id="propio")
    assert own.texts == ["Uno. Dos.", "Tres."] and own.document.id == "propio"


def test_an_alignment_covers_both_sides(report):
    source, target = report["es"], report["en"]
    shares = []
    alignment = trujaman.align(source, target, progress=shares.append)
    assert [n for bead in alignment for n in bead.source] == list(range(len(source)))
    assert [n for bead in alignment for n in bead.target] == list(range(len(target)))
    assert 0.8 < alignment.quality <= 1 and shares[-1] == 1.0
    units = trujaman.align_units(source, [(target, alignment)], min_confidence=0.4)
    texts = {unit.text("es"): unit.text("en") for unit in units}
    assert texts["De poco sirve cotizar si los derechos se pierden al cruzar la frontera."].startswith(
        "Paying contributions"
    )


def test_three_languages(report, tmp_path):
    es, en, fr = report["es"], report["en"], report["fr"]
    with_en, with_fr = trujaman.align(es, en), trujaman.align(es, fr)
    across = trujaman.align(en, fr)
    units = trujaman.align_units(es, [(en, with_en), (fr, with_fr)], crosses=[(0, 1, across)])
    assert sum(len(unit.variants) == 3 for unit in units) > 70
    page = io.BytesIO()
    trujaman.write_review(page, es, [(en, with_en), (fr, with_fr)], language="fr", check_below=0.9)
    assert b"<html" in page.getvalue() and "séquence".encode() not in b""
    trujaman.write_review(tmp_path / "r.html", es, [(en, with_en)])
    assert (tmp_path / "r.html").stat().st_size > 10000


def test_a_scorer_of_ones_own_has_a_say():
    source = SegmentedDocument(["Uno.", "Dos.", "Tres."], "es")
    target = SegmentedDocument(["One.", "Two.", "Three."], "en")

    def scorer(of_source, of_target):
        assert 1 <= len(of_source) <= 5 and 1 <= len(of_target) <= 5
        return 50.0 if of_source == of_target == range(1, 3) else -5.0

    alignment = trujaman.align(source, target, scorer=scorer)
    assert range(1, 3) in [bead.source for bead in alignment]


def test_anchors_hold(report):
    source = SegmentedDocument(["Artículo 1", "Uno.", "Artículo 2", "Dos."], "es")
    target = SegmentedDocument(["Article 1", "One.", "Article 2", "Two."], "en")
    anchors = trujaman.find_anchors(source, target, r"^(Artículo|Article) \d+")
    assert anchors == [Anchor(0, 0), Anchor(2, 2)]
    alignment = trujaman.align(source, target, anchors=anchors)
    assert [(bead.source, bead.target) for bead in alignment] == [
        (range(n, n + 1), range(n, n + 1)) for n in range(4)
    ]
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.align(source, target, anchors=[(2, 2), (0, 0)])
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.find_anchors(source, target, "(")


def test_a_lexicon_helps(report, concepts, tmp_path):
    lexicon = Lexicon([WordPair("jornalero", "day labourer", 0.5)])
    lexicon.add([WordPair("milpa", "maize field")])
    lexicon.add_terms(concepts, "es", "en")
    assert lexicon[0] == WordPair("jornalero", "day labourer", 0.5)
    assert WordPair("trata de personas", "trafficking in persons") in lexicon
    lexicon.write(tmp_path / "pares.tsv")
    other = Lexicon()
    other.read(tmp_path / "pares.tsv")
    assert len(other) == len(lexicon) and other[-1].source == lexicon[-1].source and other[:1]
    alignment = Aligner("es", "en", lexicon=lexicon).align(report["es"], report["en"])
    bare = Aligner("es", "en", own_words=False).align(report["es"], report["en"])
    assert len(alignment) and len(bare)
    other.learn(trujaman.align_units(report["es"], [(report["en"], alignment)]), "es", "en")
    assert len(other) > len(lexicon)
    (tmp_path / "nada.tsv").write_text("sin pareja\n", encoding="utf-8")
    with pytest.raises(trujaman.MalformedError):
        other.read(tmp_path / "nada.tsv", on_diagnostic=lambda said: None)


def test_vectors_help(tmp_path):
    source = SegmentedDocument(["Uno.", "Dos."], "es")
    target = SegmentedDocument(["One.", "Two."], "en")
    vectors = Vectors([[1.0, 0.0], [0.0, 2.0]])
    assert (len(vectors), vectors.dimension, vectors.missing) == (2, 2, 0)
    assert vectors.vector(range(1, 2)) == pytest.approx([0.0, 1.0])
    assert 0 <= vectors.recognised(vectors) < 1
    assert len(trujaman.align(source, target, vectors=(vectors, vectors))) == 2
    flat = array.array("f", [1.0, 0.0, 0.0, 2.0])
    same = Vectors(memoryview(flat).cast("B").cast("f", (2, 2)))
    assert same.vector(range(0, 1)) == vectors.vector(range(0, 1))
    (tmp_path / "es.emb").write_bytes(flat.tobytes())
    assert len(Vectors.read(tmp_path / "es.emb", source)) == 2
    with pytest.raises(trujaman.MalformedError):
        Vectors.read(tmp_path / "es.emb", SegmentedDocument(["Uno.", "Dos.", "Tres."], "es"))
    with pytest.raises(trujaman.InvalidArgumentError):
        Vectors([[float("inf")]])
    with pytest.raises(ValueError):
        Vectors([[1.0], [1.0, 2.0]])
    with pytest.raises(ValueError):
        Vectors(flat)


def test_a_corrected_alignment_is_one(report):
    alignment = trujaman.align(report["es"], report["en"])
    corrected = Alignment(list(alignment)[:-1] + [alignment[-1]], quality=0.5)
    assert list(corrected) == list(alignment) and corrected.quality == 0.5
    with pytest.raises(trujaman.InvalidArgumentError):
        Alignment([Bead(range(0, 1), range(0, 1)), Bead(range(2, 3), range(1, 2))])


def test_a_translated_copy():
    source = "# Acta\n\nLa Sra. Aldana abrió la sesión. Nadie respondió.\n".encode()

    def translate(number, block):
        if number == 0:
            return None
        first, second = Segmenter("es").split(block.text)
        return [Rendering(first, "Ms. Aldana opened the session.", revise=True), Rendering(second, None)]

    copy = io.BytesIO()
    summary = trujaman.translate_document(source, copy, translate, name="acta.md")
    assert (summary.replaced, summary.left) == (1, 1)
    text = copy.getvalue().decode()
    assert text.startswith("# Acta\n") and "Ms. Aldana opened the session." in text
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.translate_document(
            source, copy, lambda n, b: [Rendering((2, 4), "a"), Rendering((0, 3), "b")], name="acta.md"
        )
    with pytest.raises(ZeroDivisionError):
        trujaman.translate_document(source, copy, lambda n, b: 1 / 0, name="acta.md")
