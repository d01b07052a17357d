#include "cli/segmentation.hpp"

#include <filesystem>
#include <utility>

#include <trujaman/message.hpp>

#include "cli/status.hpp"

namespace trujaman::cli {

CLI::Option* add_segmentation_options(CLI::App& command, SegmentationArguments& args) {
  CLI::Option* srx = command
                         .add_option("--srx", args.srx,
                                     message("Segment by the rules of this SRX file, not by ours"))
                         ->type_name("FILE");
  command
      .add_flag("--srx-extend", args.extend,
                message("Our rules decide where none of the file matches"))
      ->needs(srx);
  return srx;
}

Segmenter make_segmenter(const LanguageTag& language, const SegmentationArguments& args) {
  SegmenterOptions options;
  if (!args.srx.empty()) {
    SrxRules rules{std::filesystem::path(args.srx)};
    if (!rules.has_rules_for(language)) {
      print_warning({Severity::Warning,
                     args.extend ? message("has no rules for {1}", language.str())
                                 : message("has no rules for {1}; each block becomes one segment",
                                           language.str()),
                     {.source = args.srx}});
    }
    options.srx = std::move(rules);
    options.srx_use = args.extend ? SrxUse::Extend : SrxUse::Replace;
  }
  return Segmenter(language, options);
}

}  // namespace trujaman::cli
