// Opening, and the listings that a filter or an id asks for.
#include "ledger/ledger.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include "ledger/conditions.h"
#include "ledger/record.h"
#include "ledger/schema.h"
#include "ledger/store.h"

namespace entente {

namespace ledger_detail {

constexpr int ledger_attempts = 15;  // about two seconds in all

Result<Database> open_ledger(const std::string& path, OpenMode mode) {
  std::error_code ignored;
  if (mode == OpenMode::existing && !std::filesystem::exists(path, ignored)) {
    return Error{ErrorCode::missing,
                 path + ": no ledger there: fill one with 'entente read', or name another with --db"};
  }
  // Two programs that create the same ledger at once both want it for themselves while it changes to write-ahead
  // logging, for which SQLite does not wait: so we do, and begin anew.
  for (int attempt = 1;; ++attempt) {
    Result<Database> db = Database::open(path, mode == OpenMode::create);
    if (!db) return db;
    const Result<void> ready = prepare_schema(*db);
    if (ready) return db;
    if (ready.error().code != ErrorCode::busy || attempt == ledger_attempts) return ready.error();
    std::this_thread::sleep_for(std::chrono::milliseconds(20 * attempt));
  }
}

namespace {

constexpr const char* from_claims =
    " FROM claim c JOIN reading r ON r.entry = c.reading JOIN passage p ON p.id = c.passage "
    "JOIN article a ON a.entry = p.article ";
constexpr const char* by_date_and_place =
    " ORDER BY c.first_day IS NULL, c.first_day, c.last_day, a.id, p.begin, p.\"end\", c.kind, c.type, c.source, "
    "c.target, c.id";

Error damaged_row(const Database& db) {
  return {ErrorCode::damaged,
          db.path() + ": a row of the ledger is damaged: run 'entente check --repair --db FILE' on it"};
}

/// FTS5 has a query language; a mistake in it is the caller's, not the file's.
std::optional<Error> wrong_words(Database& db, const std::string& words) {
  if (words.empty()) return std::nullopt;
  {
    Statement probe(db, "SELECT rowid FROM passage_text WHERE passage_text MATCH ? LIMIT 1");
    probe.bind(words).step();
  }
  if (!db.failed()) return std::nullopt;
  const Error found = db.take_error();
  db.number("SELECT count(*) FROM passage_text_docsize");
  if (db.failed()) return found;
  return Error{ErrorCode::usage,
               "'" + words + "' is no full-text query: use words, \"phrases in quotes\", AND, OR, NOT"};
}

Result<std::vector<Claim>> list_claims(Database& db, const Conditions& conditions, const char* order) {
  std::vector<Claim> claims;
  Statement rows(db, std::string("SELECT ") + claim_columns + from_claims + conditions.sql + order);
  conditions.bind(rows);
  while (rows.step()) {
    std::optional<Claim> claim = read_claim(rows);
    if (!claim) return damaged_row(db);
    claims.push_back(std::move(*claim));
  }
  if (db.failed()) return db.take_error();
  return claims;
}

bool is_id_part(const std::string& text) {
  return !text.empty() && text.size() <= 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// The one id that begins so.
Result<std::string> complete_id(Database& db, const std::string& prefix) {
  Statement rows(db, "SELECT DISTINCT id FROM claim WHERE id >= ? AND id < ? ORDER BY id LIMIT 2");
  rows.bind(prefix).bind(prefix + "g");
  std::vector<std::string> ids;
  while (rows.step()) ids.push_back(rows.text(0));
  if (db.failed()) return db.take_error();
  if (ids.empty())
    return Error{ErrorCode::missing, prefix + ": no claim has an id that begins so: 'entente claims' lists them"};
  if (ids.size() > 1)
    return Error{ErrorCode::input, prefix + ": several claims have ids that begin so: give more of it"};
  return ids.front();
}

Result<std::vector<Article>> list_articles(Database& db, const Conditions& conditions) {
  std::vector<Article> articles;
  Statement rows(db, std::string("SELECT ") + article_columns +
                         " FROM reading r JOIN article a ON a.entry = r.article" + conditions.sql +
                         " ORDER BY r.published = '', r.published, a.id");
  conditions.bind(rows);
  while (rows.step()) {
    std::optional<Article> article = read_article(rows);
    if (!article) return damaged_row(db);
    articles.push_back(std::move(*article));
  }
  if (db.failed()) return db.take_error();
  return articles;
}

}  // namespace

}  // namespace ledger_detail

using namespace ledger_detail;

Result<Ledger> Ledger::open(const std::string& path, OpenMode mode) {
  Result<Database> db = open_ledger(path, mode);
  if (!db) return db.error();
  return Ledger(std::make_unique<Store>(std::move(*db)));
}

Ledger::Ledger(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<std::vector<Claim>> Ledger::claims(const ClaimFilter& filter) {
  if (const auto error = wrong_words(store_->db, filter.words)) return *error;
  return list_claims(store_->db, conditions_of(store_->db, filter), filter.in_order ? by_date_and_place : "");
}

Result<std::vector<Claim>> Ledger::claims_of(const ArticleId& article) {
  ClaimFilter filter;
  filter.article = article;
  return list_claims(store_->db, conditions_of(store_->db, filter), " ORDER BY c.entry");
}

Result<Claim> Ledger::claim(const std::string& id_prefix) {
  if (!is_id_part(id_prefix)) {
    return Error{ErrorCode::input, "'" + id_prefix + "' is no claim id: give some of its hexadecimal digits"};
  }
  Result<std::string> id = complete_id(store_->db, id_prefix);
  if (!id) return id.error();
  Conditions conditions;
  conditions.add("c.id = ?", {*id});
  Result<std::vector<Claim>> claims = list_claims(store_->db, conditions, " ORDER BY c.entry DESC LIMIT 1");
  if (!claims) return claims.error();
  return claims->front();
}

Result<Article> Ledger::article(const ArticleId& id, LedgerMark as_of) {
  Conditions conditions;
  conditions.add(is_present, {as_of.row, as_of.row});
  conditions.add("a.id = ?", {id.str()});
  Result<std::vector<Article>> articles = list_articles(store_->db, conditions);
  if (!articles) return articles.error();
  if (articles->empty()) return Error{ErrorCode::missing, id.str() + ": no such article in " + store_->db.path()};
  return std::move(articles->front());
}

Result<std::vector<Article>> Ledger::articles(LedgerMark as_of) {
  Conditions conditions;
  conditions.add(is_present, {as_of.row, as_of.row});
  return list_articles(store_->db, conditions);
}

Result<std::vector<ActorId>> Ledger::actors() {
  std::vector<ActorId> out;
  // Jumps from one actor to the next; DISTINCT would read every row.
  Statement rows(store_->db,
                 "WITH RECURSIVE one(id) AS (SELECT min(actor) FROM claim_actor UNION ALL "
                 "SELECT (SELECT min(actor) FROM claim_actor WHERE actor > id) FROM one WHERE id IS NOT NULL) "
                 "SELECT id FROM one WHERE id IS NOT NULL");
  while (rows.step()) out.emplace_back(rows.text(0));
  if (store_->db.failed()) return store_->db.take_error();
  return out;
}

Result<bool> Ledger::tells_of(const ActorId& actor, LedgerMark as_of) {
  const Parameters names = parameters_of(actor);
  Conditions exact, beneath;
  exact.add("x.actor = ?", {names[0]});
  beneath.add("x.actor > ? AND x.actor < ?", {names[1], names[2]});
  bool found = false;
  for (Conditions* who : {&exact, &beneath}) {
    who->add(is_present, {as_of.row, as_of.row});
    Statement rows(store_->db,
                   "SELECT 1 FROM claim_actor x CROSS JOIN claim c ON c.entry = x.claim CROSS JOIN reading r ON "
                   "r.entry = c.reading" +
                       who->sql + " LIMIT 1");
    who->bind(rows);
    found = found || rows.step();
  }
  if (store_->db.failed()) return store_->db.take_error();
  return found;
}

Result<LedgerMark> Ledger::mark() {
  const int64_t entry = last_entry(store_->db);
  if (store_->db.failed()) return store_->db.take_error();
  return LedgerMark{entry};
}

Result<LedgerMark> Ledger::mark_at(const std::string& time) {
  int64_t entry = 0;
  {
    Statement find(store_->db,
                   "SELECT max(entry) FROM (SELECT entry, fetched AS at FROM reading UNION ALL "
                   "SELECT entry, recorded FROM event_batch UNION ALL SELECT entry, recorded FROM question UNION ALL "
                   "SELECT entry, recorded FROM forecast UNION ALL SELECT entry, recorded FROM settlement) WHERE "
                   "substr(at, 1, ?) <= ?");
    find.bind(static_cast<int64_t>(time.size())).bind(time);
    if (find.step()) entry = find.integer(0);
  }
  if (store_->db.failed()) return store_->db.take_error();
  return LedgerMark{entry};
}

}  // namespace entente
