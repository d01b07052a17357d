"""What the tests of other programs share: a memory and a glossary made by ours, and theirs."""
import pathlib
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from support import PATIENCE, CliTest, environment, main  # noqa: E402, F401

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# Each has a translation in the memory, except the last one.
REVISED = """Taller sobre agua y empleo rural

Nadie respondió enseguida.

El 63 % de las participantes no figura en el registro de regantes.

Ahora riegan 75 hectáreas más que antes.

El río bajó seco dos veranos seguidos.
"""


class ClientTest(CliTest):
    """The folder holds m.tm, the memory of the three documents of tests/cli/data."""

    def setUp(self):
        super().setUp()
        self.memory()

    def exported(self, name, *arguments):
        """Writes the memory's units to a file; its path."""
        self.succeed("export", "-m", "m.tm", "-o", name, *arguments)
        return self.folder / name

    def pairs(self, path, source="es", target="en"):
        """The texts of both languages of each unit, by Python's own parser."""
        out = []
        for unit in xml.parse(path).iter("tu"):
            texts = {v.get(LANG): "".join(v.find("seg").itertext()) for v in unit.iter("tuv")}
            if source in texts and target in texts:
                out.append((texts[source], texts[target]))
        return out

    def run_client(self, *command, **env):
        """Runs another program in the folder; it must succeed. What it writes to stdout."""
        run = subprocess.run(
            [str(part) for part in command], cwd=self.folder,
            env=environment(HOME=str(self.folder), **env), capture_output=True, timeout=PATIENCE)
        out, err = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
        self.assertEqual(run.returncode, 0, out + err)
        return out


def needs(*programs):
    """Skips where one of the programs, or files, is not installed."""
    missing = [p for p in programs if not (shutil.which(p) or pathlib.Path(p).exists())]
    return unittest.skipIf(missing, f"not installed: {', '.join(missing)}; see tools/setup.sh --tests")
