// What the models see of a word: its spelling with quotes, dashes and digits made equal, affixes, and letter case.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How a sentence is written: letter case says little in a headline and nothing in capitals.
enum class CaseStyle : uint8_t { normal, title, capitals };

struct WordForm {
  uint64_t word = 0;                   // normalised lower case
  std::array<uint64_t, 4> suffixes{};  // of 1 to 4 characters; of a shorter word: of all of it
  std::array<uint64_t, 3> prefixes{};
  uint64_t shape = 0;  // "Xx", "X.X.", "00", ..., with the sentence's style
  bool comma = false;
  bool conjunction = false;  // "and", "or", "but"
};

/// Lower case, curly quotes straight, dashes as "-" and "--", each digit a 0.
std::string normal_form(std::string_view form);
/// As normal_form, with the digits as they are.
std::string lower_form(std::string_view form);

CaseStyle case_style(const std::vector<std::string_view>& forms);

/// The forms of a sentence's words.
void make_word_forms(const std::vector<std::string_view>& forms, std::vector<WordForm>& out);

}  // namespace entente
