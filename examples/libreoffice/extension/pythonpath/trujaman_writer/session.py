"""The memory and the glossaries: opened when first asked, kept, opened anew when the files change."""
import dataclasses
import pathlib
from typing import Any

from .messages import Problem
from .settings import Settings


@dataclasses.dataclass(frozen=True)
class Term:
    """A term in the text looked up (a span in code points), and one word for it."""

    begin: int
    end: int
    matched: str
    equivalent: str
    deprecated: bool


@dataclasses.dataclass
class Answer:
    """What is known of a text. Problems: of the part that did not work, while the other did."""

    matches: list[Any] = dataclasses.field(default_factory=list)  # of trujaman.Match
    terms: list[Term] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)


class Session:
    """One for the office: all documents ask the same memory."""

    def __init__(self) -> None:
        self._memory: Any = None
        self._memory_stamp: Any = None
        self._glossary: Any = None
        self._glossary_stamp: Any = None
        self._segmenters: dict[str, Any] = {}

    def sentences(self, text: str, language: str) -> list[tuple[int, int]]:
        """Spans of the sentences, by the rules by which memories are filled."""
        trujaman = library()
        if language not in self._segmenters:
            self._segmenters[language] = trujaman.Segmenter(language)
        return [(span.begin, span.end) for span in self._segmenters[language].split(text)]

    def look_up(self, text: str, source: str, target: str, settings: Settings,
                previous: str = "", following: str = "") -> Answer:
        """Matches and terms of a text. A memory that does not work keeps no term back, and the
        other way round."""
        answer = Answer()
        try:
            answer.matches = self._matches(text, source, target, settings, previous, following)
        except Problem as problem:
            answer.problems.append(problem)
        try:
            answer.terms = self._terms(text, source, target, settings)
        except Problem as problem:
            answer.problems.append(problem)
        return answer

    def add(self, source: tuple[str, str], target: tuple[str, str], settings: Settings) -> bool:
        """Adds a pair of (language, text) to the memory, which is made where there is none yet.
        False: it is there already."""
        trujaman = library()
        if not settings.memory:
            raise Problem("no_memory")
        unit = trujaman.Unit(variants=[trujaman.Variant(*source), trujaman.Variant(*target)])
        try:
            with trujaman.Memory.open(settings.memory, mode="create") as memory:
                result = memory.add([unit])
        except trujaman.Error as error:
            raise _memory_problem(settings.memory, error) from error
        return result.added > 0

    def close(self) -> None:
        """Lets go of the files."""
        if self._memory is not None:
            self._memory.close()
        self._memory = self._memory_stamp = self._glossary = self._glossary_stamp = None

    def _matches(self, text: str, source: str, target: str, settings: Settings, previous: str,
                 following: str) -> list[Any]:
        trujaman = library()
        if not settings.memory:
            raise Problem("no_memory")
        try:
            return self._open_memory(settings.memory).lookup(
                text, source, target, min_score=settings.lowest_score, limit=9,
                previous=previous, next=following, distinct=True)
        except trujaman.Error as error:
            raise _memory_problem(settings.memory, error) from error

    def _open_memory(self, path: str) -> Any:
        # What other programs write into the file is seen through an open handle; another file in
        # its place is not.
        try:
            status = pathlib.Path(path).stat()
        except OSError:
            raise Problem("memory_missing", path=path) from None
        stamp = (path, status.st_dev, status.st_ino)
        if stamp != self._memory_stamp:
            if self._memory is not None:
                self._memory.close()
            self._memory = self._memory_stamp = None
            self._memory = library().Memory.open(path, mode="read")
            self._memory_stamp = stamp
        return self._memory

    def _terms(self, text: str, source: str, target: str, settings: Settings) -> list[Term]:
        if not settings.glossaries:
            return []
        trujaman = library()
        try:
            found = self._load_glossary(settings.glossaries).recognise(text, source, [target])
        except trujaman.Error as error:
            raise Problem("glossary_failed", reason=_reason(error)) from error
        return [
            Term(term.begin, term.end, term.matched, word.text, word.status == "deprecated")
            for term in found for word in term.equivalents.get(target, ())
        ]

    def _load_glossary(self, paths: tuple[str, ...]) -> Any:
        stamp = []
        for path in paths:
            try:
                status = pathlib.Path(path).stat()
            except OSError:
                raise Problem("glossary_missing", path=path) from None
            stamp.append((path, status.st_ino, status.st_size, status.st_mtime_ns))
        if stamp != self._glossary_stamp:
            self._glossary = library().Glossary.load(*paths)
            self._glossary_stamp = stamp
        return self._glossary


def library() -> Any:
    """The package trujaman, loaded when it is first needed: the office starts without it."""
    try:
        import trujaman
    except (ImportError, OSError) as error:
        raise Problem("library", reason=str(error)) from error
    return trujaman


def _reason(error: Any) -> str:
    """What an error of the library says, with the file where it names one."""
    place = f"{error.source}:{error.line}: " if error.source and error.line else ""
    return place + error.message


def _memory_problem(path: str, error: Any) -> Problem:
    if error.status == library().Status.BUSY:
        return Problem("memory_busy", path=path)
    return Problem("memory_failed", path=path, reason=_reason(error))
