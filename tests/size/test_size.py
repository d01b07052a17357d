"""What the library costs those who use it: bytes on disk, and headers to compile. Not timed: the
lines that the compiler reads stand for its time ("meson test --benchmark" has that).

    test_size.py SOURCE_ROOT LIBRARY BUILDTYPE
"""
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE, LIBRARY = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
IS_RELEASE = sys.argv[3] == "release"

# Standard headers that the public ones may include. Not <filesystem>, <map>, <iostream> or <regex>:
# each costs as much as a third of all the rest; paths are strings. Nor <memory> and <chrono>, a
# quarter each: ImplPtr and Timestamp stand for what they would be needed for.
STANDARD = {"array", "compare", "concepts", "cstddef", "cstdint", "functional", "iosfwd",
            "optional", "span", "stdexcept", "string", "string_view", "utility", "vector"}
MOST_LINES = 42_000
MOST_BYTES = 5_000_000


class Size(unittest.TestCase):
    def test_public_headers_include_light_headers_only(self):
        included = set()
        for header in (SOURCE / "include" / "trujaman").rglob("*.hpp"):
            included |= set(re.findall(r"#include <(\w+)>", header.read_text(encoding="utf-8")))
        self.assertLessEqual(included, STANDARD)

    def test_all_headers_together_are_soon_read(self):
        run = subprocess.run(
            ["g++", "-std=c++20", "-E", "-P", f"-I{SOURCE / 'include'}", "-x", "c++", "-"],
            input="#include <trujaman/trujaman.hpp>\n", stdout=subprocess.PIPE, check=True,
            text=True, encoding="utf-8",
        )
        self.assertLess(run.stdout.count("\n"), MOST_LINES)

    @unittest.skipUnless(IS_RELEASE, "no release: of another size")
    def test_the_library_is_small(self):
        self.assertLess(LIBRARY.stat().st_size, MOST_BYTES)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
