"""The panel in the sidebar: shows what an assistant knows, and passes on what the user does."""
from typing import Any

import unohelper
from com.sun.star.awt import XActionListener, XCallback, XItemListener, XWindowListener
from com.sun.star.awt.PosSize import POSSIZE
from com.sun.star.lang import XComponent
from com.sun.star.ui import LayoutSize, XSidebarPanel, XToolPanel, XUIElement
from com.sun.star.ui.UIElementType import TOOLPANEL

from .assistant import Assistant, guarded
from .dialog import EXTENSION, SettingsDialog
from .texts import differences

LABELS = {
    "LookUp": "look_up", "Next": "next", "Replace": "replace", "Insert": "insert",
    "ReplaceTerm": "replace", "InsertTerm": "insert", "Add": "add", "Settings": "settings",
    "matches_label": "matches", "stored_label": "stored", "translation_label": "translation",
    "terms_label": "terms",
}
HELP = {
    "Next": "next_help", "Replace": "replace_help", "Insert": "insert_help", "Add": "add_help",
    "ReplaceTerm": "replace_help", "InsertTerm": "insert_help",
}
# From top to bottom: a row of buttons, or a control and its height in lines of text; of what height
# is left over, those marked take their share.
ROWS: tuple[tuple[str | tuple[str, ...], int, int], ...] = (
    (("LookUp", "Next"), 0, 0), ("sentence_label", 1, 0), ("sentence", 2, 1), ("notice", 0, 0),
    ("matches_label", 1, 0), ("matches", 2, 2), ("stored_label", 1, 0), ("stored", 2, 1),
    ("translation_label", 1, 0), ("translation", 2, 1), (("Replace", "Insert"), 0, 0),
    ("terms_label", 1, 0), ("terms", 2, 2), (("ReplaceTerm", "InsertTerm"), 0, 0),
    (("Add", "Settings"), 0, 0),
)
MARGIN, GAP = 8, 4  # pixels


class Listener(unohelper.Base, XActionListener, XItemListener, XWindowListener, XCallback):
    """Passes events on to the panel. The toolkit tells of them in a thread of its own: they are
    taken to the main thread, where the sidebar, too, comes and goes."""

    def __init__(self, context: Any, panel: "Panel"):
        self._panel = panel
        self._main_thread = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.awt.AsyncCallback", context)

    def post(self, event: str) -> None:
        """Has the panel handle an event, soon."""
        self._main_thread.addCallback(self, event)

    def notify(self, event: str) -> None:
        """XCallback: now, in the main thread."""
        with guarded():
            self._panel.handle(event)

    def actionPerformed(self, event: Any) -> None:
        """A button was pressed, or a line of a list clicked twice."""
        with guarded():
            self.post(event.Source.getModel().Name)

    def itemStateChanged(self, _event: Any) -> None:
        """Another line of a list is chosen."""
        self.post("choose")

    def windowResized(self, _event: Any) -> None:
        """The sidebar is wider or narrower."""
        self.post("arrange")

    def windowShown(self, _event: Any) -> None:
        """The deck is shown."""
        self.post("arrange")

    def windowMoved(self, _event: Any) -> None:
        """Nothing to do."""

    def windowHidden(self, _event: Any) -> None:
        """Nothing to do."""

    def disposing(self, _event: Any) -> None:
        """The sidebar takes the window away."""
        self._panel.leave()


class Panel(unohelper.Base, XUIElement, XToolPanel, XSidebarPanel, XComponent):
    """What the sidebar shows for one document."""

    def __init__(self, context: Any, frame: Any, parent: Any, url: str, assistant: Assistant):
        self._context, self._assistant = context, assistant
        self.Frame, self.ResourceURL, self.Type = frame, url, TOOLPANEL
        provider = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.awt.ContainerWindowProvider", context)
        self.Window = provider.createContainerWindow(
            EXTENSION + "/dialogs/panel.xdl", "", parent, None)
        self._shown: Any = None  # the answer that the lists show
        self._gone = False
        self._listener = Listener(context, self)
        self._prepare()
        self._assistant.listeners.append(self.refresh)
        self.show()
        self.Window.setVisible(True)

    # For the sidebar ---------------------------------------------------------------------------

    def getRealInterface(self) -> Any:
        """XUIElement: the panel itself."""
        return self

    def createAccessible(self, _parent: Any) -> Any:
        """XToolPanel: the window says what is in it."""
        return self.Window.getAccessibleContext()

    def getHeightForWidth(self, width: int) -> LayoutSize:
        """XSidebarPanel: what the controls need, and more when there is."""
        heights = [height for height in self._heights(width - 2 * MARGIN) if height]
        needed = sum(heights) + GAP * (len(heights) - 1) + 2 * MARGIN
        return LayoutSize(needed, -1, needed)

    def getMinimalWidth(self) -> int:
        """XSidebarPanel: the widest pair of buttons side by side."""
        pairs = [row for row, _, _ in ROWS if isinstance(row, tuple)]
        return max(map(self._width_of, pairs)) + 2 * MARGIN

    def dispose(self) -> None:
        """XComponent: the sidebar goes."""
        if not self._gone:
            self.leave()
            self.Window.dispose()

    def addEventListener(self, _listener: Any) -> None:
        """XComponent: nobody listens."""

    def removeEventListener(self, _listener: Any) -> None:
        """XComponent: nobody listens."""

    def leave(self) -> None:
        """The window is no longer to be used."""
        self._gone = True
        if self.refresh in self._assistant.listeners:
            self._assistant.listeners.remove(self.refresh)

    # What the user does ------------------------------------------------------------------------

    def handle(self, event: str) -> None:
        """"show", "arrange" or "choose", else the name of a button, or of a list clicked twice."""
        if self._gone:
            return
        if event in ("show", "arrange", "choose"):
            getattr(self, event)()
            return
        self.choose()
        if event == "Settings":
            if SettingsDialog(self._context).run() and self._assistant.passage is not None:
                self._assistant.perform("LookUp")
            return
        self._assistant.perform({"matches": "Replace", "terms": "ReplaceTerm"}.get(event, event))
        self.Frame.getComponentWindow().setFocus()  # to write on

    def choose(self) -> None:
        """Takes over which lines are chosen."""
        if self._shown is self._assistant.answer:
            self._assistant.match = self._control("matches").getSelectedItemPos()
            self._assistant.term = self._control("terms").getSelectedItemPos()
            self._show_match()

    # What is shown -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """The assistant has something else to show."""
        self._listener.post("show")

    def show(self) -> None:
        """Everything as the assistant has it."""
        known, say = self._assistant, self._assistant.say
        found = known.passage
        self._control("sentence").setText(found.text if found else "")
        self._control("sentence_label").setText(
            say("sentence_between", source=known.source, target=known.target)
            if found and known.source and known.target else say("sentence"))
        self._fill("matches", [self._match_line(match) for match in known.answer.matches], known.match)
        self._fill("terms", [self._term_line(term) for term in known.answer.terms], known.term)
        self._control("notice").setText(known.notice.replace("~", "~~"))  # it marks a key in labels
        for name in ("Replace", "Insert"):
            self._control(name).setEnable(bool(known.answer.matches))
        for name in ("ReplaceTerm", "InsertTerm"):
            self._control(name).setEnable(bool(known.answer.terms))
        self._control("Add").setEnable(found is not None)
        self._shown = known.answer
        self._show_match()
        self.arrange()

    def _show_match(self) -> None:
        known = self._assistant
        stored = translation = ""
        if known.passage and 0 <= known.match < len(known.answer.matches):
            match = known.answer.matches[known.match]
            stored = differences(match.source.text, known.passage.text)
            translation = match.target.text
        self._control("stored").setText(stored)
        self._control("translation").setText(translation)

    def _match_line(self, match: Any) -> str:
        context = f" {self._assistant.say('context')}" if match.kind == "context" else ""
        return f"{int(match.score)} %{context}  {match.target.text}"

    def _term_line(self, term: Any) -> str:
        warning = f" ({self._assistant.say('deprecated')})" if term.deprecated else ""
        return f"{term.matched} → {term.equivalent}{warning}"

    def _fill(self, name: str, lines: list[str], chosen: int) -> None:
        control = self._control(name)
        if list(control.getItems()) != lines:
            control.removeItems(0, control.getItemCount())
            control.addItems(tuple(lines), 0)
        if 0 <= chosen < len(lines):
            control.selectItemPos(chosen, True)

    def _prepare(self) -> None:
        for name, key in LABELS.items():
            control = self._control(name)
            (control.setText if name.endswith("_label") else control.setLabel)(self._assistant.say(key))
            if not name.endswith("_label"):
                control.addActionListener(self._listener)
        for name, key in HELP.items():
            self._control(name).getModel().HelpText = self._assistant.say(key)
        for name in ("matches", "terms"):
            self._control(name).addItemListener(self._listener)
            self._control(name).addActionListener(self._listener)
        self.Window.addWindowListener(self._listener)

    def _control(self, name: str) -> Any:
        return self.Window.getControl(name)

    # Where it stands ---------------------------------------------------------------------------

    def arrange(self) -> None:
        """Places the controls in the width and height that there are."""
        size = self.Window.getPosSize()
        if size.Width <= 2 * MARGIN:
            return
        width = size.Width - 2 * MARGIN
        heights = self._heights(width)
        shown = [height for height in heights if height]
        left = max(0, size.Height - 2 * MARGIN - sum(shown) - GAP * (len(shown) - 1))
        shares = sum(share for _, _, share in ROWS)
        y = MARGIN
        for (row, _, share), height in zip(ROWS, heights):
            height += left * share // shares
            if isinstance(row, tuple):
                each = (width - GAP * (len(row) - 1)) // len(row)
                for index, name in enumerate(row):
                    self._control(name).setPosSize(
                        MARGIN + index * (each + GAP), y, each, height, POSSIZE)
            else:
                self._control(row).setPosSize(MARGIN, y, width, height, POSSIZE)
            y += height + GAP if height else 0

    def _heights(self, width: int) -> list[int]:
        """Of the rows, as far as they need it; 0 for those that are not shown."""
        line = self._control("matches_label").getPreferredSize().Height
        return [self._height(row, lines, line, max(width, 1)) for row, lines, _ in ROWS]

    def _height(self, row: Any, lines: int, line: int, width: int) -> int:
        if isinstance(row, tuple):
            # Desktops with large buttons would leave little room for texts.
            return min(self._control(row[0]).getPreferredSize().Height, line * 7 // 4)
        if lines:
            return lines * line + (6 if lines > 1 else 0)
        text = self._control(row).getText()
        if not text:
            return 0
        # Lines that are too wide are broken between words, which may take one more than that.
        whole = self._control(row).getPreferredSize().Width
        return (whole // width + (2 if whole > width else 1) + text.count("\n")) * line

    def _width_of(self, row: tuple[str, ...]) -> int:
        """Of buttons side by side."""
        widest = max(self._control(name).getPreferredSize().Width for name in row)
        return widest * len(row) + GAP * (len(row) - 1)
