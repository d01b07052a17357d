"""Threads: other Python threads run while a call works; handles may be shared and closed."""
import threading

import pytest
from conftest import TEXTS

import trujaman
from trujaman import Memory, Unit

PATIENCE = 60.0
"""Seconds after which a test that waits is taken for hung."""


def run(*functions):
    """Runs functions in a thread each; raises what they raise."""
    failures = []

    def guarded(function):
        try:
            function()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=guarded, args=[f], daemon=True) for f in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    if failures:
        raise failures[0]


def test_two_calls_are_inside_the_library_at_the_same_time(report):
    """Each call waits, in its callback, for the other one to be in its own."""
    both = threading.Barrier(2)

    def work():
        met = []

        def progress(_share):
            if not met:
                met.append(both.wait(PATIENCE))

        assert len(trujaman.align(report["es"], report["fr"], progress=progress))
        assert met

    run(work, work)


def test_another_thread_runs_while_a_call_works(report):
    begun, done = threading.Event(), threading.Event()

    def align():
        def progress(_share):
            begun.set()
            assert done.wait(PATIENCE)

        trujaman.align(report["es"], report["en"], progress=progress)

    def other():
        assert begun.wait(PATIENCE)
        assert trujaman.count_words("Esto se cuenta mientras tanto.") == 5
        done.set()

    run(align, other)


def test_threads_share_a_memory(memory):
    def ask():
        for texts in TEXTS * 5:
            (match, *_) = memory.lookup(texts["es"], "es", "fr")
            assert match.target.text == texts["fr"]

    def write():
        for number in range(20):
            memory.add([Unit.of({"es": f"Anexo {number}, letra b.", "en": f"Annex {number} (b)."})])

    run(ask, ask, ask, write)
    assert len(memory) == 24


def test_a_memory_may_be_closed_by_a_callback_while_it_is_used(tmp_path, units):
    with Memory.open(tmp_path / "m.tm", mode="create") as memory:
        memory.add(units)
        memory.export(tmp_path / "m.tmx")
        other = Memory.open(tmp_path / "otra.tm", mode="create")
        summary = other.import_file(tmp_path / "m.tmx", progress=lambda share: other.close())
        assert summary.added == 4
        assert other.closed


def test_handles_for_one_thread_are_locked(units):
    merger = trujaman.UnitMerger()

    def add():
        for unit in units * 10:
            merger.add(unit)

    run(add, add, add)
    assert len(list(merger.units())) == 4


def test_a_callback_may_not_use_the_handle_that_calls_it(units):
    lexicon = trujaman.Lexicon()
    with pytest.raises(RuntimeError, match="in use"):
        lexicon.learn(units * 3, "es", "en", progress=lambda share: len(lexicon))
    assert len(lexicon) == 0


def test_streams_are_read_in_several_threads(memory, tmp_path):
    memory.export(tmp_path / "m.tmx")

    def read():
        for _ in range(5):
            assert len(list(trujaman.read_units(tmp_path / "m.tmx"))) == 4

    run(read, read, read)


def test_errors_belong_to_their_thread(memory):
    both = threading.Barrier(2)

    def fail():
        for _ in range(20):
            with pytest.raises(trujaman.InvalidArgumentError) as caught:
                memory.concordance("(", "es", "en", syntax="regex")
            assert caught.value.status is trujaman.Status.INVALID_ARGUMENT

    def miss():
        for _ in range(20):
            with pytest.raises(trujaman.IoError):
                Memory.open("/no/hay/tal.tm")

    def together(function):
        both.wait(PATIENCE)
        function()

    run(lambda: together(fail), lambda: together(miss))
