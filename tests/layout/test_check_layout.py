"""That check_layout.py finds what it is there to find, each in a tree of its own."""
import pathlib
import tempfile
import unittest

from check_layout import check_tree


def findings(files):
    """What check_tree says of a tree of the given files; every stage gets its README."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            if path.parts[-3:-2] == ("lib",) and "bare" not in path.parts:
                (path.parent / "README.md").touch()
        return check_tree(root)


class Layout(unittest.TestCase):
    def expect(self, file, line, *words):
        """One finding, in the second line of the file, that names all words."""
        found = findings({file: f"#pragma once\n{line}\n"})
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{file}:2: "), found[0])
        for word in words:
            self.assertIn(word, found[0])

    def test_what_is_allowed_passes(self):
        self.assertEqual(
            findings(
                {
                    "include/trujaman/unit.hpp": "#include <vector>\n#include <trujaman/text.hpp>\n",
                    "lib/base/file.cpp": '#include <unistd.h>\n#include <unicode/uchar.h>\n#include "base/file.hpp"\n',
                    "lib/memory/index.cpp": '#include <memory>\n#include <sqlite3.h>\n#include "base/token.hpp"\n#include "memory/index.hpp"\n',
                    "tools/main.cpp": '#include <CLI/CLI.hpp>\n#include "cli/help.hpp"\n',
                    "include/trujaman/c/unit.h": "#include <stddef.h>\n#include <trujaman/c/text.h>\n",
                    "lib/capi/unit.cpp": '#include <trujaman/unit.hpp>\n#include "capi/guard.hpp"\n',
                    "examples/query.cpp": "#include <iostream>\n#include <trujaman/memory.hpp>\n",
                }
            ),
            [],
        )

    def test_a_stage_must_not_include_its_sibling(self):
        self.expect("lib/align/a.cpp", '#include "segment/boundary.hpp"', "lib/align", "segment")
        self.expect("lib/base/a.hpp", "#  include <read/line.hpp>", "lib/base", "read/line.hpp")

    def test_public_headers_tools_and_examples_must_not_look_inside(self):
        self.expect("include/trujaman/a.hpp", '#include "base/token.hpp"', "internal")
        self.expect("tools/a.cpp", '#include "memory/schema.hpp"', "internal")
        self.expect("examples/a.cpp", '#include "align/band.hpp"', "internal")

    def test_the_c_interface_must_not_look_inside(self):
        self.expect("lib/capi/a.cpp", '#include "base/unicode.hpp"', "internal")
        self.expect("lib/capi/a.cpp", '#include "memory/schema.hpp"', "lib/capi", "memory")

    def test_no_way_round(self):
        self.expect("lib/align/a.cpp", '#include "../read/line.hpp"', "way up")
        self.expect("tools/a.cpp", '#include "../lib/read/line.hpp"', "way up")
        self.expect("lib/align/a.cpp", '#include "band.hpp"', '"align/band.hpp"')

    def test_packages_stay_where_they_belong(self):
        self.expect("lib/align/a.cpp", "#include <unicode/uchar.h>", "lib/base")
        self.expect("lib/exchange/a.cpp", "#include <sqlite3.h>", "lib/memory")
        self.expect("include/trujaman/a.hpp", "#include <nlohmann/json.hpp>", "tools")
        self.expect("tools/a.cpp", "#include <expat.h>", "lib/exchange")

    def test_a_package_that_nobody_named_is_found(self):
        self.expect("lib/read/a.cpp", "#include <zstd.h>", "no package")
        self.expect("lib/read/a.cpp", "#include <boost/regex.hpp>", "no package")

    def test_long_files_are_found(self):
        self.assertEqual(findings({"lib/read/a.cpp": "\n" * 400}), [])
        found = findings({"lib/read/a.cpp": "\n" * 401, "tools/run.sh": ":\n" * 500})
        self.assertEqual([f.split(":")[0] for f in found], ["lib/read/a.cpp", "tools/run.sh"])

    def test_a_stage_without_readme_is_found(self):
        self.assertEqual(findings({"lib/bare/a.cpp": ""}), ["lib/bare: has no README.md"])


if __name__ == "__main__":
    unittest.main()
