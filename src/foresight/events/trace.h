// How often and how lately something happened: counts that fade at three speeds. Internal to foresight.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace entente {

inline constexpr size_t speeds = 3;
/// In steps, the fastest first.
inline constexpr std::array<float, speeds> half_lives = {3, 15, 60};
enum Speed : size_t { fast, mid, slow };

/// Values as of the last time; Fading brings them to a later one.
struct Trace {
  int32_t first = -1;
  int32_t last = -1;
  float count = 0;
  std::array<float, speeds> faded{};

  [[nodiscard]] bool seen() const { return last >= 0; }
};

/// 2^(-age / half-life) for whole ages.
class Fading {
 public:
  Fading();
  [[nodiscard]] float factor(Speed speed, int32_t age) const {
    return factors_[speed][static_cast<size_t>(std::min(age, longest))];
  }
  /// A trace's value at a step that is not before its last one.
  [[nodiscard]] float at(const Trace& trace, Speed speed, int32_t step) const {
    return trace.seen() ? trace.faded[speed] * factor(speed, step - trace.last) : 0;
  }
  /// Notes that it happened at the step, `weight` times.
  void add(Trace& trace, int32_t step, float weight = 1) const;

 private:
  static constexpr int32_t longest = 1023;
  std::array<std::vector<float>, speeds> factors_;
};

/// log2 to 5 digits, the same on every machine; for values above 0.
inline float quick_log2(float value) {
  const auto bits = std::bit_cast<uint32_t>(value);
  const auto exponent = static_cast<float>(static_cast<int32_t>(bits >> 23) - 127);
  const float x = std::bit_cast<float>((bits & 0x007FFFFFU) | 0x3F800000U) - 1;  // 0 to 1
  // The least-squares fit of log2(1 + x) by x times a polynomial that is exact at both ends; off by 3e-6 at most.
  return exponent + x * (1.4425273F +
                         x * (-0.7179135F + x * (0.4565404F + x * (-0.2759690F + x * (0.1201003F - x * 0.0252855F)))));
}

/// 0 for nothing, 1 for once, growing ever slower.
inline float log_count(float count) {
  return quick_log2(1 + count);
}
/// A share between 0 and 1 on a logarithmic scale: 0 for none, 1 for all.
inline float log_share(float part, float whole) {
  constexpr float least = 1e-4F;
  const float share = whole > 0 ? std::min(part / whole, 1.0F) : 0;
  return 1 + quick_log2((share + least) / (1 + least)) * 0.0752575F;  // 1 / log2(1 / least)
}

}  // namespace entente
