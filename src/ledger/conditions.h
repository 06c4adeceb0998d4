// What a filter asks for, as conditions of a query. Internal to the ledger.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/sqlite.h"

namespace entente::ledger_detail {

using Parameters = std::vector<std::variant<int64_t, std::string>>;

/// A reading that the mark sees and that no later one, seen as well, supersedes. Takes the mark twice.
inline constexpr const char* is_present =
    "r.entry <= ? AND NOT EXISTS (SELECT 1 FROM reading n WHERE n.supersedes = r.entry AND n.entry <= ?)";

/// Conditions and their parameters, gathered so that the query names each once.
struct Conditions {
  std::string sql;
  Parameters values;

  void add(const std::string& condition, const Parameters& parameters) {
    sql += (sql.empty() ? " WHERE " : " AND ") + condition;
    values.insert(values.end(), parameters.begin(), parameters.end());
  }
  void bind(Statement& statement) const {
    for (const auto& value : values) {
      std::visit([&](const auto& v) { statement.bind(v); }, value);
    }
  }
};

/// The id itself, and the two ends between which all that hangs on it lies.
Parameters parameters_of(const ActorId& actor);

/// Adds that somebody takes part in the claim.
void add_actor(Conditions& conditions, const ActorId& actor);
/// Of claims (c), readings (r), passages (p) and articles (a). Who takes part is looked up on the way: a failure of
/// that sticks to the database.
Conditions conditions_of(Database& db, const ClaimFilter& filter);

}  // namespace entente::ledger_detail
