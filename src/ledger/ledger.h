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

namespace entente {

/// Which claims to list; empty fields do not restrict. An actor matches its own id and what hangs on it (RUS: RUS:GOV).
struct ClaimFilter {
  std::optional<ClaimKind> kind;
  std::vector<ActorId> actors;      // every one of them takes part, as source, target or in about
  std::optional<std::string> type;  // "AID", "refused", ... of whatever kind
  std::optional<Domain> domain;
  Date since;                       // on claim date, or the article's publication date where the claim has none
  Date until;
  std::optional<ArticleId> article;
  std::string words;                // full-text query over the passages (FTS5 syntax)
  LedgerMark as_of;
};

enum class Stored { added, already_there };

struct LedgerProblem {
  std::string what;
  bool repaired = false;
};

class Ledger {
 public:
  /// Opens or creates the file; migrates an older schema. Errors: version (made by a newer Entente), damaged, io
  /// (permission, full disk), busy; each names the file and what to do.
  static Result<Ledger> open(const std::string& path);

  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  /// Puts an article and its claims in, in one transaction: all of it or none. When this returns, a crash loses nothing.
  /// The same article coded by the same method again adds nothing; by another method, its claims are added as new rows
  /// that supersede the older ones (which stay, visible to older marks).
  Result<Stored> store(const Article& article, const std::vector<Claim>& claims);
  /// True if the article is there with claims of that method: reading it again would add nothing.
  Result<bool> holds(const ArticleId& article, const std::string& method);

  Result<std::vector<Claim>> claims(const ClaimFilter& filter);
  /// The claim whose id begins so. Errors: missing (none), input (several).
  Result<Claim> claim(const std::string& id_prefix);
  Result<Article> article(const ArticleId& id);
  Result<std::vector<Article>> articles(LedgerMark as_of);
  Result<LedgerMark> mark();

  /// Every claim has its article, spans lie inside texts on character bounds, ids match contents, the file is sound.
  Result<std::vector<LedgerProblem>> check(bool repair);

 private:
  struct Store;
  explicit Ledger(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace entente
