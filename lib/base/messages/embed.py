"""Turns compiled catalogues into a C++ header with their bytes.

usage: embed.py NAMESPACE HEADER.hpp CATALOGUE.mo...

A catalogue is called by its language: es.mo.
"""
import pathlib
import sys

BYTES_A_LINE = 24


def literal(data: bytes) -> list[str]:
    """Lines of a string literal; octal, because that ends after three digits."""
    pieces = (data[i:i + BYTES_A_LINE] for i in range(0, len(data), BYTES_A_LINE))
    return ['    "' + "".join(f"\\{byte:03o}" for byte in piece) + '"' for piece in pieces]


def main(namespace: str, header: str, *catalogues: str) -> None:
    out = [
        "/// @file",
        "/// The catalogues of messages. Made from messages/*.po when building.",
        "#pragma once",
        "",
        "#include <string_view>",
        "",
        f"namespace {namespace} {{",
        "struct MessageCatalogue {",
        "  std::string_view language;",
        "  std::string_view bytes;",
        "};",
    ]
    languages = []
    for path in map(pathlib.Path, catalogues):
        language, data = path.stem, path.read_bytes()
        languages.append(f'    {{"{language}", {{kBytes_{language}, {len(data)}}}}},')
        out += [f"inline constexpr char kBytes_{language}[] =", *literal(data)]
        out[-1] += ";"
    out += ["inline constexpr MessageCatalogue kMessageCatalogues[] = {", *languages, "};"]
    out += [f"}}  // namespace {namespace}", ""]
    pathlib.Path(header).write_text("\n".join(out), encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
