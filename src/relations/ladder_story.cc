// The ladder over time: dated entries, how long the ceiling has held, where one broke, and what others were given.
#include "relations/ladder_story.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "relations/evidence.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 9> state_names = {"reached",  "offered",  "promised", "refused", "withheld",
                                                         "excluded", "expected", "doubted",  "open"};

using Claims = std::map<ClaimId, const Claim*>;

/// The dyads of which the claim can put something on a ladder.
bool speaks_of(const Claim& claim, const Dyad& pair) {
  for (const Dyad& dyad : dyads(claim)) {
    if (dyad == pair || (is_undirected_tie(claim.type) && dyad == Dyad{pair.to, pair.from})) return true;
  }
  return false;
}

bool gives(const Claim& claim, const ActorId& who) {
  const auto is = [&](const ActorId& id) { return counted_as(id) == who; };
  const bool source = std::any_of(claim.source.begin(), claim.source.end(), is);
  return source || (is_undirected_tie(claim.type) && std::any_of(claim.target.begin(), claim.target.end(), is));
}

template <class Test>
std::vector<Claim> those(const std::vector<Claim>& claims, const Test& test) {
  std::vector<Claim> out;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(out), test);
  return out;
}

Ladder ladder_between(const Dyad& pair, const std::vector<Claim>& claims, const Wording& wording) {
  for (Ladder& ladder : ladders(claims, wording)) {
    if (ladder.from == pair.from && ladder.to == pair.to) return std::move(ladder);
  }
  Ladder empty;
  empty.from = pair.from;
  empty.to = pair.to;
  for (int i = 0; i < rung_count; ++i) empty.rungs.emplace_back().rung = static_cast<Rung>(i);
  return empty;
}

/// Reads a ladder off its claims again, claim by claim.
class StoryTeller {
 public:
  StoryTeller(const std::vector<Claim>& claims, const PublicationDay& published) : published_(published) {
    for (const Claim& claim : claims) claims_.emplace(claim.id(), &claim);
  }

  [[nodiscard]] const Claim& claim(const ClaimId& id) const { return *claims_.at(id); }
  [[nodiscard]] Date day(const ClaimId& id) const { return day_of(claim(id), published_); }

  [[nodiscard]] std::vector<RungEntry> entries(const Ladder& ladder) const {
    std::vector<RungEntry> out;
    for (const RungRecord& record : ladder.rungs) {
      add(record.rung, RungState::reached, record.reached, out);
      add(record.rung, RungState::offered, record.offered, out);
      add(record.rung, RungState::refused, record.refused, out);
      add(record.rung, RungState::withheld, record.withheld, out);
      add(record.rung, RungState::excluded, record.excluded, out);
      add(record.rung, RungState::expected, record.expected, out);
      add(record.rung, RungState::doubted, record.doubted, out);
      add(record.rung, RungState::open, record.open, out);
    }
    std::sort(out.begin(), out.end(), [](const RungEntry& a, const RungEntry& b) { return order(a) < order(b); });
    return out;
  }

  /// The first claim of a known day, by day and id; null where none has one.
  [[nodiscard]] const ClaimId* first_told(const std::vector<ClaimId>& ids) const {
    const ClaimId* first = nullptr;
    for (const ClaimId& id : ids) {
      if (day(id).known() && (first == nullptr || first_day(day(id)) < first_day(day(*first)))) first = &id;
    }
    return first;
  }

  [[nodiscard]] Date last_told() const {
    Date last;
    for (const auto& [id, claim] : claims_) {
      const Date told = day_of(*claim, published_);
      if (told.known() && (!last.known() || last_day(told) > last_day(last))) last = told;
    }
    return last;
  }

 private:
  void add(Rung rung, RungState state, const std::vector<ClaimId>& ids, std::vector<RungEntry>& out) const {
    for (const ClaimId& id : ids) {
      const Claim& said = claim(id);
      const bool promise = said.modality == Modality::promised || said.type == ClaimType::agree;
      const bool promised = state == RungState::offered && promise;
      out.push_back({rung, said.domain, promised ? RungState::promised : state, day(id), id});
    }
  }

  static std::tuple<int, bool, int64_t, int, ClaimId> order(const RungEntry& e) {
    return {-static_cast<int>(e.rung), !e.day.known(), e.day.known() ? first_day(e.day) : 0, static_cast<int>(e.state),
            e.claim};
  }

  Claims claims_;
  const PublicationDay& published_;
};

std::vector<ClaimId> denials_of(const RungRecord& record) {
  std::vector<ClaimId> out;
  for (const auto* ids : {&record.refused, &record.withheld, &record.excluded}) {
    for (const ClaimId& id : *ids) add_ground(out, id);
  }
  return out;
}

std::optional<Ceiling> ceiling_of(const Ladder& ladder, const StoryTeller& teller) {
  const std::optional<Rung> rung = ladder.ceiling();
  if (!rung) return std::nullopt;
  Ceiling out;
  out.rung = *rung;
  out.grounds = denials_of(ladder.rungs[static_cast<size_t>(*rung)]);
  const ClaimId* first = teller.first_told(out.grounds);
  if (first != nullptr) out.since = teller.day(*first);
  out.until = teller.last_told();
  out.days = days_between(out.since, out.until);
  if (out.days) out.days = std::max<int64_t>(0, *out.days);
  return out;
}

/// The first deed on that rung or above it that clearly came after the day.
const ClaimId* given_after(const Ladder& ladder, Rung rung, const Date& day, const StoryTeller& teller, Rung& given) {
  const ClaimId* found = nullptr;
  for (auto r = static_cast<size_t>(rung); r < ladder.rungs.size(); ++r) {
    for (const ClaimId& id : ladder.rungs[r].reached) {
      const Date then = teller.day(id);
      if (!clearly_before(day, then)) continue;
      if (found != nullptr && first_day(teller.day(*found)) <= first_day(then)) continue;
      found = &id;
      given = ladder.rungs[r].rung;
    }
  }
  return found;
}

void add_broken(Domain domain, const Ladder& ladder, const StoryTeller& teller, std::vector<BrokenCeiling>& out) {
  for (const RungRecord& record : ladder.rungs) {
    const std::vector<ClaimId> denials = denials_of(record);
    const ClaimId* denial = teller.first_told(denials);
    if (denial == nullptr) continue;
    const Date denied_on = teller.day(*denial);
    Rung given = record.rung;
    const ClaimId* deed = given_after(ladder, record.rung, denied_on, teller, given);
    if (deed == nullptr) continue;
    const Date given_on = teller.day(*deed);
    out.push_back(
        {domain, record.rung, given, denied_on, given_on, *days_between(denied_on, given_on), *denial, *deed});
  }
}

/// The lowest rung of each domain that was kept from the receiver, or is left open or doubted.
std::map<Domain, Rung> kept_back(const std::vector<DomainLadder>& domains) {
  std::map<Domain, Rung> out;
  for (const DomainLadder& in : domains) {
    for (const RungRecord& record : in.ladder.rungs) {
      if (!record.stopped() && record.doubted.empty() && record.open.empty()) continue;
      out.emplace(in.domain, record.rung);
      break;
    }
  }
  return out;
}

struct Attacks {
  std::set<ActorId> by;
  std::vector<ClaimId> claims;
};

std::map<ActorId, Attacks> attacks_of(const std::vector<Claim>& claims) {
  std::map<ActorId, Attacks> out;
  for (const Claim& claim : claims) {
    if (claim.type != ClaimType::assault || claim.modality != Modality::asserted) continue;
    for (const Dyad& dyad : dyads(claim)) {
      out[dyad.to].by.insert(dyad.from);
      add_ground(out[dyad.to].claims, claim.id());
    }
  }
  return out;
}

void add_precedents(const Dyad& pair, Domain domain, Rung kept, const std::vector<Ladder>& all,
                    std::map<ActorId, Attacks>& attacks, std::vector<Precedent>& out) {
  for (const Ladder& ladder : all) {
    const std::optional<Rung> reached = ladder.reached();
    if (ladder.from != pair.from || ladder.to == pair.to || !reached || *reached < kept) continue;
    Attacks under = attacks[ladder.to];
    under.by.erase(pair.from);
    if (under.by.empty()) under.claims.clear();
    out.push_back({ladder.to,
                   domain,
                   *reached,
                   {under.by.begin(), under.by.end()},
                   ladder.rungs[static_cast<size_t>(*reached)].reached,
                   std::move(under.claims)});
  }
}

std::vector<Precedent> precedents_of(const LadderStory& story, const std::vector<Claim>& claims,
                                     const Wording& wording) {
  const Dyad pair{story.ladder.from, story.ladder.to};
  const std::vector<Claim> given = those(claims, [&](const Claim& c) { return gives(c, pair.from); });
  std::map<ActorId, Attacks> attacks = attacks_of(claims);
  std::vector<Precedent> out;
  for (const auto& [domain, rung] : kept_back(story.domains)) {
    const auto in_domain = those(given, [d = domain](const Claim& c) { return c.domain == d; });
    add_precedents(pair, domain, rung, ladders(in_domain, wording), attacks, out);
  }
  const auto rank = [](const Precedent& p) {
    return std::make_tuple(p.attacked_by.empty(), -static_cast<int>(p.rung), p.domain, p.to);
  };
  std::sort(out.begin(), out.end(), [&](const Precedent& a, const Precedent& b) { return rank(a) < rank(b); });
  return out;
}

}  // namespace

std::string_view name_of(RungState state) {
  return state_names[static_cast<size_t>(state)];
}

LadderStory ladder_story(const Dyad& pair, const std::vector<Claim>& claims, const PublicationDay& published,
                         const Wording& wording) {
  const std::vector<Claim> own = those(claims, [&](const Claim& c) { return speaks_of(c, pair); });
  const StoryTeller teller(own, published);
  LadderStory story;
  story.ladder = ladder_between(pair, own, wording);
  story.entries = teller.entries(story.ladder);
  story.ceiling = ceiling_of(story.ladder, teller);
  for (const DomainReach& reach : story.ladder.domains) {
    const auto in_domain = those(own, [&](const Claim& c) { return c.domain == reach.domain; });
    DomainLadder part{reach.domain, ladder_between(pair, in_domain, wording), std::nullopt};
    part.ceiling = ceiling_of(part.ladder, teller);
    add_broken(reach.domain, part.ladder, teller, story.broken);
    story.domains.push_back(std::move(part));
  }
  story.precedents = precedents_of(story, claims, wording);
  return story;
}

}  // namespace entente
