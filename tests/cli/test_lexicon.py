"""trujaman lexicon, and what align does with what is known beforehand."""
from support import DOCUMENTS, ROOT, CliTest, main

ES, EN, FR = DOCUMENTS
REPORT = tuple(ROOT / "examples/report" / name for name in ("informe.es.md", "report.en.md"))


class Lexicon(CliTest):
    def test_a_memory_teaches_words(self):
        self.succeed("align", *REPORT, "--memory", "m.tm")
        rows = self.succeed("lexicon", "--memory", "m.tm", "--from", "es", "--to", "en").out
        pairs = [row.split("\t") for row in rows.splitlines()]
        self.assertTrue(pairs)
        weights = [float(weight) for _, _, weight in pairs]
        self.assertEqual(weights, sorted(weights, reverse=True))
        self.assertTrue(all(0 < w <= 1 for w in weights))

    def test_a_memory_without_the_languages_teaches_none(self):
        self.succeed("align", ES, EN, "--memory", "m.tm")
        done = self.run_program("lexicon", "--memory", "m.tm", "--from", "es", "--to", "fr")
        self.assertEqual((done.status, done.out), (1, ""))

    def test_align_reads_what_lexicon_writes(self):
        self.succeed("align", *REPORT, "--memory", "m.tm")
        self.succeed("lexicon", "--memory", "m.tm", "--from", "es", "--to", "en", "-o", "w.tsv")
        self.succeed("align", ES, EN, "--lexicon", "w.tsv", "--lexicon", "w.tsv")

    def test_align_names_the_line_of_a_bad_row(self):
        (self.folder / "w.tsv").write_text("agua\twater\nsolo\n", encoding="utf-8")
        done = self.run_program("align", ES, EN, "--lexicon", "w.tsv")
        self.assertEqual(done.status, 0)
        self.assertIn("w.tsv:2: ", done.err)


class Anchors(CliTest):
    def beads(self, *arguments):
        self.succeed("align", ES, EN, "--beads", "b.tsv", *arguments)
        rows = (self.folder / "b.tsv").read_text(encoding="utf-8").splitlines()
        return [row.split("\t")[:2] for row in rows]

    def test_pairs_in_a_file_stay_together(self):
        (self.folder / "a.tsv").write_text("# aquí\n1\t2\n", encoding="utf-8")
        (bead,) = [b for b in self.beads("--anchors", "a.tsv") if "1" in b[0].split(",")]
        self.assertIn("2", bead[1].split(","))

    def test_a_bad_pair_is_named_by_its_line(self):
        for text in ("1\n", "1\tdos\n", "1\t99999\n"):
            (self.folder / "a.tsv").write_text("0\t0\n" + text, encoding="utf-8")
            done = self.run_program("align", ES, EN, "--anchors", "a.tsv")
            self.assertEqual(done.status, 3)
            self.assertIn("a.tsv:2: ", done.err)

    def test_a_pattern_that_is_none_is_refused(self):
        done = self.run_program("align", ES, EN, "--anchor-pattern", "(abierto")
        self.assertEqual(done.status, 3)

    def test_a_pattern_that_finds_nothing_is_warned_of(self):
        done = self.run_program("align", ES, EN, "--anchor-pattern", "^zzz$")
        self.assertEqual(done.status, 0)
        self.assertIn("warning", done.err)


class WrongLanguage(CliTest):
    def test_a_document_in_another_language_than_said_is_not_aligned(self):
        done = self.run_program("align", "-l", "es,en", ES, FR, "-o", "u.tmx")
        self.assertEqual(done.status, 3)
        self.assertIn("is in fr, not in en", done.err)
        self.assertFalse((self.folder / "u.tmx").exists())

    def test_a_document_of_which_part_is_not_translated_is(self):
        spanish = (self.folder / ES).read_text(encoding="utf-8")
        english = (self.folder / EN).read_text(encoding="utf-8")
        mixed = english + "\n\n" + spanish[: len(english) // 3]
        (self.folder / "mixed.txt").write_text(mixed, encoding="utf-8")
        self.succeed("align", "-l", "es,en", ES, "mixed.txt")


if __name__ == "__main__":
    main()
