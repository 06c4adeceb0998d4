// The parties from their table, the model, and the runs with jittered inputs.
#include "engine/engine.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {

Result<BargainAnswer> Engine::bargain(const BargainRequest& request) {
  const Result<BargainingTable> table = read_bargaining_table(request.path);
  if (!table) return table.error();
  const auto named = [&](const Error& error) { return Error{error.code, request.path + ": " + error.message}; };
  Result<Bargaining> bargaining = entente::bargain(*table, request.options);
  if (!bargaining) return named(bargaining.error());
  BargainAnswer answer{request, *table, std::move(*bargaining), std::nullopt};
  if (!request.jitter) return answer;
  JitterOptions jitter = *request.jitter;
  jitter.threads = parts_->threads();
  jitter.hooks = parts_->options.hooks;
  Result<Sensitivity> found = sensitivity(*table, request.options, jitter);
  if (!found) return found.error();
  answer.sensitivity = std::move(*found);
  return answer;
}

}  // namespace entente
