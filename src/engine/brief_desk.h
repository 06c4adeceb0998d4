// What every part of a brief is written from: the claims in scope, names, and the footnotes. Inside engine: may change.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/brief.h"
#include "engine/brief_words.h"

namespace entente {

/// Everything that relations reads off the claims, restricted to the subject.
struct BriefFacts {
  std::vector<PairStanding> web;    // of all pairs that are told of, by pair
  std::vector<PairStanding> pairs;  // those of the subject, by number of claims, most first
  std::vector<Relation> relations;  // both directions together
  std::vector<Flow> flows;
  std::vector<Exchange> exchanges;
  std::vector<Ladder> ladders;
  std::vector<RedLine> red_lines;
  std::vector<Balancing> balancing;
  std::vector<Mediation> mediations;
  std::vector<CommonAdversary> adversaries;
  std::vector<Dependence> dependence;
  std::vector<WordsAndDeeds> words_and_deeds;
  std::vector<RedLineFate> line_fates;
};

class BriefDesk {
 public:
  BriefDesk(const BriefSubject& subject, const std::vector<Article>& articles, std::vector<Claim> claims,
            const ActorNamer& namer);

  [[nodiscard]] const BriefSubject& subject() const { return subject_; }
  /// The claims of the subject, in the order of publication and text.
  [[nodiscard]] const std::vector<Claim>& claims() const { return claims_; }
  /// All claims given, in the same order.
  [[nodiscard]] const std::vector<Claim>& all_claims() const { return all_; }
  [[nodiscard]] const std::vector<const Article*>& articles() const { return articles_; }
  [[nodiscard]] const Claim& claim(const ClaimId& id) const { return all_[places_.at(id)]; }
  [[nodiscard]] BriefFacts facts() const;
  /// The same by what tells of that day or an earlier one; what tells of no day at all counts as if it always had.
  [[nodiscard]] BriefFacts facts_until(const Date& day) const;
  /// The claims that more than the subject's own corner is read off: an article's own, else all.
  [[nodiscard]] const std::vector<Claim>& wide_claims() const;
  /// The day that a claim tells of; may be unknown.
  [[nodiscard]] Date day(const Claim& claim) const;
  [[nodiscard]] PublicationDay published() const;
  [[nodiscard]] Wording wording() const;

  [[nodiscard]] bool concerns_subject(const Claim& claim) const;
  [[nodiscard]] bool concerns_subject(const Dyad& pair) const;

  /// The sentence that a claim points at; empty if its article was not given.
  [[nodiscard]] std::string sentence_of(const Claim& claim) const;

  /// A name as it stands in a sentence ("the United States"); noted down for the brief's list of names.
  std::string name(const ActorId& id);
  std::string names(const std::vector<ActorId>& ids);
  /// "Russia and Iran", the subject first, else who acts more; in_order gives the pair that way round.
  std::string both(const Dyad& pair);
  Dyad in_order(const Dyad& pair);
  const Actor& actor(const ActorId& id);

  /// A sentence with footnotes for its grounds, which are numbered here on first use.
  BriefLine line(std::string text, std::vector<ClaimId> grounds);

  std::vector<BriefNote> take_notes() { return std::move(notes_); }
  std::map<ActorId, Actor> take_names() { return std::move(names_); }

 private:
  [[nodiscard]] const Article* article_of(const Claim& claim) const;
  [[nodiscard]] BriefFacts facts_of(const std::vector<Claim>& own, const std::vector<Claim>& wide) const;
  void keep_to_subject(BriefFacts& facts) const;
  int note_for(const ClaimId& claim);
  /// Of many grounds those that get a note: the surest, the latest of these.
  [[nodiscard]] std::vector<ClaimId> best_of(const std::vector<ClaimId>& grounds) const;

  BriefSubject subject_;
  const ActorNamer& namer_;
  std::vector<const Article*> articles_;
  std::map<ArticleId, const Article*> article_by_id_;
  std::vector<Claim> all_;
  std::vector<Claim> claims_;
  std::unordered_map<ClaimId, size_t> places_;  // in all_
  std::map<Passage, int> numbers_;
  std::vector<BriefNote> notes_;
  std::map<ActorId, Actor> names_;
  std::map<ActorId, size_t> acts_;  // claims of the subject in which somebody is a source
};

/// Appends the grounds of `more` to `grounds`.
void append(std::vector<ClaimId>& grounds, const std::vector<ClaimId>& more);

// The parts, in the order of the page.
std::vector<BriefLine> write_lead(BriefDesk& desk, const BriefFacts& facts, const Dyad& main);
Appraisal write_appraisal(BriefDesk& desk, const BriefFacts& facts, const std::vector<BriefSource>& sources);
std::vector<BriefActor> write_actors(BriefDesk& desk);
std::vector<StandingRow> write_standings(BriefDesk& desk, const BriefFacts& facts);
/// Flows; of one good that goes the same way many times, all together.
std::vector<Told<Flow>> write_flows(BriefDesk& desk, const std::vector<Flow>& flows);
BriefLine write_exchange(BriefDesk& desk, const Exchange& exchange);
BriefLine write_red_line(BriefDesk& desk, const RedLine& line);
/// Of whom the brief tells need, words and deeds, and sides: those of the main pair, and others that stand out.
std::vector<Told<Dependence>> write_dependence(BriefDesk& desk, const BriefFacts& facts,
                                               const std::optional<Dyad>& main);
std::vector<Told<WordsAndDeeds>> write_words_and_deeds(BriefDesk& desk, const BriefFacts& facts,
                                                       const std::optional<Dyad>& main);
std::vector<BriefLine> write_sanctions(BriefDesk& desk);
std::vector<Told<SharedStance>> write_stances(BriefDesk& desk, const std::optional<Dyad>& main);
std::vector<Told<RedLineFate>> write_line_fates(BriefDesk& desk, const BriefFacts& facts);
/// How likely the lines that stand are to be challenged, and answered.
std::vector<Told<LineOdds>> write_line_odds(BriefDesk& desk, const BriefFacts& facts, const LineOddsFinder& finder);
Timeline write_timeline(BriefDesk& desk, const BriefFacts& facts, const std::optional<Dyad>& main,
                        const LeaderList& leaders);
/// What coded events say of the subject in short: one sentence beside what texts tell, all where no text tells of it.
std::vector<BriefLine> write_event_lead(BriefDesk& desk, const RelationsAnswer& events);
/// What coded events say of the subject, beside the claims.
std::vector<BriefLine> write_events(BriefDesk& desk, const BriefFacts& facts, const RelationsAnswer& events);
std::vector<BriefLine> write_changes(BriefDesk& desk, const BriefFacts& now, const Date& since);
/// The standings of a pair with its nearest, and among these.
std::vector<PairStanding> standings_around(BriefDesk& desk, const BriefFacts& facts, const Dyad& pair);
std::vector<BriefLadder> write_ladders(BriefDesk& desk, const BriefFacts& facts, const std::optional<Dyad>& main);
BriefLine write_balancing(BriefDesk& desk, const Balancing& balancing);
BriefLine write_mediation(BriefDesk& desk, const Mediation& mediation);
BriefLine write_adversary(BriefDesk& desk, const CommonAdversary& common);
std::vector<Told<AtOdds>> write_at_odds(BriefDesk& desk, const BriefFacts& facts);
std::vector<Told<Expectation>> write_outlook(BriefDesk& desk, const NumberFinder& number);
std::vector<Told<BriefQuestion>> write_questions(BriefDesk& desk, const NumberFinder& number);
/// Of a main pair of two states; empty where nothing is told that a scenario would be of.
std::vector<BriefLine> write_scenarios(BriefDesk& desk, const BriefFacts& facts, const std::optional<Dyad>& main);
std::vector<BriefLine> write_gaps(BriefDesk& desk, const BriefFacts& facts, const std::vector<BriefSource>& sources,
                                  const std::optional<Dyad>& main);

/// "cooperative", "hostile", "mixed", with how sure that is: "clearly cooperative".
std::string standing_words(Sign sign, double balance, double uncertainty);
/// "+0.62 ± 0.31".
std::string balance_figures(double balance, double uncertainty);

}  // namespace entente
