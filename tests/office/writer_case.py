"""What the tests in Writer share: an office with the extension, a document, and what a user does
and sees.

Run as "test_writer.py EXTENSION.oxt FOLDER_OF_THE_PYTHON_PACKAGE [TEST...]".
"""
import pathlib
import shutil
import sys
import tempfile
import threading
import unittest

import office

office.with_uno()
sys.path.insert(0, sys.argv[2])
import report  # noqa: E402
import trujaman  # noqa: E402
import uno  # noqa: E402
import unohelper  # noqa: E402
from com.sun.star.awt import XCallback  # noqa: E402
from com.sun.star.beans import PropertyValue  # noqa: E402

EXTENSION = pathlib.Path(sys.argv[1]).resolve()


class Done(unohelper.Base, XCallback):
    """Is called in the office's main thread."""

    def __init__(self):
        self.event = threading.Event()

    def notify(self, _data):
        self.event.set()


class WriterTest(unittest.TestCase):
    """One office for all tests of a class, a document for each."""

    ENVIRONMENT: dict[str, str] = {}

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="trujaman-office-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.office = office.Office(cls.folder)
        cls.addClassCleanup(cls.office.stop)
        cls.office.unopkg("add", "--suppress-license", EXTENSION)
        report.write(cls.folder / "informe.odt")
        cls.glossary = cls.folder / "glossary.tsv"
        cls.glossary.write_text(report.GLOSSARY, encoding="utf-8")
        cls.office.start(**cls.ENVIRONMENT)

    def setUp(self):
        self.memory = self.folder / f"{self.id()}.tm"
        self.remember(self.memory, report.PAIRS)
        self.settings(Memory=str(self.memory), Glossaries=(str(self.glossary),), From="", To="en",
                      LowestScore=70)
        self.document = self.office.open(self.folder / "informe.odt")
        self.addCleanup(self.close)
        self.controller = self.document.CurrentController

    def close(self):
        self.document.setModified(False)
        self.document.close(True)
        self.assertNotIn("Traceback", self.office.output())

    # Doing -------------------------------------------------------------------------------------

    def remember(self, path, pairs):
        """A memory of Spanish sentences and their translations."""
        with trujaman.Memory.open(path, mode="create") as memory:
            memory.add([trujaman.Unit.of({"es": es, "en": en}) for es, en in pairs])

    def registry(self, path, **values):
        """Changes values of the office's registry."""
        provider = self.office.service("com.sun.star.configuration.ConfigurationProvider")
        node = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            (PropertyValue("nodepath", 0, path, 0),))
        for name, value in values.items():
            if isinstance(value, tuple):
                value = uno.Any("[]string", value)
            uno.invoke(node, "setPropertyValue", (name, value))
        node.commitChanges()

    def settings(self, **values):
        """Changes the extension's settings, as its dialog does."""
        self.registry("/org.trujaman.Writer/Settings", **values)

    def select(self, text, collapsed=False):
        """Selects a text of the document, or puts the cursor into its middle."""
        search = self.document.createSearchDescriptor()
        search.SearchString = text
        found = self.document.findFirst(search)
        self.assertIsNotNone(found, text)
        cursor = self.controller.getViewCursor()
        cursor.gotoRange(found, False)
        if collapsed:
            cursor.collapseToStart()
            cursor.goRight(len(text) // 2, False)

    def command(self, name):
        """What a click in the menu does."""
        self.office.service("com.sun.star.frame.DispatchHelper").executeDispatch(
            self.controller.getFrame(), f"org.trujaman.writer:{name}", "_self", 0, ())
        self.wait_for_panel()

    def look_up(self, text):
        """Looks up the sentence that a text is in."""
        self.select(text, collapsed=True)
        self.command("LookUp")

    # Seeing ------------------------------------------------------------------------------------

    def control(self, name):
        """A control of the panel, when the sidebar has made it."""
        deck = self.controller.getSidebar().getDecks().getByName("TrujamanDeck")

        def found():
            panels = deck.getPanels()
            if not deck.isActive() or "TrujamanPanel" not in panels.getElementNames():
                return None
            return panels.getByName("TrujamanPanel").getDialog()

        return office.until("the panel", found).getControl(name)

    def text(self, name):
        """What a control says."""
        return self.control(name).getText()

    def lines(self, name):
        """The lines of a list."""
        return list(self.control(name).getItems())

    def wait_for_panel(self):
        """Until the office's main thread has done what it had to do."""
        done = Done()
        self.office.service("com.sun.star.awt.AsyncCallback").addCallback(done, None)
        self.assertTrue(done.event.wait(office.PATIENCE))

    def press(self, name, outcome):
        """What a click on one of the panel's buttons does, in time: until outcome() is true."""
        self.control(name).getAccessibleContext().doAccessibleAction(0)
        office.until(f"what {name} does", outcome)
        self.wait_for_panel()

    def paragraph(self):
        """The text of the first paragraph, without its note."""
        portions = self.document.Text.createEnumeration().nextElement().createEnumeration()
        text = ""
        while portions.hasMoreElements():
            portion = portions.nextElement()
            text += portion.String if portion.TextPortionType == "Text" else ""
        return text

    def formatting(self, text):
        """Weight, slant and language of the first character of a text."""
        self.select(text)
        start = self.controller.getViewCursor()
        start.collapseToStart()
        start.goRight(1, True)
        return start.CharWeight, start.CharPosture, start.CharLocale.Language
