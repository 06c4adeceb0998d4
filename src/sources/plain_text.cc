// The head of a plain text tells title, byline and date; the rest is sifted for what a copied page leaves behind.
#include "sources/plain_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "sources/filler.h"
#include "sources/paragraphs.h"
#include "sources/written_date.h"

namespace entente {
namespace {

constexpr size_t head_paragraphs = 6;
constexpr size_t longest_title = 220;
constexpr size_t longest_date_line = 60;
constexpr size_t longest_byline = 80;

bool is_title(const std::vector<std::string>& paragraphs) {
  if (paragraphs.size() < 2 || paragraphs[0].size() > longest_title || is_bullet(paragraphs[0])) return false;
  const std::string& line = paragraphs[0];
  return !line.ends_with('.') && !line.ends_with(',') && !line.ends_with(':') && !line.ends_with(';');
}

bool is_date_word(const std::string& word) {
  constexpr std::array<std::string_view, 24> words = {
      "published", "updated", "posted", "date",    "on",        "at",       "by",     "last",
      "modified",  "first",   "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
      "sunday",    "am",      "pm",     "gmt",     "utc",       "est",      "edt",    "et"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A line that says when the article appeared and little else: "Published: 3 May 2022", "Friday, July 21, 2017".
bool is_date_line(std::string_view line) {
  if (line.size() > longest_date_line || !find_date(line)) return false;
  const std::string plain = to_lower(line);
  size_t foreign = 0;
  for (size_t i = 0; i < plain.size();) {
    size_t end = i;
    while (end < plain.size() && is_ascii_alpha(plain[end])) ++end;
    foreign += end > i && !is_date_word(plain.substr(i, end - i));
    i = std::max(end, i + 1);
  }
  return foreign <= 2;  // the month, and "th" or a zone
}

/// The date in a dateline, before its dash: "KYIV, May 3, 2022 (Reuters) - ...".
std::optional<Date> dateline_date(std::string_view paragraph) {
  constexpr size_t longest_dateline = 70;
  const std::string_view opening = paragraph.substr(0, longest_dateline);
  size_t dash = std::string_view::npos;
  for (const std::string_view mark : {" - ", " – ", " — ", "—", " -- "}) dash = std::min(dash, opening.find(mark));
  if (dash == std::string_view::npos || !is_ascii_upper(opening.front())) return std::nullopt;
  return find_date(opening.substr(0, dash));
}

/// Takes bylines and date lines out of the head and notes what they say.
void read_head(std::vector<std::string>& paragraphs, Article& article) {
  for (size_t i = 1; i < std::min(paragraphs.size(), head_paragraphs);) {
    const std::string line = paragraphs[i];
    const std::string byline = byline_in(line);
    if (byline.empty() && !is_date_line(line)) {
      ++i;
      continue;
    }
    if (article.byline.empty()) article.byline = byline;
    if (const auto date = find_date(line); date && !article.published.known()) article.published = *date;
    article.dropped.push_back({line, byline.empty() ? "date line" : "byline"});
    paragraphs.erase(paragraphs.begin() + static_cast<ptrdiff_t>(i));
  }
  for (size_t i = 0; i < std::min<size_t>(paragraphs.size(), 3) && !article.published.known(); ++i) {
    if (const auto date = dateline_date(paragraphs[i])) article.published = *date;
  }
}

}  // namespace

std::string byline_in(std::string_view line) {
  line = trim(line);
  std::string_view name;
  for (const std::string_view opening : {"By ", "by ", "BY ", "Written by ", "Author: ", "By: "}) {
    if (line.starts_with(opening)) name = trim(line.substr(opening.size()));
  }
  if (name.empty() || name.size() > longest_byline || ends_sentence(name)) return "";
  size_t words = 0;
  for (const std::string_view word : split(name, ' ')) {
    const bool joining =
        word == "and" || word == "de" || word == "van" || word == "von" || word == "bin" || word == "al";
    const bool capital =
        !word.empty() && (is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80);
    if (!capital && !joining) return "";
    ++words;
  }
  return words <= 10 ? std::string(name) : "";
}

void read_plain_text(std::string_view text, Article& article) {
  std::vector<std::string> paragraphs = split_paragraphs(text);
  if (is_title(paragraphs)) article.title = paragraphs[0];
  read_head(paragraphs, article);
  article.text = join(without_filler(paragraphs, FillerOf::copied_text, article.dropped), "\n\n");
}

}  // namespace entente
