/// split: several files of units of one.
#include <algorithm>
#include <deque>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/unit_filter.hpp>
#include <trujaman/unit_pool.hpp>

#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/part_name.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_input.hpp"
#include "cli/unit_output.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

/// More files than anyone can want: a property that every unit has its own value of.
constexpr std::size_t most_parts = 10'000;
/// Files that are open at a time.
constexpr std::size_t most_open = 64;

struct Arguments {
  std::string file;
  InputArguments input;
  std::string where;  ///< A folder, or a name with {} in it.
  std::size_t units = 0;
  std::size_t parts = 0;
  std::vector<std::string> by;  ///< A kind, and for "property" its type.
  OutputArguments output;
  bool force = false;
  bool json = false;
};

/// A name with the part's own in the place of {}.
struct Pattern {
  std::string before;
  std::string after;
  fs::path folder;  ///< To be made; empty where the name is in one that has to be there.
};

/// The ending that a part gets where the user gave a folder.
std::string ending_for(const Arguments& args) {
  if (!args.output.format.empty()) return "." + args.output.format;
  const std::string own = fs::path(args.file).extension().string();
  if (args.file == "-" || !args.input.format.empty()) {
    return "." + (args.input.format.empty() ? std::string("tmx") : args.input.format);
  }
  return own == ".pot" ? ".po" : own;
}

Pattern pattern_of(const Arguments& args) {
  const std::size_t at = args.where.rfind("{}");
  if (at != std::string::npos) {
    if (args.where.find('/', at) != std::string::npos) {
      throw UsageError(message("-o: {} stands in the name of the file, not of a folder"));
    }
    return {args.where.substr(0, at), args.where.substr(at + 2), {}};
  }
  const fs::path folder(args.where);
  if (!folder.has_filename() || fs::is_directory(folder) || folder.extension().empty()) {
    std::string stem = args.by.empty() ? fs::path(args.file).stem().string() + "-" : "";
    if (stem == "--") stem = "part-";  // standard input
    return {(folder / stem).string(), ending_for(args), folder};
  }
  throw UsageError(message(
      "-o wants a folder (a new one ends in /), or a name with {} in it, like part-{}.tmx"));
}

/// 7 as 007: the names of up to a thousand files sort as their numbers do.
std::string numbered(std::size_t n) {
  const std::string digits = std::to_string(n);
  return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

/// The languages of a unit, the source's first: es_en_fr.
std::string languages_of(const TranslationUnit& unit) {
  const Variant* source = source_of(unit);
  std::vector<std::string> others;
  for (const Variant& v : unit.variants) {
    if (source == nullptr || v.language != source->language) others.push_back(v.language.str());
  }
  std::ranges::sort(others);
  const auto [same, end] = std::ranges::unique(others);
  others.erase(same, end);
  std::string out = source == nullptr ? "" : source->language.str();
  for (const std::string& language : others) out += (out.empty() ? "" : "_") + language;
  return out;
}

std::string property_of(const TranslationUnit& unit, const std::string& type) {
  const auto value_among = [&](const std::vector<Property>& properties) {
    const auto found = std::ranges::find(properties, type, &Property::type);
    return found == properties.end() ? std::string() : found->value;
  };
  std::string value = value_among(unit.properties);
  for (const Variant& v : unit.variants) {
    if (value.empty()) value = value_among(v.properties);
  }
  return value;
}

/// What tells a unit's part from the others; empty when it says nothing about it.
std::string group_of(const TranslationUnit& unit, const std::vector<std::string>& by) {
  if (by.front() == "language-pair") return languages_of(unit);
  if (by.front() == "property") return property_of(unit, by.back());
  return unit.occurrences.empty() ? std::string() : unit.occurrences.front().document;
}

/// The files that are written. All are put in their places at the end, or none.
class Parts {
 public:
  explicit Parts(const Arguments& args) : args_(&args), pattern_(pattern_of(args)) {
    if (args.output.dry_run || pattern_.folder.empty() || fs::exists(pattern_.folder)) return;
    std::error_code error;
    // With a slash at its end, a path to a new folder counts as having one more, empty name.
    fs::path folder =
        pattern_.folder.has_filename() ? pattern_.folder : pattern_.folder.parent_path();
    fs::create_directory(folder, error);
    if (error) {
      throw Error(Errc::Io,
                  message("cannot be made: {1}; check its name", message(error.message())),
                  {.source = folder.string()});
    }
    made_folder_ = folder;
  }
  ~Parts() {
    parts_.clear();
    std::error_code ignored;
    if (!done_ && made_folder_) fs::remove(*made_folder_, ignored);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  [[nodiscard]] std::size_t size() const noexcept { return parts_.size(); }

  /// Whether the languages are to be known before the first part.
  [[nodiscard]] bool want_languages() const {
    OutputArguments output = args_->output;
    output.path = pattern_.before + "1" + pattern_.after;
    return wants_languages(output);
  }
  /// Of the file that is split; each part has it.
  [[nodiscard]] FileHeader& header() noexcept { return header_; }
  void set_languages(std::vector<LanguageTag> languages) { languages_ = std::move(languages); }

  /// Begins a part. @throws Error{Io} when its file is there already.
  std::size_t add(const std::string& name) {
    if (parts_.size() == most_parts) {
      throw UsageError(
          message("more than {1} parts; split by something that units have in common", most_parts));
    }
    OutputArguments output = args_->output;
    output.known_languages = languages_;
    output.path = pattern_.before + names_.take(safe_file_name(name)) + pattern_.after;
    if (!args_->force && fs::exists(output.path)) {
      throw Error(Errc::Io, message("is there already; nothing is written; --force replaces it"),
                  {.source = output.path});
    }
    parts_.push_back({output, UnitOutput(output)});
    parts_.back().output.follow(header_);
    use(parts_.size() - 1);
    return parts_.size() - 1;
  }

  void write(std::size_t part, const TranslationUnit& unit) {
    use(part);
    parts_[part].output.write(unit);
  }

  /// Writes everything out, then puts all files in their places.
  void publish() {
    for (Part& part : parts_) {
      stop_if_interrupted();
      part.output.finish();
    }
    for (Part& part : parts_) part.output.publish();
    done_ = true;
  }

  void print(bool json) const {
    for (const Part& part : parts_) {
      const UnitOutput& output = part.output;
      if (json) {
        print_json({{"file", part.args.path},
                    {"units", output.written()},
                    {"left_out", output.left_out()},
                    {"lost", losses_json(output)},
                    {"dry_run", part.args.dry_run}});
      } else {
        print_losses(part.args.path, output);
        print_line(account_of(part.args, output.written(), output.left_out()));
      }
    }
  }

 private:
  struct Part {
    OutputArguments args;
    UnitOutput output;
  };

  /// Keeps no more than a few files open: those used last.
  void use(std::size_t part) {
    const auto open = std::ranges::find(open_, part);
    if (open != open_.end()) open_.erase(open);
    open_.push_front(part);
    if (open_.size() <= most_open) return;
    parts_[open_.back()].output.suspend();
    open_.pop_back();
  }

  const Arguments* args_;
  Pattern pattern_;
  UniqueNames names_;
  std::vector<LanguageTag> languages_;
  FileHeader header_;
  std::deque<Part> parts_;
  std::list<std::size_t> open_;  ///< The one used last first.
  std::optional<fs::path> made_folder_;
  bool done_ = false;
};

/// Reads the file and gives each unit to @p put; where @p parts want to know the languages first,
/// all units are read before.
void read(const Arguments& args, Parts& parts, Warnings& warnings,
          const std::function<void(const TranslationUnit&)>& put) {
  InputArguments input = args.input;
  input.from = args.output.from;
  if (args.output.to.size() == 1) input.to = args.output.to.front();
  const auto read_all = [&](const std::function<void(const TranslationUnit&)>& take) {
    read_unit_file(
        args.file, input, [&](TranslationUnit&& unit, const Location& /*where*/) { take(unit); },
        warnings, &parts.header());
  };
  if (!parts.want_languages()) return read_all(put);
  UnitPool pool;
  std::vector<LanguageTag> languages;
  read_all([&](const TranslationUnit& unit) {
    add_languages_of(unit, languages);
    pool.add(unit);
  });
  for (const LanguageTag& named :
       {parts.header().languages.source, parts.header().languages.target}) {
    const auto is_it = [&](const LanguageTag& known) { return known.matches(named); };
    if (!named.undetermined() && std::ranges::none_of(languages, is_it)) languages.push_back(named);
  }
  parts.set_languages(std::move(languages));
  for (std::size_t n = 0; n < pool.size(); ++n) {
    stop_if_interrupted();
    put(pool.get(n).unit);
  }
}

void split_by_count(const Arguments& args, Parts& parts, Warnings& warnings) {
  std::size_t units = 0;
  read(args, parts, warnings, [&](const TranslationUnit& unit) {
    if (units++ % args.units == 0) parts.add(numbered(parts.size() + 1));
    parts.write(parts.size() - 1, unit);
  });
}

/// Parts in a row, of which none has two units more than another.
void split_in_parts(const Arguments& args, Parts& parts, Warnings& warnings) {
  UnitPool pool;
  read(args, parts, warnings, [&](const TranslationUnit& unit) { pool.add(unit); });
  std::size_t next = 0;
  for (std::size_t part = 0; part < args.parts; ++part) {
    const std::size_t number = parts.add(numbered(part + 1));
    const std::size_t end = (part + 1) * pool.size() / args.parts;
    for (; next < end; ++next) parts.write(number, pool.get(next).unit);
    stop_if_interrupted();
  }
}

void split_by_group(const Arguments& args, Parts& parts, Warnings& warnings) {
  std::unordered_map<std::string, std::size_t> numbers;
  read(args, parts, warnings, [&](const TranslationUnit& unit) {
    std::string group = group_of(unit, args.by);
    auto known = numbers.find(group);
    if (known == numbers.end()) {
      const std::string name = group.empty() ? "without-" + args.by.back() : group;
      known = numbers.emplace(std::move(group), parts.add(name)).first;
    }
    parts.write(known->second, unit);
  });
}

void check(const Arguments& args) {
  const int ways = int{args.units != 0} + int{args.parts != 0} + int{!args.by.empty()};
  if (ways != 1) throw UsageError(message("one of --units, --parts and --by says how to split"));
  if (args.by.empty()) return;
  constexpr const char* kinds[] = {"document", "language-pair", "property"};
  if (std::ranges::find(kinds, args.by.front()) == std::ranges::end(kinds)) {
    throw UsageError(
        message("--by: '{1}' is none of document, language-pair, property", args.by.front()));
  }
  if ((args.by.front() == "property") != (args.by.size() == 2)) {
    throw UsageError(message("--by property wants a type behind it, the others do not"));
  }
}

Status run(const Arguments& args) {
  check(args);
  Parts parts(args);
  Warnings warnings(false);  // JSON has an object a file
  if (args.units != 0) {
    split_by_count(args, parts, warnings);
  } else if (args.parts != 0) {
    split_in_parts(args, parts, warnings);
  } else {
    split_by_group(args, parts, warnings);
  }
  parts.publish();
  warnings.finish();
  parts.print(args.json);
  return Status::Done;
}

}  // namespace

void add_split(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("split", message("Make several files of units of one"));
  command
      ->add_option("IN", args->file,
                   message("tmx, xliff, po, tsv, csv or xlsx; - is standard input"))
      ->required()
      ->type_name("IN");
  command
      ->add_option("-o,--output", args->where,
                   message("A folder, or a name with {} for the part's: parts/water-{}.tmx"))
      ->required()
      ->type_name("DIR|NAME");
  command->add_option("--units", args->units, message("So many units a file"))
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->add_option("--parts", args->parts, message("So many files, as equal as can be"))
      ->check(CLI::Range(std::size_t{1}, most_parts))
      ->type_name("N");
  command
      ->add_option(
          "--by", args->by,
          message("A file for each document, language-pair, or property TYPE (its values)"))
      ->expected(1, 2)
      ->type_name("KIND");
  command->add_flag("--force", args->force, message("Replace files that are there already"));
  add_input_format_option(*command, args->input);
  add_output_options(*command, args->output);
  add_json_option(*command, args->json);
  command->footer(with_example(message("Each unit goes into one file: with several documents or "
                                       "values, the first one's. A unit in\n"
                                       "three languages is of none of their pairs and gets a file "
                                       "es_en_fr. All files are there in\n"
                                       "the end, or none."),
                               "trujaman split all.tmx -o parts/ --by document"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli
