// Finds the names of actors and the words of offices in a sentence's tokens. Needs no parse, so it runs first.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "coding/lexicon/actor_directory.h"
#include "domain/sentence.h"
#include "reading/reading.h"

namespace entente {

/// Tokens [begin, end) that name an actor.
struct Mention {
  int begin = 0;
  int end = 0;
  ActorId actor;
  NameForm form = NameForm::name;
};

/// Tokens [begin, end) that are the words of an office or of a body: "deputy foreign minister", "troops".
struct TitleMention {
  int begin = 0;
  int end = 0;
  const Title* title = nullptr;
};

/// Tells whether a lower-case word stands anywhere in the article.
using WordTest = std::function<bool(const std::string&)>;

class NameMatcher {
 public:
  NameMatcher(const ActorDirectory& directory, const Reader& reader);

  /// The longest names from left to right, without overlaps. `day` decides between actors that bore a name in turn.
  [[nodiscard]] std::vector<Mention> find_names(const Sentence& sentence, const Date& day,
                                                const WordTest& has_word) const;
  [[nodiscard]] std::vector<TitleMention> find_titles(const Sentence& sentence) const;

 private:
  struct Pattern {
    std::vector<std::string> tokens;
    std::vector<const Name*> names;
  };
  struct TitlePattern {
    std::vector<std::string> tokens;  // lower case
    const Title* title;
  };

  void drop_parts_of_firms(const Sentence& sentence, std::vector<Mention>& found) const;
  void add_titled_persons(const Sentence& sentence, const Date& day, std::vector<Mention>& found) const;
  void add_name(const Name& name, std::vector<std::string> tokens);
  [[nodiscard]] const Name* choose(const Pattern& pattern, bool after_the, const Date& day,
                                   const WordTest& has_word) const;

  std::unordered_map<std::string, std::vector<Pattern>> by_first_;      // lower-case first token; longest first
  std::unordered_map<std::string, std::vector<TitlePattern>> titles_;   // first token; longest first
  std::unordered_map<std::string, std::vector<const Term*>> families_;  // last token of a person's name
};

}  // namespace entente
