// Paragraphs at empty lines, sentences at full stops that end one, headings where a short line has none.
#include "reading/splitter.h"

#include <algorithm>

#include "reading/abbreviations.h"
#include "reading/tokenizer.h"
#include "reading/utf8.h"

namespace entente {

namespace {

constexpr size_t longest_heading = 25;  // tokens
constexpr size_t bracket_reach = 60;    // tokens in which an open bracket must close to hold a sentence together

struct Paragraph {
  Span span;
  bool one_line = true;
};

/// The runs of lines between empty ones.
std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> out;
  bool open = false;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    size_t first = at;
    while (first < end && is_blank(codepoint_at(text, first).value)) first += codepoint_at(text, first).size;
    if (first >= end) {
      open = false;
    } else if (!open) {
      out.push_back({{static_cast<uint32_t>(first), static_cast<uint32_t>(end)}, true});
      open = true;
    } else {
      out.back().span.end = static_cast<uint32_t>(end);
      out.back().one_line = false;
    }
    at = end + 1;
  }
  return out;
}

class SentenceCutter {
 public:
  SentenceCutter(std::string_view text, const std::vector<Span>& tokens) : text_(text), tokens_(tokens) {
    find_brackets();
  }

  /// Numbers of the tokens after which a sentence ends; the last token's is the last.
  std::vector<size_t> ends() {
    std::vector<size_t> out;
    size_t begin = 0;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (i > begin && begins_item(i)) out.push_back(i - 1), begin = i;
      const size_t end = sentence_end(begin, i);
      if (end != none) {
        cut_long(begin, end, out);
        out.push_back(end);
        begin = end + 1;
        i = end;
      }
    }
    if (begin < tokens_.size()) {
      cut_long(begin, tokens_.size() - 1, out);
      out.push_back(tokens_.size() - 1);
    }
    return out;
  }

  [[nodiscard]] bool ends_with_stop() const {
    for (size_t i = tokens_.size(); i-- > 0;) {
      if (closes(i)) continue;
      const std::string_view last = form(i);
      return is_stop(i) || last == ":" || last == ";" || last == "," || (last.ends_with('.') && last.size() > 1);
    }
    return false;
  }

 private:
  static constexpr size_t none = static_cast<size_t>(-1);

  [[nodiscard]] std::string_view form(size_t i) const { return tokens_[i].of(text_); }
  [[nodiscard]] uint32_t first_of(size_t i) const { return codepoint_at(text_, tokens_[i].begin).value; }
  [[nodiscard]] bool glued(size_t i) const { return i > 0 && tokens_[i - 1].end == tokens_[i].begin; }

  [[nodiscard]] bool is_stop(size_t i) const {
    const uint32_t c = first_of(i);
    if (c == 0x2026 || c == 0x3002) return true;
    return form(i).find_first_not_of(".!?") == std::string_view::npos;
  }

  [[nodiscard]] bool is_ellipsis(size_t i) const {
    return first_of(i) == 0x2026 || (form(i).size() > 1 && form(i).find_first_not_of('.') == std::string_view::npos);
  }

  /// Quotes and brackets that end something: they belong to the sentence before them.
  [[nodiscard]] bool closes(size_t i) const {
    const uint32_t c = first_of(i);
    if (c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0xBB) return true;
    const bool straight = c == '"' || c == 0x2019 || (c == '\'' && tokens_[i].size() == 1);
    return straight && (c != 0x2019 || tokens_[i].size() == 3) && glued(i);
  }

  [[nodiscard]] bool opens(size_t i) const {
    const uint32_t c = first_of(i);
    return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x2019;
  }

  /// A list's item on a new line: a bullet, or a dash, or a number with a stop.
  [[nodiscard]] bool begins_item(size_t i) const {
    const std::string_view gap = text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
    if (gap.find('\n') == std::string_view::npos) return false;
    const uint32_t c = first_of(i);
    return c == 0x2022 || c == 0xB7 || c == '*' || c == '-' || c == 0x2013;
  }

  /// Marks the brackets that close soon after they open; what they hold is not cut off.
  void find_brackets() {
    inside_.assign(tokens_.size(), 0);
    size_t opened = none;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const uint32_t c = first_of(i);
      if (c == '(' || c == '[') opened = i;
      if ((c == ')' || c == ']') && opened != none) {
        if (i - opened <= bracket_reach) mark_inside(opened, i);
        opened = none;
      }
    }
  }

  /// A bracket that begins a sentence may hold several.
  void mark_inside(size_t open, size_t close) {
    if (open == 0 || is_stop(open - 1)) return;
    for (size_t i = open; i < close; ++i) inside_[i] = 1;
  }

  /// The last token of the sentence if it ends with the stop at i (closing quotes included), else none.
  [[nodiscard]] size_t sentence_end(size_t begin, size_t i) const {
    const bool stop = is_stop(i);
    if (inside_[i] != 0 || (!stop && !form(i).ends_with('.')) || (stop && is_list_number(begin, i))) return none;
    size_t last = i;
    while (last + 1 < tokens_.size() && closes(last + 1)) ++last;
    if (is_note_mark(last + 1)) last += 3;
    while (stop && last + 1 < tokens_.size() && is_stop(last + 1) && glued(last + 1)) ++last;
    if (last + 1 == tokens_.size()) return last;
    if (stop && is_ellipsis(i) && i == begin) return none;
    return stop ? after_stop(i, last) : after_abbreviation(i, last);
  }

  /// "[3]" straight after the stop.
  [[nodiscard]] bool is_note_mark(size_t i) const {
    return i + 2 < tokens_.size() && form(i) == "[" && glued(i) && is_digit(first_of(i + 1)) && form(i + 2) == "]";
  }

  /// "1." that begins a sentence numbers it.
  [[nodiscard]] bool is_list_number(size_t begin, size_t i) const {
    return i == begin + 1 && form(i) == "." && glued(i) && is_digit(first_of(begin)) && tokens_[begin].size() <= 3;
  }

  [[nodiscard]] size_t after_stop(size_t i, size_t last) const {
    size_t next = last + 1;
    while (next + 1 < tokens_.size() && opens(next)) ++next;
    const uint32_t c = first_of(next);
    if (is_lower(c)) return none;
    if (form(next) == "," || form(next) == ";" || form(next) == ":") return none;
    if (form(i) == "." && glued(last + 1) && is_digit(c)) return none;
    return last;
  }

  /// After "U.S.", "Inc.", "Jan.": only a word that begins sentences, or a quote that opens one, ends the sentence.
  [[nodiscard]] size_t after_abbreviation(size_t i, size_t last) const {
    if (form(i).size() < 2 || announces_name(form(i))) return none;
    size_t next = last + 1;
    const bool quote = opens(next) && first_of(next) != '(' && first_of(next) != '[';
    if (quote && next + 1 < tokens_.size()) ++next;
    if (!is_upper(first_of(next))) return none;
    return opens_sentences(form(next)) ? last : none;
  }

  /// Where a sentence with no end in sight is best cut: after a semicolon, else a line end, a colon or dash, a comma.
  [[nodiscard]] int cut_worth(size_t i) const {
    const std::string_view word = form(i);
    if (is_stop(i)) return 6;
    if (word == ";") return 5;
    if (i + 1 < tokens_.size() &&
        text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end).find('\n') != std::string_view::npos) {
      return 4;
    }
    if (word == ":" || word == "--" || first_of(i) == 0x2014) return 3;
    return word == "," ? 2 : glued(i + 1 < tokens_.size() ? i + 1 : 0) ? 0 : 1;
  }

  void cut_long(size_t begin, size_t end, std::vector<size_t>& out) const {
    while (end - begin + 1 > longest_sentence) {
      size_t best = begin + longest_sentence - 1;
      for (size_t i = best; i > begin + longest_sentence / 2; --i) {
        if (cut_worth(i) > cut_worth(best)) best = i;
      }
      out.push_back(best);
      begin = best + 1;
    }
  }

  std::string_view text_;
  const std::vector<Span>& tokens_;
  std::vector<char> inside_;
};

Sentence make_sentence(std::string_view text, const std::vector<Span>& tokens, size_t begin, size_t end) {
  Sentence sentence;
  sentence.span = {tokens[begin].begin, tokens[end].end};
  sentence.tokens.reserve(end - begin + 1);
  for (size_t i = begin; i <= end; ++i) {
    Token token;
    token.span = tokens[i];
    token.form = tokens[i].of(text);
    sentence.tokens.push_back(std::move(token));
  }
  return sentence;
}

}  // namespace

std::vector<Sentence> split_text(std::string_view text) {
  std::vector<Sentence> out;
  int number = 0;
  for (const Paragraph& paragraph : paragraphs_of(text)) {
    const std::vector<Span> tokens = tokenize(text, paragraph.span);
    if (tokens.empty()) continue;
    SentenceCutter cutter(text, tokens);
    const bool heading = paragraph.one_line && tokens.size() <= longest_heading && !cutter.ends_with_stop();
    const std::vector<size_t> ends = heading ? std::vector<size_t>{tokens.size() - 1} : cutter.ends();
    size_t begin = 0;
    for (const size_t end : ends) {
      out.push_back(make_sentence(text, tokens, begin, end));
      out.back().paragraph = number;
      out.back().heading = heading;
      begin = end + 1;
    }
    ++number;
  }
  return out;
}

}  // namespace entente
