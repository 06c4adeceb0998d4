// Keys and values of each kind of fact; docs/brief.md lists the keys.
#include "report/brief_fact_json.h"

#include "report/json_parts.h"

namespace entente::brief_keys {

Json pair(const Dyad& dyad) {
  return Json::array({dyad.from.str(), dyad.to.str()});
}

Json line(const BriefLine& told) {
  return {{"text", told.text},
          {"notes", told.notes},
          {"claims", ids_json(told.grounds)},
          {"confidence", told.grounds.empty() ? Json(nullptr) : Json(rounded(told.confidence))}};
}

Json lines(const std::vector<BriefLine>& told) {
  Json out = Json::array();
  for (const BriefLine& one : told) out.push_back(line(one));
  return out;
}

Json with_line(Json fact, const BriefLine& told) {
  fact.update(line(told));
  return fact;
}

Json standing(const StandingRow& row) {
  const PairStanding& s = row.overall;
  Json domains = facts(row.cells, [](const Relation& r) {
    return Json{{"domain", name_of(r.domain)},
                {"sign", name_of(r.sign)},
                {"strength", rounded(r.strength)},
                {"uncertainty", rounded(r.uncertainty)}};
  });
  return with_line({{"pair", pair(s.pair)},
                    {"sign", name_of(s.sign)},
                    {"balance", rounded(s.balance)},
                    {"uncertainty", rounded(s.uncertainty)},
                    {"positive", rounded(s.positive)},
                    {"negative", rounded(s.negative)},
                    {"domains", std::move(domains)}},
                   row.line);
}

Json flow(const Flow& f) {
  return {{"from", f.from.str()},
          {"to", f.to.str()},
          {"good", text_or_null(f.good)},
          {"domain", name_of(f.domain)},
          {"amount", f.amount ? Json(*f.amount) : Json(nullptr)},
          {"unit", text_or_null(f.unit)},
          {"during", date_json(f.during)},
          {"modality", name_of(f.modality)}};
}

Json exchange(const Exchange& e) {
  return {{"pair", pair(e.pair)},
          {"forth", e.forth.size()},
          {"back", e.back.size()},
          {"asymmetry", rounded(e.asymmetry)},
          {"from_needs", ids_json(e.from_needs)},
          {"to_needs", ids_json(e.to_needs)}};
}

Json red_line(const RedLine& r) {
  Json sayings = Json::array();
  for (const RedLine::Saying& said : r.sayings) {
    sayings.push_back({{"against", text_or_null(said.against)},
                       {"consequence", text_or_null(said.consequence)},
                       {"claim", said.claim.str()}});
  }
  return {{"by", r.by.str()},
          {"to", ids_json(r.to)},
          {"about", ids_json(r.about)},
          {"type", name_of(r.type)},
          {"sayings", std::move(sayings)}};
}

static Json need(const Need& n) {
  Json supplies = Json::array();
  for (const Supply& s : n.supplies) {
    supplies.push_back({{"good", text_or_null(s.good)},
                        {"share", rounded(s.share)},
                        {"hard", rounded(s.hard)},
                        {"others", s.others},
                        {"weight", rounded(s.weight)}});
  }
  return {{"total", rounded(n.total)},
          {"from_flows", rounded(n.from_flows)},
          {"from_claims", rounded(n.from_claims)},
          {"supplies", std::move(supplies)}};
}

Json dependence(const Dependence& d) {
  return {{"pair", pair(d.pair)},
          {"domain", name_of(d.domain)},
          {"asymmetry", rounded(d.asymmetry())},
          {"from_needs", need(d.from_needs)},
          {"to_needs", need(d.to_needs)}};
}

Json words_keys(const WordsAndDeeds& w) {
  return {{"from", w.dyad.from.str()}, {"to", w.dyad.to.str()},   {"words", rounded(w.words)},
          {"deeds", rounded(w.deeds)}, {"gap", rounded(w.gap())}, {"at_odds", w.at_odds()}};
}

Json shared_stance_keys(const SharedStance& s) {
  Json on = Json::array();
  for (const StanceOn& one : s.on) {
    on.push_back({{"third", one.third.str()},
                  {"from", rounded(one.from)},
                  {"to", rounded(one.to)},
                  {"weight", rounded(one.weight)},
                  {"claims", ids_json(one.grounds)}});
  }
  return {{"pair", pair(s.pair)}, {"similarity", rounded(s.similarity)}, {"on", std::move(on)}};
}

static Json answer_or_null(const std::optional<LineAnswer>& a) {
  if (!a) return nullptr;
  return {
      {"type", name_of(a->type)}, {"date", date_json(a->day)}, {"days", a->days}, {"as_threatened", a->as_threatened}};
}

Json line_fate(const RedLineFate& f) {
  Json crossing = nullptr;
  if (f.crossing) {
    crossing = {{"by", f.crossing->by.str()},
                {"type", name_of(f.crossing->type)},
                {"date", date_json(f.crossing->day)},
                {"days", f.crossing->days},
                {"deed", answer_or_null(f.crossing->deed)},
                {"word", answer_or_null(f.crossing->word)}};
  }
  return {{"by", f.line.by.str()},
          {"to", ids_json(f.line.to)},
          {"about", ids_json(f.line.about)},
          {"forbids", f.forbids ? Json(name_of(*f.forbids)) : Json(nullptr)},
          {"drawn", date_json(f.drawn)},
          {"fate", name_of(f.fate)},
          {"told_until", date_json(f.told_until)},
          {"crossing", std::move(crossing)}};
}

Json overall(const PairStanding& s) {
  return {{"pair", pair(s.pair)},
          {"sign", name_of(s.sign)},
          {"balance", rounded(s.balance)},
          {"uncertainty", rounded(s.uncertainty)},
          {"claims", ids_json(s.grounds)}};
}

static Json rung_or_null(const std::optional<Rung>& rung) {
  return rung ? Json(name_of(*rung)) : Json(nullptr);
}

static Json rung(const RungRecord& r) {
  return {{"rung", name_of(r.rung)},          {"reached", ids_json(r.reached)},   {"offered", ids_json(r.offered)},
          {"refused", ids_json(r.refused)},   {"withheld", ids_json(r.withheld)}, {"excluded", ids_json(r.excluded)},
          {"expected", ids_json(r.expected)}, {"doubted", ids_json(r.doubted)},   {"open", ids_json(r.open)}};
}

Json ladder(const BriefLadder& told) {
  const Ladder& l = told.ladder;
  Json rungs = Json::array();
  for (const RungRecord& record : l.rungs) rungs.push_back(rung(record));
  Json domains = Json::array();
  for (const DomainReach& d : l.domains) {
    domains.push_back({{"domain", name_of(d.domain)},
                       {"reached", rung_or_null(d.reached)},
                       {"offered", rung_or_null(d.offered)},
                       {"stopped", rung_or_null(d.stopped)}});
  }
  return {{"from", l.from.str()},
          {"to", l.to.str()},
          {"reached", rung_or_null(l.reached())},
          {"offered", rung_or_null(l.offered())},
          {"stopped", rung_or_null(l.stopped())},
          {"domains", std::move(domains)},
          {"rungs", std::move(rungs)},
          {"lines", lines(told.lines)}};
}

Json balance(const Balancing& b) {
  return {{"actor", b.actor.str()},
          {"between", pair(b.between)},
          {"depth", rounded(b.depth)},
          {"lean", rounded(b.lean)},
          {"ties_from", ids_json(b.ties_from)},
          {"ties_to", ids_json(b.ties_to)},
          {"hostility", ids_json(b.hostility)}};
}

Json mediation(const Mediation& m) {
  return {{"mediator", m.mediator.str()},
          {"parties", ids_json(m.parties)},
          {"offered", m.offered},
          {"welcomed_by", ids_json(m.welcomed_by)},
          {"opposed_by", ids_json(m.opposed_by)}};
}

Json adversary(const CommonAdversary& c) {
  Json domains = Json::array();
  for (const Domain domain : c.domains) domains.push_back(name_of(domain));
  return {{"pair", pair(c.pair)},
          {"adversary", c.adversary.str()},
          {"domains", std::move(domains)},
          {"stated", ids_json(c.stated)},
          {"derived", ids_json(c.derived)}};
}

Json at_odds(const AtOdds& a) {
  return {{"adversary", a.adversary.str()}, {"foes", ids_json(a.foes)}};
}

static Json odds(const std::optional<Odds>& o) {
  if (!o) return nullptr;
  return {{"word", o->word}, {"low", rounded(o->low)}, {"high", rounded(o->high)}};
}

static Json ranges(const std::vector<LikelihoodRange>& all) {
  Json out = Json::array();
  for (const LikelihoodRange& range : all) {
    out.push_back({{"source", range.source}, {"word", range.word}, {"low", range.low}, {"high", range.high}});
  }
  return out;
}

static Json own_number(const std::optional<OwnNumber>& ours) {
  if (!ours) return nullptr;
  if (!ours->why_none.empty()) return {{"question", text_or_null(ours->meaning)}, {"why_none", ours->why_none}};
  return {{"question", ours->meaning},
          {"probability", rounded(ours->probability)},
          {"low", rounded(ours->low)},
          {"high", rounded(ours->high)},
          {"base_rate", rounded(ours->base_rate)}};
}

Json expectation(const Expectation& e) {
  return {{"source", ids_json(e.source)},
          {"target", ids_json(e.target)},
          {"type", name_of(e.type)},
          {"domain", name_of(e.domain)},
          {"said", e.said},
          {"kent", odds(e.kent)},
          {"icd203", odds(e.icd203)},
          {"ranges", ranges(e.ranges)},
          {"ours", own_number(e.ours)}};
}

Json question(const BriefQuestion& q) {
  return {{"source", ids_json(q.source)},
          {"target", ids_json(q.target)},
          {"type", name_of(q.type)},
          {"ours", own_number(q.ours)}};
}

}  // namespace entente::brief_keys
