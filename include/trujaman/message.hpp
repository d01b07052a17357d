/// @file
/// The language in which the library speaks to people: the messages of Error and Diagnostic, what
/// findings say. It comes with Spanish and French besides English.
///
/// A message is written in English, which is also its name in the catalogues (GNU gettext). Names
/// of rules, keys and values in files are no messages: they are the same in every language.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <trujaman/export.hpp>
#include <trujaman/language.hpp>

namespace trujaman::inline v0 {

/// Sets the language of all messages that are made from now on, in every thread of the process;
/// "en" at the start. Where there is no catalogue for es-MX, that for es serves; where there is
/// none either, English. The global std::locale is left as it is. Any thread may call it.
TRUJAMAN_API void set_message_language(const LanguageTag& language);

/// The language that messages come in: that of the catalogue in use, so "es" after
/// set_message_language(es-MX), and "en" when there is none for what was wanted.
[[nodiscard]] TRUJAMAN_API LanguageTag message_language();

/// Adds messages in @p language, for programs that bring their own, or know better than ours: what
/// is added later comes first. @p catalogue holds the bytes of a GNU .mo file, which are copied;
/// its encoding may be any. It stays for the life of the process. Any thread may call it.
/// @throws Error{Malformed} when the bytes are no such file.
TRUJAMAN_API void add_message_catalogue(const LanguageTag& language, std::string_view catalogue);

/// What stands for {1}, {2}, … in a message: a text (UTF-8) or a whole number, which become one by
/// themselves.
class MessageArgument {
 public:
  MessageArgument(std::string_view text) : text_(text) {}          ///< The text.
  MessageArgument(const std::string& text) : text_(text) {}        ///< The text.
  MessageArgument(std::string&& text) : text_(std::move(text)) {}  ///< The text.
  MessageArgument(const char* text) : text_(text) {}               ///< The text.
  MessageArgument(char character) : text_(1, character) {}         ///< One character (ASCII).
  template <std::integral Number>
  MessageArgument(Number number) : text_(std::to_string(number)) {}  ///< Its decimal digits.

  /// What is put into the message.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

/// The message @p id in the language of messages, with {1}, {2}, … replaced by @p arguments;
/// @p id itself when no catalogue has it. Braces round anything else stand for themselves.
[[nodiscard]] TRUJAMAN_API std::string format_message(std::string_view id,
                                                      std::span<const MessageArgument> arguments);

/// The same, of a message that counts: @p one is its English form for 1, @p many for other numbers
/// @p n. Languages have forms and rules of their own, which their catalogues tell.
[[nodiscard]] TRUJAMAN_API std::string format_message(std::string_view one, std::string_view many,
                                                      std::size_t n,
                                                      std::span<const MessageArgument> arguments);

/// format_message with the arguments one by one: message("no such file {1}", name).
template <class... Arguments>
[[nodiscard]] std::string message(std::string_view id, Arguments&&... arguments) {
  const std::array<MessageArgument, sizeof...(Arguments)> all{
      MessageArgument(std::forward<Arguments>(arguments))...};
  return format_message(id, all);
}

/// A message that counts; {1} is @p n, @p arguments follow from {2} on:
/// counted("{1} unit of {2}", "{1} units of {2}", n, name).
template <class... Arguments>
[[nodiscard]] std::string counted(std::string_view one, std::string_view many, std::size_t n,
                                  Arguments&&... arguments) {
  const std::array<MessageArgument, 1 + sizeof...(Arguments)> all{
      MessageArgument(n), MessageArgument(std::forward<Arguments>(arguments))...};
  return format_message(one, many, n, all);
}

/// Marks a message in a table of constants; message(id) gives it in words later.
[[nodiscard]] constexpr std::string_view message_id(std::string_view id) noexcept {
  return id;
}

}  // namespace trujaman::inline v0
