// The ladder of support: which rung a claim speaks of, and how far each pair has come on it.
#include <algorithm>
#include <array>
#include <map>

#include "relations/evidence.h"
#include "relations/ladder_words.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, rung_count> rung_names = {
    "words",         "diplomatic backing", "economic relief",           "technical and dual-use help",
    "arms",          "advanced arms",      "advisers and intelligence", "fighting alongside",
    "mutual defence"};

const std::vector<Rung>& all_rungs() {
  static const std::vector<Rung> all = [] {
    std::vector<Rung> rungs;
    for (int i = 0; i < rung_count; ++i) rungs.push_back(static_cast<Rung>(i));
    return rungs;
  }();
  return all;
}

/// The rungs that support in a domain can be of, when only the sentence as a whole can tell.
std::vector<Rung> rungs_of(Domain domain) {
  switch (domain) {
    case Domain::military:
      return {Rung::technical, Rung::arms, Rung::advanced_arms, Rung::advisers, Rung::fighting, Rung::mutual_defence};
    case Domain::nuclear:
      return {Rung::technical};
    case Domain::diplomatic:
    case Domain::political:
    case Domain::ideological:
      return {Rung::words, Rung::diplomatic};
    default:
      return {Rung::economic, Rung::technical};
  }
}

/// What help in a domain is, when nothing tells more.
Rung usual_help(Domain domain) {
  switch (domain) {
    case Domain::military:
      return Rung::arms;
    case Domain::nuclear:
      return Rung::technical;
    case Domain::diplomatic:
    case Domain::political:
    case Domain::ideological:
      return Rung::diplomatic;
    default:
      return Rung::economic;
  }
}

/// Working together in arms is less than handing them over.
Rung usual_joint_work(Domain domain) {
  return domain == Domain::military ? Rung::technical : usual_help(domain);
}

std::string own_words(const Claim& claim) {
  return claim.about ? claim.good + ' ' + claim.about->text : claim.good;
}

std::optional<Rung> told_by_itself(const Claim& claim) {
  return rung_in(own_words(claim), all_rungs());
}

/// Asks the claim's own words first, then the sentence's.
std::optional<Rung> told(const Claim& claim, const Wording& wording) {
  if (const auto rung = told_by_itself(claim)) return rung;
  return rung_in(wording(claim), rungs_of(claim.domain));
}

std::optional<Rung> rung_of_event(const Claim& claim) {
  const auto by_words = told_by_itself(claim);
  switch (claim.type) {
    case ClaimType::aid:
      return by_words.value_or(usual_help(claim.domain));
    case ClaimType::cooperate:
    case ClaimType::agree:
      return by_words.value_or(usual_joint_work(claim.domain));
    case ClaimType::support_act:
      return claim.cameo == "051" ? Rung::words : Rung::diplomatic;
    default:
      return std::nullopt;
  }
}

std::optional<Rung> rung_of_tie(const Claim& claim) {
  if (claim.sign == Sign::negative) return std::nullopt;
  switch (claim.type) {
    case ClaimType::supplier:
      return told_by_itself(claim).value_or(usual_help(claim.domain));
    case ClaimType::investor:
      return Rung::economic;
    case ClaimType::partner:  // to trade or to be on good terms is no support yet; to arm or to build together is
      if (claim.domain == Domain::military || claim.domain == Domain::nuclear) return Rung::technical;
      return std::nullopt;
    case ClaimType::ally:
    case ClaimType::alignment:
      return Rung::diplomatic;
    default:
      return std::nullopt;
  }
}

/// What is expected may be a fight as well: only words of support put it on the ladder.
std::optional<Rung> rung_of_outlook(const Claim& claim, const Wording& wording) {
  const std::string words = own_words(claim);
  const auto rung = told_by_itself(claim);
  if (rung) return speaks_of_no_support(words) ? std::nullopt : rung;
  const std::string sentence = wording(claim);
  return speaks_of_no_support(sentence) ? std::nullopt : rung_in(sentence, rungs_of(claim.domain));
}

std::vector<ClaimId>* slot_of_outlook(RungRecord& record, ClaimType type) {
  return type == ClaimType::unlikely || type == ClaimType::highly_unlikely ? &record.doubted : &record.expected;
}

std::vector<ClaimId>* slot_of_limit(RungRecord& record, const Claim& claim) {
  if (claim.modality != Modality::asserted) return nullptr;
  if (claim.type == ClaimType::refused) return &record.refused;
  return claim.type == ClaimType::withheld ? &record.withheld : &record.excluded;
}

std::vector<ClaimId>* slot_of_deed(RungRecord& record, const Claim& claim) {
  switch (claim.modality) {
    case Modality::asserted:
      return claim.type == ClaimType::agree ? &record.offered : &record.reached;
    case Modality::offered:
    case Modality::promised:
      return &record.offered;
    case Modality::expected:
      return &record.expected;
    case Modality::open:
      return &record.open;
    default:
      return nullptr;
  }
}

/// Where on its rung a claim belongs; null: it says nothing of it.
std::vector<ClaimId>* slot(RungRecord& record, const Claim& claim) {
  switch (claim.kind()) {
    case ClaimKind::outlook:
      return slot_of_outlook(record, claim.type);
    case ClaimKind::limit:
      return slot_of_limit(record, claim);
    case ClaimKind::question:
      return &record.open;
    default:
      return slot_of_deed(record, claim);
  }
}

Ladder& ladder_of(std::map<Dyad, Ladder>& all, const Dyad& dyad) {
  Ladder& ladder = all[dyad];
  if (!ladder.rungs.empty()) return ladder;
  ladder.from = dyad.from;
  ladder.to = dyad.to;
  for (const Rung rung : all_rungs()) ladder.rungs.emplace_back().rung = rung;
  return ladder;
}

void raise(std::optional<Rung>& mark, Rung rung) {
  mark = mark ? std::max(*mark, rung) : rung;
}
void lower(std::optional<Rung>& mark, Rung rung) {
  mark = mark ? std::min(*mark, rung) : rung;
}

void note_domain(Ladder& ladder, Domain domain, const RungRecord& said) {
  auto place = std::lower_bound(ladder.domains.begin(), ladder.domains.end(), domain,
                                [](const DomainReach& reach, Domain d) { return reach.domain < d; });
  if (place == ladder.domains.end() || place->domain != domain) {
    place = ladder.domains.insert(place, DomainReach{domain, {}, {}, {}});
  }
  if (!said.reached.empty()) raise(place->reached, said.rung);
  if (!said.offered.empty()) raise(place->offered, said.rung);
  if (said.stopped()) lower(place->stopped, said.rung);
}

void note(Ladder& ladder, Rung rung, const Claim& claim) {
  RungRecord& record = ladder.rungs[static_cast<size_t>(rung)];
  std::vector<ClaimId>* place = slot(record, claim);
  if (place == nullptr) return;
  add_ground(*place, claim.id());
  RungRecord said;  // this claim's word alone, for its domain
  said.rung = rung;
  slot(said, claim)->push_back(claim.id());
  note_domain(ladder, claim.domain, said);
}

bool says_something(const Ladder& ladder) {
  return !ladder.domains.empty();
}

template <class Test>
std::optional<Rung> first(const std::vector<RungRecord>& rungs, const Test& test) {
  const auto found = std::find_if(rungs.begin(), rungs.end(), test);
  return found == rungs.end() ? std::nullopt : std::optional(found->rung);
}

template <class Test>
std::optional<Rung> last(const std::vector<RungRecord>& rungs, const Test& test) {
  const auto found = std::find_if(rungs.rbegin(), rungs.rend(), test);
  return found == rungs.rend() ? std::nullopt : std::optional(found->rung);
}

}  // namespace

std::string_view name_of(Rung rung) {
  return rung_names[static_cast<size_t>(rung)];
}

std::optional<Rung> Ladder::reached() const {
  return last(rungs, [](const RungRecord& r) { return !r.reached.empty(); });
}
std::optional<Rung> Ladder::offered() const {
  return last(rungs, [](const RungRecord& r) { return !r.offered.empty(); });
}
std::optional<Rung> Ladder::stopped() const {
  return first(rungs, [](const RungRecord& r) { return r.stopped(); });
}

std::optional<Rung> Ladder::ceiling() const {
  const std::optional<Rung> top = reached();
  return first(rungs, [&](const RungRecord& r) { return r.stopped() && (!top || r.rung > *top); });
}

std::optional<Rung> rung_of(const Claim& claim, const Wording& wording) {
  switch (claim.kind()) {
    case ClaimKind::event:
      return rung_of_event(claim);
    case ClaimKind::tie:
      return rung_of_tie(claim);
    case ClaimKind::stance:
      return claim.type == ClaimType::support ? std::optional(Rung::words) : std::nullopt;
    case ClaimKind::limit:
      return told(claim, wording).value_or(usual_help(claim.domain));
    case ClaimKind::outlook:
      return rung_of_outlook(claim, wording);
    case ClaimKind::question:
      if (claim.type != ClaimType::will_support) return std::nullopt;
      return told_by_itself(claim).value_or(usual_help(claim.domain));
    default:
      return std::nullopt;
  }
}

std::vector<Ladder> ladders(const std::vector<Claim>& claims, const Wording& wording) {
  std::map<Dyad, Ladder> all;
  for (const Claim& claim : claims) {
    const std::optional<Rung> rung = rung_of(claim, wording);
    if (!rung) continue;
    for (const Dyad& dyad : dyads(claim)) {
      note(ladder_of(all, dyad), *rung, claim);
      if (is_undirected_tie(claim.type)) note(ladder_of(all, {dyad.to, dyad.from}), *rung, claim);
    }
  }
  std::vector<Ladder> out;
  for (auto& [dyad, ladder] : all) {
    if (says_something(ladder)) out.push_back(std::move(ladder));
  }
  return out;
}

}  // namespace entente
