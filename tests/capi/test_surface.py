"""The C interface from outside: what is declared is exported, documented, called by the tests, and
stands every NULL.

    test_surface.py INCLUDE_FOLDER LIBRARY CALLS_PROGRAM
"""
import ctypes
import dataclasses
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

INCLUDE, LIBRARY, CALLS = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
HEADERS = [INCLUDE / "trujaman" / "trujaman.h", *sorted((INCLUDE / "trujaman" / "c").glob("*.h"))]

INVALID_ARGUMENT = 1


@dataclasses.dataclass
class Function:
    """A function as its header declares it."""

    name: str
    result: str
    parameters: list[tuple[str, str]]  # type, name
    comment: str

    def document_of(self, parameter: str) -> str:
        """What the comment says of a parameter; "" when it says nothing."""
        match = re.search(rf"@param(?:\[out\])? {parameter}\b(.*?)(?=@param|@return|\Z)", self.comment, re.S)
        return re.sub(r"\s*\n \* ?", " ", match[1]) if match else ""


def declared() -> dict[str, Function]:
    """All functions of the headers, by name."""
    out = {}
    for header in HEADERS:
        text = header.read_text(encoding="utf-8")
        pattern = r"/\*\*((?:(?!\*/).)*)\*/\s*TRUJAMAN_C_API\s([^;]*?)(trujaman_\w+)\(([^;]*)\);"
        for comment, result, name, parameters in re.findall(pattern, text, re.S):
            pairs = []
            for parameter in " ".join(parameters.split()).split(", "):
                match = re.fullmatch(r"(.*?)(\w+)", parameter)
                if parameter != "void" and match:
                    pairs.append((match[1].replace(" *", "*").strip(), match[2]))
            out[name] = Function(name, " ".join(result.split()), pairs, comment)
    return out


def names_of(*command: object) -> set[str]:
    """The names in our name space that nm lists, without their versions."""
    listed = subprocess.run(
        [str(c) for c in command], capture_output=True, text=True, encoding="utf-8", check=True,
    ).stdout
    return {line.split()[-1].split("@")[0] for line in listed.splitlines() if line.strip()}


class Pair(ctypes.Structure):
    """A trujaman_span, or a trujaman_range."""

    _fields_ = [("begin", ctypes.c_size_t), ("end", ctypes.c_size_t)]


class Error(ctypes.Structure):
    """The beginning of a trujaman_error."""

    _fields_ = [("status", ctypes.c_int), ("message", ctypes.c_char_p)]


class Surface(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.functions = declared()
        cls.library = ctypes.CDLL(str(LIBRARY))
        cls.library.trujaman_last_error.restype = ctypes.POINTER(Error)
        # A unit, options, an input: all of them may be all zeros.
        cls.zeros = ctypes.create_string_buffer(8192)

    def test_declared_exported_and_called_are_the_same(self) -> None:
        exported = names_of("nm", "-D", "--defined-only", LIBRARY)
        called = {n for n in names_of("nm", "-D", "--undefined-only", CALLS) if n.startswith("trujaman_")}
        exported -= {"TRUJAMAN_C_1.0"}  # the version itself
        self.assertGreater(len(self.functions), 200)
        self.assertEqual(set(self.functions), exported)
        self.assertEqual(set(self.functions), called)

    def test_every_declaration_is_documented(self) -> None:
        for header in HEADERS:
            text = header.read_text(encoding="utf-8")
            for name in re.findall(r"^TRUJAMAN_C_API[^;(]*?(trujaman_\w+)\(", text, re.M):
                self.assertIn(name, self.functions, f"{header.name}: without a comment")
            lines = text.splitlines()
            for number, line in enumerate(lines, 1):
                member = re.match(r"  [\w ]+\*?( const \*)?\w+(\[\w+\])?;|  TRUJAMAN_\w+ = \d+", line)
                if member and "/**<" not in line:
                    self.assertRegex(lines[number - 2], r"\*/$", f"{header.name}:{number}: {line}")
                if re.match(r"typedef |#define (?!TRUJAMAN_\w+_H$)", line):
                    self.assertRegex(lines[number - 2], r"\*/$", f"{header.name}:{number}: {line}")

    def test_names_have_our_prefix(self) -> None:
        for header in HEADERS:
            text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
            for name in re.findall(r"#define (\w+)", text):
                self.assertTrue(name.startswith("TRUJAMAN_"), name)
            for name in re.findall(r"(?:struct|enum) (\w+)", text):
                self.assertTrue(name.startswith("trujaman_"), name)
            self.assertEqual(set(re.findall(r"#include <(?!trujaman/)(.*?)>", text)) -
                             {"stdbool.h", "stddef.h", "stdint.h"}, set())

    def test_headers_stand_alone_in_c_and_in_cpp(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for header in HEADERS:
                for compiler, standard, ending in (("cc", "c99", ".c"), ("c++", "c++20", ".cpp")):
                    source = pathlib.Path(folder, "user" + ending)
                    source.write_text(f"#include <{header.relative_to(INCLUDE)}>\n"
                                      f"#include <{header.relative_to(INCLUDE)}>\nint user;\n", encoding="utf-8")
                    done = subprocess.run(
                        [compiler, f"-std={standard}", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                         "-fsyntax-only", f"-I{INCLUDE}", source],
                        capture_output=True, text=True, check=False,
                    )
                    self.assertEqual(done.returncode, 0, f"{header.name} as {standard}\n{done.stderr}")

    def call(self, function: Function, arguments: list[object]) -> int:
        """Calls a function; what it returns, as a number."""
        entry = getattr(self.library, function.name)
        entry.restype = {
            "void": None, "size_t": ctypes.c_size_t, "double": ctypes.c_double,
            "trujaman_status": ctypes.c_int, "int": ctypes.c_int,
        }.get(function.result, ctypes.c_void_p)
        return entry(*arguments)

    @staticmethod
    def nothing(kind: str) -> object:
        """NULL, 0 or false."""
        if kind in ("trujaman_span", "trujaman_range"):
            return Pair(0, 0)
        if "*" not in kind and kind == "double":
            return ctypes.c_double(0)
        return ctypes.c_void_p(None)  # as wide as any other

    def test_every_function_stands_nothing_but_null(self) -> None:
        for function in self.functions.values():
            if function.name == "trujaman_last_error":
                continue
            result = self.call(function, [self.nothing(kind) for kind, _ in function.parameters])
            error = self.library.trujaman_last_error().contents
            with self.subTest(function=function.name):
                if function.result == "trujaman_status":
                    self.assertEqual(result, INVALID_ARGUMENT)
                if function.result == "trujaman_status" or function.name.endswith(("_size", "_at")):
                    self.assertEqual(error.status, INVALID_ARGUMENT)
                    self.assertIn(b"NULL", error.message)
                if function.result == "size_t":
                    self.assertEqual(result, 0)

    def handles(self) -> dict[str, int]:
        """A handle of each kind that can be had for little."""
        made: dict[str, int] = {}

        def make(kind: str, function: str, *arguments: object) -> None:
            out = ctypes.c_void_p()
            status = getattr(self.library, function)(*arguments, ctypes.byref(out))
            self.assertEqual(status, 0, f"{function}: {self.library.trujaman_last_error().contents.message}")
            made[kind] = out.value

        def of(kind: str) -> ctypes.c_void_p:
            return ctypes.c_void_p(made[kind])

        texts = (ctypes.c_char_p * 1)(b"Hola.")
        for kind in ("buffer", "units", "concepts", "lexicon"):
            make(kind, f"trujaman_{kind}_new")
        make("memory", "trujaman_memory_in_memory")
        for kind in ("selector", "merger", "differ", "checker", "cleaner", "editor", "pool"):
            make(kind, f"trujaman_{kind}_new", None)
        make("glossary", "trujaman_glossary_new", of("concepts"))
        make("segmenter", "trujaman_segmenter_new", b"es", None)
        make("aligner", "trujaman_aligner_new", b"es", b"en", None)
        make("segments", "trujaman_segments_new", b"d", b"es", texts, ctypes.c_size_t(1))
        make("document", "trujaman_document_new", b"d", b"es", None, ctypes.c_size_t(0), False)
        make("alignment", "trujaman_alignment_new", None, ctypes.c_size_t(0), ctypes.c_double(1))
        make("word_aligner", "trujaman_word_aligner_new", b"es", b"en", of("units"))
        make("analyser", "trujaman_analyser_new", of("memory"), b"es", b"en")
        make("vectors", "trujaman_vectors_new", (ctypes.c_float * 2)(1, 0), ctypes.c_size_t(2), ctypes.c_size_t(2))
        return made

    def test_what_is_required_cannot_be_null(self) -> None:
        """One argument after the other is NULL, all others are of use."""
        handles = self.handles()
        callback = ctypes.CFUNCTYPE(ctypes.c_int)(lambda: 1)
        tried = 0

        def something(kind: str) -> object:
            base = kind.replace("const ", "").removeprefix("trujaman_")
            if kind == "const char*":
                return ctypes.c_char_p(b"es")
            if base.endswith("*") and base[:-1] in handles:
                return ctypes.c_void_p(handles[base[:-1]])
            if kind.startswith("trujaman_") and re.search(r"_(sink|visitor|translator|function)$", kind):
                return callback
            if "*" in kind:
                return self.zeros
            return self.nothing(kind)

        for function in self.functions.values():
            if function.result != "trujaman_status":
                continue
            for place, (kind, name) in enumerate(function.parameters):
                said = function.document_of(name)
                out = re.search(rf"@param\[out\] {name}\b", function.comment)
                required = "equired" in said and "unless" not in said or (out and "may be NULL" not in said.replace("May", "may"))
                if not required or kind == "trujaman_unit_sink":
                    continue
                arguments = [something(k) for k, _ in function.parameters]
                arguments[place] = ctypes.c_void_p(None)
                ctypes.memset(self.zeros, 0, len(self.zeros))
                with self.subTest(function=function.name, parameter=name):
                    self.assertEqual(self.call(function, arguments), INVALID_ARGUMENT)
                tried += 1
        self.assertGreater(tried, 250)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
