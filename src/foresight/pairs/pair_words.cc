// Telling what moved a forecast.
#include "foresight/pairs/pair_words.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "base/date.h"

namespace entente {
namespace {

constexpr size_t told_reasons = 3;
constexpr size_t told_events = 10;
constexpr double least_effect = 0.02;  // in log-odds; less is not worth a word
constexpr int64_t lately_days = 90;

using ActTest = std::function<bool(const PastAct&)>;

/// The acts that a reason rests on: how many lately, in as many days before those, and in all; and the newest.
struct Record {
  size_t all = 0;
  size_t lately = 0;
  size_t before = 0;
  std::vector<PairEvent> newest;
};

/// Whether acts are of the cooperating or of the hostile kind; neither: statements, or both at once.
enum class Temper { neither, cooperative, hostile };

Temper temper_of(ActFamily family) {
  if (family == ActFamily::words) return Temper::neither;
  const bool hostile = family == ActFamily::verbal_conflict || family == ActFamily::material_conflict;
  return hostile ? Temper::hostile : Temper::cooperative;
}

Temper temper_of(const ActClass& act) {
  Temper out = Temper::neither;
  for (const std::string& code : act.codes) {
    const Temper one = temper_of(family_of(code));
    if (&code != &act.codes.front() && one != out) return Temper::neither;
    out = one;
  }
  return out;
}

bool run_against(Temper a, Temper b) {
  return a != Temper::neither && b != Temper::neither && a != b;
}

class Teller {
 public:
  explicit Teller(const ReasonScene& scene)
      : scene_(scene),
        source_(scene.past.source(scene.pair)),
        target_(scene.past.target(scene.pair)),
        from_(name(source_)),
        to_(name(target_)) {}

  /// None, if the record of the theme does not point the way of its effect.
  [[nodiscard]] std::optional<PairReason> tell(PairTheme theme, double effect) const {
    PairReason reason;
    reason.log_odds = effect;
    const Record record = record_of(theme);
    std::optional<std::string> words;
    if (theme == PairTheme::kinds) {
      words = of_kinds(effect > 0);
    } else if (theme != PairTheme::countries || countries_known()) {
      words = effect > 0 ? words_for(theme, record) : words_against(theme, record);
    }
    if (!words) return std::nullopt;
    reason.grounds = record.newest;
    reason.what = std::move(*words);
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
        return of_couple([family = family_in(theme)](const PastAct& act) { return act.family == family; });
    }
  }

  /// Of a theme that is the pair's record in one family.
  static ActFamily family_in(PairTheme theme) {
    return static_cast<ActFamily>(static_cast<size_t>(theme) - static_cast<size_t>(PairTheme::words));
  }
  static bool is_family(PairTheme theme) { return theme >= PairTheme::words && theme <= PairTheme::material_conflict; }

  [[nodiscard]] bool is_tension(const PastAct& act) const {
    if (act.family != ActFamily::verbal_conflict && act.family != ActFamily::material_conflict) return false;
    if (act.pair / 2 == scene_.pair / 2) return false;
    const uint32_t a = scene_.past.source(act.pair), b = scene_.past.target(act.pair);
    return a == source_ || a == target_ || b == source_ || b == target_;
  }
  [[nodiscard]] bool countries_known() const {
    return scene_.past.country(source_) >= 0 && scene_.past.country(target_) >= 0;
  }
  [[nodiscard]] bool of_their_countries(const PastAct& act) const {
    const PairPast& past = scene_.past;
    return countries_known() && past.country(past.source(act.pair)) == past.country(source_) &&
           past.country(past.target(act.pair)) == past.country(target_);
  }

  [[nodiscard]] Record of_couple(const ActTest& fits) const { return take(scene_.past.acts_of(scene_.pair / 2), fits); }
  [[nodiscard]] Record of_all(const ActTest& fits) const { return take(scene_.past.acts(), fits); }

  [[nodiscard]] Record take(std::span<const PastAct> acts, const ActTest& fits) const {
    Record record;
    for (auto act = acts.rbegin(); act != acts.rend(); ++act) {
      if (act->day >= scene_.day || !fits(*act)) continue;
      ++record.all;
      if (act->day >= scene_.day - lately_days) {
        ++record.lately;
      } else if (act->day >= scene_.day - 2 * lately_days) {
        ++record.before;
      }
      if (record.newest.size() < told_events) record.newest.push_back(scene_.history.events()[act->event]);
    }
    return record;
  }

  static std::string count(size_t times) { return times == 1 ? "once" : std::to_string(times) + " times"; }
  static std::string last(const Record& record) { return ", last on " + iso_day(record.newest.front().day); }
  /// " (9 in all)", where that is more.
  static std::string in_all(const Record& record) {
    return record.all > record.lately ? " (" + std::to_string(record.all) + " in all)" : "";
  }
  [[nodiscard]] std::string since_begin() const { return " since " + iso_day(scene_.past.first_day()); }

  /// What was there: "4 times in the last 90 days (9 in all), last on 2014-08-28".
  [[nodiscard]] std::optional<std::string> words_for(PairTheme theme, const Record& record) const {
    if (record.all == 0) return std::nullopt;
    const std::string about = subject_of(theme) + ": ";
    if (record.lately == 0) return about + count(record.all) + since_begin() + last(record);
    return about + count(record.lately) + " in the last 90 days" + in_all(record) + last(record);
  }

  /// What was not there, what became less, or what runs against the act.
  [[nodiscard]] std::optional<std::string> words_against(PairTheme theme, const Record& record) const {
    const std::string about = subject_of(theme) + ": ";
    if (record.all == 0) return about + "not once" + since_begin();
    if (record.lately == 0) return about + "not in the last 90 days" + in_all(record) + last(record);
    if (theme == PairTheme::third_parties) {
      return "either is at odds with third parties: " + count(record.all) + since_begin() + last(record);
    }
    const Temper temper = is_family(theme) ? temper_of(family_in(theme)) : Temper::neither;
    if (run_against(temper, temper_of(scene_.act))) {
      const std::string stand = temper == Temper::hostile ? "the two are at odds, with " : "the two get on, with ";
      return stand + about + count(record.all) + since_begin() + last(record);
    }
    if (2 * record.lately > record.before) return std::nullopt;
    return about + "less of late, " + count(record.lately) + " in the last 90 days after " + count(record.before) +
           " in the 90 days before" + last(record);
  }

  /// What actors of these kinds do to each other, or the one kind does, or the other meets, against all pairs.
  [[nodiscard]] std::optional<std::string> of_kinds(bool more) const {
    const std::string than = more ? "more often than pairs do at large" : "less often than pairs do at large";
    const auto fits = [more](double rate) { return more ? rate > 0 : rate < 0; };
    if (fits(scene_.actors.kinds_rate(source_, target_))) return "actors of these kinds do that to each other " + than;
    if (fits(scene_.actors.source_kind_rate(source_))) return "actors of the kind of " + from_ + " do that " + than;
    if (fits(scene_.actors.target_kind_rate(target_))) return "actors of the kind of " + to_ + " meet that " + than;
    return std::nullopt;
  }

  [[nodiscard]] std::string subject_of(PairTheme theme) const {
    const std::string& act = scene_.act.name;
    switch (theme) {
      case PairTheme::act:
        return act + " by " + from_ + " towards " + to_;
      case PairTheme::answered:
        return act + " the other way, by " + to_ + " towards " + from_;
      case PairTheme::words:
        return "statements and appeals between the two";
      case PairTheme::verbal_cooperation:
        return "verbal cooperation between the two";
      case PairTheme::material_cooperation:
        return "material cooperation between the two";
      case PairTheme::verbal_conflict:
        return "verbal conflict between the two";
      case PairTheme::material_conflict:
        return "material conflict between the two";
      case PairTheme::contact:
        return "acts of any kind between the two";
      case PairTheme::source_habit:
        return act + " by " + from_ + " towards others";
      case PairTheme::target_fate:
        return act + " by others towards " + to_;
      case PairTheme::third_parties:
        return "conflict of either with third parties";
      case PairTheme::countries:
        return act + " between others of their countries";
      case PairTheme::kinds:
        break;
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
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return std::abs(effects[a]) > std::abs(effects[b]); });
  for (const size_t theme : order) {
    if (std::abs(effects[theme]) < least_effect) break;
    std::vector<PairReason>& side = effects[theme] > 0 ? forecast.up : forecast.down;
    if (side.size() == told_reasons) continue;
    std::optional<PairReason> reason = teller.tell(static_cast<PairTheme>(theme), effects[theme]);
    if (reason) side.push_back(std::move(*reason));
  }
}

}  // namespace entente
