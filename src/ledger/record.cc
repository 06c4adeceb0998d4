#include "ledger/record.h"

#include <nlohmann/json.hpp>

#include "ledger/own_json.h"

namespace entente::ledger_detail {

using nlohmann::json;

const char* const claim_columns =
    "c.kind, c.type, c.domain, c.modality, c.source, c.target, c.about, c.said_when, c.cameo, c.intensity, c.sign, "
    "c.good, c.amount, c.unit, c.consequence, c.why, c.evidence";
const char* const article_columns =
    "a.id, a.text, r.path, r.address, r.title, r.byline, r.published, r.fetched, r.licence, r.language, r.dropped, "
    "r.broken_bytes";

namespace {

std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json ids_json(const std::vector<ActorId>& ids) {
  json list = json::array();
  for (const ActorId& id : ids) list.push_back(id.str());
  return list;
}

std::vector<ActorId> ids_of(const json& list) {
  std::vector<ActorId> ids;
  for (const json& id : list) ids.emplace_back(id.get<std::string>());
  return ids;
}

json evidence_json(const std::vector<Evidence>& evidence) {
  json list = json::array();
  for (const Evidence& e : evidence) {
    const Span& span = e.passage.span;
    list.push_back({{"article", e.passage.article.str()},
                    {"span", {span.begin, span.end}},
                    {"trigger", {e.trigger.begin, e.trigger.end}},
                    {"method", e.method},
                    {"confidence", e.confidence},
                    {"attribution", ids_json(e.attribution)}});
  }
  return list;
}

Span span_of(const json& pair) {
  return {pair.at(0).get<uint32_t>(), pair.at(1).get<uint32_t>()};
}

Evidence evidence_of(const json& object) {
  Evidence evidence({ArticleId(object.at("article").get<std::string>()), span_of(object.at("span"))});
  evidence.trigger = span_of(object.at("trigger"));
  evidence.method = object.at("method").get<std::string>();
  evidence.confidence = object.at("confidence").get<double>();
  evidence.attribution = ids_of(object.at("attribution"));
  return evidence;
}

/// A list of ids; false if it is not written as ids_json writes them without escapes.
bool read_ids(OwnJson& in, std::vector<ActorId>& out) {
  if (!in.literal("[")) return false;
  if (in.literal("]")) return true;
  std::string id;
  do {
    if (!in.text(id)) return false;
    out.emplace_back(id);
  } while (in.literal(","));
  return in.literal("]");
}

std::vector<ActorId> ids_in(std::string_view text) {
  std::vector<ActorId> ids;
  OwnJson in(text);
  if (read_ids(in, ids) && in.at_end()) return ids;
  return ids_of(json::parse(text));
}

bool read_span(OwnJson& in, Span& out) {
  return in.literal("[") && in.number(out.begin) && in.literal(",") && in.number(out.end) && in.literal("]");
}

/// As evidence_json writes one.
std::optional<Evidence> read_evidence(OwnJson& in) {
  std::string article;
  Evidence out(Passage{});
  const bool read = in.literal("{\"article\":") && in.text(article) && in.literal(",\"attribution\":") &&
                    read_ids(in, out.attribution) && in.literal(",\"confidence\":") && in.number(out.confidence) &&
                    in.literal(",\"method\":") && in.text(out.method) && in.literal(",\"span\":") &&
                    read_span(in, out.passage.span) && in.literal(",\"trigger\":") && read_span(in, out.trigger) &&
                    in.literal("}");
  if (!read) return std::nullopt;
  out.passage.article = ArticleId(article);
  return out;
}

std::vector<Evidence> all_evidence(std::string_view text) {
  std::vector<Evidence> out;
  OwnJson in(text);
  bool read = in.literal("[");
  while (read) {
    std::optional<Evidence> one = read_evidence(in);
    read = one.has_value();
    if (one) out.push_back(std::move(*one));
    if (!in.literal(",")) break;
  }
  if (read && in.literal("]") && in.at_end()) return out;
  out.clear();
  for (const json& one : json::parse(text)) out.push_back(evidence_of(one));
  return out;
}

void bind_sides(Statement& statement, const Claim& claim) {
  statement.bind(dump(ids_json(claim.source))).bind(dump(ids_json(claim.target)));
  if (claim.about) {
    statement.bind(dump({{"actors", ids_json(claim.about->actors)}, {"text", claim.about->text}}));
  } else {
    statement.bind_null();
  }
}

void bind_days(Statement& statement, const Date& date) {
  if (date.known()) {
    statement.bind(first_day(date)).bind(last_day(date));
  } else {
    statement.bind_null().bind_null();
  }
}

/// The type and evidence that a claim cannot be made without.
std::optional<Claim> claim_frame(const Statement& row) {
  const auto kind = claim_kind(row.view(0));
  const auto type = kind ? claim_type(*kind, row.view(1)) : std::nullopt;
  std::vector<Evidence> evidence = all_evidence(row.view(16));
  if (!type || evidence.empty()) return std::nullopt;
  Claim claim(*type, std::move(evidence[0]));
  for (size_t i = 1; i < evidence.size(); ++i) claim.add_evidence(std::move(evidence[i]));
  return claim;
}

void read_about(const Statement& row, Claim& claim) {
  if (row.is_null(6)) return;
  const json about = json::parse(row.view(6));
  claim.about = About{ids_of(about.at("actors")), about.at("text").get<std::string>()};
}

std::optional<Claim> parse_claim(const Statement& row) {
  std::optional<Claim> claim = claim_frame(row);
  const auto domain = domain_named(row.view(2));
  const auto modality = modality_named(row.view(3));
  const auto when = row.view(7).empty() ? Date{} : parse_iso_date(row.view(7));
  if (!claim || !domain || !modality || !when) return std::nullopt;
  claim->domain = *domain;
  claim->modality = *modality;
  claim->source = ids_in(row.view(4));
  claim->target = ids_in(row.view(5));
  read_about(row, *claim);
  claim->when = *when;
  claim->cameo = row.text(8);
  claim->intensity = row.real(9);
  if (!row.is_null(10)) claim->sign = sign_named(row.view(10));
  claim->good = row.text(11);
  if (!row.is_null(12)) claim->amount = row.real(12);
  claim->unit = row.text(13);
  claim->consequence = row.text(14);
  claim->why = row.text(15);
  return claim;
}

std::optional<Article> parse_article(const Statement& row) {
  Article article;
  article.id = ArticleId(row.text(0));
  article.text = row.text(1);
  article.path = row.text(2);
  article.address = row.text(3);
  article.title = row.text(4);
  article.byline = row.text(5);
  const auto published = row.text(6).empty() ? Date{} : parse_iso_date(row.text(6));
  if (!published) return std::nullopt;
  article.published = *published;
  article.fetched = row.text(7);
  article.licence = row.text(8);
  article.language = row.text(9);
  for (const json& piece : json::parse(row.text(10))) {
    article.dropped.push_back({piece.at(0).get<std::string>(), piece.at(1).get<std::string>()});
  }
  article.broken_bytes = static_cast<size_t>(row.integer(11));
  return article;
}

}  // namespace

void bind_claim(Statement& statement, const Claim& claim, const Date& published) {
  statement.bind(name_of(claim.kind())).bind(name_of(claim.type));
  statement.bind(name_of(claim.domain)).bind(name_of(claim.modality));
  bind_sides(statement, claim);
  statement.bind(to_iso(claim.when));
  bind_days(statement, claim.when.known() ? claim.when : published);
  statement.bind(claim.cameo).bind(claim.intensity);
  statement.bind_optional(claim.sign ? std::optional(name_of(*claim.sign)) : std::nullopt);
  statement.bind(claim.good).bind_optional(claim.amount).bind(claim.unit);
  statement.bind(claim.consequence).bind(claim.why).bind(dump(evidence_json(claim.evidence())));
}

std::optional<Claim> read_claim(const Statement& statement) {
  try {
    return parse_claim(statement);
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

void bind_article(Statement& statement, const Article& article) {
  json dropped = json::array();
  for (const Dropped& piece : article.dropped) dropped.push_back({piece.text, piece.reason});
  statement.bind(article.path).bind(article.address).bind(article.title).bind(article.byline);
  statement.bind(to_iso(article.published)).bind(article.fetched).bind(article.licence).bind(article.language);
  statement.bind(dump(dropped)).bind(static_cast<int64_t>(article.broken_bytes));
}

std::optional<Article> read_article(const Statement& statement) {
  try {
    return parse_article(statement);
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace entente::ledger_detail
