/// The values of enumerations are the same on both sides of the border.
#include <trujaman/trujaman.h>
#include <trujaman/trujaman.hpp>

namespace trujaman {
namespace {

template <class Cpp, class C>
constexpr bool same(Cpp cpp, C c) {
  return static_cast<long>(cpp) == static_cast<long>(c);
}

static_assert(same(Errc::InvalidArgument, TRUJAMAN_INVALID_ARGUMENT));
static_assert(same(Errc::Io, TRUJAMAN_IO));
static_assert(same(Errc::Malformed, TRUJAMAN_MALFORMED));
static_assert(same(Errc::Unsupported, TRUJAMAN_UNSUPPORTED));
static_assert(same(Errc::Busy, TRUJAMAN_BUSY));
static_assert(same(Errc::Internal, TRUJAMAN_INTERNAL));
static_assert(same(Errc::Cancelled, TRUJAMAN_CANCELLED));
static_assert(same(Errc::Storage, TRUJAMAN_STORAGE));
static_assert(same(Severity::Note, TRUJAMAN_NOTE));
static_assert(same(Severity::Defect, TRUJAMAN_DEFECT));
static_assert(same(CodeKind::Bpt, TRUJAMAN_CODE_BPT));
static_assert(same(CodeKind::Ut, TRUJAMAN_CODE_UT));
static_assert(same(Memory::Mode::ReadOnly, TRUJAMAN_READ_ONLY));
static_assert(same(Memory::Mode::Create, TRUJAMAN_CREATE));
static_assert(same(OnConflict::Keep, TRUJAMAN_CONFLICT_KEEP));
static_assert(same(OnConflict::Replace, TRUJAMAN_CONFLICT_REPLACE));
static_assert(same(MemoryWriter::Outcome::Added, TRUJAMAN_OUTCOME_ADDED));
static_assert(same(MemoryWriter::Outcome::Merged, TRUJAMAN_OUTCOME_MERGED));
static_assert(same(MemoryWriter::Outcome::Skipped, TRUJAMAN_OUTCOME_SKIPPED));
static_assert(same(MemoryWriter::Outcome::Replaced, TRUJAMAN_OUTCOME_REPLACED));
static_assert(same(MemoryWriter::Outcome::Kept, TRUJAMAN_OUTCOME_KEPT));
static_assert(same(Penalty::Kind::Case, TRUJAMAN_PENALTY_CASE));
static_assert(same(Penalty::Kind::Confidence, TRUJAMAN_PENALTY_CONFIDENCE));
static_assert(same(MatchKind::Context, TRUJAMAN_MATCH_CONTEXT));
static_assert(same(MatchKind::Exact, TRUJAMAN_MATCH_EXACT));
static_assert(same(MatchKind::Fuzzy, TRUJAMAN_MATCH_FUZZY));
static_assert(same(ConcordanceOptions::Syntax::Wildcards, TRUJAMAN_SYNTAX_WILDCARDS));
static_assert(same(ConcordanceOptions::Syntax::Regex, TRUJAMAN_SYNTAX_REGEX));
static_assert(same(ConcordanceOptions::Order::Best, TRUJAMAN_ORDER_BEST));
static_assert(same(TermStatus::Preferred, TRUJAMAN_TERM_PREFERRED));
static_assert(same(TermStatus::Deprecated, TRUJAMAN_TERM_DEPRECATED));
static_assert(same(TermMatch::Kind::Exact, TRUJAMAN_TERM_EXACT));
static_assert(same(TermMatch::Kind::Inflected, TRUJAMAN_TERM_INFLECTED));
static_assert(same(TermMatch::Kind::Part, TRUJAMAN_TERM_PART));
static_assert(same(MergePreference::None, TRUJAMAN_PREFER_NONE));
static_assert(same(MergePreference::Second, TRUJAMAN_PREFER_SECOND));
static_assert(same(BlockKind::Paragraph, TRUJAMAN_PARAGRAPH));
static_assert(same(BlockKind::Footnote, TRUJAMAN_FOOTNOTE));
static_assert(same(1U << static_cast<unsigned>(Repair::PageBreakJoined),
                   TRUJAMAN_PAGE_BREAK_JOINED));
static_assert(same(1U << static_cast<unsigned>(Repair::FurnitureRemoved),
                   TRUJAMAN_FURNITURE_REMOVED));
static_assert(same(SrxUse::Replace, TRUJAMAN_SRX_REPLACE));
static_assert(same(SrxUse::Extend, TRUJAMAN_SRX_EXTEND));
static_assert(same(XliffVersion::V1_2, TRUJAMAN_XLIFF_1_2));
static_assert(same(XliffVersion::V2_0, TRUJAMAN_XLIFF_2_0));
static_assert(same(1U << static_cast<unsigned>(UnitPart::Id), TRUJAMAN_PART_ID));
static_assert(same(1U << static_cast<unsigned>(UnitPart::Attributes), TRUJAMAN_PART_ATTRIBUTES));
static_assert(same(UnitRelation::Unrelated, TRUJAMAN_RELATION_NONE));
static_assert(same(UnitRelation::Holds, TRUJAMAN_RELATION_HOLDS));
static_assert(same(UnitRelation::Contradicts, TRUJAMAN_RELATION_CONTRADICTS));
static_assert(same(UnitDifference::Kind::Removed, TRUJAMAN_REMOVED));
static_assert(same(UnitDifference::Kind::Added, TRUJAMAN_ADDED));
static_assert(same(UnitDifference::Kind::Changed, TRUJAMAN_CHANGED));
static_assert(same(CheckRule::Empty, TRUJAMAN_CHECK_EMPTY));
static_assert(same(CheckRule::Inconsistent, TRUJAMAN_CHECK_INCONSISTENT));
static_assert(same(CheckRule::FinalPunctuation, TRUJAMAN_CHECK_FINAL_PUNCTUATION));
static_assert(same(CleanRule::Empty, TRUJAMAN_CLEAN_EMPTY));
static_assert(same(CleanRule::NearDuplicate, TRUJAMAN_CLEAN_NEAR_DUPLICATE));
static_assert(same(TermCandidate::Novelty::Known, TRUJAMAN_NOVELTY_KNOWN));
static_assert(same(MatchBand::Context, TRUJAMAN_BAND_CONTEXT));
static_assert(same(MatchBand::CrossFile, TRUJAMAN_BAND_CROSS_FILE));
static_assert(same(MatchBand::New, TRUJAMAN_BAND_NEW));

}  // namespace
}  // namespace trujaman
