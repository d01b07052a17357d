"""PDF: read through pdftotext, where it is installed."""
import os
import pathlib
import shutil
import unittest

from support import CliTest, main

LINES = [
    "El taller de riego se celebró en la sala grande de la cooperativa, donde",
    "los regantes de la vega hablaron del reparto del agua y de las acequias",
    "que habrá que limpiar antes del verano.",
]


def pdf(*pages, encrypted=False):
    """A PDF with pages of lines (x, y from below, size, text), in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None,
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        stream = "".join(
            "BT /F1 %g Tf %g %g Td (%s) Tj ET\n"
            % (size, x, y, text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)"))
            for x, y, size, text in lines
        )
        kids.append("%d 0 R" % (len(objects) + 2))
        objects.append("<< /Length %d >>\nstream\n%s\nendstream" % (len(stream) + 1, stream))
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = "<< /Type /Pages /Kids [%s] /Count %d >>" % (" ".join(kids), len(kids))
    secret = "<%s>" % ("5A" * 32)
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00> <00>]" % (
        secret, secret)
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content.encode("cp1252"))
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, lock.encode() if encrypted else b"", start)
    return out


def page(number, *lines):
    """A page with a running header and a number at its foot."""
    top = [(60, 800, 9, "Memoria de la cooperativa")]
    body = [(60, 740 - 14 * i, 11, line) for i, line in enumerate(lines)]
    return top + body + [(290, 30, 9, str(number))]


class WithoutPdftotext(CliTest):
    def test_says_what_to_install(self):
        self.write("a.pdf", pdf(page(1, *LINES)))
        self.fail_with(3, "segment", "-l", "es", "a.pdf", PATH=str(self.folder),
                       says=["a.pdf: ", "poppler-utils"])


@unittest.skipUnless(shutil.which("pdftotext"), "no pdftotext (poppler-utils)")
class Pdf(CliTest):
    def test_a_sentence_over_a_page_break(self):
        self.write("a.pdf", pdf(page(1, *LINES[:2]), page(2, *LINES[2:])))
        records = self.succeed("segment", "-l", "es", "--json", "a.pdf").json()
        self.assertEqual([r["text"] for r in records], [" ".join(LINES)])
        self.assertEqual((records[0]["page"], records[0]["line"]), (1, 0))

    def test_by_content_and_from_standard_input(self):
        content = pdf(page(1, *LINES), page(2, "Otra frase."))
        self.write("informe.txt", content)
        expected = " ".join(LINES) + "\nOtra frase.\n"
        self.assertEqual(self.succeed("segment", "informe.txt").out, expected)
        self.assertEqual(self.succeed("segment", "-", stdin=content).out, expected)

    def test_names_that_look_like_options(self):
        for name in ("-enc.pdf", "a; touch b.pdf", "$(touch c).pdf"):
            self.write(name, pdf(page(1, *LINES)))
            self.succeed("segment", "-l", "es", "--", name)
        self.assertEqual(len(list(self.folder.glob("*.pdf"))), 3)

    def test_what_cannot_be_read(self):
        whole = pdf(page(1, *LINES))
        self.write("cut.pdf", whole[:200])
        self.write("locked.pdf", pdf(page(1, *LINES), encrypted=True))
        self.write("scan.pdf", pdf([]))
        self.write("text.pdf", "No es un PDF.\n")
        self.fail_with(3, "segment", "cut.pdf", says=["cut.pdf: ", "damaged"])
        self.fail_with(3, "segment", "locked.pdf", says=["locked.pdf: ", "encrypted"])
        self.fail_with(3, "segment", "scan.pdf", says=["scan.pdf: ", "OCR"])
        self.fail_with(3, "segment", "text.pdf", says=["text.pdf: ", "damaged"])

    def test_leaves_nothing_behind(self):
        self.write("a.pdf", pdf(page(1, *LINES)))
        temporary = self.folder / "tmp"
        temporary.mkdir()
        self.succeed("segment", "-l", "es", "a.pdf", TMPDIR=str(temporary))
        self.assertEqual(os.listdir(temporary), [])
        self.assertFalse(pathlib.Path("/tmp/trujaman").exists())


if __name__ == "__main__":
    main()
