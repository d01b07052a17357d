"""Turns a word list into a C++ header with its text as a string.

usage: embed.py LIST.tsv HEADER.hpp
"""
import pathlib
import sys

MOST = 8000  # compilers need only take string literals of 64 KiB; adjacent ones are joined


def main(source: str, header: str) -> None:
    lines = pathlib.Path(source).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    out = [
        "/// @file",
        "/// The shipped word list. Made from lexicon/es-en-fr.tsv when building.",
        "#pragma once",
        "",
        "#include <string_view>",
        "",
        "namespace trujaman::align {",
        "inline constexpr std::string_view kShippedLexicon =",
    ]
    chunk = ""
    for row in rows:
        chunk += row + "\n"
        if len(chunk) > MOST:
            out.append(f'R"tsv({chunk})tsv"')
            chunk = ""
    out.append(f'R"tsv({chunk})tsv";')
    out += ["}  // namespace trujaman::align", ""]
    pathlib.Path(header).write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
