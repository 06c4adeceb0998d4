// How a gravity equation is written down: "trade ~ log(dist) + cntg + exporter!=importer | exporter + importer".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/data_frame.h"
#include "reasoning/trade/ppml.h"

namespace entente {

/// A regressor: a column of numbers, log(column), or a comparison of two columns of text (1 where it holds).
struct FormulaTerm {
  enum class Kind { number, log, differs, equals };
  Kind kind = Kind::number;
  std::string text;   // as it was written, blanks left out
  std::string left;   // a column
  std::string right;  // of a comparison
};

/// A set of fixed effects: columns whose values are taken together (a^b), or abroad(column), which is one group for
/// all rows where exporter and importer are the same and the column's values for the others.
struct FormulaEffect {
  std::string text;
  std::vector<std::string> columns;
  bool abroad = false;
};

struct Formula {
  std::string response;
  std::vector<FormulaTerm> terms;
  std::vector<FormulaEffect> effects;

  /// The columns that must be numbers, and those read as text, each once.
  [[nodiscard]] std::vector<std::string> number_columns() const;
  [[nodiscard]] std::vector<std::string> text_columns() const;
};

/// Errors: usage, with the part that is not understood.
Result<Formula> parse_formula(std::string_view text);

/// The problem that the formula makes of the table; `cluster` names a column of text or is empty. Errors: input, with
/// the line (a logarithm of 0 or less, a response below 0).
Result<PpmlProblem> problem_of(const Formula& formula, const DataFrame& data, const std::string& path,
                               const std::string& cluster = {});

/// The values of one term over the table. Errors: as problem_of.
Result<std::vector<double>> values_of(const FormulaTerm& term, const DataFrame& data, const std::string& path);

}  // namespace entente
