// Reads what the formula speaks of, and estimates.
#include "engine/engine.h"
#include "sources/sources.h"

namespace entente {

Result<DeterrenceAnswer> Engine::deterrence(const DeterrenceRequest& request) {
  const Result<DeterrenceFormula> formula = deterrence_formula(request.formula);
  if (!formula) return formula.error();
  const Result<DataFrame> data = read_data_frame(request.path, {regressors_of(*formula), {formula->outcome}, {}, {}});
  if (!data) return data.error();
  Result<DeterrenceFit> fit = estimate_deterrence(*data, *formula, request.outcomes);
  if (!fit) return Error{fit.error().code, request.path + ": " + fit.error().message};
  return DeterrenceAnswer{request, std::move(*fit)};
}

}  // namespace entente
