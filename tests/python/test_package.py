"""The package: in step with the C headers, documented, typed, found and installed as it says."""
import ast
import importlib
import inspect
import os
import pathlib
import pkgutil
import re
import shutil
import subprocess
import sys

import pytest

import trujaman
from trujaman._choice import Choice
from trujaman._interface import ffi

PACKAGE = pathlib.Path(trujaman.__file__).parent
SOURCE = pathlib.Path(os.environ["TRUJAMAN_PYTHON_SOURCE"])
INCLUDE = SOURCE.parent.parent / "include" / "trujaman"


def modules():
    """All modules of the package."""
    return [
        importlib.import_module(f"trujaman.{module.name}") for module in pkgutil.iter_modules([str(PACKAGE)])
    ]


def constants(kind):
    """The values of an enumeration of C, by name."""
    return {name: value for value, name in sorted(ffi.typeof(kind).elements.items())}


ENUMERATIONS = {
    "trujaman_severity": ("TRUJAMAN_", trujaman.Severity),
    "trujaman_code_kind": ("TRUJAMAN_CODE_", trujaman.CodeKind),
    "trujaman_unit_relation": ("TRUJAMAN_RELATION_", trujaman.Relation),
    "trujaman_outcome": ("TRUJAMAN_OUTCOME_", trujaman.Outcome),
    "trujaman_penalty_kind": ("TRUJAMAN_PENALTY_", trujaman.PenaltyKind),
    "trujaman_match_kind": ("TRUJAMAN_MATCH_", trujaman.MatchKind),
    "trujaman_term_status": ("TRUJAMAN_TERM_", trujaman.TermStatus),
    "trujaman_term_match_kind": ("TRUJAMAN_TERM_", trujaman.TermMatchKind),
    "trujaman_block_kind": ("TRUJAMAN_", trujaman.BlockKind),
    "trujaman_change": ("TRUJAMAN_", trujaman.Change),
    "trujaman_novelty": ("TRUJAMAN_NOVELTY_", trujaman.Novelty),
}


@pytest.mark.parametrize("kind", ENUMERATIONS)
def test_enumerations_have_the_numbers_of_c(kind):
    prefix, choice = ENUMERATIONS[kind]
    assert constants(kind) == {prefix + member.name: number for number, member in enumerate(choice)}


def test_all_enumerations_are_looked_at():
    ours = {cls for module in modules() for cls in vars(module).values()
            if isinstance(cls, type) and issubclass(cls, Choice) and cls is not Choice}
    assert ours == {choice for _, choice in ENUMERATIONS.values()}


def test_statuses_and_repairs_have_the_numbers_of_c():
    statuses = {f"TRUJAMAN_{status.name}": status.value for status in trujaman.Status}
    assert constants("trujaman_status") == statuses
    repairs = {f"TRUJAMAN_{repair.name}": repair.value for repair in trujaman.Repair}
    assert constants("trujaman_repair") == repairs


@pytest.mark.parametrize("kind, literals", [
    ("trujaman_format", trujaman.unit_formats.FORMATS),
    ("trujaman_glossary_format", trujaman.glossary_file._FORMATS),
])
def test_formats_have_the_numbers_of_c(kind, literals):
    def plain(name):
        return re.sub(r".*_(FORMAT|GLOSSARY)_", "", name).lower().replace("_", "-")

    assert [plain(name) for name in constants(kind)] == list(literals)


@pytest.mark.parametrize("kind, choices", [
    ("trujaman_memory_mode", ["READ_ONLY", "READ_WRITE", "CREATE"]),
    ("trujaman_on_conflict", ["CONFLICT_BOTH", "CONFLICT_KEEP", "CONFLICT_REPLACE"]),
    ("trujaman_syntax", ["SYNTAX_TEXT", "SYNTAX_WILDCARDS", "SYNTAX_REGEX"]),
    ("trujaman_order", ["ORDER_NEWEST", "ORDER_BEST"]),
    ("trujaman_xliff_version", ["XLIFF_1_2", "XLIFF_2_0"]),
    ("trujaman_preference", ["PREFER_NONE", "PREFER_FIRST", "PREFER_SECOND"]),
])
def test_choices_that_are_given_are_numbered_as_here(kind, choices):
    assert constants(kind) == {f"TRUJAMAN_{name}": number for number, name in enumerate(choices)}


def test_the_whole_c_interface_is_used():
    """What has no place in Python is named here, with the reason."""
    not_needed = {
        "trujaman_buffer_new", "trujaman_buffer_size", "trujaman_buffer_write",  # io.BytesIO
        "trujaman_concepts_size", "trujaman_concepts_at",  # by items("concepts")
        "trujaman_text_normalize",  # unicodedata.normalize()
        "trujaman_memory_add", "trujaman_memory_units",  # lists of the program's own
        "trujaman_glossary_read",  # one file only
        "trujaman_units_read",  # read_units() streams
        # Names, which the enumerations have.
        "trujaman_status_name", "trujaman_penalty_name", "trujaman_match_kind_name",
        "trujaman_term_status_name", "trujaman_novelty_name",
    }
    code = "\n".join(path.read_text("utf-8") for path in sorted((SOURCE / "trujaman").glob("*.py")))
    made = {f"trujaman_{name}_{end}" for name in re.findall(r'\bitems\(\s*"(\w+)"', code) for end in ("size", "at")}
    made |= {f"trujaman_{name}" for name in re.findall(r'"(\w+_(?:free|close))"', code)}
    made |= {f"trujaman_{k}_rule_{end}" for k in ("check", "clean") for end in ("name", "description")}
    made |= {"trujaman_unit_find", "trujaman_unit_source"}
    used = made | set(re.findall(r"\blib\.(trujaman_\w+)", code))
    declared = set()
    for header in sorted((INCLUDE / "c").glob("*.h")):
        text = re.sub(r"/\*.*?\*/", "", header.read_text("utf-8"), flags=re.DOTALL)
        declared |= set(re.findall(r"TRUJAMAN_C_API[^;]*?\b(trujaman_\w+)\(", text))
    assert declared - used - not_needed == set()
    assert used - declared - {"trujaman_units_size", "trujaman_units_at"} == set()
    assert not_needed & used <= {"trujaman_concepts_size", "trujaman_concepts_at"}


def test_names_of_enumerations_are_those_of_the_library():
    for choice, function in (
        (trujaman.PenaltyKind, "penalty"), (trujaman.MatchKind, "match_kind"),
        (trujaman.TermStatus, "term_status"), (trujaman.Novelty, "novelty"),
    ):
        name = getattr(trujaman._library.lib, f"trujaman_{function}_name")
        assert [ffi.string(name(n)).decode() for n in range(len(choice))] == [str(m) for m in choice]


def test_everything_public_is_documented():
    missing = []
    for name in trujaman.__all__:
        thing = getattr(trujaman, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            missing += [] if thing.__doc__ else [name]
        for member, value in vars(thing).items() if inspect.isclass(thing) else ():
            function = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
            if not member.startswith("_") and inspect.isfunction(function) and not function.__doc__:
                missing.append(f"{name}.{member}")
    assert missing == []


def undocumented_members(tree):
    """Annotated members of classes that no text follows."""
    for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        for member, following in zip(cls.body, [*cls.body[1:], None]):
            if isinstance(member, ast.AnnAssign) and not member.target.id.startswith("_"):
                told = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
                if not told:
                    yield f"{cls.name}.{member.target.id}"


def test_members_of_results_are_documented():
    for path in sorted((SOURCE / "trujaman").glob("*.py")):
        assert list(undocumented_members(ast.parse(path.read_text("utf-8")))) == [], path.name


def test_all_names_of_the_modules_are_exported():
    for module in modules():
        assert set(getattr(module, "__all__", ())) <= set(trujaman.__all__), module.__name__
    assert trujaman.__all__ == sorted(trujaman.__all__, key=lambda name: (not name[0].isupper(), name))


def test_the_package_is_typed(tmp_path):
    """mypy, strictly, of the package and of a program that uses it."""
    if shutil.which("mypy") is None:
        pytest.skip("no mypy")
    config = SOURCE / "pyproject.toml"
    program = SOURCE.parent.parent / "examples" / "lookup.py"
    done = subprocess.run(
        ["mypy", "--config-file", config, "--cache-dir", tmp_path, "-p", "trujaman"],
        cwd=SOURCE, capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    done = subprocess.run(
        ["mypy", "--strict", "--cache-dir", tmp_path, program],
        cwd=SOURCE, env=os.environ | {"MYPYPATH": str(SOURCE)}, capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def python(*arguments, **environment):
    """A Python of its own that sees what the variables say."""
    variables = {k: v for k, v in os.environ.items() if not k.startswith(("TRUJAMAN", "PYTHON"))}
    return subprocess.run(
        [sys.executable, *map(str, arguments)], env=variables | environment, capture_output=True, text=True,
        check=False,
    )


def test_the_library_is_found():
    say = "import trujaman; print(trujaman.version())"
    found = python("-c", say, PYTHONPATH=str(PACKAGE.parent))
    assert (found.stdout, found.stderr) == (trujaman.version() + "\n", "")
    wrong = python("-c", say, PYTHONPATH=str(PACKAGE.parent), TRUJAMAN_LIBRARY="/no/hay.so")
    assert wrong.returncode == 1
    assert "ImportError" in wrong.stderr and "TRUJAMAN_LIBRARY" in wrong.stderr
    other = python("-c", say, PYTHONPATH=str(PACKAGE.parent), TRUJAMAN_LIBRARY="libc.so.6")
    assert other.stderr.splitlines()[-1].startswith("ImportError: trujaman: this is not its C library")


def test_a_wheel_has_the_library_in_it(tmp_path):
    """`pip wheel` in the build tree, installed elsewhere: it needs neither the tree nor a network."""
    pip = python("-m", "pip", "--version")
    if pip.returncode != 0:
        pytest.skip("no pip")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
    tree = shutil.copytree(PACKAGE.parent, tmp_path / "tree")
    made = python("-m", "pip", "wheel", *quiet, "--no-build-isolation", "-w", tmp_path, tree)
    assert made.returncode == 0, made.stderr
    (wheel,) = tmp_path.glob("trujaman-*.whl")
    installed = python("-m", "pip", "install", *quiet, "--target", tmp_path / "site", wheel)
    assert installed.returncode == 0, installed.stderr
    say = "import trujaman; m = trujaman.Memory.in_memory(); print(len(m), trujaman.__file__)"
    run = python("-c", say, PYTHONPATH=str(tmp_path / "site"))
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(f"0 {tmp_path}")
