// Settlement: published cases, what must hold in every day, and offsets against brute force.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/random.h"
#include "reasoning/payments/offset.h"
#include "reasoning/reasoning.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Case {
  std::vector<SettlementBank> banks;
  std::vector<Payment> payments;

  [[nodiscard]] int bank(const std::string& name) const {
    for (size_t b = 0; b < banks.size(); ++b) {
      if (banks[b].name == name) return static_cast<int>(b);
    }
    return -1;
  }
};

Case case_of(const nlohmann::json& told) {
  Case out;
  for (const auto& [name, opening] : told.at("opening").items()) out.banks.push_back({name, opening.get<int64_t>(), 0});
  for (const auto& p : told.at("payments")) out.payments.push_back({out.bank(p[0]), out.bank(p[1]), p[2], 0, 0});
  return out;
}

class Draw {
 public:
  explicit Draw(uint64_t seed) : seed_(seed) {}
  int below(int most) { return static_cast<int>(counted_random(seed_, number_++) % static_cast<uint64_t>(most)); }

 private:
  uint64_t seed_;
  uint64_t number_ = 0;
};

Case made_up(uint64_t seed, int most_banks, int most_payments, int ticks) {
  Draw draw(seed);
  Case out;
  const int banks = 2 + draw.below(most_banks - 1);
  for (int b = 0; b < banks; ++b) {
    out.banks.push_back(
        {"B" + std::to_string(b), draw.below(3) == 0 ? draw.below(60) : 0, draw.below(4) == 0 ? 20 : 0});
  }
  const int payments = 1 + draw.below(most_payments);
  for (int i = 0; i < payments; ++i) {
    const int from = draw.below(banks);
    const int to = (from + 1 + draw.below(banks - 1)) % banks;
    out.payments.push_back({from, to, 1 + draw.below(50), draw.below(ticks), draw.below(10)});
  }
  return out;
}

/// What any rules must keep: whole payments, no money made or lost, limits, the books.
void expect_sound(const Case& c, const SettlementDay& day) {
  std::vector<int64_t> balance;
  for (const auto& bank : c.banks) balance.push_back(bank.opening);
  size_t settled = 0;
  int64_t value = 0;
  for (size_t i = 0; i < c.payments.size(); ++i) {
    if (day.settled_at[i] < 0) continue;
    EXPECT_GE(day.settled_at[i], c.payments[i].at);
    balance[static_cast<size_t>(c.payments[i].from)] -= c.payments[i].amount;
    balance[static_cast<size_t>(c.payments[i].to)] += c.payments[i].amount;
    value += c.payments[i].amount;
    ++settled;
  }
  EXPECT_EQ(balance, day.closing);
  EXPECT_EQ(settled, day.settled);
  EXPECT_EQ(value, day.settled_value);
  for (size_t b = 0; b < c.banks.size(); ++b) {
    EXPECT_GE(day.lowest[b], -c.banks[b].credit);
    EXPECT_LE(day.lowest[b], std::min(day.closing[b], c.banks[b].opening));
  }
}

std::vector<SettlementRules> all_rules() {
  std::vector<SettlementRules> out;
  for (const QueueRule queue : {QueueRule::fifo, QueueRule::bypass, QueueRule::priority}) {
    for (const bool bilateral : {false, true}) {
      for (const bool multilateral : {false, true}) out.push_back({queue, bilateral, multilateral, 1});
    }
  }
  return out;
}

TEST(Settlement, PublishedCases) {
  std::ifstream file(ENTENTE_SOURCE "/cases/settlement/offsets.json");
  const auto told = nlohmann::json::parse(file);
  ASSERT_EQ(told.at("cases").size(), 3u);
  for (const auto& one : told.at("cases")) {
    const Case c = case_of(one);
    const bool pair = c.banks.size() == 2;
    const auto day = settle(c.banks, c.payments, {QueueRule::fifo, pair, !pair, 1});
    ASSERT_TRUE(day) << day.error().message;
    const auto& expect = one.at("expect");
    EXPECT_EQ(day->settled, expect.at("settled").get<size_t>()) << one.at("name");
    EXPECT_EQ(day->settled_value, expect.at("settled_value").get<int64_t>()) << one.at("name");
    if (expect.contains("offset")) {
      EXPECT_EQ(day->offset_value, expect.at("offset").get<int64_t>());
    }
    for (const auto& [name, closing] : expect.at("closing").items()) {
      EXPECT_EQ(day->closing[static_cast<size_t>(c.bank(name))], closing.get<int64_t>()) << one.at("name") << name;
    }
    const auto plain = settle(c.banks, c.payments, {});
    EXPECT_EQ(plain->settled, 0u) << "without offsetting the day is a gridlock";
  }
}

TEST(Settlement, EveryDayIsSound) {
  for (uint64_t seed = 1; seed <= 300; ++seed) {
    const Case c = made_up(seed, 6, 40, 5);
    for (const SettlementRules& rules : all_rules()) {
      const auto day = settle(c.banks, c.payments, rules);
      ASSERT_TRUE(day) << day.error().message;
      expect_sound(c, *day);
    }
  }
}

TEST(Settlement, FirstInFirstOutIsKept) {
  for (uint64_t seed = 1; seed <= 200; ++seed) {
    const Case c = made_up(seed, 5, 30, 4);
    const auto day = settle(c.banks, c.payments, {QueueRule::fifo, false, true, 1});
    for (size_t a = 0; a < c.payments.size(); ++a) {
      for (size_t b = 0; b < c.payments.size(); ++b) {
        const bool before = c.payments[a].at < c.payments[b].at || (c.payments[a].at == c.payments[b].at && a < b);
        if (c.payments[a].from != c.payments[b].from || !before || day->settled_at[b] < 0) continue;
        ASSERT_GE(day->settled_at[a], 0) << seed;
        EXPECT_LE(day->settled_at[a], day->settled_at[b]);
      }
    }
  }
}

TEST(Settlement, OrderBypassAndPriority) {
  const std::vector<SettlementBank> banks = {{"A", 10, 0}, {"B", 0, 0}};
  const std::vector<Payment> payments = {{0, 1, 50, 0, 1}, {0, 1, 10, 0, 5}};
  EXPECT_THAT(settle(banks, payments, {QueueRule::fifo, false, false, 1})->settled_at, ElementsAre(-1, -1));
  EXPECT_THAT(settle(banks, payments, {QueueRule::bypass, false, false, 1})->settled_at, ElementsAre(-1, 0));
  const std::vector<Payment> same_tick = {{1, 0, 5, 0, 0}, {1, 0, 5, 0, 9}, {0, 1, 5, 1, 0}};
  EXPECT_THAT(settle(banks, same_tick, {QueueRule::priority, false, false, 1})->settled_at, ElementsAre(-1, 1, 1));
}

TEST(Settlement, FiguresOfADay) {
  const std::vector<SettlementBank> banks = {{"A", 10, 5}, {"B", 0, 0}};
  const std::vector<Payment> payments = {{0, 1, 12, 0, 0}, {1, 0, 20, 0, 0}, {0, 1, 8, 3, 0}};
  const auto day = settle(banks, payments, {});
  EXPECT_EQ(day->settled, 1u);  // 12 of A on credit; then B is short of 20, and A of 8
  EXPECT_EQ(day->value, 40);
  EXPECT_EQ(day->lowest[0], -2);
  EXPECT_EQ(day->liquidity_used, 12);
  EXPECT_DOUBLE_EQ(day->turnover, 1);
  const auto saved = settle(banks, payments, {QueueRule::fifo, true, false, 1});
  EXPECT_EQ(saved->settled, 3u);
  EXPECT_DOUBLE_EQ(saved->mean_delay, 20 * 3 / 40.);
}

/// All subsets: the largest value, then number, that the balances bear.
std::pair<int64_t, size_t> brute_force(const std::vector<const Payment*>& queued, const std::vector<int64_t>& room,
                                       bool in_order) {
  std::pair<int64_t, size_t> best{0, 0};
  for (size_t set = 0; set < (size_t{1} << queued.size()); ++set) {
    std::vector<int64_t> after = room;
    std::pair<int64_t, size_t> found{0, 0};
    std::vector<char> ended(room.size(), 0);
    bool allowed = true;
    for (size_t i = 0; i < queued.size(); ++i) {
      const auto from = static_cast<size_t>(queued[i]->from);
      if ((set >> i & 1) == 0) {
        ended[from] = 1;
        continue;
      }
      allowed = allowed && (!in_order || ended[from] == 0);
      after[from] -= queued[i]->amount;
      after[static_cast<size_t>(queued[i]->to)] += queued[i]->amount;
      found.first += queued[i]->amount;
      ++found.second;
    }
    for (const int64_t r : after) allowed = allowed && r >= 0;
    if (allowed && found > best) best = found;
  }
  return best;
}

TEST(Offsets, AreAsGoodAsBruteForce) {
  for (uint64_t seed = 1; seed <= 2000; ++seed) {
    const Case c = made_up(seed, 6, 10, 1);
    std::vector<const Payment*> queued;
    for (const Payment& p : c.payments) queued.push_back(&p);
    std::vector<int64_t> room;
    for (const auto& bank : c.banks) room.push_back(bank.opening + bank.credit);
    for (const bool in_order : {false, true}) {
      const Offset found = in_order ? offset_in_order(queued, room) : offset_any(queued, room);
      EXPECT_TRUE(found.optimal);
      std::pair<int64_t, size_t> value{0, found.chosen.size()};
      std::vector<int64_t> after = room;
      for (const size_t i : found.chosen) {
        value.first += queued[i]->amount;
        after[static_cast<size_t>(queued[i]->from)] -= queued[i]->amount;
        after[static_cast<size_t>(queued[i]->to)] += queued[i]->amount;
      }
      for (const int64_t r : after) ASSERT_GE(r, 0);
      ASSERT_EQ(value, brute_force(queued, room, in_order)) << "seed " << seed << (in_order ? ", in order" : ", any");
    }
  }
}

TEST(Settlement, BadInputIsAClearError) {
  const std::vector<SettlementBank> banks = {{"A", 10, 0}, {"B", 0, 0}};
  const auto message = [&](const std::vector<SettlementBank>& b, const std::vector<Payment>& p) {
    const auto day = settle(b, p, {});
    return day ? std::string("none") : day.error().message;
  };
  EXPECT_THAT(message(banks, {{0, 2, 5, 0, 0}}), HasSubstr("payment 1 names a bank that is not there"));
  EXPECT_THAT(message(banks, {{0, 0, 5, 0, 0}}), HasSubstr("to itself"));
  EXPECT_THAT(message(banks, {{0, 1, 0, 0, 0}}), HasSubstr("above 0"));
  EXPECT_THAT(message(banks, {{0, 1, 5, 0, 12}}), HasSubstr("from 0 to 9"));
  EXPECT_THAT(message({{"A", 10, -1}, {"B", 0, 0}}, {}), HasSubstr("negative credit"));
  EXPECT_THAT(message(banks, {{0, 1, int64_t{1} << 62, 0, 0}}), HasSubstr("more than can be counted"));
}

}  // namespace
}  // namespace entente
