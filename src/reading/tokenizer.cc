// A run of non-blank characters is peeled from both ends, and what is left is cut at hyphens, dashes and clitics.
#include "reading/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "reading/abbreviations.h"
#include "reading/utf8.h"

namespace entente {

namespace {

constexpr size_t longest_token = 256;  // bytes; broken text is cut there

constexpr auto joining_prefixes = std::to_array<std::string_view>(
    {"e",     "non", "pre",   "anti",  "mid",    "re",      "post",  "co",    "over",  "pro",
     "multi", "ex",  "sub",   "semi",  "neo",    "counter", "intra", "inter", "micro", "macro",
     "un",    "de",  "ultra", "quasi", "pseudo", "socio",   "trans", "mega",  "mini"});

constexpr auto split_words = std::to_array<std::pair<std::string_view, size_t>>(
    {{"cannot", 3}, {"gonna", 3}, {"gotta", 3}, {"wanna", 3}, {"lemme", 3}, {"gimme", 3}});

bool is_apostrophe(uint32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2032;
}
bool is_dash(uint32_t c) {
  return c == 0x2014 || c == 0x2015 || c == 0x2013 || c == 0x2012 || c == 0x2212;
}
bool is_hyphen(uint32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}
bool is_word(uint32_t c) {
  return is_letter(c) || is_digit(c);
}

/// Characters that stand alone wherever they are.
bool is_single(uint32_t c) {
  static constexpr std::u32string_view ascii = U"\"()[]{}<>;!?,:*=|~^+%$";
  if (c < 0x80) return ascii.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
  return c == 0x2018 || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x201A || c == 0xAB || c == 0xBB ||
         c == 0x2022 || c == 0x2026 || c == 0xA3 || c == 0x20AC || c == 0xA5 || c == 0x3001 || c == 0x3002 || c == 0xB7;
}

/// Runs of one of these are one token: "...", "--", "?!".
bool runs_on(uint32_t a, uint32_t b) {
  const auto mark = [](uint32_t c) { return c == '!' || c == '?'; };
  return (a == b && (a == '.' || a == '-' || a == '*' || a == '=' || a == '_' || a == '~')) || (mark(a) && mark(b));
}

class ChunkCutter {
 public:
  ChunkCutter(std::string_view text, std::vector<Span>& out) : text_(text), out_(out) {}

  void cut(size_t begin, size_t end) {
    if (is_address(begin, end)) return cut_address(begin, end);
    while (begin < end) begin = next(begin, end);
  }

 private:
  [[nodiscard]] uint32_t at(size_t i, size_t end) const { return i < end ? codepoint_at(text_, i).value : 0; }
  [[nodiscard]] uint32_t before(size_t i, size_t begin) const {
    return i > begin ? codepoint_before(text_, i).value : 0;
  }
  [[nodiscard]] size_t step(size_t i) const { return i + codepoint_at(text_, i).size; }
  [[nodiscard]] std::string_view piece(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }

  void put(size_t begin, size_t end) {
    while (end - begin > longest_token) {
      size_t at = begin;
      while (at - begin < longest_token - 4) at = step(at);
      out_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(at)});
      begin = at;
    }
    if (begin < end) out_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  }

  [[nodiscard]] bool is_address(size_t begin, size_t end) const {
    const std::string_view chunk = piece(begin, std::min(end, begin + 2048));
    if (chunk.starts_with("http://") || chunk.starts_with("https://") || chunk.starts_with("www.")) return true;
    const size_t sign = chunk.find('@');
    return sign != std::string_view::npos && sign > 0 && chunk.find('.', sign) != std::string_view::npos;
  }

  void cut_address(size_t begin, size_t end) {
    size_t stop = end;
    while (stop > begin + 1 && std::string_view(".,;:!?)]\"'>").find(text_[stop - 1]) != std::string_view::npos) --stop;
    put(begin, stop);
    while (stop < end) stop = next(stop, end);
  }

  /// Cuts the next token or tokens off; gives where they end.
  size_t next(size_t begin, size_t end) {
    const uint32_t c = at(begin, end);
    if (is_word(c)) return word(begin, end);
    if (c == '.' && is_digit(at(begin + 1, end))) return word(begin, end);
    size_t stop = step(begin);
    if (is_apostrophe(c)) return apostrophe(begin, stop, end);
    while (stop < end && runs_on(c, at(stop, end))) stop = step(stop);
    if (c == '#' && is_word(at(stop, end))) return word(begin, end);
    put(begin, stop);
    return stop;
  }

  /// An apostrophe that opens a chunk: a year ("'90s"), a clitic that stands apart ("Iran 's"), else a quote.
  size_t apostrophe(size_t begin, size_t stop, size_t end) {
    const size_t word_end = end_of_letters(stop, end);
    const bool clitic = is_clitic(piece(stop, word_end)) && (begin == 0 || !is_word(before(begin, 0)));
    if (clitic && stop < word_end) {
      put(begin, word_end);
      return word_end;
    }
    if (is_digit(at(stop, end))) return word(begin, end);
    put(begin, stop);
    return stop;
  }

  [[nodiscard]] size_t end_of_letters(size_t i, size_t end) const {
    while (i < end && is_word(at(i, end))) i = step(i);
    return i;
  }

  [[nodiscard]] static bool is_clitic(std::string_view word) {
    static constexpr auto clitics = std::to_array<std::string_view>({"s", "m", "d", "re", "ve", "ll"});
    if (word.size() > 2) return false;
    std::string lower(word);
    for (char& c : lower) c = static_cast<char>(c | 0x20);
    return std::find(clitics.begin(), clitics.end(), lower) != clitics.end();
  }

  /// Where the word that begins here ends: at a hyphen, dash, slash, quote or comma that separates, or at a full stop
  /// that is no part of it.
  size_t word(size_t begin, size_t end) {
    size_t i = step(begin);
    while (i < end && stays(begin, i, end)) i = step(i);
    if (i < end && text_[i] == '.' && keeps_stop(begin, i, end)) ++i;
    split_clitics(begin, i);
    return i;
  }

  [[nodiscard]] bool stays(size_t begin, size_t i, size_t end) const {
    const uint32_t c = at(i, end);
    if (is_word(c) || c == '_' || c == '&' || c == '#' || c == '@' || c == '\\') return true;
    const size_t after = step(i);
    const uint32_t left = before(i, begin), right = at(after, end);
    if (is_hyphen(c)) return hyphen_stays(begin, i, after, end);
    if (is_dash(c) || (is_single(c) && c != ',' && c != ':')) return false;
    if (is_apostrophe(c)) return is_word(left) && is_word(right);
    if (c == '/') return is_digit(left) && is_digit(right);
    if (c == ',' || c == ':') return is_digit(left) && is_digit(right);
    if (c == '.') return stop_inside(left, right, i, end);
    return c >= 0x80 && !is_blank(c) && right != 0 && is_word(right);
  }

  /// "U.S", "3.5", "example.com" go on over a full stop; "end.Next" does not.
  [[nodiscard]] bool stop_inside(uint32_t left, uint32_t right, size_t i, size_t end) const {
    if (!is_word(left) || !is_word(right)) return false;
    const bool new_sentence = is_lower(left) && is_upper(right) && is_lower(at(step(i + 1), end));
    return !new_sentence;
  }

  [[nodiscard]] bool hyphen_stays(size_t begin, size_t i, size_t after, size_t end) const {
    const std::string_view left = piece(begin, i);
    if (!is_word(at(after, end))) return false;
    if (left.size() <= 7) {
      std::string lower(left);
      for (char& c : lower) c = is_upper(static_cast<unsigned char>(c)) ? static_cast<char>(c | 0x20) : c;
      if (std::find(joining_prefixes.begin(), joining_prefixes.end(), lower) != joining_prefixes.end()) return true;
    }
    return is_phone_part(left) && is_phone_part(piece(after, end_of_digits(after, end)));
  }

  [[nodiscard]] size_t end_of_digits(size_t i, size_t end) const {
    while (i < end && is_digit(static_cast<unsigned char>(text_[i]))) ++i;
    return i;
  }

  /// "713-853-3989": groups of three or four digits, but no span of years.
  [[nodiscard]] static bool is_phone_part(std::string_view digits) {
    const size_t last = digits.rfind('-') == std::string_view::npos ? 0 : digits.rfind('-') + 1;
    const std::string_view group = digits.substr(last);
    const bool year = group.size() == 4 && last == 0 && (group.starts_with("19") || group.starts_with("20"));
    return !year && (group.size() == 3 || group.size() == 4) &&
           std::all_of(group.begin(), group.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// The full stop of an abbreviation or initial belongs to it.
  [[nodiscard]] bool keeps_stop(size_t begin, size_t i, size_t end) const {
    if (at(i + 1, end) == '.') return false;  // an ellipsis
    return is_abbreviation(piece(begin, i), at(i + 1, end) == 0 ? text_.substr(i + 1, 24) : std::string_view());
  }

  void split_clitics(size_t begin, size_t end) {
    const size_t cut = clitic_begin(begin, end);
    if (cut > begin && cut < end) {
      split_clitics(begin, cut);
      put(cut, end);
      return;
    }
    put_word(begin, end);
  }

  /// Where "n't", "'s" and the like begin at the end of a word; its end if there is none.
  [[nodiscard]] size_t clitic_begin(size_t begin, size_t end) const {
    size_t i = end;
    for (int letters = 0; letters < 3 && i > begin; ++letters) {
      const Codepoint c = codepoint_before(text_, i);
      if (is_apostrophe(c.value)) {
        const size_t mark = i - c.size;
        const std::string_view tail = piece(i, end);
        const bool negation = (tail == "t" || tail == "T") && mark > begin + 1 && (text_[mark - 1] | 0x20) == 'n';
        if (negation) return mark - 1;
        return is_clitic(tail) ? mark : end;
      }
      i -= c.size;
    }
    return end;
  }

  void put_word(size_t begin, size_t end) {
    const std::string_view form = piece(begin, end);
    if (form.size() <= 6) {
      std::string lower(form);
      for (char& c : lower) c = static_cast<char>(c | 0x20);
      for (const auto& [whole, first] : split_words) {
        if (lower != whole) continue;
        put(begin, begin + first);
        put(begin + first, end);
        return;
      }
    }
    put(begin, end);
  }

  std::string_view text_;
  std::vector<Span>& out_;
};

}  // namespace

std::vector<Span> tokenize(std::string_view text, Span range) {
  std::vector<Span> out;
  ChunkCutter cutter(text.substr(0, range.end), out);
  for (size_t at = range.begin; at < range.end;) {
    const Codepoint c = codepoint_at(text, at);
    if (is_blank(c.value)) {
      at += c.size;
      continue;
    }
    size_t end = at;
    while (end < range.end) {
      const Codepoint d = codepoint_at(text, end);
      if (is_blank(d.value)) break;
      end += d.size;
    }
    cutter.cut(at, end);
    at = end;
  }
  return out;
}

}  // namespace entente
