// The actors, their names and the people who held office, as lexicon/actors and lexicon/offices tell them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "domain/actor.h"

namespace entente {

/// What a name in the text is, which decides how it may act.
enum class NameForm { name, adjective, people, seat, capital, city, person };

/// The time in which something holds; unknown ends are open.
struct Period {
  Date from;
  Date to;

  /// True if `day` falls into it; an unknown day is inside every period that is still open at the end.
  [[nodiscard]] bool covers(const Date& day) const;
};

/// One way in which text calls an actor.
struct Name {
  ActorId actor;
  std::string text;  // as written, without "the"
  NameForm form = NameForm::name;
  Period valid;
  bool needs_the = false;           // "the West" is an actor, "West" is not
  std::vector<std::string> needs;   // lower case; one of them in the article lets the name count
  std::vector<std::string> unless;  // lower case; one of them in the article forbids it, if nothing needed was found

  /// Whether the name counts in an article, given a test for the words that stand in it (lower case).
  template <class HasWord>
  [[nodiscard]] bool counts(const HasWord& has_word) const {
    for (const std::string& word : needs) {
      if (has_word(word)) return true;
    }
    if (!needs.empty() && unless.empty()) return false;
    for (const std::string& word : unless) {
      if (has_word(word)) return false;
    }
    return true;
  }
};

/// Something that somebody is by office: "foreign minister" makes a GOV, "general" a MIL.
struct Title {
  std::string text;    // lower case, singular
  std::string suffix;  // "GOV"
  std::string office;  // "head of state" where one person holds it; else empty
};

/// A person in an office for a time.
struct Term {
  ActorId person;
  std::string office;
  Period valid;
};

class ActorDirectory {
 public:
  /// Reads actors/*.txt, offices/*.txt and offices/titles.list. Errors name file and line.
  static Result<ActorDirectory> load(const std::string& lexicon_folder);

  [[nodiscard]] const std::vector<Name>& names() const { return names_; }
  [[nodiscard]] const std::vector<Title>& titles() const { return titles_; }
  /// Every entry by its id.
  [[nodiscard]] const std::unordered_map<ActorId, Actor>& actors() const { return actors_; }
  /// The entry of that id, or null.
  [[nodiscard]] const Actor* find(const ActorId& id) const;
  /// The entry, or one derived from the principal ("RUS:MIL" is an organ of RUS).
  [[nodiscard]] Actor describe(const ActorId& id) const;
  /// Who held an office of a state on that day, if the files say it for one person alone.
  [[nodiscard]] std::optional<ActorId> holder(const ActorId& state, const std::string& office, const Date& day) const;
  /// Who belongs or belonged to a bloc or organisation, by id and time; none of what has no members.
  [[nodiscard]] std::vector<std::pair<ActorId, Period>> members_of(const ActorId& bloc) const;
  /// Who held which office when, by state and office.
  [[nodiscard]] const std::map<std::pair<ActorId, std::string>, std::vector<Term>>& terms() const { return terms_; }

 private:
  friend class ActorFileReader;

  std::unordered_map<ActorId, Actor> actors_;
  std::vector<Name> names_;
  std::vector<Title> titles_;
  std::map<std::pair<ActorId, std::string>, std::vector<Term>> terms_;
  std::map<ActorId, std::vector<std::pair<ActorId, Period>>> members_;
};

}  // namespace entente
