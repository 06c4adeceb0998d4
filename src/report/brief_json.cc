// A brief as JSON: every figure with its grounds. docs/brief.md lists the keys.
#include "report/brief_fact_json.h"
#include "report/brief_render.h"
#include "report/event_json.h"
#include "report/json_parts.h"
#include "report/line_odds.h"
#include "report/page.h"

namespace entente {

namespace {

using brief_keys::Json;

Json subject(const BriefSubject& s) {
  if (s.kind == BriefSubject::Kind::article) return {{"kind", "article"}, {"article", s.article.str()}};
  if (s.kind == BriefSubject::Kind::actor) return {{"kind", "actor"}, {"actor", s.a.str()}};
  return {{"kind", "pair"}, {"pair", Json::array({s.a.str(), s.b.str()})}};
}

Json source(const BriefSource& s) {
  Json dropped = Json::object();
  for (const auto& [reason, n] : s.dropped) dropped[reason] = n;
  return {{"article", s.id.str()},
          {"title", text_or_null(s.title)},
          {"byline", text_or_null(s.byline)},
          {"address", text_or_null(s.address)},
          {"path", text_or_null(s.path)},
          {"language", text_or_null(s.language)},
          {"published", date_json(s.published)},
          {"words", s.words},
          {"claims", s.claims},
          {"dropped", dropped},
          {"broken_bytes", s.broken_bytes}};
}

Json appraisal(const Appraisal& a) {
  return {{"claims", a.claims},
          {"sentences", a.sentences},
          {"attributed", rounded(a.attributed)},
          {"hedged", rounded(a.hedged)},
          {"repeated", rounded(a.repeated)},
          {"dated_events", rounded(a.dated)},
          {"mean_confidence", rounded(a.mean_confidence)},
          {"lines", brief_keys::lines(a.lines)},
          {"contradictions", brief_keys::lines(a.contradictions)}};
}

Json actor(const BriefActor& a) {
  return brief_keys::with_line({{"actor", a.actor.id.str()},
                                {"name", a.actor.name},
                                {"kind", name_of(a.actor.kind)},
                                {"acts", a.acts},
                                {"target", a.acted_upon},
                                {"mentioned", a.mentioned}},
                               a.role);
}

Json history_cell(const HistoryCell& c) {
  return {{"domain", name_of(c.domain)},
          {"cooperation", rounded(c.cooperation)},
          {"conflict", rounded(c.conflict)},
          {"claims", ids_json(c.grounds)}};
}

Json mark(const TimelineMark& m) {
  const char* kind = m.kind == TimelineMark::Kind::event    ? "event"
                     : m.kind == TimelineMark::Kind::leader ? "leader"
                                                            : "red line";
  return brief_keys::with_line({{"kind", kind}, {"date", date_json(m.day)}}, m.line);
}

Json timeline(const Timeline& t) {
  Json periods = Json::array();
  for (const HistoryBin& bin : t.history.bins) {
    Json cells = Json::array();
    for (const HistoryCell& cell : bin.cells) cells.push_back(history_cell(cell));
    periods.push_back({{"period", to_iso(bin.period)}, {"domains", std::move(cells)}});
  }
  Json marks = Json::array();
  for (const TimelineMark& one : t.marks) marks.push_back(mark(one));
  return {{"of", t.of},
          {"step", name_of(t.history.step)},
          {"periods", std::move(periods)},
          {"undated", t.history.undated},
          {"marks", std::move(marks)}};
}

Json note(const BriefNote& n) {
  return {{"number", n.number},
          {"quote", n.quote},
          {"article", n.article.str()},
          {"title", text_or_null(n.article_title)},
          {"span", {n.span.begin, n.span.end}},
          {"attribution", ids_json(n.attribution)},
          {"claims", ids_json(n.claims)}};
}

template <class Item, class Keys>
Json list(const std::vector<Item>& items, const Keys& keys) {
  Json out = Json::array();
  for (const Item& item : items) out.push_back(keys(item));
  return out;
}

Json names(const Brief& brief) {
  Json out = Json::object();
  for (const auto& [id, actor] : brief.names) out[id.str()] = actor.name;
  return out;
}

/// As `entente relations --json` has them, with the sentences; null where there are none.
Json coded_events(const Brief& brief) {
  constexpr size_t most_pairs = 40;
  if (!brief.events) return nullptr;
  Json out = events_json(*brief.events, most_pairs);
  out["lines"] = brief_keys::lines(brief.event_lines);
  return out;
}

}  // namespace

std::string brief_to_json(const Brief& b) {
  const Json out = {{"format", "entente-brief/1"},
                    {"subject", subject(b.subject)},
                    {"title", b.title},
                    {"sources", list(b.sources, source)},
                    {"main_pair", b.main_pair ? brief_keys::pair(*b.main_pair) : Json(nullptr)},
                    {"lead", brief_keys::lines(b.lead)},
                    {"since", date_json(b.since)},
                    {"changes", brief_keys::lines(b.changes)},
                    {"timeline", timeline(b.timeline)},
                    {"events", coded_events(b)},
                    {"appraisal", appraisal(b.appraisal)},
                    {"actors", list(b.actors, actor)},
                    {"standings", list(b.standings, brief_keys::standing)},
                    {"around", list(b.around, brief_keys::overall)},
                    {"flows", brief_keys::facts(b.flows, brief_keys::flow)},
                    {"exchanges", brief_keys::facts(b.exchanges, brief_keys::exchange)},
                    {"dependence", brief_keys::facts(b.dependence, brief_keys::dependence)},
                    {"words_and_deeds", brief_keys::facts(b.words_and_deeds, brief_keys::words_keys)},
                    {"sanctions", brief_keys::lines(b.sanctions)},
                    {"stances", brief_keys::facts(b.stances, brief_keys::shared_stance_keys)},
                    {"red_lines", brief_keys::facts(b.red_lines, brief_keys::red_line)},
                    {"line_fates", brief_keys::facts(b.line_fates, brief_keys::line_fate)},
                    {"line_odds", brief_keys::facts(b.line_odds, line_odds_json)},
                    {"ladders", list(b.ladders, brief_keys::ladder)},
                    {"balancing", brief_keys::facts(b.balancing, brief_keys::balance)},
                    {"mediations", brief_keys::facts(b.mediations, brief_keys::mediation)},
                    {"adversaries", brief_keys::facts(b.adversaries, brief_keys::adversary)},
                    {"at_odds", brief_keys::facts(b.at_odds, brief_keys::at_odds)},
                    {"outlook", brief_keys::facts(b.outlook, brief_keys::expectation)},
                    {"questions", brief_keys::facts(b.questions, brief_keys::question)},
                    {"what_ifs", brief_keys::lines(b.what_ifs)},
                    {"gaps", brief_keys::lines(b.gaps)},
                    {"notes", list(b.notes, note)},
                    {"names", names(b)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace entente
