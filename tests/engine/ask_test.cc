// Questions from asking to their end: over a small history of quads, over an article's claims, and back to sentences.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "domain/scores.h"
#include "engine/small_history.h"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using AskTest = SmallHistoryTest;

TEST_F(AskTest, AnswersWithReasonsThatAreInTheData) {
  const auto answer = engine().ask(request("Will Russia provide military aid to Iran within 30 days?"));
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  ASSERT_THAT(answer->questions, SizeIs(1));
  const AnsweredQuestion& one = answer->questions[0];
  EXPECT_GT(one.forecast.probability, 0);
  EXPECT_LT(one.forecast.probability, 1);
  EXPECT_LE(one.forecast.low, one.forecast.probability);
  EXPECT_GE(one.forecast.high, one.forecast.probability);
  EXPECT_FALSE(one.forecast.method.empty());
  EXPECT_LT(answer->known.days.last, answer->day);
  for (const ForecastReason& reason : one.forecast.reasons) {
    for (const PastEvent& event : reason.events) {
      EXPECT_LT(event.day, answer->day);
      ASSERT_TRUE(event.row.has_value());
      EXPECT_THAT(event.row->file, HasSubstr("train.txt"));
    }
  }
}

TEST_F(AskTest, WhatComesLaterChangesNothing) {
  const auto with = engine().ask(request("Will Russia provide military aid to Iran within 30 days?"));
  std::filesystem::copy(folder_.file("small"), folder_.file("cut"));
  std::ifstream in(folder_.file("small/train.txt"));
  std::ofstream out(folder_.file("cut/train.txt"));
  for (std::string line; std::getline(in, line);) {
    if (std::stoi(line.substr(line.rfind('\t') + 1)) < days) out << line << "\n";
  }
  out.close();
  AskRequest cut = request("Will Russia provide military aid to Iran within 30 days?");
  cut.history.data = folder_.file("cut");
  const auto without = engine().ask(cut);
  ASSERT_TRUE(with.ok() && without.ok());
  EXPECT_EQ(with->questions[0].forecast.probability, without->questions[0].forecast.probability);
}

TEST_F(AskTest, TheOppositeQuestionHasTheOtherProbability) {
  const auto yes = engine().ask(request("Will Russia provide military aid to Iran within 30 days?"));
  const auto no = engine().ask(request("Will Russia not provide military aid to Iran within 30 days?"));
  ASSERT_TRUE(yes.ok() && no.ok());
  EXPECT_NEAR(yes->questions[0].forecast.probability + no->questions[0].forecast.probability, 1, 1e-12);
  EXPECT_NE(yes->questions[0].forecast.question, no->questions[0].forecast.question);
}

TEST_F(AskTest, SettlesStrictlyByWindowAndRule) {
  {
    Engine asking = engine();
    // Step 250 is 2014-09-08: inside the first window, outside of the second.
    for (const char* text : {"Will Russia provide military aid to Iran within 30 days?",
                             "Will Russia provide military aid to Iran within 10 days?",
                             "Will Russia not provide military aid to Iran within 30 days?",
                             "Will Iran provide military aid to Russia within 30 days?",
                             "Will Russia provide military aid to Iran by 31 March 2015?"}) {
      const auto asked = asking.ask(request(text, true));
      ASSERT_TRUE(asked.ok()) << asked.error().message;
      EXPECT_TRUE(asked->questions[0].kept);
    }
  }
  const auto early = engine().resolve(settle("2014-09-01"));
  ASSERT_TRUE(early.ok()) << early.error().message;
  for (const ResolvedQuestion& one : early->questions) EXPECT_FALSE(one.stored.settlement.has_value()) << one.meaning;
  EXPECT_THAT(early->scores, IsEmpty());

  const auto late = engine().resolve(settle("2014-12-31"));
  ASSERT_TRUE(late.ok()) << late.error().message;
  std::map<std::string, const ResolvedQuestion*> by_text;
  for (const ResolvedQuestion& one : late->questions) by_text[one.stored.question.text] = &one;
  const auto end = [&](const std::string& text) { return by_text.at(text)->stored.settlement; };
  const auto within_30 = end("Will Russia provide military aid to Iran within 30 days?");
  ASSERT_TRUE(within_30.has_value());
  EXPECT_TRUE(within_30->yes);
  EXPECT_EQ(within_30->day, first_day(Date::of_day(2014, 9, 8)));
  ASSERT_THAT(within_30->events, SizeIs(1));
  EXPECT_EQ(within_30->events[0].code, "072");
  EXPECT_FALSE(end("Will Russia provide military aid to Iran within 10 days?")->yes);
  EXPECT_FALSE(end("Will Russia not provide military aid to Iran within 30 days?")->yes);
  EXPECT_FALSE(end("Will Iran provide military aid to Russia within 30 days?")->yes);
  EXPECT_TRUE(end("Will Russia provide military aid to Iran by 31 March 2015?")->yes);
  ASSERT_FALSE(late->scores.empty());
  EXPECT_EQ(late->scores[0].questions, 5U);
  EXPECT_EQ(late->scores[0].came_true, 2U);
  for (const ResolvedQuestion& one : late->questions) {
    const double p = one.stored.forecasts.back().forecast.probability;
    EXPECT_DOUBLE_EQ(one.brier, brier_score(p, one.stored.settlement->yes));
  }
}

TEST_F(AskTest, DaysThatNoDataCoverLeaveAQuestionOpen) {
  ASSERT_TRUE(engine().ask(request("Will Iran provide military aid to Russia by 31 March 2015?", true)).ok());
  const auto answer = engine().resolve(settle("2015-06-30"));
  ASSERT_TRUE(answer.ok());
  EXPECT_FALSE(answer->questions[0].stored.settlement.has_value());
  EXPECT_THAT(answer->questions[0].why_open, HasSubstr("no event data cover"));
  ResolveRequest by_hand = settle("2015-06-30");
  by_hand.answer = "no";
  by_hand.id = answer->questions[0].stored.question.id().str().substr(0, 8);
  const auto settled = engine().resolve(by_hand);
  ASSERT_TRUE(settled.ok()) << settled.error().message;
  EXPECT_FALSE(settled->questions[0].stored.settlement->yes);
  by_hand.id = "zzz";
  EXPECT_EQ(engine().resolve(by_hand).error().code, ErrorCode::missing);
}

TEST_F(AskTest, SaysWhatIsMissing) {
  AskRequest no_history = request("Will Russia provide military aid to Iran within 30 days?");
  no_history.history = {};
  EXPECT_EQ(engine().ask(no_history).error().code, ErrorCode::missing);
  AskRequest no_origin = request("Will Russia provide military aid to Iran within 30 days?");
  no_origin.history.origin = {};
  EXPECT_THAT(engine().ask(no_origin).error().message, HasSubstr("--origin"));
  EXPECT_THAT(engine().ask(request("Will Russia?")).error().message, HasSubstr("--act"));
}

TEST_F(AskTest, AForecastFromArticlesLeadsBackToSentences) {
  const std::string path = folder_.file("article.txt");
  std::ofstream(path) << "Russia and Iran\n\n2014-08-01\n\nRussia supplied Iran with missiles on 12 June 2014. "
                         "Russia refused to provide military aid to Iran on 3 July 2014. "
                         "Israel warned Russia not to arm Iran on 20 July 2014.\n";
  Engine both = engine();
  ASSERT_TRUE(both.read({path}, ReadMode::store, [](const ReadArticle&) { return true; }).ok());
  AskRequest asked = request("Will Russia provide military aid to Iran within 30 days?");
  const auto answer = both.ask(asked);
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  size_t sentences = 0;
  for (const ForecastReason& reason : answer->questions[0].forecast.reasons) {
    for (const PastEvent& event : reason.events) {
      for (const ClaimId& claim : event.claims) {
        ++sentences;
        EXPECT_THAT(answer->grounds.sentence(claim), HasSubstr("Russia")) << reason.words;
        EXPECT_TRUE(both.explain(claim.str()).ok());
      }
    }
  }
  EXPECT_GT(sentences, 0U);
  std::vector<std::string> words;
  for (const ForecastReason& reason : answer->questions[0].forecast.reasons) words.push_back(reason.words);
  EXPECT_THAT(words, Contains(testing::AnyOf(HasSubstr("a limit"), HasSubstr("a refusal"))));
}

}  // namespace
}  // namespace entente
