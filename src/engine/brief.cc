// Puts a brief together: facts first, then the page from top to bottom, so that footnotes number in reading order.
#include "engine/brief.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"
#include "engine/brief_desk.h"

namespace entente {

namespace {

/// Tables are texts, too: some millions of bytes.
size_t count_words(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  size_t words = 0;
  unsigned inside = 0;
  for (const char c : text) {
    const auto now = static_cast<unsigned>(!blank(c));
    words += now & ~inside;
    inside = now;
  }
  return words;
}

std::vector<std::pair<std::string, size_t>> count_dropped(const Article& article) {
  std::map<std::string, size_t> counts;
  for (const Dropped& piece : article.dropped) ++counts[piece.reason];
  return {counts.begin(), counts.end()};
}

std::vector<BriefSource> list_sources(const BriefDesk& desk) {
  std::map<ArticleId, size_t> claims;
  for (const Claim& claim : desk.claims()) ++claims[claim.first_evidence().passage.article];
  std::vector<BriefSource> out;
  for (const Article* a : desk.articles()) {
    out.push_back({a->id, a->title, a->byline, a->address, a->path, a->language, a->published, count_words(a->text),
                   claims[a->id], count_dropped(*a), a->broken_bytes});
  }
  return out;
}

/// The pair of whom the text speaks most; a brief on a pair has it given.
std::optional<Dyad> main_pair(const BriefDesk& desk) {
  const BriefSubject& subject = desk.subject();
  if (subject.kind == BriefSubject::Kind::pair) return unordered({subject.a, subject.b});
  std::map<Dyad, size_t> counts;
  for (const Claim& claim : desk.claims()) {
    std::vector<Dyad> pairs;
    for (const Dyad& dyad : dyads(claim)) pairs.push_back(unordered(dyad));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const Dyad& pair : pairs) ++counts[pair];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

std::string title_of(BriefDesk& desk) {
  const BriefSubject& subject = desk.subject();
  if (subject.kind == BriefSubject::Kind::actor) return sentence_case(desk.name(subject.a));
  if (subject.kind == BriefSubject::Kind::pair) {
    return sentence_case(desk.name(subject.a)) + " and " + desk.name(subject.b);
  }
  const bool titled = !desk.articles().empty() && !desk.articles().front()->title.empty();
  return titled ? desk.articles().front()->title : "Untitled text";
}

template <class Fact>
std::vector<Told<Fact>> tell(BriefDesk& desk, const std::vector<Fact>& facts,
                             BriefLine (*write)(BriefDesk&, const Fact&)) {
  std::vector<Told<Fact>> out;
  for (const Fact& fact : facts) out.push_back({fact, write(desk, fact)});
  return out;
}

/// Of an actor with ties to half the world, the most telling.
std::vector<Balancing> deepest(const std::vector<Balancing>& balancing) {
  constexpr size_t most_balancing = 15;
  return {balancing.begin(),
          balancing.begin() + static_cast<std::ptrdiff_t>(std::min(most_balancing, balancing.size()))};
}

void tell_facts(Brief& brief, BriefDesk& desk, const BriefFacts& facts, const LineOddsFinder& line_odds) {
  brief.flows = write_flows(desk, facts.flows);
  brief.exchanges = tell(desk, facts.exchanges, write_exchange);
  brief.dependence = write_dependence(desk, facts, brief.main_pair);
  brief.words_and_deeds = write_words_and_deeds(desk, facts, brief.main_pair);
  brief.sanctions = write_sanctions(desk);
  brief.stances = write_stances(desk, brief.main_pair);
  brief.red_lines = tell(desk, facts.red_lines, write_red_line);
  brief.line_fates = write_line_fates(desk, facts);
  brief.line_odds = write_line_odds(desk, facts, line_odds);
  brief.ladders = write_ladders(desk, facts, brief.main_pair);
  brief.balancing = tell(desk, deepest(facts.balancing), write_balancing);
  brief.mediations = tell(desk, facts.mediations, write_mediation);
  std::vector<CommonAdversary> stated;
  std::copy_if(facts.adversaries.begin(), facts.adversaries.end(), std::back_inserter(stated),
               [](const CommonAdversary& common) { return !common.stated.empty(); });
  brief.adversaries = tell(desk, stated, write_adversary);
  brief.at_odds = write_at_odds(desk, facts);
}

}  // namespace

const std::string& Brief::name(const ActorId& id) const {
  const auto found = names.find(id);
  return found == names.end() ? id.str() : found->second.name;
}

Brief make_brief(const BriefSubject& subject, const std::vector<Article>& articles, std::vector<Claim> claims,
                 const ActorNamer& namer, const BriefWishes& wishes) {
  BriefDesk desk(subject, articles, std::move(claims), namer);
  const BriefFacts facts = desk.facts();
  Brief brief;
  brief.subject = subject;
  brief.title = title_of(desk);
  brief.sources = list_sources(desk);
  brief.main_pair = main_pair(desk);
  if (brief.main_pair) brief.lead = write_lead(desk, facts, *brief.main_pair);
  if (wishes.events) {
    std::vector<BriefLine> more = write_event_lead(desk, *wishes.events);
    brief.lead.insert(brief.lead.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  if (wishes.since.known()) {
    brief.since = wishes.since;
    brief.changes = write_changes(desk, facts, wishes.since);
  }
  brief.timeline = write_timeline(desk, facts, brief.main_pair, wishes.leaders);
  if (wishes.events) {
    brief.events = wishes.events;
    brief.event_lines = write_events(desk, facts, *wishes.events);
  }
  brief.appraisal = write_appraisal(desk, facts, brief.sources);
  brief.actors = write_actors(desk);
  brief.standings = write_standings(desk, facts);
  if (subject.kind == BriefSubject::Kind::pair) brief.around = standings_around(desk, facts, *brief.main_pair);
  tell_facts(brief, desk, facts, wishes.line_odds);
  brief.outlook = write_outlook(desk, wishes.number);
  brief.questions = write_questions(desk, wishes.number);
  brief.what_ifs = write_scenarios(desk, facts, brief.main_pair);
  if (!desk.claims().empty() || !brief.events) {
    brief.gaps = write_gaps(desk, facts, brief.sources, brief.main_pair);
  }
  if (wishes.ask_told && !wishes.number && !(brief.outlook.empty() && brief.questions.empty())) {
    brief.gaps.push_back(desk.line(
        "The ledger holds no history of events, so what is expected stands without a number of our own.", {}));
  }
  brief.notes = desk.take_notes();
  brief.names = desk.take_names();
  return brief;
}

}  // namespace entente
