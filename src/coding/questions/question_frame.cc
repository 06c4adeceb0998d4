#include "coding/questions/question_frame.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace entente {

namespace {

using Words = std::vector<std::string>;

constexpr size_t absent = static_cast<size_t>(-1);

bool is_one(const std::string& word, const std::vector<std::string_view>& list) {
  return std::find(list.begin(), list.end(), to_lower(word)) != list.end();
}

/// The words seen from a place on.
class Reading {
 public:
  explicit Reading(const Words& words) : words_(words) {}

  [[nodiscard]] bool is(size_t i, const std::vector<std::string_view>& list) const {
    return i < words_.size() && is_one(words_[i], list);
  }
  [[nodiscard]] size_t past(size_t i, const std::vector<std::string_view>& list) const {
    return is(i, list) ? i + 1 : i;
  }
  [[nodiscard]] size_t find(size_t from, const std::vector<std::string_view>& list) const {
    for (size_t i = from; i < words_.size(); ++i) {
      if (is(i, list)) return i;
    }
    return absent;
  }
  [[nodiscard]] Words from(size_t i) const { return between(i, words_.size()); }
  [[nodiscard]] Words between(size_t first, size_t end) const {
    if (first >= end) return {};
    return {words_.begin() + static_cast<std::ptrdiff_t>(first), words_.begin() + static_cast<std::ptrdiff_t>(end)};
  }
  [[nodiscard]] size_t size() const { return words_.size(); }
  [[nodiscard]] const std::string& at(size_t i) const { return words_[i]; }

 private:
  const Words& words_;
};

Words joined(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

bool is_blank_word(const std::string& word) {
  return word.empty() || word == "?" || word == "!" || word == "." || word == "\"" || word == "“" || word == "”";
}

void trim_marks(Words& words) {
  while (!words.empty() && (is_blank_word(words.back()) || words.back() == ",")) words.pop_back();
  while (!words.empty() && (is_blank_word(words.front()) || words.front() == ",")) words.erase(words.begin());
}

/// A thing that is asked for: "a Russian attack on Ukraine" is taken as something that will be.
void add_thing(const Words& thing, std::vector<AskedStatement>& out) {
  if (thing.empty()) return;
  out.push_back({joined({"There", "will", "be"}, thing), false});
  out.push_back({joined(thing, {"is", "expected"}), false});
}

/// "Russia providing aid to Iran", "Russian aid to Iran".
void add_doing(const Words& words, std::vector<AskedStatement>& out) {
  for (size_t i = 1; i < words.size(); ++i) {
    const bool is_participle = words[i].size() > 4 && words[i].ends_with("ing") && is_ascii_lower(words[i][0]);
    if (!is_participle) continue;
    Words said(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
    if (said.back() == "'s" || said.back() == "’s") said.pop_back();
    said.push_back("is");
    out.push_back({joined(said, Words(words.begin() + static_cast<std::ptrdiff_t>(i), words.end())), false});
    break;
  }
  add_thing(words, out);
}

/// "X to do Y" as what X will do, "X" alone as a thing; "X do Y" where the question can hold a bare verb ("we see X
/// do").
void add_to_do(const Words& words, bool bare_verb, std::vector<AskedStatement>& out) {
  const Reading read(words);
  for (size_t to = read.find(1, {"to"}); to != absent; to = read.find(to + 1, {"to"})) {
    out.push_back({joined(joined(read.between(0, to), {"will"}), read.from(to + 1)), false});
  }
  add_doing(words, out);
  if (bare_verb) out.push_back({words, true});
}

const std::vector<std::string_view> be = {"is", "are", "was", "were", "'s", "’s"};
const std::vector<std::string_view> modal = {"will",  "would", "can",    "could", "may",
                                             "might", "shall", "should", "does",  "do"};
const std::vector<std::string_view> outlook = {
    "going", "likely", "set", "about",    "expected", "due",    "certain",  "bound",    "poised",    "ready",
    "sure",  "liable", "apt", "prepared", "unlikely", "slated", "probable", "possible", "plausible", "conceivable"};
const std::vector<std::string_view> chance = {"chance", "chances",  "probability", "likelihood",  "odds",  "risk",
                                              "risks",  "prospect", "prospects",   "possibility", "danger"};
const std::vector<std::string_view> openers = {"that", "of", "for", "on"};

/// "... that A helps B", "... of A helping B", "... of A's help for B".
void add_after_chance(const Reading& read, size_t at, std::vector<AskedStatement>& out) {
  if (read.is(at, {"that"})) {
    out.push_back({read.from(at + 1), false});
    return;
  }
  add_doing(read.from(read.past(at, openers)), out);
}

/// "How likely is it that ...", "how likely is A to ...", "how probable is a ...".
bool read_how_likely(const Reading& read, std::vector<AskedStatement>& out) {
  if (!read.is(0, {"how"}) || !read.is(1, {"likely", "probable", "plausible", "possible", "certain"})) return false;
  size_t at = read.past(2, be);
  if (read.is(at, {"it"}) && (read.is(at + 1, {"that", "for"}) || read.is(at + 1, be))) {
    at = read.past(read.past(at + 1, be), {"that"});
    if (read.is(at, {"for"})) {
      add_to_do(read.from(at + 1), false, out);
    } else {
      out.push_back({read.from(at), false});
    }
    return true;
  }
  if (read.is(at, {"it"})) ++at;
  const bool helped = read.is(at, modal);
  add_to_do(read.from(helped ? at + 1 : at), helped, out);
  return true;
}

/// "What is the chance that ...", "is there any risk of ...", "chances of ...".
bool read_chance(const Reading& read, std::vector<AskedStatement>& out) {
  const size_t at = read.find(0, chance);
  if (at == absent || at > 6) return false;
  const bool asks = read.is(0, {"what", "what's", "how", "is", "are", "any", "the", "a"}) || at == 0;
  if (!asks) return false;
  size_t next = at + 1;
  if (read.is(next, be)) ++next;
  if (read.is(next, {"there"})) ++next;
  if (!read.is(next, {"that", "of", "for", "on"})) return false;
  add_after_chance(read, next, out);
  return true;
}

/// "Is it likely that ...", "do you think that ...", "can we expect A to ...", "I wonder whether ...".
bool read_belief(const Reading& read, std::vector<AskedStatement>& out) {
  if (read.is(0, {"is"}) && read.is(1, {"it"}) && read.is(2, outlook)) {
    out.push_back({read.from(read.past(3, {"that"})), false});
    return true;
  }
  const size_t whether = read.find(0, {"whether", "if"});
  if (whether != absent && whether < 6) {
    out.push_back({read.from(whether + 1), false});
    return true;
  }
  const size_t at = read.find(0, {"think", "believe", "expect", "see", "foresee", "predict", "anticipate"});
  const bool asks_us = read.is(1, {"you", "we", "one", "analysts", "experts", "they", "anyone"});
  if (at == absent || at > 3 || !asks_us || !(read.is(0, modal) || read.is(0, {"do"}))) return false;
  const size_t next = read.past(at + 1, {"that"});
  if (next == at + 1 && read.is(at, {"expect", "see", "foresee", "predict", "anticipate"})) {
    add_to_do(read.from(next), true, out);
  } else {
    out.push_back({read.from(next), false});
  }
  return true;
}

/// "Will A do ...", "is A going to do ...", "will there be ...", "is a ... likely".
bool read_inverted(const Reading& read, std::vector<AskedStatement>& out) {
  const bool has_be = read.is(0, be);
  if (!has_be && !read.is(0, modal)) return false;
  if (read.is(1, {"there"})) {
    size_t at = read.past(2, {"be"});
    at = read.past(at, {"going"});
    if (read.is(at, {"to"}) && read.is(at + 1, {"be"})) at += 2;
    add_thing(read.from(at), out);
    return true;
  }
  if (has_be) {
    const size_t grade = read.find(1, outlook);
    const size_t to = grade == absent ? absent : read.find(grade + 1, {"to"});
    if (to == grade + 1) {
      out.push_back({joined(joined(read.between(1, grade), {"will"}), read.from(to + 1)), false});
      return true;
    }
    if (grade != absent) {
      add_thing(joined(read.between(1, grade), read.from(grade + 1)), out);
      return true;
    }
    add_to_do(read.from(1), false, out);
    return true;
  }
  out.push_back({read.from(1), true});
  add_thing(read.from(1), out);
  return true;
}

/// "Tell me:", "In your view,", "So": what stands before the question.
void drop_opening(Words& words) {
  const Reading read(words);
  const size_t colon = read.find(0, {":"});
  if (colon != absent && colon + 3 < words.size() && colon < 6) words = read.from(colon + 1);
  while (words.size() > 3 && is_one(words.front(), {"so", "and", "but", "well", "please", "also", "then", ","}))
    words.erase(words.begin());
}

}  // namespace

std::vector<AskedStatement> asked_statements(Words words) {
  trim_marks(words);
  drop_opening(words);
  std::vector<AskedStatement> out;
  const Reading read(words);
  const bool found =
      read_how_likely(read, out) || read_chance(read, out) || read_belief(read, out) || read_inverted(read, out);
  if (!found) {
    out.push_back({words, false});
    add_doing(words, out);
  }
  std::erase_if(out, [](const AskedStatement& statement) { return statement.words.empty(); });
  return out;
}

Words with_will(const AskedStatement& statement, size_t place) {
  Words words = statement.words;
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(std::min(place, words.size())), "will");
  return words;
}

bool take_negation(Words& words) {
  bool found = false;
  for (std::string& word : words) {
    const std::string lower = to_lower(word);
    for (const std::string_view ending : {"n't", "n’t"}) {
      if (!lower.ends_with(ending)) continue;
      word.resize(word.size() - ending.size());
      if (lower.starts_with("wo")) word = is_ascii_upper(word[0]) ? "Will" : "will";
      if (lower.starts_with("ca")) word = is_ascii_upper(word[0]) ? "Can" : "can";
      found = true;
    }
  }
  const size_t before = words.size();
  std::erase_if(words, [](const std::string& word) { return is_one(word, {"not", "never"}); });
  return found || words.size() != before;
}

std::string as_sentence(const Words& words) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool joins = word == "," || word == ";" || word == ":" || word == "'s" || word == "’s" || word == "'" ||
                       word == "%" || word == ")" || (i > 0 && (words[i - 1] == "(" || words[i - 1] == "-")) ||
                       word == "-";
    out += (out.empty() || joins ? "" : " ") + word;
  }
  return out + ".";
}

}  // namespace entente
