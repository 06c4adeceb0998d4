// Storing: one article and its claims in one transaction.
#include <chrono>
#include <ctime>
#include <set>

#include "base/hash.h"
#include "ledger/record.h"
#include "ledger/store.h"

namespace entente {

namespace ledger_detail {

std::string now_iso() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  const size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text, size};
}

namespace {

int64_t article_row(Database& db, const ArticleId& id) {
  Statement find(db, "SELECT entry FROM article WHERE id = ?");
  find.bind(id.str());
  return find.step() ? find.integer(0) : 0;
}

/// The row of a passage, made with its searchable text where it is new.
class PassageRows {
 public:
  PassageRows(Database& db, const Article& article, int64_t article_entry)
      : find_(db, "SELECT id FROM passage WHERE article = ? AND begin = ? AND \"end\" = ?"),
        insert_(db, "INSERT INTO passage (article, begin, \"end\") VALUES (?, ?, ?) RETURNING id"),
        index_(db, "INSERT INTO passage_text (rowid, text) VALUES (?, ?)"),
        article_(article),
        entry_(article_entry) {}

  int64_t row(const Span& span) {
    int64_t id = first_number(find_, span);
    if (id != 0) return id;
    id = first_number(insert_, span);
    const size_t size = article_.text.size();
    const bool inside = span.begin <= span.end && span.end <= size;
    index_.bind(id).bind(inside ? span.of(article_.text) : std::string_view{}).execute();
    return id;
  }

 private:
  int64_t first_number(Statement& statement, const Span& span) {
    statement.bind(entry_).bind(int64_t{span.begin}).bind(int64_t{span.end});
    const int64_t id = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return id;
  }

  Statement find_;
  Statement insert_;
  Statement index_;
  const Article& article_;
  int64_t entry_;
};

/// The claim rows of one reading, with their actors.
class ClaimRows {
 public:
  ClaimRows(Database& db, const Article& article, const Reading& before, int64_t article_entry, int64_t reading)
      : passages_(db, article, article_entry),
        older_(db, "SELECT entry FROM claim WHERE reading = ? AND id = ?"),
        insert_(db,
                "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        actor_(db, "INSERT OR IGNORE INTO claim_actor VALUES (?, ?, ?)"),
        article_(article),
        before_(before),
        reading_(reading) {}

  void insert(const Claim& claim, const ClaimId& id, int64_t entry) {
    insert_.bind(entry).bind(id.str()).bind(reading_).bind(passages_.row(claim.first_evidence().passage.span));
    const int64_t corrected = older(id);
    insert_.bind_optional(corrected != 0 ? std::optional(corrected) : std::nullopt);
    bind_claim(insert_, claim, article_.published);
    insert_.execute();
    add_actors(claim.source, entry, "source");
    add_actors(claim.target, entry, "target");
    if (claim.about) add_actors(claim.about->actors, entry, "about");
  }

 private:
  /// The row of the reading before that says the same.
  int64_t older(const ClaimId& id) {
    older_.bind(before_.entry).bind(id.str());
    const int64_t entry = older_.step() ? older_.integer(0) : 0;
    older_.reset();
    return entry;
  }

  void add_actors(const std::vector<ActorId>& ids, int64_t entry, std::string_view role) {
    for (const ActorId& id : ids) actor_.bind(id.str()).bind(entry).bind(role).execute();
  }

  PassageRows passages_;
  Statement older_;
  Statement insert_;
  Statement actor_;
  const Article& article_;
  const Reading& before_;
  int64_t reading_;
};

/// The claims whose id no earlier one of the list has, with their ids.
std::vector<std::pair<ClaimId, const Claim*>> distinct(const std::vector<Claim>& claims) {
  std::set<ClaimId> seen;
  std::vector<std::pair<ClaimId, const Claim*>> kept;
  for (const Claim& claim : claims) {
    ClaimId id = claim.id();
    if (seen.insert(id).second) kept.emplace_back(std::move(id), &claim);
  }
  return kept;
}

int64_t insert_article(Database& db, const Article& article, int64_t entry) {
  Statement insert(db, "INSERT INTO article VALUES (?, ?, ?)");
  insert.bind(entry).bind(article.id.str()).bind(article.text).execute();
  return entry;
}

void insert_reading_row(Database& db, const Article& article, const std::string& method, const Reading& before,
                        int64_t article_entry, int64_t claims, int64_t entry) {
  Statement insert(db, "INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(entry).bind(article_entry).bind(method);
  insert.bind_optional(before.entry != 0 ? std::optional(before.entry) : std::nullopt).bind(claims);
  bind_article(insert, article);
  insert.execute();
}

/// An article that claims to be another text, or claims from elsewhere, would make the ledger lie.
std::optional<std::string> mismatch(const Article& article, const std::vector<Claim>& claims) {
  if (article.id.str() != content_hash(article.text))
    return article.path + ": the article's id is not that of its text";
  for (const Claim& claim : claims) {
    if (claim.first_evidence().passage.article != article.id)
      return article.path + ": a claim rests on another article";
  }
  return std::nullopt;
}

Stored store_one(Database& db, const Article& article, const std::string& method, const std::vector<Claim>& claims) {
  const Reading before = present_reading(db, article.id);
  if (before.entry != 0 && before.method == method) return Stored::already_there;
  Article dated = article;
  if (dated.fetched.empty()) dated.fetched = now_iso();
  insert_reading(db, dated, method, claims, before, last_entry(db) + 1);
  return Stored::added;
}

}  // namespace

Reading present_reading(Database& db, const ArticleId& id) {
  Statement find(
      db,
      "SELECT r.entry, a.entry, r.method, r.claims FROM reading r JOIN article a ON a.entry = r.article WHERE a.id = ? "
      "ORDER BY r.entry DESC LIMIT 1");
  find.bind(id.str());
  if (!find.step()) return {};
  return {find.integer(0), find.integer(1), find.text(2), find.integer(3)};
}

int64_t last_entry(Database& db) {
  return db.number(
      "SELECT max(coalesce((SELECT max(entry) FROM reading), 0), coalesce((SELECT max(entry) FROM event_batch), 0), "
      "coalesce((SELECT max(entry) FROM question), 0), coalesce((SELECT max(entry) FROM forecast), 0), "
      "coalesce((SELECT max(entry) FROM settlement), 0))");
}

void insert_reading(Database& db, const Article& article, const std::string& method, const std::vector<Claim>& claims,
                    const Reading& before, int64_t first_entry) {
  const auto rows = distinct(claims);
  const auto count = static_cast<int64_t>(rows.size());
  int64_t entry = first_entry;
  int64_t article_entry = article_row(db, article.id);
  if (article_entry == 0) article_entry = insert_article(db, article, entry++);
  const int64_t reading = entry + count;
  insert_reading_row(db, article, method, before, article_entry, count, reading);
  ClaimRows out(db, article, before, article_entry, reading);
  for (const auto& [id, claim] : rows) out.insert(*claim, id, entry++);
}

}  // namespace ledger_detail

using namespace ledger_detail;

Result<Stored> Ledger::store(const Article& article, const std::string& method, const std::vector<Claim>& claims) {
  const Result<std::vector<Stored>> stored = store_all({{&article, &claims}}, method);
  if (!stored) return stored.error();
  return stored->front();
}

Result<std::vector<Stored>> Ledger::store_all(const std::vector<NewReading>& readings, const std::string& method) {
  for (const NewReading& reading : readings) {
    if (const auto wrong = mismatch(*reading.article, *reading.claims)) return Error{ErrorCode::input, *wrong};
  }
  Database& db = store_->db;
  std::vector<Stored> stored;
  {
    Transaction transaction(db);
    for (const NewReading& reading : readings) {
      stored.push_back(store_one(db, *reading.article, method, *reading.claims));
    }
    transaction.commit();
  }
  if (db.failed()) return db.take_error();
  return stored;
}

Result<std::optional<size_t>> Ledger::held(const ArticleId& article, const std::string& method) {
  const Reading reading = present_reading(store_->db, article);
  if (store_->db.failed()) return store_->db.take_error();
  if (reading.entry == 0 || reading.method != method) return std::optional<size_t>();
  return std::optional(static_cast<size_t>(reading.claims));
}

}  // namespace entente
