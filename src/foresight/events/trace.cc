#include "foresight/events/trace.h"

namespace entente {

Fading::Fading() {
  for (size_t speed = 0; speed < speeds; ++speed) {
    for (int32_t age = 0; age <= longest; ++age) {
      factors_[speed].push_back(static_cast<float>(std::exp2(-static_cast<double>(age) / half_lives[speed])));
    }
  }
}

void Fading::add(Trace& trace, int32_t step, float weight) const {
  for (size_t speed = 0; speed < speeds; ++speed) {
    trace.faded[speed] = at(trace, static_cast<Speed>(speed), step) + weight;
  }
  if (!trace.seen()) trace.first = step;
  trace.last = step;
  trace.count += weight;
}

}  // namespace entente
