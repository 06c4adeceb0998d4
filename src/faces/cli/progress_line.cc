#include "faces/cli/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace entente::cli {

namespace {

constexpr std::chrono::milliseconds between{200};

/// 12,345.
std::string grouped(size_t number) {
  std::string digits = std::to_string(number);
  for (size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string duration(double seconds) {
  const auto whole = static_cast<long>(std::lround(seconds));
  if (whole < 90) return fmt::format("{} s", whole);
  if (whole < 90 * 60) return fmt::format("{} min", (whole + 30) / 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace

std::string progress_text(const Progress& now, double seconds) {
  std::string text = grouped(now.articles) + " articles";
  if (now.sentences > 0) {
    const double rate = static_cast<double>(now.sentences) / std::max(seconds, 1e-3);
    text += ", " + grouped(now.sentences) + " sentences, " + grouped(static_cast<size_t>(rate)) + "/s";
  }
  if (now.of_bytes == 0 || now.bytes == 0) return text;
  const double share = std::min(1.0, static_cast<double>(now.bytes) / static_cast<double>(now.of_bytes));
  return text + fmt::format(", {} %, {} left", static_cast<int>(share * 100), duration(seconds * (1 - share) / share));
}

void ProgressLine::show(const Progress& now) {
  const Clock::time_point time = Clock::now();
  if (time - last_ < between) return;
  last_ = time;
  const std::string text = progress_text(now, std::chrono::duration<double>(time - begin_).count());
  std::fprintf(stderr, "\r%s\033[K", text.c_str());
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

}  // namespace entente::cli
