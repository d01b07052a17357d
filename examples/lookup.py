"""Aligns a report with its translation, keeps the units, looks a sentence up."""
import sys

import trujaman


def main(source: str, target: str, glossary: str, text: str) -> None:
    """Prints the matches for a Spanish text, and its terms, with their English."""
    spanish = trujaman.segment(trujaman.read_document(source, "es"))
    english = trujaman.segment(trujaman.read_document(target, "en"))
    alignment = trujaman.align(spanish, english)

    with trujaman.Memory.in_memory() as memory:  # or Memory.open("my.tm", mode="create")
        memory.add(trujaman.align_units(spanish, [(english, alignment)], min_confidence=0.4))
        for match in memory.lookup(text, "es", "en", min_score=70):
            print(f"{match.score:.0f} % {match.kind}: {match.target.text}")

    for term in trujaman.Glossary.load(glossary).recognise(text, "es", ["en"]):
        print(f"{term.matched}: {', '.join(other.text for other in term.equivalents['en'])}")


if __name__ == "__main__":
    if len(sys.argv) != 5:  # SOURCE.es TARGET.en GLOSSARY 'Una frase en español.'
        sys.exit(2)
    try:
        main(*sys.argv[1:])
    except trujaman.Error as error:
        sys.exit(str(error))
