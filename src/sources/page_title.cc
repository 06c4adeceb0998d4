// Compares headings with declared titles; the site's name at the end of a title is told by separator and length.
#include "sources/page_title.h"

#include <algorithm>

#include "base/text.h"

namespace entente {
namespace {

constexpr size_t shortest_key = 8;

size_t word_count(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

struct Cut {
  size_t at = std::string_view::npos;
  size_t length = 0;
  bool bar = false;  // a bar parts title and site; a dash may belong to the title
};

Cut last_separator(std::string_view title) {
  Cut cut;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", "| "}) {
    const size_t at = title.rfind(mark);
    if (at == std::string_view::npos || (cut.at != std::string_view::npos && at <= cut.at)) continue;
    cut = {at, mark.size(), mark != " - " && mark != " – " && mark != " — "};
  }
  return cut;
}

bool confirmed(const std::string& heading, const TitleClues& clues) {
  const std::string key = title_key(heading);
  if (key.size() < shortest_key || key == title_key(clues.site)) return false;
  const auto agrees = [&](const std::string& title) { return title_key(title).starts_with(key); };
  return std::any_of(clues.declared.begin(), clues.declared.end(), agrees) || agrees(clues.document_title);
}

}  // namespace

std::string title_key(std::string_view title) {
  std::string key;
  for (size_t i = 0; i < title.size(); ++i) {
    // Quotation marks and dashes (U+2010 to U+201F, E2 80 9x) are written in many ways.
    if (title.substr(i, 2) == "\xE2\x80") {
      i += 2;
    } else if (is_ascii_alpha(title[i]) || is_ascii_digit(title[i]) || static_cast<unsigned char>(title[i]) >= 0x80) {
      key += title[i];
    }
  }
  return to_lower(key);
}

std::string without_site(std::string_view title, std::string_view site) {
  std::string_view rest = trim(title);
  for (int parts = 0; parts < 3; ++parts) {
    const Cut cut = last_separator(rest);
    if (cut.at == std::string_view::npos) break;
    const std::string_view head = trim(rest.substr(0, cut.at));
    const std::string_view tail = trim(rest.substr(cut.at + cut.length));
    const bool is_site = !site.empty() && title_key(tail) == title_key(site);
    const bool reads_as_site = word_count(tail) <= (cut.bar ? 5u : 3u) && word_count(head) >= 3;
    if (!is_site && (!reads_as_site || (parts > 0 && !cut.bar))) break;
    rest = head;
  }
  return std::string(rest);
}

std::string choose_title(const TitleClues& clues) {
  for (const std::string& heading : clues.headings) {
    if (confirmed(heading, clues)) return heading;
  }
  for (const std::string& declared : clues.declared) {
    if (!declared.empty()) return without_site(declared, clues.site);
  }
  if (!clues.document_title.empty()) return without_site(clues.document_title, clues.site);
  return clues.headings.empty() ? "" : clues.headings.front();
}

}  // namespace entente
