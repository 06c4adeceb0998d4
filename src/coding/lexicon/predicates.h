// What is done: the entries of lexicon/predicates, found by the lemma that they are about.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "coding/lexicon/cameo.h"
#include "coding/lexicon/word_lists.h"
#include "domain/vocabulary.h"

namespace entente {

enum class WordClass { verb, noun, adjective, modal, adverb };

/// Where a party stands, seen from the predicate's word.
struct Slot {
  enum class Kind {
    subject,
    object,
    inner_object,
    indirect,
    possessor,
    modifier,
    complement,
    governor_subject,
    self,
    preposition
  };
  Kind kind = Kind::subject;
  std::string preposition;  // for Kind::preposition
};

/// A word that must (or must not) stand somewhere around the pattern's word for the entry to apply.
struct Condition {
  enum class Place { slot, open_complement, head_below, own_case };
  Place place = Place::slot;
  Slot slot;  // for Place::slot
  bool forbidden = false;
  bool any_word = false;  // "obj=*": whatever stands there
  std::unordered_set<std::string> lemmas;
};

struct Outcome {
  ClaimType type;
  std::string cameo;     // events only
  double goldstein = 0;  // events only
};

struct Predicate {
  WordClass word = WordClass::verb;
  std::string lemma;
  std::vector<std::string> particles;  // further words of the pattern: "off" of break_off; "not" for any negation
  std::vector<Condition> conditions;
  std::vector<Outcome> outcomes;
  std::optional<Domain> domain;
  std::vector<Slot> source;
  std::vector<Slot> target;
  bool mutual = false;
  std::string sample;
  std::string place;  // file:line, for explanations

  [[nodiscard]] std::string pattern() const;
};

/// What a word may mean, whatever stands around it: a type ("-" leads those that are no event's), and its share of all
/// that the word's entries say.
struct Meaning {
  std::string type;
  float share;
};

/// The entries about a lemma, those with most conditions first, then in the order of the files.
struct WordEntries {
  std::vector<Predicate> entries;
  std::vector<Meaning> meanings;
};

/// The first words of a pattern column: class letter, lemma and particles. Nothing if it is malformed.
struct PatternHead {
  WordClass word;
  std::string lemma;
  std::vector<std::string> particles;
};
std::optional<PatternHead> parse_pattern_head(const std::string& letter, const std::string& words);

class PredicateTable {
 public:
  static Result<PredicateTable> load(const std::string& lexicon_folder, const CameoTable& cameo,
                                     const WordLists& lists);

  [[nodiscard]] const WordEntries& about(WordClass word, const std::string& lemma) const;
  [[nodiscard]] const std::vector<Predicate>& find(WordClass word, const std::string& lemma) const {
    return about(word, lemma).entries;
  }
  [[nodiscard]] std::vector<const Predicate*> all() const;

 private:
  std::unordered_map<std::string, WordEntries> by_lemma_[3];
};

}  // namespace entente
