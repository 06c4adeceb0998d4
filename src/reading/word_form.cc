// Normalising is what lets weights trained on one style of quotes and dashes read any other.
#include "reading/word_form.h"

#include <algorithm>

#include "base/text.h"
#include "reading/hashing.h"
#include "reading/utf8.h"

namespace entente {

namespace {

void append_lower(std::string& out, uint32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x2032:
    case 0x0060:
    case 0x00B4:
      out += '\'';
      return;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
      out += '"';
      return;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      out += '-';
      return;
    case 0x2014:
    case 0x2015:
      out += "--";
      return;
    case 0x2026:
      out += "...";
      return;
    default:
      break;
  }
  append_utf8(out, lower_of(c));
}

/// Curly quotes and long dashes look like plain ones.
char kind_of(uint32_t c) {
  if (is_upper(c)) return 'X';
  if (is_letter(c)) return 'x';
  if (is_digit(c)) return '0';
  std::string plain;
  append_lower(plain, c);
  return static_cast<unsigned char>(plain.front()) < 0x80 ? plain.front() : '*';
}

/// Runs of one kind of character count once: "Tehran" is "Xx", "F-16s" is "X-0x".
std::string shape_of(std::string_view form) {
  std::string out;
  for (size_t at = 0; at < form.size() && out.size() < 8;) {
    const Codepoint c = codepoint_at(form, at);
    at += c.size;
    const char kind = kind_of(c.value);
    if (out.empty() || out.back() != kind)
      out += kind;
    else if (kind == 'X' && out == "X" && at == form.size())
      out += 'X';  // "US" is no "A"
  }
  return out;
}

enum class Quote { none, straight, opening, closing };

Quote quote_of(std::string_view form) {
  if (form == "\"") return Quote::straight;
  if (form == "\u201C" || form == "\u201E" || form == "\u00AB" || form == "``") return Quote::opening;
  return form == "\u201D" || form == "\u00BB" || form == "''" ? Quote::closing : Quote::none;
}

/// "US" is no "us".
bool is_acronym(std::string_view form) {
  return form.size() >= 2 && form.size() <= 5 && std::all_of(form.begin(), form.end(), is_ascii_upper);
}

/// Very long words (addresses, broken text) cost their length once and no more.
WordForm form_of(std::string_view form, CaseStyle style) {
  WordForm out;
  const std::string normal = normal_form(form);
  out.word = hash_bytes(normal, style != CaseStyle::capitals && is_acronym(form) ? 4 : 0);
  size_t end = normal.size();
  for (size_t i = 0; i < out.suffixes.size(); ++i) {
    if (end > 0) end -= codepoint_before(normal, end).size;
    out.suffixes[i] = hash_bytes(std::string_view(normal).substr(end), 1);
  }
  size_t begin = 0;
  for (size_t i = 0; i < out.prefixes.size(); ++i) {
    if (begin < normal.size()) begin += codepoint_at(normal, begin).size;
    out.prefixes[i] = hash_bytes(std::string_view(normal).substr(0, begin), 2);
  }
  out.shape = hash_bytes(style == CaseStyle::capitals ? normal.empty() ? "" : shape_of(normal) : shape_of(form),
                         3 + static_cast<uint64_t>(style));
  out.comma = normal == ",";
  out.conjunction = normal == "and" || normal == "or" || normal == "but";
  return out;
}

}  // namespace

std::string normal_form(std::string_view form) {
  std::string out;
  out.reserve(form.size());
  for (size_t at = 0; at < form.size();) {
    const Codepoint c = codepoint_at(form, at);
    if (is_digit(c.value))
      out += '0';
    else
      append_lower(out, c.value);
    at += c.size;
  }
  return out;
}

std::string lower_form(std::string_view form) {
  std::string out;
  out.reserve(form.size());
  for (size_t at = 0; at < form.size();) {
    const Codepoint c = codepoint_at(form, at);
    append_lower(out, c.value);
    at += c.size;
  }
  return out;
}

CaseStyle case_style(const std::vector<std::string_view>& forms) {
  int upper = 0, lower = 0, long_words = 0, long_capital = 0;
  for (const std::string_view form : forms) {
    bool first = true;
    int letters = 0;
    bool capital = false;
    for (size_t at = 0; at < form.size();) {
      const Codepoint c = codepoint_at(form, at);
      at += c.size;
      if (!is_letter(c.value)) continue;
      const bool is_capital = is_upper(c.value);
      (is_capital ? upper : lower)++;
      if (first) capital = is_capital;
      first = false;
      ++letters;
    }
    if (letters < 4) continue;
    ++long_words;
    if (capital) ++long_capital;
  }
  if (upper >= 8 && lower * 8 <= upper) return CaseStyle::capitals;
  if (long_words >= 3 && long_capital * 5 >= long_words * 4) return CaseStyle::title;
  return CaseStyle::normal;
}

void make_word_forms(const std::vector<std::string_view>& forms, std::vector<WordForm>& out) {
  const CaseStyle style = case_style(forms);
  out.clear();
  out.reserve(forms.size());
  bool open = false;
  for (const std::string_view form : forms) {
    out.push_back(form_of(form, style));
    if (const Quote quote = quote_of(form); quote != Quote::none) {
      open = quote == Quote::opening || (quote == Quote::straight && !open);
      out.back().word = hash_bytes(open ? "``" : "''");
    }
  }
}

}  // namespace entente
