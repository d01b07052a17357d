"""trujaman check."""
from support import CliTest, main

TABLE = (
    "es\ten\n"
    "Participaron 25 países.\t25 countries took part.\n"
    "Participaron 25 países.\t52 countries took part.\n"
    "Los trabajadores agrícolas.\tThe farm hands.\n"
    "¿Quién viene?\tWho comes\n"
    "El riego.\t\n"
)


class Check(CliTest):
    def setUp(self):
        super().setUp()
        self.write("units.tsv", TABLE)

    def check(self, *arguments, **how):
        """Findings of a run that has some."""
        result = self.run_program("check", *arguments, **how)
        self.assertEqual((result.status, result.err), (1, ""), result.out)
        return result

    def rules(self, *arguments):
        """(line, rule) of each finding."""
        return [(f["line"], f["rule"]) for f in self.check("--json", *arguments).json()]

    def test_a_finding_a_line_with_file_and_line(self):
        self.assertEqual(
            self.check("units.tsv").out.splitlines(),
            [
                "units.tsv:3: number: the source has “25”, the target “52”",
                "units.tsv:5: final-punctuation: the source ends in “?”, the target in no punctuation",
                "units.tsv:6: empty: “El riego.” has no translation",
                "units.tsv:3: inconsistent: “Participaron 25 países.” is translated as "
                "“52 countries took part.”, elsewhere as “25 countries took part.” (units.tsv:2)",
            ],
        )

    def test_json(self):
        finding = self.check("--json", "units.tsv").json()[0]
        self.assert_keys(
            finding, "file", "line", "unit", "id", "rule", "severity", "source", "target", "words",
            "places", "message",
        )
        self.assertEqual(finding["words"], ["25", "52"])
        self.assertEqual((finding["file"], finding["line"], finding["unit"]), ("units.tsv", 3, 2))
        self.assertEqual(
            finding["places"][1], {"language": "en", "start": 0, "end": 2, "words": "52"}
        )
        other = self.check("--json", "--only", "inconsistent", "units.tsv").json()[0]["other"]
        self.assertEqual(other, {"file": "units.tsv", "line": 2, "unit": 1})

    def test_nothing_found_is_status_0(self):
        self.write("good.tsv", "es\ten\nHola.\tHello.\n")
        self.assertEqual(self.succeed("check", "good.tsv").out, "")

    def test_terms_of_a_glossary(self):
        (finding,) = self.check("-g", "glossary.tsv", "--only", "term", "units.tsv").out.splitlines()
        self.assertEqual(
            finding,
            "units.tsv:4: term: “trabajadores agrícolas”: the glossary has “agricultural worker”",
        )

    def test_rules_are_switched_by_name(self):
        self.assertEqual(self.rules("--only", "number", "units.tsv"), [(3, "number")])
        self.assertEqual(self.rules("--only", "number,empty", "--disable", "number", "units.tsv"),
                         [(6, "empty")])
        self.assertEqual(
            self.rules("--disable", "number", "--disable", "inconsistent,empty", "units.tsv"),
            [(5, "final-punctuation")],
        )
        self.fail_with(2, "check", "--only", "nonsense", "units.tsv", says=["nonsense"])

    def test_notes_and_warnings_may_be_left_out(self):
        self.assertEqual(self.rules("--min-severity", "defect", "units.tsv"),
                         [(3, "number"), (6, "empty")])
        self.succeed("check", "--only", "final-punctuation", "--min-severity", "warning",
                     "units.tsv")
        self.fail_with(2, "check", "--min-severity", "grave", "units.tsv")

    def test_help_lists_the_rules(self):
        out = self.succeed("check", "--help").out
        for rule in ("term", "deprecated-term", "number", "french-space", "final-punctuation"):
            self.assertIn(f"\n  {rule} ", out)

    def test_tmx_with_the_lines_of_its_units(self):
        self.succeed("align", "taller.es.txt", "workshop.en.txt", "-o", "a.tmx")
        tmx = (self.folder / "a.tmx").read_text(encoding="utf-8")
        self.succeed("check", "--only", "number", "a.tmx")
        text = "75 hectares"
        self.assertIn(text, tmx)
        self.write("a.tmx", tmx.replace(text, "57 hectares"))
        (finding,) = self.check("--only", "number", "--json", "a.tmx").json()
        unit = max(tmx[: tmx.index(text)].rfind("<tu>"), tmx[: tmx.index(text)].rfind("<tu "))
        self.assertEqual(finding["line"], tmx[:unit].count("\n") + 1)

    def test_languages_may_be_chosen(self):
        self.write("three.tsv", "es\ten\tfr\nSon 3.\tThey are 3.\tIls sont 4.\n")
        self.succeed("check", "--to", "en", "three.tsv")
        self.succeed("check", "--from", "es", "--to", "en", "three.tsv")
        (finding,) = self.check("--from", "en", "--to", "fr", "--json", "three.tsv").json()
        self.assertEqual((finding["source"], finding["target"]), ("en", "fr"))
        (finding,) = self.check("--to", "pt", "--json", "three.tsv").json()
        self.assertEqual(finding["rule"], "empty")

    def test_sources_are_compared_across_files(self):
        self.write("a.tsv", "es\ten\nGuardar como\tSave as\n")
        self.write("b.tsv", "es\ten\nGuardar como\tStore under\n")
        (finding,) = self.check("a.tsv", "b.tsv").out.splitlines()
        self.assertTrue(finding.startswith("b.tsv:2: inconsistent: "))
        self.assertTrue(finding.endswith(" (a.tsv:2)"))

    def test_a_document_and_its_translation(self):
        self.succeed("check", "--only", "number", "taller.es.txt", "workshop.en.txt")
        text = (self.folder / "workshop.en.txt").read_text(encoding="utf-8")
        self.write("wrong.en.txt", text.replace("75 hectares", "57 hectares"))
        (finding,) = self.check(
            "--from", "es", "--to", "en", "--only", "number", "--json", "taller.es.txt",
            "wrong.en.txt",
        ).json()
        line = text[: text.index("75 hectares")].count("\n") + 1
        self.assertEqual((finding["file"], finding["line"]), ("wrong.en.txt", line))

    def test_a_sentence_that_was_left_out(self):
        text = (self.folder / "workshop.en.txt").read_text(encoding="utf-8")
        paragraph = "Ms. Rosa Quispe opened the session"
        self.assertIn(paragraph, text)
        kept = [p for p in text.split("\n\n") if not p.startswith(paragraph)]
        self.write("cut.en.txt", "\n\n".join(kept))
        findings = self.check("--only", "empty", "--json", "taller.es.txt", "cut.en.txt").json()
        self.assertEqual({f["file"] for f in findings}, {"taller.es.txt"})
        self.assertTrue(findings[0]["words"][0].startswith("La Sra. Rosa Quispe"))

    def test_xliff(self):
        self.write(
            "units.xlf",
            "<xliff version='1.2'><file source-language='es' target-language='en'><body>\n"
            "<trans-unit id='u1'><source>Son <g id='1'>25</g>.</source>\n"
            "<target>They are 52.</target></trans-unit>\n"
            "</body></file></xliff>",
        )
        findings = self.check("--json", "units.xlf").json()
        self.assertEqual([f["rule"] for f in findings], ["number", "code"])
        self.assertEqual((findings[0]["line"], findings[0]["id"]), (2, "u1"))

    def test_po(self):
        self.write("es.po", 'msgid "%d files"\nmsgstr "archivos"\n')
        (finding,) = self.check("--to", "es", "es.po").out.splitlines()
        self.assertEqual(finding, "es.po:1: code: “%d” is not in the target")

    def test_standard_input(self):
        self.assertEqual(
            [f["file"] for f in self.check("--format", "tsv", "--json", "--only", "empty", "-",
                                           stdin=TABLE).json()],
            ["-"],
        )

    def test_what_cannot_be_used(self):
        self.write("bad.tmx", "<tmx><body>")
        self.write("skipped.tsv", "es\ten\nuno\tone\ttoo many\n")
        self.fail_with(2, "check")
        self.fail_with(3, "check", "no.tsv", says=["no.tsv"])
        self.fail_with(3, "check", "bad.tmx", says=["bad.tmx"])
        self.fail_with(3, "check", "no.xlf", says=["no.xlf"])
        self.fail_with(3, "check", "--format", "po", "units.tsv", says=["po file"])
        self.fail_with(3, "check", "-g", "no.tbx", "units.tsv", says=["no.tbx"])
        result = self.run_program("check", "skipped.tsv")
        self.assertEqual((result.status, result.out), (0, ""))
        self.assert_error_line(result.err, "skipped.tsv:2", "row skipped")


if __name__ == "__main__":
    main()
