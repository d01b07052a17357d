#!/usr/bin/env python3
"""Packs the LibreOffice extension.

    build.py OUTPUT.oxt --package FOLDER [--with-library] [--version 0.1.0] [--depfile FILE]

--package is the Python package trujaman as it was built (build/tools/python/trujaman): it goes into
the extension. With --with-library, so do the libraries beside it; the extension then needs none
installed, and is for this machine's platform only. The same input gives the same bytes.
"""
import argparse
import pathlib
import platform
import zipfile

EXTENSION = pathlib.Path(__file__).resolve().parent / "extension"
PLATFORMS = {"x86_64": "linux_x86_64", "aarch64": "linux_aarch64", "i686": "linux_x86"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def contents(package: pathlib.Path, with_library: bool) -> dict[str, pathlib.Path]:
    """Names in the archive and the files that they come from."""
    libraries = sorted(package.glob("libtrujaman*.so.*")) if with_library else []
    if with_library and len(libraries) != 2:
        raise SystemExit(f"build.py: {package}: not the two libraries, but {len(libraries)}")
    files = {str(file.relative_to(EXTENSION)): file for file in EXTENSION.rglob("*")}
    for file in [*package.rglob("*.py"), *libraries]:
        files[f"pythonpath/trujaman/{file.relative_to(package)}"] = file
    return {
        name: file for name, file in sorted(files.items())
        if file.is_file() and "__pycache__" not in file.parts
    }


def pack(output: pathlib.Path, files: dict[str, pathlib.Path], values: dict[str, str]) -> None:
    """Writes the archive. Values replace "@NAME@" in description.xml."""
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in files.items():
            content = file.read_bytes()
            if name == "description.xml":
                for key, value in values.items():
                    content = content.replace(f"@{key}@".encode(), value.encode())
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def main() -> None:
    """Reads the arguments."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--package", type=pathlib.Path, required=True)
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--with-library", action="store_true")
    parser.add_argument("--depfile", type=pathlib.Path)
    given = parser.parse_args()
    files = contents(given.package, given.with_library)
    target = PLATFORMS.get(platform.machine(), "all") if given.with_library else "all"
    given.output.parent.mkdir(parents=True, exist_ok=True)
    pack(given.output, files, {"VERSION": given.version, "PLATFORM": target})
    if given.depfile:
        given.depfile.write_text(f"{given.output}: {' '.join(map(str, files.values()))}\n")


if __name__ == "__main__":
    main()
