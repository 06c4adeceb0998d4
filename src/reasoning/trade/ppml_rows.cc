#include "reasoning/trade/ppml_rows.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace entente {

namespace {

Grouping grouping_of(const std::vector<std::string>& labels, const std::vector<size_t>& places) {
  Grouping out;
  std::unordered_map<std::string, int> numbers;
  out.of_row.reserve(places.size());
  for (const size_t place : places) {
    const auto [at, is_new] = numbers.try_emplace(labels[place], out.groups);
    out.groups += is_new ? 1 : 0;
    out.of_row.push_back(at->second);
  }
  return out;
}

template <class T>
std::vector<T> taken_at(const std::vector<T>& column, const std::vector<size_t>& places) {
  std::vector<T> out;
  out.reserve(places.size());
  for (const size_t place : places) out.push_back(column[place]);
  return out;
}

}  // namespace

std::vector<size_t> settled_order(const PpmlProblem& problem) {
  std::vector<size_t> places(problem.y.size());
  std::iota(places.begin(), places.end(), size_t{0});
  const auto compare = [&](size_t a, size_t b) {
    for (const auto& labels : problem.effects) {
      if (const int order = labels[a].compare(labels[b]); order != 0) return order < 0;
    }
    if (!problem.clusters.empty() && problem.clusters[a] != problem.clusters[b]) {
      return problem.clusters[a] < problem.clusters[b];
    }
    if (problem.y[a] != problem.y[b]) return problem.y[a] < problem.y[b];
    for (const auto& column : problem.x) {
      if (column[a] != column[b]) return column[a] < column[b];
    }
    return !problem.offset.empty() && problem.offset[a] < problem.offset[b];
  };
  std::sort(places.begin(), places.end(), compare);
  return places;
}

PpmlRows rows_at(const PpmlProblem& problem, const std::vector<size_t>& places) {
  PpmlRows rows;
  rows.origin = places;
  rows.y = taken_at(problem.y, places);
  for (const auto& column : problem.x) rows.x.push_back(taken_at(column, places));
  rows.offset = problem.offset.empty() ? std::vector<double>(places.size(), 0.0) : taken_at(problem.offset, places);
  for (const auto& labels : problem.effects) rows.effects.push_back(grouping_of(labels, places));
  if (problem.effects.empty()) rows.effects.push_back({std::vector<int>(places.size(), 0), 1});  // a constant
  if (!problem.clusters.empty()) rows.clusters = grouping_of(problem.clusters, places);
  return rows;
}

std::vector<size_t> without_empty_groups(const PpmlProblem& problem, std::vector<size_t> places,
                                         std::vector<std::string>& told) {
  std::vector<size_t> lost(problem.effects.size(), 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t e = 0; e < problem.effects.size(); ++e) {
      const Grouping groups = grouping_of(problem.effects[e], places);
      std::vector<char> has_trade(static_cast<size_t>(groups.groups), 0);
      for (size_t i = 0; i < places.size(); ++i) {
        if (problem.y[places[i]] > 0) has_trade[static_cast<size_t>(groups.of_row[i])] = 1;
      }
      const auto empty = static_cast<size_t>(std::count(has_trade.begin(), has_trade.end(), 0));
      if (empty == 0) continue;
      std::vector<size_t> kept;
      for (size_t i = 0; i < places.size(); ++i) {
        if (has_trade[static_cast<size_t>(groups.of_row[i])] != 0) kept.push_back(places[i]);
      }
      lost[e] += empty;
      places = std::move(kept);
      changed = true;
    }
  }
  for (size_t e = 0; e < lost.size(); ++e) {
    if (lost[e] > 0) {
      told.push_back(problem.effect_names[e] + ": " + std::to_string(lost[e]) + (lost[e] == 1 ? " group" : " groups"));
    }
  }
  return places;
}

}  // namespace entente
