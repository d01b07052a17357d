"""trujaman info."""
import sqlite3

from support import CliTest, main


class Info(CliTest):
    def test_json(self):
        self.memory()
        (record,) = self.succeed("info", "m.tm", "--json").json()
        self.assert_keys(record, "units", "languages", "documents", "terms", "bytes")
        self.assertEqual(set(record["languages"]), {"es", "en", "fr"})
        self.assertEqual(record["documents"], 1)
        self.assertGreater(record["units"], 10)
        self.assertGreater(record["bytes"], 0)

    def test_plain(self):
        self.memory()
        out = self.succeed("info", "m.tm").out
        for word in ("m.tm", "units", "es", "en", "fr", "documents"):
            self.assertIn(word, out)

    def test_what_is_no_memory(self):
        self.write("empty.tm", "")
        self.write("text.tm", "no memory\n" * 100)
        self.write("short.tm", b"SQLite format 3\0")
        with sqlite3.connect(self.folder / "other.tm") as other:
            other.execute("CREATE TABLE other (column)")
        other.close()
        before = self.snapshot()
        for name in ("no.tm", "empty.tm", "text.tm", "short.tm", "other.tm"):
            with self.subTest(name):
                self.fail_with(4, "info", name, says=[name])
        self.fail_with(4, "info", ".")
        self.assertEqual(self.snapshot(), before)

    def test_a_memory_of_a_newer_version(self):
        self.memory()
        with sqlite3.connect(self.folder / "m.tm") as memory:
            memory.execute("PRAGMA user_version = 9999")
        memory.close()
        before = self.snapshot()
        self.fail_with(4, "info", "m.tm", says=["m.tm"])
        self.fail_with(4, "import", "--memory", "m.tm", "units.tmx", says=["m.tm"])
        self.assertEqual(self.snapshot(), before)

    def test_a_damaged_memory(self):
        path = self.folder / self.memory()
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 3])
        result = self.run_program("lookup", "--memory", "m.tm", "--from", "es", "--to", "en",
                                  "Nadie respondió enseguida.")
        self.assertEqual(result.status, 4)
        self.assert_error_line(result.err, "m.tm")


if __name__ == "__main__":
    main()
