"""The extension in a real Writer: installed by unopkg, its commands given as the menu gives them,
what its panel shows read from the panel.

    test_writer.py EXTENSION.oxt FOLDER_OF_THE_PYTHON_PACKAGE [TEST...]
"""
import pathlib
import sys
import unittest

from writer_case import WriterTest, report, trujaman, uno

from com.sun.star.awt import KeyEvent  # once UNO is there

SOURCE = "examples/libreoffice/extension/pythonpath"
ENGLISH = dict(report.PAIRS)
BOLD, ITALIC = 150.0, uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")


class Installed(WriterTest):
    def test_unopkg_lists_it(self):
        listed = self.office.unopkg("list", "org.trujaman.writer")
        self.assertIn("Identifier: org.trujaman.writer", listed)
        self.assertNotIn("is registered: no", listed)

    def test_its_keys_are_free_in_the_office(self):
        manager = self.office.service("com.sun.star.ui.ModuleUIConfigurationManagerSupplier")
        keys = manager.getUIConfigurationManager("com.sun.star.text.TextDocument").getShortCutManager()
        everywhere = self.office.service("com.sun.star.ui.GlobalAcceleratorConfiguration")
        ctrl_alt = 2 | 4
        for letter, command in (("M", "LookUp"), ("N", "Next"), ("R", "Replace")):
            event = KeyEvent()
            event.KeyCode = 512 + ord(letter) - ord("A")
            event.Modifiers = ctrl_alt
            self.assertEqual(keys.getCommandByKeyEvent(event), f"org.trujaman.writer:{command}")
            with self.assertRaises(uno.getClass("com.sun.star.container.NoSuchElementException")):
                everywhere.getCommandByKeyEvent(event)

    def test_the_panel_speaks_the_office_s_language(self):
        self.registry("/org.openoffice.Setup/L10N", ooLocale="es")
        self.addCleanup(self.registry, "/org.openoffice.Setup/L10N", ooLocale="en-US")
        self.look_up(report.OTHER)
        self.assertEqual(self.control("Add").getModel().Label, "Añadir a memoria")
        self.assertEqual(self.text("notice"), "No hay nada parecido en la memoria.")


    def test_the_settings_dialog_shows_what_is_chosen_and_keeps_it(self):
        # The dialog is that of the extension; only that nobody waits for a user here.
        sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / SOURCE))
        from trujaman_writer import dialog, settings

        shown = dialog.SettingsDialog(self.office.context)
        self.addCleanup(shown._dialog.dispose)
        chosen = settings.Settings(str(self.memory), (str(self.glossary),), "", "en", 70)
        self.assertEqual(shown._chosen(), chosen)
        shown._dialog.getControl("lowest_score_field").setValue(85)
        shown._dialog.getControl("glossaries_field").setText("/a.tbx\n\n /b.tsv \n")
        settings.store(self.office.context, shown._chosen())
        chosen = settings.load(self.office.context)
        self.assertEqual((chosen.lowest_score, chosen.glossaries), (85, ("/a.tbx", "/b.tsv")))


class Lookup(WriterTest):
    def test_the_sentence_at_the_cursor_with_matches_differences_and_terms(self):
        self.look_up("familias campesinas")
        self.assertEqual(self.text("sentence"), report.DROUGHT)
        self.assertEqual(self.text("sentence_label"), "Sentence, es → en")
        source, target = report.PAIRS[0]
        self.assertEqual([line.split("  ")[1] for line in self.lines("matches")], [target])
        self.assertIn("[cinco → diez]", self.text("stored"))
        self.assertIn("[− de la costa]", self.text("stored"))
        self.assertEqual(self.text("translation"), target)
        self.assertEqual(self.lines("terms"), [
            "sequías → drought", "familias campesinas → farming family", "ciudades → city"])
        self.assertEqual(self.text("notice"), "")

    def test_a_selection_is_looked_up_as_it_is(self):
        self.select("miles de familias campesinas hacia las ciudades")
        self.command("LookUp")
        self.assertEqual(self.text("sentence"), "miles de familias campesinas hacia las ciudades")
        self.assertEqual(self.text("notice"), "Nothing like it is in the memory.")
        self.assertEqual(len(self.lines("terms")), 2)

    def test_sentences_end_where_the_library_ends_them(self):
        self.look_up("Según")
        self.assertEqual(self.text("sentence"), report.OTHER)  # not after "art."

    def test_notes_are_no_part_of_the_sentence(self):
        self.look_up("respondió")
        self.assertEqual(self.text("sentence"), report.NOBODY)
        self.assertTrue(self.lines("matches")[0].startswith("100 %"), self.lines("matches"))

    def test_the_next_sentence_in_and_out_of_tables(self):
        self.look_up("sequías")
        seen = []
        while self.text("notice") != "That was the last sentence.":
            seen.append(self.text("sentence"))
            self.assertLess(len(seen), 9, seen)
            self.command("Next")
        self.assertEqual(seen, [report.DROUGHT, report.NOBODY, "Fin.", report.CELLS[0],
                                report.CELLS[2], report.OTHER])

    def test_languages_of_the_settings_come_before_those_of_the_text(self):
        self.settings(From="en", To="es")
        self.look_up("sequías")
        self.assertEqual(self.text("sentence_label"), "Sentence, en → es")
        self.assertEqual(self.lines("matches"), [])


class Insert(WriterTest):
    def test_replaces_the_sentence_in_one_step_and_keeps_formatting_and_note(self):
        before = self.paragraph()
        self.look_up("respondió")
        self.command("Replace")
        english = ENGLISH[report.NOBODY]
        self.assertEqual(self.paragraph(), before.replace(report.NOBODY, english))
        self.assertEqual(self.document.getFootnotes().getCount(), 1)
        # Most of the sentence was bold.
        self.assertEqual(self.formatting(english)[::2], (BOLD, "en"))
        self.assertNotEqual(self.formatting(english)[1], ITALIC)
        undo = self.document.getUndoManager()
        self.assertEqual(undo.getAllUndoActionTitles(), ("Insert translation",))
        undo.undo()
        self.assertEqual(self.paragraph(), before)
        self.assertEqual(self.formatting("Nadie")[1:], (ITALIC, "es"))
        undo.redo()
        self.assertEqual(self.paragraph(), before.replace(report.NOBODY, english))

    def test_what_else_may_stand_in_a_sentence(self):
        # Characters beyond U+FFFF before it, a link, a line break, a comment beside its longest part.
        text, nobody = self.document.Text, ENGLISH[report.NOBODY]
        for name, change in (
            ("plain", lambda word: None),
            ("link", lambda word: word.setPropertyValue("HyperLinkURL", "https://example.org/")),
            ("break", lambda word: text.insertControlCharacter(word.getEnd(), 1, True)),
            ("comment", lambda word: text.insertTextContent(
                word.getEnd(), self.document.createInstance("com.sun.star.text.textfield.Annotation"),
                False)),
        ):
            with self.subTest(name):
                start = text.createTextCursor()
                start.gotoEndOfParagraph(True)
                start.setString("𝑎𝑏 se ve 😀. Nadie respondió enseguida. Fin.")
                self.select("respondió")
                change(self.controller.getViewCursor())
                self.look_up("Nadie")
                self.command("Replace")
                self.assertEqual(self.paragraph(), f"𝑎𝑏 se ve 😀. {nobody} Fin.")
        self.assertTrue(self.document.getTextFields().createEnumeration().hasMoreElements())

    def test_what_is_protected_stays(self):
        section = self.document.createInstance("com.sun.star.text.TextSection")
        section.IsProtected = True
        self.select(report.DROUGHT)
        self.document.Text.insertTextContent(self.controller.getViewCursor(), section, True)
        before = self.paragraph()
        self.look_up("sequías")
        for command in ("Replace", "Insert", "ReplaceTerm", "InsertTerm"):
            self.command(command)
            self.assertEqual(self.text("notice"), "The document cannot be changed here.")
        self.assertEqual(self.paragraph(), before)

    def test_another_match_takes_the_place_of_the_first(self):
        before = self.paragraph()
        self.look_up("respondió")
        for line in (0, 1):
            self.control("matches").selectItemPos(line, True)
            after = before.replace(report.NOBODY, report.PAIRS[line + 1][1])
            self.press("Replace", lambda: self.paragraph() == after)

    def test_inserts_at_the_cursor_and_removes_nothing(self):
        before = self.paragraph()
        self.look_up("respondió")
        self.select("Fin")
        after = before.replace("Fin", "Fin" + ENGLISH[report.NOBODY])
        self.press("Insert", lambda: self.paragraph() == after)

    def test_terms(self):
        before = self.paragraph()
        self.look_up("sequías")
        self.control("terms").selectItemPos(1, True)
        after = before.replace("familias campesinas", "farming family")
        self.press("ReplaceTerm", lambda: self.paragraph() == after)
        self.assertEqual(self.document.getUndoManager().getCurrentUndoActionTitle(), "Insert term")
        gone = "“familias campesinas” no longer stands in the sentence."
        self.press("ReplaceTerm", lambda: self.text("notice") == gone)
        self.select("Fin")
        after = after.replace("Fin", "Finfarming family")
        self.press("InsertTerm", lambda: self.paragraph() == after)

    def test_tracked_changes_leave_the_old_text_to_be_read(self):
        self.document.RecordChanges = True
        self.look_up("respondió")
        self.command("Replace")
        self.assertIn(ENGLISH[report.NOBODY], self.paragraph())
        self.command("LookUp")  # what is deleted does not count
        self.assertEqual(self.text("sentence"), ENGLISH[report.NOBODY])

    def test_a_translation_is_added_to_the_memory(self):
        self.look_up("Según")
        self.command("Add")
        self.assertEqual(self.text("notice"),
                         "The sentence still stands there as it was: translate it first.")
        self.select(report.OTHER)
        self.controller.getViewCursor().setString("Under article 5, water belongs to all.")
        self.command("Add")
        self.assertEqual(self.text("notice"), "Added to the memory.")
        self.command("Add")
        self.assertEqual(self.text("notice"), "The memory has this pair already.")
        with trujaman.Memory.open(self.memory) as memory:
            match = memory.lookup(report.OTHER, "es", "en")[0]
        self.assertEqual((match.score, match.target.text),
                         (100, "Under article 5, water belongs to all."))

    def test_a_memory_is_made_by_the_first_translation(self):
        self.memory.unlink()
        self.look_up("Fin.")
        self.assertIn("There is no memory", self.text("notice"))
        self.select("Fin.")
        self.controller.getViewCursor().setString("End.")
        self.command("Add")
        self.assertEqual(self.text("notice"), "Added to the memory.")


class Problems(WriterTest):
    def expect(self, *words):
        """One sentence that has the words, and no trace of Python."""
        notice = self.text("notice")
        for word in words:
            self.assertIn(word, notice)
        self.assertEqual(notice.count("\n"), 0)
        self.assertNotIn("Traceback", notice)

    def test_settings_that_are_missing_or_wrong(self):
        (self.folder / "notes.txt").write_text("No es una memoria.", encoding="utf-8")
        for settings, words in (
            ({"Memory": ""}, ("No memory is chosen",)),
            ({"Memory": "/nowhere/m.tm"}, ("There is no memory /nowhere/m.tm",)),
            ({"Memory": str(self.folder / "notes.txt")}, ("cannot be used", "notes.txt")),
            ({"Glossaries": ("/nowhere/g.tbx",)}, ("There is no glossary /nowhere/g.tbx",)),
            ({"To": ""}, ("language to translate into",)),
            ({"To": "es-MX"}, ("marked as “es”",)),
        ):
            with self.subTest(settings):
                self.settings(Memory=str(self.memory), Glossaries=(str(self.glossary),), To="en")
                self.settings(**settings)
                self.look_up("sequías")
                self.expect(*words)

    def test_a_memory_that_fails_keeps_no_term_back(self):
        self.settings(Memory="/nowhere/m.tm")
        self.look_up("sequías")
        self.assertEqual(len(self.lines("terms")), 3)

    def test_nothing_was_looked_up(self):
        for command in ("Replace", "Insert", "ReplaceTerm", "InsertTerm", "Add"):
            self.command(command)
            self.expect("Look up a sentence first.")

    def test_places_without_a_sentence(self):
        self.select(report.DROUGHT)
        cursor = self.controller.getViewCursor()
        cursor.gotoStart(False)
        cursor.gotoEnd(True)
        self.command("LookUp")
        self.expect("several paragraphs")

    def test_the_text_around_it_has_changed(self):
        self.look_up("respondió")
        self.select("Fin")
        self.controller.getViewCursor().setString("Final")
        self.command("Replace")  # the sentence is still there, as it was
        english = ENGLISH[report.NOBODY]
        self.assertTrue(self.paragraph().endswith(f"{english} Final."), self.paragraph())
        self.select("Final")
        self.controller.getViewCursor().setString("Fin")
        self.select(report.DROUGHT)
        self.controller.getViewCursor().setString("Cayó poca lluvia.")
        before = self.paragraph()
        self.command("Replace")
        self.expect("look it up again")
        self.assertEqual(self.paragraph(), before)

    def test_another_file_in_the_memory_s_place_is_opened(self):
        self.look_up("respondió")
        other = self.folder / "other.tm"
        self.remember(other, [(report.NOBODY, "There was no answer at first.")])
        other.replace(self.memory)
        self.command("LookUp")
        self.assertEqual(self.text("translation"), "There was no answer at first.")

    def test_what_others_add_meanwhile_is_found(self):
        self.look_up("Fin.")
        self.remember(self.memory, [("Fin.", "End.")])
        self.command("LookUp")
        self.assertEqual(self.text("translation"), "End.")

    def test_a_memory_that_is_being_written(self):
        with trujaman.Memory.open(self.memory, mode="write") as memory, memory.transaction():
            self.look_up("respondió")
            self.assertEqual(len(self.lines("matches")), 2)
            self.command("Replace")
            self.command("Add")
            self.expect("being written by another program")


class WithoutLibrary(WriterTest):
    ENVIRONMENT = {"TRUJAMAN_LIBRARY": "/nowhere/libtrujaman_c.so.1"}

    def test_the_library_is_missing(self):
        self.look_up("respondió")
        self.assertIn("trujaman’s library cannot be loaded", self.text("notice"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)
