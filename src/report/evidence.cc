#include "report/evidence.h"

#include <algorithm>

#include "base/text.h"
#include "report/wrap.h"

namespace entente {

namespace {

std::vector<ClaimId> by_day(const Grounds& grounds, std::vector<ClaimId> ids) {
  const auto rank = [&](const ClaimId& id) {
    const Date day = grounds.day(id);
    return std::make_tuple(!day.known(), day.known() ? first_day(day) : 0, id);
  };
  std::sort(ids.begin(), ids.end(), [&](const ClaimId& a, const ClaimId& b) { return rank(a) < rank(b); });
  return ids;
}

}  // namespace

OrderedJson evidence_json(const Grounds& grounds, const ClaimId& id) {
  const Claim& claim = grounds.claims.at(id);
  const ArticleId& article = claim.first_evidence().passage.article;
  const auto found = grounds.articles.find(article);
  const bool titled = found != grounds.articles.end() && !found->second.title.empty();
  return {{"claim", id.str()},
          {"date", date_json(grounds.day(id))},
          {"sentence", grounds.sentence(id)},
          {"article", article.str()},
          {"title", titled ? OrderedJson(found->second.title) : OrderedJson(nullptr)},
          {"confidence", rounded(claim.confidence())},
          {"attribution", ids_json(claim.first_evidence().attribution)}};
}

OrderedJson evidence_json(const Grounds& grounds, const std::vector<ClaimId>& ids) {
  OrderedJson out = OrderedJson::array();
  for (const ClaimId& id : by_day(grounds, ids)) out.push_back(evidence_json(grounds, id));
  return out;
}

std::string evidence_text(const Grounds& grounds, const std::vector<ClaimId>& ids, size_t most, int width,
                          const std::string& indent) {
  const std::vector<ClaimId> order = by_day(grounds, ids);
  std::string out;
  for (size_t i = 0; i < std::min(most, order.size()); ++i) {
    const Date day = grounds.day(order[i]);
    const std::string line = (day.known() ? to_iso(day) : "undated") + "  “" + grounds.sentence(order[i]) + "” (" +
                             order[i].str().substr(0, 8) + ")";
    out += wrap({{without_controls(line), ""}}, static_cast<size_t>(width), indent, indent + "  ", false);
  }
  if (order.size() > most) out += indent + "and " + std::to_string(order.size() - most) + " more\n";
  return out;
}

std::string names_text(const Grounds& grounds, const std::vector<ActorId>& ids) {
  std::vector<std::string> names;
  for (const ActorId& id : ids) names.push_back(grounds.name(id));
  if (names.size() < 2) return join(names, "");
  return join({names.begin(), names.end() - 1}, ", ") + " and " + names.back();
}

std::string day_text(const Date& date) {
  if (!date.known()) return "on an unknown day";
  return (date.precision == Precision::day ? "on " : "in ") + to_iso(date);
}

}  // namespace entente
