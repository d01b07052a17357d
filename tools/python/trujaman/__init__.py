"""Translation memories, glossaries and alignment for Spanish, English and French, from Python.

    import trujaman

    with trujaman.Memory.open("my.tm", mode="create") as memory:
        memory.add([trujaman.Unit.of({"es": "Hola.", "en": "Hello."})])
        for match in memory.lookup("Hola", "es", "en"):
            print(match.score, match.target.text)

What holds everywhere:

- Results are whole: frozen dataclasses, which outlive what gave them, are compared by value and
  pickled. Units, terms, concepts and their parts are hashed, too: their sequences are tuples; where
  you make them, lists will do.
- Places in texts are counted in characters of str, as `text[begin:end]` takes them. Text may be in
  any normal form of Unicode; the library keeps it in NFC. Lone surrogates and NUL are refused
  (ValueError).
- Languages are BCP 47 tags: "es", "es-419". "es" stands for "es-ES" as well, not the reverse.
- What keeps something in the library (Memory, Glossary, Aligner, …) is a context manager; it is
  given back when it is closed or forgotten, in any order, and used afterwards it raises ValueError.
- Calls that cannot do their work raise Error, by a subclass for each status. "Nothing found" is no
  error.
- Other Python threads run while a call works. What is written here to be for one thread is locked.
- An exception in a callback stops the call and comes out of it unchanged; so does Ctrl-C.
- Files that are written appear whole or not at all.
"""
from trujaman._call import Progress
from trujaman._io import Source, Target
from trujaman._library import version
from trujaman.aligner import (
    Aligner, Alignment, Anchor, Bead, Cross, Scorer, Translation, align, align_units,
    find_anchors, write_review,
)
from trujaman.analyse import Analyser, Leverage, Volume
from trujaman.check import Checker, Finding, FindingPlace, check_rules, check_units
from trujaman.clean import Cleaner, Remedies, Remedy, clean_rules, clean_units
from trujaman.concept import Concept, Term, TermStatus, UpsertSummary, clean_term
from trujaman.diagnostics import Diagnostic, Location, OnDiagnostic, Severity
from trujaman.document import Block, BlockKind, Document, Repair, read_document
from trujaman.errors import (
    BusyError, CancelledError, Error, InternalError, InvalidArgumentError, IoError,
    MalformedError, OutOfMemoryError, Status, StorageError, UnsupportedError,
)
from trujaman.exchange import (
    UnitReader, UnitWriter, WriteOptions, convert_units, parts_left_out, read_units, write_units,
)
from trujaman.extract import Candidate, CandidateTerm, Novelty, TermForm, extract_terms
from trujaman.glossary import FoundTerm, Glossary, TermMatch, TermMatchKind
from trujaman.glossary_editor import (
    ConceptDifference, FieldConflict, FieldDifference, GlossaryEditor, compare_concepts,
    merge_concepts,
)
from trujaman.glossary_file import (
    GlossaryFormat, GlossaryInfo, TbxHeader, read_concepts, read_glossary_file, stream_concepts,
    write_concepts,
)
from trujaman.lexicon import Lexicon, WordPair
from trujaman.lookup import ConcordanceHit, Fragment, Match, MatchKind, Penalty, PenaltyKind
from trujaman.memory import Memory, Statistics
from trujaman.memory_files import ImportSummary, PretranslateSummary, UnitImport
from trujaman.po_header import PoHeader
from trujaman.segmenter import Segment, SegmentedDocument, Segmenter, Srx, segment
from trujaman.text import (
    Code, CodeKind, Span, TextDifference, canonical_language, compare_texts, count_words,
    detect_language, language_matches, message_language, set_message_language,
)
from trujaman.tmx_header import TmxCharacter, TmxEncoding, TmxHeader, TmxText
from trujaman.translate import BlockTranslator, RenderSummary, Rendering, translate_document
from trujaman.unit import History, Occurrence, Property, Relation, Unit, Variant
from trujaman.unit_filter import Selector, UnitFilter
from trujaman.unit_formats import Format, UnitsInfo, format_of
from trujaman.unit_set import (
    Alternative, Change, Conflict, UnitDiffer, UnitDifference, UnitMerger, UnitPool, diff_units,
    merge_units,
)
from trujaman.vectors import Vectors
from trujaman.words import Counterpart, WordAligner, WordLink
from trujaman.writer import AddSummary, OnConflict, Outcome, Transaction

__all__ = [
    "AddSummary", "Aligner", "Alignment", "Alternative", "Analyser", "Anchor", "Bead", "Block",
    "BlockKind", "BlockTranslator", "BusyError", "CancelledError", "Candidate", "CandidateTerm",
    "Change", "Checker", "Cleaner", "Code", "CodeKind", "Concept", "ConceptDifference",
    "ConcordanceHit", "Conflict", "Counterpart", "Cross", "Diagnostic", "Document", "Error",
    "FieldConflict", "FieldDifference", "Finding", "FindingPlace", "Format", "FoundTerm",
    "Fragment", "Glossary", "GlossaryEditor", "GlossaryFormat", "GlossaryInfo", "History",
    "ImportSummary", "InternalError", "InvalidArgumentError", "IoError", "Leverage", "Lexicon",
    "Location", "MalformedError", "Match", "MatchKind", "Memory", "Novelty", "Occurrence",
    "OnConflict", "OnDiagnostic", "OutOfMemoryError", "Outcome", "Penalty", "PenaltyKind", "PoHeader",
    "PretranslateSummary", "Progress", "Property", "Relation", "Remedies", "Remedy",
    "RenderSummary", "Rendering", "Repair", "Scorer", "Segment", "SegmentedDocument", "Segmenter",
    "Selector", "Severity", "Source", "Span", "Srx", "Statistics", "Status", "StorageError",
    "Target", "TbxHeader", "Term", "TermForm", "TermMatch", "TermMatchKind", "TermStatus",
    "TextDifference", "TmxCharacter", "TmxEncoding", "TmxHeader", "TmxText", "Transaction",
    "Translation", "Unit", "UnitDiffer", "UnitDifference", "UnitFilter", "UnitImport",
    "UnitMerger", "UnitPool", "UnitReader", "UnitWriter", "UnitsInfo", "UnsupportedError",
    "UpsertSummary", "Variant", "Vectors", "Volume", "WordAligner", "WordLink", "WordPair",
    "WriteOptions", "align", "align_units", "canonical_language", "check_rules", "check_units",
    "clean_rules", "clean_term", "clean_units", "compare_concepts", "compare_texts",
    "convert_units", "count_words", "detect_language", "diff_units", "extract_terms",
    "find_anchors", "format_of", "language_matches", "merge_concepts", "merge_units",
    "message_language", "parts_left_out", "read_concepts", "read_document", "read_glossary_file",
    "read_units", "segment", "set_message_language", "stream_concepts", "translate_document",
    "version", "write_concepts",
    "write_review", "write_units",
]
