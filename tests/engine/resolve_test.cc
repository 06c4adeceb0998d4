// What settling questions needs and what it does not, and what a ledger of articles alone tells of its past.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/past_desk.h"
#include "engine/small_history.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

using ResolveTest = SmallHistoryTest;

TEST_F(ResolveTest, ListingAndAnAnswerByHandLayOutNoHistory) {
  ASSERT_TRUE(engine().ask(request("Will Russia provide military aid to Iran within 30 days?", true)).ok());
  ASSERT_TRUE(engine().ask(request("Will China consult France within 30 days?", true)).ok());
  write("train.txt", "this is no row\n");  // whoever lays the history out fails
  EXPECT_THAT(engine().resolve(settle("2014-12-31")).error().message, HasSubstr("train.txt"));
  ResolveRequest list = settle("2014-12-31");
  list.list_only = true;
  const auto listed = engine().resolve(list);
  ASSERT_TRUE(listed.ok()) << listed.error().message;
  ASSERT_THAT(listed->questions, SizeIs(2));
  for (const ResolvedQuestion& one : listed->questions) {
    EXPECT_FALSE(one.stored.settlement.has_value());
    ResolveRequest by_hand = settle("2014-12-31");
    by_hand.answer = "yes";
    by_hand.id = one.stored.question.id().str();
    const auto settled = engine().resolve(by_hand);
    ASSERT_TRUE(settled.ok()) << settled.error().message;
    EXPECT_TRUE(settled->questions[0].stored.settlement->yes);
  }
  const auto all = engine().resolve(settle("2014-12-31"));  // nothing is open any more
  ASSERT_TRUE(all.ok()) << all.error().message;
  EXPECT_EQ(all->scores.at(0).questions, 2U);
}

TEST_F(ResolveTest, ScoresGoByClassesOfWindowsThatCanBeChosen) {
  for (const char* text : {"Will Russia provide military aid to Iran within 5 days?",
                           "Will Russia provide military aid to Iran within 30 days?",
                           "Will Russia provide military aid to Iran within 100 days?"}) {
    ASSERT_TRUE(engine().ask(request(text, true)).ok());
  }
  const auto horizons = [&](const std::vector<int>& ends) {
    ResolveRequest wanted = settle("2014-12-31");
    wanted.horizons = ends;
    const auto answer = engine().resolve(wanted);
    EXPECT_TRUE(answer.ok()) << answer.error().message;
    std::vector<std::string> out;
    for (const QuestionScore& score : answer->scores) {
      if (score.of.find("days") != std::string::npos) out.push_back(score.of + ": " + std::to_string(score.questions));
    }
    return out;
  };
  EXPECT_THAT(horizons({7, 30, 90}), ElementsAre("up to 7 days: 1", "8 to 30 days: 1", "over 90 days: 1"));
  EXPECT_THAT(horizons({30, 365}), ElementsAre("up to 30 days: 2", "31 to 365 days: 1"));
  ResolveRequest falling = settle("2014-12-31");
  falling.horizons = {30, 7};
  EXPECT_EQ(engine().resolve(falling).error().code, ErrorCode::usage);
}

/// A claim of an article on a day.
Claim dated_claim(const Article& article, ClaimType type, const Date& when) {
  Claim claim = samples::claim(article, type, "RUS", "IRN");
  claim.cameo = "072";
  claim.when = when;
  return claim;
}

TEST(PastDesk, OfClaimsAloneKnowsTheFirstAndTheLastDay) {
  const EventCodebook codebook = EventCodebook::load(ENTENTE_SOURCE "/lexicon").value();
  Article article = samples::article("Russia armed Iran.");
  ClaimList list;
  list.articles.emplace(article.id, article);
  for (const int month : {5, 2, 11, 7}) {
    list.claims.push_back(dated_claim(article, ClaimType::aid, Date::of_day(2014, month, 3)));
  }
  const int64_t day = first_day(Date::of_day(2014, 9, 1));
  const auto past = PastDesk::lay(nullptr, list, codebook, {}, day, {});
  ASSERT_TRUE(past.ok()) << past.error().message;
  EXPECT_EQ(past->known().from, "articles");
  EXPECT_EQ(past->known().events, 0U);
  EXPECT_EQ(past->known().claims, 3U);  // that of November is not known yet
  EXPECT_EQ(iso_day(past->known().days.first), "2014-02-03");
  EXPECT_EQ(iso_day(past->known().days.last), "2014-07-03");
  const auto nothing = PastDesk::lay(nullptr, {}, codebook, {}, day, {});
  ASSERT_TRUE(nothing.ok());
  EXPECT_TRUE(nothing->known().nothing());
}

TEST_F(ResolveTest, AnAnswerFromArticlesAloneSaysWhatIsKnown) {
  const std::string path = folder_.file("article.txt");
  std::ofstream(path) << "Russia and Iran\n\n2014-06-14\n\nRussia supplied Iran with missiles on 12 June 2014. "
                         "Russia supplied Iran with missiles on 3 February 2014.\n";
  Engine both = engine();
  ASSERT_TRUE(both.read({path}, ReadMode::store, [](const ReadArticle&) { return true; }).ok());
  AskRequest asked = request("Will Russia provide military aid to Iran within 30 days?");
  asked.history = {};
  const auto answer = both.ask(asked);
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  EXPECT_EQ(iso_day(answer->known.days.first), "2014-02-03");
  EXPECT_EQ(iso_day(answer->known.days.last), "2014-06-12");
  EXPECT_THAT(answer->questions[0].asked.notes, testing::Contains(HasSubstr("what is known ends 2014-06-12")));
}

}  // namespace
}  // namespace entente
