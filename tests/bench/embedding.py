"""What it costs to build on the library: seconds to compile and link a small program, bytes of it.

    embedding.py SOURCE_ROOT LIBRARY
"""
import pathlib
import subprocess
import sys
import tempfile
import time

SOURCE, LIBRARY = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PROGRAM = """#include <trujaman/trujaman.hpp>
int main() {
  const trujaman::Segmenter segmenter(trujaman::LanguageTag("es"));
  return segmenter.split("Hola. ¿Qué tal?").size() == 2 ? 0 : 1;
}
"""
RUNS = 5


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="trujaman-embedding-") as name:
        folder = pathlib.Path(name)
        (folder / "small.cpp").write_text(PROGRAM, encoding="utf-8")
        for level in ("-O0", "-O2"):
            best = float("inf")
            for _ in range(RUNS):
                begun = time.monotonic()
                subprocess.run(["g++", "-std=c++20", level, f"-I{SOURCE / 'include'}", "small.cpp",
                                LIBRARY, "-o", "small"], cwd=folder, check=True)
                best = min(best, time.monotonic() - begun)
            print(f"compile and link {level}: {best:.2f} s, the best of {RUNS} (aim: under 1 s)")
        print(f"{LIBRARY.name}: {LIBRARY.stat().st_size / 1e6:.2f} MB (aim: under 5 MB)")


if __name__ == "__main__":
    main()
