// Filling the columns of pairs.
#include "foresight/pairs/pair_features.h"

#include <algorithm>
#include <array>
#include <vector>

#include "foresight/events/in_parallel.h"

namespace entente {
namespace {

constexpr std::array<double, 5> act_half_lives = {2, 8, 30, 90, 360};
constexpr std::array<double, 3> family_half_lives = {8, 30, 90};
constexpr float never = 999;
constexpr float days_a_year = 365;
constexpr size_t rows_a_part = 512;

/// What one direction of a pair did.
struct Direction {
  std::array<float, act_half_lives.size()> wanted{};
  std::array<std::array<float, family_half_lives.size()>, act_families> families{};
  float intensity = 0;
  float since_wanted = never;
  float since_any = never;
  float days = 0;         // on which it acted
  float wanted_days = 0;  // on which it did the wanted act
  float first_age = 0;
  float first_wanted_age = 0;
};

struct Writer {
  std::span<float> row;
  size_t at = 0;
  void operator()(float value) { row[at++] = value; }
};

/// The fadings of a table and its day.
struct Clock {
  int64_t day = 0;
  const std::vector<DailyFading>& act;
  const std::vector<DailyFading>& family;
};

/// The last days of a direction, so that a day counts once.
struct LastDays {
  int32_t any = -1;
  int32_t wanted = -1;
};

void take_act(const PastAct& act, const Clock& clock, Direction& into, LastDays& last) {
  const int64_t age = clock.day - act.day;
  auto& family = into.families[static_cast<size_t>(act.family)];
  for (size_t speed = 0; speed < family.size(); ++speed) family[speed] += clock.family[speed].at(age);
  into.intensity += act.intensity * clock.family[1].at(age);
  if (into.days == 0) into.first_age = static_cast<float>(age);
  if (act.day != last.any) ++into.days;
  last.any = act.day;
  into.since_any = static_cast<float>(age);
  if (!act.wanted) return;
  for (size_t speed = 0; speed < into.wanted.size(); ++speed) into.wanted[speed] += clock.act[speed].at(age);
  if (into.wanted_days == 0) into.first_wanted_age = static_cast<float>(age);
  if (act.day != last.wanted) ++into.wanted_days;
  last.wanted = act.day;
  into.since_wanted = static_cast<float>(age);
}

/// How long ago the last time was, in its usual intervals; -1: there are none.
float overdue(const Direction& own) {
  if (own.wanted_days < 2) return -1;
  const float gap = (own.first_wanted_age - own.since_wanted) / (own.wanted_days - 1);
  return own.since_wanted / std::max(gap, 1.0F);
}

/// Counts are told for a year's length: `per_year` is a year over the days that are known.
void write_pair(Writer& to, const Direction& own, const Direction& other, float per_year) {
  for (const float value : own.wanted) to(value);
  to(own.since_wanted);
  to(own.wanted_days * per_year);
  to(overdue(own));
  for (const float value : other.wanted) to(value);
  to(other.since_wanted);
  for (size_t family = 0; family < act_families; ++family) {
    for (const float value : own.families[family]) to(value);
    for (const float value : other.families[family]) to(value);
  }
  to(own.since_any);
  to(other.since_any);
  to(own.days * per_year);
  to(other.days * per_year);
  to(std::max(own.first_age, other.first_age) * per_year);
  to(own.days > 1 ? (own.first_age - own.since_any) / (own.days - 1) : -1);
  to(own.intensity);
  to(other.intensity);
}

void write_actors(Writer& to, const ActorRecords& actors, uint32_t source, uint32_t target) {
  const ActorRecord& from = actors.of(source);
  const ActorRecord& at = actors.of(target);
  for (const float value : from.did) to(value);
  to(from.met[0]);
  to(from.met[2]);
  for (const float value : from.busy) to(value);
  for (const float value : at.met) to(value);
  to(at.did[0]);
  to(at.did[2]);
  for (const float value : at.busy) to(value);
  to(from.conflict);
  to(at.conflict);
  const ThirdParties third = actors.third_parties(source, target);
  to(third.friends);
  to(third.adversaries);
  to(third.friend_foe);
  to(third.foe_friend);
}

void write_kinds(Writer& to, const ActorRecords& actors, const PairPast& past, uint32_t source, uint32_t target) {
  to(actors.between_countries(source, target, 0));
  to(actors.between_countries(source, target, 1));
  to(actors.by_country(source));
  to(past.country(source) >= 0 && past.country(source) == past.country(target) ? 1.0F : 0.0F);
  to(actors.kinds_rate(source, target));
  to(actors.source_kind_rate(source));
  to(actors.target_kind_rate(target));
  to(past.sector(source) == past.state_sector() ? 1.0F : 0.0F);
  to(past.sector(target) == past.state_sector() ? 1.0F : 0.0F);
}

std::vector<PairTheme> themes_in_order() {
  std::vector<PairTheme> out;
  const auto add = [&](PairTheme theme, size_t times) { out.insert(out.end(), times, theme); };
  add(PairTheme::act, act_half_lives.size() + 3);
  add(PairTheme::answered, act_half_lives.size() + 1);
  for (size_t family = 0; family < act_families; ++family) {
    add(static_cast<PairTheme>(static_cast<size_t>(PairTheme::words) + family), 2 * family_half_lives.size());
  }
  add(PairTheme::contact, 8);
  add(PairTheme::source_habit, 7);
  add(PairTheme::target_fate, 7);
  add(PairTheme::third_parties, 6);
  add(PairTheme::countries, 4);
  add(PairTheme::kinds, 5);
  return out;
}

}  // namespace

const std::vector<PairTheme>& pair_columns() {
  static const std::vector<PairTheme> columns = themes_in_order();
  return columns;
}

size_t pair_column_count() {
  return pair_columns().size();
}

PairColumns::PairColumns(const PairPast& past, int64_t day, std::span<const uint32_t> active)
    : past_(past), day_(day), actors_(past, day, active) {
  const int64_t most = std::max<int64_t>(1, day - past.first_day());
  for (const double half_life : act_half_lives) act_fading_.emplace_back(half_life, most);
  for (const double half_life : family_half_lives) family_fading_.emplace_back(half_life, most);
}

void PairColumns::fill(uint32_t pair, std::span<float> row, std::span<const PastAct> as_well) const {
  const Clock clock{day_, act_fading_, family_fading_};
  std::array<Direction, 2> directions;
  std::array<LastDays, 2> last;
  const auto take = [&](const PastAct& act) {
    const size_t way = act.pair & 1U;
    take_act(act, clock, directions[way], last[way]);
  };
  for (const PastAct& act : past_.acts_of(pair / 2)) {
    if (act.day >= day_) break;
    take(act);
  }
  for (const PastAct& act : as_well) take(act);
  Writer to{row};
  const auto known = static_cast<float>(std::max<int64_t>(1, day_ - past_.first_day()));
  write_pair(to, directions[pair & 1U], directions[(pair & 1U) ^ 1U], days_a_year / known);
  write_actors(to, actors_, past_.source(pair), past_.target(pair));
  write_kinds(to, actors_, past_, past_.source(pair), past_.target(pair));
}

PairTable PairColumns::table(std::vector<uint32_t> pairs, int threads) const {
  const size_t width = pair_column_count();
  PairTable table;
  table.pairs = std::move(pairs);
  table.values.resize(table.pairs.size() * width);
  in_parallel(threads, (table.pairs.size() + rows_a_part - 1) / rows_a_part, [&](size_t part) {
    const size_t end = std::min(table.pairs.size(), (part + 1) * rows_a_part);
    for (size_t row = part * rows_a_part; row < end; ++row) {
      fill(table.pairs[row], std::span(table.values).subspan(row * width, width));
    }
  });
  return table;
}

}  // namespace entente
