#include "exchange/source.hpp"

#include <algorithm>
#include <istream>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"

namespace trujaman::exchange {
namespace {

using namespace std::string_view_literals;

/// Value of encoding="…" in the XML declaration at the start of @p head; empty without one.
std::string_view declared_encoding(std::string_view head) {
  if (!head.starts_with("<?xml")) return {};
  const std::string_view declaration = head.substr(0, head.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return {};
  return declaration.substr(at + 1, end - at - 1);
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = base::ascii_upper(c);
  return out;
}

}  // namespace

Encoding encoding_of_text(std::string_view head) {
  const base::ByteOrderMark mark = base::find_byte_order_mark(head);
  if (mark.encoding == nullptr || mark.encoding == "UTF-8"sv) return {{}, mark.size};
  return {mark.encoding, mark.size};
}

Encoding encoding_of_xml(std::string_view head) {
  if (base::find_byte_order_mark(head).encoding != nullptr) return encoding_of_text(head);
  if (head.starts_with("<\0\0\0"sv)) return {"UTF-32LE", 0};
  if (head.starts_with("\0\0\0<"sv)) return {"UTF-32BE", 0};
  if (head.starts_with("<\0"sv)) return {"UTF-16LE", 0};
  if (head.starts_with("\0<"sv)) return {"UTF-16BE", 0};
  const std::string declared = upper(declared_encoding(head));
  // The declaration could not be read here if it named a wide encoding and were right: such files
  // were converted to UTF-8 by a tool that left it alone.
  for (const std::string_view wide : {"UTF-16", "UTF-32", "UCS-", "ISO-10646", "UTF-8", "UTF8"}) {
    if (declared.starts_with(wide)) return {};
  }
  return {declared, 0};
}

Utf8Source::Utf8Source(std::istream& in, std::string name, Detect detect, std::size_t piece)
    : in_(&in), name_(std::move(name)), detect_(detect), piece_(piece) {}

std::string_view Utf8Source::next_bytes() {
  buffer_.resize(piece_);
  in_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  const auto n = static_cast<std::size_t>(in_->gcount());
  if (in_->bad())
    throw Error(Errc::Io, message("cannot be read to its end; check the disk"), {name_});
  ended_ = n < piece_;
  return std::string_view(buffer_).substr(0, n);
}

void Utf8Source::start(std::string_view& bytes) {
  started_ = true;
  const Encoding encoding = detect_(bytes);
  bytes.remove_prefix(encoding.skip);
  if (encoding.name.empty()) return;
  encoding_ = encoding.name;
  try {
    decoder_.emplace(encoding.name);
  } catch (const Error&) {
    throw Error(Errc::Unsupported,
                message("is in an encoding not known here, \"{1}\"; convert it to UTF-8",
                        encoding.name.substr(0, 40)),
                {name_, 1});
  }
}

bool Utf8Source::read(std::string& piece) {
  piece.clear();
  while (piece.empty() && !ended_ && !bad_) {
    std::string_view bytes = next_bytes();
    if (!started_) start(bytes);
    if (!decoder_) {
      piece.assign(bytes);
      continue;
    }
    bad_ = !decoder_->decode(bytes, false, piece);
    cut_ = ended_ && !bad_ && !decoder_->decode("", true, piece);
    line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
  }
  if (piece.empty() && bad_) {
    throw Error(Errc::Malformed,
                message("has bytes that are not {1}; declare its encoding as it is", encoding_),
                {name_, line_});
  }
  if (piece.empty() && cut_) {
    throw Error(Errc::Malformed, message("breaks off inside a character; get the file anew"),
                {name_, line_});
  }
  return !piece.empty();
}

}  // namespace trujaman::exchange
