"""trujaman align --source-vectors --target-vectors."""
import random
import struct

from support import CliTest, main

DIMENSION = 32

# Two texts in languages of which the program knows nothing: no word, number or mark relates any
# two of their lines, and all lines are about as long.
BASQUE = ["Mendian elurra dago.", "Itsasoa lasai ageri.", "Basoan hartza bizi.",
          "Kalean umeak jolas.", "Goizean euria hasi.", "Etxean sua piztu.",
          "Baratzean loreak zain.", "Ibaian arraina jauzi."]
TURKISH = ["Sokakta cocuk oynar.", "Sabah yagmur yagdi.", "Evde ates yandi.",
           "Bahcede cicek bekler.", "Nehirde alabalik ziplar."]
# The translation begins with the fourth line.
RIGHT = [(0, None), (1, None), (2, None), (3, 0), (4, 1), (5, 2), (6, 3), (7, 4)]


def vector(seed):
    source = random.Random(seed)
    return [source.gauss(0, 1) for _ in range(DIMENSION)]


def pack(rows):
    return b"".join(struct.pack(f"<{len(row)}f", *row) for row in rows)


def near(row, seed):
    return [x + 0.3 * y for x, y in zip(row, vector(seed))]


class Vectors(CliTest):
    def setUp(self):
        super().setUp()
        self.write("eu.txt", "\n".join(BASQUE) + "\n")
        self.write("tr.txt", "\n".join(TURKISH) + "\n")
        self.source = [vector(f"meaning {i}") for i in range(8)]
        self.target = [near(self.source[i + 3], f"noise {i}") for i in range(5)]
        self.write("eu.vec", pack(self.source))
        self.write("tr.vec", pack(self.target))

    def align(self, *options, documents=("eu.txt", "tr.txt"), languages="eu,tr"):
        return ("align", "--segmented", "-l", languages, *documents, "--beads", "b", *options)

    def beads(self):
        lines = (self.folder / "b").read_text().splitlines()
        beads = [tuple(int(n) if n else None for n in line.split("\t")[:2]) for line in lines]
        return sorted(beads, key=lambda bead: (bead[0] is None, bead))

    def refuse(self, status, *options, says=()):
        with self.subTest(options):
            before = self.snapshot()
            self.fail_with(status, *self.align(*options), says=says)
            self.assertEqual(self.snapshot(), before)

    def test_vectors_align_what_nothing_else_relates(self):
        self.succeed(*self.align("--source-vectors", "eu.vec", "--target-vectors", "tr.vec"))
        self.assertEqual(self.beads(), RIGHT)

    def test_rows_belong_to_the_lines_of_the_text_beside_them(self):
        lines = sorted(BASQUE)  # as Vecalign's overlap.py has them
        self.write("overlaps.eu", "\n".join(lines) + "\n")
        self.write("overlaps.eu.emb", pack([self.source[BASQUE.index(l)] for l in lines]))
        self.succeed(
            *self.align("--source-vectors", "overlaps.eu.emb", "--target-vectors", "tr.vec"))
        self.assertEqual(self.beads(), RIGHT)

    def test_segments_without_a_vector_are_warned_of(self):
        self.write("some.eu", "\n".join(BASQUE[:6]) + "\n")
        self.write("some.eu.emb", pack(self.source[:6]))
        done = self.run_program(
            *self.align("--source-vectors", "some.eu.emb", "--target-vectors", "tr.vec"))
        self.assertEqual(done.status, 0)
        self.assertIn("some.eu.emb: warning: ", done.err)
        self.assertIn("2 of 8 segments", done.err)

    def test_vectors_of_two_translations(self):
        self.write("fi.txt", "\n".join(["Lapsi leikki kadulla."] + TURKISH[1:]) + "\n")
        self.succeed(
            "align", "--segmented", "-l", "eu,tr,fi", "eu.txt", "tr.txt", "fi.txt", "--beads", "b",
            "b2", "--source-vectors", "eu.vec", "--target-vectors", "tr.vec", "--target-vectors",
            "tr.vec")
        self.assertEqual(self.beads(), RIGHT)

    def test_all_documents_or_none(self):
        for options in (
            ["--source-vectors", "eu.vec"],
            ["--target-vectors", "tr.vec"],
            ["--source-vectors", "eu.vec", "--target-vectors", "tr.vec", "--target-vectors", "b"],
        ):
            self.refuse(2, *options, says=["--source-vectors", "--target-vectors"])

    def test_bad_files(self):
        self.write("short.vec", pack(self.target)[:-1])
        self.write("nan.vec", pack(self.target[:4] + [[float("nan")] * DIMENSION]))
        self.write("narrow.vec", pack([row[:16] for row in self.target]))
        self.write("other", "Beste testu bat.\n")
        self.write("other.emb", pack(self.target[:1]))
        self.write("empty.vec", "")
        (self.folder / "folder").mkdir()
        for name, *says in (
            ("short.vec", "639 bytes", "5 segments"),
            ("nan.vec", "row 5", "finite"),
            ("narrow.vec", "16", "32", "eu.vec"),
            ("other.emb", "other: ", "no line"),
            ("empty.vec", "0 bytes"),
            ("missing.vec",),
            ("folder",),
        ):
            self.refuse(3, "--source-vectors", "eu.vec", "--target-vectors", name,
                        says=[name.removesuffix(".emb"), *says])


if __name__ == "__main__":
    main()
