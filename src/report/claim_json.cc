#include "report/claim_json.h"

#include "report/json_parts.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

Json about_json(const std::optional<About>& about) {
  if (!about) return {};
  return Json{{"actors", ids_json(about->actors)}, {"text", about->text}};
}

Json when_json(const Date& date) {
  return Json{{"date", text_or_null(to_iso(date))}, {"precision", name_of(date.precision)}};
}

std::string quote(const Span& span, std::string_view text) {
  const bool inside = span.begin <= span.end && span.end <= text.size();
  return std::string(inside ? span.of(text) : std::string_view{});
}

void add_parties(Json& out, const Claim& claim) {
  out["kind"] = name_of(claim.kind());
  out["source"] = ids_json(claim.source);
  out["target"] = ids_json(claim.target);
  out["type"] = name_of(claim.type);
  out["domain"] = name_of(claim.domain);
  out["modality"] = name_of(claim.modality);
  out["about"] = about_json(claim.about);
  out["when"] = when_json(claim.when);
}

void add_evidence(Json& out, const Claim& claim, std::string_view text) {
  const Evidence& evidence = claim.first_evidence();
  const Span& span = evidence.passage.span;
  out["sentence"] = quote(span, text);
  out["span"] = {span.begin, span.end};
  out["article"] = evidence.passage.article.str();
  out["confidence"] = rounded(evidence.confidence);
  out["attribution"] = ids_json(evidence.attribution);
}

void add_details(Json& out, const Claim& claim) {
  const bool event = claim.kind() == ClaimKind::event;
  out["cameo"] = text_or_null(claim.cameo);
  out["intensity"] = event ? Json(rounded(claim.intensity)) : Json();
  out["sign"] = claim.sign ? Json(name_of(*claim.sign)) : Json();
  out["good"] = text_or_null(claim.good);
  out["amount"] = claim.amount ? Json(*claim.amount) : Json();
  out["unit"] = text_or_null(claim.unit);
  out["consequence"] = text_or_null(claim.consequence);
  out["why"] = claim.why;
}

}  // namespace

std::string claim_json(const Claim& claim, const Article& article) {
  Json out;
  out["id"] = claim.id().str();
  add_parties(out, claim);
  add_evidence(out, claim, article.text);
  add_details(out, claim);
  return dump(out);
}

std::string coded_text_json(std::string_view id_json, const Claim& claim, std::string_view text) {
  Json out;
  out["id"] = Json::parse(id_json, nullptr, false);
  out["claim"] = claim.id().str();
  add_parties(out, claim);
  add_evidence(out, claim, text);
  add_details(out, claim);
  return dump(out);
}

std::string pair_json(std::string_view id_json, const PairAnswer& answer) {
  Json out;
  out["id"] = Json::parse(id_json, nullptr, false);
  out["type"] = answer.type ? Json(name_of(*answer.type)) : Json(nullptr);
  out["quad"] = answer.type ? Json(static_cast<int>(answer.quad)) : Json(nullptr);
  out["confidence"] = rounded(answer.confidence);
  return dump(out);
}

std::string article_json(const Article& article) {
  Json out;
  out["path"] = article.path;
  out["title"] = text_or_null(article.title);
  out["published"] = text_or_null(to_iso(article.published));
  out["byline"] = text_or_null(article.byline);
  out["language"] = article.language;
  out["text"] = article.text;
  return dump(out);
}

std::string dropped_json(const Article& article, const Dropped& piece) {
  return dump(Json{{"path", article.path}, {"reason", piece.reason}, {"text", piece.text}});
}

}  // namespace entente
