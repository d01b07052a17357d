"""Catalogues of messages (GNU .po files), as far as they have to be understood to be checked."""
import dataclasses
import pathlib
import re

_FIELD = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+"(.*)"$')
_MORE = re.compile(r'"(.*)"$')
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclasses.dataclass
class Entry:
    """A message and its translation."""
    line: int
    fuzzy: bool = False
    id: str = ""
    plural: str | None = None
    translations: list[str] = dataclasses.field(default_factory=list)


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[0]), text)


def read_catalogue(path: pathlib.Path) -> tuple[list[Entry], list[int]]:
    """The entries of the file without its head, and the lines with obsolete ones."""
    entries: list[Entry] = []
    obsolete: list[int] = []
    fuzzy = False
    field = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#~"):
            obsolete.append(number)
        elif line.startswith("#,"):
            fuzzy = "fuzzy" in line
        elif match := _FIELD.match(line):
            field = match[1]
            if field == "msgid":
                entries.append(Entry(number, fuzzy))
                fuzzy = False
            elif field == "msgid_plural":
                entries[-1].plural = ""
            elif field.startswith("msgstr"):
                entries[-1].translations.append("")
            _append(entries[-1], field, _unescape(match[2]))
        elif match := _MORE.match(line):
            _append(entries[-1], field, _unescape(match[1]))
    return [e for e in entries if e.id], obsolete


def _append(entry: Entry, field: str, text: str) -> None:
    if field == "msgid":
        entry.id += text
    elif field == "msgid_plural":
        entry.plural = (entry.plural or "") + text
    elif field.startswith("msgstr"):
        entry.translations[-1] += text
