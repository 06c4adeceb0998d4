#include "coding/questions/question_words.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace entente {

namespace {

std::vector<std::string_view> blank_parted(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = text.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    out.push_back(text.substr(begin, at - begin));
  }
  return out;
}

}  // namespace

std::vector<std::string> question_words(const std::string& text) {
  std::vector<std::string> words;
  for (const std::string_view piece : blank_parted(text)) {
    std::string word(piece);
    std::vector<std::string> marks;
    while (!word.empty() && std::string_view("?!,;:.\"").find(word.back()) != std::string_view::npos) {
      marks.insert(marks.begin(), std::string(1, word.back()));
      word.pop_back();
    }
    if (word.ends_with("’s")) word = word.substr(0, word.size() - 4) + "'s";
    const bool owner = word.size() > 2 && word.ends_with("'s");
    if (owner) word.resize(word.size() - 2);
    if (!word.empty()) words.push_back(word);
    if (owner) words.emplace_back("'s");
    words.insert(words.end(), marks.begin(), marks.end());
  }
  return words;
}

std::string unread_time(const std::vector<std::string>& words) {
  const auto opens = [](const std::string& word) {
    const std::string lower = to_lower(word);
    return lower == "before" || lower == "until" || lower == "within";
  };
  const auto found = std::find_if(words.begin(), words.end(), opens);
  std::string out;
  for (auto word = found; word != words.end() && *word != "?" && *word != ","; ++word) {
    out += (out.empty() ? "" : " ") + *word;
  }
  return out;
}

}  // namespace entente
