#include <memory>

#include <trujaman/analysis.hpp>
#include <trujaman/c/analyse.h>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using namespace trujaman;

struct trujaman_analyser {
  std::shared_ptr<const Memory> memory;  // outlives the analyser
  Analyser analyser;
};

namespace {

static_assert(kMatchBands <= TRUJAMAN_BANDS);

trujaman_volume to_c(const Volume& volume) {
  return {volume.segments, volume.words, volume.characters};
}

}  // namespace

const char* trujaman_match_band_name(trujaman_match_band band) {
  return static_cast<unsigned>(band) < kMatchBands ? to_string(static_cast<MatchBand>(band)).data()
                                                   : nullptr;
}

trujaman_status trujaman_analyser_new(const trujaman_memory* memory, const char* source,
                                      const char* target, trujaman_analyser** analyser) {
  return capi::give(analyser, "analyser", [&] {
    const std::shared_ptr<Memory>& from = capi::need(memory, "memory").memory;
    return std::unique_ptr<trujaman_analyser>(
        new trujaman_analyser{from, Analyser(*from, capi::languages(source, target))});
  });
}

trujaman_status trujaman_analyser_analyse(trujaman_analyser* analyser,
                                          const trujaman_segments* segments,
                                          trujaman_progress progress, void* user,
                                          trujaman_leverage* leverage) {
  return capi::put(leverage, "leverage", [&] {
    Analyser& from = capi::need(analyser, "analyser").analyser;
    const Leverage found =
        from.analyse(*capi::need(segments, "segments").segmented, capi::progress(progress, user));
    trujaman_leverage out{};
    for (std::size_t i = 0; i < kMatchBands; ++i) out.bands[i] = to_c(found.bands[i]);
    out.total = to_c(found.total());
    return out;
  });
}

void trujaman_analyser_free(trujaman_analyser* analyser) {
  delete analyser;
}
