"""A sentence in the document: found at the cursor, read, replaced, followed by the next one.

The text of a paragraph is what a reader sees: anchors of notes and comments, and what is deleted
under tracked changes, are no part of it. Offsets are code points of that text.
"""
import dataclasses
from typing import Any, Callable

from com.sun.star.lang import Locale
from com.sun.star.uno import RuntimeException

from .messages import Problem
from .texts import country, primary, trimmed

# text, its locale -> the spans of its sentences, in code points
Splitter = Callable[[str, Locale], list[tuple[int, int]]]


@dataclasses.dataclass
class Piece:
    """A stretch of a paragraph with the same formatting. A field is one that is not cut."""

    text: str
    begin: int
    range: Any
    is_field: bool

    @property
    def end(self) -> int:
        return self.begin + len(self.text)


class Paragraph:
    """The paragraph in which a text range stands, as it is now."""

    def __init__(self, where: Any):
        self.container = where.getText()
        cursor = self.container.createTextCursorByRange(where.getStart())
        cursor.gotoStartOfParagraph(False)
        self.start = cursor.getStart()
        cursor.gotoEndOfParagraph(True)
        self.finish = cursor.getEnd()
        self.pieces = list(_pieces(cursor.createEnumeration().nextElement()))
        self.text = "".join(piece.text for piece in self.pieces)

    def offset(self, where: Any) -> int:
        """Where the start of a range stands in the text."""
        where = where.getStart()
        offset = 0
        for piece in self.pieces:
            start = piece.range.getStart()
            if self.container.compareRegionStarts(start, where) < 0:
                break
            offset = piece.begin
            if not piece.is_field:
                cursor = self.container.createTextCursorByRange(start)
                cursor.gotoRange(where, True)
                offset += min(len(cursor.getString()), len(piece.text))
            elif self.container.compareRegionStarts(start, where) > 0:
                offset = piece.end
        return offset

    def range(self, begin: int, end: int) -> Any:
        """A cursor over a span of the text."""
        cursor = self.container.createTextCursorByRange(self._position(begin, before=False))
        cursor.gotoRange(self._position(end, before=True), True)
        return cursor

    def locale(self, offset: int) -> Locale:
        """The language with which the text is marked there."""
        for piece in self.pieces:
            if piece.begin <= offset < piece.end:
                return piece.range.CharLocale
        return Locale()

    def replace(self, begin: int, end: int, text: str, language: str) -> Any:
        """Puts text in the place of a span, in the formatting that most of the span has, marked
        with its language. Notes and fields of the span stay, behind the text. The new range."""
        parts = [
            (max(piece.begin, begin), min(piece.end, end), piece)
            for piece in self.pieces
            if not piece.is_field and piece.begin < end and piece.end > begin
        ]
        if not parts:
            raise Problem("read_only")
        check_writable(self.start)
        first, last, longest = max(parts, key=lambda part: part[1] - part[0])
        doomed = [self.range(b, e) for b, e, piece in parts if piece is not longest]
        if first + 1 < last:
            doomed.append(self.range(first + 1, last))
        # Text takes on the formatting of the character before it: one is left, and goes at last.
        character = self.range(first, first + 1)
        anchor = self.container.createTextCursorByRange(character.getStart())
        for cursor in doomed:
            cursor.setString("")
        new = self.container.createTextCursorByRange(character.getEnd())
        self.container.insertString(new, text, False)
        new.collapseToEnd()
        _move(new.goLeft, len(text), True)
        old = self.container.createTextCursorByRange(anchor)
        old.goRight(1, True)
        old.setString("")
        mark(new, language)
        return new

    def _position(self, offset: int, before: bool) -> Any:
        """The place of an offset; where pieces meet, the end of the one before it or the start of
        the next one: notes stand between them."""
        for piece in self.pieces:
            inside = piece.begin < offset <= piece.end if before else piece.begin <= offset < piece.end
            if inside:
                if piece.is_field:
                    return piece.range.getEnd() if before else piece.range.getStart()
                cursor = self.container.createTextCursorByRange(piece.range.getStart())
                _move(cursor.goRight, offset - piece.begin, False)
                return cursor.getStart()
        return self.start if before or not self.pieces else self.pieces[-1].range.getEnd()


@dataclasses.dataclass
class Passage:
    """A sentence, or a selected part of a paragraph, as it was when it was looked up."""

    text: str
    language: str  # BCP 47, "" when the text is marked with none
    previous: str  # the sentences beside it in the paragraph; "" where there is none
    following: str
    anchor: Any  # a cursor at the paragraph's start: it goes with the paragraph
    before: str  # the paragraph's text before and after the passage
    after: str

    def paragraph(self) -> tuple[Paragraph, int, int]:
        """The paragraph as it is now, and the span of what stands in the passage's place."""
        try:
            paragraph = Paragraph(self.anchor)
        except RuntimeException:  # the paragraph is gone
            raise Problem("moved") from None
        text = paragraph.text
        begin, end = len(self.before), len(text) - len(self.after)
        if begin > end or not text.startswith(self.before) or not text.endswith(self.after):
            # The text around it has changed; the passage itself may have not.
            if text.count(self.text) != 1:
                raise Problem("moved")
            begin = text.index(self.text)
            end = begin + len(self.text)
        return paragraph, begin, end

    def standing(self) -> str:
        """What stands in its place now: a translation, once there is one."""
        paragraph, begin, end = self.paragraph()
        return paragraph.text[begin:end]


def at_selection(selection: Any, split: Splitter) -> Passage:
    """The passage that a selection means: what is selected, else the sentence at the cursor."""
    paragraph = Paragraph(selection)
    begin = paragraph.offset(selection.getStart())
    if selection.getText().compareRegionStarts(selection, selection.getEnd()) == 0:
        span = _sentence_at(paragraph, begin, split)
    else:
        if paragraph.container.compareRegionEnds(paragraph.finish, selection) > 0:
            raise Problem("several_paragraphs")
        span = trimmed(paragraph.text, begin, paragraph.offset(selection.getEnd()))
    if span is None or span[0] == span[1]:
        raise Problem("no_sentence")
    return _passage(paragraph, span, split)


def after(where: Any, offset: int, split: Splitter, next_paragraph: Callable[[Any], Any]) -> Passage:
    """The next sentence with a letter in it behind an offset of a paragraph, or in the paragraphs
    that follow. next_paragraph: from the end of one to a range in the next, or None."""
    paragraph = Paragraph(where)
    while True:
        rest = paragraph.text[offset:]
        for begin, end in split(rest, paragraph.locale(offset)) if rest.strip() else ():
            if any(character.isalpha() for character in rest[begin:end]):
                return _passage(paragraph, (offset + begin, offset + end), split)
        following = next_paragraph(paragraph.finish)
        if following is None:
            raise Problem("end")
        paragraph, offset = Paragraph(following), 0


def check_writable(text_range: Any) -> None:
    """Raises Problem where the user could not write."""
    section = text_range.TextSection
    while section is not None:
        if section.IsProtected:
            raise Problem("read_only")
        section = section.ParentSection


def mark(text_range: Any, language: str) -> None:
    """Marks text with a language, for the spelling checker."""
    text_range.CharLocale = Locale(primary(language), country(language), "")


def tag_of(locale: Locale) -> str:
    """The BCP 47 tag of a locale of the office; "" for text without a language."""
    if locale.Language == "qlt":  # the tag is in the variant
        return locale.Variant
    if locale.Language in ("", "zxx"):
        return ""
    return locale.Language + (f"-{locale.Country}" if locale.Country else "")


def _pieces(paragraph: Any) -> Any:
    portions = paragraph.createEnumeration()
    offset, deleted = 0, False
    while portions.hasMoreElements():
        portion = portions.nextElement()
        kind = portion.TextPortionType
        if kind == "Redline" and portion.RedlineType == "Delete":
            deleted = portion.IsStart
        if deleted or kind not in ("Text", "TextField"):
            continue
        text = portion.getString().replace("\n", " ")
        if text:
            yield Piece(text, offset, portion, kind == "TextField")
            offset += len(text)


def _sentence_at(paragraph: Paragraph, offset: int, split: Splitter) -> Any:
    """The span of the sentence at an offset; between two, it is the one before."""
    found = None
    for begin, end in split(paragraph.text, paragraph.locale(offset)):
        if begin <= offset or found is None:
            found = (begin, end)
    return found


def _passage(paragraph: Paragraph, span: tuple[int, int], split: Splitter) -> Passage:
    begin, end = span
    text, locale = paragraph.text, paragraph.locale(begin)

    def beside(part: str, which: int) -> str:
        spans = split(part, locale) if part.strip() else []
        return part[slice(*spans[which])] if spans else ""

    return Passage(text[begin:end], tag_of(locale), beside(text[:begin], -1), beside(text[end:], 0),
                   paragraph.container.createTextCursorByRange(paragraph.start), text[:begin], text[end:])


def _move(step: Callable[[int, bool], bool], count: int, expand: bool) -> None:
    """Moves a cursor by any number of code points; the office takes 16 bits at a time."""
    while count > 0:
        step(min(count, 32000), expand)
        count -= 32000
