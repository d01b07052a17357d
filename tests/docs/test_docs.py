"""Everything that the public headers declare is documented, and doxygen understands what is said.

    test_docs.py DOXYGEN DOXYFILE SOURCE_ROOT
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

DOXYGEN, DOXYFILE, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])


def run_doxygen(headers: pathlib.Path, output: pathlib.Path) -> str:
    """Writes XML about the headers below a folder; what doxygen has to complain of."""
    settings = DOXYFILE.read_text(encoding="utf-8") + f"""
        INPUT = {headers}
        EXCLUDE_PATTERNS =
        USE_MDFILE_AS_MAINPAGE =
        OUTPUT_DIRECTORY = {output}
        GENERATE_HTML = NO
        GENERATE_XML = YES
        XML_PROGRAMLISTING = NO
    """
    run = subprocess.run([DOXYGEN, "-"], input=settings, text=True, encoding="utf-8",
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True)
    return run.stdout


def text_of(element: ElementTree.Element) -> str:
    """All that is said of an element."""
    parts = (element.find(tag) for tag in ("briefdescription", "detaileddescription"))
    return " ".join("".join(part.itertext()) for part in parts if part is not None).strip()


def is_special(member: ElementTree.Element, owner: str) -> bool:
    """What says everything by being there: destructors, copying, moving, comparison of members."""
    name, arguments = member.findtext("name"), member.findtext("argsstring") or ""
    takes_itself = re.fullmatch(rf"(\((const )?{owner} ?&&?\w*\).*)|\(\)=default", arguments) is not None
    if name in (owner, "operator="):
        return takes_itself
    return name == "~" + owner or name.startswith("operator") and arguments.endswith("=default")


def undocumented(output: pathlib.Path) -> list:
    """Names of what is declared without a word."""
    found = []
    for file in sorted((output / "xml").glob("*.xml")):
        root = ElementTree.parse(file).getroot()
        for compound in root.iter("compounddef"):
            kind, name = compound.get("kind"), compound.findtext("compoundname")
            if kind in ("dir", "page") or name == "std":
                continue
            if not text_of(compound):
                found.append(name)
            for member in compound.iter("memberdef"):
                described = text_of(member)
                label = f"{name}::{member.findtext('name')}{member.findtext('argsstring') or ''}"
                if member.get("prot") == "private" or member.find("reimplements") is not None:
                    continue
                if not described and not is_special(member, name.split("::")[-1]):
                    found.append(label)
                for value in member.iter("enumvalue"):
                    # What a value is may also be said where the enumeration is described.
                    own = value.findtext("name")
                    if not text_of(value) and not re.search(rf"\b{own}\b", described):
                        found.append(f"{label}::{own}")
    return sorted(set(found))


class Documentation(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="trujaman-docs-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_every_public_symbol_is_documented(self):
        said = run_doxygen(SOURCE / "include" / "trujaman", self.folder)
        self.assertEqual(said, "")
        self.assertEqual(undocumented(self.folder), [])
        seen = (self.folder / "xml" / "index.xml").read_text(encoding="utf-8")
        for header in (SOURCE / "include" / "trujaman").rglob("*.h*"):
            self.assertIn(f"<name>{header.name}</name>", seen)

    def test_this_test_finds_what_it_should(self):
        headers = self.folder / "include"
        headers.mkdir()
        (headers / "bad.hpp").write_text(
            """/// @file
/// Words.
/// @namespace words
/// Words, too.
namespace words {
struct Silent { int member = 0; };
/// One value is known, which is Known.
enum class Kind { Known, Unknown };
/// A class.
class Loud {
 public:
  Loud(Loud&&) noexcept;
  ~Loud();
  bool operator==(const Loud&) const = default;
  explicit Loud(int number);
  void quiet();
};
}
""", encoding="utf-8")
        run_doxygen(headers, self.folder)
        self.assertEqual(undocumented(self.folder), [
            "words::Kind::Unknown", "words::Loud::Loud(int number)", "words::Loud::quiet()",
            "words::Silent", "words::Silent::member"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
