#include "capi/vectors.hpp"

#include <algorithm>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using namespace trujaman;

namespace {

std::unique_ptr<trujaman_vectors> make_vectors(SentenceVectors vectors) {
  return std::unique_ptr<trujaman_vectors>(new trujaman_vectors{std::move(vectors)});
}

}  // namespace

trujaman_status trujaman_vectors_new(const float* rows, size_t count, size_t dimension,
                                     trujaman_vectors** vectors) {
  return capi::give(vectors, "vectors", [&] {
    capi::need_array(rows, count, "rows");
    return make_vectors(SentenceVectors(std::span<const float>(rows, count), dimension));
  });
}

trujaman_status trujaman_vectors_read(const char* path, const trujaman_segments* segments,
                                      const char* lines, trujaman_vectors** vectors) {
  return capi::give(vectors, "vectors", [&] {
    return make_vectors(read_sentence_vectors(capi::need_path(path, "path"),
                                              *capi::need(segments, "segments").segmented,
                                              lines == nullptr ? "" : lines));
  });
}

size_t trujaman_vectors_size(const trujaman_vectors* vectors) {
  return capi::size_of(vectors, "vectors", [](const auto& v) { return v.vectors.size(); });
}

size_t trujaman_vectors_dimension(const trujaman_vectors* vectors) {
  return capi::size_of(vectors, "vectors", [](const auto& v) { return v.vectors.dimension(); });
}

size_t trujaman_vectors_missing(const trujaman_vectors* vectors) {
  return capi::size_of(vectors, "vectors", [](const auto& v) { return v.vectors.missing(); });
}

trujaman_status trujaman_vectors_get(const trujaman_vectors* vectors, trujaman_range segments,
                                     float* vector, size_t size) {
  return capi::guard([&] {
    const SentenceVectors& from = capi::need(vectors, "vectors").vectors;
    capi::need(vector, "vector");
    if (size < from.dimension()) {
      throw Error(Errc::InvalidArgument, "there is room for " + std::to_string(size) +
                                             " numbers, and a vector has " +
                                             std::to_string(from.dimension()));
    }
    std::ranges::copy(from.vector({segments.begin, segments.end}), vector);
  });
}

trujaman_status trujaman_vectors_recognised(const trujaman_vectors* source,
                                            const trujaman_vectors* target, double* share) {
  return capi::put(share, "share", [&] {
    return VectorScorer(capi::need(source, "source").vectors, capi::need(target, "target").vectors)
        .recognised();
  });
}

void trujaman_vectors_free(trujaman_vectors* vectors) {
  delete vectors;
}
