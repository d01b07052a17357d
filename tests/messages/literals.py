"""The string literals of C++ source, each with the call in whose arguments it stands."""
import bisect
import dataclasses
import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\((.*?)\)\1"|"((?:[^"\\\n]|\\.)*)"|'
    r"'(?:[^'\\\n]|\\.)+'|[A-Za-z_]\w*|[^\s\w]|\d[\w']*",
    re.DOTALL)


@dataclasses.dataclass(frozen=True)
class Literal:
    line: int
    text: str  # as it is written, adjacent literals joined
    call: str  # the innermost function that gets it: "message"; "" outside of calls
    argument: int  # which of its arguments it is in, from 0


def literals(source: str) -> Iterator[Literal]:
    """All literals but those of #include lines."""
    starts = [0, *(m.end() for m in re.finditer("\n", source))]
    calls: list[tuple[str, int]] = []  # the open brackets: what stands before, commas so far
    before = ""
    pending: Literal | None = None
    for token in _TOKEN.finditer(source):
        text = token[0]
        if text.startswith(("//", "/*")):
            continue
        if text.startswith('"') or text.startswith('R"'):
            words = token[3] if token[3] is not None else token[2]
            if pending is None:
                line = bisect.bisect_right(starts, token.start())
                call, argument = calls[-1] if calls else ("", 0)
                if source[starts[line - 1]:].lstrip().startswith("#"):
                    continue
                pending = Literal(line, words, call, argument)
            else:
                pending = dataclasses.replace(pending, text=pending.text + words)
            before = ""
            continue
        if pending is not None:
            yield pending
            pending = None
        if text in "([{":
            calls.append((before, 0))
        elif text in ")]}":
            if calls:
                calls.pop()
        elif text == "," and calls:
            calls[-1] = (calls[-1][0], calls[-1][1] + 1)
        before = text if text[0].isalpha() or text[0] == "_" else ""
    if pending is not None:
        yield pending
