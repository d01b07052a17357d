"""What "meson install" gives: headers, library, program, and packages that others can build on.

    test_install.py SOURCE_ROOT BUILD_ROOT
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
HERE = SOURCE / "tests" / "install"
SAYS = "La Sra. Aldana abrió la sesión.\nNadie respondió.\nError 1\n"


def run(*command, **how):
    """Runs a command that must succeed; what it prints."""
    done = subprocess.run(
        [str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", check=False, **how,
    )
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="trujaman-install-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        root = cls.folder / "root"
        run("meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", root)
        # Wherever the prefix is: the package file is below it.
        (package,) = root.rglob("trujaman.pc")
        cls.libraries = package.parent.parent
        (cls.headers,) = (p.parent for p in root.rglob("trujaman/trujaman.hpp"))
        cls.root = root
        cls.env = os.environ | {
            "PKG_CONFIG_PATH": str(package.parent),
            "PKG_CONFIG_SYSROOT_DIR": str(root),
            "LD_LIBRARY_PATH": str(cls.libraries),
            "LC_ALL": "C.UTF-8",
        }

    def consumer(self, name, *sources):
        """A folder of its own, elsewhere, with what a consumer consists of."""
        folder = self.folder / name
        folder.mkdir()
        for source in sources:
            shutil.copy(HERE / source, folder)
        return folder

    def test_headers(self):
        for folder in (pathlib.Path("."), pathlib.Path("c")):
            public = {p.name for p in (SOURCE / "include" / "trujaman" / folder).glob("*.h*")}
            installed = {p.name for p in (self.headers / folder).iterdir() if p.is_file()}
            self.assertEqual(installed, public)

    def test_every_header_stands_alone(self):
        folder = self.consumer("headers")
        for header in sorted(self.headers.glob("*.h*")):
            unit = folder / (header.name + ".cpp")
            unit.write_text(f"#include <trujaman/{header.name}>\n", encoding="utf-8")
            run("g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
                f"-I{self.headers.parent}", unit)

    def test_headers_need_nothing_of_others(self):
        """Whoever includes them needs a compiler, and none of the packages we are made with."""
        folder = self.consumer("dependencies")
        (folder / "all.cpp").write_text("#include <trujaman/trujaman.hpp>\n", encoding="utf-8")
        command = ("g++", "-std=c++20", f"-I{self.headers.parent}", "all.cpp")
        files = run(*command, "-M", cwd=folder).replace("\\\n", " ").split()[1:]
        # The folders of the compiler's own headers, and those of C's library.
        searched = run(*command, "-fsyntax-only", "-v", cwd=folder)
        listed = searched.split("search starts here:\n")[2].split("End of search list")[0].split()
        folders = [pathlib.Path(f).resolve() for f in listed]
        compiler = [f for f in folders if "c++" in f.parts or "gcc" in f.parts or "lib" in f.parts]
        own = re.compile(r"(trujaman|bits|sys|gnu|asm|asm-generic|linux)/.+\.h(pp)?|[^/]+\.h|all\.cpp")
        others = []
        for file in map(lambda f: (folder / f).resolve(), files):
            if any(file.is_relative_to(c) for c in compiler):
                continue
            places = [f for f in (*folders, self.headers.parent.resolve(), folder.resolve())
                      if file.is_relative_to(f)]
            if not any(own.fullmatch(str(file.relative_to(f))) for f in places):
                others.append(str(file))
        self.assertEqual(others, [])
        for package in ("unicode/", "sqlite3.h", "expat.h", "pugixml", "zip.h", "gumbo.h", "cmark"):
            self.assertEqual([f for f in files if package in f], [])

    def test_library_has_its_soname(self):
        dynamic = run("readelf", "-d", self.libraries / "libtrujaman.so")
        version = re.search(r"version: '(\d+\.\d+)\.\d+'", (SOURCE / "meson.build").read_text())[1]
        self.assertIn(f"Library soname: [libtrujaman.so.{version}]", dynamic)
        self.assertTrue((self.libraries / f"libtrujaman.so.{version}").exists())

    def test_the_c_library_stays_1_and_exports_its_functions_only(self):
        library = self.libraries / "libtrujaman_c.so"
        self.assertIn("Library soname: [libtrujaman_c.so.1]", run("readelf", "-d", library))
        listed = run("nm", "-D", "--defined-only", library).split("\n")
        names = [line.split()[-1] for line in listed if line]
        self.assertEqual([n for n in names if not n.startswith(("trujaman_", "TRUJAMAN_C_"))], [])
        self.assertNotIn(".debug_info", run("readelf", "-S", library))

    def test_library_exports_its_own_names_only(self):
        listed = run("nm", "-D", "--defined-only", self.libraries / "libtrujaman.so").split("\n")
        names = [line.split()[-1] for line in listed if line]
        ours = re.compile(r"_Z(T[ISV]|Thn\d+_|Tv\d+_n\d+_)?Z?NK?8trujaman2v0")
        self.assertEqual([n for n in names if not ours.match(n)], [])
        self.assertIn("_ZTIN8trujaman2v05ErrorE", names)
        # And of those, what the headers declare: no class or function of lib/ alone.
        declared = set(re.findall(r"\w+", "".join(
            h.read_text(encoding="utf-8") for h in self.headers.glob("*.h*"))))
        readable = run("c++filt", *names).splitlines()
        used = {part for name in readable for part in re.match(
            r"(?:(?:typeinfo|vtable)(?: name)? for |non-virtual thunk to )?trujaman::v0::([\w:]+)",
            name)[1].split("::")}
        self.assertEqual(used - declared - {"operator", ""}, set())  # "" of "Memory::~Memory"
        self.assertTrue(any("6Memory4open" in n for n in names))

    def test_glossaries(self):
        shipped = {p.name for p in (SOURCE / "glossaries").glob("*.tbx")}
        installed = {p.name for p in self.root.rglob("share/trujaman/glossaries/*")}
        self.assertEqual(installed, shipped)
        self.assertTrue(shipped)

    def test_manual_and_completions_are_where_they_are_looked_for(self):
        for place, says in (
            ("man/man1/trujaman.1", ".TH TRUJAMAN 1"),
            ("share/bash-completion/completions/trujaman", "complete -F _trujaman trujaman"),
            ("share/zsh/site-functions/_trujaman", "#compdef trujaman"),
            ("share/fish/vendor_completions.d/trujaman.fish", "complete -c trujaman"),
        ):
            (file,) = self.root.rglob(place)
            self.assertIn(says, file.read_text(encoding="utf-8"))

    def test_the_tree_may_be_moved(self):
        """The demonstration and glossaries are found beside the program, wherever that is."""
        moved = self.folder / "moved"
        shutil.copytree(self.root, moved, symlinks=True)
        (program,) = moved.rglob("bin/trujaman")
        env = self.env | {"LD_LIBRARY_PATH": ""}
        said = run(program, "demo", "--directory", self.folder / "demo", env=env)
        self.assertIn("What next?", said)
        self.assertIn("traite", run(program, "terms", "--glossary", "oim-iom", "--from", "es",
                                    "--to", "fr", "la trata de personas", env=env))

    def test_program_runs(self):
        (program,) = self.root.rglob("bin/trujaman")
        self.assertRegex(run(program, "--version"), r"^trujaman \d+\.\d+\.\d+\n$")

    def test_python_package(self):
        found = list(self.root.rglob("trujaman/_interface.py"))
        if not found:
            self.skipTest("built without the Python package")
        (place,) = re.findall(r'LIBRARY = "(.*)"', found[0].with_name("_place.py").read_text())
        self.assertTrue((self.root / place.lstrip("/")).exists(), place)
        program = "import trujaman; print(len(trujaman.Memory.in_memory()), trujaman.__file__)"
        # Debian's, where the one that runs this has no cffi.
        for python in (sys.executable, "/usr/bin/python3"):
            done = subprocess.run(
                [python, "-B", "-c", program], capture_output=True, text=True, check=False,
                cwd=self.folder, env=self.env | {"PYTHONPATH": str(found[0].parent.parent)},
            )
            if "_cffi_backend" not in done.stderr:
                break
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, f"0 {found[0].with_name('__init__.py')}\n")

    def test_pkg_config(self):
        folder = self.consumer("pkg-config", "main.cpp")
        flags = run("pkg-config", "--cflags", "--libs", "trujaman", env=self.env).split()
        run("g++", "main.cpp", *flags, "-o", "consumer", cwd=folder)
        self.assertEqual(run("./consumer", cwd=folder, env=self.env), SAYS)

    def test_pkg_config_in_c(self):
        folder = self.consumer("pkg-config-c", "main.c")
        flags = run("pkg-config", "--cflags", "--libs", "trujaman_c", env=self.env).split()
        # The library of C++ that it needs is found at run time, and while linking, beside it.
        run("gcc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "main.c", *flags,
            "-o", "consumer", cwd=folder, env=self.env)
        self.assertEqual(run("./consumer", cwd=folder, env=self.env), SAYS)

    def test_cmake(self):
        if shutil.which("cmake") is None:
            self.skipTest("no cmake")
        self.consumer("cmake-consumer", "main.cpp", "main.c")
        folder = self.consumer("cmake-consumer/cmake", "cmake/CMakeLists.txt")
        # Named, not searched for: not every folder for libraries is one in which CMake looks.
        config = self.libraries / "cmake" / "trujaman"
        run("cmake", "-S", ".", "-B", "build", f"-Dtrujaman_DIR={config}", cwd=folder)
        run("cmake", "--build", "build", cwd=folder)
        self.assertEqual(run("build/consumer", cwd=folder, env=self.env), SAYS)
        self.assertEqual(run("build/consumer_c", cwd=folder, env=self.env), SAYS)

    def test_meson_dependency(self):
        folder = self.consumer("meson-dependency", "main.cpp", "main.c", "meson/meson.build")
        run("meson", "setup", "build", cwd=folder, env=self.env)
        run("ninja", "-C", "build", cwd=folder)
        self.assertEqual(run("build/consumer", cwd=folder, env=self.env), SAYS)
        self.assertEqual(run("build/consumer_c", cwd=folder, env=self.env), SAYS)

    def test_meson_subproject(self):
        """A strict parent gets the library alone: no program, no tests, no warnings of ours."""
        folder = self.consumer("meson-subproject", "main.cpp", "main.c",
                               "subproject/meson.build")
        (folder / "subprojects").mkdir()
        (folder / "subprojects" / "trujaman").symlink_to(SOURCE)
        env = {k: v for k, v in self.env.items()
               if not k.startswith(("PKG_CONFIG", "LD_LIBRARY_PATH"))}
        said = run("meson", "setup", "--force-fallback-for=trujaman", "build", cwd=folder, env=env)
        self.assertIn("Executing subproject trujaman", said)
        self.assertNotIn("WARNING", said)
        targets = run("ninja", "-C", "build", "-t", "targets", "all", cwd=folder)
        self.assertIn("libtrujaman.so", targets)
        self.assertIn("libtrujaman_c.so", targets)
        for not_wanted in ("test_base", "trujaman.p/main.cpp", "align_and_export"):
            self.assertNotIn(not_wanted, targets)
        run("ninja", "-C", "build", cwd=folder)
        for consumer in ("consumer", "consumer_c"):
            self.assertEqual(run("build/" + consumer, cwd=folder, env=env), SAYS)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
