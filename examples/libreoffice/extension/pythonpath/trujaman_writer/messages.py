"""What the user reads, in English, Spanish and French."""

# key: (English, Spanish, French). The names in braces are filled in by the caller.
TEXTS = {
    "look_up": ("Look up", "Buscar", "Chercher"),
    "next": ("Next", "Siguiente", "Suivante"),
    "next_help": ("Looks up the next sentence", "Busca la frase siguiente",
                  "Cherche la phrase suivante"),
    "add": ("Add to memory", "Añadir a memoria", "Ajouter à la mémoire"),
    "settings": ("Settings…", "Ajustes…", "Réglages…"),
    "replace": ("Replace", "Reemplazar", "Remplacer"),
    "insert": ("Insert", "Insertar", "Insérer"),
    "replace_help": ("Puts it in the place of what was looked up",
                     "Lo pone en el lugar de lo que se buscó",
                     "Met ceci à la place de ce qui a été cherché"),
    "insert_help": ("Puts it at the cursor; nothing is removed",
                    "Lo pone en el cursor; no se borra nada",
                    "Met ceci au curseur ; rien n’est supprimé"),
    "add_help": ("The sentence as it was looked up, with what stands there now",
                 "La frase tal como se buscó, con lo que ahora está en su lugar",
                 "La phrase telle que cherchée, avec ce qui est maintenant à sa place"),
    "sentence": ("Sentence", "Frase", "Phrase"),
    "sentence_between": ("Sentence, {source} → {target}", "Frase, {source} → {target}",
                         "Phrase, {source} → {target}"),
    "matches": ("Matches", "Coincidencias", "Correspondances"),
    "translation": ("Translation", "Traducción", "Traduction"),
    "stored": ("In the memory [memory → text]", "En la memoria [memoria → texto]",
               "Dans la mémoire [mémoire → texte]"),
    "terms": ("Terms", "Términos", "Termes"),
    "context": ("in context", "en contexto", "en contexte"),
    "deprecated": ("not recommended", "desaconsejado", "déconseillé"),
    # What is undone, as the Edit menu names it.
    "undo_translation": ("Insert translation", "Insertar traducción", "Insérer la traduction"),
    "undo_term": ("Insert term", "Insertar término", "Insérer le terme"),
    # What came of it.
    "start": ("Put the cursor into a sentence, or select a text, and look it up.",
              "Ponga el cursor en una frase, o seleccione un texto, y búsquelo.",
              "Placez le curseur dans une phrase, ou sélectionnez un texte, et cherchez-le."),
    "nothing": ("Nothing like it is in the memory.", "No hay nada parecido en la memoria.",
                "Rien de semblable dans la mémoire."),
    "added": ("Added to the memory.", "Añadida a la memoria.", "Ajoutée à la mémoire."),
    "known": ("The memory has this pair already.", "La memoria ya tiene este par.",
              "La mémoire a déjà cette paire."),
    "end": ("That was the last sentence.", "Esa era la última frase.",
            "C’était la dernière phrase."),
    # What is in the way.
    "no_memory": ("No memory is chosen yet: see Settings.",
                  "Aún no se ha elegido ninguna memoria: véase Ajustes.",
                  "Aucune mémoire n’est encore choisie : voir Réglages."),
    "no_target": ("The language to translate into is not chosen yet: see Settings.",
                  "Aún no se ha elegido la lengua de llegada: véase Ajustes.",
                  "La langue d’arrivée n’est pas encore choisie : voir Réglages."),
    "memory_missing": ("There is no memory {path}: see Settings.",
                       "No existe la memoria {path}: véase Ajustes.",
                       "La mémoire {path} n’existe pas : voir Réglages."),
    "glossary_missing": ("There is no glossary {path}: see Settings.",
                         "No existe el glosario {path}: véase Ajustes.",
                         "Le glossaire {path} n’existe pas : voir Réglages."),
    "memory_failed": ("The memory {path} cannot be used: {reason}",
                      "No se puede usar la memoria {path}: {reason}",
                      "La mémoire {path} est inutilisable : {reason}"),
    "memory_busy": ("The memory {path} is being written by another program; try again in a moment.",
                    "Otro programa está escribiendo en la memoria {path}; inténtelo de nuevo en un momento.",
                    "Un autre programme écrit dans la mémoire {path} ; réessayez dans un instant."),
    "glossary_failed": ("The glossary cannot be read: {reason}",
                        "No se puede leer el glosario: {reason}",
                        "Le glossaire est illisible : {reason}"),
    "library": ("trujaman’s library cannot be loaded ({reason}); see the README for what to install.",
                "No se puede cargar la biblioteca de trujaman ({reason}); el README dice qué instalar.",
                "La bibliothèque de trujaman ne se charge pas ({reason}) ; le README dit quoi installer."),
    "no_sentence": ("There is no sentence at the cursor.", "No hay ninguna frase en el cursor.",
                    "Il n’y a pas de phrase sous le curseur."),
    "no_text": ("The cursor is in no text: click into a sentence.",
                "El cursor no está en un texto: haga clic en una frase.",
                "Le curseur n’est pas dans un texte : cliquez dans une phrase."),
    "several_paragraphs": ("The selection goes over several paragraphs: select within one.",
                           "La selección abarca varios párrafos: seleccione dentro de uno.",
                           "La sélection couvre plusieurs paragraphes : restez dans un seul."),
    "no_language": ("The text is marked with no language: choose one in Settings.",
                    "El texto no lleva marca de lengua: elija una en Ajustes.",
                    "Aucune langue n’est attribuée au texte : choisissez-en une dans Réglages."),
    "same_language": ("The text is marked as “{language}”, the language to translate into: see Settings.",
                      "El texto está marcado como «{language}», la lengua de llegada: véase Ajustes.",
                      "Le texte est marqué « {language} », la langue d’arrivée : voir Réglages."),
    "not_looked_up": ("Look up a sentence first.", "Busque primero una frase.",
                      "Cherchez d’abord une phrase."),
    "no_match": ("No match is chosen.", "No hay ninguna coincidencia elegida.",
                 "Aucune correspondance n’est choisie."),
    "no_term": ("No term is chosen.", "No hay ningún término elegido.", "Aucun terme n’est choisi."),
    "term_gone": ("“{term}” no longer stands in the sentence.", "«{term}» ya no está en la frase.",
                  "« {term} » n’est plus dans la phrase."),
    "moved": ("The text around the sentence has changed: look it up again.",
              "El texto en torno a la frase ha cambiado: búsquela de nuevo.",
              "Le texte autour de la phrase a changé : cherchez-la de nouveau."),
    "untranslated": ("The sentence still stands there as it was: translate it first.",
                     "La frase sigue como estaba: tradúzcala primero.",
                     "La phrase est restée telle quelle : traduisez-la d’abord."),
    "read_only": ("The document cannot be changed here.", "El documento no se puede cambiar aquí.",
                  "Le document ne peut être modifié ici."),
    "unforeseen": ("That did not work: {reason}", "No ha sido posible: {reason}",
                   "Cela n’a pas fonctionné : {reason}"),
    # Settings.
    "settings_title": ("trujaman: settings", "trujaman: ajustes", "trujaman : réglages"),
    "memory": ("Memory", "Memoria", "Mémoire"),
    "glossaries": ("Glossaries, one a line", "Glosarios, uno por línea", "Glossaires, un par ligne"),
    "from": ("From (empty: as the text is marked)", "De (vacío: la lengua marcada en el texto)",
             "De (vide : la langue du texte)"),
    "to": ("To", "A", "Vers"),
    "lowest_score": ("Lowest score, %", "Parecido mínimo, %", "Ressemblance minimale, %"),
    "choose": ("Choose…", "Elegir…", "Choisir…"),
    "ok": ("OK", "Aceptar", "OK"),
    "cancel": ("Cancel", "Cancelar", "Annuler"),
    "all_files": ("All files", "Todos los archivos", "Tous les fichiers"),
}
LANGUAGES = ("en", "es", "fr")


class Problem(Exception):
    """What is in the way, to be said to the user in one sentence: a key of TEXTS and its values."""

    def __init__(self, key: str, **values: str):
        super().__init__(key)
        self.key, self.values = key, values


class Messages:
    """The texts in one language; English where there is none in it."""

    def __init__(self, tag: str):
        language = tag.split("-")[0]
        self._column = LANGUAGES.index(language) if language in LANGUAGES else 0

    def __call__(self, key: str, **values: str) -> str:
        return TEXTS[key][self._column].format(**values)

    def of(self, problem: Problem) -> str:
        """The sentence that says a problem."""
        return self(problem.key, **problem.values)
