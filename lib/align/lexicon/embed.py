"""Turns a word list into a C++ header with its rows as strings, the header row first.

usage: embed.py LIST.tsv HEADER.hpp
"""
import pathlib
import sys


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
        "inline constexpr std::string_view kShippedLexicon[] = {",
    ]
    out += [f'    R"tsv({row})tsv",' for row in rows]
    out.append("};")
    out += ["}  // namespace trujaman::align", ""]
    pathlib.Path(header).write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
