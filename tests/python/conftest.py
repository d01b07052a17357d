"""What several tests of the Python package need: a small memory, a glossary, the shipped report."""
import os
import pathlib

import pytest

import trujaman
from trujaman import Concept, Memory, Term, TermStatus, Unit

REPORT = pathlib.Path(os.environ["TRUJAMAN_EXAMPLES"]) / "report"

TEXTS = [
    {"es": "La Sra. Aldana abrió la sesión.",
     "en": "Ms. Aldana opened the session.",
     "fr": "Mme Aldana a ouvert la séance."},
    {"es": "En 2023 se firmaron 12 acuerdos bilaterales.",
     "en": "In 2023, 12 bilateral agreements were signed.",
     "fr": "En 2023, 12 accords bilatéraux ont été signés."},
    {"es": "Las mujeres migrantes representan el 46 % del total.",
     "en": "Women migrants account for 46% of the total.",
     "fr": "Les femmes migrantes représentent 46 % du total."},
    {"es": "La trata de personas no es tráfico ilícito de migrantes.",
     "en": "Trafficking in persons is not smuggling of migrants.",
     "fr": "La traite des personnes n’est pas le trafic illicite de migrants."},
]


@pytest.fixture
def units():
    """Four units of a report in three languages."""
    return [Unit.of(texts, source_language="es") for texts in TEXTS]


@pytest.fixture
def memory(units):
    """A memory without a file, with those units in it."""
    with Memory.in_memory() as memory:
        memory.add(units)
        yield memory


@pytest.fixture
def concepts():
    """Two concepts, one of them with a term that is not to be used."""
    return [
        Concept(
            [
                Term("es", "trata de personas"),
                Term("en", "trafficking in persons"),
                Term("en", "human trafficking", TermStatus.ADMITTED),
                Term("fr", "traite des personnes", gender="feminine"),
            ],
            id="trata",
            subject="migración",
            definition="Captación de personas con fines de explotación.",
            definition_language="es",
            notes=["No es tráfico."],
        ),
        Concept(
            [
                Term("es", "migrante irregular"),
                Term("es", "migrante ilegal", TermStatus.DEPRECATED),
                Term("en", "irregular migrant"),
            ],
            id="irregular",
        ),
    ]


@pytest.fixture
def report():
    """The shipped report: its Spanish, English and French text, segmented."""
    return {
        language: trujaman.segment(trujaman.read_document(REPORT / name, language))
        for language, name in (
            ("es", "informe.es.md"), ("en", "report.en.md"), ("fr", "rapport.fr.md"),
        )
    }
