// A dossier as plain data: what the claims say of an article, a pair or an actor, each line with its footnotes.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/actor.h"
#include "domain/article.h"
#include "domain/claim.h"
#include "engine/event_relations.h"
#include "engine/leader_change.h"
#include "engine/likelihood.h"
#include "engine/line_odds_answer.h"
#include "relations/relations.h"

namespace entente {

/// What a brief is about.
struct BriefSubject {
  enum class Kind { article, pair, actor };
  Kind kind = Kind::article;
  ArticleId article;  // of an article
  ActorId a;          // of a pair or an actor
  ActorId b;          // of a pair

  static BriefSubject of_article(ArticleId id) { return {Kind::article, std::move(id), {}, {}}; }
  static BriefSubject of_pair(ActorId a, ActorId b) { return {Kind::pair, {}, std::move(a), std::move(b)}; }
  static BriefSubject of_actor(ActorId a) { return {Kind::actor, {}, std::move(a), {}}; }
};

/// The lexicon's entry for an id (Coder::actor).
using ActorNamer = std::function<Actor(const ActorId&)>;

/// A sentence of the brief. The renderer sets the footnote marks after it.
struct BriefLine {
  std::string text;
  std::vector<int> notes;  // numbers of footnotes, ascending
  std::vector<ClaimId> grounds;
  double confidence = 0;  // of the best of its grounds; 0 where it rests on a count
};

/// A fact and the sentence that tells it.
template <class Fact>
struct Told {
  Fact fact;
  BriefLine line;
};

/// A sentence of an article on which the brief rests.
struct BriefNote {
  int number = 0;  // from 1, in order of first use
  ArticleId article;
  std::string article_title;
  Span span;
  std::string quote;
  std::vector<ActorId> attribution;  // who says so, when it is not the writer
  std::vector<ClaimId> claims;
};

/// Where the text comes from.
struct BriefSource {
  ArticleId id;
  std::string title;
  std::string byline;
  std::string address;
  std::string path;
  std::string language;
  Date published;
  size_t words = 0;
  size_t claims = 0;
  std::vector<std::pair<std::string, size_t>> dropped;  // reason, how many pieces
  size_t broken_bytes = 0;

  /// Its rows are its passages: nothing was read from words (ISO 639 calls such a text zxx).
  [[nodiscard]] bool is_table() const { return language == "zxx"; }
};
/// "3 articles", "1 article and 5 tables".
std::string sources_in_words(const std::vector<BriefSource>& sources);

/// How far the text can be relied on; shares are fractions of all claims.
struct Appraisal {
  size_t claims = 0;
  size_t sentences = 0;  // that carry a claim
  double attributed = 0;
  double hedged = 0;    // neither asserted nor denied
  double repeated = 0;  // say again what an earlier sentence said
  double dated = 0;     // of the events
  double mean_confidence = 0;
  std::vector<BriefLine> lines;
  std::vector<BriefLine> contradictions;
};

struct BriefActor {
  Actor actor;
  size_t acts = 0;        // claims in which it is a source
  size_t acted_upon = 0;  // a target
  size_t mentioned = 0;   // only spoken about
  BriefLine role;         // what it mostly does
};

/// One pair's row of the table, a cell for every domain in which something is known.
struct StandingRow {
  PairStanding overall;
  BriefLine line;  // the pair in words
  std::vector<Told<Relation>> cells;
};

struct BriefLadder {
  Ladder ladder;
  std::vector<BriefLine> lines;
};

/// A range of probability and the word that stands for it.
struct Odds {
  std::string_view word;
  double low = 0;
  double high = 0;
};
/// Kent (1964), Words of Estimative Probability; none for "possible", which Kent left without odds, and "highly
/// likely".
std::optional<Odds> kent_odds(ClaimType outlook);
/// Intelligence Community Directive 203 (2015); none for "possible".
std::optional<Odds> icd203_odds(ClaimType outlook);

/// Our own number beside the words of a text, or why there is none.
struct OwnNumber {
  std::string meaning;  // the question that was put: "Will there be AID (military) by Russia towards Iran ...?"
  double probability = 0;
  double low = 0;
  double high = 0;
  double base_rate = 0;
  std::string why_none;  // no number: why; empty where there is one
};
/// Puts what an outlook or an open question of a text asks to the history of events.
using NumberFinder = std::function<OwnNumber(const Claim&)>;

/// How likely red lines are to be challenged and answered, by the history of events: a list for each of them.
using LineOddsFinder = std::function<LineOddsAnswer(const std::vector<RedLineFate>&)>;

/// Several at odds with the same actor, of whom nobody says that they act together.
struct AtOdds {
  ActorId adversary;
  std::vector<ActorId> foes;
};

struct Expectation {
  std::vector<ActorId> source;
  std::vector<ActorId> target;
  ClaimType type = ClaimType::likely;
  Domain domain = Domain::political;
  std::string said;  // the text's own word
  std::optional<Odds> kent;
  std::optional<Odds> icd203;
  std::vector<LikelihoodRange> ranges;  // of the word, by all sources
  std::optional<OwnNumber> ours;        // where a history was asked
};

struct BriefQuestion {
  std::vector<ActorId> source;
  std::vector<ActorId> target;
  ClaimType type = ClaimType::other_question;
  std::optional<OwnNumber> ours;  // where a history was asked
};

/// Something that happened on a day, marked in the chart.
struct TimelineMark {
  enum class Kind { event, leader, red_line };
  Kind kind = Kind::event;
  Date day;
  BriefLine line;
};

/// The relation over time: of a pair, of an actor with all others, of an article's main pair.
struct Timeline {
  std::string of;  // "Russia and Iran"
  RelationHistory history;
  std::vector<TimelineMark> marks;  // by day
  std::vector<BriefLine> lines;     // what else is to be said of it
};

/// What a brief is to hold beside what is always in it.
struct BriefWishes {
  Date since;  // tells what has changed since that day; unknown: nothing of it
  LeaderList leaders;
  std::optional<RelationsAnswer> events = std::nullopt;  // what the store of events has of the pair or actor
  NumberFinder number = {};                              // empty: no history is asked
  LineOddsFinder line_odds = {};                         // likewise
  bool ask_told = false;                                 // tell among the gaps that there is no history to ask
};

struct Brief {
  BriefSubject subject;
  std::string title;
  std::vector<BriefSource> sources;
  std::optional<Dyad> main_pair;  // of whom the text speaks most; the subject of a brief on a pair
  std::vector<BriefLine> lead;    // the main relation in a few sentences
  Date since;                     // the day that `changes` compares with
  std::vector<BriefLine> changes;
  Timeline timeline;
  std::optional<RelationsAnswer> events;  // coded events of the pair or actor, where there are any
  std::vector<BriefLine> event_lines;     // what they say
  Appraisal appraisal;
  std::vector<BriefActor> actors;
  std::vector<StandingRow> standings;  // by number of claims, most first
  std::vector<PairStanding> around;    // of a pair: those between it and its nearest, and among these; else empty
  std::vector<Told<Flow>> flows;
  std::vector<Told<Exchange>> exchanges;
  std::vector<Told<Dependence>> dependence;
  std::vector<Told<WordsAndDeeds>> words_and_deeds;
  std::vector<BriefLine> sanctions;         // who sanctions whom, or has broken with it
  std::vector<Told<SharedStance>> stances;  // towards third parties
  std::vector<Told<RedLine>> red_lines;
  std::vector<Told<RedLineFate>> line_fates;  // of those that were crossed, or kept so far
  std::vector<Told<LineOdds>> line_odds;      // of those that stand, where a history was asked
  std::vector<BriefLadder> ladders;
  std::vector<Told<Balancing>> balancing;
  std::vector<Told<Mediation>> mediations;
  std::vector<Told<CommonAdversary>> adversaries;  // that the text says are shared
  std::vector<Told<AtOdds>> at_odds;               // that only follow from both being at odds with the third
  std::vector<Told<Expectation>> outlook;
  std::vector<Told<BriefQuestion>> questions;
  std::vector<BriefLine> what_ifs;  // scenarios that the claims suggest, each with the command that runs it
  std::vector<BriefLine> gaps;      // what the text does not tell
  std::vector<BriefNote> notes;
  std::map<ActorId, Actor> names;  // every actor that occurs

  [[nodiscard]] const std::string& name(const ActorId& id) const;
};

/// Makes the brief of a subject from what is known. `articles` holds at least those that the claims point at; of the
/// claims those that concern the subject are taken. The order of either does not matter.
Brief make_brief(const BriefSubject& subject, const std::vector<Article>& articles, std::vector<Claim> claims,
                 const ActorNamer& namer, const BriefWishes& wishes = {});

}  // namespace entente
