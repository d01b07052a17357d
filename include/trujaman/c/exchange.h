/**
 * @file
 * Exchange files of translation units, as streams: TMX, XLIFF, po, TSV, CSV, XLSX.
 */
#ifndef TRUJAMAN_C_EXCHANGE_H
#define TRUJAMAN_C_EXCHANGE_H

#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/memory.h>
#include <trujaman/c/unit.h>
#include <trujaman/c/unit_filter.h>

TRUJAMAN_C_BEGIN

/** What a file of units is. */
typedef enum trujaman_format {
  TRUJAMAN_FORMAT_AUTO = 0,  /**< By the ending of the input's name, or the output's path. */
  TRUJAMAN_FORMAT_TMX = 1,   /**< Read: 1.1–1.4b. Written: 1.4b. */
  TRUJAMAN_FORMAT_XLIFF = 2, /**< Read: 1.0–1.2, 2.x. Written: 1.2 or 2.0. */
  TRUJAMAN_FORMAT_PO = 3,    /**< gettext's. */
  TRUJAMAN_FORMAT_TSV = 4,   /**< Fields with tabs between; a header row of language tags. */
  TRUJAMAN_FORMAT_CSV = 5,   /**< RFC 4180; a header row of language tags. */
  TRUJAMAN_FORMAT_XLSX = 6   /**< A sheet of a workbook; a header row of language tags. */
} trujaman_format;

/**
 * The format of a file of units, by the ending of its name (tmx, xlf, xliff, sdlxliff, mqxliff,
 * mxliff, txlf, po, pot, tsv, tab, csv, xlsx).
 * @param name Required.
 * @param[out] format ::TRUJAMAN_FORMAT_AUTO when the ending says nothing.
 */
TRUJAMAN_C_API trujaman_status trujaman_format_of(const char* name, trujaman_format* format);

/** A note or prop of a TMX header. Never changes its size. */
typedef struct trujaman_tmx_text {
  const char* type;              /**< Of a prop; "" for a note. */
  const char* text;              /**< What it says. */
  const char* language;          /**< `xml:lang`, or "". */
  const char* original_encoding; /**< `o-encoding`, or "". */
} trujaman_tmx_text;

/** A character of a user-defined encoding (TMX `<map>`). Never changes its size. */
typedef struct trujaman_tmx_character {
  const char* unicode;    /**< "#xF8FF" */
  const char* code;       /**< Its value in the encoding: "#xF0" */
  const char* entity;     /**< `ent` */
  const char* substitute; /**< `subst` */
} trujaman_tmx_character;

/** A user-defined encoding (TMX `<ude>`). Never changes its size. */
typedef struct trujaman_tmx_encoding {
  const char* name;                         /**< Of the encoding. */
  const char* base;                         /**< The encoding that it changes, or "". */
  const trujaman_tmx_character* characters; /**< What it changes. */
  size_t character_count;                   /**< How many. */
} trujaman_tmx_encoding;

/**
 * What a TMX file says of itself. What is NULL when it is written gets the value that our own files
 * have ("trujaman", "sentence", "en", …). Never changes its size.
 */
typedef struct trujaman_tmx_header {
  const char* source_language;            /**< `srclang`; "und" is "*all*". */
  const char* creation_tool;              /**< `creationtool` */
  const char* creation_tool_version;      /**< `creationtoolversion` */
  const char* segment_type;               /**< `segtype` */
  const char* original_format;            /**< `o-tmf` */
  const char* admin_language;             /**< `adminlang` */
  const char* data_type;                  /**< `datatype` */
  const char* original_encoding;          /**< `o-encoding` */
  trujaman_history history;               /**< Who made and changed the file, and when. */
  const trujaman_tmx_text* notes;         /**< Its notes. */
  size_t note_count;                      /**< How many. */
  const trujaman_tmx_text* properties;    /**< Its props. */
  size_t property_count;                  /**< How many. */
  const trujaman_tmx_encoding* encodings; /**< Its encodings. */
  size_t encoding_count;                  /**< How many. */
  const trujaman_property* attributes;    /**< Further XML attributes. */
  size_t attribute_count;                 /**< How many. */
  void* reserved[2];                      /**< NULL. */
} trujaman_tmx_header;

/**
 * Is given the header of a TMX file, before its first unit.
 * @param header Borrowed until the callback returns.
 * @param user What was given beside the callback.
 */
typedef void (*trujaman_tmx_header_sink)(const trujaman_tmx_header* header, void* user);

/** What a po file says of itself: its entry without a msgid. Never changes its size. */
typedef struct trujaman_po_header {
  const char* source_language;     /**< `X-Source-Language`; "und" where it is not said. Written:
                                        that of the options. */
  const char* target_language;     /**< `Language`, likewise. */
  const trujaman_property* fields; /**< All fields in their order; what is missing and needed is
                                        added when it is written. */
  size_t field_count;              /**< How many. */
  const char* const* notes;        /**< Comments above it. */
  size_t note_count;               /**< How many. */
  void* reserved[2];               /**< NULL. */
} trujaman_po_header;

/**
 * Is given the header of a po file, before its first unit.
 * @param header Borrowed until the callback returns.
 * @param user What was given beside the callback.
 */
typedef void (*trujaman_po_header_sink)(const trujaman_po_header* header, void* user);

/** How a file of units is read. */
typedef struct trujaman_units_read_options {
  size_t size;        /**< Of the struct. */
  const char* source; /**< Languages of files that do not name theirs (po): the source's … */
  const char* target; /**< … and the target's. */
  const char* sheet;  /**< Of a workbook; NULL: the first that is not hidden. */
  trujaman_diagnostic_sink on_diagnostic; /**< Hears of what was skipped or mended. */
  trujaman_tmx_header_sink on_tmx_header; /**< Is given the header of a TMX file. */
  trujaman_po_header_sink on_po_header;   /**< Is given the header of a po file. */
  /** Share of the input's bytes that were read, 0 where these are not known; may stop the work. */
  trujaman_progress progress;
  void* user;             /**< For the callbacks here. */
  trujaman_format format; /**< ::TRUJAMAN_FORMAT_AUTO by default. */
  /** For whoever wants to find what is wrong: what is not translated, and rows of a table with text
      in one language, are passed on, too, and XLIFF's ids are kept. */
  bool everything;
  bool xliff_whole_units; /**< XLIFF 1.x: `<mrk mtype="seg">` make no units of their own. */
  bool xliff_matches;     /**< XLIFF: what it offers from memories and machines, too. */
  bool po_whole;          /**< po: entries marked fuzzy, references and previous texts, too. */
} trujaman_units_read_options;

/** The defaults. */
#define TRUJAMAN_UNITS_READ_OPTIONS_INIT                                                 \
  {                                                                                      \
    sizeof(trujaman_units_read_options), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
        TRUJAMAN_FORMAT_AUTO, false, false, false, false                                 \
  }

/** What was read. A result. */
typedef struct trujaman_units_info {
  trujaman_format format;              /**< That of the file. */
  size_t read;                         /**< Records that stand in the file. */
  size_t passed;                       /**< Those that were given to the sink. */
  const trujaman_tmx_header* header;   /**< Of TMX; else NULL. */
  const char* xliff_version;           /**< Of XLIFF, "1.2" say; else "". */
  const char* xliff_source;            /**< Of XLIFF: the first source language that it names. */
  const char* xliff_target;            /**< Of XLIFF: the first target language that it names. */
  size_t xliff_units;                  /**< Of XLIFF: `<trans-unit>` or `<unit>`. */
  size_t xliff_targets;                /**< Of XLIFF: `<target>`. */
  const trujaman_po_header* po_header; /**< Of po; else NULL. */
  size_t xliff_matches;                /**< Of XLIFF: `<alt-trans>`, `<mtc:match>`, read or not. */
} trujaman_units_info;

/** Frees information; NULL is allowed. */
TRUJAMAN_C_API void trujaman_units_info_free(trujaman_units_info* info);

/**
 * Reads a file of units, unit by unit, in bounded memory (but for workbooks).
 * @param input Required.
 * @param options NULL for the defaults.
 * @param sink Required. What it was given before a failure stands. The location has a line where
 * the format's reader knows it.
 * @param user For @p sink.
 * @param[out] info To be freed by trujaman_units_info_free(); may be NULL.
 * @return ::TRUJAMAN_MALFORMED when it is no such file or breaks off, ::TRUJAMAN_UNSUPPORTED for an
 * encoding not known here, ::TRUJAMAN_INVALID_ARGUMENT when the format cannot be told, or there is
 * no such sheet.
 */
TRUJAMAN_C_API trujaman_status trujaman_units_stream(const trujaman_input* input,
                                                     const trujaman_units_read_options* options,
                                                     trujaman_unit_sink sink, void* user,
                                                     trujaman_units_info** info);

/**
 * Reads a file of units into main memory.
 * @param input Required.
 * @param options NULL for the defaults.
 * @param[out] units To be freed by trujaman_units_free().
 * @param[out] info To be freed by trujaman_units_info_free(); may be NULL.
 * @return As trujaman_units_stream().
 */
TRUJAMAN_C_API trujaman_status trujaman_units_read(const trujaman_input* input,
                                                   const trujaman_units_read_options* options,
                                                   trujaman_units** units,
                                                   trujaman_units_info** info);

/** Version of XLIFF that is written. */
typedef enum trujaman_xliff_version {
  TRUJAMAN_XLIFF_1_2 = 0, /**< 1.2 */
  TRUJAMAN_XLIFF_2_0 = 1  /**< 2.0 */
} trujaman_xliff_version;

/** How a file of units is written. */
typedef struct trujaman_units_write_options {
  size_t size; /**< Of the struct. */
  /** TMX: only variants of these, of units that have text in each; all with a count of 0. XLIFF
      and po: source and target. Tables: the columns, the source's first. */
  const char* const* languages;
  size_t language_count;                 /**< How many. */
  const trujaman_tmx_header* tmx_header; /**< NULL for our own. */
  const char* xliff_original;            /**< The document that units are of; NULL: "trujaman". */
  const trujaman_po_header* po_header;   /**< NULL for one that says the languages only. */
  trujaman_format format;                /**< ::TRUJAMAN_FORMAT_AUTO by default. */
  int tmx_level;                         /**< 2 by default; 1 for text alone, without codes. */
  trujaman_xliff_version xliff_version;  /**< ::TRUJAMAN_XLIFF_1_2 by default. */
  bool tmx_context;                      /**< Props x-context-pre and x-context-post, as memoQ. */
  bool tmx_utf16;                        /**< UTF-16 instead of UTF-8. */
  bool reserved[2];                      /**< false. */
} trujaman_units_write_options;

/** The defaults. */
#define TRUJAMAN_UNITS_WRITE_OPTIONS_INIT                                                     \
  {                                                                                           \
    sizeof(trujaman_units_write_options), NULL, 0, NULL, NULL, NULL, TRUJAMAN_FORMAT_AUTO, 2, \
        TRUJAMAN_XLIFF_1_2, false, false, {                                                   \
      false                                                                                   \
    }                                                                                         \
  }

/** Writes a file of units, unit by unit. For one thread. */
typedef struct trujaman_unit_writer trujaman_unit_writer;

/**
 * Begins a file.
 * @param output Required.
 * @param options NULL for the defaults.
 * @param[out] writer To be freed by trujaman_unit_writer_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT when the format cannot be told, or it wants other languages.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_writer_new(const trujaman_output* output,
                                                        const trujaman_units_write_options* options,
                                                        trujaman_unit_writer** writer);

/**
 * Writes a unit; one that has no text in the languages that are written is left out, and in po
 * files one whose text and context stand there already.
 * @param writer Required.
 * @param unit Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_writer_add(trujaman_unit_writer* writer,
                                                        const trujaman_unit* unit);

/**
 * Units that stand in the file so far, of XLIFF and po; of other formats, those that were given.
 * 0 for NULL.
 */
TRUJAMAN_C_API size_t trujaman_unit_writer_written(const trujaman_unit_writer* writer);

/**
 * Completes the file, and puts it in its place. Nothing can be added after that.
 * @param writer Required; still to be freed.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_writer_finish(trujaman_unit_writer* writer);

/** Frees a writer; a file that was not finished leaves no trace. NULL is allowed. */
TRUJAMAN_C_API void trujaman_unit_writer_free(trujaman_unit_writer* writer);

/**
 * Writes units of a memory to a file.
 * @param memory Required.
 * @param filter NULL for all units.
 * @param output Required.
 * @param options NULL for the defaults. A table without languages gets those of the memory.
 * @param[out] units How many stand in the file (trujaman_unit_writer_written()); may be NULL.
 * @return As trujaman_unit_writer_new().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_export(const trujaman_memory* memory,
                                                      const trujaman_unit_filter* filter,
                                                      const trujaman_output* output,
                                                      const trujaman_units_write_options* options,
                                                      size_t* units);

/** Parts of a unit that not every format holds: bits. */
typedef enum trujaman_unit_part {
  TRUJAMAN_PART_ID = 1,             /**< Its id. */
  TRUJAMAN_PART_FURTHER_TEXTS = 2,  /**< In other languages, or a second one in one of them. */
  TRUJAMAN_PART_CODES = 4,          /**< Inline codes. */
  TRUJAMAN_PART_NOTES = 8,          /**< Its notes. */
  TRUJAMAN_PART_VARIANT_NOTES = 16, /**< Notes about one of the texts. */
  TRUJAMAN_PART_PROPERTIES = 32,    /**< Properties. */
  TRUJAMAN_PART_HISTORY = 64,       /**< Who made, changed or used it, and when. */
  TRUJAMAN_PART_OCCURRENCES = 128,  /**< Places in documents. */
  TRUJAMAN_PART_CONFIDENCE = 256,   /**< The aligner's confidence. */
  TRUJAMAN_PART_ATTRIBUTES = 512    /**< Further XML attributes. */
} trujaman_unit_part;

/** A part in English, "inline codes" say; NULL for what is none. Lives as long as the program;
 * leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_unit_part_name(trujaman_unit_part part);

/**
 * What of a unit a file of a format does not hold, so that nothing is left out unsaid.
 * @param unit Required.
 * @param format A format that is written.
 * @param languages Those that are written.
 * @param language_count How many.
 * @param[out] parts ::trujaman_unit_part bits.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_left_out(const trujaman_unit* unit,
                                                      trujaman_format format,
                                                      const char* const* languages,
                                                      size_t language_count, uint32_t* parts);

TRUJAMAN_C_END

#endif
