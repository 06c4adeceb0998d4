// Stored questions: what was forecast, how they ended, and the score.
#include <fmt/format.h>

#include "report/answers.h"
#include "report/past_events.h"
#include "report/text_words.h"
#include "report/wrap.h"

namespace entente {

namespace {

double last_probability(const ResolvedQuestion& one) {
  return one.stored.forecasts.empty() ? 0 : one.stored.forecasts.back().forecast.probability;
}

std::string end_text(const ResolvedQuestion& one) {
  const std::optional<Settlement>& end = one.stored.settlement;
  if (!end) return "open: " + one.why_open;
  std::string out =
      fmt::format("{}, {}{}", end->yes ? "yes" : "no", iso_day(end->day), one.fresh ? ", settled now" : "");
  if (!one.stored.forecasts.empty()) out += fmt::format("; Brier {:.4f}, log score {:.4f}", one.brier, one.log_score);
  return out;
}

std::string resolved_text(const ResolveAnswer& answer, const ResolvedQuestion& one, int width) {
  std::string out = paragraph(one.stored.question.id().str().substr(0, 8) + "  " + one.meaning, width);
  for (const StoredForecast& stored : one.stored.forecasts) {
    const Forecast& forecast = stored.forecast;
    out += fmt::format("  {} as of {} ({} to {}; base rate {}; {})\n", chance_text(forecast.probability),
                       iso_day(forecast.day), chance_text(forecast.low), chance_text(forecast.high),
                       chance_text(forecast.base_rate), forecast.method);
  }
  out += paragraph(end_text(one), width, "  ");
  if (one.stored.settlement) {
    out += past_events_text(answer.grounds, answer.act_names, one.stored.settlement->events, 3, width, "    ");
  }
  return out + text_words(answer.grounds, one.words, last_probability(one), width);
}

std::string question_score_text(const QuestionScore& score) {
  return fmt::format("{:<28} {:>9} {:>9} {:>8.4f} {:>7.3f} {:>9.4f}\n", score.of, score.questions, score.came_true,
                     score.brier, score.skill, score.log_score);
}

OrderedJson stored_forecast_json(const StoredForecast& stored) {
  const Forecast& forecast = stored.forecast;
  return {{"recorded", stored.recorded},
          {"as_of", day_number_json(forecast.day)},
          {"mark", forecast.as_of.row},
          {"probability", forecast.probability},
          {"low", forecast.low},
          {"high", forecast.high},
          {"base_rate", forecast.base_rate},
          {"method", forecast.method}};
}

OrderedJson resolved_json(const ResolveAnswer& answer, const ResolvedQuestion& one) {
  const Question& question = one.stored.question;
  const std::optional<Settlement>& end = one.stored.settlement;
  OrderedJson forecasts = OrderedJson::array();
  for (const StoredForecast& stored : one.stored.forecasts) forecasts.push_back(stored_forecast_json(stored));
  OrderedJson out{{"id", question.id().str()},
                  {"question", question.text},
                  {"meaning", one.meaning},
                  {"first_day", day_number_json(question.window.first)},
                  {"last_day", day_number_json(question.window.last)},
                  {"forecasts", std::move(forecasts)},
                  {"answer", nullptr},
                  {"settled_on", nullptr},
                  {"events", OrderedJson::array()},
                  {"fresh", one.fresh},
                  {"why_open", one.why_open.empty() ? OrderedJson(nullptr) : OrderedJson(one.why_open)},
                  {"brier", nullptr},
                  {"log_score", nullptr},
                  {"words", words_json(answer.grounds, one.words, last_probability(one))}};
  if (!end) return out;
  out["answer"] = end->yes ? "yes" : "no";
  out["settled_on"] = day_number_json(end->day);
  out["events"] = past_events_json(answer.grounds, answer.act_names, end->events);
  if (one.stored.forecasts.empty()) return out;
  out["brier"] = one.brier;
  out["log_score"] = one.log_score;
  return out;
}

}  // namespace

std::string resolve_text(const ResolveAnswer& answer, int width) {
  std::string out;
  for (const ResolvedQuestion& one : answer.questions) out += resolved_text(answer, one, width);
  if (answer.scores.empty()) return out;
  out += fmt::format("\n{:<28} {:>9} {:>9} {:>8} {:>7} {:>9}\n", "scores of last forecasts", "questions", "came true",
                     "Brier", "skill", "log score");
  for (const QuestionScore& score : answer.scores) out += question_score_text(score);
  return out + word_totals_text(answer.word_totals, width);
}

std::string resolve_json(const ResolveAnswer& answer) {
  OrderedJson out{{"questions", OrderedJson::array()}, {"scores", OrderedJson::array()}};
  for (const ResolvedQuestion& one : answer.questions) out["questions"].push_back(resolved_json(answer, one));
  for (const QuestionScore& score : answer.scores) {
    out["scores"].push_back({{"of", score.of},
                             {"questions", score.questions},
                             {"came_true", score.came_true},
                             {"brier", rounded(score.brier)},
                             {"skill", rounded(score.skill)},
                             {"log_score", rounded(score.log_score)}});
  }
  out["word_scores"] = word_totals_json(answer.word_totals);
  return dump(out);
}

}  // namespace entente
