"""Handles: in any order, forgotten, left to a dying interpreter; and nothing leaks."""
import gc
import os
import resource
import subprocess
import sys
import threading

import pytest
from conftest import TEXTS

import trujaman
from trujaman import Analyser, Glossary, Memory, SegmentedDocument, Unit, UnitFilter


def test_results_outlive_their_memory():
    memory = Memory.in_memory()
    memory.add([Unit.of(TEXTS[0])])
    matches = memory.lookup(TEXTS[0]["es"], "es", "en")
    items = memory.items()
    first = next(items)
    memory.close()
    del memory
    gc.collect()
    assert matches[0].target.text == TEXTS[0]["en"]
    assert first[1].text("fr") == TEXTS[0]["fr"]
    assert list(items) == []


def test_handles_hold_what_they_need(units):
    memory = Memory.in_memory()
    memory.add(units)
    analyser = Analyser(memory, "es", "en")
    changes = memory.transaction()
    memory.close()
    del memory
    gc.collect()
    changes.add(units[0])
    changes.commit()
    segments = SegmentedDocument([units[0].text("es")], "es")
    assert analyser.analyse(segments).bands["100"].segments == 1


def test_a_document_outlives_its_segments():
    document = trujaman.segment(trujaman.Document(["Uno. Dos."], "es", id="d")).document
    gc.collect()
    assert document.blocks[0].text == "Uno. Dos." and document.id == "d"


def test_a_glossary_outlives_its_file_and_its_matches_the_glossary(concepts):
    glossary = Glossary(concepts)
    (match,) = glossary.recognise("La trata de personas.", "es")
    del glossary
    gc.collect()
    assert match.entry == concepts[0]


def test_the_collector_may_find_an_iterator_in_its_own_thread(memory):
    class Cycle:
        """An iterator in a cycle, which only the garbage collector ends."""

        def __init__(self):
            self.itself, self.items = self, memory.items()
            next(self.items)

    memory.add(Unit.of({"es": f"Texto {n}, letra b.", "en": f"Text {n} (b)."}) for n in range(400))
    before = threading.active_count()
    for _ in range(30):
        Cycle()
    gc.collect()
    for thread in threading.enumerate():
        if thread.name == "trujaman stream":
            thread.join(60)
    assert threading.active_count() == before


def test_what_is_forgotten_is_closed(tmp_path, units):
    for _ in range(3):
        memory = Memory.open(tmp_path / "m.tm", mode="create")
        memory.transaction().add(units[0])  # Forgotten uncommitted.
        assert len(memory) == 0
        del memory
    with Memory.open(tmp_path / "m.tm", mode="write") as memory:
        assert memory.add(units).added == 4


@pytest.mark.parametrize("left", [
    "keep = memory",
    "keep = memory.transaction(); keep.add(unit)",
    "keep = memory.items(); next(keep)",
    "keep = trujaman.read_units(io.BytesIO(table), name='t.tsv'); next(keep)",
    "keep = trujaman.UnitWriter(io.BytesIO(), format='tmx'); keep.write(unit)",
    "daemon(lambda: trujaman.align(es, es, scorer=lambda a, b: 0.1))",
    "daemon(lambda: memory.import_file(table, name='t.tsv', progress=lambda share: None))",
    "daemon(lambda: trujaman.write_units(io.BytesIO(), [unit] * 9, format='tmx'))",
    "daemon(lambda: memory.lookup('Texto 7.', 'es', 'en'))",
    "[t.start() for t in [threading.Thread(target=lambda: sum(1 for _ in memory)) for _ in range(3)]]",
])
def test_the_interpreter_may_end_at_any_time(left):
    program = f"""
import io, threading, trujaman
memory = trujaman.Memory.in_memory()
unit = trujaman.Unit.of({{"es": "Hola.", "en": "Hello."}})
memory.add(trujaman.Unit.of({{"es": f"Texto {{n}}.", "en": f"Text {{n}}."}}) for n in range(600))
table = b"es\\ten\\n" + b"".join(b"Texto %d.\\tText %d.\\n" % (n, n) for n in range(20000))
es = trujaman.SegmentedDocument([f"Texto {{n}}." for n in range(300)], "es")
def daemon(function):
    begun = threading.Event()
    def work():
        while True:
            begun.set()
            function()
    threading.Thread(target=work, daemon=True).start()
    begun.wait()
{left}
print("fin")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=os.environ)
    assert (done.returncode, done.stdout, done.stderr) == (0, "fin\n", "")


def work(memory, path):
    """Some of everything that has results, callbacks and failures."""
    memory.lookup(TEXTS[0]["es"], "es", "en")
    memory.lookup_batch([texts["es"] for texts in TEXTS], "es", "en")
    memory.concordance("migrantes", "es", "en", filter=UnitFilter(languages=["es"]))
    next(memory.items())
    list(trujaman.read_units(path))
    memory.import_file(path, progress=lambda share: None, on_diagnostic=lambda said: None)
    with pytest.raises(trujaman.CancelledError):
        memory.import_file(path, progress=lambda share: False)
    with pytest.raises(trujaman.InvalidArgumentError):
        memory.concordance("(", "es", "en", syntax="regex")
    source = SegmentedDocument([texts["es"] for texts in TEXTS], "es")
    target = SegmentedDocument([texts["en"] for texts in TEXTS], "en")
    alignment = trujaman.align(source, target, scorer=lambda one, other: 0.0)
    trujaman.check_units(trujaman.align_units(source, [(target, alignment)]))


def test_nothing_is_left_behind(memory, tmp_path):
    """Objects: none more after a hundred rounds, without the collector's help. Memory of C: what a
    leak of one unit in each round would not show, a leak of large ones would."""
    memory.export(tmp_path / "m.tmx")
    for _ in range(20):
        work(memory, tmp_path / "m.tmx")
    gc.collect()
    gc.disable()
    try:
        before, size = len(gc.get_objects()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(100):
            work(memory, tmp_path / "m.tmx")
        after = len(gc.get_objects())
    finally:
        gc.enable()
    assert after - before < 100
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - size < 20_000


def test_open_files_are_closed(tmp_path, units):
    def count():
        return len(os.listdir("/proc/self/fd"))

    before = count()
    for number in range(20):
        with Memory.open(tmp_path / f"{number}.tm", mode="create") as memory:
            memory.add(units)
            memory.lookup(TEXTS[0]["es"], "es", "en")
            for _ in memory:
                break
        with trujaman.UnitPool(units) as pool:
            assert len(pool) == 4
    gc.collect()
    assert count() <= before + 1
