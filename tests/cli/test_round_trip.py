"""What goes through memories and files comes back the same, and other parsers accept it."""
import os
import pathlib
import shutil
import subprocess

from support import DOCUMENTS, PATIENCE, CliTest, main

SHARED = pathlib.Path(os.environ.get("TRUJAMAN_SHARED", "no such folder"))
DTD = SHARED / "tools" / "dtd" / "tmx14.dtd"


class RoundTrip(CliTest):
    def read(self, name):
        return (self.folder / name).read_bytes()

    def through_a_memory(self, name, end, *arguments):
        """Imports a file into an empty memory and exports that."""
        memory, out = f"{name}.tm", f"{name}.again{end}"
        self.run_program("import", "--memory", memory, name)
        self.succeed("export", "--memory", memory, "-o", out, *arguments)
        return out

    def test_documents_to_memory_to_tmx_to_memory_to_tmx(self):
        self.memory()
        self.succeed("export", "--memory", "m.tm", "-o", "first.tmx")
        again = self.through_a_memory("first.tmx", ".tmx")
        self.assertGreater(len(self.read("first.tmx")), 2000)
        self.assertEqual(self.read(again), self.read("first.tmx"))

    def test_foreign_tmx_is_stable_after_one_round(self):
        first = self.through_a_memory("units.tmx", ".tmx")
        self.assertEqual(self.read(self.through_a_memory(first, ".tmx")), self.read(first))

    def test_aligned_tmx_and_its_import_are_one(self):
        self.memory("m.tm")
        self.succeed("align", *DOCUMENTS, "-o", "direct.tmx")
        self.run_program("import", "--memory", "m.tm", "direct.tmx")
        units = self.units("m.tm")
        self.memory("other.tm")
        self.assertEqual(units, self.units("other.tm"))

    def test_tables(self):
        for end in (".tsv", ".csv"):
            name = "table" + end
            self.write("tricky.tsv", "es\ten\na\\tb\\\\c\\nd\t\"x\", y\n =1\t'\n")
            self.succeed("import", "--memory", "t.tm", "tricky.tsv")
            columns = ("--from", "es", "--to", "en")
            self.succeed("export", "--memory", "t.tm", "-o", name, *columns)
            self.assertEqual(self.read(self.through_a_memory(name, end, *columns)), self.read(name))

    def test_another_parser_finds_our_tmx_valid(self):
        if not DTD.is_file() or shutil.which("xmllint") is None:
            self.skipTest("no TMX DTD or no xmllint")
        self.memory()
        self.run_program("import", "--memory", "m.tm", "units.tmx")
        self.succeed("export", "--memory", "m.tm", "-o", "out.tmx")
        judged = subprocess.run(
            ["xmllint", "--noout", "--nonet", "--dtdvalid", DTD, self.folder / "out.tmx"],
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )
        self.assertEqual((judged.returncode, judged.stderr), (0, ""))


if __name__ == "__main__":
    main()
