"""trujaman align --review."""
from html.parser import HTMLParser

from support import DOCUMENTS, CliTest, main

VOID = {"meta", "br", "input"}


class Page(HTMLParser):
    """A page whose elements must be closed in their order; texts of table cells, links, ids."""

    def __init__(self, text):
        super().__init__()
        self.open, self.rows, self.ids, self.links, self.languages = [], [], [], [], set()
        self.titles, self.attributes = [], set()
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.attributes |= set(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a":
            self.links.append(attrs["href"])
        if tag == "td" and "lang" in attrs:
            self.languages.add(attrs["lang"])
        if tag == "tr":
            self.rows.append((attrs.get("id"), []))
        if tag == "td":
            self.rows[-1][1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if "td" in self.open:
            self.rows[-1][1][-1] += data
        if self.open and self.open[-1] == "title":
            self.titles.append(data)

    def pairs(self):
        """The cells of the rows that are pairs, in order."""
        return [cells for name, cells in self.rows if name]


class Review(CliTest):
    def page(self, *arguments, **env):
        self.succeed("align", *arguments, "--review", "out.html", **env)
        return Page((self.folder / "out.html").read_text(encoding="utf-8"))

    def test_a_row_for_each_bead_of_two_documents(self):
        page = self.page(*DOCUMENTS[:2], "--beads", "beads.tsv")
        beads = (self.folder / "beads.tsv").read_text().splitlines()
        self.assertEqual(len(page.pairs()), len(beads))
        self.assertEqual([n for n in page.ids if n.startswith("p") and n[1:].isdigit()],
                         [f"p{i}" for i in range(1, len(beads) + 1)])
        self.assertEqual(page.languages, {"es", "en"})
        self.assertIn("Taller sobre agua y empleo rural", page.pairs()[0][0])
        for name in DOCUMENTS[:2]:
            self.assertIn(name, page.titles[0])

    def test_three_documents_side_by_side(self):
        page = self.page(*DOCUMENTS)
        self.assertEqual({len(cells) for cells in page.pairs()}, {3})
        self.assertEqual(page.languages, {"es", "en", "fr"})
        text = " ".join(page.pairs()[-1])
        self.assertTrue(text)
        for i, name in enumerate(DOCUMENTS):
            segments = self.succeed("segment", name).out.splitlines()
            shown = "".join(cells[i] for cells in page.pairs())
            for segment in segments:
                self.assertIn(segment, shown)

    def test_nothing_is_fetched_and_links_lead_somewhere(self):
        page = self.page(*DOCUMENTS)
        self.assertTrue(page.links)
        for link in page.links:
            self.assertTrue(link.startswith("#") and link[1:] in page.ids, link)
        self.assertEqual(len(page.ids), len(set(page.ids)))
        self.assertFalse(page.attributes & {"src", "onclick", "onload", "srcset", "action"})
        text = (self.folder / "out.html").read_text(encoding="utf-8")
        for foreign in ("http:", "https:", "url(", "@import", "<script", "<link"):
            self.assertNotIn(foreign, text)

    def test_a_missing_sentence_is_listed(self):
        lines = (self.folder / DOCUMENTS[1]).read_text(encoding="utf-8").split("\n\n")
        self.write("cut.en.txt", "\n\n".join(lines[:2] + lines[3:]))
        page = self.page(DOCUMENTS[0], "cut.en.txt")
        gaps = [cells for cells in page.pairs() if cells[1] == "no counterpart"]
        self.assertTrue(gaps)
        listed = [cells for name, cells in page.rows if name is None and "∅" in "".join(cells)]
        self.assertTrue(listed)

    def test_the_page_speaks_the_users_language(self):
        page = self.page(*DOCUMENTS[:2], LC_ALL="es_AR.UTF-8")
        self.assertIn("Revisión de la alineación", page.titles[0])

    def test_standard_output_holds_the_page_alone(self):
        out = self.succeed("align", *DOCUMENTS, "--review", "-").out
        self.assertTrue(out.startswith("<!DOCTYPE html>\n") and out.endswith("</html>\n"))
        Page(out)

    def test_the_report_names_the_page(self):
        result = self.succeed("align", *DOCUMENTS, "--review", "out.html")
        self.assertIn("out.html", result.out)
        record = self.succeed("align", *DOCUMENTS, "--review", "out.html", "--json").json()[0]
        self.assertEqual(record["review"], "out.html")

    def test_names_must_differ(self):
        before = self.snapshot()
        for name in (DOCUMENTS[0], "b.tsv"):
            self.fail_with(2, "align", *DOCUMENTS[:2], "--beads", "b.tsv", "--review", name,
                           says=[name])
        self.assertEqual(self.snapshot(), before)


if __name__ == "__main__":
    main()
