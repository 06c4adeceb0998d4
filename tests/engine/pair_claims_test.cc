// A brief on a pair reads only the claims that it needs, and is the same as one from all claims.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/hash.h"
#include "base/random.h"
#include "engine/engine.h"
#include "engine/pair_claims.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> party_ids = {"RUS", "IRN", "ISR", "USA", "UKR", "RUS:GOV", "IRN:MIL", "CHN", "SYR",
                                            "TUR", "SAU", "EGY", "FRA", "DEU", "GBR",     "JPN",     "IND", "PAK"};

Claim random_claim(const Article& article, uint64_t seed, uint64_t number) {
  static constexpr ClaimType types[] = {ClaimType::aid,        ClaimType::assault,  ClaimType::threaten,
                                        ClaimType::accuse,     ClaimType::supplier, ClaimType::ally,
                                        ClaimType::rival,      ClaimType::warning,  ClaimType::refused,
                                        ClaimType::dependence, ClaimType::support,  ClaimType::oppose};
  const auto draw = [&](uint64_t which) { return counted_random(seed, number * 10 + which); };
  const auto begin = static_cast<uint32_t>(number % (article.text.size() - 4));
  Evidence evidence({article.id, {begin, static_cast<uint32_t>(article.text.size())}});
  evidence.trigger = {begin, begin + 1};
  evidence.method = "coder/1";
  evidence.confidence = 0.8;
  Claim claim(types[draw(0) % std::size(types)], evidence);
  claim.source = {ActorId(party_ids[draw(1) % party_ids.size()])};
  claim.target = {ActorId(party_ids[draw(2) % party_ids.size()])};
  if (principal(claim.source[0]) == principal(claim.target[0])) claim.target = {ActorId("POL")};
  claim.domain = static_cast<Domain>(draw(3) % domain_count);
  claim.when = day_from_number(static_cast<int64_t>(14000 + draw(4) % 3000));
  if (draw(5) % 2 == 0) claim.good = "arms";
  if (claim.kind() == ClaimKind::redline)
    claim.about = About{{ActorId(party_ids[draw(6) % party_ids.size()])}, "an attack"};
  return claim;
}

std::string told_by(const Brief& brief) {
  std::string out;
  const auto add = [&](const std::vector<BriefLine>& lines) {
    for (const BriefLine& line : lines) out += line.text + "\n";
  };
  const auto add_told = [&](const auto& facts) {
    for (const auto& one : facts) out += one.line.text + "\n";
  };
  add(brief.lead);
  add(brief.changes);
  for (const TimelineMark& mark : brief.timeline.marks) out += mark.line.text + "\n";
  for (const BriefActor& actor : brief.actors) out += actor.role.text + "\n";
  for (const StandingRow& row : brief.standings) out += row.line.text + "\n";
  for (const PairStanding& s : brief.around)
    out += s.pair.from.str() + s.pair.to.str() + std::to_string(s.balance) + "\n";
  add_told(brief.flows);
  add_told(brief.dependence);
  add_told(brief.words_and_deeds);
  add_told(brief.stances);
  add_told(brief.red_lines);
  add_told(brief.line_fates);
  for (const BriefLadder& ladder : brief.ladders) add(ladder.lines);
  add_told(brief.balancing);
  add_told(brief.adversaries);
  add_told(brief.at_odds);
  add(brief.gaps);
  for (const BriefNote& note : brief.notes) out += note.article.str() + std::to_string(note.span.begin) + "\n";
  return out;
}

TEST(PairClaims, GiveTheBriefThatAllClaimsGive) {
  const std::string folder = [] {
    std::string pattern = (fs::temp_directory_path() / "pair-XXXXXX").string();
    return std::string(mkdtemp(pattern.data()));
  }();
  Result<Ledger> ledger = Ledger::open(folder + "/l.db");
  ASSERT_TRUE(ledger.ok());
  for (uint64_t a = 0; a < 6; ++a) {
    Article article;
    article.text =
        "An article with the number " + std::to_string(a) + ", and some more words to point at, for each claim.";
    article.id = ArticleId(content_hash(article.text));
    article.published = Date::of_day(2010, 1, 1 + static_cast<int>(a));
    article.language = "en";
    std::vector<Claim> claims;
    for (uint64_t i = 0; i < 60; ++i) claims.push_back(random_claim(article, a, i));
    ASSERT_TRUE(ledger->store(article, "coder/1", claims).ok());
  }
  const Result<std::vector<Claim>> all = ledger->claims({});
  const Result<std::vector<Article>> articles = ledger->articles({});
  ASSERT_TRUE(all.ok() && articles.ok());
  const ActorNamer namer = [](const ActorId& id) { return Actor{id, ActorKind::state, id.str(), {}, {}}; };
  size_t read = 0;
  const std::vector<std::pair<std::string, std::string>> pairs = {{"RUS", "IRN"}, {"ISR", "IRN"}, {"USA", "RUS"}};
  for (const auto& [a, b] : pairs) {
    const Result<std::vector<Claim>> some = claims_for_pair(*ledger, {ActorId(a), ActorId(b)}, {});
    ASSERT_TRUE(some.ok());
    std::set<ClaimId> distinct;
    for (const Claim& claim : *some) distinct.insert(claim.id());
    read += distinct.size();
    const BriefSubject subject = BriefSubject::of_pair(ActorId(a), ActorId(b));
    BriefWishes wishes;
    wishes.since = Date::of_year(2012);
    EXPECT_EQ(told_by(make_brief(subject, *articles, *some, namer, wishes)),
              told_by(make_brief(subject, *articles, *all, namer, wishes)))
        << a << b;
  }
  EXPECT_LT(read, pairs.size() * all->size());
  fs::remove_all(folder);
}

}  // namespace
}  // namespace entente
