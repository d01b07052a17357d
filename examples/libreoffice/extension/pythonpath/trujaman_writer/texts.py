"""What is computed of texts alone."""
import difflib
import re

# Where a language tag names no country, the spelling of the institutions that this is for.
COUNTRIES = {"en": "GB", "es": "ES", "fr": "FR"}


def trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """The span without the white space at both its ends."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end


def primary(tag: str) -> str:
    """The language of a tag without its region: "es" for "es-MX"."""
    return tag.split("-")[0].lower()


def country(tag: str) -> str:
    """The region of a tag, or the one that is usual for it; "" where neither is known."""
    for part in tag.split("-")[1:]:
        if len(part) == 2:
            return part.upper()
    return COUNTRIES.get(primary(tag), "")


def differences(stored: str, here: str) -> str:
    """The stored text, with what the text at hand has instead: "los últimos [cinco → diez] años".

    Words only in the memory are "[− word]", words only in the text at hand "[+ word]".
    """
    old, new = (re.findall(r"\w+|[^\w\s]", text) for text in (stored, here))
    gaps = _gaps(stored, old)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    parts = []
    for kind, i, j, k, m in matcher.get_opcodes():
        removed, added = _joined(stored, old, i, j), _joined(here, new, k, m)
        blank = gaps[i] if i < len(gaps) else ""
        if kind == "equal":
            parts.append(blank + removed)
        elif kind == "replace":
            parts.append(f"{blank}[{removed} → {added}]")
        elif kind == "delete":
            parts.append(f"{blank}[− {removed}]")
        else:
            parts.append(f" [+ {added}]")
    return "".join(parts).strip()


def _gaps(text: str, words: list[str]) -> list[str]:
    """What stands before each word."""
    gaps, at = [], 0
    for word in words:
        start = text.index(word, at)
        gaps.append(text[at:start])
        at = start + len(word)
    return gaps


def _joined(text: str, words: list[str], begin: int, end: int) -> str:
    """Words begin to end as they stand in the text."""
    gaps = _gaps(text, words)
    pieces = [gap + word for gap, word in zip(gaps[begin:end], words[begin:end])]
    return "".join(pieces).strip()
