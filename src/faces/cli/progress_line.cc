#include "faces/cli/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace entente::cli {

namespace {

constexpr std::chrono::milliseconds between{200};
constexpr std::chrono::seconds window{30};

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

std::string progress_text(const Progress& since, const Progress& now, double seconds) {
  std::string text = now.stage.empty() ? grouped(now.articles) + " articles" : std::string(now.stage);
  if (now.sentences > 0) {
    const double rate = static_cast<double>(now.sentences - since.sentences) / std::max(seconds, 1e-3);
    text += ", " + grouped(now.sentences) + " sentences, " + grouped(static_cast<size_t>(rate)) + "/s";
  }
  if (now.of_bytes == 0 || now.bytes == 0) return text;
  const uint64_t done = std::min(now.bytes, now.of_bytes);
  text += fmt::format(", {} %", done * 100 / now.of_bytes);
  if (now.bytes == since.bytes) return text;
  const double pace = seconds / static_cast<double>(now.bytes - since.bytes);
  return text + ", " + duration(static_cast<double>(now.of_bytes - done) * pace) + " left";
}

void ProgressLine::show(const Progress& now) {
  const Clock::time_point time = Clock::now();
  if (time - last_ < between) return;
  last_ = time;
  while (samples_.size() > 1 && time - samples_[1].time >= window) samples_.pop_front();
  const Sample& since = samples_.front();
  const std::string text = progress_text(since.progress, now, std::chrono::duration<double>(time - since.time).count());
  samples_.push_back({time, now});
  std::fprintf(stderr, "\r%s\033[K", text.c_str());
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

}  // namespace entente::cli
