// What the parties and acts of event data sets come to in our own terms, from the lexicon's files.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "domain/actor.h"
#include "domain/event.h"

namespace entente {

/// Somebody's time in an office. An unknown end: in office when the lexicon was last checked.
struct OfficeTerm {
  ActorId person;
  std::string name;
  Date from;
  Date to;
};

/// Somebody's time in a bloc or organisation; unknown ends are open.
struct Membership {
  ActorId member;
  Date from;
  Date to;
};

/// How a data set names an act.
enum class ActScheme {
  cameo,  // by code: "0214"
  name,   // by a code's name: "Make a visit", "Express_accord"
  word,   // by a word of its own: "Air/drone strike", "COOPERATE"
};

/// Loaded once, then shared by all threads: every method is const.
class EventCodebook {
 public:
  /// Reads actors/, offices/, cameo.txt, event-acts.txt, event-parties.txt. Errors: missing, damaged (file and line).
  static Result<EventCodebook> load(const std::string& lexicon_folder);

  EventCodebook(EventCodebook&&) noexcept;
  EventCodebook& operator=(EventCodebook&&) noexcept;
  ~EventCodebook();

  /// The actor's id: an entry of the lexicon, an organ of a state by its role, or where neither is known the name as it
  /// stands. None if the party says nothing. Names with a time are those of the middle of that year.
  [[nodiscard]] std::optional<ActorId> actor(const EventParty& party, int year) const;
  /// The act, its domain that of its code; none if the data set's word is unknown.
  [[nodiscard]] std::optional<EventKind> act(ActScheme scheme, std::string_view text) const;
  /// An id as a user writes it: an id, a name ("Russia"), in any case. None if the lexicon has neither.
  [[nodiscard]] std::optional<ActorId> named(std::string_view text) const;
  /// The lexicon's entry, or one derived from the id.
  [[nodiscard]] Actor describe(const ActorId& id) const;
  /// Who held an office of a state, in order of time.
  [[nodiscard]] std::vector<OfficeTerm> terms(const ActorId& state, const std::string& office) const;
  /// Who belongs or belonged to a bloc or organisation, by id and time.
  [[nodiscard]] std::vector<Membership> members(const ActorId& bloc) const;
  /// What a CAMEO code is called; empty if unknown.
  [[nodiscard]] std::string name_of_act(std::string_view code) const;

 private:
  struct Parts;
  explicit EventCodebook(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
