"""Translation units → what is likely to be wrong in them."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trujaman import _rules
from trujaman._call import Call, Handle, items, out
from trujaman._library import CData, ffi, lib, text
from trujaman._text import Places, Span
from trujaman._unit import list_of
from trujaman.diagnostics import Severity
from trujaman.glossary import Glossary
from trujaman.unit import Unit, to_c

__all__ = ["Checker", "Finding", "FindingPlace", "check_rules", "check_units"]


def check_rules() -> dict[str, str]:
    """The names of all rules ("number", "deprecated-term", …), each with what it finds, in
    English."""
    return _rules.described("check")


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Words that a finding is about."""

    language: str
    """Of the variant in which they stand."""
    span: Span
    """In its text, the first variant's in that language; may be empty, where something is
    missing."""
    words: str
    """What stands there."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is likely to be wrong in a unit."""

    rule: str
    """Which rule found it: one of check_rules()."""
    severity: Severity
    """Defect: hardly ever right. Warning: usually to be mended. Note: worth a look."""
    source: str
    """Language of the source."""
    target: str
    """Language of the target."""
    places: tuple[FindingPlace, ...]
    """At least one, those of the source first."""
    message: str
    """In English, with the words."""
    unit: int
    """Number of the unit, in the order given."""
    other_unit: int | None
    """The unit that this one is at odds with; None of a finding about one unit."""


_NO_UNIT = int(ffi.cast("size_t", -1))


def _options(
    call: Call,
    disabled: Iterable[str],
    only: Iterable[str] | None,
    glossary: Glossary | None,
    source: str | None,
    targets: Iterable[str],
) -> CData:
    options = call.options("trujaman_check_options")
    options.disabled = _rules.bits("check", disabled)
    if only is not None:
        options.disabled |= ~_rules.bits("check", only) & _rules.bits("check", check_rules())
    options.glossary = ffi.NULL if glossary is None else call.keep(glossary._open())
    options.source = call.optional(source)
    options.targets, options.target_count = call.texts(targets)
    return options


class _TextOf:
    """Finds the text in which a place is: spans are counted in bytes of it."""

    def __init__(self, units: list[Unit]) -> None:
        self._units = units

    def place(self, number: int, language: str, struct: CData) -> FindingPlace:
        words = text(struct.words)
        for variant in self._units[number].variants if number < len(self._units) else ():
            places = Places(variant.text)
            raw = places.encoded[struct.span.begin : struct.span.end]
            if variant.language == language and raw == words.encode("utf-8"):
                return FindingPlace(language, places.span(struct.span), words)
        return FindingPlace(language, Span(struct.span.begin, struct.span.end), words)


def _findings(found: CData, units: list[Unit]) -> list[Finding]:
    names, texts = list(check_rules()), _TextOf(units)
    return [
        Finding(
            rule=names[finding.rule],
            severity=Severity._of(finding.severity),
            source=text(finding.source),
            target=text(finding.target),
            places=tuple(
                texts.place(finding.unit, text(struct.language), struct)
                for struct in (finding.places[i] for i in range(finding.place_count))
            ),
            message=text(finding.message),
            unit=finding.unit,
            other_unit=None if finding.other_unit == _NO_UNIT else finding.other_unit,
        )
        for finding in items("findings", found)
    ]


def check_units(
    units: Iterable[Unit],
    *,
    glossary: Glossary | None = None,
    source: str | None = None,
    targets: Iterable[str] = (),
    disabled: Iterable[str] = (),
    only: Iterable[str] | None = None,
) -> list[Finding]:
    """Applies all rules to units; what they find, by number of the unit.

    glossary: for the rules about terms. source: language; None: the unit's, else its first
    variant's. targets: languages; every other one with none. disabled: rules that are not applied,
    by name. only: no others than these are.
    """
    call, found, all_units = Call(), out("trujaman_findings"), list(units)
    options = _options(call, disabled, only, glossary, source, targets)
    status = lib.trujaman_units_check(list_of(all_units), options, found)
    return _findings(call.made(status, found, "findings_free"), all_units)


class Checker(Handle):
    """Applies rules to units that come one by one."""

    __slots__ = ("_units",)

    def __init__(
        self,
        *,
        glossary: Glossary | None = None,
        source: str | None = None,
        targets: Iterable[str] = (),
        disabled: Iterable[str] = (),
        only: Iterable[str] | None = None,
    ) -> None:
        """Parameters are those of check_units()."""
        call, made = Call(), out("trujaman_checker")
        options = _options(call, disabled, only, glossary, source, targets)
        super().__init__(call.made(lib.trujaman_checker_new(options, made), made, "checker_free"))
        self._units: list[Unit] = []

    def check(self, unit: Unit) -> list[Finding]:
        """What the rules that look at one unit say about it; its number in the findings is 0."""
        call, found = Call(), out("trujaman_findings")
        with self._alone():
            status = lib.trujaman_checker_check(self._open(), to_c(call, unit), found)
            findings = call.made(status, found, "findings_free")
        return _findings(findings, [unit])

    def add(self, unit: Unit) -> None:
        """Remembers a unit, for the rules that compare units."""
        call = Call()
        with self._alone():
            call.check(lib.trujaman_checker_add(self._open(), to_c(call, unit)))
            self._units.append(unit)

    def compare(self) -> list[Finding]:
        """What the rules that compare units say about those added so far, numbered in that
        order."""
        call, found = Call(), out("trujaman_findings")
        with self._alone():
            status = lib.trujaman_checker_compare(self._open(), found)
            findings = call.made(status, found, "findings_free")
        return _findings(findings, self._units)
