// Actors that never met: the parts of all of them add up, as many meet as did lately, and mostly within a country.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "base/random.h"
#include "foresight/foresight.h"
#include "foresight/pairs/strangers.h"

namespace entente {
namespace {

constexpr uint64_t grouped_actors = 160;  // in four countries
constexpr int64_t meeting_day = 160;

std::string name_of(uint64_t actor) {
  return "Group " + std::to_string(actor / 4) + " (Land " + std::to_string(actor % 4) + ")";
}

/// Thirty couples talk again and again; three couples a day meet once, four in five of them of one country. Everybody
/// is heard of early on.
PairHistory world_of_meetings() {
  PairHistory history;
  for (uint64_t a = 0; a < grouped_actors; ++a) history.add(name_of(a), name_of((a + 4) % grouped_actors), 0, "010", 0);
  for (int64_t day = 0; day < meeting_day + 30; ++day) {
    for (uint64_t a = 0; a < 30; ++a) {
      const auto key = static_cast<uint64_t>(day) * 100 + a;
      if (counted_unit(1, key) < 0.05) history.add(name_of(a), name_of(a + 32), day, "040", 1);
    }
    for (uint64_t k = 0; k < 3; ++k) {
      const auto key = static_cast<uint64_t>(day) * 10 + k;
      const uint64_t a = counted_random(2, key) % grouped_actors;
      const uint64_t step =
          counted_unit(3, key) < 0.8 ? 4 * (1 + counted_random(4, key) % 38) : 1 + counted_random(4, key) % 150;
      const uint64_t b = (a + step) % grouped_actors;
      if (a != b) history.add(name_of(a), name_of(b), day, "040", 1);
    }
  }
  history.settle();
  return history;
}

TEST(Strangers, ThePartsOfAllAddUpToOne) {
  const PairHistory history = world_of_meetings();
  const PairPast past(history, meeting_day, *act_class_named("consult"));
  const Strangers strangers(past);
  double sum = 0;
  for (uint32_t a = 0; a < past.actors(); ++a) {
    for (uint32_t b = 0; b < past.actors(); ++b) {
      const uint32_t from = past.in_history(a), to = past.in_history(b);
      if (a != b && past.pair_of(from, to) == PairPast::none) sum += strangers.part(a, b);
    }
  }
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Strangers, AsManyMeetAsDidLatelyAndMostlyWithinACountry) {
  const PairHistory history = world_of_meetings();
  const Result<PairModel> model =
      PairModel::train(history, meeting_day, {.act = *act_class_named("consult"), .horizon_days = 30});
  ASSERT_TRUE(model);
  const PairPast before(history, meeting_day, *act_class_named("consult"));
  const PairPast after(history, meeting_day + 30, *act_class_named("consult"));
  double said[2] = {0, 0}, pairs[2] = {0, 0};  // of two countries, of one
  for (uint64_t a = 0; a < grouped_actors; ++a) {
    for (uint64_t b = 0; b < grouped_actors; ++b) {
      const uint32_t from = *history.actor(name_of(a)), to = *history.actor(name_of(b));
      if (a == b || before.pair_of(from, to) != PairPast::none) continue;
      said[a % 4 == b % 4 ? 1 : 0] += model->forecast(history, from, to).probability;
      pairs[a % 4 == b % 4 ? 1 : 0] += 1;
    }
  }
  const auto met = static_cast<double>(first_meetings(after, meeting_day, 30));
  ASSERT_GT(met, 40);
  EXPECT_NEAR((said[0] + said[1]) / met, 1, 0.25);
  EXPECT_GT(said[1] / pairs[1], 5 * said[0] / pairs[0]);
}

}  // namespace
}  // namespace entente
