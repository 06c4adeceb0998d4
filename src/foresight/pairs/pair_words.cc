// Telling what moved a forecast.
#include "foresight/pairs/pair_words.h"

#include <algorithm>
#include <functional>

#include "base/date.h"

namespace entente {
namespace {

constexpr size_t told_reasons = 3;
constexpr size_t told_events = 10;
constexpr double least_effect = 0.02;  // in log-odds; less is not worth a word
constexpr int64_t lately_days = 90;

using ActTest = std::function<bool(const PastAct&)>;

/// The acts that a reason rests on: how many lately and in all, and the newest.
struct Record {
  size_t all = 0;
  size_t lately = 0;
  std::vector<PairEvent> newest;
};

class Teller {
 public:
  explicit Teller(const ReasonScene& scene)
      : scene_(scene),
        source_(scene.past.source(scene.pair)),
        target_(scene.past.target(scene.pair)),
        from_(name(source_)),
        to_(name(target_)) {}

  [[nodiscard]] PairReason tell(PairTheme theme, double effect) const {
    PairReason reason;
    reason.log_odds = effect;
    const Record record = record_of(theme);
    reason.grounds = record.newest;
    reason.what = words_of(theme, record);
    return reason;
  }

 private:
  [[nodiscard]] std::string name(uint32_t actor) const { return scene_.history.called(scene_.past.in_history(actor)); }

  [[nodiscard]] Record record_of(PairTheme theme) const {
    const uint32_t own = scene_.pair, other = scene_.pair ^ 1U;
    switch (theme) {
      case PairTheme::act:
        return of_couple([=](const PastAct& act) { return act.wanted && act.pair == own; });
      case PairTheme::answered:
        return of_couple([=](const PastAct& act) { return act.wanted && act.pair == other; });
      case PairTheme::contact:
        return of_couple([](const PastAct&) { return true; });
      case PairTheme::source_habit:
        return of_all([=, this](const PastAct& act) {
          return act.wanted && act.pair != own && scene_.past.source(act.pair) == source_;
        });
      case PairTheme::target_fate:
        return of_all([=, this](const PastAct& act) {
          return act.wanted && act.pair != own && scene_.past.target(act.pair) == target_;
        });
      case PairTheme::third_parties:
        return of_all([=, this](const PastAct& act) { return is_tension(act); });
      case PairTheme::countries:
        return of_all(
            [=, this](const PastAct& act) { return act.wanted && act.pair != own && of_their_countries(act); });
      case PairTheme::kinds:
        return {};
      default:
        break;
    }
    const auto family = static_cast<ActFamily>(static_cast<size_t>(theme) - static_cast<size_t>(PairTheme::words));
    return of_couple([=](const PastAct& act) { return act.family == family; });
  }

  [[nodiscard]] bool is_tension(const PastAct& act) const {
    if (act.family != ActFamily::verbal_conflict && act.family != ActFamily::material_conflict) return false;
    if (act.pair / 2 == scene_.pair / 2) return false;
    const uint32_t a = scene_.past.source(act.pair), b = scene_.past.target(act.pair);
    return a == source_ || a == target_ || b == source_ || b == target_;
  }
  [[nodiscard]] bool of_their_countries(const PastAct& act) const {
    const PairPast& past = scene_.past;
    return past.country(source_) >= 0 && past.country(target_) >= 0 &&
           past.country(past.source(act.pair)) == past.country(source_) &&
           past.country(past.target(act.pair)) == past.country(target_);
  }

  [[nodiscard]] Record of_couple(const ActTest& fits) const { return take(scene_.past.acts_of(scene_.pair / 2), fits); }
  [[nodiscard]] Record of_all(const ActTest& fits) const { return take(scene_.past.acts(), fits); }

  [[nodiscard]] Record take(std::span<const PastAct> acts, const ActTest& fits) const {
    Record record;
    for (auto act = acts.rbegin(); act != acts.rend(); ++act) {
      if (act->day >= scene_.day || !fits(*act)) continue;
      ++record.all;
      if (act->day >= scene_.day - lately_days) ++record.lately;
      if (record.newest.size() < told_events) record.newest.push_back(scene_.history.events()[act->event]);
    }
    return record;
  }

  /// "4 times in the last 90 days (9 in all), last on 2014-08-28".
  [[nodiscard]] std::string times(const Record& record) const {
    if (record.all == 0) return "not once since " + iso_day(scene_.past.first_day());
    std::string text = record.lately == 0 ? "not in the last 90 days" : count(record.lately) + " in the last 90 days";
    if (record.all > record.lately) text += " (" + std::to_string(record.all) + " in all)";
    return text + ", last on " + iso_day(record.newest.front().day);
  }
  static std::string count(size_t times) { return times == 1 ? "once" : std::to_string(times) + " times"; }

  [[nodiscard]] std::string words_of(PairTheme theme, const Record& record) const {
    const std::string& act = scene_.act.name;
    switch (theme) {
      case PairTheme::act:
        return act + " by " + from_ + " towards " + to_ + ": " + times(record);
      case PairTheme::answered:
        return act + " the other way, by " + to_ + " towards " + from_ + ": " + times(record);
      case PairTheme::words:
        return "statements and appeals between the two: " + times(record);
      case PairTheme::verbal_cooperation:
        return "verbal cooperation between the two: " + times(record);
      case PairTheme::material_cooperation:
        return "material cooperation between the two: " + times(record);
      case PairTheme::verbal_conflict:
        return "verbal conflict between the two: " + times(record);
      case PairTheme::material_conflict:
        return "material conflict between the two: " + times(record);
      case PairTheme::contact:
        return "acts of any kind between the two: " + times(record);
      case PairTheme::source_habit:
        return act + " by " + from_ + " towards others: " + times(record);
      case PairTheme::target_fate:
        return act + " by others towards " + to_ + ": " + times(record);
      case PairTheme::third_parties:
        return "conflict of either with third parties, and whom both are close to or at odds with: " + times(record);
      case PairTheme::countries:
        return act + " between others of their countries: " + times(record);
      case PairTheme::kinds:
        return "how often actors of these kinds do that to each other";
    }
    return {};
  }

  const ReasonScene& scene_;
  uint32_t source_;
  uint32_t target_;
  std::string from_;
  std::string to_;
};

}  // namespace

void tell_reasons(const ReasonScene& scene, const ThemeEffects& effects, PairForecast& forecast) {
  const Teller teller(scene);
  std::array<size_t, pair_themes> order{};
  for (size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return effects[a] > effects[b]; });
  for (size_t at = 0; at < told_reasons; ++at) {
    const size_t up = order[at], down = order[order.size() - 1 - at];
    if (effects[up] >= least_effect) forecast.up.push_back(teller.tell(static_cast<PairTheme>(up), effects[up]));
    if (effects[down] <= -least_effect) {
      forecast.down.push_back(teller.tell(static_cast<PairTheme>(down), effects[down]));
    }
  }
}

}  // namespace entente
