// The sections of a brief in the order of the page.
#include "report/page.h"

#include <algorithm>
#include <iterator>

namespace entente {

namespace {

std::vector<const BriefLine*> pointers(const std::vector<BriefLine>& lines) {
  std::vector<const BriefLine*> out;
  out.reserve(lines.size());
  for (const BriefLine& line : lines) out.push_back(&line);
  return out;
}

template <class Fact>
std::vector<const BriefLine*> told(const std::vector<Told<Fact>>& facts) {
  std::vector<const BriefLine*> out;
  out.reserve(facts.size());
  for (const Told<Fact>& fact : facts) out.push_back(&fact.line);
  return out;
}

/// Exchanges in which both sides take part, or on which something is said of need: the others say no more than flows.
std::vector<const BriefLine*> telling_exchanges(const Brief& brief) {
  std::vector<const BriefLine*> out;
  for (const auto& [exchange, line] : brief.exchanges) {
    const bool tells = exchange.mutual() || !exchange.from_needs.empty() || !exchange.to_needs.empty();
    if (tells) out.push_back(&line);
  }
  return out;
}

/// A group for every ladder that is drawn or of which there is more to say; the others share the last.
std::vector<PageGroup> ladder_groups(const Brief& brief) {
  const std::vector<const BriefLadder*> drawn = drawn_ladders(brief);
  std::vector<PageGroup> out;
  PageGroup others{"Other support told of", {}, nullptr};
  for (const BriefLadder& told : brief.ladders) {
    const bool draw = std::find(drawn.begin(), drawn.end(), &told) != drawn.end();
    const std::string pair = brief.name(told.ladder.from) + " → " + brief.name(told.ladder.to);
    if (draw || told.lines.size() > 1) {
      out.push_back({pair, pointers(told.lines), draw ? &told.ladder : nullptr});
    } else {
      others.lines.push_back(&told.lines.front());
    }
  }
  out.push_back(std::move(others));
  return out;
}

std::vector<const BriefLine*> rows_of(const Brief& brief) {
  std::vector<const BriefLine*> out;
  out.reserve(brief.standings.size());
  for (const StandingRow& row : brief.standings) out.push_back(&row.line);
  return out;
}

std::vector<const BriefLine*> roles_of(const Brief& brief) {
  std::vector<const BriefLine*> out;
  out.reserve(brief.actors.size());
  for (const BriefActor& actor : brief.actors) out.push_back(&actor.role);
  return out;
}

std::vector<const BriefLine*> marks_of(const Brief& brief) {
  std::vector<const BriefLine*> out;
  out.reserve(brief.timeline.marks.size());
  for (const TimelineMark& mark : brief.timeline.marks) out.push_back(&mark.line);
  return out;
}

std::string timeline_legend(const Brief& brief) {
  const RelationHistory& history = brief.timeline.history;
  return "What is told of " + brief.timeline.of + ", " +
         (history.step == Precision::day ? "day by day" : (history.step == Precision::month ? "by month" : "by year")) +
         ": cooperation above the line, conflict below it, weighed as in the table of standing. Silence is no peace: a "
         "period without a bar is one of which nothing is told.";
}

}  // namespace

std::vector<EventBar> event_bars(const Brief& brief) {
  constexpr size_t most_bars = 120;
  constexpr size_t year_digits = 4;
  std::vector<EventBar> out;
  if (!brief.events) return out;
  const bool by_year = brief.events->series.size() > most_bars;
  for (const PeriodCount& period : brief.events->series) {
    const std::string name = iso_day(period.days.first).substr(0, by_year ? year_digits : 7);
    if (out.empty() || out.back().period != name) out.push_back({name, false, 0, 0, 0, 0});
    EventBar& bar = out.back();
    bar.covered = bar.covered || period.covered_days > 0;
    bar.verbal_cooperation += period.quads[static_cast<size_t>(Quad::verbal_cooperation)];
    bar.material_cooperation += period.quads[static_cast<size_t>(Quad::material_cooperation)];
    bar.verbal_conflict += period.quads[static_cast<size_t>(Quad::verbal_conflict)];
    bar.material_conflict += period.quads[static_cast<size_t>(Quad::material_conflict)];
  }
  return out;
}

bool has_chart(const Brief& brief) {
  return brief.timeline.history.bins.size() > 1;
}

bool PageSection::empty() const {
  return std::all_of(groups.begin(), groups.end(), [](const PageGroup& group) { return group.lines.empty(); });
}

namespace {

/// What rests on texts.
std::vector<PageSection> sections_of_texts(const Brief& b) {
  std::vector<PageSection> out;
  out.push_back(
      {"appraisal",
       "What kind of source this is",
       "",
       Figure::none,
       {{"", pointers(b.appraisal.lines)}, {"Contradictions and tensions", pointers(b.appraisal.contradictions)}}});
  out.push_back({"actors", "Who acts", "", Figure::actors, {{"", roles_of(b)}}});
  out.push_back({"standing",
                 "How they stand to each other",
                 "From −1 hostile to +1 cooperative, ± mixed; what follows ± is half the width of the 80 % band.",
                 Figure::standings,
                 {{"", rows_of(b)}}});
  out.push_back({"flows",
                 "Who gave what to whom",
                 "",
                 Figure::none,
                 {{"", told(b.flows)}, {"In return", telling_exchanges(b)}, {"Who needs whom", told(b.dependence)}}});
  out.push_back({"words",
                 "Words, deeds and sides",
                 "From −1 to +1. What is only offered or promised is a word.",
                 Figure::none,
                 {{"", told(b.words_and_deeds)},
                  {"Sanctions", pointers(b.sanctions)},
                  {"Towards third parties", told(b.stances)}}});
  out.push_back({"red-lines",
                 "Red lines",
                 "",
                 Figure::none,
                 {{"", told(b.red_lines)},
                  {"What became of them", told(b.line_fates)},
                  {"How likely a challenge is, and its answer", told(b.line_odds)}}});
  out.push_back({"ladder", "How far support goes", "Nine rungs, from words to mutual defence.", Figure::ladders,
                 ladder_groups(b)});
  out.push_back({"balancing",
                 "Who balances, who mediates",
                 "",
                 Figure::none,
                 {{"", told(b.balancing)}, {"Mediation", told(b.mediations)}}});
  out.push_back({"adversaries",
                 "Common adversaries",
                 "",
                 Figure::none,
                 {{"", told(b.adversaries)}, {"At odds with the same actor", told(b.at_odds)}}});
  out.push_back({"outlook",
                 "What is expected",
                 "Each with the text’s own word and the odds that such words stand for (Kent 1964; ICD 203). These are "
                 "the writer’s expectations, not forecasts.",
                 Figure::none,
                 {{"", told(b.outlook)}}});
  out.push_back({"questions", "Open questions", "", Figure::none, {{"", told(b.questions)}}});
  out.push_back({"what-ifs",
                 "What if",
                 "Scenarios that these claims suggest, each with the command that runs it.",
                 Figure::none,
                 {{"", pointers(b.what_ifs)}}});
  out.push_back({"gaps", "What the text does not tell", "", Figure::none, {{"", pointers(b.gaps)}}});
  return out;
}

/// Takes the sections with nothing to tell away, and names them in that of the gaps, which comes last.
void name_the_silent(std::vector<PageSection>& sections) {
  const auto is_silent = [](const PageSection& section) { return section.empty() && section.id != "gaps"; };
  std::string silent;
  for (const PageSection& section : sections) {
    if (is_silent(section)) silent += (silent.empty() ? "Nothing at all is told of: " : "; ") + section.title;
  }
  std::erase_if(sections, is_silent);
  PageSection& gaps = sections.back();
  if (!silent.empty()) gaps.legend = silent + ".";
  if (gaps.legend.empty() && gaps.empty()) sections.pop_back();
}

}  // namespace

std::vector<PageSection> page_of(const Brief& b) {
  std::vector<PageSection> out;
  if (!b.lead.empty()) out.push_back({"in-short", "In short", "", Figure::none, {{"", pointers(b.lead)}}});
  if (b.since.known()) {
    out.push_back(
        {"changes", "What has changed since " + to_iso(b.since), "", Figure::none, {{"", pointers(b.changes)}}});
  }
  if (has_chart(b)) {
    out.push_back({"timeline",
                   "The relation over time",
                   timeline_legend(b),
                   Figure::history,
                   {{"", marks_of(b)}, {"", pointers(b.timeline.lines)}}});
  }
  if (b.events) {
    out.push_back(
        {"events",
         "What event data say",
         "Events coded from news by others, counted: cooperation above the line, conflict below it, deeds darker "
         "than words. They rest on their data set's rows, not on the notes.",
         Figure::events,
         {{"", pointers(b.event_lines)}}});
  }
  const bool counted_alone = b.events && b.appraisal.claims == 0;  // no text tells of them: "In short" says so
  if (counted_alone) return out;
  std::vector<PageSection> of_texts = sections_of_texts(b);
  name_the_silent(of_texts);
  std::move(of_texts.begin(), of_texts.end(), std::back_inserter(out));
  if (!b.notes.empty()) out.push_back({"notes", "Notes", "", Figure::notes, {}});
  return out;
}

std::vector<const BriefLadder*> drawn_ladders(const Brief& brief) {
  constexpr size_t most = 3;
  std::vector<const BriefLadder*> out;
  for (const BriefLadder& ladder : brief.ladders) {
    const Dyad pair = unordered({ladder.ladder.from, ladder.ladder.to});
    const auto told = std::count_if(ladder.ladder.rungs.begin(), ladder.ladder.rungs.end(),
                                    [](const RungRecord& r) { return !rung_words(r).empty(); });
    const bool of_main = brief.main_pair && pair == *brief.main_pair && told > 1;
    const bool drawn = of_main || ladder.ladder.stopped().has_value();
    if (drawn && out.size() < most) out.push_back(&ladder);
  }
  return out;
}

}  // namespace entente
