"""What the user chose, in the office's registry (registry/Settings.xcs)."""
import dataclasses
from typing import Any

import uno
from com.sun.star.beans import PropertyValue

NODE = "/org.trujaman.Writer/Settings"


@dataclasses.dataclass
class Settings:
    """Paths are of the system, languages are BCP 47 tags, "" stands for "not chosen"."""

    memory: str = ""
    glossaries: tuple[str, ...] = ()
    source: str = ""
    target: str = ""
    lowest_score: int = 70


def load(context: Any) -> Settings:
    """The settings as they stand in the registry."""
    node = _node(context, NODE, "com.sun.star.configuration.ConfigurationAccess")
    return Settings(
        node.Memory, tuple(node.Glossaries or ()), node.From, node.To, node.LowestScore)


def store(context: Any, settings: Settings) -> None:
    """Writes the settings into the user's profile."""
    node = _node(context, NODE, "com.sun.star.configuration.ConfigurationUpdateAccess")
    node.Memory = settings.memory
    # Without its type, an empty list would not be taken for a list of strings.
    uno.invoke(node, "setPropertyValue",
               ("Glossaries", uno.Any("[]string", tuple(settings.glossaries))))
    node.From = settings.source
    node.To = settings.target
    node.LowestScore = settings.lowest_score
    node.commitChanges()


def office_language(context: Any) -> str:
    """The language of the office's own menus, as a BCP 47 tag."""
    node = _node(context, "/org.openoffice.Setup/L10N",
                 "com.sun.star.configuration.ConfigurationAccess")
    return node.ooLocale


def _node(context: Any, path: str, service: str) -> Any:
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context)
    return provider.createInstanceWithArguments(service, (PropertyValue("nodepath", 0, path, 0),))
