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

/// In the order of the text, so that the first saying is the one that the reader meets first.
std::vector<const Claim*> in_text_order(const std::vector<Claim>& claims) {
  std::vector<std::pair<ClaimId, const Claim*>> keyed;
  for (const Claim& claim : claims) {
    const bool given = claim.kind() == ClaimKind::redline && claim.modality != Modality::denied;
    if (given) keyed.emplace_back(claim.id(), &claim);
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second->first_evidence().passage, a.first) <
           std::tie(b.second->first_evidence().passage, b.first);
  });
  std::vector<const Claim*> out;
  for (const auto& [id, claim] : keyed) out.push_back(claim);
  return out;
}

}  // namespace

std::vector<RedLine> red_lines(const std::vector<Claim>& claims) {
  std::map<RedLineKey, RedLine> lines;
  for (const Claim* claim : in_text_order(claims)) {
    const auto about = principals(claim->about ? claim->about->actors : std::vector<ActorId>{});
    for (const ActorId& by : principals(claim->source)) {
      RedLine& line = lines[{by, principals(claim->target), about}];
      line.by = by;
      line.to = principals(claim->target);
      line.about = about;
      add_saying(line, *claim, claim->id());
    }
  }
  std::vector<RedLine> out;
  for (auto& [key, line] : lines) out.push_back(std::move(line));
  return out;
}

}  // namespace entente
