#include "ledger/questions/question_rows.h"

#include <nlohmann/json.hpp>

namespace entente::ledger_detail {

using nlohmann::json;

const char* const question_columns =
    "q.entry, q.recorded, q.id, q.text, q.source, q.target, q.either_way, q.types, q.codes, q.domain, q.denied, "
    "q.first_day, q.last_day";
const char* const forecast_columns =
    "f.entry, f.recorded, f.day, f.as_of, f.probability, f.low, f.high, f.base_rate, f.method, f.reasons";
const char* const settlement_columns = "s.recorded, s.yes, s.day, s.as_of, s.events";

namespace {

std::string as_json_text(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json event_json(const PastEvent& event) {
  json out{{"day", event.day}, {"source", event.source.str()}, {"target", event.target.str()}, {"code", event.code},
           {"type", nullptr},  {"data_set", event.data_set},   {"claims", json::array()}};
  if (event.type) out["type"] = name_of(*event.type);
  if (event.row) out["row"] = {event.row->file, event.row->row};
  for (const ClaimId& claim : event.claims) out["claims"].push_back(claim.str());
  return out;
}

PastEvent event_of(const json& object) {
  PastEvent out;
  out.day = object.at("day").get<int64_t>();
  out.source = ActorId(object.at("source").get<std::string>());
  out.target = ActorId(object.at("target").get<std::string>());
  out.code = object.at("code").get<std::string>();
  if (!object.at("type").is_null()) out.type = claim_type(ClaimKind::event, object.at("type").get<std::string>());
  out.data_set = object.at("data_set").get<std::string>();
  if (object.contains("row")) {
    out.row = RowPassage{object["row"].at(0).get<std::string>(), object["row"].at(1).get<uint64_t>()};
  }
  for (const json& claim : object.at("claims")) out.claims.emplace_back(claim.get<std::string>());
  return out;
}

json events_json(const std::vector<PastEvent>& events) {
  json list = json::array();
  for (const PastEvent& event : events) list.push_back(event_json(event));
  return list;
}

std::vector<PastEvent> events_of(const json& list) {
  std::vector<PastEvent> events;
  for (const json& object : list) events.push_back(event_of(object));
  return events;
}

std::optional<StoredQuestion> parse_question(const Statement& row) {
  StoredQuestion out;
  out.entry = row.integer(0);
  out.recorded = row.text(1);
  Question& question = out.question;
  question.text = row.text(3);
  question.source = ActorId(row.text(4));
  question.target = ActorId(row.text(5));
  question.either_way = row.integer(6) != 0;
  for (const json& name : json::parse(row.text(7))) {
    const auto type = claim_type(ClaimKind::event, name.get<std::string>());
    if (!type) return std::nullopt;
    question.act.types.push_back(*type);
  }
  for (const json& code : json::parse(row.text(8))) question.act.codes.push_back(code.get<std::string>());
  if (!row.is_null(9)) {
    question.act.domain = domain_named(row.text(9));
    if (!question.act.domain) return std::nullopt;
  }
  question.denied = row.integer(10) != 0;
  question.window = {row.integer(11), row.integer(12)};
  if (question.id().str() != row.text(2)) return std::nullopt;
  return out;
}

StoredForecast parse_forecast(const Statement& row, const QuestionId& question) {
  StoredForecast out;
  out.entry = row.integer(0);
  out.recorded = row.text(1);
  Forecast& forecast = out.forecast;
  forecast.question = question;
  forecast.day = row.integer(2);
  forecast.as_of = {row.integer(3)};
  forecast.probability = row.real(4);
  forecast.low = row.real(5);
  forecast.high = row.real(6);
  forecast.base_rate = row.real(7);
  forecast.method = row.text(8);
  for (const json& reason : json::parse(row.text(9))) {
    forecast.reasons.push_back(
        {reason.at("words").get<std::string>(), reason.at("effect").get<double>(), events_of(reason.at("events"))});
  }
  return out;
}

}  // namespace

void bind_question(Statement& statement, const Question& question) {
  json types = json::array();
  for (const ClaimType type : question.act.types) types.push_back(name_of(type));
  statement.bind(question.id().str()).bind(question.text).bind(question.source.str()).bind(question.target.str());
  statement.bind(int64_t{question.either_way}).bind(as_json_text(types)).bind(as_json_text(json(question.act.codes)));
  statement.bind_optional(question.act.domain ? std::optional(name_of(*question.act.domain)) : std::nullopt);
  statement.bind(int64_t{question.denied}).bind(question.window.first).bind(question.window.last);
}

std::optional<StoredQuestion> read_question_row(const Statement& row) {
  try {
    return parse_question(row);
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

void bind_forecast(Statement& statement, const Forecast& forecast) {
  json reasons = json::array();
  for (const ForecastReason& reason : forecast.reasons) {
    reasons.push_back({{"words", reason.words}, {"effect", reason.effect}, {"events", events_json(reason.events)}});
  }
  statement.bind(forecast.day).bind(forecast.as_of.row).bind(forecast.probability).bind(forecast.low);
  statement.bind(forecast.high).bind(forecast.base_rate).bind(forecast.method).bind(as_json_text(reasons));
}

std::optional<StoredForecast> read_forecast_row(const Statement& row, const QuestionId& question) {
  try {
    StoredForecast out = parse_forecast(row, question);
    const double p = out.forecast.probability;
    return p >= 0 && p <= 1 ? std::optional(std::move(out)) : std::nullopt;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

void bind_settlement(Statement& statement, const Settlement& settlement) {
  statement.bind(int64_t{settlement.yes}).bind(settlement.day).bind(settlement.as_of.row);
  statement.bind(as_json_text(events_json(settlement.events)));
}

std::optional<Settlement> read_settlement_row(const Statement& row, const QuestionId& question) {
  try {
    Settlement out{question, row.integer(1) != 0, row.integer(2), events_of(json::parse(row.text(4))), {}};
    out.as_of = {row.integer(3)};
    return out;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace entente::ledger_detail
