// The odds of red lines over a ledger: numbers with their bounds, nothing from behind a mark or a day, and plain words
// where there is no number.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "base/random.h"
#include "engine/engine.h"
#include "ledger/samples.h"

namespace entente {
namespace {

using samples::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr int known_days = 500;  // from 2013-01-01, in the first import; as many again in the second
constexpr int states = 14;
constexpr const char* entities =
    "Russia\t0\nUnited_States\t1\nIran\t2\nChina\t3\nJapan\t4\nIsrael\t5\nFrance\t6\nGermany\t7\nIndia\t8\nTurkey\t9\n"
    "Egypt\t10\nBrazil\t11\nItaly\t12\nPoland\t13\n";
constexpr const char* relations =
    "Consult\t0\nUse_conventional_military_force\t1\nImpose_embargo,_boycott,_or_sanctions\t2\n";
constexpr const char* first_day_unknown = "2014-05-16";  // day 500

/// Two imports of a made-up world in which all talk and some strike, and an article with red lines.
class LineOddsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new Folder();
    import("first", 0, known_days);
    store_article();
    Result<Ledger> ledger = Ledger::open(folder_->file("l.db"));
    mark_ = ledger->mark()->row;
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static Engine engine() {
    EngineOptions options;
    options.ledger = folder_->file("l.db");
    options.data_folder = ENTENTE_SOURCE;
    options.threads = 1;
    return Engine(options);
  }

  static std::string acts_of(int first, int last) {
    const auto unit = [](int a, int b, int day, int k) {
      return counted_inside(11, ((static_cast<uint64_t>(a) * states + b) * 2048 + day) * 8 + k);
    };
    std::string out;
    for (int day = first; day < last; ++day) {
      for (int a = 0; a < states; ++a) {
        for (int b = 0; b < states; ++b) {
          if (a == b) continue;
          const auto add = [&](int from, int act, int to) {
            out += std::to_string(from) + "\t" + std::to_string(act) + "\t" + std::to_string(to) + "\t" +
                   std::to_string(day) + "\n";
          };
          const double temper = 0.03 * std::pow(unit(a, b, 2000, 0), 4), firmness = unit(a, b, 2000, 1);
          if (unit(a, b, day, 0) < 0.02) add(a, 0, b);
          if (unit(a, b, day, 1) < temper) add(a, 1, b);
          if (day > 1 && unit(a, b, day - 2, 1) < temper && unit(a, b, day, 2) < firmness) add(b, 2, a);
        }
      }
    }
    return out;
  }

  static void import(const std::string& name, int first, int last) {
    const std::string data = folder_->file(name);
    std::filesystem::create_directories(data);
    std::ofstream(data + "/entity2id.txt") << entities;
    std::ofstream(data + "/relation2id.txt") << relations;
    std::ofstream(data + "/train.txt") << acts_of(first, last);
    EventImportOptions options;
    options.format = EventFormat::quads;
    options.read.origin = Date::of_day(2013, 1, 1);
    const auto imported = engine().import_events({data + "/train.txt"}, options);
    ASSERT_TRUE(imported.ok()) << imported.error().message;
    ASSERT_THAT(imported->failed, IsEmpty());
  }

  static void store_article() {
    Article article = samples::article("Russia warned the United States not to attack Iran.");
    article.published = Date::of_day(2014, 5, 1);
    const auto line = [&](const char* by, const char* to, const char* about, const char* text) {
      Claim claim = samples::claim(article, ClaimType::warning, by, to);
      claim.about = About{*about == '\0' ? std::vector<ActorId>{} : std::vector<ActorId>{ActorId(about)}, text};
      if (*to == '\0') claim.target.clear();
      return claim;
    };
    Result<Ledger> ledger = Ledger::open(folder_->file("l.db"));
    ASSERT_TRUE(ledger.ok());
    ASSERT_TRUE(ledger
                    ->store(article, "coder/1",
                            {line("RUS", "USA", "IRN", "an attack"), line("RUS", "USA", "", "an attack"),
                             line("RUS", "HEZ", "", "an attack"), line("RUS", "", "IRN", "an attack"),
                             line("RUS", "USA", "IRN", "visits")})
                    .ok());
  }

  static RedLineAnswer asked_at(const std::string& at, int64_t row, OddsRequest odds = {}) {
    odds.at = at;
    Scope scope;
    scope.as_of.row = row;
    Result<RedLineAnswer> answer = engine().red_lines("RUS", scope, odds);
    EXPECT_TRUE(answer.ok()) << answer.error().message;
    return *answer;
  }

  static void expect_same(const LineOddsAnswer& a, const LineOddsAnswer& b) {
    ASSERT_EQ(a.lines.size(), b.lines.size());
    for (size_t i = 0; i < a.lines.size(); ++i) {
      ASSERT_EQ(a.lines[i].size(), b.lines[i].size());
      for (size_t k = 0; k < a.lines[i].size(); ++k) {
        const LineOdds &one = a.lines[i][k], &other = b.lines[i][k];
        EXPECT_EQ(one.why_none, other.why_none);
        EXPECT_EQ(one.challenge.probability, other.challenge.probability);
        EXPECT_EQ(one.challenge.low, other.challenge.low);
        EXPECT_EQ(one.answer.probability, other.answer.probability);
        EXPECT_EQ(one.answer.high, other.answer.high);
        EXPECT_EQ(one.own.windows, other.own.windows);
      }
    }
  }

  static Folder* folder_;
  static int64_t mark_;
};

Folder* LineOddsTest::folder_ = nullptr;
int64_t LineOddsTest::mark_ = 0;

/// The odds towards those of the line's parties.
const LineOdds& odds_of(const RedLineAnswer& answer, const char* challenger, const char* about, const char* act) {
  static const LineOdds none;
  for (const std::vector<LineOdds>& line : answer.odds->lines) {
    for (const LineOdds& one : line) {
      if (one.challenger.str() == challenger && one.about.str() == about && one.act == act) return one;
    }
  }
  ADD_FAILURE() << "no odds of " << challenger << " towards " << about << ", " << act;
  return none;
}

TEST_F(LineOddsTest, StandingLinesHaveOddsWithAllThatTheyRestOn) {
  const RedLineAnswer answer = asked_at(first_day_unknown, mark_);
  ASSERT_TRUE(answer.odds.has_value());
  ASSERT_EQ(answer.odds->lines.size(), answer.lines.size());
  EXPECT_THAT(answer.odds->history.why_none, IsEmpty());
  EXPECT_THAT(answer.odds->history.notes, IsEmpty());
  EXPECT_EQ(iso_day(answer.odds->history.window.first), first_day_unknown);
  for (const char* about : {"IRN", "RUS"}) {
    const LineOdds& one = odds_of(answer, "USA", about, "ASSAULT");
    ASSERT_THAT(one.why_none, IsEmpty()) << about;
    for (const Chance* chance : {&one.challenge, &one.answer}) {
      EXPECT_GT(chance->low, 0);
      EXPECT_LE(chance->low, chance->probability);
      EXPECT_LE(chance->probability, chance->high);
      EXPECT_LT(chance->high, 1);
      EXPECT_GT(chance->base_rate, 0);
    }
    const ChallengeFit& fit = answer.odds->bases.at(one.basis).fit;
    EXPECT_EQ(fit.rules.extended, std::string(about) == "IRN");
    EXPECT_EQ(fit.windows.size(), one.own.windows);
    EXPECT_GE(fit.challenges(), least_challenges);
    EXPECT_LT(fit.windows.back().last + fit.rules.answer_days, fit.rules.day);
  }
}

TEST_F(LineOddsTest, WhereThereIsNoNumberItSaysWhy) {
  const RedLineAnswer answer = asked_at(first_day_unknown, mark_);
  EXPECT_THAT(odds_of(answer, "HEZ", "RUS", "ASSAULT").why_none, HasSubstr("no capability figure"));
  EXPECT_THAT(odds_of(answer, "", "", "ASSAULT").why_none, HasSubstr("names nobody"));
  EXPECT_EQ(asked_at("2012-01-01", mark_).odds->history.why_none, "the ledger's event data begin on 2013-01-01");
  EXPECT_THAT(odds_of(asked_at("2013-05-01", mark_), "USA", "RUS", "ASSAULT").why_none,
              HasSubstr("cover no window of 30 days"));
  OddsRequest rare;
  rare.act = "AID";
  EXPECT_THAT(odds_of(asked_at(first_day_unknown, mark_, rare), "USA", "IRN", "aid").why_none,
              HasSubstr("too few like cases: 0 challenges in "));
}

TEST_F(LineOddsTest, WhatIsKnownMayEndLongBefore) {
  const RedLineAnswer answer = asked_at("2020-01-01", mark_), then = asked_at(first_day_unknown, mark_);
  ASSERT_THAT(answer.odds->history.notes, SizeIs(1));
  EXPECT_THAT(answer.odds->history.notes[0], HasSubstr("the event data end on 2014-05-15"));
  expect_same(*answer.odds, *then.odds);
}

TEST_F(LineOddsTest, WhatIsRecordedOrHappensLaterChangesNothing) {
  const RedLineAnswer before = asked_at(first_day_unknown, mark_);
  const RedLineAnswer earlier = asked_at("2014-03-01", mark_);
  import("second", known_days, 2 * known_days);
  const int64_t all = std::numeric_limits<int64_t>::max();
  expect_same(*before.odds, *asked_at(first_day_unknown, mark_).odds);  // by the mark
  expect_same(*before.odds, *asked_at(first_day_unknown, all).odds);    // by the day
  expect_same(*earlier.odds, *asked_at("2014-03-01", all).odds);
  const RedLineAnswer later = asked_at("2015-03-01", all);
  EXPECT_NE(later.odds->bases.at(0).fit.windows.size(), before.odds->bases.at(0).fit.windows.size());
}

TEST_F(LineOddsTest, OddsAreCheckedAgainstWhatCame) {
  OddsCheckRequest request;
  request.from = "2014-01";
  request.odds.at = first_day_unknown;
  request.odds.act = "force";
  Result<OddsCheckAnswer> answer = engine().check_odds(request, {mark_});
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  ASSERT_THAT(answer->checked, SizeIs(2));
  for (const CheckedOdds& one : answer->checked) {
    ASSERT_THAT(one.why_none, IsEmpty());
    EXPECT_LT(one.fit->windows.back().last, answer->from);
    EXPECT_GE(one.check.windows.front().first, answer->from);
    EXPECT_THAT(one.check.challenge.fifths, SizeIs(5));
  }
  request.from = "soon";
  EXPECT_EQ(engine().check_odds(request, {mark_}).error().code, ErrorCode::usage);
  request.from = "2014-01";
  request.odds.act = "frown";
  EXPECT_EQ(engine().check_odds(request, {mark_}).error().code, ErrorCode::usage);
  request.odds.act = "force";
  request.odds.window_days = 0;
  EXPECT_EQ(engine().check_odds(request, {mark_}).error().code, ErrorCode::usage);
}

TEST_F(LineOddsTest, APairsBriefHasThem) {
  const Result<Brief> brief = engine().brief_actors({"RUS", "USA"}, {mark_}, {}, true);
  ASSERT_TRUE(brief.ok()) << brief.error().message;
  ASSERT_FALSE(brief->line_odds.empty());
  EXPECT_THAT(brief->line_odds[0].line.text, HasSubstr("the event data end on"));
  EXPECT_THAT(engine().brief_actors({"RUS", "USA"}, {mark_}, {}, false)->line_odds, IsEmpty());
}

}  // namespace
}  // namespace entente
