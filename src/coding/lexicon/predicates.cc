#include "coding/lexicon/predicates.h"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include "base/text.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {

std::optional<PatternHead> parse_pattern_head(const std::string& letter, const std::string& words) {
  static const std::map<std::string, WordClass> letters = {{"v", WordClass::verb},
                                                           {"n", WordClass::noun},
                                                           {"a", WordClass::adjective},
                                                           {"m", WordClass::modal},
                                                           {"r", WordClass::adverb}};
  const auto word = letters.find(letter);
  std::vector<std::string> parts = list_items(to_lower(words), '_');
  if (word == letters.end() || parts.empty()) return std::nullopt;
  // A verb leads its particles; other words follow what modifies them ("highly_unlikely").
  if (word->second != WordClass::verb && word->second != WordClass::modal)
    std::rotate(parts.begin(), parts.end() - 1, parts.end());
  PatternHead head{word->second, parts.front(), {parts.begin() + 1, parts.end()}};
  return head;
}

namespace {

std::optional<Slot> parse_slot(const std::string& text) {
  static const std::map<std::string, Slot::Kind> kinds = {
      {"subj", Slot::Kind::subject},        {"obj", Slot::Kind::object},   {"iobj", Slot::Kind::indirect},
      {"poss", Slot::Kind::possessor},      {"mod", Slot::Kind::modifier}, {"comp", Slot::Kind::complement},
      {"up", Slot::Kind::governor_subject}, {"self", Slot::Kind::self},    {"xobj", Slot::Kind::inner_object}};
  if (const auto kind = kinds.find(text); kind != kinds.end()) return Slot{kind->second, ""};
  const auto letter = [](char c) { return is_ascii_lower(c) || c == '_'; };
  if (text.empty() || !std::all_of(text.begin(), text.end(), letter)) return std::nullopt;
  return Slot{Slot::Kind::preposition, text};
}

/// Reads one line of a predicates file; the message says what is wrong with it.
class PredicateReader {
 public:
  PredicateReader(const CameoTable& cameo, const WordLists& lists) : cameo_(cameo), lists_(lists) {}

  Result<Predicate> read(const LexiconFile& file, const LexiconLine& line) const {
    const auto fields = columns(line.text);
    if (fields.size() != 4) return file.error(line, "expected 'pattern | code or claim | source > target | sample'");
    Predicate entry;
    entry.sample = fields[3];
    entry.place = file.path.substr(file.path.rfind('/') + 1) + ":" + std::to_string(line.number);
    std::string problem = read_pattern(fields[0], entry);
    if (problem.empty()) problem = read_outcomes(fields[1], entry);
    if (problem.empty()) problem = read_roles(fields[2], entry);
    if (!problem.empty()) return file.error(line, problem);
    return entry;
  }

 private:
  std::string read_pattern(const std::string& text, Predicate& entry) const {
    std::istringstream in(text);
    std::string letter, words;
    in >> letter >> words;
    const auto head = parse_pattern_head(letter, words);
    if (!head || head->word == WordClass::modal || head->word == WordClass::adverb) {
      return "a pattern begins with v, n or a and a lemma";
    }
    entry.word = head->word;
    entry.lemma = head->lemma;
    entry.particles = head->particles;
    for (std::string part; in >> part;) {
      const size_t equals = part.find('=');
      if (equals == std::string::npos) {  // "call for": a further word of the pattern
        entry.particles.push_back(to_lower(part));
        continue;
      }
      if (std::string problem = read_condition(part, equals, entry); !problem.empty()) return problem;
    }
    return "";
  }

  std::string read_condition(const std::string& part, size_t equals, Predicate& entry) const {
    Condition condition;
    condition.forbidden = part[0] == '!';
    const std::string slot = part.substr(condition.forbidden, equals - condition.forbidden);
    static const std::map<std::string, Condition::Place> places = {{"xcomp", Condition::Place::open_complement},
                                                                   {"below", Condition::Place::head_below},
                                                                   {"case", Condition::Place::own_case}};
    if (const auto place = places.find(slot); place != places.end()) {
      condition.place = place->second;
    } else {
      const auto parsed = parse_slot(slot);
      if (!parsed) return "unknown slot '" + slot + "'";
      condition.slot = *parsed;
    }
    for (const std::string& word : list_items(to_lower(part.substr(equals + 1)), ',')) {
      if (word == "*") {
        condition.any_word = true;
        continue;
      }
      if (word[0] != '@') {
        condition.lemmas.insert(word);
        continue;
      }
      const auto* members = lists_.words_of(word.substr(1));
      if (members == nullptr) return "unknown class '" + word + "'";
      for (const std::string& member : *members) condition.lemmas.insert(member.substr(member.rfind(' ') + 1));
    }
    if (condition.lemmas.empty() && !condition.any_word) return "no words after '" + slot + "='";
    entry.conditions.push_back(std::move(condition));
    return "";
  }

  std::string read_outcomes(const std::string& text, Predicate& entry) const {
    std::istringstream in(text);
    std::string codes, domain;
    in >> codes >> domain;
    if (!domain.empty()) {
      entry.domain = domain_named(domain);
      if (!entry.domain) return "unknown domain '" + domain + "'";
    }
    for (const std::string& code : list_items(codes, '+')) {
      if (is_ascii_digit(code[0])) {
        const CameoCode* row = cameo_.find(code);
        if (row == nullptr) return "unknown code '" + code + "'; cameo.txt lists the codes";
        entry.outcomes.push_back({row->type, row->code, row->goldstein});
        continue;
      }
      const auto type = other_type(code);
      if (!type) return "unknown claim type '" + code + "'";
      entry.outcomes.push_back({*type, "", 0});
    }
    return entry.outcomes.empty() ? "no code or claim type" : "";
  }

  static std::optional<ClaimType> other_type(const std::string& name) {
    for (const ClaimKind kind : {ClaimKind::tie, ClaimKind::stance, ClaimKind::redline, ClaimKind::limit}) {
      if (const auto type = claim_type(kind, name)) return type;
    }
    return std::nullopt;
  }

  static std::string read_roles(const std::string& text, Predicate& entry) {
    const size_t mutual = text.find("<>");
    const size_t arrow = mutual == std::string::npos ? text.find('>') : mutual;
    if (arrow == std::string::npos) return "expected 'source > target' or 'source <> target'";
    entry.mutual = mutual != std::string::npos;
    const std::string sides[2] = {text.substr(0, arrow), text.substr(arrow + (entry.mutual ? 2 : 1))};
    for (int side = 0; side < 2; ++side) {
      for (const std::string& item : list_items(sides[side], ',')) {
        const auto slot = parse_slot(item);
        if (!slot) return "unknown role '" + item + "'";
        (side == 0 ? entry.source : entry.target).push_back(*slot);
      }
    }
    return entry.source.empty() ? "no source role" : "";
  }

  const CameoTable& cameo_;
  const WordLists& lists_;
};

}  // namespace

std::string Predicate::pattern() const {
  static constexpr std::array<std::string_view, 5> letters = {"v", "n", "a", "m", "r"};
  std::string out = std::string(letters[static_cast<size_t>(word)]) + " " + lemma;
  for (const std::string& particle : particles) out += "_" + particle;
  return out;
}

static std::vector<Meaning> meanings_of(const std::vector<Predicate>& entries) {
  std::map<std::string, int> counts;
  int all = 0;
  for (const Predicate& entry : entries) {
    for (const Outcome& outcome : entry.outcomes) {
      ++counts[(outcome.cameo.empty() ? "-" : "") + std::string(name_of(outcome.type))];
      ++all;
    }
  }
  std::vector<Meaning> meanings;
  for (const auto& [type, count] : counts) {
    meanings.push_back({type, static_cast<float>(count) / static_cast<float>(all)});
  }
  return meanings;
}

Result<PredicateTable> PredicateTable::load(const std::string& lexicon_folder, const CameoTable& cameo,
                                            const WordLists& lists) {
  const auto files = lexicon_files(lexicon_folder + "/predicates", ".txt");
  if (!files) return files.error();
  PredicateTable table;
  const PredicateReader reader(cameo, lists);
  for (const std::string& path : *files) {
    const auto file = read_lexicon_file(path);
    if (!file) return file.error();
    for (const LexiconLine& line : file->lines) {
      auto entry = reader.read(*file, line);
      if (!entry) return entry.error();
      table.by_lemma_[static_cast<size_t>(entry->word)][entry->lemma].entries.push_back(std::move(*entry));
    }
  }
  const auto weight = [](const Predicate& p) {
    size_t required = 0;
    for (const Condition& c : p.conditions) required += c.forbidden ? 0 : c.any_word ? 1 : 2;
    return required + 2 * p.particles.size();
  };
  for (auto& lemmas : table.by_lemma_) {
    for (auto& [lemma, word] : lemmas) {
      std::stable_sort(word.entries.begin(), word.entries.end(),
                       [&](const Predicate& a, const Predicate& b) { return weight(a) > weight(b); });
      word.meanings = meanings_of(word.entries);
    }
  }
  return table;
}

const WordEntries& PredicateTable::about(WordClass word, const std::string& lemma) const {
  static const WordEntries none;
  const auto& lemmas = by_lemma_[static_cast<size_t>(word)];
  const auto found = lemmas.find(lemma);
  return found == lemmas.end() ? none : found->second;
}

std::vector<const Predicate*> PredicateTable::all() const {
  std::vector<const Predicate*> out;
  for (const auto& lemmas : by_lemma_) {
    for (const auto& [lemma, word] : lemmas) {
      for (const Predicate& entry : word.entries) out.push_back(&entry);
    }
  }
  std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->place < b->place; });
  return out;
}

}  // namespace entente
