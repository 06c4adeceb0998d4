// One pass over the bytes, before the parser sees them: the parser would drop what it cannot read.
#include "sources/feed_mend.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace entente {
namespace {

/// XML's own names, and numbers: the parser knows them.
bool is_known_to_xml(std::string_view name) {
  constexpr std::array<std::string_view, 5> names = {"amp", "lt", "gt", "quot", "apos"};
  if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  if (!name.starts_with('#') || name.size() < 2) return false;
  const bool hex = name[1] == 'x' && name.size() > 2;
  return std::all_of(name.begin() + (hex ? 2 : 1), name.end(), [&](char c) {
    return is_ascii_digit(c) || (hex && std::string_view("abcdefABCDEF").find(c) != std::string_view::npos);
  });
}

/// Writes what stands at an "&"; how many bytes of the text that was.
size_t mend_ampersand(std::string_view text, std::string& out) {
  constexpr size_t longest = 32;
  const size_t end = text.substr(0, longest).find(';');
  const std::string name(end == std::string_view::npos ? "" : text.substr(1, end - 1));
  if (is_known_to_xml(name)) {
    out += text.substr(0, end + 1);
    return end + 1;
  }
  if (const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()))) {
    append_utf8(out, known->value);
    return end + 1;
  }
  out += "&amp;";
  return 1;
}

/// The same for a "<".
size_t mend_less_than(std::string_view text, std::string& out) {
  if (text.starts_with("<![CDATA[")) {
    const size_t size = std::min(text.find("]]>"), text.size());
    out += text.substr(0, size);
    return size;
  }
  const char next = text.size() > 1 ? text[1] : ' ';
  const bool tag = is_ascii_alpha(next) || static_cast<unsigned char>(next) >= 0x80 ||
                   std::string_view("/!?_:").find(next) != std::string_view::npos;
  out += tag ? "<" : "&lt;";
  return 1;
}

}  // namespace

std::string with_signs_mended(std::string_view xml) {
  std::string out;
  out.reserve(xml.size() + xml.size() / 64);
  for (size_t at = 0; at < xml.size();) {
    const size_t sign = std::min(xml.find_first_of("&<", at), xml.size());
    out += xml.substr(at, sign - at);
    at = sign;
    if (at == xml.size()) break;
    const std::string_view rest = xml.substr(at);
    at += rest.front() == '&' ? mend_ampersand(rest, out) : mend_less_than(rest, out);
  }
  return out;
}

}  // namespace entente
