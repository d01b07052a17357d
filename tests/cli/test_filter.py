"""trujaman filter, and the same filters on a memory."""
from support import CliTest, main
from units import REPORT, tmx


class Filter(CliTest):
    def setUp(self):
        super().setUp()
        self.write("report.tmx", tmx(*REPORT))

    def test_each_filter(self):
        for arguments, ids in (
            ((), "123"),
            (("--language", "fr"), "12"),
            (("--since", "2023-01-01"), "1"),
            (("--before", "2023-01-01"), "2"),
            (("--document", "anexo.md"), "2"),
            (("--property", "client=OIM"), "1"),
            (("--min-confidence", "0.9"), "13"),
            (("--max-confidence", "0.9"), "23"),
            (("--source-matches", "(?i)NIÑAS|agua"), "12"),
            (("--target-matches", "^The"), "3"),
            (("--target-matches", "école"), "2"),
            (("--source-matches", "Water", "--from", "en"), "1"),
            (("--document", "anexo.md", "--invert"), "13"),
            (("--source-matches", "agua", "--since", "2025-01-01"), ""),
        ):
            with self.subTest(arguments):
                self.succeed("filter", "report.tmx", "-o", "out.tmx", *arguments)
                found = self.snapshot()["out.tmx"].decode()
                self.assertEqual("".join(i for i in "123" if f'tuid="{i}"' in found), ids)

    def test_a_memory_is_exported_by_the_same(self):
        self.succeed("import", "-m", "m.tm", "report.tmx")
        for arguments, units in ((("--source-matches", "agua"), 1), (("--min-confidence", "0.9"), 2),
                                 (("--document", "anexo.md", "--invert"), 2)):
            out = self.succeed("export", "-m", "m.tm", "-o", "x.tmx", *arguments).out
            self.assertIn(f": {units} unit", out)

    def test_says_what_it_would_do(self):
        before = self.snapshot()
        (record,) = self.succeed("filter", "report.tmx", "-o", "x.tmx", "--language", "fr",
                                 "--dry-run", "--json").json()
        self.assertEqual([record[k] for k in ("read", "filtered", "written", "dry_run")],
                         [3, 1, 2, True])
        self.assertEqual(self.snapshot(), before)

    def test_wrong_filters(self):
        for arguments, words in ((("--source-matches", "("), "regular expression"),
                                 (("--since", "ayer"), "ayer"),
                                 (("--property", "client"), "TYPE=VALUE"),
                                 (("--min-confidence", "2"), "--min-confidence")):
            self.fail_with(2, "filter", "report.tmx", "-o", "x.tmx", *arguments, says=(words,))

    def test_a_pattern_that_never_ends_is_stopped(self):
        self.write("long.tsv", "es\ten\n" + "a" * 60 + "\tb\n")
        self.fail_with(3, "filter", "long.tsv", "-o", "x.tsv", "--source-matches", "(a+)+(a+)+b",
                       says=("takes too long",))
        self.assertNotIn("x.tsv", self.snapshot())


if __name__ == "__main__":
    main()
