"""The program in Spanish and French: by the environment alone, whatever locales are installed."""
import re

from support import CliTest, main

SPANISH = {"LC_ALL": "es_ES.UTF-8"}
FRENCH = {"LC_ALL": "fr_FR.UTF-8"}
COMMANDS = (
    "align", "segment", "analyse", "import", "export", "convert", "filter", "split", "merge",
    "diff", "lookup", "concordance", "pretranslate", "terms", "check", "clean", "compact",
    "lexicon", "glossary", "glossary list", "glossary search", "glossary add", "glossary edit",
    "glossary remove", "glossary import", "glossary export", "glossary extract", "glossary merge",
    "glossary diff", "info", "demo", "completion",
)
# What only English has.
ENGLISH = re.compile(r"\b(the|of|and|or|with|without|which|is|are|Usage|Example)\b")


class Language(CliTest):
    """Which language it is."""

    def said(self, **env):
        return self.run_program("info", "none.tm", **env).err

    def test_lc_all_comes_before_lc_messages_before_lang(self):
        spanish = "trujaman: none.tm: no existe la memoria; comprobar la ruta\n"
        french = "trujaman: none.tm: cette mémoire n’existe pas\u00a0; vérifier le chemin\n"
        english = "trujaman: none.tm: no such memory; check the path\n"
        self.assertEqual(self.said(LC_ALL="es_ES.UTF-8", LANG="fr_FR.UTF-8"), spanish)
        self.assertEqual(self.said(LC_ALL="", LC_MESSAGES="fr_CA", LANG="es_ES.UTF-8"), french)
        self.assertEqual(self.said(LC_ALL="", LANG="es_MX.UTF-8"), spanish)
        self.assertEqual(self.said(LC_ALL="", LANG=""), english)
        self.assertEqual(self.said(LC_ALL="C", LANG="es_ES.UTF-8"), english)

    def test_language_lists_what_to_try_first(self):
        self.assertIn("n’existe pas", self.said(LANGUAGE="gn:fr_BE:es", **SPANISH))
        self.assertIn("no existe", self.said(LANGUAGE="gn", **SPANISH))
        self.assertIn("no such memory", self.said(LANGUAGE="en", **SPANISH))
        # gettext has it so: in the locale C there are no other languages.
        self.assertIn("no such memory", self.said(LANGUAGE="es", LC_ALL="C"))

    def test_other_languages_and_nonsense_are_english(self):
        for locale in ("gn_PY.UTF-8", "POSIX", "???", "es-", "en_GB"):
            self.assertIn("no such memory", self.said(LC_ALL=locale))


class Messages(CliTest):
    def test_wrong_usage(self):
        for arguments, spanish, french in (
            ((), "no se ha indicado ninguna orden", "aucune commande n’est indiquée"),
            (("lokup",), "«lokup» no es una orden", "«\u00a0lokup\u00a0» n’est pas une commande"),
            (("info", "a.tm", "b.tm"), "No se esperaba este argumento: b.tm",
             "Argument inattendu\u00a0: b.tm"),
            (("lookup", "Hola", "--memory", "m.tm", "--to", "en"),
             "falta --from, que es obligatorio", "il manque --from, qui est obligatoire"),
            (("lookup", "--memory", "m.tm", "--from", "es", "--to", "e n", "x"),
             "--to: «e n» no es una etiqueta de idioma; utilizar una como es, en o fr-CA",
             "--to\u00a0: «\u00a0e n\u00a0» n’est pas une étiquette de langue\u00a0; en utiliser une comme "
             "es, en ou fr-CA"),
            (("terms", "x", "--from", "es", "--gap", "11"), "el valor 11 no está entre 0 y 10",
             "la valeur 11 n’est pas comprise entre 0 et 10"),
            (("align", "a", "b", "--format", "doc"), "--format: doc no está en {",
             "--format\u00a0: doc n’est pas dans {"),
            (("segment",), "falta ARCHIVO, que es obligatorio",
             "il manque FICHIER, qui est obligatoire"),
        ):
            for env, expected in ((SPANISH, spanish), (FRENCH, french)):
                result = self.run_program(*arguments, **env)
                self.assertEqual(result.status, 2, result.err)
                self.assertIn(expected, result.err)
                self.assertEqual(result.err.count("\n"), 1)

    def test_a_reason_of_the_system(self):
        (self.folder / "file").touch()
        result = self.run_program("segment", "file/text.txt", "-l", "es", **SPANISH)
        self.assertEqual(result.status, 3)
        result = self.run_program(
            "align", *("taller.es.txt", "workshop.en.txt"), "-o", "none/units.tmx", **SPANISH)
        self.assertEqual(
            result.err,
            "trujaman: none/units.tmx: no se puede escribir: No existe el archivo o el directorio; "
            "comprobar la carpeta, sus permisos y el espacio libre\n",
        )

    def test_a_warning_that_counts(self):
        table = "es\ten\n" + "uno\tone\textra\n" * 21
        (self.folder / "table.tsv").write_text(table, encoding="utf-8")
        result = self.run_program("convert", "table.tsv", "-", "--format", "tmx", **SPANISH)
        lines = result.err.splitlines()
        self.assertEqual(
            lines[0], "trujaman: table.tsv:2: advertencia: tiene más campos que columnas la "
            "cabecera; fila omitida")
        self.assertEqual(lines[-1], "trujaman: table.tsv: advertencia: 1 advertencia más")
        (self.folder / "table.tsv").write_text(table + "dos\ttwo\textra\n", encoding="utf-8")
        result = self.run_program("convert", "table.tsv", "-", "--format", "tmx", **FRENCH)
        self.assertEqual(
            result.err.splitlines()[-1],
            "trujaman: table.tsv: avertissement\u00a0: 2 autres avertissements")

    def test_nothing_found(self):
        self.memory()
        lookup = ("lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "Otra cosa.")
        result = self.run_program(*lookup, **SPANISH)
        self.assertEqual(result.status, 1)
        self.assertIn("  ninguna coincidencia del 70 % o más\n", result.out)
        result = self.run_program(*lookup, **FRENCH)
        self.assertIn("  aucune correspondance de 70\u00a0% ou plus\n", result.out)

    def test_summary_of_an_alignment(self):
        align = ("align", "taller.es.txt", "workshop.en.txt", "-o", "units.tmx")
        lines = self.succeed(*align, **SPANISH).out.splitlines()
        self.assertRegex(lines[0], r"^taller\.es\.txt \(es\): \d+ bloques, \d+ segmentos$")
        self.assertRegex("\n".join(lines), r"(?m)^es - en: \d+ emparejamientos, calidad 0\.\d+$")
        self.assertRegex(lines[-1], r"^\d+ unidades, escritas en units\.tmx$")
        lines = self.succeed(*align, **FRENCH).out.splitlines()
        self.assertRegex(lines[-1], r"^\d+ unités, écrites dans units\.tmx$")

    def test_findings(self):
        (self.folder / "units.tsv").write_text(
            "es\tfr\nEn 2024 hubo 12 talleres.\tEn 2024, il y a eu 13 ateliers.\n",
            encoding="utf-8")
        result = self.run_program("check", "units.tsv", **SPANISH)
        self.assertEqual(result.status, 1)
        # The names of rules are the same in all languages.
        self.assertEqual(
            result.out, "units.tsv:2: number: el origen tiene «12» y el destino «13»\n")
        result = self.run_program("check", "units.tsv", **FRENCH)
        self.assertEqual(
            result.out,
            "units.tsv:2: number: la source a «\u00a012\u00a0», la cible «\u00a013\u00a0»\n")

    def test_columns_stay_under_each_other(self):
        self.memory()
        table = self.succeed(
            "analyse", "--memory", "m.tm", "--from", "es", "--to", "en", "taller.es.txt", **SPANISH
        ).out.splitlines()
        self.assertEqual({len(line) for line in table[2:]}, {len(table[2])})
        self.assertIn("repetición", "\n".join(table))
        info = self.succeed("info", "m.tm", **SPANISH).out.splitlines()
        self.assertRegex(info[1], r"^  unidades    \d+$")
        self.assertRegex(info[-1], r"^  versión     \d+$")


class Stable(CliTest):
    """What does not change with the language."""

    def test_json_keeps_its_keys_and_values(self):
        self.memory()
        (self.folder / "table.tsv").write_text("es\ten\nuno\n", encoding="utf-8")
        for arguments in (
            ("info", "m.tm", "--json"),
            ("lookup", "--memory", "m.tm", "--from", "es", "--to", "en", "--json",
             "Nadie respondió en seguida."),
            ("analyse", "--memory", "m.tm", "--from", "es", "--to", "en", "--json",
             "taller.es.txt"),
            ("import", "--memory", "new.tm", "--json", "table.tsv"),
            ("align", "taller.es.txt", "atelier.fr.txt", "--json"),
        ):
            english = self.run_program(*arguments)
            spanish = self.run_program(*arguments, **SPANISH)
            self.assertEqual((spanish.status, spanish.out), (english.status, english.out))

    def test_files_are_the_same(self):
        align = ("align", "taller.es.txt", "workshop.en.txt", "--beads", "beads.tsv", "-o")
        self.succeed(*align, "a.tsv")
        self.succeed(*align, "b.tsv", **FRENCH)
        self.assertEqual((self.folder / "a.tsv").read_bytes(),
                         (self.folder / "b.tsv").read_bytes())


class Help(CliTest):
    def test_all_of_it_is_translated(self):
        for command in ("", *COMMANDS):
            for env in (SPANISH, FRENCH):
                text = self.succeed(*command.split(), "--help", **env).out
                # Examples and values to type are the same in all languages.
                prose = re.sub(r"\n(Ejemplo:|Exemple\u00a0:)\n.*", "", text, flags=re.DOTALL)
                prose = re.sub(r"--[\w-]+", "", prose)
                found = ENGLISH.search(prose)
                self.assertIsNone(found, f"{command}: {found and prose[found.start() - 40:][:80]}")

    def test_descriptions_stand_in_one_column(self):
        for env in ({}, SPANISH, FRENCH):
            for command in COMMANDS:
                text = self.succeed(*command.split(), "--help", **env).out
                for line in text.splitlines():
                    if re.match(r"  -\w?,?-", line) and len(line) > 28 and line[27] == " ":
                        self.assertNotEqual(line[28], " ", line)

    def test_of_the_program(self):
        text = self.succeed("--help", **SPANISH).out
        self.assertIn("Uso: trujaman [OPCIONES] ORDEN ...", text)
        self.assertIn("\nOpciones:\n  --version                 Mostrar la versión\n", text)
        self.assertIn("\nÓrdenes:\n  align  ", text)
        text = self.succeed("align", "--help", **FRENCH).out
        self.assertIn("\nArguments\u00a0:\n  SOURCE TRADUCTION [TRADUCTION2]\n", text)
        self.assertIn("\nExemple\u00a0:\n  trujaman align informe.es.md", text)


if __name__ == "__main__":
    main()
