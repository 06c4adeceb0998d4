// Red lines: who warned whom, and on whose behalf; each saying kept with its words.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "relations/evidence.h"

namespace entente {

namespace {

std::vector<ActorId> principals(const std::vector<ActorId>& actors) {
  std::set<ActorId> out;
  for (const ActorId& actor : actors) out.insert(counted_as(actor));
  return {out.begin(), out.end()};
}

using RedLineKey = std::tuple<ActorId, std::vector<ActorId>, std::vector<ActorId>>;

void add_saying(RedLine& line, const Claim& claim, const ClaimId& id) {
  line.type = std::max(line.type, claim.type);  // an ultimatum is more than a warning
  line.sayings.push_back({claim.about ? claim.about->text : "", claim.consequence, id});
  add_ground(line.grounds, id);
}

RedLineKey key_of(const ActorId& by, const Claim& claim) {
  return {by, principals(claim.target), principals(claim.about ? claim.about->actors : std::vector<ActorId>{})};
}

/// "This warning serves as a red line": it names neither whom it warns nor what it is about.
bool points_back(const Claim& claim) {
  return claim.target.empty() && !claim.about;
}

}  // namespace

std::vector<RedLineSaying> red_line_sayings(const std::vector<Claim>& claims) {
  std::vector<std::pair<ClaimId, const Claim*>> keyed;
  for (const Claim& claim : claims) {
    const bool given = claim.kind() == ClaimKind::redline && claim.modality != Modality::denied;
    if (given) keyed.emplace_back(claim.id(), &claim);
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second->first_evidence().passage, a.first) <
           std::tie(b.second->first_evidence().passage, b.first);
  });
  std::vector<RedLineSaying> out;
  std::map<std::pair<ArticleId, std::vector<ActorId>>, const Claim*> before;  // by article and issuers
  for (const auto& [id, claim] : keyed) {
    const Claim*& last = before[{claim->first_evidence().passage.article, principals(claim->source)}];
    if (!points_back(*claim) || last == nullptr) {
      out.push_back({claim, claim});
      if (!points_back(*claim)) last = claim;
    } else {
      out.push_back({claim, last});
    }
  }
  return out;
}

std::vector<RedLine> red_lines(const std::vector<Claim>& claims) {
  std::map<RedLineKey, RedLine> lines;
  for (const auto& [claim, draws] : red_line_sayings(claims)) {
    for (const ActorId& by : principals(draws->source)) {
      const RedLineKey key = key_of(by, *draws);
      RedLine& line = lines[key];
      std::tie(line.by, line.to, line.about) = key;
      add_saying(line, *claim, claim->id());
    }
  }
  std::vector<RedLine> out;
  for (auto& [key, line] : lines) out.push_back(std::move(line));
  return out;
}

}  // namespace entente
