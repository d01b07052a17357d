"""Files of units: reading, writing, converting, filtering, merging, comparing."""
import io

import pytest
from conftest import TEXTS

import trujaman
from trujaman import (
    Change,
    Location,
    TmxEncoding,
    TmxHeader,
    TmxText,
    Unit,
    UnitDiffer,
    UnitFilter,
    UnitMerger,
    UnitPool,
    UnitWriter,
)

TABLE = "es\ten\nHola.\tHello.\nSola.\t\nAdiós.\tGoodbye.\n".encode()


def test_what_is_written_is_read(tmp_path, units):
    for name, languages in (
        ("u.tmx", []), ("u.xlf", ["es", "en"]), ("u.tsv", ["es", "en", "fr"]), ("u.csv", ["es", "en"]),
        ("u.xlsx", ["es", "fr"]),
    ):
        assert trujaman.write_units(tmp_path / name, units, languages=languages) == 4
        read = list(trujaman.read_units(tmp_path / name))
        assert [unit.text("es") for unit in read] == [texts["es"] for texts in TEXTS]


def test_a_reader_says_where_units_stand_and_what_was_read():
    heard = []
    with trujaman.read_units(TABLE, name="tabla.tsv", on_diagnostic=heard.append) as reader:
        assert next(reader) == Unit.of({"es": "Hola.", "en": "Hello."}, source_language="es")
        assert reader.where == Location("tabla.tsv", line=2)
        with pytest.raises(ValueError, match="not read to its end"):
            reader.info
        assert next(reader).text("en") == "Goodbye."
        assert reader.where.line == 4
        assert next(reader, None) is None
    assert (reader.info.format, reader.info.read, reader.info.passed) == ("tsv", 3, 2)
    assert len(heard) == 1 and heard[0].where.line == 3
    assert str(heard[0]).startswith("tabla.tsv:3: ")


def test_everything_is_passed_on_when_asked_for():
    assert len(list(trujaman.read_units(TABLE, name="tabla.tsv", everything=True))) == 3


def test_units_before_a_break_are_given():
    whole = io.BytesIO()
    trujaman.write_units(whole, [Unit.of({"es": f"Línea {n}.", "en": f"Line {n}."}) for n in range(200)],
                         format="tmx")
    read = 0
    with pytest.raises(trujaman.MalformedError):
        for _ in trujaman.read_units(whole.getvalue()[:-2000], name="rota.tmx"):
            read += 1
    assert read > 100


def test_a_reader_of_a_large_file_may_be_left():
    rows = b"es\ten\n" + b"".join(b"Texto %d.\tText %d.\n" % (n, n) for n in range(20000))
    source = io.BytesIO(rows)
    with trujaman.read_units(source, name="tabla.tsv") as reader:
        assert next(reader).text("en") == "Text 0."
    assert source.tell() < len(rows)
    assert next(reader, None) is None


def test_formats_are_told_by_names():
    assert [trujaman.format_of(n) for n in ("a.TMX", "a.sdlxliff", "a.po", "a.xlsx", "a.doc")] == [
        "tmx", "xliff", "po", "xlsx", "auto",
    ]
    with pytest.raises(ValueError, match="'html' is none of"):
        trujaman.read_units(TABLE, format="html")
    with pytest.raises(trujaman.InvalidArgumentError):
        list(trujaman.read_units(TABLE))


def test_po_is_read_with_its_languages():
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Open"\nmsgstr "Abrir"\n'
    (unit,) = trujaman.read_units(po.encode(), name="es.po", languages=("en", "es"))
    assert (unit.text("en"), unit.text("es")) == ("Open", "Abrir")


def test_po_files_keep_their_headers(tmp_path, units):
    header = trujaman.PoHeader(fields=[("Project-Id-Version", "Diálogo 4")], notes=["De la relatoría."])
    written = trujaman.write_units(
        tmp_path / "fr.po", [*units, units[0]], languages=["es", "fr"], po_header=header
    )
    assert written == 4  # What is there twice is written once.
    with trujaman.read_units(tmp_path / "fr.po", languages=("es", "fr"), po_whole=True) as reader:
        assert next(reader).text("fr") == TEXTS[0]["fr"]
        assert ("Project-Id-Version", "Diálogo 4") in reader.header.fields
        assert len(list(reader)) == 3
    assert reader.info.header == reader.header and reader.header.notes == header.notes
    assert (reader.info.format, reader.header.target_language) == ("po", "fr")


def test_a_writer_leaves_whole_files_or_none(tmp_path, units):
    with UnitWriter(tmp_path / "a.tmx") as writer:
        writer.write(units[0])
        assert writer.written == 1 and not (tmp_path / "a.tmx").exists()
    assert len(list(trujaman.read_units(tmp_path / "a.tmx"))) == 1
    with pytest.raises(LookupError), UnitWriter(tmp_path / "b.tmx") as writer:
        writer.write(units[0])
        raise LookupError
    assert not (tmp_path / "b.tmx").exists()
    with pytest.raises(TypeError, match="no option 'language'"):
        UnitWriter(tmp_path / "c.tmx", language="es")


def test_tmx_is_written_as_it_is_wanted(units):
    header = TmxHeader(
        source_language="es",
        creation_tool="relatoría",
        notes=[TmxText("Cuarto Diálogo", language="es")],
        properties=[TmxText("2024", type="año")],
        encodings=[TmxEncoding("propia", characters=[trujaman.TmxCharacter("#xF8FF", code="#xF0")])],
    )
    file = io.BytesIO()
    trujaman.write_units(
        file, units, format="tmx", languages=["es", "fr"], tmx_header=header, tmx_utf16=True, tmx_level=1
    )
    assert file.getvalue()[:2] in (b"\xff\xfe", b"\xfe\xff")
    with trujaman.read_units(file.getvalue(), name="u.tmx") as reader:
        assert {v.language for unit in reader for v in unit.variants} == {"es", "fr"}
    read = reader.info.header
    assert (read.creation_tool, read.source_language) == ("relatoría", "es")
    assert read.notes == header.notes and read.properties == header.properties
    assert read.encodings == header.encodings
    assert read.segment_type == "sentence"


def test_xliff_has_two_versions(tmp_path, units):
    for version in ("1.2", "2.0"):
        trujaman.write_units(
            tmp_path / "u.xlf", units, languages=["es", "en"], xliff_version=version, xliff_original="i.md"
        )
        with trujaman.read_units(tmp_path / "u.xlf") as reader:
            assert len(list(reader)) == 4
        assert reader.info.xliff_version == version
        assert (reader.info.xliff_source, reader.info.xliff_target) == ("es", "en")
        assert reader.info.xliff_units == reader.info.xliff_targets == 4
        assert reader.info.xliff_matches == 0
        assert reader.info.header is None


def test_converting_and_filtering(tmp_path, units):
    trujaman.write_units(tmp_path / "u.tmx", units)
    shares = []
    count = trujaman.convert_units(
        tmp_path / "u.tmx", tmp_path / "u.csv", languages=["es", "fr"],
        filter=UnitFilter(source_matches="migrantes", source="es"), progress=shares.append,
    )
    assert count == 2 and shares
    assert [u.text("fr") for u in trujaman.read_units(tmp_path / "u.csv")] == [
        TEXTS[2]["fr"], TEXTS[3]["fr"],
    ]
    with pytest.raises(trujaman.CancelledError):
        trujaman.convert_units(
            tmp_path / "u.tmx", tmp_path / "n.tmx", progress=lambda share: False
        )
    assert not (tmp_path / "n.tmx").exists()


def test_what_a_format_leaves_out_is_said():
    unit = Unit.of({"es": "a", "en": "b", "fr": "c"}, notes=["Nota."], confidence=0.5)
    assert trujaman.parts_left_out(unit, "tmx") == []
    assert "notes" in " ".join(trujaman.parts_left_out(unit, "csv", ["es", "en"]))


def test_merging(units):
    more = [Unit.of(TEXTS[0], notes=["Otra vez."]), Unit.of({"es": "Nueva.", "en": "New."})]
    merged = list(trujaman.merge_units(units, more))
    assert len(merged) == 5
    assert merged[0].notes == ("Otra vez.",)
    with UnitMerger() as merger:
        assert not merger.add(Unit.of({"es": "Hola.", "en": "Hello."}), Location("a.tmx", 3))
        assert not merger.add(Unit.of({"es": "Hola.", "en": "Hi."}), Location("b.tmx", 9))
        assert merger.add(Unit.of({"es": "Hola.", "en": "Hi."}))
        (conflict,) = merger.conflicts()
        assert (conflict.source, conflict.language) == ("Hola.", "en")
        assert [choice.text for choice in conflict.choices] == ["Hello.", "Hi."]
        assert conflict.choices[1].where == Location("b.tmx", 9)
        assert conflict.choices[0].changed is None
        assert len(list(merger.units())) == 2
    assert len(list(trujaman.merge_units(units, units, newest_only=True))) == 4


def test_comparing(units):
    after = units[1:3] + [Unit.of({**TEXTS[3], "en": "Trafficking is not smuggling."}),
                          Unit.of({"es": "Nueva.", "en": "New."})]
    removed, changed, added = trujaman.diff_units(units, after)
    assert removed.change is Change.REMOVED and removed.before == units[0] and removed.after is None
    assert changed.change == "changed" and changed.after.text("en") == "Trafficking is not smuggling."
    assert added.change is Change.ADDED and added.after.text("en") == "New."
    assert list(trujaman.diff_units(units, reversed(units))) == []
    noted = [Unit.of({"es": "a", "en": "b"}, notes=["Nota."])]
    bare = [Unit.of({"es": "a", "en": "b"})]
    assert list(trujaman.diff_units(noted, bare)) == []
    assert len(list(trujaman.diff_units(noted, bare, details=True))) == 1
    with UnitDiffer() as differ:
        differ.add_before(units[0], Location("a.tmx", 4))
        (gone,) = differ.differences()
        assert (gone.before_where, gone.after_where) == (Location("a.tmx", 4), Location())


def test_a_pool_is_a_sequence_on_disk(units, tmp_path):
    with UnitPool(units, folder=tmp_path) as pool:
        pool.append(Unit.of({"es": "Hola.", "en": "Hello."}), Location("a.tmx", 12))
        assert len(pool) == 5 and pool[0] == units[0] and pool[1:3] == units[1:3]
        assert pool[-1].text("en") == "Hello."
        assert pool.located(4)[1] == Location("a.tmx", 12)
        assert list(pool)[:4] == units
        with pytest.raises(IndexError):
            pool[5]
    with pytest.raises(trujaman.IoError):
        # What is small never reaches the disk.
        UnitPool([Unit.of({"es": "a"}, notes=["larga " * 1_000_000])], folder=tmp_path / "no_hay")
