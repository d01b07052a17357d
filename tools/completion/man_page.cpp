#include "completion/man_page.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <trujaman/export.hpp>

#include "cli/shared_files.hpp"
#include "completion/completion.hpp"

namespace trujaman::cli {
namespace {

/// The code point at @p i of @p text (valid UTF-8), which moves behind it.
std::uint32_t take_code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&] { return static_cast<unsigned char>(text[i++]); };
  const unsigned char first = byte();
  if (first < 0x80) return first;
  int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  std::uint32_t point = first & (0x3FU >> more);
  for (; more > 0 && i < text.size(); --more) point = (point << 6U) | (byte() & 0x3FU);
  return point;
}

std::string hex(std::uint32_t point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (int shift = point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    out += digits[(point >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return out;
}

/// @p text with what roff would take for its own escaped, and other than ASCII by its number.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool line_begins = out.empty() || out.back() == '\n';
    const std::uint32_t point = take_code_point(text, i);
    const char c = static_cast<char>(point);
    if (point >= 0x80) {
      out += "\\[u" + hex(point) + ']';
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else if (c == '^') {
      out += "\\(ha";
    } else if (c == '~') {
      out += "\\(ti";
    } else if (c == '.' && line_begins) {
      out += "\\&.";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) {
  return "\\fB" + roff(text) + "\\fR";
}

std::string italic(std::string_view text) {
  return "\\fI" + roff(text) + "\\fR";
}

std::string paragraph(std::string_view text) {
  return ".PP\n" + roff(text) + "\n";
}

/// Lines as they are.
std::string literal(std::string_view lines) {
  return ".PP\n.RS 4\n.nf\n" + roff(lines) + "\n.fi\n.RE\n";
}

std::string entry(const std::string& head, std::string_view text) {
  return ".TP\n" + head + "\n" + roff(text) + "\n";
}

/// A help text: paragraphs with blank lines between, lines that begin with blanks are literal.
std::string prose(std::string_view text) {
  std::string out;
  std::string filled;
  std::string kept;
  const auto flush = [&] {
    if (!filled.empty()) out += paragraph(filled);
    if (!kept.empty()) out += literal(kept);
    filled.clear();
    kept.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool literal_line = line.starts_with("  ");
    if (line.empty() || (literal_line ? !filled.empty() : !kept.empty())) flush();
    if (line.empty()) continue;
    std::string& to = literal_line ? kept : filled;
    if (!to.empty()) to += '\n';
    to += literal_line ? line.substr(2) : line;
  }
  flush();
  return out;
}

std::string option_entry(const OptionInfo& option) {
  std::string head;
  for (const std::string& name : option.names) {
    head += (head.empty() ? "" : ", ") + bold(name);
  }
  if (!option.value.empty()) head += " " + italic(option.value);
  std::string text = option.description;
  if (!text.ends_with('.')) text += '.';
  if (!option.values.empty() && option.value.find('|') == std::string::npos) {
    text += " Values: " + joined(option.values, ", ") + ".";
  }
  if (!option.fallback.empty()) text += " Default: " + option.fallback + ".";
  if (!option.environment.empty()) text += " Without it, " + option.environment + " counts.";
  if (option.required) text += " Required.";
  return entry(head, text);
}

std::string command_section(const CommandInfo& command) {
  std::string usage = bold("trujaman " + command.path) + " [" + italic("OPTIONS") + "]";
  for (const OptionInfo& argument : command.arguments) {
    usage += argument.required ? " " + italic(argument.value) : " [" + italic(argument.value) + "]";
  }
  if (!command.commands.empty()) usage += " " + italic("COMMAND") + " ...";
  std::string out = ".SS " + roff("trujaman " + command.path) + "\n" + usage + "\n";
  out += paragraph(command.description + ".");
  for (const OptionInfo& argument : command.arguments) {
    out += entry(italic(argument.value), argument.description + ".");
  }
  for (const OptionInfo& option : command.options) {
    const bool is_help = std::ranges::find(option.names, "--help") != option.names.end();
    if (!is_help) out += option_entry(option);
  }
  return out + prose(command.footer);
}

struct Entry {
  std::string_view name;
  std::string_view text;
};

constexpr std::array statuses{
    Entry{"0", "Done."},
    Entry{"1", "The answer is \"none\": no match, no term; check has findings, diff differences."},
    Entry{"2", "Wrong usage."},
    Entry{"3", "An input cannot be read or is invalid, or an output cannot be written."},
    Entry{"4",
          "The memory cannot be used: locked, damaged, disk full, written by a newer version."},
    Entry{"130",
          "Interrupted (128 and the number of the signal); what was not finished is undone."},
};

constexpr std::array variables{
    Entry{"TRUJAMAN_MEMORY",
          "The memory of commands that need one and are given no --memory. align adds to a memory "
          "only when told to."},
    Entry{"NO_COLOR",
          "Where it is set and not empty, nothing is coloured. Nor is it where output "
          "is no terminal, or TERM is dumb."},
    Entry{"LC_ALL, LC_MESSAGES, LANG",
          "The language in which people are addressed, by the first of them that is set."},
    Entry{"TMPDIR", "The folder for temporary files; /tmp without it."},
    Entry{"PATH", "Where pdftotext is looked for, with which PDF is read."},
};

std::string shared_files() {
  std::string glossaries;
  for (const std::string& name : shipped_glossaries()) {
    glossaries += (glossaries.empty() ? "" : ", ") + name;
  }
  return entry(italic("FILE.tm"), "A memory: one SQLite file. Any name will do.") +
         entry(italic("share/trujaman/glossaries/"),
               "Below the prefix: the glossaries that come with the program, which --glossary "
               "finds by name: " +
                   glossaries + ".") +
         entry(italic("share/trujaman/demo/"), "The documents of trujaman demo.");
}

constexpr std::string_view examples =
    R"(A report and its translations become a memory:

  trujaman align informe.es.md report.en.md rapport.fr.md --memory my.tm

How was this sentence rendered, and this phrase?

  export TRUJAMAN_MEMORY=my.tm
  trujaman lookup --from es --to en 'No dejar a nadie atrás.'
  trujaman concordance --in fr --with es 'recrutement équitable'

The terms in a text, by a glossary that comes with the program:

  trujaman terms --glossary oim-iom --from es --to en,fr 'la trata de personas'

A new version of the report, filled with what the memory has:

  trujaman pretranslate --from es --to en informe-2024.docx -o report-2024.docx

All of it, on documents that come with the program:

  trujaman demo)";

std::string entries(std::span<const Entry> list) {
  std::string out;
  for (const Entry& one : list) out += entry(bold(one.name), one.text);
  return out;
}

}  // namespace

std::string man_page(std::span<const CommandInfo> commands) {
  std::string out = ".\\\" Written by \"trujaman manual\" from the program's own options.\n";
  out += ".TH TRUJAMAN 1 \"\" \"trujaman " TRUJAMAN_VERSION "\" \"User Commands\"\n.nh\n.ad l\n";
  out +=
      ".SH NAME\ntrujaman \\- align documents, keep a translation memory, look things up in it\n";
  out += ".SH SYNOPSIS\n" + bold("trujaman") + " " + italic("COMMAND") + " [" + italic("OPTIONS") +
         "] [" + italic("ARGUMENTS") + "]\n.br\n" + bold("trujaman") + " [" + italic("COMMAND") +
         "] " + bold("--help") + "\n.br\n" + bold("trujaman --version") + "\n";
  out += ".SH DESCRIPTION\n" +
         roff(
             "For people who translate institutional reports between Spanish, English and French: "
             "aligns a report with its translations sentence by sentence, keeps the pairs in a "
             "translation memory, and answers how a sentence, a phrase or a term was rendered "
             "before.") +
         "\n" +
         prose(
             "Results go to standard output; progress, warnings and errors to standard error. "
             "Where a file is named, - is standard input or output. Languages are BCP 47 tags; "
             "es matches es-ES and es-419. Text is UTF-8; documents may be in other encodings. "
             "A command that fails leaves every file as it was.") +
         ".SH COMMANDS\n";
  for (const CommandInfo& command : commands) {
    if (!command.path.empty()) out += command_section(command);
  }
  out += ".SH EXIT STATUS\n" + entries(statuses);
  out += ".SH ENVIRONMENT\n" + entries(variables);
  out += ".SH FILES\n" + shared_files();
  out += ".SH EXAMPLES\n" + prose(examples).substr(std::string_view(".PP\n").size());
  out += ".SH SEE ALSO\n.BR pdftotext (1),\n.BR sqlite3 (1)\n";
  return out;
}

}  // namespace trujaman::cli
