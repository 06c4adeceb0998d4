// A part of a brief: how likely the red lines that stand are to be challenged, and answered, by the history of events.
#include "engine/brief_desk.h"

namespace entente {

namespace {

constexpr size_t most_line_odds = 8;

std::string chance_words(const Chance& chance) {
  return fine_percent(chance.probability) + " (" + fine_percent(chance.low) + " to " + fine_percent(chance.high) +
         "; base rate " + fine_percent(chance.base_rate) + ")";
}

std::string odds_sentence(BriefDesk& desk, const LineOddsAnswer& answer, const LineOdds& odds) {
  const std::string whose = "The line of " + desk.name(odds.defender);
  if (!odds.why_none.empty()) {
    const std::string towards = odds.challenger.empty() ? "" : " towards " + desk.name(odds.challenger);
    return whose + towards + ": no odds, as " + odds.why_none + '.';
  }
  const ChallengeFit& fit = answer.bases[odds.basis].fit;
  const bool own = odds.about == odds.defender;
  return whose + (own ? "" : " over " + desk.name(odds.about)) + ": a challenge by " + desk.name(odds.challenger) +
         " (" + odds.act + ") within " + counted(static_cast<size_t>(fit.rules.window_days), "day") + " of " +
         iso_day(fit.rules.day) + ", " + chance_words(odds.challenge) + "; its answer by " + desk.name(odds.defender) +
         " with a deed within " + counted(static_cast<size_t>(fit.rules.answer_days), "day") + ", " +
         chance_words(odds.answer) + ". By " + counted(fit.fit.observations, "like window") + " with " +
         counted(fit.challenges(), "challenge") + "; of this pair " + std::to_string(odds.own.challenges) + " of " +
         std::to_string(odds.own.windows) + '.';
}

}  // namespace

std::vector<Told<LineOdds>> write_line_odds(BriefDesk& desk, const BriefFacts& facts, const LineOddsFinder& finder) {
  std::vector<RedLineFate> standing;
  for (const RedLineFate& fate : facts.line_fates) {
    if (fate.fate != LineFate::crossed) standing.push_back(fate);
  }
  if (!finder || standing.empty()) return {};
  const LineOddsAnswer answer = finder(standing);
  std::vector<Told<LineOdds>> out;
  for (size_t i = 0; i < standing.size(); ++i) {
    for (const LineOdds& odds : answer.lines[i]) {
      if (out.size() == most_line_odds) return out;
      std::string text = odds_sentence(desk, answer, odds);
      if (out.empty()) {
        for (const std::string& note : answer.history.notes) text += " Note: " + note + '.';
      }
      BriefLine line = desk.line(std::move(text), standing[i].line.grounds);
      line.confidence = 0;  // it rests on counts
      out.push_back({odds, std::move(line)});
    }
  }
  return out;
}

}  // namespace entente
