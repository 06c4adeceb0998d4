// What actors, countries and kinds of actors did and met before a day, each as one sum. Internal to foresight.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "foresight/events/flat_index.h"
#include "foresight/pairs/pair_past.h"

namespace entente {

/// 2^(-age / half_life) for whole days, over the share of all such weights that falls within the `most_days` that are
/// known: a sum of them is a rate, and means the same in a young history as in an old one.
class DailyFading {
 public:
  explicit DailyFading(double half_life, int64_t most_days);
  [[nodiscard]] float at(int64_t age) const { return weights_[static_cast<size_t>(age)]; }

 private:
  std::vector<float> weights_;
};

inline constexpr std::array<double, 3> actor_half_lives = {8, 30, 90};

struct ActorRecord {
  std::array<float, 3> did{};   // the wanted act, to anybody
  std::array<float, 3> met{};   // it, from anybody
  std::array<float, 2> busy{};  // all acts of both directions, fading fast and slowly
  float conflict = 0;           // with anybody, both directions, 30 days
};

/// A partner with how much of each there was lately, 0..1.
struct Bond {
  uint32_t actor = 0;
  float conflict = 0;
  float cooperation = 0;
};

/// How two actors' relations with third parties go together: sums over all third parties.
struct ThirdParties {
  float friends = 0;      // cooperation with both
  float adversaries = 0;  // conflict with both
  float friend_foe = 0;   // a friend of the source is at odds with the target
  float foe_friend = 0;   // an adversary of the source is a friend of the target
};

class ActorRecords {
 public:
  ActorRecords(const PairPast& past, int64_t day, std::span<const uint32_t> active);

  [[nodiscard]] const ActorRecord& of(uint32_t actor) const { return records_[actor]; }
  [[nodiscard]] ThirdParties third_parties(uint32_t source, uint32_t target) const;
  /// The wanted act between two countries, fading fast or slowly; -1 where one is not known.
  [[nodiscard]] float between_countries(uint32_t source, uint32_t target, size_t speed) const;
  [[nodiscard]] float by_country(uint32_t source) const;
  /// The wanted act between actors of these kinds, a pair, against all pairs: a logarithm.
  [[nodiscard]] float kinds_rate(uint32_t source, uint32_t target) const;
  [[nodiscard]] float source_kind_rate(uint32_t source) const;
  [[nodiscard]] float target_kind_rate(uint32_t target) const;

 private:
  /// Sums by a key.
  class Sums {
   public:
    void add(uint64_t key, double value);
    [[nodiscard]] double of(uint64_t key) const;

   private:
    FlatIndex index_;
    std::vector<double> sums_;
  };

  void count_acts(int64_t day);
  void count_kinds(std::span<const uint32_t> active);
  void meet(int64_t day);
  [[nodiscard]] float rate(double acts, double pairs) const;
  [[nodiscard]] uint64_t kinds_key(uint32_t source, uint32_t target) const;
  [[nodiscard]] uint64_t countries_key(uint32_t source, uint32_t target) const;

  const PairPast& past_;
  std::vector<ActorRecord> records_;
  std::array<Sums, 2> between_countries_;
  Sums by_country_;
  Sums kind_acts_, source_kind_acts_, target_kind_acts_;
  Sums kind_pairs_, source_kind_pairs_, target_kind_pairs_;
  double overall_ = 0;  // wanted acts a pair
  std::vector<Bond> neighbours_;
  std::vector<size_t> starts_;  // by actor
};

}  // namespace entente
