"""The settings dialog."""
from typing import Any

import uno
import unohelper
from com.sun.star.awt import XDialogEventHandler
from com.sun.star.ui.dialogs.TemplateDescription import FILEOPEN_SIMPLE

from . import settings
from .assistant import guarded
from .messages import Messages
from .settings import Settings

EXTENSION = "vnd.sun.star.extension://org.trujaman.writer"
TAGS = ("es", "en", "fr")


class SettingsDialog(unohelper.Base, XDialogEventHandler):
    """Shows what is chosen, and keeps what the user makes of it."""

    def __init__(self, context: Any):
        self._context = context
        self._say = Messages(settings.office_language(context))
        provider = self._service("com.sun.star.awt.DialogProvider2")
        self._dialog = provider.createDialogWithHandler(EXTENSION + "/dialogs/settings.xdl", self)
        self._fill(settings.load(context))

    def run(self) -> bool:
        """Waits for the user; whether the settings were changed."""
        try:
            if self._dialog.execute() != 1:
                return False
            settings.store(self._context, self._chosen())
            return True
        finally:
            self._dialog.dispose()

    # XDialogEventHandler -----------------------------------------------------------------------

    def callHandlerMethod(self, _dialog: Any, _event: Any, method: str) -> bool:
        """The buttons beside the fields."""
        with guarded():
            if method == "choose_memory":
                for path in self._pick("*.tm", several=False):
                    self._field("memory").setText(path)
            elif method == "choose_glossaries":
                lines = [*self._paths(), *self._pick("*.tbx;*.tsv;*.csv;*.xlsx", several=True)]
                self._field("glossaries").setText("\n".join(dict.fromkeys(lines)))
        return method in self.getSupportedMethodNames()

    def getSupportedMethodNames(self) -> tuple[str, ...]:
        """What callHandlerMethod knows."""
        return ("choose_memory", "choose_glossaries")

    # The fields --------------------------------------------------------------------------------

    def _fill(self, chosen: Settings) -> None:
        self._dialog.setTitle(self._say("settings_title"))
        for name in ("memory", "glossaries", "from", "to", "lowest_score"):
            self._dialog.getControl(name).setText(self._say(name))
        for name in ("ok", "cancel"):
            self._dialog.getControl(name).setLabel(self._say(name))
        for name in ("choose_memory", "choose_glossaries"):
            self._dialog.getControl(name).setLabel(self._say("choose"))
        self._field("memory").setText(chosen.memory)
        self._field("glossaries").setText("\n".join(chosen.glossaries))
        for name, value in (("from", chosen.source), ("to", chosen.target)):
            self._field(name).addItems(TAGS, 0)
            self._field(name).setText(value)
        self._field("lowest_score").setValue(chosen.lowest_score)

    def _chosen(self) -> Settings:
        return Settings(
            self._field("memory").getText().strip(), tuple(self._paths()),
            self._field("from").getText().strip(), self._field("to").getText().strip(),
            int(self._field("lowest_score").getValue()))

    def _paths(self) -> list[str]:
        lines = self._field("glossaries").getText().splitlines()
        return [line.strip() for line in lines if line.strip()]

    def _field(self, name: str) -> Any:
        return self._dialog.getControl(name + "_field")

    def _pick(self, pattern: str, several: bool) -> list[str]:
        """Paths that the user picks; none when they cancel."""
        picker = self._service("com.sun.star.ui.dialogs.FilePicker")
        picker.initialize((FILEOPEN_SIMPLE,))
        picker.setMultiSelectionMode(several)
        picker.appendFilter(pattern.replace(";", ", "), pattern)
        picker.appendFilter(self._say("all_files"), "*.*")
        if not picker.execute():
            return []
        return [uno.fileUrlToSystemPath(url) for url in picker.getSelectedFiles()]

    def _service(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)
