// Runs of four words, hashed; words are letters and digits alone, so that marks and markup make no difference.
#include "sources/body_match.h"

#include <array>

#include "base/text.h"

namespace entente {
namespace {

constexpr size_t run_length = 4;

/// Calls `take` with the hash of every run of four words.
template <class Take>
void for_each_run(std::string_view text, Take take) {
  std::array<uint64_t, run_length> last{};
  size_t words = 0;
  uint64_t word = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool letter = is_ascii_alpha(c) || is_ascii_digit(c);
    if (letter) {
      constexpr uint64_t fnv_prime = 1099511628211u;
      word = (word ^ static_cast<unsigned char>(c)) * fnv_prime + 1;
    } else if (word != 0) {
      last[words % run_length] = word;
      word = 0;
      if (++words < run_length) continue;
      uint64_t run = 0;
      for (size_t k = 0; k < run_length; ++k) run = run * 31 + last[(words + k) % run_length];
      take(run);
    }
  }
}

}  // namespace

BodyMatch::BodyMatch(std::string_view body) {
  for_each_run(body, [this](uint64_t run) { runs_.insert(run); });
}

double BodyMatch::share(std::string_view text) const {
  size_t runs = 0;
  size_t found = 0;
  for_each_run(text, [&](uint64_t run) {
    ++runs;
    found += runs_.contains(run);
  });
  return runs == 0 ? 0 : static_cast<double>(found) / static_cast<double>(runs);
}

}  // namespace entente
