// Words of likelihood beside questions: which of them stand there, and who was closer in the end, worked out by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "domain/scores.h"
#include "engine/small_history.h"
#include "engine/word_scores.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr LikelihoodRange probably_not{"Kent 1964", "probably not", 0.20, 0.40};

TEST(WordScores, AreThoseOfTheMiddleAndOfTheNearerEdge) {
  const WordScore no = word_score(probably_not, 0.10, false);
  EXPECT_NEAR(no.middle_brier, 0.09, 1e-12);          // .30^2
  EXPECT_NEAR(no.edge_brier, 0.04, 1e-12);            // .20^2: the end that lies nearer to no
  EXPECT_NEAR(no.middle_log_score, 0.3566749, 1e-6);  // -ln .70
  EXPECT_NEAR(no.edge_log_score, 0.2231436, 1e-6);    // -ln .80
  const WordScore yes = word_score(probably_not, 0.10, true);
  EXPECT_NEAR(yes.middle_brier, 0.49, 1e-12);          // .70^2
  EXPECT_NEAR(yes.edge_brier, 0.36, 1e-12);            // .60^2
  EXPECT_NEAR(yes.middle_log_score, 1.2039728, 1e-6);  // -ln .30
  EXPECT_NEAR(yes.edge_log_score, 0.9162907, 1e-6);    // -ln .40
}

TEST(WordScores, TellWhoWasCloser) {
  const auto closer = [](double probability, bool yes) { return word_score(probably_not, probability, yes).closer; };
  EXPECT_EQ(closer(0.10, false), Closer::number);
  EXPECT_EQ(closer(0.10, true), Closer::word);
  EXPECT_EQ(closer(0.60, true), Closer::number);
  EXPECT_EQ(closer(0.60, false), Closer::word);
  for (const double within : {0.20, 0.30, 0.40}) {
    EXPECT_EQ(closer(within, true), Closer::neither);
    EXPECT_EQ(closer(within, false), Closer::neither);
  }
}

TEST(WordScores, OutsideOfARangeTheCloserHasTheBetterScoreThanAllOfIt) {
  for (int at = 0; at <= 100; ++at) {
    const double probability = at / 100.0;
    for (const bool yes : {true, false}) {
      const WordScore score = word_score(probably_not, probability, yes);
      const double ours = brier_score(probability, yes);
      if (score.closer == Closer::number) {
        EXPECT_LT(ours, score.edge_brier);
        EXPECT_LT(ours, score.middle_brier);
      } else if (score.closer == Closer::word) {
        EXPECT_GT(ours, score.middle_brier);
        EXPECT_GT(log_score(probability, yes), score.middle_log_score);
      }
    }
  }
}

TEST(WordScores, TheSignTestIsExact) {
  EXPECT_NEAR(sign_test(6, 0), 2.0 / 64, 1e-12);
  EXPECT_NEAR(sign_test(5, 0), 2.0 / 32, 1e-12);
  EXPECT_NEAR(sign_test(1, 8), 2.0 * (1 + 9) / 512, 1e-12);
  EXPECT_NEAR(sign_test(3, 3), 1, 1e-12);
  EXPECT_NEAR(sign_test(0, 0), 1, 1e-12);
}

/// A settled question with a forecast and words beside it.
ResolvedQuestion ended(double probability, bool yes, std::vector<LikelihoodRange> ranges) {
  ResolvedQuestion out;
  out.brier = brier_score(probability, yes);
  out.log_score = log_score(probability, yes);
  WordBeside word;
  for (const LikelihoodRange& range : ranges) word.scores.push_back(word_score(range, probability, yes));
  word.ranges = std::move(ranges);
  out.words = {word};
  return out;
}

TEST(WordScores, TotalsAreMeansByScaleOfTheLastWordOfEachQuestion) {
  const LikelihoodRange icd{"ICD 203, 2015", "unlikely", 0.20, 0.45};
  std::vector<ResolvedQuestion> questions = {
      ended(0.10, false, {probably_not, icd}),  // ours .01, middle .09 and .105625, edge .04
      ended(0.42, false, {probably_not, icd}),  // ours .1764; above Kent's range, within the other
      ended(0.50, true, {probably_not}),        // ours .25, middle .49, edge .36
      ended(0.50, true, {}),                    // "may": nothing to compare
  };
  WordBeside earlier;  // not the last word: does not count
  earlier.ranges = {{"PHIA 2018", "unlikely", 0.25, 0.35}};
  earlier.scores = {word_score(earlier.ranges[0], 0.10, false)};
  questions[0].words.insert(questions[0].words.begin(), earlier);
  const std::vector<WordTotal> totals = word_totals(questions);
  ASSERT_THAT(totals, SizeIs(2));
  EXPECT_EQ(totals[0].scale, "Kent 1964");
  EXPECT_EQ(totals[0].questions, 3U);
  EXPECT_EQ(totals[0].number_closer, 2U);
  EXPECT_EQ(totals[0].word_closer, 1U);
  EXPECT_EQ(totals[0].neither, 0U);
  EXPECT_NEAR(totals[0].brier, (0.01 + 0.1764 + 0.25) / 3, 1e-12);
  EXPECT_NEAR(totals[0].middle_brier, (0.09 + 0.09 + 0.49) / 3, 1e-12);
  EXPECT_NEAR(totals[0].edge_brier, (0.04 + 0.04 + 0.36) / 3, 1e-12);
  EXPECT_NEAR(totals[0].p, 1, 1e-12);  // 2 of 3: as likely as not
  EXPECT_FALSE(totals[0].tells());
  EXPECT_EQ(totals[1].scale, "ICD 203, 2015");
  EXPECT_EQ(totals[1].questions, 2U);
  EXPECT_EQ(totals[1].number_closer, 1U);
  EXPECT_EQ(totals[1].neither, 1U);
  EXPECT_NEAR(totals[1].middle_brier, (0.325 * 0.325 + 0.325 * 0.325) / 2, 1e-12);
  std::vector<ResolvedQuestion> many(6, questions[0]);
  EXPECT_TRUE(word_totals(many)[0].tells());
  many.pop_back();
  EXPECT_FALSE(word_totals(many)[0].tells());
  EXPECT_THAT(word_totals({}), IsEmpty());
}

TEST(Likelihood, TheWordIsReadOffItsSentence) {
  EXPECT_EQ(word_of_likelihood("It is highly improbable that Russia will act.", ClaimType::highly_unlikely),
            "highly improbable");
  EXPECT_EQ(word_of_likelihood("Russia is unlikely to act.", ClaimType::unlikely), "unlikely");
  EXPECT_EQ(word_of_likelihood("The odds are long.", ClaimType::highly_unlikely), "highly unlikely");
}

/// Articles beside the questions of the small history.
class WordsTest : public SmallHistoryTest {
 protected:
  void read(const std::string& name, const std::string& published, const std::string& text) {
    const std::string path = folder_.file(name);
    std::ofstream(path) << "On Russia and Iran\n\n" << published << "\n\n" << text << "\n";
    Engine reading = engine();
    ASSERT_TRUE(reading.read({path}, ReadMode::store, [](const ReadArticle&) { return true; }).ok());
  }
  AnsweredQuestion ask(const std::string& text) {
    const auto answer = engine().ask(request(text, true));
    EXPECT_TRUE(answer.ok()) << answer.error().message;
    return answer->questions.at(0);
  }
  static std::vector<std::string> said(const std::vector<WordBeside>& words) {
    std::vector<std::string> out;
    for (const WordBeside& word : words) out.push_back(word.said);
    return out;
  }
};

TEST_F(WordsTest, OfTheSameActAndPartiesStandBesideAQuestion) {
  read("old.txt", "2012-03-01", "Russia is highly likely to provide military aid to Iran.");
  read("later.txt", "2014-10-01", "Russia is likely to provide military aid to Iran.");
  read("other.txt", "2014-08-01", "Iran is likely to provide military aid to Russia.");
  read("act.txt", "2014-08-02", "Russia is likely to sanction Iran.");
  read("first.txt", "2014-08-03", "Russia may provide military aid to Iran.");
  read("last.txt", "2014-08-20", "Russia is unlikely to provide military aid to Iran.");
  const AnsweredQuestion one = ask("Will Russia provide military aid to Iran within 30 days?");
  ASSERT_THAT(said(one.words), ElementsAre("may", "unlikely"));
  EXPECT_THAT(one.words[0].ranges, IsEmpty());
  ASSERT_THAT(one.words[1].ranges, SizeIs(4));
  EXPECT_EQ(one.words[1].ranges[1].low, 0.20);
  EXPECT_EQ(one.words[1].ranges[1].high, 0.45);
  const AnsweredQuestion opposite = ask("Will Russia not provide military aid to Iran within 30 days?");
  ASSERT_THAT(said(opposite.words), ElementsAre("may", "unlikely"));
  EXPECT_NEAR(opposite.words[1].ranges[1].low, 0.55, 1e-12);
  EXPECT_NEAR(opposite.words[1].ranges[1].high, 0.80, 1e-12);
}

TEST_F(WordsTest, ResolveTellsWhoWasCloser) {
  read("last.txt", "2014-08-20", "Russia is unlikely to provide military aid to Iran.");
  const double yes = ask("Will Russia provide military aid to Iran within 30 days?").forecast.probability;
  const double no = ask("Will Russia provide military aid to Iran within 10 days?").forecast.probability;
  read("hindsight.txt", "2014-08-21", "Russia is likely to provide military aid to Iran.");  // read after the forecasts
  const auto open = engine().resolve(settle("2014-09-01"));
  ASSERT_TRUE(open.ok()) << open.error().message;
  ASSERT_THAT(open->questions, SizeIs(2));
  EXPECT_THAT(said(open->questions[0].words), ElementsAre("unlikely"));
  EXPECT_THAT(open->questions[0].words[0].scores, IsEmpty());
  EXPECT_THAT(open->word_totals, IsEmpty());
  const auto ended = engine().resolve(settle("2014-12-31"));
  ASSERT_TRUE(ended.ok()) << ended.error().message;
  for (const ResolvedQuestion& one : ended->questions) {
    ASSERT_THAT(said(one.words), ElementsAre("unlikely"));
    ASSERT_THAT(one.words[0].scores, SizeIs(4));
    const bool happened = one.stored.settlement->yes;
    const double p = happened ? yes : no;
    const Closer below = happened ? Closer::word : Closer::number, above = happened ? Closer::number : Closer::word;
    for (size_t i = 0; i < 4; ++i) {
      const LikelihoodRange& range = one.words[0].ranges[i];
      EXPECT_EQ(one.words[0].scores[i].closer, p < range.low ? below : p > range.high ? above : Closer::neither);
    }
    EXPECT_TRUE(ended->grounds.claims.contains(one.words[0].claim));
  }
  ASSERT_THAT(ended->word_totals, SizeIs(4));
  for (const WordTotal& total : ended->word_totals) {
    EXPECT_EQ(total.questions, 2U);
    EXPECT_EQ(total.number_closer + total.word_closer + total.neither, 2U);
    EXPECT_FALSE(total.tells()) << "two are too few";
  }
}

}  // namespace
}  // namespace entente
