// The brief: scope, footnotes, the appraisal's counts, contradictions, odds and gaps.
#include "engine/brief.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/brief_claims.h"

namespace entente {
namespace {

using test::full_story;
using test::ToldStory;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Every line of a brief, whatever part it stands in.
std::vector<const BriefLine*> all_lines(const Brief& b) {
  std::vector<const BriefLine*> out;
  const auto add = [&](const std::vector<BriefLine>& lines) {
    for (const BriefLine& line : lines) out.push_back(&line);
  };
  const auto add_told = [&](const auto& facts) {
    for (const auto& told : facts) out.push_back(&told.line);
  };
  add(b.lead);
  add(b.appraisal.lines);
  add(b.appraisal.contradictions);
  add(b.gaps);
  for (const BriefActor& actor : b.actors) out.push_back(&actor.role);
  for (const StandingRow& row : b.standings) {
    out.push_back(&row.line);
    add_told(row.cells);
  }
  for (const BriefLadder& ladder : b.ladders) add(ladder.lines);
  add_told(b.flows);
  add_told(b.exchanges);
  add_told(b.red_lines);
  add_told(b.balancing);
  add_told(b.mediations);
  add_told(b.adversaries);
  add_told(b.at_odds);
  add_told(b.outlook);
  add_told(b.questions);
  return out;
}

bool any_says(const std::vector<BriefLine>& lines, const std::string& words) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const BriefLine& l) { return l.text.find(words) != std::string::npos; });
}

TEST(Brief, EveryPartOfAFullStoryIsFilled) {
  const Brief b = full_story().brief();
  EXPECT_EQ(b.main_pair, (Dyad{ActorId("AAA"), ActorId("BBB")}));
  EXPECT_THAT(b.lead, testing::Not(IsEmpty()));
  EXPECT_THAT(b.flows, SizeIs(3));  // drones, investment, troops offered
  EXPECT_THAT(b.red_lines, SizeIs(1));
  EXPECT_THAT(b.balancing, testing::Not(IsEmpty()));
  EXPECT_THAT(b.mediations, SizeIs(1));
  EXPECT_THAT(b.adversaries, SizeIs(1));
  EXPECT_THAT(b.outlook, SizeIs(1));
  EXPECT_THAT(b.questions, SizeIs(1));
  EXPECT_THAT(b.gaps, testing::Not(IsEmpty()));
}

TEST(Brief, EveryGroundHasItsFootnoteAndEveryFootnoteItsSentence) {
  ToldStory story = full_story();
  const Brief b = story.brief();
  for (const BriefLine* line : all_lines(b)) {
    EXPECT_TRUE(std::is_sorted(line->notes.begin(), line->notes.end()));
    for (const ClaimId& ground : line->grounds) {
      const bool noted = std::any_of(line->notes.begin(), line->notes.end(), [&](int number) {
        const auto& claims = b.notes.at(static_cast<size_t>(number) - 1).claims;
        return std::find(claims.begin(), claims.end(), ground) != claims.end();
      });
      EXPECT_TRUE(noted) << line->text;
    }
  }
  int number = 0;
  for (const BriefNote& note : b.notes) {
    EXPECT_EQ(note.number, ++number);
    EXPECT_EQ(note.quote, note.span.of(story.article.text));
    EXPECT_EQ(note.article_title, story.article.title);
  }
}

TEST(Brief, FootnotesNumberInOrderOfFirstUse) {
  const Brief b = full_story().brief();
  int highest = 0;
  for (const BriefLine& line : b.lead) {
    for (const int note : line.notes) {
      EXPECT_LE(note, highest + 1);
      highest = std::max(highest, note);
    }
  }
}

TEST(Brief, CountsOfTheAppraisal) {
  ToldStory story("t");
  story.sentence("One.").claim("A", ClaimType::aid, "B");
  story.latest().when = Date::of_day(2020, 1, 2);
  story.sentence("Two.").claim("A", ClaimType::aid, "B");  // says it again
  story.sentence("Three.").claim("A", ClaimType::aid, "C", Domain::military, Modality::promised);
  story.sentence("Four.").claim("A", ClaimType::partner, "C");
  const Appraisal a = story.brief().appraisal;
  EXPECT_EQ(a.claims, 4U);
  EXPECT_EQ(a.sentences, 4U);
  EXPECT_DOUBLE_EQ(a.repeated, 0.25);
  EXPECT_DOUBLE_EQ(a.hedged, 0.25);
  EXPECT_DOUBLE_EQ(a.attributed, 0);
  EXPECT_DOUBLE_EQ(a.dated, 1.0 / 3);
  EXPECT_DOUBLE_EQ(a.mean_confidence, 0.8);
}

TEST(Brief, ContradictionsAreFound) {
  ToldStory story("t");
  story.sentence("One.").claim("A", ClaimType::aid, "B");
  story.sentence("Two.").claim("A", ClaimType::aid, "B", Domain::military, Modality::denied);
  story.sentence("Three.").claim("A", ClaimType::support, "C").claim("A", ClaimType::oppose, "C");
  story.sentence("Four.").claim("D", ClaimType::ally, "C").claim("C", ClaimType::rival, "D");
  const auto found = story.brief().appraisal.contradictions;
  EXPECT_TRUE(any_says(found, "AID is both asserted and denied"));
  EXPECT_TRUE(any_says(found, "both to support and to oppose"));
  EXPECT_TRUE(any_says(found, "both allies and rivals"));
  EXPECT_THAT(found, SizeIs(3));
}

TEST(Brief, SupportOfOneThingAndOppositionToAnotherAgree) {
  ToldStory story("t");
  story.sentence("One.").claim("A", ClaimType::support, "C");
  story.latest().about = About{{}, "the treaty"};
  story.sentence("Two.").claim("A", ClaimType::oppose, "C");
  story.latest().about = About{{}, "the tariff"};
  EXPECT_THAT(story.brief().appraisal.contradictions, IsEmpty());
}

TEST(Brief, ScopeOfAPairAndOfAnActor) {
  ToldStory story = full_story();
  const Brief pair = story.brief(BriefSubject::of_pair(ActorId("BBB"), ActorId("AAA")));
  EXPECT_EQ(pair.title, "Name-BBB and Name-AAA");
  for (const auto& flow : pair.flows) {
    EXPECT_EQ((std::set<ActorId>{flow.fact.from, flow.fact.to}), (std::set<ActorId>{ActorId("AAA"), ActorId("BBB")}));
  }
  EXPECT_THAT(pair.standings, SizeIs(1));
  EXPECT_THAT(pair.red_lines, SizeIs(1));  // AAA warned over BBB
  const Brief actor = story.brief(BriefSubject::of_actor(ActorId("FFF")));
  EXPECT_EQ(actor.appraisal.claims, 1U);
  EXPECT_THAT(actor.flows, IsEmpty());
}

TEST(Brief, TheSameWhateverTheOrder) {
  ToldStory story = full_story();
  const Brief forward = story.brief();
  std::reverse(story.claims.begin(), story.claims.end());
  const Brief backward = story.brief();
  const auto a = all_lines(forward);
  const auto b = all_lines(backward);
  ASSERT_EQ(a.size(), b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i]->text, b[i]->text);
    EXPECT_EQ(a[i]->notes, b[i]->notes);
  }
}

TEST(Brief, NothingReadStillMakesABrief) {
  const Brief b = ToldStory("Empty").brief();
  EXPECT_EQ(b.title, "Empty");
  EXPECT_EQ(b.main_pair, std::nullopt);
  EXPECT_TRUE(any_says(b.appraisal.lines, "Nothing in it could be read"));
}

TEST(Brief, OddsOfWordsRiseAndPossibleHasNone) {
  const ClaimType rising[] = {ClaimType::highly_unlikely, ClaimType::unlikely, ClaimType::likely,
                              ClaimType::highly_likely, ClaimType::near_certain};
  double last = 0;
  for (const ClaimType type : rising) {
    const auto odds = icd203_odds(type);
    ASSERT_TRUE(odds);
    EXPECT_LT(odds->low, odds->high);
    EXPECT_GE(odds->low, last);
    last = odds->low;
  }
  EXPECT_EQ(icd203_odds(ClaimType::possible), std::nullopt);
  EXPECT_EQ(kent_odds(ClaimType::possible), std::nullopt);
  EXPECT_DOUBLE_EQ(kent_odds(ClaimType::near_certain)->high, 0.99);
}

TEST(Brief, SentencesAnAnalystWouldSign) {
  const Brief b = full_story().brief();
  const auto flow = std::find_if(b.flows.begin(), b.flows.end(), [](const auto& f) { return f.fact.good == "drones"; });
  ASSERT_NE(flow, b.flows.end());
  EXPECT_EQ(flow->line.text, "Name-AAA gave Name-BBB 1,200 drones (2021).");
  EXPECT_THAT(b.red_lines[0].line.text, HasSubstr("(Name-AAA:MIL) warned Name-DDD over Name-BBB"));
  EXPECT_THAT(b.mediations[0].line.text, HasSubstr("supported by Name-DDD"));
  EXPECT_TRUE(any_says(b.lead, "advanced arms refused"));
}

TEST(BriefSources, TablesAreNoArticles) {
  BriefSource article, table;
  article.language = "en";
  table.language = "zxx";
  EXPECT_EQ(sources_in_words({article, article}), "2 articles");
  EXPECT_EQ(sources_in_words({table}), "1 table");
  EXPECT_EQ(sources_in_words({table, article, table}), "1 article and 2 tables");
}

}  // namespace
}  // namespace entente
