"""The C library keeps its promise to programs that were built on the last release.

    test_abi.py REFERENCE LIBRARY HEADERS
    test_abi.py --renew REFERENCE LIBRARY HEADERS

The reference is what abidw says of the last release's library. It is made anew, with --renew, at a
release; and when options or structs that programs get by pointer only have grown at their end,
which abidiff cannot tell from harm: look that this is all that it reports. Functions that were
added are no difference. LIBRARY has debugging information.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

RENEW = "--renew" in sys.argv
REFERENCE, LIBRARY, HEADERS = (pathlib.Path(p) for p in sys.argv[-3:])

def describe(out: pathlib.Path) -> None:
    """Writes what the library is for its users: no types of its insides, no place of this machine."""
    subprocess.run(
        ["abidw", "--headers-dir", HEADERS, "--drop-private-types", "--exported-interfaces-only",
         "--no-comp-dir-path", "--no-corpus-path", "--no-show-locs", "--no-elf-needed",
         "--out-file", out, LIBRARY],
        check=True,
    )
    text = re.sub(r" path='[^']*/([^'/]+)'", r" path='\1'", out.read_text(encoding="utf-8"))
    out.write_text(text, encoding="utf-8")


class Abi(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.today = cls.folder / "today.abi"
        describe(cls.today)

    def compare(self, reference: pathlib.Path) -> "subprocess.CompletedProcess[str]":
        """What has changed since the reference, beside what was added; status 0 when nothing has."""
        return subprocess.run(
            ["abidiff", "--no-added-syms", reference, self.today],
            capture_output=True, text=True, check=False,
        )

    def test_nothing_is_taken_away_or_changed(self) -> None:
        done = self.compare(REFERENCE)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def compare_with(self, pattern: str, instead: str) -> int:
        """Compares with a reference that says something else; abidiff's status."""
        text, count = re.subn(pattern, instead, REFERENCE.read_text(encoding="utf-8"), flags=re.S)
        self.assertGreater(count, 0, pattern)
        reference = self.folder / "other.abi"
        reference.write_text(text, encoding="utf-8")
        return self.compare(reference).returncode

    def test_a_function_that_is_gone_is_found(self) -> None:
        self.assertNotEqual(self.compare_with("trujaman_version", "trujaman_first_version"), 0)

    def test_a_value_that_is_renumbered_is_found(self) -> None:
        said = "(name='TRUJAMAN_STORAGE' value=')8"
        self.assertNotEqual(self.compare_with(said, r"\g<1>10"), 0)

    def test_a_member_that_has_moved_is_found(self) -> None:
        said = r"layout-offset-in-bits='\d+'(>\s*<var-decl name='similarity')"
        self.assertNotEqual(self.compare_with(said, r"layout-offset-in-bits='1024'\1"), 0)

    def test_a_struct_that_has_grown_is_found(self) -> None:
        said = r"(name='trujaman_occurrence' size-in-bits=')128"
        self.assertNotEqual(self.compare_with(said, r"\g<1>192"), 0)

    def test_an_argument_more_is_found(self) -> None:
        said = r"(<function-decl name='trujaman_version' [^>]*>)"
        argument = r"\1<parameter type-id='type-id-1' name='more'/>"
        self.assertNotEqual(self.compare_with(said, argument), 0)

    def test_a_new_function_is_welcome(self) -> None:
        said = r"<elf-symbol name='trujaman_version'[^>]*/>|<function-decl name='trujaman_version'.*?</function-decl>"
        self.assertEqual(self.compare_with(said, ""), 0)

    def test_the_reference_names_no_place_of_this_machine(self) -> None:
        text = REFERENCE.read_text(encoding="utf-8")
        for said in (r"path='[^']*/", "comp-dir-path", "filepath", "std::"):
            self.assertIsNone(re.search(said, text), said)


if __name__ == "__main__":
    if RENEW:
        describe(REFERENCE)
    else:
        unittest.main(argv=sys.argv[:1])
