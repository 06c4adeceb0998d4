// Parties are looked up by code, by name, and by the state and role that a name holds in brackets.
#include "coding/events/event_codebook.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "coding/events/act_table.h"
#include "coding/events/office_terms.h"
#include "coding/events/party_roles.h"
#include "coding/lexicon/actor_directory.h"

namespace entente {
namespace {

/// Lower case, "_" as blanks, without "the": how names are compared.
std::string plain(std::string_view text) {
  std::string out = to_lower(trim(text));
  std::replace(out.begin(), out.end(), '_', ' ');
  if (out.starts_with("the ")) out.erase(0, 4);
  return out;
}

/// "Police (India)" as "Police" and "India"; the second is empty where nothing stands in brackets at the end.
std::pair<std::string, std::string> role_and_state(std::string_view name) {
  std::string text(trim(name));
  std::replace(text.begin(), text.end(), '_', ' ');
  const size_t open = text.rfind('(');
  if (open == std::string::npos || !text.ends_with(')') || open == 0) return {text, ""};
  return {std::string(trim(std::string_view(text).substr(0, open))), text.substr(open + 1, text.size() - open - 2)};
}

bool is_id_code(std::string_view code) {
  return code.size() >= 2 &&
         std::all_of(code.begin(), code.end(), [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); });
}

/// A name that the lexicon does not have, as an id: one line, no colon (what is before one is the state).
ActorId unknown_actor(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const char kept = c == ':' || static_cast<unsigned char>(c) < ' ' || c == '_' ? ' ' : c;
    if (kept != ' ' || (!out.empty() && out.back() != ' ')) out += kept;
  }
  return ActorId(std::string(trim(out)));
}

/// What finds actors by the words and codes of data sets.
struct ActorIndex {
  std::unordered_map<std::string, std::vector<const Name*>> names;
  std::unordered_map<std::string, ActorId> adjectives;
  std::unordered_map<std::string, ActorId> codes;  // "cow=365"

  explicit ActorIndex(const ActorDirectory& directory) {
    for (const Name& name : directory.names()) {
      const bool names_it = name.form == NameForm::name || name.form == NameForm::person;
      if (names_it) names[plain(name.text)].push_back(&name);
      if (name.form == NameForm::adjective) adjectives.try_emplace(plain(name.text), principal(name.actor));
    }
    for (const Name& name : directory.names()) {
      const Actor* actor = directory.find(name.actor);
      if (actor == nullptr) continue;
      for (const auto& [system, code] : actor->codes) {
        const auto [known, is_new] = codes.try_emplace(system + "=" + code, actor->id);
        if (!is_new && actor->id < known->second) known->second = actor->id;
      }
    }
  }
};

}  // namespace

struct EventCodebook::Parts {
  Parts(ActorDirectory read_directory, PartyRoles read_roles, ActTable read_acts)
      : directory(std::move(read_directory)), roles(std::move(read_roles)), acts(std::move(read_acts)) {}

  ActorDirectory directory;
  PartyRoles roles;
  ActTable acts;

  /// Made when it is first asked for: who gives ids, as most questions do, needs none.
  [[nodiscard]] const ActorIndex& index() const {
    std::call_once(indexed_, [this] { index_.emplace(directory); });
    return *index_;
  }

  /// The bearer of a name on a day; outside of its time a name still counts if nobody else bears it.
  [[nodiscard]] std::optional<ActorId> bearer(std::string_view text, const Date& day) const {
    const auto found = index().names.find(plain(text));
    if (found == index().names.end()) return std::nullopt;
    const Name* best = nullptr;
    bool several = false;
    for (const Name* name : found->second) {
      const bool covers = name->valid.covers(day);
      if (covers && (best == nullptr || !best->valid.covers(day))) {
        best = name;
        several = false;
      } else if (best == nullptr) {
        best = name;
      } else if (name->actor != best->actor && covers == best->valid.covers(day)) {
        several = true;
      }
    }
    if (several) return std::nullopt;
    return best->actor;
  }

  [[nodiscard]] std::optional<ActorId> by_code(std::string_view code) const {
    if (code.empty()) return std::nullopt;
    if (const auto known = roles.coded(code)) return known;
    if (code.find('=') != std::string_view::npos) {
      const auto found = index().codes.find(std::string(code));
      if (found != index().codes.end()) return found->second;
    }
    const ActorId id{std::string(code)};
    return is_id_code(code) && directory.find(id) != nullptr ? std::optional(id) : std::nullopt;
  }

  [[nodiscard]] std::optional<ActorId> state(std::string_view text, const Date& day) const {
    if (const auto coded = by_code(trim(text))) return coded;
    if (const auto known = bearer(text, day)) return principal(*known);
    // "Palestinian Territory, Occupied", "Russia (Soviet Union)"
    const auto [first, in_brackets] = role_and_state(text);
    if (!in_brackets.empty()) return state(first, day);
    const size_t comma = text.find(',');
    return comma == std::string_view::npos ? std::nullopt : state(text.substr(0, comma), day);
  }

  /// An organ of a state; who acts for a group acts as the group.
  [[nodiscard]] ActorId organ_of(const ActorId& owner, std::string_view roles_text) const {
    if (directory.describe(owner).kind != ActorKind::state) return owner;
    const std::string_view organ = roles.organ(roles_text);
    return ActorId(owner.str() + ":" + std::string(organ.empty() ? "CVL" : organ));
  }

  /// "Sergey Viktorovich Lavrov" by first and last name, "Ashraf Ghani Ahmadzai" by the first two.
  [[nodiscard]] std::optional<ActorId> longer_name(std::string_view name, const Date& day) const {
    std::string spaced(name);
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    const std::vector<std::string_view> words = split(spaced, ' ');
    if (words.size() < 3) return std::nullopt;
    const std::string first(words.front());
    for (const std::string_view second : {words.back(), words[1]}) {
      const auto found = bearer(first + " " + std::string(second), day);
      if (found && found->str().find(':') != std::string::npos) return found;
    }
    return std::nullopt;
  }

  /// "Iranian Parliament", "Royal Thai Police": a state's adjective before a role.
  [[nodiscard]] std::optional<ActorId> organ_by_adjective(std::string_view name) const {
    std::string spaced = plain(name);
    if (spaced.starts_with("royal ")) spaced.erase(0, 6);
    const size_t blank = spaced.find(' ');
    if (blank == std::string::npos) return std::nullopt;
    const auto owner = index().adjectives.find(spaced.substr(0, blank));
    const std::string_view organ = roles.organ(std::string_view(spaced).substr(blank + 1));
    if (owner == index().adjectives.end() || organ.empty()) return std::nullopt;
    return ActorId(owner->second.str() + ":" + std::string(organ));
  }

  [[nodiscard]] std::optional<ActorId> by_name(const EventParty& party, const Date& day) const;

 private:
  mutable std::once_flag indexed_;
  mutable std::optional<ActorIndex> index_;
};

std::optional<ActorId> EventCodebook::Parts::by_name(const EventParty& party, const Date& day) const {
  std::string_view name = trim(party.name);
  if (name.empty()) return std::nullopt;
  constexpr std::string_view government = "Government of ";
  if (name.starts_with(government)) {
    if (const auto owner = state(name.substr(government.size()), day)) return ActorId(owner->str() + ":GOV");
  }
  if (const auto known = bearer(name, day)) return known;
  const auto [role, where] = role_and_state(name);
  if (where.empty()) {
    if (const auto person = longer_name(name, day)) return person;
    return organ_by_adjective(name);
  }
  if (const auto owner = state(where, day)) {
    return organ_of(*owner, roles.organ(role).empty() ? party.sectors : std::string_view(role));
  }
  return bearer(role, day);
}

EventCodebook::EventCodebook(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
EventCodebook::EventCodebook(EventCodebook&&) noexcept = default;
EventCodebook& EventCodebook::operator=(EventCodebook&&) noexcept = default;
EventCodebook::~EventCodebook() = default;

Result<EventCodebook> EventCodebook::load(const std::string& lexicon_folder) {
  Result<ActorDirectory> directory = ActorDirectory::load(lexicon_folder);
  if (!directory) return directory.error();
  Result<PartyRoles> roles = PartyRoles::load(lexicon_folder);
  if (!roles) return roles.error();
  Result<ActTable> acts = ActTable::load(lexicon_folder);
  if (!acts) return acts.error();
  return EventCodebook(std::make_unique<Parts>(std::move(*directory), std::move(*roles), std::move(*acts)));
}

std::optional<ActorId> EventCodebook::actor(const EventParty& party, int year) const {
  const Date day = Date::of_day(year, 7, 1);
  if (const auto named = parts_->by_name(party, day)) return named;
  std::optional<ActorId> owner = parts_->by_code(trim(party.code));
  if (!owner && !trim(party.country).empty()) owner = parts_->state(party.country, day);
  if (!owner) {
    if (trim(party.name).empty()) return std::nullopt;
    return unknown_actor(party.name);
  }
  const std::string_view sectors = trim(party.sectors);
  if (sectors.empty()) return trim(party.name).empty() ? *owner : ActorId(owner->str() + ":CVL");
  return parts_->organ_of(*owner, sectors);
}

std::optional<EventKind> EventCodebook::act(ActScheme scheme, std::string_view text) const {
  const EventKind* kind = nullptr;
  if (scheme == ActScheme::cameo) kind = parts_->acts.coded(text);
  if (scheme == ActScheme::name) kind = parts_->acts.named(text);
  if (scheme == ActScheme::word) kind = parts_->acts.worded(text);
  if (kind == nullptr) return std::nullopt;
  return *kind;
}

std::optional<ActorId> EventCodebook::named(std::string_view text) const {
  const ActorId id{std::string(trim(text))};
  if (parts_->directory.find(id) != nullptr) return id;
  std::string upper = id.str();
  for (char& c : upper) {
    if (is_ascii_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  if (parts_->directory.find(ActorId(upper)) != nullptr) return ActorId(upper);
  return parts_->bearer(text, Date{});
}

Actor EventCodebook::describe(const ActorId& id) const {
  return parts_->directory.describe(id);
}

std::vector<OfficeTerm> EventCodebook::terms(const ActorId& state, const std::string& office) const {
  return office_terms(parts_->directory, state, office);
}

std::vector<Membership> EventCodebook::members(const ActorId& bloc) const {
  std::vector<Membership> out;
  for (auto& [member, valid] : parts_->directory.members_of(bloc)) out.push_back({member, valid.from, valid.to});
  return out;
}

std::string EventCodebook::name_of_act(std::string_view code) const {
  return parts_->acts.name_of(code);
}

}  // namespace entente
