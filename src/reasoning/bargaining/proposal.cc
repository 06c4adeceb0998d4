// Position from the ladder or the standing, salience from attention, capability from a table.
#include "reasoning/bargaining/proposal.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace entente {
namespace {

constexpr double top_of_scale = 100;
constexpr double own_salience = 0.95;  // of the one that is to be supported

double height_of_rung(Rung rung) {
  return std::round(10 * top_of_scale * (static_cast<double>(rung) + 1) / rung_count) / 10;
}

std::set<ActorId> parties_of(const Claim& claim) {
  std::set<ActorId> out;
  for (const Dyad& pair : dyads(claim)) {
    out.insert(pair.from);
    out.insert(pair.to);
  }
  for (const ActorId& id : claim.source) out.insert(counted_as(id));
  for (const ActorId& id : claim.target) out.insert(counted_as(id));
  return out;
}

bool concerns(const Claim& claim, const std::set<ActorId>& parties, const ActorId& actor) {
  if (parties.contains(actor)) return true;
  return claim.about && std::any_of(claim.about->actors.begin(), claim.about->actors.end(),
                                    [&](const ActorId& id) { return counted_as(id) == actor; });
}

/// What an actor's claims are, and which of them concern the one that is to be supported.
struct Attention {
  size_t claims = 0;
  std::vector<ClaimId> on;
};

std::map<ActorId, Attention> attention_to(const ActorId& supported, const std::vector<Claim>& claims) {
  std::map<ActorId, Attention> out;
  for (const Claim& claim : claims) {
    const std::set<ActorId> parties = parties_of(claim);
    const bool on = concerns(claim, parties, supported);
    for (const ActorId& actor : parties) {
      ++out[actor].claims;
      if (on) out[actor].on.push_back(claim.id());
    }
  }
  std::erase_if(out, [](const auto& entry) { return entry.second.on.empty(); });
  for (auto& [actor, attention] : out) std::sort(attention.on.begin(), attention.on.end());
  return out;
}

std::string counted_claims(size_t n, const std::string& what) {
  return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

/// The ladder's word on where an actor stands; none where no rung is told as given, offered, or refused.
std::optional<ProposedInput> on_the_ladder(const Ladder& ladder) {
  const std::optional<Rung> given = ladder.reached(), offered = ladder.offered(), stopped = ladder.ceiling();
  std::optional<Rung> stands = given;
  const char* how = "given";
  if (offered && (!stands || *offered > *stands) && (!stopped || *offered < *stopped)) {
    stands = offered;
    how = "offered or promised";
  }
  if (!stands && !ladder.stopped()) return std::nullopt;
  ProposedInput out;
  if (stands) {
    const RungRecord& record = ladder.rungs[static_cast<size_t>(*stands)];
    out.value = height_of_rung(*stands);
    out.why = std::string(name_of(*stands)) + " " + how;
    out.grounds = stands == given ? record.reached : record.offered;
  } else {
    out.why = "nothing given";
  }
  if (const std::optional<Rung> refused = stopped ? stopped : ladder.stopped()) {
    const RungRecord& record = ladder.rungs[static_cast<size_t>(*refused)];
    out.why += ", " + std::string(name_of(*refused)) + " refused or withheld";
    for (const auto* ids : {&record.refused, &record.withheld, &record.excluded}) {
      out.grounds.insert(out.grounds.end(), ids->begin(), ids->end());
    }
  }
  std::sort(out.grounds.begin(), out.grounds.end());
  return out;
}

/// Without a rung: up to the first one, as far as the standing is friendly.
ProposedInput by_standing(const PairStanding* standing) {
  if (standing == nullptr) return {0, "no support and no standing is told", {}, true};
  const double balance = standing->balance;
  ProposedInput out{std::round(10 * std::max(0.0, balance) * height_of_rung(Rung::words)) / 10, "", standing->grounds,
                    false};
  out.why = std::string("no support is told; the standing between them is ") +
            (balance > 0.1 ? "friendly" : (balance < -0.1 ? "hostile" : "neither friendly nor hostile"));
  return out;
}

/// Those without a figure get the smallest of the others, marked.
void fill_capabilities(std::vector<ProposedBargainer>& proposed, const Capabilities& capabilities) {
  double least = 0;
  for (const ProposedBargainer& one : proposed) {
    const auto found = capabilities.find(one.actor);
    if (found == capabilities.end() || !(found->second.value > 0)) continue;
    if (least == 0 || found->second.value < least) least = found->second.value;
  }
  for (ProposedBargainer& one : proposed) {
    const auto found = capabilities.find(one.actor);
    if (found != capabilities.end() && found->second.value > 0) {
      one.capability = {std::round(1e5 * found->second.value) / 1e3,
                        "share of the world's, per cent: " + found->second.source,
                        {},
                        false};
    } else {
      one.capability = {
          least > 0 ? std::round(1e5 * least) / 1e3 : 1, "no figure: the smallest of the others stands in", {}, true};
    }
  }
}

}  // namespace

std::vector<ProposedBargainer> propose_support(const ActorId& supported, const std::vector<Claim>& claims,
                                               const Capabilities& capabilities, const Wording& wording,
                                               const ProposalOptions& options) {
  std::map<ActorId, Ladder> ladder_of;
  for (Ladder& ladder : ladders(claims, wording)) {
    if (ladder.to == supported) ladder_of.emplace(ladder.from, std::move(ladder));
  }
  std::map<ActorId, PairStanding> standing_of;
  for (PairStanding& standing : pair_standings(claims)) {
    const Dyad& pair = standing.pair;
    if (pair.from != supported && pair.to != supported) continue;
    const ActorId other = pair.from == supported ? pair.to : pair.from;
    standing_of.emplace(other, std::move(standing));
  }
  std::vector<ProposedBargainer> out;
  for (auto& [actor, attention] : attention_to(supported, claims)) {
    ProposedBargainer one{actor, {}, {}, {}};
    if (actor == supported) {
      one.position = {top_of_scale, "the one that is to be supported: all it can get", {}, true};
      one.salience = {own_salience, "its own cause", {}, true};
    } else {
      const auto ladder = ladder_of.find(actor);
      const auto standing = standing_of.find(actor);
      const auto rung = ladder == ladder_of.end() ? std::nullopt : on_the_ladder(ladder->second);
      one.position = rung ? *rung : by_standing(standing == standing_of.end() ? nullptr : &standing->second);
      const double share = (static_cast<double>(attention.on.size()) + 1) / (static_cast<double>(attention.claims) + 2);
      one.salience = {std::round(100 * share) / 100,
                      std::to_string(attention.on.size()) + " of " + counted_claims(attention.claims, "claim") +
                          " on it concern this",
                      std::move(attention.on), false};
    }
    out.push_back(std::move(one));
  }
  fill_capabilities(out, capabilities);
  std::stable_sort(out.begin(), out.end(), [&](const ProposedBargainer& a, const ProposedBargainer& b) {
    if ((a.actor == supported) != (b.actor == supported)) return a.actor == supported;
    return a.capability.value * a.salience.value > b.capability.value * b.salience.value;
  });
  if (out.size() > options.most_actors) out.resize(options.most_actors);
  return out;
}

BargainingTable table_of(const std::vector<ProposedBargainer>& proposed,
                         const std::function<std::string(const ActorId&)>& name) {
  BargainingTable table{{""}, {}};
  for (const ProposedBargainer& one : proposed) {
    Bargainer actor{name(one.actor), one.capability.value, {one.position.value}, {one.salience.value}, ""};
    for (const ProposedInput* input : {&one.capability, &one.position, &one.salience}) {
      actor.basis += (actor.basis.empty() ? "" : "; ") + input->why;
    }
    table.actors.push_back(std::move(actor));
  }
  return table;
}

}  // namespace entente
