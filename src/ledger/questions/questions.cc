// Keeping questions, forecasts and settlements: new rows only, each with its number in the ledger's count.
#include "ledger/ledger.h"
#include "ledger/questions/question_rows.h"
#include "ledger/store.h"

namespace entente {

namespace ledger_detail {

namespace {

struct QuestionPlace {
  int64_t entry = 0;
  QuestionId id;
};

int64_t question_row(Database& db, const QuestionId& id) {
  Statement find(db, "SELECT entry FROM question WHERE id = ?");
  return find.bind(id.str()).step() ? find.integer(0) : 0;
}

int64_t keep_question(Database& db, const Question& question) {
  const int64_t known = question_row(db, question.id());
  if (known != 0) return known;
  const int64_t entry = last_entry(db) + 1;
  Statement insert(db, "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(entry).bind(now_iso());
  bind_question(insert, question);
  insert.execute();
  return entry;
}

/// The same number by the same method on the same day was kept before.
bool has_forecast(Database& db, int64_t question, const Forecast& forecast) {
  Statement find(db, "SELECT 1 FROM forecast WHERE question = ? AND day = ? AND method = ? AND probability = ?");
  return find.bind(question).bind(forecast.day).bind(forecast.method).bind(forecast.probability).step();
}

void insert_forecast(Database& db, int64_t question, const Forecast& forecast) {
  Statement insert(db, "INSERT INTO forecast VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(last_entry(db) + 1).bind(question).bind(now_iso());
  bind_forecast(insert, forecast);
  insert.execute();
}

struct PresentSettlement {
  int64_t entry = 0;
  std::optional<Settlement> settlement;
  std::string recorded;
  bool damaged = false;
};

/// The settlement that the mark sees and that no later one, seen as well, supersedes.
PresentSettlement present_settlement(Database& db, const QuestionPlace& question, LedgerMark as_of) {
  Statement find(db, std::string("SELECT ") + settlement_columns +
                         ", s.entry FROM settlement s WHERE s.question = ? AND s.entry <= ? ORDER BY s.entry DESC "
                         "LIMIT 1");
  PresentSettlement out;
  if (!find.bind(question.entry).bind(as_of.row).step()) return out;
  out.entry = find.integer(5);
  out.recorded = find.text(0);
  out.settlement = read_settlement_row(find, question.id);
  out.damaged = !out.settlement;
  return out;
}

Error damaged_question(const Database& db) {
  return {ErrorCode::damaged,
          db.path() + ": a row of the stored questions is damaged: run 'entente check --repair --db FILE' on it"};
}

}  // namespace

}  // namespace ledger_detail

using namespace ledger_detail;

Result<Stored> Ledger::keep_forecast(const Question& question, const Forecast& forecast) {
  if (forecast.question != question.id()) return Error{ErrorCode::input, "a forecast answers another question"};
  Database& db = store_->db;
  Stored stored = Stored::already_there;
  {
    Transaction transaction(db);
    const int64_t row = keep_question(db, question);
    if (!has_forecast(db, row, forecast)) {
      insert_forecast(db, row, forecast);
      stored = Stored::added;
    }
    transaction.commit();
  }
  if (db.failed()) return db.take_error();
  return stored;
}

Result<Stored> Ledger::settle(const Settlement& settlement) {
  Database& db = store_->db;
  Stored stored = Stored::already_there;
  bool known = false;
  {
    Transaction transaction(db);
    const QuestionPlace question{question_row(db, settlement.question), settlement.question};
    known = question.entry != 0;
    const PresentSettlement before = present_settlement(db, question, {});
    const bool same = before.settlement && before.settlement->yes == settlement.yes &&
                      before.settlement->day == settlement.day && before.settlement->events == settlement.events;
    if (known && !same) {
      Statement insert(db, "INSERT INTO settlement VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(last_entry(db) + 1).bind(question.entry);
      insert.bind_optional(before.entry != 0 ? std::optional(before.entry) : std::nullopt).bind(now_iso());
      bind_settlement(insert, settlement);
      insert.execute();
      stored = Stored::added;
    }
    transaction.commit();
  }
  if (db.failed()) return db.take_error();
  if (!known) return Error{ErrorCode::missing, settlement.question.str() + ": no such question in " + db.path()};
  return stored;
}

Result<std::vector<StoredQuestion>> Ledger::questions(LedgerMark as_of) {
  Database& db = store_->db;
  std::vector<StoredQuestion> out;
  {
    Statement rows(db, std::string("SELECT ") + question_columns +
                           " FROM question q WHERE q.entry <= ? ORDER BY q.last_day, q.first_day, q.id");
    Statement forecasts(db, std::string("SELECT ") + forecast_columns +
                                " FROM forecast f WHERE f.question = ? AND f.entry <= ? ORDER BY f.entry");
    rows.bind(as_of.row);
    while (rows.step()) {
      std::optional<StoredQuestion> question = read_question_row(rows);
      if (!question) return damaged_question(db);
      const QuestionPlace place{question->entry, question->question.id()};
      forecasts.bind(place.entry).bind(as_of.row);
      while (forecasts.step()) {
        std::optional<StoredForecast> forecast = read_forecast_row(forecasts, place.id);
        if (!forecast) return damaged_question(db);
        question->forecasts.push_back(std::move(*forecast));
      }
      forecasts.reset();
      PresentSettlement present = present_settlement(db, place, as_of);
      if (present.damaged) return damaged_question(db);
      question->settlement = std::move(present.settlement);
      question->settled = present.recorded;
      out.push_back(std::move(*question));
    }
  }
  if (db.failed()) return db.take_error();
  return out;
}

}  // namespace entente
