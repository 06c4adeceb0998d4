#include "reasoning/trade/formula.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"

namespace entente {

namespace {

Error not_understood(std::string_view part, const std::string& why) {
  return {ErrorCode::usage, "formula: '" + std::string(part) + "' " + why};
}

bool is_name(std::string_view text) {
  const auto fits = [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || c == '_' || c == '.'; };
  return !text.empty() && !is_ascii_digit(text[0]) && std::all_of(text.begin(), text.end(), fits);
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

/// What stands in `function(...)`.
std::optional<std::string> inside(std::string_view text, std::string_view function) {
  const std::string open = std::string(function) + "(";
  if (!text.starts_with(open) || !text.ends_with(')')) return std::nullopt;
  return std::string(text.substr(open.size(), text.size() - open.size() - 1));
}

Result<FormulaTerm> term_of(const std::string& text) {
  using Kind = FormulaTerm::Kind;
  for (const auto& [sign, kind] : {std::pair{"!=", Kind::differs}, std::pair{"==", Kind::equals}}) {
    const size_t at = text.find(sign);
    if (at == std::string::npos) continue;
    FormulaTerm term{kind, text, text.substr(0, at), text.substr(at + 2)};
    if (is_name(term.left) && is_name(term.right)) return term;
    return not_understood(text, "compares no two columns; write exporter!=importer");
  }
  if (const auto column = inside(text, "log")) {
    if (is_name(*column)) return FormulaTerm{Kind::log, text, *column, ""};
  }
  if (is_name(text)) return FormulaTerm{Kind::number, text, text, ""};
  return not_understood(text, "is no regressor; write a column, log(column) or one column != another");
}

Result<FormulaEffect> effect_of(const std::string& text) {
  if (const auto column = inside(text, "abroad")) {
    if (is_name(*column)) return FormulaEffect{text, {*column}, true};
  }
  FormulaEffect effect{text, {}, false};
  for (const std::string_view part : split(text, '^')) {
    if (!is_name(part))
      return not_understood(text, "are no fixed effects; write exporter, exporter^year or abroad(pair)");
    effect.columns.emplace_back(part);
  }
  return effect;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::vector<std::string> labels_of(const FormulaEffect& effect, const DataFrame& data) {
  std::vector<std::string> out(data.rows);
  for (const std::string& column : effect.columns) {
    const auto& values = data.text.at(column);
    for (size_t row = 0; row < data.rows; ++row) out[row] += values[row] + '\x1f';
  }
  if (effect.abroad) {
    const auto& exporter = data.text.at("exporter");
    const auto& importer = data.text.at("importer");
    for (size_t row = 0; row < data.rows; ++row) {
      if (exporter[row] == importer[row]) out[row] = "\x1f home";
    }
  }
  return out;
}

Error at_row(const std::string& path, const DataFrame& data, size_t row, const std::string& what) {
  return {ErrorCode::input, path + ":" + std::to_string(data.line[row]) + ": " + what};
}

}  // namespace

std::vector<std::string> Formula::number_columns() const {
  std::vector<std::string> out{response};
  for (const FormulaTerm& term : terms) {
    if (term.right.empty()) add_once(out, term.left);
  }
  return out;
}

std::vector<std::string> Formula::text_columns() const {
  std::vector<std::string> out;
  for (const FormulaTerm& term : terms) {
    if (!term.right.empty()) add_once(out, term.left), add_once(out, term.right);
  }
  for (const FormulaEffect& effect : effects) {
    for (const std::string& column : effect.columns) add_once(out, column);
    if (effect.abroad) add_once(out, "exporter"), add_once(out, "importer");
  }
  return out;
}

Result<Formula> parse_formula(std::string_view text) {
  const std::string plain = without_blanks(text);
  const size_t tilde = plain.find('~');
  if (tilde == std::string::npos) {
    return not_understood(text, "has no '~'; write trade ~ log(dist) + cntg | exporter + importer");
  }
  Formula formula;
  formula.response = plain.substr(0, tilde);
  if (!is_name(formula.response)) return not_understood(formula.response, "is no column to explain");
  const size_t bar = plain.find('|', tilde);
  const std::string terms = plain.substr(tilde + 1, bar == std::string::npos ? bar : bar - tilde - 1);
  for (const std::string_view part : split(terms, '+')) {
    Result<FormulaTerm> term = term_of(std::string(part));
    if (!term) return term.error();
    formula.terms.push_back(std::move(*term));
  }
  if (bar == std::string::npos) return formula;
  const std::string effects = plain.substr(bar + 1);
  for (const std::string_view part : split(effects, '+')) {
    Result<FormulaEffect> effect = effect_of(std::string(part));
    if (!effect) return effect.error();
    formula.effects.push_back(std::move(*effect));
  }
  return formula;
}

Result<std::vector<double>> values_of(const FormulaTerm& term, const DataFrame& data, const std::string& path) {
  using Kind = FormulaTerm::Kind;
  if (term.kind == Kind::number) return data.numbers.at(term.left);
  std::vector<double> out(data.rows);
  if (term.kind == Kind::log) {
    const auto& values = data.numbers.at(term.left);
    for (size_t row = 0; row < data.rows; ++row) {
      if (!(values[row] > 0)) return at_row(path, data, row, term.text + " of a value that is not above 0");
      out[row] = std::log(values[row]);
    }
    return out;
  }
  const auto& left = data.text.at(term.left);
  const auto& right = data.text.at(term.right);
  for (size_t row = 0; row < data.rows; ++row) {
    out[row] = (left[row] == right[row]) == (term.kind == Kind::equals) ? 1 : 0;
  }
  return out;
}

Result<PpmlProblem> problem_of(const Formula& formula, const DataFrame& data, const std::string& path,
                               const std::string& cluster) {
  PpmlProblem problem;
  problem.y = data.numbers.at(formula.response);
  for (size_t row = 0; row < data.rows; ++row) {
    if (problem.y[row] < 0) return at_row(path, data, row, "a negative " + formula.response);
  }
  for (const FormulaTerm& term : formula.terms) {
    Result<std::vector<double>> values = values_of(term, data, path);
    if (!values) return values.error();
    problem.names.push_back(term.text);
    problem.x.push_back(std::move(*values));
  }
  for (const FormulaEffect& effect : formula.effects) {
    problem.effect_names.push_back(effect.text);
    problem.effects.push_back(labels_of(effect, data));
  }
  if (!cluster.empty()) problem.clusters = data.text.at(cluster);
  return problem;
}

}  // namespace entente
