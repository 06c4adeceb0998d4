// What the engine loads when it is first needed. Internal to the engine.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/engine.h"
#include "reading/reading.h"

namespace entente {

struct ExportDesk;
class OddsDesk;

/// Claims in scope, and the actors that were asked for, found among them.
struct WebReading {
  ClaimList list;
  const Coder* coder = nullptr;
  std::vector<ActorId> actors;
};

struct Engine::Parts {
  explicit Parts(EngineOptions wanted) : options(std::move(wanted)) {}

  Result<std::string> data_folder() const;
  Result<std::shared_ptr<const Reader>> load_reader();
  Result<const Coder*> load_coder();
  Result<const EventCodebook*> load_codebook();
  /// By the codebook, which must be loaded.
  [[nodiscard]] LeaderList leaders() const;
  /// Errors: those of open_ledger, load_codebook, read_state_system and EventDesk::lay.
  Result<ExportDesk> lay_export(const RelationsQuery& asked);
  Result<Ledger*> open_ledger(OpenMode mode);
  [[nodiscard]] int threads() const;
  /// The claims with the articles that they point at, as the mark sees them.
  Result<ClaimList> with_articles(std::vector<Claim> claims, LedgerMark as_of);
  /// Events, red lines and limits of the open ledger, with their articles.
  Result<ClaimList> acts_told(LedgerMark as_of);
  /// The ledger; null where there is none and a folder of data is the history. Errors: those of open_ledger.
  Result<Ledger*> ledger_for_asking(const AskHistory& history, bool save);
  /// Puts outlooks and open questions of these articles to the events of the open ledger before a day; empty where the
  /// ledger has no events.
  Result<NumberFinder> number_finder(const std::map<ArticleId, Article>& articles, int64_t day, LedgerMark as_of);
  /// What the web of relations is read off. Errors: those of the ledger and lexicon; missing (no such actor).
  Result<WebReading> read_web(const Scope& scope, const std::vector<std::string>& actors);
  /// What the odds of red lines are read off, in the open ledger; `earliest` is the first day that a fit is made as of,
  /// where that is not the day of asking. Errors: those of the tables and of OddsDesk::lay.
  Result<OddsDesk> lay_odds(LedgerMark as_of, const OddsRequest& wanted, const Date& earliest = {});
  /// The same for briefs, laid out when it is first asked; empty where the open ledger has no events.
  Result<LineOddsFinder> line_odds_finder(LedgerMark as_of, const std::string& at);

  EngineOptions options;
  std::shared_ptr<const Reader> reader;
  std::optional<Coder> coder;
  std::optional<EventCodebook> codebook;
  std::optional<Ledger> ledger;
  std::string ledger_path;  // once it is open
};

/// An article outside of any file.
Article bare_article(const std::string& text, const Date& date);

}  // namespace entente
