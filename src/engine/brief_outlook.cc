// Parts of a brief: what is expected, with the odds that its words stand for, and what is left open.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "engine/brief_desk.h"

namespace entente {

namespace {

/// Claims of one sentence that say the same of several actors are told together.
using OutlookKey = std::tuple<Passage, ClaimType, Domain, std::vector<ActorId>, std::string>;

struct Group {
  std::vector<ActorId> source;
  std::vector<const Claim*> claims;
};

std::string about_text(const Claim& claim) {
  return claim.about ? std::string(trim(claim.about->text)) : "";
}

std::vector<std::pair<OutlookKey, Group>> grouped(const BriefDesk& desk, ClaimKind kind) {
  std::vector<std::pair<OutlookKey, Group>> out;
  for (const Claim& claim : desk.claims()) {
    if (claim.kind() != kind) continue;
    const OutlookKey key{claim.first_evidence().passage, claim.type, claim.domain, claim.target, about_text(claim)};
    auto place = std::find_if(out.begin(), out.end(), [&](const auto& group) { return group.first == key; });
    if (place == out.end()) place = out.insert(out.end(), {key, {}});
    Group& group = place->second;
    for (const ActorId& actor : claim.source) {
      const bool fresh = std::find(group.source.begin(), group.source.end(), actor) == group.source.end();
      if (fresh) group.source.push_back(actor);
    }
    group.claims.push_back(&claim);
  }
  return out;
}

std::vector<ClaimId> grounds_of(const Group& group) {
  std::vector<ClaimId> out;
  for (const Claim* claim : group.claims) out.push_back(claim->id());
  return out;
}

std::string parties(BriefDesk& desk, const std::vector<ActorId>& source, const std::vector<ActorId>& target) {
  if (source.empty()) return target.empty() ? "Nobody named" : desk.names(target);
  return desk.names(source) + (target.empty() ? "" : " towards " + desk.names(target));
}

std::string range(const Odds& odds) {
  const std::string high = percent(odds.high);
  return std::to_string(static_cast<int>(odds.low * 100 + 0.5)) + "–" + high;
}

std::string odds_words(const Expectation& e) {
  if (e.kent && e.icd203) return "Kent " + range(*e.kent) + ", ICD 203 " + range(*e.icd203);
  if (e.icd203) return "ICD 203 " + range(*e.icd203);
  return "no odds: the word only says that it can be";
}

/// "; the record of events gives 3.1 % (1.2 to 6.0 %), below what the word says", or why it gives nothing.
std::string number_words(const OwnNumber& ours, const std::vector<LikelihoodRange>& ranges) {
  if (!ours.why_none.empty()) return "; the record of events gives no number: " + ours.why_none;
  const std::string beside = beside_ranges(ranges, ours.probability);
  std::string out = "; the record of events gives " + fine_percent(ours.probability) + " (" + fine_percent(ours.low) +
                    " to " + fine_percent(ours.high) + "; base rate " + fine_percent(ours.base_rate) + ")";
  if (beside == "within") return out + ", within what the word says";
  if (beside == "above" || beside == "below") return out + ", " + beside + " what the word says";
  return beside.empty() ? out : out + ", within some readings of the word";
}

/// Our number for the first claim of a group that can be asked; else why there is none.
std::optional<OwnNumber> number_for(const Group& group, const NumberFinder& finder) {
  if (!finder) return std::nullopt;
  std::optional<OwnNumber> out;
  for (const Claim* claim : group.claims) {
    out = finder(*claim);
    if (out->why_none.empty()) break;
  }
  return out;
}

}  // namespace

std::optional<Odds> kent_odds(ClaimType outlook) {
  switch (outlook) {
    case ClaimType::near_certain:
      return Odds{"almost certain", 0.87, 0.99};
    case ClaimType::likely:
      return Odds{"probable", 0.63, 0.87};
    case ClaimType::unlikely:
      return Odds{"probably not", 0.20, 0.40};
    case ClaimType::highly_unlikely:
      return Odds{"almost certainly not", 0.02, 0.12};
    default:
      return std::nullopt;
  }
}

std::optional<Odds> icd203_odds(ClaimType outlook) {
  switch (outlook) {
    case ClaimType::near_certain:
      return Odds{"almost certain", 0.95, 0.99};
    case ClaimType::highly_likely:
      return Odds{"very likely", 0.80, 0.95};
    case ClaimType::likely:
      return Odds{"likely", 0.55, 0.80};
    case ClaimType::unlikely:
      return Odds{"unlikely", 0.20, 0.45};
    case ClaimType::highly_unlikely:
      return Odds{"very unlikely", 0.05, 0.20};
    default:
      return std::nullopt;
  }
}

std::vector<Told<Expectation>> write_outlook(BriefDesk& desk, const NumberFinder& number) {
  std::vector<Told<Expectation>> out;
  for (const auto& [key, group] : grouped(desk, ClaimKind::outlook)) {
    const Claim& claim = *group.claims.front();
    Expectation e{group.source,
                  claim.target,
                  claim.type,
                  claim.domain,
                  word_of_likelihood(desk.sentence_of(claim), claim.type),
                  kent_odds(claim.type),
                  icd203_odds(claim.type),
                  {},
                  number_for(group, number)};
    e.ranges = likelihood_ranges(e.said, e.type);
    std::string text = parties(desk, e.source, e.target) + ", " + std::string(name_of(e.domain)) + ": " +
                       good_name(std::string(name_of(e.type)));
    if (!about_text(claim).empty()) text += ", " + in_quotes(about_text(claim));
    text += "; the text says " + in_quotes(e.said) + " (" + odds_words(e) + ")" +
            (e.ours ? number_words(*e.ours, e.ranges) : "") + ".";
    out.push_back({std::move(e), desk.line(std::move(text), grounds_of(group))});
  }
  return out;
}

std::vector<Told<BriefQuestion>> write_questions(BriefDesk& desk, const NumberFinder& number) {
  std::vector<Told<BriefQuestion>> out;
  for (const auto& [key, group] : grouped(desk, ClaimKind::question)) {
    const Claim& claim = *group.claims.front();
    const std::string domain = " (" + std::string(name_of(claim.domain)) + ')';
    std::string text =
        "On " + parties(desk, group.source, claim.target) + domain + ": " + in_quotes(desk.sentence_of(claim));
    if (claim.type == ClaimType::will_support && !group.source.empty() && !claim.target.empty()) {
      text = "Will " + desk.names(group.source) + " support " + desk.names(claim.target) + domain + '?';
    }
    std::optional<OwnNumber> ours = number_for(group, number);
    if (ours) text += " " + sentence_case(number_words(*ours, {}).substr(2)) + ".";
    out.push_back(
        {{group.source, claim.target, claim.type, std::move(ours)}, desk.line(std::move(text), grounds_of(group))});
  }
  return out;
}

}  // namespace entente
