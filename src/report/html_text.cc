// Text as HTML shows it.
#include <algorithm>

#include "base/text.h"
#include "report/brief_render.h"

namespace entente {

namespace {

bool forbidden_in_xml(unsigned char c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::string html_escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += forbidden_in_xml(static_cast<unsigned char>(c)) ? ' ' : c;
    }
  }
  return out;
}

std::string with_whole_days(const std::string& html) {
  const auto digits = [&](size_t at, size_t n) {
    return at + n <= html.size() && std::all_of(&html[at], &html[at] + n, is_ascii_digit);
  };
  std::string out;
  size_t copied = 0;
  for (size_t at = 0; at + 7 <= html.size(); ++at) {
    const bool begins = at == 0 || !is_ascii_digit(html[at - 1]);
    if (!begins || !digits(at, 4) || html[at + 4] != '-' || !digits(at + 5, 2)) continue;
    const size_t size = at + 7 < html.size() && html[at + 7] == '-' && digits(at + 8, 2) ? 10 : 7;
    if (digits(at + size, 1)) continue;
    out += html.substr(copied, at - copied) + "<time>" + html.substr(at, size) + "</time>";
    copied = at + size;
    at = copied - 1;
  }
  return out + html.substr(copied);
}

}  // namespace entente
