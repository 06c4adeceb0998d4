// Is the ledger whole? Every row is read back and compared with what it was made from.
#include <algorithm>

#include "base/hash.h"
#include "ledger/events/event_files.h"
#include "ledger/questions/question_rows.h"
#include "ledger/record.h"
#include "ledger/store.h"

namespace entente {

namespace ledger_detail {

namespace {

/// What is wrong, one line each; a failure of the database itself is a problem too.
class Findings {
 public:
  explicit Findings(Database& db) : db_(db) {}

  void add(std::string what) { problems_.push_back({std::move(what), false}); }
  /// Turns a failure into a problem, so that the next examination can go on.
  void take_failure() {
    if (db_.failed()) add(db_.take_error().message);
  }
  std::vector<LedgerProblem> take() { return std::move(problems_); }

 private:
  Database& db_;
  std::vector<LedgerProblem> problems_;
};

void check_pages(Database& db, Findings& findings) {
  {
    Statement rows(db, "PRAGMA integrity_check");
    while (rows.step()) {
      if (rows.text(0) != "ok") findings.add(db.path() + ": " + rows.text(0));
    }
  }
  findings.take_failure();
  {
    Statement rows(db, "PRAGMA foreign_key_check");
    while (rows.step()) {
      findings.add(db.path() + ": row " + std::to_string(rows.integer(1)) + " of " + rows.text(0) +
                   " refers to a row of " + rows.text(2) + " that is not there");
    }
  }
  findings.take_failure();
}

void check_articles(Database& db, Findings& findings) {
  {
    Statement rows(db, "SELECT id, text FROM article ORDER BY entry");
    while (rows.step()) {
      if (content_hash(rows.text(1)) != rows.text(0)) {
        findings.add("article " + rows.text(0) + ": its text is not the one that was stored");
      }
    }
  }
  findings.take_failure();
  {
    Statement rows(db,
                   "SELECT r.path, r.claims, (SELECT count(*) FROM claim c WHERE c.reading = r.entry) AS there "
                   "FROM reading r WHERE there <> r.claims ORDER BY r.entry");
    while (rows.step()) {
      findings.add(rows.text(0) + ": " + std::to_string(rows.integer(2)) + " of its " +
                   std::to_string(rows.integer(1)) + " claims are there");
    }
  }
  findings.take_failure();
}

bool on_character(const std::string& text, size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80);
}

bool lies_in(const Span& span, const std::string& text) {
  return span.begin < span.end && span.end <= text.size() && on_character(text, span.begin) &&
         on_character(text, span.end);
}

/// What is wrong with a claim row; empty if nothing is.
std::string claim_fault(const std::string& id, const std::optional<Claim>& claim, const std::string& article_id,
                        const std::string& text, const Span& passage) {
  if (!claim) return "its row cannot be read";
  const Passage& where = claim->first_evidence().passage;
  if (claim->id().str() != id) return "what it says is not what was stored";
  if (where.article.str() != article_id || where.span != passage) return "it names another passage than its row";
  if (!lies_in(passage, text)) return "its passage lies outside the article's text";
  return {};
}

void check_claims(Database& db, Findings& findings) {
  std::string article_id;
  std::string text;
  Statement texts(db, "SELECT text FROM article WHERE id = ?");
  {
    Statement rows(db, std::string("SELECT ") + claim_columns +
                           ", c.id, a.id, p.begin, p.\"end\" FROM claim c JOIN passage p ON p.id = c.passage "
                           "JOIN article a ON a.entry = p.article ORDER BY c.entry");
    while (rows.step()) {
      if (rows.text(18) != article_id) {
        article_id = rows.text(18);
        text = texts.bind(article_id).step() ? texts.text(0) : std::string();
        texts.reset();
      }
      const Span passage{static_cast<uint32_t>(rows.integer(19)), static_cast<uint32_t>(rows.integer(20))};
      const std::string fault = claim_fault(rows.text(17), read_claim(rows), article_id, text, passage);
      if (!fault.empty()) findings.add("claim " + rows.text(17) + ": " + fault);
    }
  }
  findings.take_failure();
}

/// Questions say what their ids were made of, and what was told of them can be read.
void check_questions(Database& db, Findings& findings) {
  const QuestionId any;
  {
    Statement rows(db, std::string("SELECT ") + question_columns + " FROM question q ORDER BY q.entry");
    while (rows.step()) {
      if (!read_question_row(rows)) findings.add("question " + rows.text(2) + ": it is not what was stored");
    }
    Statement forecasts(db, std::string("SELECT ") + forecast_columns + " FROM forecast f ORDER BY f.entry");
    while (forecasts.step()) {
      if (!read_forecast_row(forecasts, any)) {
        findings.add("forecast " + std::to_string(forecasts.integer(0)) + ": its row cannot be read");
      }
    }
    Statement settlements(db, std::string("SELECT ") + settlement_columns + " FROM settlement s ORDER BY s.entry");
    while (settlements.step()) {
      if (!read_settlement_row(settlements, any)) {
        findings.add("the settlement of " + settlements.text(0) + ": its row cannot be read");
      }
    }
  }
  findings.take_failure();
}

/// The tables made from claims for searching: actors and words.
void check_derived(Database& db, Findings& findings) {
  const int64_t unlisted = db.number(
      "SELECT count(*) FROM claim c WHERE (SELECT count(*) FROM claim_actor x WHERE x.claim = c.entry AND x.role <> "
      "'about') <> (SELECT count(DISTINCT value) FROM json_each(c.source)) + (SELECT count(DISTINCT value) FROM "
      "json_each(c.target))");
  if (unlisted > 0) findings.add("the list of actors misses those of " + std::to_string(unlisted) + " claims");
  findings.take_failure();
  db.run("INSERT INTO passage_text (passage_text) VALUES ('integrity-check')");
  const bool same = db.number("SELECT count(*) FROM passage") == db.number("SELECT count(*) FROM passage_text_docsize");
  if (!db.failed() && !same) findings.add("the index of words does not hold every passage");
  findings.take_failure();
}

}  // namespace

std::vector<LedgerProblem> find_problems(Database& db) {
  Findings findings(db);
  check_pages(db, findings);
  check_articles(db, findings);
  check_claims(db, findings);
  check_questions(db, findings);
  check_derived(db, findings);
  return findings.take();
}

}  // namespace ledger_detail

using namespace ledger_detail;

Result<std::vector<LedgerProblem>> Ledger::check(bool repair) {
  std::vector<LedgerProblem> problems = find_problems(store_->db);
  if (!repair || problems.empty()) {
    check_events(store_->db, repair, problems);
    return problems;
  }
  for (LedgerProblem& problem : problems) problem.repaired = true;
  const std::string path = store_->db.path();
  Result<Database> mended = rebuild(std::move(store_->db), problems);
  if (!mended) {
    Result<Database> old = open_ledger(path, OpenMode::existing);
    if (old) store_->db = std::move(*old);
    return mended.error();
  }
  store_->db = std::move(*mended);
  check_events(store_->db, repair, problems);
  return problems;
}

}  // namespace entente
