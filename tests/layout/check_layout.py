#!/usr/bin/env python3
"""Checks that the source tree keeps its shape: who includes whom, one README a stage, small files.

    check_layout.py ROOT

Prints one line a finding, "FILE:LINE: what is wrong", and exits 1 when there is any. The rules are
those of lib/README.md; a rule that changes is changed in both.
"""
import pathlib
import re
import sys

# A stage includes itself, base and the public headers; stages meet in the public headers only.
STAGES = {"base", "units", "read", "segment", "align", "memory", "fragment", "analyse", "terms",
          "extract", "exchange", "check", "clean", "review", "serve", "capi"}
# What is built upon the stages sees their public face only, not even base.
ABOVE = {"lib/capi"}

# Headers of others, by how they begin, and the folders that may include them.
PACKAGES = {
    "unicode/": {"lib/base"},
    "libstemmer.h": {"lib/base"},
    "cmark-gfm": {"lib/read"},
    "gumbo.h": {"lib/read"},
    "pugixml": {"lib/read", "lib/segment", "lib/exchange"},
    "zip.h": {"lib/base"},
    "expat": {"lib/exchange", "lib/read"},
    "sqlite3": {"lib/memory"},
    "nlohmann/": {"lib/memory", "lib/serve", "tools"},
    "boost/locale": {"lib/base", "tools"},
    "CLI/": {"tools"},
}
C = {"math.h", "pthread.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h"}
POSIX = {
    "fcntl.h", "poll.h", "signal.h", "spawn.h", "unistd.h", "sys/mman.h", "sys/stat.h", "sys/types.h", "sys/wait.h",
}

CODE = {".cpp", ".hpp", ".h", ".c"}
SOURCES = CODE | {".py", ".sh", ".js", ".css", ".html"}
MOST_LINES = 400

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def folder_of(path):
    """What a file belongs to: "lib/<stage>", else its top folder."""
    return "/".join(path.parts[:2]) if path.parts[0] == "lib" else path.parts[0]


def check_own(folder, header):
    """What is wrong with including a header of lib/, tools/ or the like; None when nothing is."""
    if header.startswith(".") or "/../" in header:
        return f"{header}: name a header by its folder, not by a way up"
    head = header.split("/")[0] if "/" in header else ""
    if head in STAGES:
        if not folder.startswith("lib/"):
            return f"{header} is internal; {folder} uses <trujaman/...> only"
        if head == "base" and folder in ABOVE:
            return f"{header} is internal; {folder} uses <trujaman/...> only"
        if head not in ("base", folder.removeprefix("lib/")):
            return f"{folder} must not include {header}; what they share belongs in include/"
    return None


def check_outside(folder, header):
    """What is wrong with including a header of someone else; None when nothing is."""
    if header.startswith("trujaman/") or header in POSIX | C:
        return None
    for prefix, where in PACKAGES.items():
        if header.startswith(prefix):
            return None if folder in where else f"{header} belongs in {', '.join(sorted(where))}"
    if "/" in header or header.endswith((".h", ".hpp")):
        return f"{header} is of no package that tests/layout/check_layout.py knows"
    return None


def check_includes(root, path):
    folder = folder_of(path)
    for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, header = match[1] == '"', match[2]
        wrong = check_own(folder, header)
        if wrong is None and quoted and folder.startswith("lib/") and "/" not in header:
            wrong = f'write "{folder.removeprefix("lib/")}/{header}": a bare name may be another\'s'
        if wrong is None and not quoted:
            wrong = check_outside(folder, header)
        if wrong is None and folder == "include" and quoted:
            wrong = f"{header}: public headers include <trujaman/...>"
        if wrong:
            yield f"{path}:{number}: {wrong}"


def check_length(root, path):
    lines = len((root / path).read_text(encoding="utf-8").splitlines())
    if lines > MOST_LINES:
        yield f"{path}:{MOST_LINES + 1}: {lines} lines; look for the second idea inside"


def check_tree(root):
    """All findings in the tree at root, as lines."""
    root = pathlib.Path(root)
    findings = []
    for top in ("include", "lib", "tools", "examples"):
        for file in sorted((root / top).rglob("*")):
            path = file.relative_to(root)
            if file.suffix not in SOURCES or not file.is_file():
                continue
            if file.suffix in CODE:
                findings += check_includes(root, path)
            findings += check_length(root, path)
    for stage in sorted({f.parent for f in (root / "lib").glob("*/*.cpp")}):
        if not (stage / "README.md").is_file():
            findings.append(f"{stage.relative_to(root)}: has no README.md")
    return findings


def main():
    findings = check_tree(sys.argv[1])
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
