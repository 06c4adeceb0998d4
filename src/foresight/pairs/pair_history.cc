// Collecting what pairs did to each other.
#include "foresight/pairs/pair_history.h"

#include <algorithm>
#include <numeric>

namespace entente {
namespace {

constexpr const char* intent = "03";
constexpr double intent_intensity = 4;
constexpr const char* threat = "13";
constexpr double threat_intensity = -4.4;
constexpr const char* refusal = "12";
constexpr double refusal_intensity = -4;

bool is_pledge(Modality modality) {
  return modality == Modality::offered || modality == Modality::promised;
}

/// The act that a claim tells of; none if it tells of none.
std::optional<PairAct> act_of(const Claim& claim) {
  switch (claim.kind()) {
    case ClaimKind::event:
      if (claim.cameo.empty()) return std::nullopt;
      if (claim.modality == Modality::asserted) return PairAct{claim.cameo, claim.intensity};
      if (is_pledge(claim.modality) && claim.intensity >= 0) return PairAct{intent, intent_intensity};
      if (is_pledge(claim.modality)) return PairAct{threat, threat_intensity};
      return std::nullopt;
    case ClaimKind::redline:
      return PairAct{threat, threat_intensity};
    case ClaimKind::limit:
      return PairAct{refusal, refusal_intensity};
    default:
      return std::nullopt;
  }
}

/// Sorts words and gives for each old place the new one.
template <class Word>
std::vector<uint32_t> sort_words(std::vector<Word>& words) {
  std::vector<uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return words[a] < words[b]; });
  std::vector<uint32_t> place(words.size());
  std::vector<Word> sorted;
  sorted.reserve(words.size());
  for (uint32_t at = 0; at < order.size(); ++at) {
    place[order[at]] = at;
    sorted.push_back(std::move(words[order[at]]));
  }
  words = std::move(sorted);
  return place;
}

}  // namespace

void PairHistory::add(std::string_view source, std::string_view target, int64_t day, std::string_view code,
                      double intensity) {
  if (code.size() < 2 || source.empty() || target.empty() || source == target) return;
  const auto number = [this](std::string_view name) {
    const auto known = actor_numbers_.find(name);
    if (known != actor_numbers_.end()) return known->second;
    actors_.emplace_back(name);
    return actor_numbers_.emplace(std::string(name), static_cast<uint32_t>(actors_.size() - 1)).first->second;
  };
  const auto [act, fresh] = act_numbers_.try_emplace({std::string(code), intensity}, acts_.size());
  if (fresh) acts_.push_back(act->first);
  const uint32_t from = number(source), to = number(target);
  events_.push_back({static_cast<int32_t>(day), from, to, act->second});
}

bool PairHistory::add(const Claim& claim) {
  const std::optional<PairAct> act = act_of(claim);
  if (!act || claim.when.precision != Precision::day) return false;
  for (const ActorId& source : claim.source) {
    for (const ActorId& target : claim.target) {
      add(source.str(), target.str(), entente::first_day(claim.when), act->code, act->intensity);
    }
  }
  return true;
}

void PairHistory::settle() {
  const std::vector<uint32_t> actor_place = sort_words(actors_);
  const std::vector<uint32_t> act_place = sort_words(acts_);
  for (auto& [name, number] : actor_numbers_) number = actor_place[number];
  for (auto& [act, number] : act_numbers_) number = act_place[number];
  for (PairEvent& event : events_) {
    event.source = actor_place[event.source];
    event.target = actor_place[event.target];
    event.act = act_place[event.act];
  }
  std::sort(events_.begin(), events_.end());
  events_.erase(std::unique(events_.begin(), events_.end()), events_.end());
}

std::optional<uint32_t> PairHistory::actor(std::string_view name) const {
  const auto known = actor_numbers_.find(name);
  if (known == actor_numbers_.end()) return std::nullopt;
  return known->second;
}

std::string PairHistory::called(uint32_t actor) const {
  if (names_) return names_(actors_[actor]);
  std::string text = actors_[actor];
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace entente
