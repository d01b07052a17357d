"""Failures: one class a status, the place, exceptions of callbacks."""
import copy
import pickle

import pytest

import trujaman
from trujaman import Memory, Status

CLASSES = {
    Status.INVALID_ARGUMENT: trujaman.InvalidArgumentError,
    Status.IO: trujaman.IoError,
    Status.MALFORMED: trujaman.MalformedError,
    Status.UNSUPPORTED: trujaman.UnsupportedError,
    Status.BUSY: trujaman.BusyError,
    Status.INTERNAL: trujaman.InternalError,
    Status.CANCELLED: trujaman.CancelledError,
    Status.STORAGE: trujaman.StorageError,
    Status.OUT_OF_MEMORY: trujaman.OutOfMemoryError,
}


def test_there_is_a_class_for_each_status():
    assert set(CLASSES) == set(Status) - {Status.OK}
    for status, kind in CLASSES.items():
        assert issubclass(kind, trujaman.Error)
        assert kind("mensaje").status is status
    assert issubclass(trujaman.IoError, OSError)
    assert issubclass(trujaman.InvalidArgumentError, ValueError)


def test_an_error_has_its_place():
    with pytest.raises(trujaman.MalformedError) as caught:
        list(trujaman.read_units(b"<tmx version='1.4'>\n<header/>\n<body>\n<tu", name="rota.tmx"))
    error = caught.value
    assert (error.source, error.status) == ("rota.tmx", Status.MALFORMED)
    assert error.line and error.line >= 3
    assert str(error) == f"rota.tmx:{error.line}: {error.message}"
    for same in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(same) is type(error)
        assert (str(same), same.line, same.status) == (str(error), error.line, error.status)


def test_statuses_from_all_over(tmp_path):
    with pytest.raises(trujaman.UnsupportedError):
        trujaman.read_document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "es", name="viejo.doc")
    with pytest.raises(trujaman.UnsupportedError):
        trujaman.write_concepts(tmp_path / "g.xlf", [], format="xliff")
    with pytest.raises(trujaman.InvalidArgumentError):
        trujaman.write_units(tmp_path / "sin_formato", [])
    with pytest.raises(trujaman.MalformedError):
        trujaman.read_document(b"", "es", name="vacio.txt")
    with pytest.raises(OSError):
        trujaman.read_document(tmp_path / "falta.md", "es")
    with pytest.raises(trujaman.IoError):
        trujaman.write_units(tmp_path / "no_hay" / "tal.tmx", [])


class Stop(Exception):
    """What callbacks raise here."""


def test_an_exception_in_a_progress_callback_comes_out(report):
    error = Stop("basta")

    def progress(_share):
        raise error

    with pytest.raises(Stop) as caught:
        trujaman.align(report["es"], report["en"], progress=progress)
    assert caught.value is error


def test_false_cancels_and_none_goes_on(report):
    with pytest.raises(trujaman.CancelledError) as caught:
        trujaman.align(report["es"], report["en"], progress=lambda share: False)
    assert caught.value.status is Status.CANCELLED
    assert len(trujaman.align(report["es"], report["en"], progress=lambda share: None))


def test_an_exception_in_a_scorer_comes_out_and_it_is_asked_no_more(report):
    asked = []

    def scorer(source, target):
        asked.append((source, target))
        raise Stop

    with pytest.raises(Stop):
        trujaman.align(report["es"], report["en"], scorer=scorer)
    assert len(asked) == 1


def test_a_scorer_has_to_give_a_number(report):
    with pytest.raises(TypeError):
        trujaman.align(report["es"], report["en"], scorer=lambda source, target: "mucho")


def test_an_exception_of_a_file_object_comes_out(memory):
    class Broken:
        """A file that fails after some bytes, and one that cannot keep any."""

        def __init__(self):
            self.rest = b"es\ten\nHola.\tHello.\n"

        def read(self, size):
            if not self.rest:
                raise Stop
            rest, self.rest = self.rest, b""
            return rest

        def write(self, data):
            raise Stop

    with pytest.raises(Stop):
        memory.import_file(Broken(), name="tabla.tsv")
    assert len(memory) == 4
    with pytest.raises(Stop):
        memory.export(Broken(), format="tmx")
    with pytest.raises(Stop):
        list(trujaman.read_units(Broken(), name="tabla.tsv"))


def test_a_text_file_is_refused(memory, tmp_path):
    (tmp_path / "t.tsv").write_text("es\ten\nHola.\tHello.\n")
    with pytest.raises(TypeError, match="binary"), open(tmp_path / "t.tsv") as file:
        memory.import_file(file)
    with pytest.raises(TypeError), open(tmp_path / "u.tsv", "w") as file:
        memory.export(file, format="tsv")
    with pytest.raises(TypeError, match="cannot read from int"):
        memory.import_file(7)
    with pytest.raises(TypeError, match="cannot write to int"):
        memory.export(7)


def test_an_exception_in_a_diagnostic_callback_stops_the_import(memory):
    def hear(_diagnostic):
        raise Stop

    table = b"es\ten\nSola.\t\n" + b"".join(b"Texto %d.\tText %d.\n" % (n, n) for n in range(5000))
    with pytest.raises(Stop):
        memory.import_file(table, name="tabla.tsv", on_diagnostic=hear)
    assert len(memory) == 4


def test_keyboard_interrupt_goes_through(memory):
    def progress(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        memory.import_file(b"es\ten\nHola.\tHello.\n", name="t.tsv", progress=progress)


def test_an_error_does_not_stay_for_the_next_call(memory):
    with pytest.raises(trujaman.Error):
        memory.lookup("Hola.", "no es una lengua", "en")
    assert memory.lookup("Hola.", "es", "en") == []
    with pytest.raises(trujaman.Error):
        Memory.open("/no/hay/tal.tm")
    assert len(memory) == 4
