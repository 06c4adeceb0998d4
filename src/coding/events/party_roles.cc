// The table is small; names come cached by the caller, so plain maps do.
#include "coding/events/party_roles.h"

#include "base/text.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {

Result<PartyRoles> PartyRoles::load(const std::string& lexicon_folder) {
  const auto file = read_lexicon_file(lexicon_folder + "/event-parties.txt");
  if (!file) return file.error();
  PartyRoles roles;
  for (const LexiconLine& line : file->lines) {
    const size_t colon = line.text.find(':');
    if (colon == std::string::npos) return file->error(line, "expected 'SUFFIX: roles' or 'code: XYZ = ID'");
    const std::string head(trim(line.text.substr(0, colon)));
    const std::string rest = line.text.substr(colon + 1);
    if (head == "code") {
      const auto sides = split(rest, '=');
      if (sides.size() != 2 || sides[1].empty()) return file->error(line, "expected 'code: XYZ = ID'");
      roles.codes_.emplace(sides[0], ActorId(std::string(sides[1])));
      continue;
    }
    const bool single = head.ends_with(" has");
    const std::string organ = head.substr(0, head.find(' '));
    for (const std::string& word : list_items(rest, ';')) {
      auto& table = single ? roles.words_ : roles.whole_;
      if (!table.emplace(word, Role{organ, line.number}).second) {
        return file->error(line, "'" + word + "' stands on an earlier line");
      }
    }
  }
  return roles;
}

std::string_view PartyRoles::organ(std::string_view roles) const {
  const Role* best = nullptr;
  const auto look = [&](const auto& table, const std::string& text) {
    const auto found = table.find(text);
    if (found != table.end() && (best == nullptr || found->second.line < best->line)) best = &found->second;
  };
  const std::string lower = to_lower(roles);
  look(whole_, std::string(trim(lower)));
  if (best != nullptr) return best->organ;
  for (const std::string_view role : split(lower, ',')) look(whole_, std::string(role));
  if (best != nullptr) return best->organ;
  std::string word;
  for (size_t i = 0; i <= lower.size(); ++i) {
    const bool letter = i < lower.size() && (is_ascii_alpha(lower[i]) || static_cast<signed char>(lower[i]) < 0);
    if (letter) {
      word += lower[i];
    } else if (!word.empty()) {
      look(words_, word);
      word.clear();
    }
  }
  return best != nullptr ? std::string_view(best->organ) : std::string_view();
}

std::optional<ActorId> PartyRoles::coded(std::string_view code) const {
  const auto found = codes_.find(std::string(code));
  if (found == codes_.end()) return std::nullopt;
  return found->second;
}

}  // namespace entente
