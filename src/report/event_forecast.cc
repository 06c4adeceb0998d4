#include "report/event_forecast.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

namespace entente {

std::string training_text(const TrainedForecaster& trained) {
  return fmt::format("learnt from {} facts, {} entities, {} relations in {:.0f} s, with {:.0f} MiB at most\n",
                     trained.facts, trained.entities, trained.relations, trained.seconds, trained.peak_mib);
}

std::string training_json(const TrainedForecaster& trained) {
  nlohmann::ordered_json out;
  out["facts"] = trained.facts;
  out["entities"] = trained.entities;
  out["relations"] = trained.relations;
  out["model_bytes"] = trained.model.size();
  out["train_s"] = trained.seconds;
  out["peak_mib"] = trained.peak_mib;
  return out.dump();
}

namespace {

constexpr std::array<std::pair<Acquaintance, const char*>, 3> acquaintances = {
    {{Acquaintance::recurrent, "recurrent"}, {Acquaintance::pair, "pair"}, {Acquaintance::cold, "cold"}}};

std::string past_text(const TestedForecaster& tested) {
  std::string out;
  for (const auto& acquaintance : acquaintances) {
    const Acquaintance before = acquaintance.first;
    const EventScores scores = event_scores(tested.ranks, before);
    out += fmt::format("MRR of {} queries: {:.4f}, {}\n", scores.queries, scores.mrr,
                       before == Acquaintance::recurrent ? "whose fact was there before"
                       : before == Acquaintance::pair    ? "whose pair was there in other relations"
                                                         : "whose pair is new");
  }
  return out;
}

}  // namespace

std::string test_text(const TestedForecaster& tested) {
  const EventScores& scores = tested.scores;
  return fmt::format("MRR      {:.4f}\nHits@1   {:.4f}\nHits@3   {:.4f}\nHits@10  {:.4f}\n", scores.mrr, scores.hits1,
                     scores.hits3, scores.hits10) +
         past_text(tested) +
         fmt::format("{} queries in {:.0f} s, with {:.0f} MiB at most\n", scores.queries, tested.seconds,
                     tested.peak_mib);
}

std::string test_json(const TestedForecaster& tested) {
  nlohmann::ordered_json out;
  out["mrr"] = tested.scores.mrr;
  out["hits1"] = tested.scores.hits1;
  out["hits3"] = tested.scores.hits3;
  out["hits10"] = tested.scores.hits10;
  out["queries"] = tested.scores.queries;
  for (const auto& [before, name] : acquaintances) {
    const EventScores scores = event_scores(tested.ranks, before);
    out[name] = {{"queries", scores.queries}, {"mrr", scores.mrr}};
  }
  out["eval_s"] = tested.seconds;
  out["peak_mib"] = tested.peak_mib;
  return out.dump();
}

std::string ranks_text(const std::vector<RankedQuery>& ranks) {
  std::string out;
  for (const RankedQuery& query : ranks) {
    const Fact& fact = query.fact;
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", fact.subject, fact.relation, fact.object, fact.step,
                       query.object ? "object" : "subject", query.rank, query.score);
  }
  return out;
}

}  // namespace entente
