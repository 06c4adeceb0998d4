// The door of the engine: the only place that joins the layers. It returns plain results and prints nothing.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hooks.h"
#include "base/result.h"
#include "coding/coding.h"
#include "domain/article.h"
#include "domain/claim.h"
#include "engine/ask_answer.h"
#include "engine/bargain_answer.h"
#include "engine/brief.h"
#include "engine/deterrence_answer.h"
#include "engine/estimate.h"
#include "engine/event_export.h"
#include "engine/event_forecast.h"
#include "engine/event_import.h"
#include "engine/event_relations.h"
#include "engine/line_odds_answer.h"
#include "engine/pair_backtest.h"
#include "engine/proposal_answer.h"
#include "engine/rail_answer.h"
#include "engine/scenario_texts.h"
#include "engine/tie_import.h"
#include "engine/trade_answer.h"
#include "engine/voting_answer.h"
#include "engine/web_answers.h"
#include "ledger/ledger.h"
#include "relations/relations.h"

namespace entente {

struct EngineOptions {
  std::string ledger;       // the file; empty: default_ledger_path(), whose folder is made
  std::string data_folder;  // holds lexicon/ and models/; empty: find_data_folder()
  int threads = 0;          // 0: one for each core
  Hooks hooks;
};

/// What `read` does with an article beside handing it over.
enum class ReadMode {
  store,    // code it and put it into the ledger
  dry_run,  // code it, store nothing
  text,     // extract its text only: no model, no lexicon, no ledger
};

/// An article and its claims, in the order of the text.
struct ReadArticle {
  Article article;
  std::vector<Claim> claims;
  bool already_there = false;  // the ledger had it, read by the same method
  std::string why_none;        // why an article that was coded gave no claims: one of few reasons
};

struct FailedInput {
  std::string path;
  Error error;
};

struct ReadSummary {
  size_t inputs = 0;  // articles, and what should have been one
  size_t added = 0;
  size_t already_there = 0;
  size_t repeated = 0;   // of those already there: the same text as another input
  size_t sentences = 0;  // of the articles that were coded
  size_t claims = 0;
  std::map<std::string, size_t> without_claims;  // how many articles that were coded gave none, by the reason
  size_t failures = 0;
  std::vector<FailedInput> failed;  // in the order of the inputs; of each file the first ten, and a line for the others
};

/// What is wanted of articles that the ledger holds already.
enum class Known {
  with_claims,  // they are handed over with their claims, as if they were read now
  counted,      // they are passed over, which is much quicker
};

/// Takes the articles in the order of the inputs; false stops the reading.
using ArticleSink = std::function<bool(const ReadArticle&)>;

/// Claims with the articles that they point at.
struct ClaimList {
  std::vector<Claim> claims;
  std::map<ArticleId, Article> articles;
};

/// Events with all their reports, and the claims and articles that report them.
struct StoryList {
  std::vector<Story> stories;
  ClaimList reports;
};

struct ExplainedClaim {
  Claim claim;
  Article article;
  Explanation explanation;
};

/// How near a signed network is to two camps, and how long that took to find.
struct BalanceAnswer {
  StructuralBalance balance;
  double seconds = 0;
};

/// A text of its own, outside of any article. The tag is handed back as it is.
struct TaggedText {
  std::string tag;
  std::string text;
  Date date;
};
using TextSource = std::function<std::optional<TaggedText>()>;
using CodedTextSink = std::function<bool(const TaggedText&, const std::vector<Claim>&)>;

/// A pair that was given with its text. The tag and the place are handed back as they are.
struct TaggedPair {
  std::string tag;
  std::string place;  // where it came from, for messages: "standard input:7"
  MarkedPair pair;
};
using PairSource = std::function<std::optional<TaggedPair>()>;
using CodedPairSink = std::function<bool(const TaggedPair&, const Result<PairAnswer>&)>;

/// Every operation loads what it needs, and only that, when it is first called. Not for use by two threads at once.
class Engine {
 public:
  explicit Engine(EngineOptions options);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Reads files, folders and "-". An input that cannot be read is noted, and the others go on; texts that occur twice
  /// are handed over once, except in text mode. What the ledger holds already is not coded again, so that a reading
  /// that was cut off goes on where it stopped. Errors: those of the ledger, model and lexicon; interrupted.
  Result<ReadSummary> read(const std::vector<std::string>& paths, ReadMode mode, const ArticleSink& sink,
                           Known known = Known::with_claims);

  /// What the ledger holds. Errors: missing where there is no ledger, and those of Ledger::claims.
  Result<ClaimList> claims(const ClaimFilter& filter);
  /// The events among them, each once with all its reports. Errors: as for claims.
  Result<StoryList> stories(const ClaimFilter& filter);
  /// The claim whose id begins so, its article coded again to show how it came about.
  Result<ExplainedClaim> explain(const std::string& id_prefix);

  /// A dossier of one file, which is put into the ledger first.
  Result<Brief> brief_article(const std::string& path);
  /// A dossier of an actor, or with two of a pair: ids or names of actors that the ledger's claims speak of. Where
  /// `since` is known, it tells what has changed after that day.
  /// What is expected and left open is put to the history of events where `odds` are wished, which takes long.
  Result<Brief> brief_actors(const std::vector<std::string>& actors, LedgerMark as_of, const Date& since = {},
                             bool odds = false);

  /// Codes each text by itself and hands over its events in CAMEO's terms, in order. Stores nothing.
  Result<void> code(const TextSource& next, const CodedTextSink& sink);

  /// Tells the type of each pair by itself and hands it over, in order; a pair that cannot be coded is an error of its
  /// own. Errors: those of PairCoder::load; interrupted.
  Result<void> code_pairs(const PairSource& next, const CodedPairSink& sink);

  /// CoNLL-U of raw text, and of words that are given as CoNLL-U.
  Result<std::string> parse_text(const std::string& text);
  Result<std::string> parse_conllu(const std::string& conllu);

  /// The structural balance of a table of edges, given so many seconds to prove it. Errors: those of
  /// read_signed_edges.
  Result<BalanceAnswer> balance(const std::string& path, double seconds);

  // --- what if -----------------------------------------------------------------------------------------------------

  /// A gravity equation by Poisson pseudo-maximum likelihood. Errors: usage (the formula), those of read_data_frame,
  /// problem_of and ppml.
  Result<EstimateAnswer> estimate(const EstimateRequest& request);
  /// A scenario of trade, with bands: a TOML file, or `toml`, which `path` then names in messages. Errors: those of
  /// read_trade_scenario, of the tables that it names, and of run_gravity or run_sectors.
  Result<TradeAnswer> whatif_trade(const std::string& path, const std::string& toml = {});
  /// A scenario of payment rails or of a settlement day, given likewise. Errors: those of read_rail_scenario, of the
  /// tables that it names, and of run_rails or settle.
  Result<RailAnswer> whatif_rails(const std::string& path, const std::string& toml = {});

  /// Fits a next-event forecaster to a folder of facts, of which test.txt is not opened. Errors: those of read_facts
  /// and of EventForecaster::train.
  Result<TrainedForecaster> train_forecaster(const ForecastTraining& wanted);
  /// Ranks all queries of a part of a folder of facts. Errors: those of read_facts, EventForecaster::load and rank.
  Result<TestedForecaster> test_forecaster(const ForecastTest& wanted);
  /// The likeliest next events of an actor, with reasons. Errors: usage (no such name, step or day), and as for
  /// test_forecaster.
  Result<NextEvents> next_events(const NextEventRequest& wanted);
  /// Replays forecasts of pairs over months of a folder of quads and scores them. Errors: usage (no such month, act or
  /// day of step 0), those of open_events and of backtest_pairs.
  Result<PairBacktestAnswer> backtest_pairs(const PairBacktestRequest& wanted);
  /// Answers a question with a probability and its reasons, a table where it names several actors or acts. Errors:
  /// usage, naming the part that cannot be read and the option that gives it; missing (no history); those of the
  /// ledger, the data and PairModel::train.
  Result<AskAnswer> ask(const AskRequest& request);
  /// Several at once, all with the request's other parts: they share its history and the models fitted to it.
  Result<std::vector<AskAnswer>> ask_all(const AskRequest& request, const std::vector<std::string>& texts);
  /// Settles stored questions by what happened since, and scores them. Errors: missing (no ledger, no such question),
  /// usage; those of the ledger and the data.
  Result<ResolveAnswer> resolve(const ResolveRequest& request);
  /// Who keeps ties with both sides of a rivalry, and who mediates: of an actor by id or name, or (empty) of all.
  /// Errors: those of claims; missing (the ledger tells of no such actor).
  Result<BalancingAnswer> balancing(const std::string& actor, const Scope& scope);
  /// How far one's support for another goes. Errors: as for balancing.
  Result<LadderAnswer> ladder(const std::string& from, const std::string& to, const Scope& scope);
  /// Red lines and what became of them, those that an actor drew or that concern it, or (empty) all. The records are of
  /// all the lines that an issuer drew. Errors: as for balancing.
  /// With `odds`, how likely each standing line is to be challenged, and the challenge to be answered, by the events
  /// that the ledger holds; usage where they are asked for wrongly.
  Result<RedLineAnswer> red_lines(const std::string& actor, const Scope& scope,
                                  const std::optional<OddsRequest>& odds = std::nullopt);
  /// How right such odds were: of each kind of challenge fitted to what lies before a day, against what came then.
  /// Errors: usage (no day, no such act), missing (no ledger), those of the store.
  Result<OddsCheckAnswer> check_odds(const OddsCheckRequest& request, LedgerMark as_of);

  /// Where the parties to an issue end up. Errors: those of read_bargaining_table, bargain and sensitivity.
  Result<BargainAnswer> bargain(const BargainRequest& request);
  /// Inputs of a bargain over support for an actor (id or name), with the claims that each rests on. Errors: as for
  /// balancing; missing (nobody else has a stake in it).
  Result<ProposalAnswer> propose_bargain(const std::string& supported, const Scope& scope);
  /// How likely a challenge is, and its answer. Errors: those of deterrence_formula, read_data_frame and
  /// estimate_deterrence.
  Result<DeterrenceAnswer> deterrence(const DeterrenceRequest& request);
  /// How alike a pair votes, or where all voters stand. Errors: those of read_roll_calls and ideal_points; usage for
  /// somebody who does not vote there.
  Result<VotingAnswer> voting(const VotingRequest& request);
  /// Puts tables of ties into the ledger, each whole or not at all; one that is there already adds nothing. Files that
  /// cannot be read are noted, and the others go on. Errors: those of ledger and lexicon; interrupted.
  Result<TieImportSummary> import_ties(const std::vector<std::string>& paths, TieFormat format);

  /// Puts the rows of event data sets into the ledger's store of events. What was recorded is passed over: a file that
  /// has grown goes on behind it, one that was cut short by an interrupt too. Files that cannot be read are noted, and
  /// the others go on. Errors: those of ledger and lexicon; interrupted; busy (another process imports).
  Result<EventImportSummary> import_events(const std::vector<std::string>& paths, const EventImportOptions& options);

  /// How a pair, an actor and the others, or everybody stand on a day, by events and by claims; of a pair the series
  /// with its trend and breaks. Errors: missing (no ledger, nothing in it), usage; those of the store.
  Result<RelationsAnswer> relations(const RelationsQuery& asked);
  /// Events with the codes of their states, by day; false from the sink ends it. Errors: as for relations; the table of
  /// states; interrupted.
  Result<void> export_events(const RelationsQuery& asked, const CodedEventSink& sink);
  /// A row for every pair and period, by pair and time. Pairs are those with an event in that time, and where wished
  /// all pairs of states. Errors: as for export_events.
  Result<void> export_panel(const PanelQuery& asked, const PanelSink& sink);

  /// Is the ledger whole? Errors: missing and those of Ledger::open.
  Result<std::vector<LedgerProblem>> check(bool repair);
  /// A row number, or an ISO 8601 day or time of which the state is meant (four digits: a year). Errors: usage.
  Result<LedgerMark> mark_named(const std::string& text);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
