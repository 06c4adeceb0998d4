// Parts of a brief: who needs whom, words against deeds, sides taken towards third parties, what became of red lines.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "engine/brief_desk.h"

namespace entente {

namespace {

constexpr double even_need = 0.05;      // needs no further apart than this are about even
constexpr double telling_need = 0.1;    // below it only the main pair's need is told
constexpr size_t most_of_an_actor = 8;  // pairs of an actor's brief
constexpr size_t most_goods = 3;
constexpr size_t most_sides = 5;
constexpr size_t most_sanctions = 12;

bool is_pair(const Dyad& pair, const std::optional<Dyad>& main) {
  return main && unordered(pair) == *main;
}

/// "drones (67 % of what is told, no other supplier)".
std::string supply_words(const Supply& supply, Domain domain) {
  const std::string what = supply.good.empty() ? std::string(name_of(domain)) + " support" : good_name(supply.good);
  const std::string others =
      supply.others == 0 ? "no other supplier told of" : "beside " + counted(supply.others, "other supplier");
  return what + " (" + percent(supply.share) + " of what comes in, " + others + ')';
}

void add_need(BriefDesk& desk, const ActorId& who, const ActorId& whom, const Need& need, Domain domain,
              std::vector<std::string>& out) {
  std::vector<std::string> goods;
  for (size_t i = 0; i < std::min(most_goods, need.supplies.size()); ++i) {
    goods.push_back(supply_words(need.supplies[i], domain));
  }
  if (!goods.empty()) out.push_back(desk.name(who) + " gets " + listed(goods));
  if (need.from_claims > 0) out.push_back(desk.name(who) + " is said to depend on " + desk.name(whom));
}

std::string figure(double value) {
  return balance_figures(std::abs(value), 0).substr(1, 4);
}

BriefLine dependence_line(BriefDesk& desk, const Dependence& d) {
  const bool turned = desk.in_order(d.pair) != d.pair;
  const Dyad pair = turned ? Dyad{d.pair.to, d.pair.from} : d.pair;
  const Need& first = turned ? d.to_needs : d.from_needs;
  const Need& second = turned ? d.from_needs : d.to_needs;
  const std::string field = "In the " + std::string(name_of(d.domain)) + " field ";
  std::string text;
  if (std::abs(d.asymmetry()) < even_need) {
    text = field + desk.both(d.pair) + " need each other about equally (" + figure(first.total) + " and " +
           figure(second.total) + ")";
  } else {
    const bool more = first.total > second.total;
    text = field + desk.name(more ? pair.from : pair.to) + " needs " + desk.name(more ? pair.to : pair.from) +
           " more than the other way round (" + figure(std::max(first.total, second.total)) + " to " +
           figure(std::min(first.total, second.total)) + ")";
  }
  std::vector<std::string> why;
  add_need(desk, pair.from, pair.to, first, d.domain, why);
  add_need(desk, pair.to, pair.from, second, d.domain, why);
  std::vector<ClaimId> grounds = first.grounds;
  append(grounds, second.grounds);
  return desk.line(text + (why.empty() ? "" : ": " + join(why, "; ")) + '.', std::move(grounds));
}

std::string side_word(double position) {
  return position > 0 ? "for" : "against";
}

std::string sides_words(BriefDesk& desk, const SharedStance& shared, bool same) {
  std::vector<std::string> thirds;
  for (const StanceOn& on : shared.on) {
    if (on.same_side() != same || on.from * on.to == 0 || thirds.size() == most_sides) continue;
    const std::string side = same ? " (" + side_word(on.from) + ')' : "";
    thirds.push_back(desk.name(on.third) + side);
  }
  if (thirds.empty()) return "";
  return (same ? "on the same side towards " : "on different sides towards ") + listed(thirds);
}

BriefLine stance_line(BriefDesk& desk, const SharedStance& shared) {
  std::vector<std::string> sides;
  for (const bool same : {true, false}) {
    const std::string words = sides_words(desk, shared, same);
    if (!words.empty()) sides.push_back(words);
  }
  std::vector<ClaimId> grounds;
  for (const StanceOn& on : shared.on) append(grounds, on.grounds);
  const std::string sign = shared.similarity < 0 ? "−" : "+";
  const std::string text = "In their words " + desk.both(shared.pair) + " stand " +
                           (sides.empty() ? "nowhere clearly" : join(sides, "; ")) + " (likeness " + sign +
                           figure(shared.similarity) + ").";
  return desk.line(text, std::move(grounds));
}

std::string manner_words(double balance) {
  if (std::abs(balance) < 0.1) return "neither friendly nor hostile";
  return balance > 0 ? "friendly" : "hostile";
}

BriefLine words_line(BriefDesk& desk, const WordsAndDeeds& w) {
  const auto say = [](double balance, size_t n) {
    const std::string figures = (balance < 0 ? "−" : "+") + figure(balance);
    return manner_words(balance) + " (" + figures + ", " + counted(n, "claim") + ')';
  };
  std::string text = possessive(desk.name(w.dyad.from)) + " words towards " + desk.name(w.dyad.to) + " are " +
                     say(w.words, w.word_grounds.size()) + ", its deeds " + say(w.deeds, w.deed_grounds.size());
  if (w.at_odds()) text += w.words > 0 ? ": it says more than it does" : ": it does what its words would not suggest";
  std::vector<ClaimId> grounds = w.word_grounds;
  append(grounds, w.deed_grounds);
  return desk.line(text + '.', std::move(grounds));
}

std::string answer_words(BriefDesk& desk, const RedLineFate& fate) {
  const LineCrossing& crossing = *fate.crossing;
  const auto after = [](const LineAnswer& answer) {
    return answer.days == 0 ? std::string("at once") : "after " + counted(static_cast<size_t>(answer.days), "day");
  };
  const std::string by = desk.name(fate.line.by);
  if (crossing.deed) {
    return by + " answered " + after(*crossing.deed) + " with a deed (" + std::string(name_of(crossing.deed->type)) +
           (crossing.deed->as_threatened ? ", as it had said)" : ")");
  }
  if (crossing.word) {
    return by + " answered " + after(*crossing.word) + " with words alone (" +
           std::string(name_of(crossing.word->type)) + ')';
  }
  return "no answer of " + by + " is told within " + std::to_string(answer_window) + " days";
}

BriefLine fate_line(BriefDesk& desk, const RedLineFate& fate) {
  const std::string whose = "The line that " + desk.name(fate.line.by) + " drew on " + to_iso(fate.drawn) +
                            (fate.line.about.empty() ? "" : " over " + desk.names(fate.line.about));
  std::vector<ClaimId> grounds = fate.line.grounds;
  if (fate.fate != LineFate::crossed) {
    return desk.line(whose + " (no " + std::string(name_of(*fate.forbids)) + ") was kept, as far as is told until " +
                         to_iso(fate.told_until) + '.',
                     std::move(grounds));
  }
  const LineCrossing& crossing = *fate.crossing;
  grounds.push_back(crossing.claim);
  if (crossing.deed) grounds.push_back(crossing.deed->claim);
  if (!crossing.deed && crossing.word) grounds.push_back(crossing.word->claim);
  return desk.line(whose + " was crossed by " + desk.name(crossing.by) + " on " + to_iso(crossing.day) + " (" +
                       std::string(name_of(crossing.type)) + ", " + counted(static_cast<size_t>(crossing.days), "day") +
                       " later); " + answer_words(desk, fate) + '.',
                   std::move(grounds));
}

}  // namespace

std::vector<Told<Dependence>> write_dependence(BriefDesk& desk, const BriefFacts& facts,
                                               const std::optional<Dyad>& main) {
  const bool actor = desk.subject().kind == BriefSubject::Kind::actor;
  std::vector<Dependence> chosen;
  for (const Dependence& d : facts.dependence) {
    const bool said = d.from_needs.from_claims > 0 || d.to_needs.from_claims > 0;
    const bool strong = std::max(d.from_needs.total, d.to_needs.total) >= telling_need;
    if (is_pair(d.pair, main) || said || (actor && strong)) chosen.push_back(d);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [&](const Dependence& a, const Dependence& b) {
    const auto rank = [&](const Dependence& d) {
      return std::make_pair(is_pair(d.pair, main), std::max(d.from_needs.total, d.to_needs.total));
    };
    return rank(a) > rank(b);
  });
  if (actor && chosen.size() > most_of_an_actor) chosen.resize(most_of_an_actor);
  std::vector<Told<Dependence>> out;
  for (const Dependence& d : chosen) out.push_back({d, dependence_line(desk, d)});
  return out;
}

std::vector<Told<WordsAndDeeds>> write_words_and_deeds(BriefDesk& desk, const BriefFacts& facts,
                                                       const std::optional<Dyad>& main) {
  std::vector<Told<WordsAndDeeds>> out;
  for (const bool of_main : {true, false}) {
    for (const WordsAndDeeds& w : facts.words_and_deeds) {
      if (is_pair(w.dyad, main) != of_main || (!of_main && !w.at_odds())) continue;
      out.push_back({w, words_line(desk, w)});
    }
  }
  return out;
}

std::vector<Told<SharedStance>> write_stances(BriefDesk& desk, const std::optional<Dyad>& main) {
  std::vector<SharedStance> chosen;
  if (main) chosen.push_back(shared_stance(*main, desk.wide_claims()));
  if (desk.subject().kind == BriefSubject::Kind::actor) {
    std::vector<SharedStance> all = shared_stances(desk.wide_claims());
    std::stable_sort(all.begin(), all.end(),
                     [](const SharedStance& a, const SharedStance& b) { return a.weight > b.weight; });
    for (const SharedStance& shared : all) {
      const bool own = shared.pair.from == desk.subject().a || shared.pair.to == desk.subject().a;
      if (own && !is_pair(shared.pair, main) && chosen.size() < most_of_an_actor) chosen.push_back(shared);
    }
  }
  std::vector<Told<SharedStance>> out;
  for (const SharedStance& shared : chosen) {
    if (!shared.on.empty()) out.push_back({shared, stance_line(desk, shared)});
  }
  return out;
}

std::vector<BriefLine> write_sanctions(BriefDesk& desk) {
  struct Sanctioned {
    std::set<Domain> domains;
    std::vector<ClaimId> grounds;
  };
  std::map<ActorId, std::map<ActorId, Sanctioned>> by_issuer;
  for (const Claim& claim : desk.claims()) {
    if (claim.type != ClaimType::sanction || claim.modality != Modality::asserted) continue;
    for (const Dyad& dyad : dyads(claim)) {
      Sanctioned& told = by_issuer[dyad.from][dyad.to];
      told.domains.insert(claim.domain);
      told.grounds.push_back(claim.id());
    }
  }
  std::vector<BriefLine> out;
  for (const auto& [issuer, targets] : by_issuer) {
    std::vector<std::string> whom;
    std::vector<ClaimId> grounds;
    for (const auto& [target, told] : targets) {
      std::vector<std::string> fields;
      for (const Domain domain : told.domains) fields.emplace_back(name_of(domain));
      whom.push_back(desk.name(target) + " (" + listed(fields) + ')');
      append(grounds, told.grounds);
    }
    out.push_back(
        desk.line(desk.name(issuer) + ": sanctions or broken ties towards " + listed(whom) + '.', std::move(grounds)));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const BriefLine& a, const BriefLine& b) { return a.grounds.size() > b.grounds.size(); });
  if (out.size() > most_sanctions) out.resize(most_sanctions);
  return out;
}

std::vector<Told<RedLineFate>> write_line_fates(BriefDesk& desk, const BriefFacts& facts) {
  std::vector<Told<RedLineFate>> out;
  for (const RedLineFate& fate : facts.line_fates) {
    if (fate.fate == LineFate::crossed || fate.fate == LineFate::kept) out.push_back({fate, fate_line(desk, fate)});
  }
  return out;
}

}  // namespace entente
