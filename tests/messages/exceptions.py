"""Literals with words that are no messages, by file: a pattern that finds them, and the reason."""

WORD_LISTS = "words of languages, which the library works with"
MARKUP = "markup of a file format"
SQL = "SQL"

EXCEPTIONS: list[tuple[str, str, str]] = [
    # file (a pattern), literal (a pattern), reason
    (r"lib/base/(frequent_words|language_name)\.cpp", r"", WORD_LISTS),
    (r"lib/capi/.*", r"", "for programmers: what they passed wrongly"),
    (r"lib/check/(dates|doubled_words|number_words|opaque|quantity)\.cpp", r"^ .* $|^[a-zà-ÿ .]+$",
     WORD_LISTS),
    (r"lib/extract/(general_nouns|word_class|acronyms|endings|word_roles)\.cpp", r"", WORD_LISTS),
    (r"lib/read/(line_shape\.cpp|office/(docx_styles|list_number)\.cpp|html/.*\.cpp)",
     r"^[ \wà-ÿü.]*$|^<", WORD_LISTS + " and of documents"),
    (r"lib/segment/(abbreviations|rules|lexicon)\.cpp", r"", WORD_LISTS),
    (r"lib/terms/(accents|english|french|spanish|function_words|inflect|pattern)\.cpp", r"",
     WORD_LISTS),
    (r"lib/exchange/table/concept_column\.cpp", r"^(concept id|subject field)$",
     "headings that tables have"),
    (r"lib/exchange/po/po_(text|writer)\.cpp", r"^( \w\w\w?)+ $|^text/plain", "what stands in po files"),
    (r"lib/exchange/(tbx|tmx|xliff|xlsx|xml)/.*", r"[<>]|^ ?[\w: ]+$|xmlns|\w=\\\"", MARKUP),
    (r"lib/exchange/tbx/tbx_writer\.cpp", r"^Written by trujaman\.$", "goes into files"),
    (r"lib/read/(office|segmented)/.*", r"<|\w=[\\'\"]|^#, fuzzy|^msgstr", MARKUP),
    (r"lib/read/plain_writer\.cpp", r"^<mark", MARKUP),
    (r"lib/read/pdf/columns\.cpp", r"%zu", "for those who mend it"),
    (r"lib/review/(style|segment_html|review_writer|summary|rows)\.cpp", r"[<>\"]|^ [\w ]+$|^[\w ]+$|\{",
     MARKUP),
    (r"lib/review/labels\.cpp", r"", "the page's own table of languages"),
    (r"lib/memory/.*", r"^\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|BEGIN|DROP|VACUUM| ?WHERE|"
     r" ?ORDER|ROLLBACK|COMMIT|ALTER)|^import $|\n", SQL),
    (r"lib/memory/block_layout\.hpp", r"little-endian", "a condition for compilers"),
    (r"lib/terms/concept_(fields|union)\.cpp", r"^ ?(property|part of speech|gender|acronym|source|"
     r"note|preferred term|definition@) ?$", "names of fields in JSON"),
    (r"tools/cli/messages\.cpp", r"^ is required$|^arguments to", "parts of what CLI11 says"),
    (r"tools/commands/.*", r"^trujaman ", "commands to type"),
    (r"tools/cli/value_kinds\.cpp", r"^glossary ", "names of commands"),
    (r"tools/commands/(completion|demo)\.cpp", r"^source <|^export |^Las sequías|^La OIM|^recrutement",
     "commands to type, with their texts"),
    (r"tools/completion/(bash|zsh|fish|words)\.cpp", r"", "code of shells"),
    (r"tools/completion/man_page\.cpp", r"", "the manual page, made when building, is in English"),
    (r"tools/commands/check\.cpp", r"^note\|warning\|defect$", "values to type"),
]
