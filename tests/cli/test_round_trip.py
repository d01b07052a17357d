"""What goes through memories and files comes back the same, and other parsers accept it."""
import os
import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as xml

from support import DOCUMENTS, PATIENCE, CliTest, main

SHARED = pathlib.Path(os.environ.get("TRUJAMAN_SHARED", "no such folder"))
DTD = SHARED / "tools" / "dtd" / "tmx14.dtd"
SCHEMAS = SHARED / "tools" / "dtd" / "xliff"


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
        self.assert_valid("out.tmx", "--dtdvalid", DTD)

    def test_another_parser_finds_our_xliff_valid(self):
        if not SCHEMAS.is_dir() or shutil.which("xmllint") is None:
            self.skipTest("no XLIFF schemas or no xmllint")
        # xml:space and the modules are in schemas of their own.
        imports = {"http://www.w3.org/XML/1998/namespace": "xml.xsd",
                   "urn:oasis:names:tc:xliff:metadata:2.0": "metadata.xsd"}
        for name, schema in (("2.0", "xliff_core_2.0.xsd"), ("1.2", "xliff-core-1.2-strict.xsd")):
            lines = "".join(f'<xs:import namespace="{space}" schemaLocation="{SCHEMAS / file}"/>'
                            for space, file in imports.items())
            self.write(name + ".xsd", '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
                       f'<xs:import namespace="urn:oasis:names:tc:xliff:document:{name}" '
                       f'schemaLocation="{SCHEMAS / schema}"/>{lines}</xs:schema>')
        self.memory()
        self.run_program("import", "--memory", "m.tm", "units.tmx")
        for version in ("1.2", "2.0"):
            out = f"{version}.xlf"
            columns = ("--from", "es", "--to", "en", "--xliff-version", version)
            self.succeed("export", "-m", "m.tm", *columns, "-o", out)
            self.assertIn(f'<xliff version="{version}"', self.read(out).decode("utf-8"))
            self.assert_valid(out, "--schema", self.folder / (version + ".xsd"))
            again = self.through_a_memory(out, ".xlf", *columns)
            # Ids mean something within their file only.
            ids = re.compile(rb'(?<=unit) id="[^"]*"( (res)?name="[^"]*")?')
            self.assertEqual(ids.sub(b"", self.read(again)), ids.sub(b"", self.read(out)))

    def test_every_xliff_file_of_the_set_goes_through_tmx_and_the_other_version(self):
        """Units, those without a translation, too: texts, codes, states, notes, properties, ids."""
        files = sorted((SHARED / "data" / "formats" / "xliff" / "files").glob("*.xlf"))
        if not files:
            self.skipTest("no set of XLIFF files")
        compared = 0
        for file in files:
            languages = ("--from", "es", "--to", "fr") if self.names_none(file) else ()
            if self.run_program("convert", file, "a.tmx", *languages).status != 0:
                continue
            pair = self.languages_of(self.folder / "a.tmx")
            if len(pair) != 2:
                continue
            for version in ("1.2", "2.0"):
                columns = ("--from", pair[0], "--to", pair[1], "--xliff-version", version)
                with self.subTest(file.name, version=version):
                    for source, xlf, back in (("a", "b", "c"), ("c", "d", "e")):
                        self.run_program("convert", f"{source}.tmx", f"{xlf}.xlf", *columns)
                        self.run_program("convert", f"{xlf}.xlf", f"{back}.tmx")
                    found = self.run_program("diff", "a.tmx", "c.tmx")
                    self.assertEqual((found.status, found.out), (0, ""))
                    # Once every translation has a state, which XLIFF 2.0 wants, nothing changes.
                    found = self.run_program("diff", "c.tmx", "e.tmx", "--details")
                    self.assertEqual((found.status, found.out), (0, ""))
                    compared += 1
        self.assertGreater(compared, len(files))

    @staticmethod
    def names_none(file):
        """Whether the file leaves a language open."""
        text = file.read_bytes()
        return b"target-language" not in text and b"trgLang" not in text

    @staticmethod
    def languages_of(tmx):
        """Of its variants, the source's first."""
        found = {}
        for unit in xml.parse(tmx).iter("tu"):
            for variant in unit.iter("tuv"):
                found[variant.get("{http://www.w3.org/XML/1998/namespace}lang")] = True
        return list(found)

    def assert_valid(self, name, *arguments):
        """Schemas may name others on the net, which xmllint then warns of and does without."""
        judged = subprocess.run(
            ["xmllint", "--noout", "--nonet", *arguments, self.folder / name],
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )
        self.assertEqual(judged.returncode, 0, judged.stderr)


if __name__ == "__main__":
    main()
