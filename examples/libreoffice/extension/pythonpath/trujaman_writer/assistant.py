"""What the panel of one document knows and does, without a window: look up, insert, go on."""
import contextlib
import traceback
from typing import Any, Callable, Iterator

import uno
import unohelper
from com.sun.star.lang import XEventListener

from . import passage, settings
from .messages import Messages, Problem
from .session import Answer, Session
from .texts import primary

SESSION = Session()


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Around what the office calls: an exception that its C++ does not expect would end it. It is
    written to standard error instead."""
    try:
        yield
    except Exception:  # whatever it is
        traceback.print_exc()


class Assistant:
    """Attached to a document's controller. Each action leaves behind what there is to show, and
    calls the listeners; what is in the way is shown, never raised."""

    ACTIONS = ("LookUp", "Next", "Replace", "Insert", "ReplaceTerm", "InsertTerm", "Add")

    def __init__(self, context: Any, controller: Any):
        self.context, self.controller = context, controller
        self.say = Messages(settings.office_language(context))
        self.listeners: list[Callable[[], None]] = []
        self.passage: passage.Passage | None = None
        self.source = self.target = ""  # languages of the last lookup
        self.answer = Answer()
        self.match = self.term = 0  # which is chosen
        self.notice = self.say("start")
        self._settings = settings.Settings()
        self._sources: dict[str, str] = {}  # translation put in -> what it replaced

    def perform(self, action: str) -> None:
        """Does one of ACTIONS."""
        try:
            self.notice = ""
            self._settings = settings.load(self.context)
            getattr(self, "_" + action)()
        except Problem as problem:
            self.notice = self.say.of(problem)
        except Exception as error:  # the office must go on, whatever it was
            reason = getattr(error, "Message", "") or str(error) or type(error).__name__
            self.notice = self.say("unforeseen", reason=reason.splitlines()[0])
        for listener in list(self.listeners):
            listener()

    # Actions -----------------------------------------------------------------------------------

    def _LookUp(self) -> None:
        self._forget()
        self._show(passage.at_selection(self._selection(), self._split))

    def _Next(self) -> None:
        where, offset = self._end_of_passage()
        found = passage.after(where, offset, self._split, self._next_paragraph)
        self._forget()
        paragraph, begin, end = found.paragraph()
        self.controller.select(paragraph.range(begin, end))
        self._show(found)

    def _Replace(self) -> None:
        looked_up, match = self._chosen(self.answer.matches, self.match, "no_match")
        paragraph, begin, end = looked_up.paragraph()
        with self._undo_step("undo_translation"):
            new = paragraph.replace(begin, end, match.target.text, self._target_of(match))
        self._sources[match.target.text] = looked_up.text
        self._cursor().gotoRange(new.getEnd(), False)

    def _Insert(self) -> None:
        _, match = self._chosen(self.answer.matches, self.match, "no_match")
        with self._undo_step("undo_translation"):
            self._insert(match.target.text, self._target_of(match))

    def _ReplaceTerm(self) -> None:
        looked_up, term = self._chosen(self.answer.terms, self.term, "no_term")
        paragraph, begin, end = looked_up.paragraph()
        standing = paragraph.text[begin:end]
        at = term.begin
        if standing[at:term.end] != term.matched:
            at = standing.find(term.matched)
            if at < 0:
                raise Problem("term_gone", term=term.matched)
        at += begin
        with self._undo_step("undo_term"):
            paragraph.replace(at, at + len(term.matched), term.equivalent, self.target)

    def _InsertTerm(self) -> None:
        _, term = self._chosen(self.answer.terms, self.term, "no_term")
        with self._undo_step("undo_term"):
            self._insert(term.equivalent, self.target)

    def _Add(self) -> None:
        if self.passage is None:
            raise Problem("not_looked_up")
        standing = self.passage.standing().strip()
        if standing in ("", self.passage.text):
            raise Problem("untranslated")
        added = SESSION.add((self.source, self.passage.text), (self.target, standing),
                            self._settings)
        self.notice = self.say("added" if added else "known")

    # Their parts -------------------------------------------------------------------------------

    def _forget(self) -> None:
        self.passage, self.answer, self.match, self.term = None, Answer(), 0, 0

    def _show(self, found: passage.Passage) -> None:
        chosen = self._settings
        self.passage = found
        self.source = chosen.source or primary(found.language)
        self.target = chosen.target
        if not self.target:
            raise Problem("no_target")
        if not self.source:
            raise Problem("no_language")
        if primary(self.source) == primary(self.target):
            raise Problem("same_language", language=self.source)
        # Neighbours may be translated already: the memory knows what they were.
        beside = [self._sources.get(text, text) for text in (found.previous, found.following)]
        self.answer = SESSION.look_up(
            found.text, self.source, self.target, chosen, previous=beside[0], following=beside[1])
        says = [self.say.of(problem) for problem in self.answer.problems]
        if not says and not self.answer.matches:
            says = [self.say("nothing")]
        self.notice = "\n".join(says)

    def _end_of_passage(self) -> tuple[Any, int]:
        """Where to go on: a range in a paragraph and an offset in it."""
        if self.passage is not None:
            with contextlib.suppress(Problem):  # it is no longer to be found
                paragraph, _, end = self.passage.paragraph()
                return paragraph.start, end
        where = self._selection().getEnd()
        return where, passage.Paragraph(where).offset(where)

    def _chosen(self, found: list[Any], which: int, none: str) -> tuple[passage.Passage, Any]:
        """What was looked up, and which of the things found is chosen."""
        if self.passage is None:
            raise Problem("not_looked_up")
        if not 0 <= which < len(found):
            raise Problem(none)
        return self.passage, found[which]

    def _target_of(self, match: Any) -> str:
        """The language of a translation: with the region that the user chose, or else its own."""
        return self.target if "-" in self.target else match.target.language or self.target

    def _insert(self, text: str, language: str) -> None:
        """Puts text behind the cursor or the selection; nothing goes."""
        selection = self._selection()
        passage.check_writable(selection)
        container = selection.getText()
        new = container.createTextCursorByRange(selection.getEnd())
        container.insertString(new, text, True)
        passage.mark(new, language)
        self._cursor().gotoRange(new.getEnd(), False)

    @contextlib.contextmanager
    def _undo_step(self, title: str) -> Iterator[None]:
        """What is done within is undone at once."""
        document = self.controller.getModel()
        if document.isReadonly():
            raise Problem("read_only")
        manager = document.getUndoManager()
        manager.enterUndoContext(self.say(title))
        try:
            yield
        finally:
            manager.leaveUndoContext()

    def _cursor(self) -> Any:
        return self.controller.getViewCursor()

    def _selection(self) -> Any:
        """The first range that is selected, or the cursor."""
        selected = self.controller.getSelection()
        if selected is None or not selected.supportsService("com.sun.star.text.TextRanges"):
            raise Problem("no_text")  # a picture, several cells of a table
        return selected.getByIndex(0)

    def _next_paragraph(self, end: Any) -> Any:
        """From the end of a paragraph to the start of the next one, in and out of tables; None
        at the end of the document."""
        cursor = self._cursor()
        cursor.gotoRange(end, False)
        dispatcher = self._service("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(self.controller.getFrame(), ".uno:GoToNextPara", "", 0, ())
        now = cursor.getStart()
        try:
            moved = end.getText().compareRegionStarts(end, now) != 0
        except uno.getClass("com.sun.star.lang.IllegalArgumentException"):
            moved = True  # into another text: a table's cell, or out of it
        return now if moved else None

    def _split(self, text: str, locale: Any) -> list[tuple[int, int]]:
        language = self._settings.source or primary(passage.tag_of(locale)) or "und"
        return SESSION.sentences(text, language)

    def _service(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)


_ASSISTANTS: list[Assistant] = []


def assistant_of(context: Any, controller: Any) -> Assistant:
    """The one of a document's controller; made when it is first asked for."""
    for known in _ASSISTANTS:
        if known.controller == controller:
            return known
    _ASSISTANTS.append(Assistant(context, controller))
    controller.addEventListener(_Farewell())
    return _ASSISTANTS[-1]


class _Farewell(unohelper.Base, XEventListener):
    """A document's window is closed; with the last one, the memory is, too."""

    def disposing(self, event: Any) -> None:
        """XEventListener."""
        _ASSISTANTS[:] = [known for known in _ASSISTANTS if known.controller != event.Source]
        if not _ASSISTANTS:
            SESSION.close()
