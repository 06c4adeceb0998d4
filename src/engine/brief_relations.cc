// Parts of a brief: who acts, and how the pairs stand.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "engine/brief_desk.h"

namespace entente {

namespace {

/// What is counted of one actor.
struct Part {
  std::set<ClaimId> acts;
  std::set<ClaimId> acted_upon;
  std::set<ClaimId> mentioned;
  std::map<ClaimType, std::vector<ClaimId>> does;
  std::map<ClaimType, std::vector<ClaimId>> undergoes;
};

void count(std::map<ActorId, Part>& parts, const Claim& claim) {
  const ClaimId id = claim.id();
  for (const ActorId& actor : claim.source) {
    Part& part = parts[counted_as(actor)];
    if (part.acts.insert(id).second) part.does[claim.type].push_back(id);
  }
  for (const ActorId& actor : claim.target) {
    Part& part = parts[counted_as(actor)];
    if (part.acted_upon.insert(id).second) part.undergoes[claim.type].push_back(id);
  }
  if (!claim.about) return;
  for (const ActorId& actor : claim.about->actors) parts[counted_as(actor)].mentioned.insert(id);
}

using Deeds = std::map<ClaimType, std::vector<ClaimId>>;

/// The most frequent doings in words, the claims behind them added to the grounds.
std::vector<std::string> foremost(const Deeds& deeds, std::string_view (*words)(ClaimType), size_t most,
                                  std::vector<ClaimId>& grounds) {
  std::vector<std::pair<ClaimType, std::vector<ClaimId>>> order;
  for (const auto& [type, claims] : deeds) {
    if (!words(type).empty()) order.emplace_back(type, claims);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  order.resize(std::min(order.size(), most));
  std::vector<std::string> out;
  for (const auto& [type, claims] : order) {
    out.emplace_back(words(type));
    append(grounds, claims);
  }
  return out;
}

BriefLine role_of(BriefDesk& desk, const ActorId& id, const Part& part) {
  std::vector<ClaimId> grounds;
  const bool acts = part.acts.size() >= part.acted_upon.size();
  std::vector<std::string> says;
  for (const auto& some : {foremost(part.does, doing, acts ? 3 : 2, grounds),
                           foremost(part.undergoes, undergoing, acts ? 1 : 2, grounds)}) {
    for (const std::string& words : some) {
      if (std::find(says.begin(), says.end(), words) == says.end()) says.push_back(words);
    }
  }
  const std::string role = says.empty() ? "only spoken of" : listed(says);
  return desk.line(desk.name(id) + ": " + role + '.', std::move(grounds));
}

std::vector<Told<Relation>> cells_of(BriefDesk& desk, const BriefFacts& facts, const Dyad& pair) {
  std::vector<Told<Relation>> out;
  for (const Relation& relation : facts.relations) {
    if (relation.from != pair.from || relation.to != pair.to) continue;
    const double balance = relation.sign == Sign::negative ? -relation.strength : relation.strength;
    const std::string words = standing_words(relation.sign, balance, relation.uncertainty);
    out.push_back({relation, desk.line(std::string(name_of(relation.domain)) + ": " + words, relation.grounds)});
  }
  return out;
}

}  // namespace

std::string balance_figures(double balance, double uncertainty) {
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%s%.2f ± %.2f", balance < 0 ? "−" : "+", std::abs(balance), uncertainty);
  return out.data();
}

std::string standing_words(Sign sign, double balance, double uncertainty) {
  if (sign == Sign::mixed) return "mixed";
  const std::string kind = sign == Sign::positive ? "cooperative" : "hostile";
  if (std::abs(balance) > uncertainty) return "clearly " + kind;
  return std::abs(balance) > uncertainty / 2 ? kind : kind + ", on thin evidence";
}

std::vector<BriefActor> write_actors(BriefDesk& desk) {
  std::map<ActorId, Part> parts;
  for (const Claim& claim : desk.claims()) count(parts, claim);
  std::vector<std::pair<ActorId, Part>> order(parts.begin(), parts.end());
  const auto weight = [](const Part& p) { return p.acts.size() + p.acted_upon.size(); };
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto& a, const auto& b) { return weight(a.second) > weight(b.second); });
  std::vector<BriefActor> out;
  for (const auto& [id, part] : order) {
    BriefLine role = role_of(desk, id, part);
    out.push_back({desk.actor(id), part.acts.size(), part.acted_upon.size(), part.mentioned.size(), std::move(role)});
  }
  return out;
}

std::vector<StandingRow> write_standings(BriefDesk& desk, const BriefFacts& facts) {
  std::vector<StandingRow> out;
  for (const PairStanding& pair : facts.pairs) {
    const std::string words = standing_words(pair.sign, pair.balance, pair.uncertainty);
    const std::string figures = balance_figures(pair.balance, pair.uncertainty);
    BriefLine line = desk.line(desk.both(pair.pair) + ": " + words + " (" + figures + ").", pair.grounds);
    out.push_back({pair, std::move(line), cells_of(desk, facts, pair.pair)});
  }
  return out;
}

}  // namespace entente
