// Reasons point the way their effects point, and are true: over random histories and random effects, nothing that was
// absent speaks for an act, nothing that was frequent lately speaks against it, and every number is counted again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <regex>

#include "base/date.h"
#include "base/random.h"
#include "foresight/foresight.h"
#include "foresight/pairs/pair_words.h"

namespace entente {
namespace {

constexpr int64_t asked_day = 400;
constexpr size_t told_actors = 12;

struct DrawnAct {
  std::string source, target, code;
  int64_t day = 0;
  auto operator<=>(const DrawnAct&) const = default;
};

/// Twelve actors, half of them of a kind and country. Each couple has a time in which it is busy and acts that it is
/// given to, so that records rise, fade and stop.
std::vector<DrawnAct> drawn_acts(uint64_t seed) {
  const std::vector<std::string> names = {"KEN", "KEN:MIL", "KEN:COP", "PER", "PER:MIL", "PER:COP",
                                          "A",   "B",       "C",       "D",   "E",       "F"};
  const std::vector<std::string> codes = {"010", "036", "040", "061", "070", "112", "130", "190"};
  std::vector<DrawnAct> out;
  for (uint64_t a = 0; a < told_actors; ++a) {
    for (uint64_t b = 0; b < told_actors; ++b) {
      const uint64_t couple = seed * 1000 + a * told_actors + b;
      if (a == b || counted_unit(1, couple) < 0.4) continue;
      const double middle = counted_unit(2, couple) * asked_day, width = 10 + 150 * counted_unit(3, couple);
      for (uint64_t day = 0; day < asked_day + 20; ++day) {
        const bool busy = std::abs(static_cast<double>(day) - middle) < width;
        if (counted_unit(4, couple * 1000 + day) > (busy ? 0.08 : 0.004)) continue;
        const uint64_t given = counted_random(5, couple) % 6 + counted_random(6, couple * 1000 + day) % 3;
        out.push_back({names[a], names[b], codes[given], static_cast<int64_t>(day)});
      }
    }
  }
  return out;
}

PairHistory settled(const std::vector<DrawnAct>& acts) {
  PairHistory history;
  for (const DrawnAct& act : acts) history.add(act.source, act.target, act.day, act.code, 0);
  history.settle();
  return history;
}

ThemeEffects drawn_effects(uint64_t seed, uint64_t pair) {
  ThemeEffects out{};
  for (size_t theme = 0; theme < out.size(); ++theme) {
    out[theme] = 2 * counted_unit(seed, pair * pair_themes + theme) - 1;
  }
  return out;
}

using Filter = std::function<bool(const DrawnAct&)>;

/// What the subjects of reasons mean, said again in terms of the rows.
std::map<std::string, Filter> subjects_of(const std::string& from, const std::string& to, const ActClass& act) {
  const auto wanted = [act](const DrawnAct& one) { return act.holds(one.code); };
  const auto forth = [=](const DrawnAct& one) { return one.source == from && one.target == to; };
  const auto back = [=](const DrawnAct& one) { return one.source == to && one.target == from; };
  const auto family = [=](const std::string& first, const std::string& last) {
    return [=](const DrawnAct& one) {
      return (forth(one) || back(one)) && one.code.substr(0, 2) >= first && one.code.substr(0, 2) <= last;
    };
  };
  return {{act.name + " by " + from + " towards " + to, [=](const DrawnAct& one) { return wanted(one) && forth(one); }},
          {act.name + " the other way, by " + to + " towards " + from,
           [=](const DrawnAct& one) { return wanted(one) && back(one); }},
          {act.name + " by " + from + " towards others",
           [=](const DrawnAct& one) { return wanted(one) && one.source == from && one.target != to; }},
          {act.name + " by others towards " + to,
           [=](const DrawnAct& one) { return wanted(one) && one.target == to && one.source != from; }},
          {"statements and appeals between the two", family("01", "02")},
          {"verbal cooperation between the two", family("03", "05")},
          {"material cooperation between the two", family("06", "08")},
          {"verbal conflict between the two", family("09", "13")},
          {"material conflict between the two", family("14", "20")},
          {"acts of any kind between the two", family("01", "20")}};
}

size_t number_in(const std::string& words) {
  return words == "once" ? 1 : std::stoul(words);
}

/// The rows of a reason's subject, counted again.
class Recount {
 public:
  Recount(const std::vector<DrawnAct>& acts, const Filter& fits) {
    for (const DrawnAct& act : acts) {
      if (act.day >= asked_day || !fits(act)) continue;
      days_.push_back(act.day);
    }
  }
  /// How many of the days from `first` on, up to and without `end`.
  [[nodiscard]] size_t within(int64_t first, int64_t end = asked_day) const {
    return static_cast<size_t>(
        std::count_if(days_.begin(), days_.end(), [=](int64_t day) { return day >= first && day < end; }));
  }
  [[nodiscard]] size_t all() const { return days_.size(); }
  [[nodiscard]] std::string last() const { return iso_day(*std::max_element(days_.begin(), days_.end())); }

 private:
  std::vector<int64_t> days_;
};

/// Holds every number in the words against the rows.
void expect_true(const std::string& what, const std::string& about, const Recount& rows) {
  static const std::regex lately("(once|[0-9]+ times) in the last 90 days"), in_all("\\(([0-9]+) in all\\)"),
      before("after (once|[0-9]+ times) in the 90 days before"), since(": (once|[0-9]+ times) since"),
      last("last on ([0-9-]+)");
  const std::string told = what.substr(what.find(about) + about.size());
  std::smatch found;
  if (std::regex_search(told, found, lately)) {
    EXPECT_EQ(number_in(found[1]), rows.within(asked_day - 90)) << what;
  }
  if (std::regex_search(told, found, in_all)) {
    EXPECT_EQ(number_in(found[1]), rows.all()) << what;
  }
  if (std::regex_search(told, found, before)) {
    EXPECT_EQ(number_in(found[1]), rows.within(asked_day - 180, asked_day - 90)) << what;
  }
  if (std::regex_search(told, found, since)) {
    EXPECT_EQ(number_in(found[1]), rows.all()) << what;
  }
  if (std::regex_search(told, found, last)) {
    EXPECT_EQ(found[1], rows.last()) << what;
  }
  if (told.find("not once") != std::string::npos) {
    EXPECT_EQ(rows.all(), 0U) << what;
  }
  if (told.find("not in the last 90 days") != std::string::npos) {
    EXPECT_EQ(rows.within(asked_day - 90), 0U) << what;
  }
}

const std::regex says_absence("not once|not in the last|less of late|less often");
const std::regex says_frequency("(once|[0-9]+ times) in the last 90 days|more often");
const std::regex says_fall("less of late, ");

/// One pair's reasons against the rows; how many were recounted.
size_t check_reasons(const PairForecast& forecast, const std::map<std::string, Filter>& subjects,
                     const std::vector<DrawnAct>& acts) {
  size_t recounted = 0;
  for (const auto* side : {&forecast.up, &forecast.down}) {
    for (const PairReason& reason : *side) {
      const bool up = side == &forecast.up;
      EXPECT_EQ(reason.log_odds > 0, up) << reason.what;
      if (up) {
        EXPECT_FALSE(std::regex_search(reason.what, says_absence)) << reason.what;
        const bool of_kinds = reason.what.find("more often") != std::string::npos;
        EXPECT_TRUE(of_kinds || !reason.grounds.empty()) << reason.what;
      } else if (!std::regex_search(reason.what, says_fall)) {
        EXPECT_FALSE(std::regex_search(reason.what, says_frequency)) << reason.what;
      }
      for (const auto& [about, fits] : subjects) {
        if (reason.what.find(about + ": ") == std::string::npos) continue;
        expect_true(reason.what, about, Recount(acts, fits));
        ++recounted;
      }
    }
  }
  return recounted;
}

TEST(PairReasons, PointTheWayOfTheirEffectsWhateverTheHistory) {
  size_t recounted = 0, absent_and_up = 0, frequent_and_down = 0, told_up = 0, told_down = 0;
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    const std::vector<DrawnAct> acts = drawn_acts(seed);
    const PairHistory history = settled(acts);
    for (const char* name : {"consult", "aid", "force", "verbal-conflict"}) {
      const ActClass act = *act_class_named(name);
      const PairPast past(history, asked_day, act);
      const std::vector<uint32_t> active = past.active(asked_day);
      const PairColumns columns(past, asked_day, active);
      for (const uint32_t pair : active) {
        const std::string from = history.called(past.in_history(past.source(pair)));
        const std::string to = history.called(past.in_history(past.target(pair)));
        const auto subjects = subjects_of(from, to, act);
        const ThemeEffects effects = drawn_effects(seed, pair);
        PairForecast forecast;
        tell_reasons({history, past, columns.actors(), act, asked_day, pair}, effects, forecast);
        recounted += check_reasons(forecast, subjects, acts);
        const Recount own(acts, subjects.at(act.name + " by " + from + " towards " + to));
        const double effect = effects[static_cast<size_t>(PairTheme::act)];
        absent_and_up += effect > 0 && own.all() == 0 ? 1 : 0;
        frequent_and_down += effect < 0 && own.within(asked_day - 90) > 0 ? 1 : 0;
        told_up += forecast.up.size();
        told_down += forecast.down.size();
      }
    }
  }
  EXPECT_GT(recounted, 2000U);
  EXPECT_GT(absent_and_up, 200U) << "the histories must hold what is not to be told";
  EXPECT_GT(frequent_and_down, 20U);
  EXPECT_GT(told_up, 1000U);
  EXPECT_GT(told_down, 1000U);
}

TEST(PairReasons, WhatRunsAgainstAnActIsToldAsSuch) {
  PairHistory history;
  for (int64_t day = 300; day < asked_day; day += 10) history.add("A", "B", day, "190", -10);
  history.add("A", "B", 20, "070", 7);
  history.settle();
  const ActClass aid = *act_class_named("aid"), force = *act_class_named("force");
  ThemeEffects effects{};
  effects[static_cast<size_t>(PairTheme::material_conflict)] = -0.7;
  effects[static_cast<size_t>(PairTheme::act)] = -0.3;
  const auto told = [&](const ActClass& act) {
    const PairPast past(history, asked_day, act);
    const PairColumns columns(past, asked_day, past.active(asked_day));
    PairForecast forecast;
    tell_reasons({history, past, columns.actors(), act, asked_day, 0}, effects, forecast);
    std::vector<std::string> out;
    for (const PairReason& reason : forecast.down) out.push_back(reason.what);
    return out;
  };
  EXPECT_THAT(told(aid), testing::ElementsAre("the two are at odds, with material conflict between the two: 10 times "
                                              "since 1970-01-21, last on 1971-01-26",
                                              "aid by A towards B: not in the last 90 days (1 in all), last on "
                                              "1970-01-21"));
  EXPECT_THAT(told(force), testing::IsEmpty()) << "that they fight does not speak against force";
}

TEST(PairReasons, OfAFittedModelToo) {
  const std::vector<DrawnAct> acts = drawn_acts(3);
  const PairHistory history = settled(acts);
  const ActClass act = *act_class_named("consult");
  const Result<PairModel> model = PairModel::train(history, asked_day, {.act = act, .horizon_days = 30});
  ASSERT_TRUE(model);
  size_t reasons = 0;
  for (const PairModel::Active& one : model->forecast_active()) {
    const PairForecast forecast = model->forecast(history, one.source, one.target);
    EXPECT_EQ(forecast.method, PairMethod::model);
    check_reasons(forecast, subjects_of(history.called(one.source), history.called(one.target), act), acts);
    reasons += forecast.up.size() + forecast.down.size();
  }
  EXPECT_GT(reasons, 100U);
}

}  // namespace
}  // namespace entente
