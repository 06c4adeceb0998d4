// The door of the ledger: an append-only store in one SQLite file. The only place that knows the database.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/article.h"
#include "domain/claim.h"
#include "domain/mark.h"
#include "ledger/events/event_store.h"
#include "ledger/questions/question_book.h"

namespace entente {

/// Which claims to list; empty fields do not restrict. An actor matches its own id and what hangs on it (RUS: RUS:GOV).
struct ClaimFilter {
  std::optional<ClaimKind> kind;
  std::vector<ActorId> actors;      // every one of them takes part, as source, target or in about
  std::vector<ActorId> any_of;      // one of them at least takes part
  std::vector<ActorId> two_of;      // two of them at least take part
  std::optional<std::string> type;  // "AID", "refused", ... of whatever kind
  std::optional<Domain> domain;
  Date since;  // on claim date, or the article's publication date where the claim has none
  Date until;
  std::optional<ArticleId> article;
  std::string words;  // full-text query over the passages (FTS5 syntax)
  LedgerMark as_of;
  bool in_order = true;  // else as they come, which is quicker
};

enum class Stored { added, already_there };
enum class OpenMode { create, existing };

/// An article and what was read in it, to be stored.
struct NewReading {
  const Article* article = nullptr;
  const std::vector<Claim>* claims = nullptr;
};

struct LedgerProblem {
  std::string what;
  bool repaired = false;
};

class Ledger {
 public:
  /// Opens the file, or creates it where the mode allows; migrates an older schema. Errors: missing, version (made by
  /// a newer Entente), damaged, io (permission, full disk), busy; each names the file and what to do.
  static Result<Ledger> open(const std::string& path, OpenMode mode = OpenMode::create);

  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  /// Puts an article and the claims that `method` read in it in, in one transaction: all of it or none. When this
  /// returns, a crash loses nothing. Coded again by the method that read it last, an article adds nothing; by another
  /// method, its claims are added as new rows that supersede the older ones (which stay, visible to older marks).
  /// Of claims with the same id the first is kept. An empty article.fetched becomes the present time.
  Result<Stored> store(const Article& article, const std::string& method, const std::vector<Claim>& claims);
  /// The same for several in one transaction: all of them or none. One answer for each, in order.
  Result<std::vector<Stored>> store_all(const std::vector<NewReading>& readings, const std::string& method);
  /// How many claims of the article there are, if it was read last by that method: storing it again would add nothing.
  Result<std::optional<size_t>> held(const ArticleId& article, const std::string& method);

  /// Ordered by date (undated last), article, place, kind, type and parties, where the filter asks for order. Errors:
  /// usage (words are no query).
  Result<std::vector<Claim>> claims(const ClaimFilter& filter);
  /// The present claims of one article in the order in which they were given to store.
  Result<std::vector<Claim>> claims_of(const ArticleId& article);
  /// Whether anybody who counts as that id takes part in a claim that the mark sees.
  Result<bool> tells_of(const ActorId& actor, LedgerMark as_of);
  /// The claim whose id begins so, superseded or not. Errors: missing (none), input (several, or no id at all).
  Result<Claim> claim(const std::string& id_prefix);
  /// The article as the mark sees it: read again later, it may have got another title or date. Errors: missing.
  Result<Article> article(const ArticleId& id, LedgerMark as_of = {});
  /// Ordered by date of publication (unknown last) and id.
  Result<std::vector<Article>> articles(LedgerMark as_of);
  /// Whoever takes part in a claim of any time, sorted.
  Result<std::vector<ActorId>> actors();
  /// The store of imported events, for as long as this ledger is open.
  EventStore events();
  /// Keeps a forecast, and its question where that is new. The same number by the same method on the same day adds
  /// nothing. Errors: input (it answers another question).
  Result<Stored> keep_forecast(const Question& question, const Forecast& forecast);
  /// Keeps how a question ended; the same end adds nothing, another one supersedes the one before. Errors: missing.
  Result<Stored> settle(const Settlement& settlement);
  /// The questions that were asked, those whose window ends first at the front.
  Result<std::vector<StoredQuestion>> questions(LedgerMark as_of = {});
  Result<LedgerMark> mark();
  /// The mark as it stood at that ISO 8601 time (UTC); a bare day means its end.
  Result<LedgerMark> mark_at(const std::string& time);

  /// The files of events are whole, every claim has its article, spans lie inside texts on character bounds, ids match
  /// contents, the file is sound. A repair copies all that is sound into a new file, which takes the old one's place;
  /// the old one is kept beside it with ".damaged" after its name. What could not be saved stays in the list as not
  /// repaired.
  Result<std::vector<LedgerProblem>> check(bool repair);

 private:
  struct Store;
  explicit Ledger(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace entente
