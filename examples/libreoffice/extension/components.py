"""What the office creates by name: the panel's factory, and what does the menu's commands."""
from typing import Any

import unohelper
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo
from com.sun.star.ui import XUIElementFactory

from trujaman_writer.assistant import Assistant, assistant_of, guarded
from trujaman_writer.dialog import SettingsDialog
from trujaman_writer.panel import Panel

PROTOCOL = "org.trujaman.writer:"
DECK = "TrujamanDeck"


class PanelFactory(unohelper.Base, XUIElementFactory):
    """Makes the panel when the sidebar wants it."""

    def __init__(self, context: Any):
        self._context = context

    def createUIElement(self, url: str, arguments: Any) -> Any:
        """XUIElementFactory."""
        given = {argument.Name: argument.Value for argument in arguments}
        frame = given["Frame"]
        assistant = assistant_of(self._context, frame.getController())
        return Panel(self._context, frame, given["ParentWindow"], url, assistant)


class Dispatcher(unohelper.Base, XInitialization, XDispatchProvider, XDispatch, XServiceInfo):
    """Does the commands "org.trujaman.writer:LookUp" and so on, from menu, toolbar and keyboard."""

    def __init__(self, context: Any):
        self._context, self._frame = context, None

    def initialize(self, arguments: Any) -> None:
        """XInitialization: the frame whose commands these are."""
        self._frame = arguments[0] if arguments else None

    def queryDispatch(self, url: Any, _target: str, _flags: int) -> Any:
        """XDispatchProvider."""
        return self if url.Complete.startswith(PROTOCOL) else None

    def queryDispatches(self, requests: Any) -> Any:
        """XDispatchProvider."""
        return tuple(self.queryDispatch(r.FeatureURL, r.FrameName, r.SearchFlags) for r in requests)

    def dispatch(self, url: Any, _arguments: Any) -> None:
        """XDispatch."""
        action = url.Complete.removeprefix(PROTOCOL)
        with guarded():
            if action == "Settings":
                SettingsDialog(self._context).run()
            elif action in Assistant.ACTIONS and self._frame is not None:
                controller = self._frame.getController()
                assistant_of(self._context, controller).perform(action)
                show_deck(controller)

    def addStatusListener(self, _listener: Any, _url: Any) -> None:
        """XDispatch: the commands can always be given."""

    def removeStatusListener(self, _listener: Any, _url: Any) -> None:
        """XDispatch."""

    def getImplementationName(self) -> str:
        """XServiceInfo."""
        return "org.trujaman.writer.Dispatcher"

    def supportsService(self, name: str) -> bool:
        """XServiceInfo."""
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        """XServiceInfo."""
        return ("com.sun.star.frame.ProtocolHandler",)


def show_deck(controller: Any) -> None:
    """Opens the sidebar at the panel."""
    sidebar = controller.getSidebar()
    sidebar.setVisible(True)
    deck = sidebar.getDecks().getByName(DECK)
    if not deck.isActive():
        deck.activate(True)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(
    PanelFactory, "org.trujaman.writer.PanelFactory", ("org.trujaman.writer.PanelFactory",))
g_ImplementationHelper.addImplementation(
    Dispatcher, "org.trujaman.writer.Dispatcher", ("com.sun.star.frame.ProtocolHandler",))
