#include "ledger/schema.h"

#include <string>

namespace entente::ledger_detail {

namespace {

constexpr int64_t application_id = 0x456e7465;  // "Ente"

// Articles, readings and claims share one counter, `entry`: what a LedgerMark counts. A reading takes the last number
// of its transaction, so a mark sees all of a reading or nothing of it. The tables below the triggers are derived: they
// can be made again from the others.
constexpr const char* version_1 = R"sql(
CREATE TABLE article (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE reading (
  entry INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  method TEXT NOT NULL,
  supersedes INTEGER UNIQUE REFERENCES reading,
  claims INTEGER NOT NULL,
  path TEXT NOT NULL,
  address TEXT NOT NULL,
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  published TEXT NOT NULL,
  fetched TEXT NOT NULL,
  licence TEXT NOT NULL,
  language TEXT NOT NULL,
  dropped TEXT NOT NULL,
  broken_bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_article ON reading (article);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  UNIQUE (article, begin, "end")
) STRICT;

CREATE TABLE claim (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading,
  passage INTEGER NOT NULL REFERENCES passage,
  corrects INTEGER REFERENCES claim,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  domain TEXT NOT NULL,
  modality TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  about TEXT,
  said_when TEXT NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  cameo TEXT NOT NULL,
  intensity REAL NOT NULL,
  sign TEXT,
  good TEXT NOT NULL,
  amount REAL,
  unit TEXT NOT NULL,
  consequence TEXT NOT NULL,
  why TEXT NOT NULL,
  evidence TEXT NOT NULL,
  UNIQUE (reading, id)
) STRICT;
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_kind ON claim (kind, type);
CREATE INDEX claim_type ON claim (type);
CREATE INDEX claim_domain ON claim (domain);
CREATE INDEX claim_days ON claim (first_day, last_day);

CREATE TRIGGER article_stays BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER article_is_kept BEFORE DELETE ON article BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reading_stays BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reading_is_kept BEFORE DELETE ON reading BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claim_stays BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claim_is_kept BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE claim_actor (
  actor TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim,
  role TEXT NOT NULL,
  PRIMARY KEY (actor, claim, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actor_claim ON claim_actor (claim);

CREATE VIRTUAL TABLE passage_text USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
)sql";

// Imported events lie in files of their own (docs/format.md). What they come from stands here, with an entry, so that
// marks see them; the list of files changes when small ones are made one, and is no history.
constexpr const char* version_2 = R"sql(
CREATE TABLE event_batch (
  entry INTEGER PRIMARY KEY,
  key INTEGER NOT NULL UNIQUE,
  recorded TEXT NOT NULL,
  format TEXT NOT NULL,
  data_set TEXT NOT NULL,
  version TEXT NOT NULL,
  licence TEXT NOT NULL,
  path TEXT NOT NULL,
  beginning TEXT NOT NULL,
  digest TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  events INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  bad INTEGER NOT NULL,
  dense INTEGER NOT NULL,
  covers TEXT NOT NULL
) STRICT;
CREATE INDEX event_batch_beginning ON event_batch (beginning);

CREATE TABLE event_segment (
  name TEXT PRIMARY KEY,
  events INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event_loss (
  key INTEGER PRIMARY KEY,
  events INTEGER NOT NULL
) STRICT;

CREATE TRIGGER event_batch_stays BEFORE UPDATE ON event_batch BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER event_batch_is_kept BEFORE DELETE ON event_batch BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
)sql";

// Questions are kept once each, whatever they were worded; every forecast and every settlement is a row of its own.
constexpr const char* version_3 = R"sql(
CREATE TABLE question (
  entry INTEGER PRIMARY KEY,
  recorded TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  either_way INTEGER NOT NULL,
  types TEXT NOT NULL,
  codes TEXT NOT NULL,
  domain TEXT,
  denied INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL
) STRICT;

CREATE TABLE forecast (
  entry INTEGER PRIMARY KEY,
  question INTEGER NOT NULL REFERENCES question,
  recorded TEXT NOT NULL,
  day INTEGER NOT NULL,
  as_of INTEGER NOT NULL,
  probability REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  base_rate REAL NOT NULL,
  method TEXT NOT NULL,
  reasons TEXT NOT NULL
) STRICT;
CREATE INDEX forecast_question ON forecast (question);

CREATE TABLE settlement (
  entry INTEGER PRIMARY KEY,
  question INTEGER NOT NULL REFERENCES question,
  supersedes INTEGER UNIQUE REFERENCES settlement,
  recorded TEXT NOT NULL,
  yes INTEGER NOT NULL,
  day INTEGER NOT NULL,
  as_of INTEGER NOT NULL,
  events TEXT NOT NULL
) STRICT;
CREATE INDEX settlement_question ON settlement (question);

CREATE TRIGGER question_stays BEFORE UPDATE ON question BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER question_is_kept BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER forecast_stays BEFORE UPDATE ON forecast BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER forecast_is_kept BEFORE DELETE ON forecast BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER settlement_stays BEFORE UPDATE ON settlement BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER settlement_is_kept BEFORE DELETE ON settlement BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
)sql";

/// One step for each version: the statements that lead from the version before to it.
constexpr const char* migrations[schema_version] = {version_1, version_2, version_3};

Error newer(const Database& db, int64_t version) {
  return {ErrorCode::version, db.path() + ": this ledger was made by a newer Entente (format " +
                                  std::to_string(version) + ", this program knows " + std::to_string(schema_version) +
                                  "): install the newer version or choose another ledger with --db"};
}

Error foreign(const Database& db) {
  return {ErrorCode::damaged,
          db.path() + ": this is a database of another program, no ledger: choose another with --db"};
}

bool is_foreign(Database& db) {
  if (db.number("PRAGMA application_id") == application_id) return false;
  return db.number("SELECT count(*) FROM sqlite_schema") > 0;
}

/// Steps from the version found under the write lock, so that two programs starting at once migrate once.
void migrate(Database& db) {
  Transaction transaction(db);
  for (int64_t version = db.number("PRAGMA user_version"); version < schema_version && !db.failed(); ++version) {
    db.run(migrations[version]);
  }
  db.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
  db.run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
  transaction.commit();
}

}  // namespace

Result<void> prepare_schema(Database& db) {
  const int64_t version = db.number("PRAGMA user_version");
  if (db.failed()) return db.take_error();
  const bool not_ours = is_foreign(db);
  if (db.failed()) return db.take_error();
  if (not_ours) return foreign(db);
  if (version > schema_version) return newer(db, version);
  // FULL: a commit returns when its bytes are on disk, so that neither kill -9 nor a power cut loses a stored article.
  db.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
  if (version < schema_version) migrate(db);
  if (db.failed()) return db.take_error();
  return {};
}

}  // namespace entente::ledger_detail
