// A lexicon of one or two lines a file, in which one file at a time is replaced by bytes from outside.
#pragma once

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace entente::fuzz {

/// One file of the lexicon: the letter by which a seed names it, its path, and what stands there otherwise.
struct LexiconPart {
  char letter;
  std::string_view path;
  std::string_view content;
};

inline constexpr std::array<LexiconPart, 9> lexicon_parts = {{
    {'a', "actors/states.txt",
     "NOR state Norway\n  names: Kingdom of Norway\n  adjectives: Norwegian\n  capital: Oslo\n  part of: NATO "
     "[1949..]\n"
     "ECU state Ecuador\n"},
    {'o', "offices/holders.txt", "NOR | foreign minister | Ada Example | Example | 2020-01-01 |\n"},
    {'t', "offices/titles.list", "foreign minister | GOV | foreign minister\ntroop | MIL\n"},
    {'x', "cameo.txt", "111 | ACCUSE | -2 | criticise\n070 | AID | 7 | give aid\n"},
    {'g', "goods.txt", "drones | military | arms | drone; unmanned aerial vehicle\n"},
    {'d', "domains.txt", "military | army; fleet\n"},
    {'c', "classes.txt", "talk | talk, summit, round of talks\n"},
    {'p', "predicates/acts.txt", "v condemn | 111+oppose | subj > obj | Norway condemned Ecuador. => NOR > ECU\n"},
    {'m', "modality.txt", "v refuse | limit refused | Norway refused to arm Ecuador. => NOR > ECU\n"},
}};

inline const LexiconPart* part_named(char letter) {
  for (const LexiconPart& part : lexicon_parts) {
    if (part.letter == letter) return &part;
  }
  return nullptr;
}

/// A folder with the small lexicon that goes away at the end.
class SmallLexicon {
 public:
  SmallLexicon() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-lexicon-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    for (const std::string_view below : {"actors", "offices", "predicates"}) {
      std::filesystem::create_directories(std::filesystem::path(folder_) / below);
    }
    for (const LexiconPart& part : lexicon_parts) write(part, part.content);
  }
  SmallLexicon(const SmallLexicon&) = delete;
  SmallLexicon& operator=(const SmallLexicon&) = delete;
  ~SmallLexicon() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] const std::string& folder() const { return folder_; }
  void write(const LexiconPart& part, std::string_view content) const {
    std::ofstream out(std::filesystem::path(folder_) / part.path, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
  }

 private:
  std::string folder_;
};

/// A seed's first line begins with the letter of the file that its further lines stand for.
struct LexiconSeed {
  const LexiconPart* part = nullptr;
  std::string_view content;
};

inline std::optional<LexiconSeed> take_apart(std::string_view bytes) {
  const size_t line = bytes.find('\n');
  if (line == std::string_view::npos) return std::nullopt;
  const LexiconPart* part = part_named(bytes.front());
  if (part == nullptr) return std::nullopt;
  return LexiconSeed{part, bytes.substr(line + 1)};
}

}  // namespace entente::fuzz
