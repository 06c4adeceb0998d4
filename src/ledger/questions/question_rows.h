// Questions, forecasts and settlements as rows and back. Internal to the ledger.
#pragma once

#include <optional>

#include "ledger/questions/question_book.h"
#include "ledger/sqlite.h"

namespace entente::ledger_detail {

/// The columns that the readers below expect, in their order.
extern const char* const question_columns;
extern const char* const forecast_columns;
extern const char* const settlement_columns;

/// Binds the columns behind `recorded`, in the order of the table.
void bind_question(Statement& statement, const Question& question);
/// Nothing if the row holds what no question can hold, or not what its id was made of; that is damage. The others too.
std::optional<StoredQuestion> read_question_row(const Statement& row);

void bind_forecast(Statement& statement, const Forecast& forecast);
std::optional<StoredForecast> read_forecast_row(const Statement& row, const QuestionId& question);

void bind_settlement(Statement& statement, const Settlement& settlement);
std::optional<Settlement> read_settlement_row(const Statement& row, const QuestionId& question);

}  // namespace entente::ledger_detail
