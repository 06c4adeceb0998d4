// An answer on a question, from its number down to the rows and sentences that it rests on.
#include <fmt/format.h>

#include "report/answers.h"
#include "report/past_events.h"
#include "report/text_words.h"
#include "report/wrap.h"

namespace entente {

namespace {

constexpr size_t events_shown = 3;  // behind a reason
constexpr size_t like_shown = 5;

std::string effect_text(double effect) {
  return effect == 0 ? "" : fmt::format(" ({:+.2f})", effect);
}

/// The reasons that push one way; `direction` 0: those that are told and were not weighed by themselves.
std::string reasons_text(const AskAnswer& answer, const AnsweredQuestion& one, int direction, int width) {
  std::string out;
  for (const ForecastReason& reason : one.forecast.reasons) {
    const int sign = reason.effect > 0 ? 1 : reason.effect < 0 ? -1 : 0;
    if (sign != direction) continue;
    out += paragraph("- " + reason.words + effect_text(reason.effect), width, "  ");
    out += past_events_text(answer.grounds, answer.act_names, reason.events, events_shown, width, "      ");
  }
  return out;
}

std::string titled_part(const std::string& title, const std::string& text) {
  return text.empty() ? "" : title + "\n" + text;
}

std::string like_text(const AskAnswer& answer, const AnsweredQuestion& one, int width) {
  if (one.like_cases == 0) return "";
  std::string out =
      paragraph(fmt::format("{} like cases in the past, {} came true ({})", one.like_cases, one.like_happened,
                            chance_text(static_cast<double>(one.like_happened) / static_cast<double>(one.like_cases))),
                width, "  ");
  for (size_t i = 0; i < std::min(like_shown, one.like.size()); ++i) {
    const LikeCase& like = one.like[i];
    out += paragraph(
        fmt::format("- {} > {}, as of {}: {}", answer.grounds.name(like.source), answer.grounds.name(like.target),
                    iso_day(like.day), like.happened ? "it happened" : "it did not"),
        width, "  ");
  }
  return out;
}

std::string changes_text(const AnsweredQuestion& one, int width) {
  std::string out;
  for (const WhatWouldChange& change : one.changes) {
    out += paragraph(fmt::format("- {}: {}", change.what, chance_text(change.probability)), width, "  ");
  }
  return out;
}

std::string known_text(const AskAnswer& answer) {
  const HistoryKnown& known = answer.known;
  if (known.nothing()) return "nothing is known of the past";
  std::string what = known.events > 0 ? fmt::format("{} events", known.events) : "";
  if (known.claims > 0) {
    what += fmt::format("{}{} claim{}", what.empty() ? "" : " and ", known.claims, known.claims == 1 ? "" : "s");
  }
  return fmt::format("{}: {} from {} to {}", known.from, what, iso_day(known.days.first), iso_day(known.days.last));
}

std::string answered_text(const AskAnswer& answer, const AnsweredQuestion& one, int width) {
  const Forecast& forecast = one.forecast;
  std::string out = paragraph(one.asked.meaning, width);
  out += fmt::format("  {}   ({} to {}; base rate {}; by this pair's own rate {})\n", chance_text(forecast.probability),
                     chance_text(forecast.low), chance_text(forecast.high), chance_text(forecast.base_rate),
                     chance_text(one.own_rate));
  out += paragraph("as of " + iso_day(forecast.day) + ", " + forecast.method + ", " + known_text(answer), width, "  ");
  if (!one.note.empty()) out += paragraph(one.note, width, "  ");
  for (const std::string& note : one.asked.notes) out += paragraph("note: " + note, width, "  ");
  out += titled_part("what speaks for it", reasons_text(answer, one, 1, width));
  out += titled_part("what speaks against it", reasons_text(answer, one, -1, width));
  out += titled_part("what the ledger's claims say", reasons_text(answer, one, 0, width));
  out +=
      titled_part("words of likelihood in texts", text_words(answer.grounds, one.words, forecast.probability, width));
  out += titled_part("like cases", like_text(answer, one, width));
  out += titled_part("what would change it", changes_text(one, width));
  out += titled_part("how it is settled", paragraph(one.asked.rule, width, "  "));
  if (one.kept) out += "kept as question " + forecast.question.str().substr(0, 8) + "\n";
  return out;
}

std::string chances_table(const AskAnswer& answer) {
  std::string out;
  for (const AnsweredQuestion& one : answer.questions) {
    const Forecast& forecast = one.forecast;
    out += fmt::format("{:>16}  ({} to {})  {}\n", chance_text(forecast.probability), chance_text(forecast.low),
                       chance_text(forecast.high), one.asked.meaning);
  }
  return out + "\n";
}

OrderedJson forecast_reason_json(const AskAnswer& answer, const ForecastReason& reason) {
  return {{"reason", reason.words},
          {"effect", rounded(reason.effect)},
          {"events", past_events_json(answer.grounds, answer.act_names, reason.events)}};
}

OrderedJson like_json(const AnsweredQuestion& one) {
  OrderedJson cases = OrderedJson::array();
  for (const LikeCase& like : one.like) {
    cases.push_back({{"source", like.source.str()},
                     {"target", like.target.str()},
                     {"as_of", day_number_json(like.day)},
                     {"happened", like.happened}});
  }
  return {{"number", one.like_cases}, {"came_true", one.like_happened}, {"nearest", std::move(cases)}};
}

OrderedJson answered_json(const AskAnswer& answer, const AnsweredQuestion& one) {
  const Question& question = one.asked.question;
  const Forecast& forecast = one.forecast;
  OrderedJson types = OrderedJson::array(), reasons = OrderedJson::array(), changes = OrderedJson::array();
  for (const ClaimType type : question.act.types) types.push_back(name_of(type));
  for (const ForecastReason& reason : forecast.reasons) reasons.push_back(forecast_reason_json(answer, reason));
  for (const WhatWouldChange& change : one.changes) {
    changes.push_back({{"if", change.what}, {"probability", rounded(change.probability)}});
  }
  return {{"id", forecast.question.str()},
          {"question", question.text},
          {"meaning", one.asked.meaning},
          {"source", question.source.str()},
          {"target", question.target.str()},
          {"either_way", question.either_way},
          {"types", std::move(types)},
          {"codes", question.act.codes},
          {"domain", question.act.domain ? OrderedJson(name_of(*question.act.domain)) : OrderedJson(nullptr)},
          {"denied", question.denied},
          {"first_day", day_number_json(question.window.first)},
          {"last_day", day_number_json(question.window.last)},
          {"rule", one.asked.rule},
          {"notes", one.asked.notes},
          {"as_of", day_number_json(forecast.day)},
          {"mark", forecast.as_of.row},
          {"probability", forecast.probability},
          {"low", forecast.low},
          {"high", forecast.high},
          {"base_rate", forecast.base_rate},
          {"own_rate", one.own_rate},
          {"method", forecast.method},
          {"by_model", one.by_model},
          {"note", one.note.empty() ? OrderedJson(nullptr) : OrderedJson(one.note)},
          {"reasons", std::move(reasons)},
          {"like", like_json(one)},
          {"changes", std::move(changes)},
          {"words", words_json(answer.grounds, one.words, forecast.probability)},
          {"history", known_text(answer)},
          {"kept", one.kept}};
}

}  // namespace

std::string ask_text(const AskAnswer& answer, int width) {
  std::string out;
  if (answer.questions.size() > 1) out += chances_table(answer);
  for (const AnsweredQuestion& one : answer.questions) {
    out += answered_text(answer, one, width);
    if (&one != &answer.questions.back()) out += "\n";
  }
  return out;
}

std::string ask_json(const AskAnswer& answer) {
  std::string out;
  for (const AnsweredQuestion& one : answer.questions) out += dump(answered_json(answer, one)) + "\n";
  return out;
}

}  // namespace entente
