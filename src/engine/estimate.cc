// Reads what the formula speaks of, and estimates.
#include "engine/estimate.h"

#include "engine/engine.h"
#include "sources/sources.h"

namespace entente {

Result<EstimateAnswer> Engine::estimate(const EstimateRequest& request) {
  const Result<Formula> formula = parse_formula(request.formula);
  if (!formula) return formula.error();
  WantedColumns wanted{formula->number_columns(), formula->text_columns(), {}, {}};
  if (!request.cluster.empty()) wanted.text.push_back(request.cluster);
  const Result<DataFrame> data = read_data_frame(request.path, wanted);
  if (!data) return data.error();
  const Result<PpmlProblem> problem = problem_of(*formula, *data, request.path, request.cluster);
  if (!problem) return problem.error();
  Result<PpmlFit> fit = ppml(*problem);
  if (!fit) return Error{fit.error().code, request.path + ": " + fit.error().message};
  return EstimateAnswer{request, std::move(*fit)};
}

}  // namespace entente
