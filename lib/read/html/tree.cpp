#include "read/html/tree.hpp"

#include <algorithm>
#include <chrono>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "read/html/nesting.hpp"

namespace trujaman::read {
namespace {

using Clock = std::chrono::steady_clock;

/// Larger pages are no reports; gumbo counts in unsigned int.
constexpr std::size_t kLargest = std::size_t{64} << 20;
/// What a tree may take: marked-up prose takes some 10 bytes for each of its own. Elements that are
/// misnested without end multiply.
constexpr std::size_t kLeastMemory = std::size_t{64} << 20;
constexpr std::size_t kMemoryPerByte = 64;
/// What parsing may take: some 20 ms a MiB are usual. Gumbo looks through all open elements at each
/// tag.
constexpr std::chrono::seconds kLeastTime{10};
constexpr std::chrono::seconds kTimePerMiB{1};

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::size_t kAligned = alignof(std::max_align_t);

}  // namespace

/// The memory of one tree, given back as a whole: gumbo's own destructor recurses as deep as the
/// tree is. Where a limit is reached it leaves gumbo, which does not expect to be refused memory,
/// by longjmp: there are only C's functions between, with nothing to destroy.
struct HtmlTree::Arena {
  struct Chunk {
    alignas(kAligned) Chunk* next;
  };

  Arena(std::size_t memory, Clock::duration time) : left(memory), end(Clock::now() + time) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    while (chunks != nullptr) std::free(std::exchange(chunks, chunks->next));
  }

  static void* allocate(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
  }
  static void release(void* /*arena*/, void* /*block*/) {}

  void* take(std::size_t size) {
    size = (size + kAligned - 1) / kAligned * kAligned;
    if (size > free_bytes) add_chunk(std::max(size, kChunk));
    char* out = free_begin;
    free_begin += size;
    free_bytes -= size;
    return out;
  }

  void add_chunk(std::size_t size) {
    const std::size_t whole = size + sizeof(Chunk);
    if (whole > left || Clock::now() > end) std::longjmp(leave, 1);
    void* memory = std::malloc(whole);
    if (memory == nullptr) std::longjmp(leave, 1);
    left -= whole;
    chunks = new (memory) Chunk{chunks};
    free_begin = static_cast<char*>(memory) + sizeof(Chunk);
    free_bytes = size;
  }

  /// Null when a limit was reached.
  const GumboOutput* parse(std::string_view text) {
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(leave) != 0) return nullptr;
    return gumbo_parse_with_options(&options, text.data(), text.size());
  }

  GumboOptions options = kGumboDefaultOptions;
  Chunk* chunks = nullptr;
  char* free_begin = nullptr;
  std::size_t free_bytes = 0;
  std::size_t left;
  Clock::time_point end;
  std::jmp_buf leave{};
};

HtmlTree::HtmlTree(std::string_view text, const std::string& name) {
  if (text.size() > kLargest) {
    throw Error(Errc::Malformed, message("is larger than 64 MiB; split it"), {name});
  }
  refuse_deep_nesting(text, name);
  const auto mib = static_cast<int>(text.size() >> 20);
  arena_ = std::make_unique<Arena>(kLeastMemory + kMemoryPerByte * text.size(),
                                   kLeastTime + kTimePerMiB * mib);
  const GumboOutput* output = arena_->parse(text);
  if (output == nullptr || output->root == nullptr) {
    throw Error(Errc::Malformed,
                message("has elements so tangled that reading it takes too much memory or time; "
                        "repair it with a program that checks HTML"),
                {name});
  }
  root_ = output->root;
}

HtmlTree::~HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;

}  // namespace trujaman::read
