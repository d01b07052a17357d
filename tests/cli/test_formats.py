"""One document in several formats gives the same text: real documents with the text that they were
made from, and what LibreOffice makes of them where it is installed."""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import unittest

from support import PATIENCE, CliTest, main

DOCS = pathlib.Path(os.environ.get("TRUJAMAN_SHARED", "")) / "data" / "docs"
OFFICE = shutil.which("soffice")
LEAST = 0.99


def equal_share(one, other):
    """Share of the longer text's characters that stand in both, word by word and in order. Blanks do
    not count: segments are cut where authors forgot them, too."""
    one, other = (re.findall(r"\w+|[^\w\s]", text) for text in (one, other))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    equal = sum(len("".join(one[m.a:m.a + m.size])) for m in matcher.get_matching_blocks())
    return equal / max(len("".join(one)), len("".join(other)), 1)


@unittest.skipUnless(any(DOCS.glob("*/derived.*.docx")), "no shared documents")
class Formats(CliTest):
    def text_of(self, file, language):
        """The document's text as the aligner sees it, markers and notes' marks taken off."""
        records = self.succeed("segment", "-l", language, "--json", file).json()
        return " ".join(record["text"] for record in records)

    def documents(self):
        for docx in sorted(DOCS.glob("*/derived.*.docx")):
            language = docx.name.split(".")[1]
            text = (docx.parent / f"text.{language}.txt").read_text(encoding="utf-8")
            yield docx, language, text

    def test_docx(self):
        for docx, language, text in self.documents():
            with self.subTest(docx):
                self.assertGreaterEqual(equal_share(self.text_of(docx, language), text), LEAST)

    def convert_to_odt(self, *files):
        profile = (self.folder / "profile").as_uri()
        subprocess.run(
            [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "odt",
             *map(str, sorted(files))],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
            timeout=PATIENCE,
        )

    @unittest.skipUnless(OFFICE, "no LibreOffice")
    def test_odt_by_libreoffice(self):
        for number, (docx, _, _) in enumerate(self.documents()):
            shutil.copy(docx, self.folder / f"{number}.docx")
        self.convert_to_odt(*self.folder.glob("*.docx"))
        for number, (docx, language, text) in enumerate(self.documents()):
            with self.subTest(docx):
                self.assertGreaterEqual(
                    equal_share(self.text_of(f"{number}.odt", language), text), LEAST)

    @unittest.skipUnless(OFFICE, "no LibreOffice")
    def test_libreoffice_reads_what_pretranslate_writes(self):
        folder = next(docx for docx, _, _ in self.documents()).parent
        source, target = (folder / f"derived.{language}.docx" for language in ("es", "en"))
        self.succeed("align", source, target, "-l", "es,en", "--memory", "m.tm")
        self.succeed("pretranslate", "--memory", "m.tm", "--from", "es", "--to", "en", source,
                     "-o", "out.docx")
        self.convert_to_odt(self.folder / "out.docx")
        written = self.text_of("out.docx", "en")
        self.assertGreaterEqual(equal_share(written, self.text_of("out.odt", "en")), LEAST)
        self.assertGreaterEqual(equal_share(written, self.text_of(target, "en")), 0.95)

    def test_units_of_docx_are_those_of_its_text(self):
        for folder in sorted({docx.parent for docx, _, _ in self.documents()}):
            with self.subTest(folder):
                units = {}
                for kind in ("derived.{}.docx", "text.{}.txt"):
                    names = [folder / kind.format(language) for language in ("es", "en")]
                    self.succeed("align", *names, "-l", "es,en", "-o", "out.tsv")
                    lines = (self.folder / "out.tsv").read_text(encoding="utf-8").splitlines()
                    units[kind] = {tuple(line.split("\t")[:2]) for line in lines}
                one, other = units.values()
                self.assertGreaterEqual(len(one & other) / max(len(one), len(other)), LEAST)


if __name__ == "__main__":
    main()
