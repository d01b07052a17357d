"""trujaman analyse."""
from support import CliTest, main

BANDS = ("context", "100", "repetition", "cross-file", "95-99", "85-94", "75-84", "50-74", "new")


class Analyse(CliTest):
    def analyse(self, *files):
        self.write("units.tsv", "es\ten\nLa vivienda es un derecho.\tHousing is a right.\n"
                   "El agua potable llega a todo el barrio.\tDrinking water reaches the whole district.\n")
        self.succeed("import", "-m", "m.tm", "units.tsv")
        return self.succeed("analyse", "-m", "m.tm", "--from", "es", "--to", "en", "--json",
                            *files).json()

    def segments(self, record):
        return {band: n["segments"] for band, n in record["bands"].items() if n["segments"]}

    def test_segments_and_words_by_band(self):
        self.write("a.txt", "La vivienda es un derecho.\n\nEl agua potable llega a todo el campo.\n\n"
                   "Nada más.\n\nNada más.\n")
        (record,) = self.analyse("a.txt")
        self.assertEqual(tuple(record["bands"]), BANDS)
        self.assertEqual(self.segments(record), {"100": 1, "repetition": 1, "85-94": 1, "new": 1})
        self.assertEqual((record["file"], record["segments"], record["words"]), ("a.txt", 4, 17))
        self.assertEqual(record["bands"]["100"],
                         {"segments": 1, "words": 5, "characters": 22})

    def test_several_files_are_added_up_and_know_each_other(self):
        self.write("a.txt", "Nada más.\n")
        self.write("b.txt", "Nada más.\n")
        first, second, total = self.analyse("a.txt", "b.txt")
        self.assertEqual(self.segments(first), {"new": 1})
        self.assertEqual(self.segments(second), {"cross-file": 1})
        self.assertEqual((total["total"], total["words"]), (2, 4))

    def test_documents_are_read_and_cut_as_the_user_says(self):
        self.write("a.txt", "La vivienda es un derecho; nada más.\n".encode("latin-1"))
        self.write("a.srx", """<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header cascade="no"/>
            <body><languagerules><languagerule languagerulename="x"><rule break="yes">
            <beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
            <maprules><languagemap languagepattern=".*" languagerulename="x"/></maprules></body></srx>""")
        (record,) = self.analyse("a.txt", "--srx", "a.srx", "--encoding", "latin1")
        self.assertEqual((record["segments"], record["words"]), (2, 7))
        self.assertEqual(self.segments(record), {"95-99": 1, "new": 1})

    def test_a_table_for_people(self):
        self.write("a.txt", "La vivienda es un derecho.\n")
        self.analyse("a.txt")
        out = self.succeed("analyse", "-m", "m.tm", "--from", "es", "--to", "en", "a.txt").out
        self.assertRegex(out, r"\n  100 +1 +5 +22 +100\.0 %\n")
        self.assertRegex(out, r"\n  total +1 +5 +22 +100\.0 %\n$")


if __name__ == "__main__":
    main()
