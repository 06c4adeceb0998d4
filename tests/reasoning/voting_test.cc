// Agreement and ideal points: published numbers where the votes are there, and what must hold of any.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>

#include "base/random.h"
#include "reasoning/reasoning.h"
#include "reasoning/voting/normal.h"
#include "reasoning/voting/vote_lanes.h"
#include "sources/sources.h"

namespace entente {
namespace {

using testing::HasSubstr;

const std::string votes_path = ENTENTE_SHARED_DATA "/models/3-unga/un_votes_1946_2019.csv.gz";

const RollCalls* un_votes() {
  static const auto votes = read_roll_calls(votes_path);
  return votes.ok() ? &*votes : nullptr;
}

size_t place(const RollCalls& votes, const std::string& voter) {
  return static_cast<size_t>(std::find(votes.voters.begin(), votes.voters.end(), voter) - votes.voters.begin());
}

Agreement of_session(const RollCalls& votes, const std::string& a, const std::string& b, int session) {
  return agreement(votes, place(votes, a), place(votes, b),
                   [session](const RollCall& call) { return call.session == session; });
}

TEST(Agreement, OfTheGeneralAssemblyAsPublished) {
  if (un_votes() == nullptr) GTEST_SKIP() << "no votes of the General Assembly beside the checkout";
  const Agreement rus_irn = of_session(*un_votes(), "RU", "IR", 69);
  EXPECT_EQ(rus_irn.n, 77u);
  EXPECT_NEAR(rus_irn.agreement, 0.7922, 5e-5);
  EXPECT_NEAR(rus_irn.s, 0.6883, 5e-5);
  EXPECT_NEAR(rus_irn.kappa, 0.2965, 5e-5);
  EXPECT_NEAR(rus_irn.pi, 0.2687, 5e-5);
  EXPECT_NEAR(of_session(*un_votes(), "US", "IL", 69).kappa, 0.8917, 5e-5);
  EXPECT_NEAR(of_session(*un_votes(), "RU", "US", 69).kappa, -0.0820, 5e-5);
  for (const auto& [voter, share] :
       std::map<std::string, double>{{"RU", 0.2429}, {"CN", 0.1029}, {"IR", 0.1194}, {"IL", 0.6389}}) {
    EXPECT_NEAR(of_session(*un_votes(), "US", voter, 46).identical, share, 5e-5) << voter;
  }
}

RollCalls table(const std::string& rows) {
  const auto votes = roll_calls_in("rcid,session,country,vote\n" + rows, "t.csv");
  EXPECT_TRUE(votes) << votes.error().message;
  return votes ? *votes : RollCalls{};
}

TEST(Agreement, OfTwins) {
  const RollCalls votes = table("1,1,A,yes\n1,1,B,yes\n2,1,A,no\n2,1,B,no\n3,2,A,abstain\n3,2,C,no\n");
  const Agreement same = agreement(votes, 0, 1, [](const RollCall&) { return true; });
  EXPECT_EQ(same.n, 2u);
  EXPECT_EQ(same.agreement, 1);
  EXPECT_EQ(same.s, 1);
  EXPECT_EQ(same.kappa, 1);
  EXPECT_EQ(same.pi, 1);
  EXPECT_EQ(agreement(votes, 1, 2, [](const RollCall&) { return true; }).n, 0u);
  EXPECT_EQ(agreement_by_session(votes, 0, 2).size(), 1u);
}

TEST(Agreement, BeyondChanceOfThoseWhoNeverDiffer) {
  const RollCalls votes = table("1,1,A,yes\n1,1,B,yes\n2,1,A,yes\n2,1,B,yes\n");
  EXPECT_EQ(agreement(votes, 0, 1, [](const RollCall&) { return true; }).kappa, 1);
}

TEST(Normal, QuantileUndoesTheDistribution) {
  for (double x = -8; x < 8; x += 0.0137) EXPECT_NEAR(normal_below_quick(x), normal_below(x), 1e-11) << x;
  for (double x = -8; x < 8; x += 0.37) EXPECT_NEAR(normal_quantile(normal_below(x)), x, x > 5 ? 1e-2 : 1e-9) << x;
}

TEST(VoteLanes, AgreeWithTheDistributionInDoublePrecision) {
  for (float x = -9; x < 9; x += 0.0137F) {
    const Lanes four = {x, x + 0.001F, x + 0.002F, x + 0.003F}, below = lanes_normal_below(four);
    for (size_t i = 0; i < lanes; ++i) {
      const double exact = normal_below(four[i]);
      EXPECT_NEAR(below[i], exact, four[i] < 0 ? 2e-5 * exact : 1e-6) << four[i];
    }
  }
  for (double p = 1e-30; p < 0.9999; p = p < 0.01 ? p * 1.7 : p + 0.0123) {
    const auto share = static_cast<float>(p);
    const Lanes four = {share, share, share, share};
    EXPECT_NEAR(lanes_normal_quantile(four)[2], normal_quantile(share), p < 3e-8 ? 5e-3 : 1e-4) << p;
  }
}

TEST(VoteLanes, ChanceIsEvenAndCountedByPlace) {
  double sum = 0, squares = 0;
  for (uint32_t place = 0; place < 40000; place += lanes) {
    const Lanes four = lanes_inside(7, place), from_next = lanes_inside(7, place + 1);
    EXPECT_EQ(four[1], from_next[0]);
    for (size_t i = 0; i < lanes; ++i) {
      EXPECT_TRUE(four[i] > 0 && four[i] < 1);
      sum += four[i];
      squares += four[i] * four[i];
    }
  }
  EXPECT_NEAR(sum / 40000, 1.0 / 2, 0.01);
  EXPECT_NEAR(squares / 40000, 1.0 / 3, 0.01);
  EXPECT_NE(lanes_inside(7, 0)[0], lanes_inside(8, 0)[0]);
}

// --- ideal points ---------------------------------------------------------------------------------------------------

/// Voters on a line from -2 to 2 who vote by it with some noise, over so many sessions.
struct Assembly {
  RollCalls votes;
  std::map<std::string, double> truth;
};

Assembly assembly(size_t voters, int sessions, int calls) {
  Assembly out;
  uint64_t n = 0;
  const auto normal = [&] {
    return normal_quantile((static_cast<double>(counted_random(9, n++) >> 11) + 0.5) * 0x1.0p-53);
  };
  for (size_t v = 0; v < voters; ++v) {
    const std::string name = std::string(1, static_cast<char>('A' + v / 26)) + static_cast<char>('A' + v % 26);
    out.votes.voters.push_back(name);
    out.truth[name] = -2 + 4.0 * static_cast<double>(v) / static_cast<double>(voters - 1);
  }
  for (int session = 1; session <= sessions; ++session) {
    for (int call = 0; call < calls; ++call) {
      const auto at = static_cast<uint32_t>(out.votes.calls.size());
      out.votes.calls.push_back({std::to_string(at), session, 2000, false});
      const double cut = normal(), side = call % 3 == 0 ? -1 : 1;
      for (uint32_t v = 0; v < voters; ++v) {
        const double z = side * (out.truth[out.votes.voters[v]] - cut) * 1.5 + normal();
        out.votes.votes.push_back({at, v, static_cast<int8_t>(z > 0.3 ? 1 : (z > -0.3 ? 0 : -1))});
      }
    }
  }
  return out;
}

IdealPointOptions quick(const Assembly& world) {
  IdealPointOptions options;
  options.burn = 100;
  options.keep = 200;
  options.positive = world.votes.voters.back();
  options.negative = world.votes.voters.front();
  return options;
}

TEST(IdealPoints, FindTheLineThatVotesWereMadeFrom) {
  const Assembly world = assembly(30, 3, 40);
  const auto found = ideal_points(world.votes, quick(world));
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->points.size(), 90u);
  double xy = 0, xx = 0, yy = 0;
  size_t covered = 0;
  for (const IdealPoint& p : found->points) {
    const double truth = world.truth.at(p.voter);
    xy += p.point * truth;
    xx += p.point * p.point;
    yy += truth * truth;
    covered += p.low <= truth / 1.19 && truth / 1.19 <= p.high ? 1 : 0;  // 1.19: the spread of the truth
    EXPECT_LT(p.low, p.point);
    EXPECT_LT(p.point, p.high);
  }
  EXPECT_GT(xy / std::sqrt(xx * yy), 0.97);
  EXPECT_GT(covered, 60u);
  EXPECT_LT(found->shrink_median, 1.2);
}

TEST(IdealPoints, AreTheSameOnAnyNumberOfThreads) {
  const Assembly world = assembly(12, 2, 20);
  IdealPointOptions one = quick(world), many = one;
  many.threads = 4;
  const auto first = ideal_points(world.votes, one), second = ideal_points(world.votes, many);
  ASSERT_TRUE(first && second);
  for (size_t i = 0; i < first->points.size(); ++i) EXPECT_EQ(first->points[i].point, second->points[i].point);
}

TEST(IdealPoints, LeaveOutWhatTellsNothing) {
  Assembly world = assembly(12, 2, 20);
  auto& calls = world.votes.calls;
  calls[0].partial = true;
  for (CastVote& vote : world.votes.votes) {
    if (vote.call == 1) vote.choice = 1;
  }
  const auto lonely = static_cast<uint32_t>(calls.size());
  calls.push_back({"alone", 3, 2001, false});
  world.votes.votes.push_back({lonely, 0, 1});
  world.votes.votes.push_back({lonely, 1, -1});
  IdealPointOptions options = quick(world);
  options.repeated = {{"2", "22"}, {"22", "23"}, {"3", "no such call"}};
  const auto found = ideal_points(world.votes, options);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->partial, 1u);
  EXPECT_EQ(found->unanimous, 1u);
  EXPECT_EQ(found->lonely, 1u);
  EXPECT_EQ(found->calls, 38u);
  EXPECT_EQ(found->texts, 36u);
}

TEST(IdealPoints, WhatCannotBeRunIsSaid) {
  const Assembly world = assembly(4, 1, 5);
  IdealPointOptions options = quick(world);
  options.positive = "nobody";
  EXPECT_THAT(ideal_points(world.votes, options).error().message, HasSubstr("'nobody' never votes"));
  EXPECT_THAT(ideal_points({}, quick(world)).error().message, HasSubstr("no two roll calls"));
  options = quick(world);
  options.keep = 0;
  EXPECT_THAT(ideal_points(world.votes, options).error().message, HasSubstr("20 sweeps"));
}

}  // namespace
}  // namespace entente
