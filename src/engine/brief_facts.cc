// Parts of a brief: who gave what to whom, red lines, balancing, mediation, common adversaries.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/text.h"
#include "engine/brief_desk.h"

namespace entente {

namespace {

/// What goes over, in words: "1,200 drones", "1 reactor", "arms, 69 million TIV", "military support".
std::string goods_of(const Flow& flow) {
  std::string what = flow.good.empty() ? std::string(name_of(flow.domain)) + " support" : good_name(flow.good);
  if (!flow.amount) return what;
  const std::string amount = number(*flow.amount) + (flow.unit.empty() ? "" : ' ' + flow.unit);
  if (flow.good.empty()) return what + " (" + amount + ')';
  if (!flow.unit.empty()) return what + ", " + amount;
  const bool one = *flow.amount == 1 && what.ends_with('s') && !what.ends_with("arms");
  if (one) what.pop_back();
  return amount + ' ' + what;
}

bool all_are(const BriefDesk& desk, const std::vector<ClaimId>& grounds, ClaimType type) {
  return std::all_of(grounds.begin(), grounds.end(), [&](const ClaimId& id) { return desk.claim(id).type == type; });
}

std::string giving(const BriefDesk& desk, const Flow& flow) {
  switch (flow.modality) {
    case Modality::offered:
      return "offered";
    case Modality::promised:
      return "promised";
    case Modality::expected:
      return "is expected to give";
    case Modality::conditional:
      return "would, on a condition, give";
    case Modality::hypothetical:
      return "might give";
    default:
      break;
  }
  if (all_are(desk, flow.grounds, ClaimType::investor)) return "invests in";
  return all_are(desk, flow.grounds, ClaimType::supplier) ? "supplies" : "gave";
}

/// "Iran gave Russia drones", "Russia invests in Iran (economic)".
std::string flow_words(BriefDesk& desk, const Flow& flow) {
  const std::string from = desk.name(flow.from);
  const std::string to = desk.name(flow.to);
  const bool stated = flow.modality == Modality::asserted;
  if (stated && all_are(desk, flow.grounds, ClaimType::cooperate)) {
    return from + " worked with " + to + " on " + goods_of(flow);
  }
  const std::string verb = giving(desk, flow);
  if (verb == "invests in") return from + " invests in " + to;
  if (verb == "supplies") return from + " supplies " + to + " with " + goods_of(flow);
  return from + ' ' + verb + ' ' + to + ' ' + goods_of(flow);
}

std::string times_words(size_t n) {
  return n == 2 ? "twice" : std::to_string(n) + " times";
}

size_t sentences_of(const BriefDesk& desk, const std::vector<ClaimId>& grounds) {
  std::vector<Passage> places;
  for (const ClaimId& id : grounds) places.push_back(desk.claim(id).first_evidence().passage);
  std::sort(places.begin(), places.end());
  return static_cast<size_t>(std::unique(places.begin(), places.end()) - places.begin());
}

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

/// "drones, investment, and military and nuclear support".
std::string what_goes(const std::vector<Flow>& flows) {
  std::vector<std::string> goods;
  std::vector<std::string> fields;
  for (const Flow& flow : flows) {
    if (flow.good.empty()) add_once(fields, std::string(name_of(flow.domain)));
    if (!flow.good.empty()) add_once(goods, good_name(flow.good));
  }
  if (fields.empty()) return listed(goods);
  const std::string support = listed(fields) + " support";
  return goods.empty() ? support : join(goods, ", ") + (fields.size() > 1 ? ", and " : " and ") + support;
}

std::string evenness(BriefDesk& desk, const Exchange& exchange) {
  const std::string from = desk.name(exchange.pair.from);
  const std::string to = desk.name(exchange.pair.to);
  if (std::abs(exchange.asymmetry) < 0.2) return "What is said to go either way is about even";
  return exchange.asymmetry > 0 ? "More is said to go from " + from + " to " + to
                                : "More is said to go from " + to + " to " + from;
}

std::string one_way(BriefDesk& desk, const ActorId& from, const ActorId& to, const std::vector<Flow>& flows) {
  return "All that is told goes from " + desk.name(from) + " to " + desk.name(to) + " (" + what_goes(flows) +
         "); of anything in return nothing is said";
}

std::string both_ways(BriefDesk& desk, const Exchange& e) {
  const Dyad pair = desk.in_order(e.pair);
  const bool turned = pair != e.pair;
  return desk.both(pair) + " help each other: from " + desk.name(pair.from) + " come " +
         what_goes(turned ? e.back : e.forth) + "; from " + desk.name(pair.to) + " come " +
         what_goes(turned ? e.forth : e.back) + ". " + evenness(desk, e);
}

std::string balance_of_exchange(BriefDesk& desk, const Exchange& e) {
  if (e.mutual()) return both_ways(desk, e);
  if (!e.forth.empty()) return one_way(desk, e.pair.from, e.pair.to, e.forth);
  return e.back.empty() ? "" : one_way(desk, e.pair.to, e.pair.from, e.back);
}

std::string needs(BriefDesk& desk, const Exchange& e) {
  const std::string from = desk.name(e.pair.from);
  const std::string to = desk.name(e.pair.to);
  if (!e.from_needs.empty() && !e.to_needs.empty()) return from + " and " + to + " are said to depend on each other";
  if (!e.from_needs.empty()) return from + " is said to depend on " + to;
  return e.to_needs.empty() ? "" : to + " is said to depend on " + from;
}

/// "through Sergei Ryabkov", where an organ or a person spoke.
std::string mouthpieces(BriefDesk& desk, const RedLine& line) {
  std::vector<ActorId> voices;
  for (const ClaimId& id : line.grounds) {
    const Claim& claim = desk.claim(id);
    for (const auto* ids : {&claim.source, &claim.first_evidence().attribution}) {
      for (const ActorId& voice : *ids) {
        const bool own = voice != line.by && principal(voice) == line.by;
        if (own && std::find(voices.begin(), voices.end(), voice) == voices.end()) voices.push_back(voice);
      }
    }
  }
  return voices.empty() ? "" : " (" + desk.names(voices) + ')';
}

/// The consequence is told apart only where the words warned against do not hold it already.
std::string saying(const RedLine::Saying& saying) {
  std::string out;
  if (!saying.against.empty()) out += ": " + in_quotes(saying.against);
  const std::string_view consequence = trim(saying.consequence);
  const bool new_words = !consequence.empty() && saying.against.find(consequence) == std::string::npos;
  if (new_words) out += ", or else: " + in_quotes(consequence);
  return out;
}

}  // namespace

namespace {

constexpr size_t many_flows = 4;  // of one good between two: told together

BriefLine flow_line(BriefDesk& desk, const Flow& flow) {
  std::string text = flow_words(desk, flow);
  if (flow.during.known()) text += " (" + to_iso(flow.during) + ')';
  const size_t times = sentences_of(desk, flow.grounds);
  if (times > 1) text += "; said " + times_words(times);
  return desk.line(text + '.', flow.grounds);
}

/// "from 1970 to 1987", "in 1970".
std::string years_of(const std::vector<const Flow*>& flows) {
  std::string first, last;
  for (const Flow* flow : flows) {
    if (!flow->during.known()) continue;
    const std::string year = to_iso(flow->during).substr(0, 4);
    if (first.empty() || year < first) first = year;
    if (last.empty() || year > last) last = year;
  }
  if (first.empty()) return "";
  return first == last ? ", in " + first : ", from " + first + " to " + last;
}

Told<Flow> told_together(BriefDesk& desk, const std::vector<const Flow*>& flows) {
  Flow all = *flows.front();
  all.during = {};
  for (size_t i = 1; i < flows.size(); ++i) {
    all.amount = all.amount && flows[i]->amount ? std::optional(*all.amount + *flows[i]->amount) : std::nullopt;
    append(all.grounds, flows[i]->grounds);
  }
  BriefLine line =
      desk.line(flow_words(desk, all) + " (" + counted(flows.size(), "time") + years_of(flows) + ").", all.grounds);
  return {std::move(all), std::move(line)};
}

}  // namespace

std::vector<Told<Flow>> write_flows(BriefDesk& desk, const std::vector<Flow>& flows) {
  using Kind = std::tuple<ActorId, ActorId, std::string, Domain, std::string, Modality>;
  const auto kind_of_flow = [](const Flow& f) { return Kind{f.from, f.to, f.good, f.domain, f.unit, f.modality}; };
  std::map<Kind, std::vector<const Flow*>> alike;
  for (const Flow& flow : flows) alike[kind_of_flow(flow)].push_back(&flow);
  std::vector<Told<Flow>> out;
  for (const Flow& flow : flows) {
    const std::vector<const Flow*>& group = alike[kind_of_flow(flow)];
    if (group.size() < many_flows) {
      out.push_back({flow, flow_line(desk, flow)});
    } else if (group.front() == &flow) {
      out.push_back(told_together(desk, group));
    }
  }
  return out;
}

BriefLine write_exchange(BriefDesk& desk, const Exchange& exchange) {
  std::vector<ClaimId> grounds;
  for (const auto* side : {&exchange.forth, &exchange.back}) {
    for (const Flow& flow : *side) append(grounds, flow.grounds);
  }
  append(grounds, exchange.from_needs);
  append(grounds, exchange.to_needs);
  std::vector<std::string> sentences;
  for (const std::string& words : {balance_of_exchange(desk, exchange), needs(desk, exchange)}) {
    if (!words.empty()) sentences.push_back(sentence_case(words) + '.');
  }
  return desk.line(join(sentences, " "), std::move(grounds));
}

BriefLine write_red_line(BriefDesk& desk, const RedLine& line) {
  const std::string act = line.type == ClaimType::ultimatum ? " gave an ultimatum to " : " warned ";
  const std::string whom = line.to.empty() ? "parties it did not name" : desk.names(line.to);
  std::string text = desk.name(line.by) + mouthpieces(desk, line) + act + whom;
  if (!line.about.empty()) text += " over " + desk.names(line.about);
  std::vector<std::string> said;
  for (const RedLine::Saying& words : line.sayings) {
    const std::string more = saying(words);
    const bool fresh = !more.empty() && std::find(said.begin(), said.end(), more) == said.end();
    if (fresh) said.push_back(more);
  }
  if (!said.empty()) text += join(said, "; again");
  if (line.sayings.size() > 1) text += "; said " + times_words(line.sayings.size());
  return desk.line(text + '.', line.grounds);
}

BriefLine write_balancing(BriefDesk& desk, const Balancing& b) {
  std::vector<ClaimId> grounds = b.ties_from;
  append(grounds, b.ties_to);
  append(grounds, b.hostility);
  std::string text = desk.name(b.actor) + " has ties with both " + desk.name(b.between.from) + " and " +
                     desk.name(b.between.to) + ", who are hostile to each other";
  if (std::abs(b.lean) < 0.1) return desk.line(text + "; it leans to neither.", std::move(grounds));
  text += "; by what is said it leans towards " + desk.name(b.lean > 0 ? b.between.from : b.between.to);
  return desk.line(text + '.', std::move(grounds));
}

BriefLine write_mediation(BriefDesk& desk, const Mediation& m) {
  std::string text = desk.name(m.mediator) + (m.offered ? " offers to mediate" : " mediates");
  if (m.parties.size() > 1) text += " between " + desk.names(m.parties);
  if (m.parties.size() == 1) text += " with " + desk.names(m.parties);
  if (!m.welcomed_by.empty()) text += "; supported by " + desk.names(m.welcomed_by);
  if (!m.opposed_by.empty())
    text += (m.welcomed_by.empty() ? "; opposed by " : ", opposed by ") + desk.names(m.opposed_by);
  std::vector<ClaimId> grounds = m.grounds;
  append(grounds, m.reactions);
  return desk.line(text + '.', std::move(grounds));
}

BriefLine write_adversary(BriefDesk& desk, const CommonAdversary& common) {
  std::vector<std::string> domains;
  for (const Domain domain : common.domains) domains.emplace_back(name_of(domain));
  return desk.line(desk.both(common.pair) + " are said to share an adversary in " + desk.name(common.adversary) + " (" +
                       listed(domains) + ").",
                   common.stated);
}

std::vector<Told<AtOdds>> write_at_odds(BriefDesk& desk, const BriefFacts& facts) {
  std::map<ActorId, std::pair<std::set<ActorId>, std::vector<ClaimId>>> by_adversary;
  for (const CommonAdversary& common : facts.adversaries) {
    if (!common.stated.empty()) continue;
    auto& [foes, grounds] = by_adversary[common.adversary];
    foes.insert({common.pair.from, common.pair.to});
    append(grounds, common.derived);
  }
  std::vector<Told<AtOdds>> out;
  for (const auto& [adversary, found] : by_adversary) {
    AtOdds odds{adversary, {found.first.begin(), found.first.end()}};
    const std::string text = "At odds with " + desk.name(adversary) + ": " + desk.names(odds.foes) +
                             "; that they act together against it is not said.";
    out.push_back({std::move(odds), desk.line(text, found.second)});
  }
  return out;
}

}  // namespace entente
