"""trujaman compact."""
from support import CliTest, main

HEADER = "es\ten\n"


class Compact(CliTest):
    def test_what_was_removed_gives_its_room_back(self):
        rows = [f"La frase número {n} habla de riegos.\tSentence number {n} is about irrigation.\n"
                for n in range(3000)]
        self.write("a.tsv", HEADER + "".join(rows))
        self.succeed("import", "--memory", "m.tm", "a.tsv")
        ask = ("lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "--json",
               "La frase número 7 habla de riegos.")
        before = self.succeed(*ask).out
        (record,) = self.succeed("compact", "--memory", "m.tm", "--json").json()
        self.assert_keys(record, "memory", "before", "after")
        self.assertLessEqual(record["after"], record["before"])
        self.assertEqual(self.succeed(*ask).out, before)

    def test_people_are_told_the_sizes(self):
        self.memory()
        self.assertIn("bytes before, ", self.succeed("compact", "--memory", "m.tm").out)

    def test_what_is_no_memory_stays_as_it_was(self):
        self.write("text.tm", "no memory\n" * 100)
        before = self.snapshot()
        self.fail_with(4, "compact", "--memory", "text.tm", says=["text.tm"])
        self.fail_with(4, "compact", "--memory", "no.tm", says=["no.tm"])
        self.assertEqual(self.snapshot(), before)


if __name__ == "__main__":
    main()
