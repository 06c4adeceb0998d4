// Tells wrapped lines from lines that are paragraphs by their widths: a line was wrapped if the next word had no room.
#include "sources/paragraphs.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sources/encoding.h"

namespace entente {
namespace {

constexpr size_t widest_wrapped_line = 120;
constexpr size_t shortest_wrapped_line = 30;
constexpr std::array<std::string_view, 8> bullets = {"• ", "- ", "* ", "– ", "· ", "▪ ", "● ", "◦ "};

struct TextLine {
  std::string text;
  size_t width = 0;
  size_t indent = 0;
  size_t first_word = 0;
  bool gap_before = false;  // an empty line stands before it
};

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  bool gap = false;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view raw = text.substr(begin, end - begin);
    begin = end + 1;
    TextLine line{squeeze(raw), 0, 0, 0, gap};
    if (line.text.empty()) {
      gap = true;
      continue;
    }
    line.width = character_count(line.text);
    line.indent = std::min(raw.find_first_not_of(" \t"), raw.size());
    line.first_word = character_count(std::string_view(line.text).substr(0, line.text.find(' ')));
    lines.push_back(std::move(line));
    gap = false;
  }
  return lines;
}

bool starts_lower(std::string_view line) {
  return !line.empty() && is_ascii_lower(line.front());
}

/// How wide the text's lines run, and whether they look wrapped at that width.
struct Layout {
  size_t width = 0;
  bool wrapped = false;
};

bool no_room_for_next(const TextLine& line, const TextLine& next, size_t width) {
  return line.width >= shortest_wrapped_line && line.width + 1 + next.first_word + width / 12 > width;
}

Layout layout_of(const std::vector<TextLine>& lines) {
  Layout layout;
  size_t breaks = 0;
  size_t full = 0;
  size_t sentence_ends = 0;
  for (const TextLine& line : lines) layout.width = std::max(layout.width, line.width);
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].gap_before) continue;
    ++breaks;
    full += no_room_for_next(lines[i], lines[i + 1], layout.width);
    sentence_ends += ends_sentence(lines[i].text);
  }
  layout.wrapped =
      breaks > 0 && layout.width <= widest_wrapped_line && full * 2 >= breaks && sentence_ends * 10 < breaks * 6;
  return layout;
}

/// Whether the break between two lines without an empty line between them is only the wrapping of one paragraph.
bool continues(const TextLine& line, const TextLine& next, const Layout& layout) {
  if (is_bullet(next.text)) return false;
  if (starts_lower(next.text) && !ends_sentence(line.text) && line.width >= shortest_wrapped_line) return true;
  if (!layout.wrapped || next.indent > line.indent + 1) return false;
  return no_room_for_next(line, next, layout.width);
}

bool is_closing(std::string_view text, size_t& length) {
  for (const std::string_view mark : {"\"", "'", ")", "]", "”", "’", "»"}) {
    if (!text.ends_with(mark)) continue;
    length = mark.size();
    return true;
  }
  return false;
}

}  // namespace

bool is_bullet(std::string_view line) {
  return std::any_of(bullets.begin(), bullets.end(), [&](std::string_view mark) { return line.starts_with(mark); });
}

std::string_view without_bullet(std::string_view line) {
  for (const std::string_view mark : bullets) {
    if (line.starts_with(mark)) return trim(line.substr(mark.size()));
  }
  return line;
}

bool ends_sentence(std::string_view text) {
  size_t length = 0;
  while (is_closing(text, length)) text.remove_suffix(length);
  for (const std::string_view end : {".", "!", "?", "…", "。", "！", "？", "।"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

std::vector<std::string> split_paragraphs(std::string_view text) {
  const std::vector<TextLine> lines = lines_of(text);
  const Layout layout = layout_of(lines);
  std::vector<std::string> paragraphs;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool joined = i > 0 && !lines[i].gap_before && continues(lines[i - 1], lines[i], layout);
    if (joined) {
      paragraphs.back() += ' ' + lines[i].text;
    } else {
      paragraphs.push_back(lines[i].text);
    }
  }
  return paragraphs;
}

std::vector<std::string_view> rough_sentences(std::string_view paragraph) {
  std::vector<std::string_view> sentences;
  size_t begin = 0;
  for (size_t at = paragraph.find(' '); at != std::string_view::npos; at = paragraph.find(' ', at + 1)) {
    const std::string_view so_far = paragraph.substr(begin, at - begin);
    const bool lower_follows = at + 1 < paragraph.size() && is_ascii_lower(paragraph[at + 1]);
    const size_t last_word = so_far.size() - (so_far.rfind(' ') == std::string_view::npos ? 0 : so_far.rfind(' ') + 1);
    if (lower_follows || last_word <= 3 || !ends_sentence(so_far)) continue;
    sentences.push_back(so_far);
    begin = at + 1;
  }
  sentences.push_back(paragraph.substr(begin));
  return sentences;
}

}  // namespace entente
