// "As of" is airtight: whatever is recorded later, no answer for an earlier mark changes, over every question there is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/hash.h"
#include "base/random.h"
#include "engine/engine.h"
#include "report/claim_json.h"
#include "report/event_relations.h"
#include "report/report.h"
#include "report/web.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t worlds = 3;        // each from another seed
constexpr int first_articles = 12;    // and as many again after the mark
constexpr int first_event_rows = 80;  // likewise

/// A ledger that fills up at random, with questions to it.
class RandomLedger {
 public:
  explicit RandomLedger(uint64_t seed) : seed_(seed) {
    std::string pattern = (fs::temp_directory_path() / "as-of-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  RandomLedger(const RandomLedger&) = delete;
  RandomLedger& operator=(const RandomLedger&) = delete;
  ~RandomLedger() { fs::remove_all(folder_); }

  /// Articles with a few claims each; some are read again by another method, under another title and date.
  void add_articles(int count) {
    Result<Ledger> ledger = Ledger::open(folder_ + "/l.db");
    ASSERT_TRUE(ledger.ok());
    for (int i = 0; i < count; ++i) {
      const bool again = !articles_.empty() && below(3) == 0;
      Article article = again ? articles_[below(articles_.size())] : new_article();
      if (again) article.title = "Told again " + std::to_string(below(1000));
      if (again) article.published = random_day();
      const std::string method = again ? "coder/" + std::to_string(2 + below(1000)) : "coder/1";
      std::vector<Claim> claims;
      for (size_t k = 0; k < 2 + below(5); ++k) claims.push_back(new_claim(article, method, k));
      ASSERT_TRUE(ledger->store(article, method, claims).ok());
      if (!again) articles_.push_back(std::move(article));
    }
  }

  /// A file of events of ICEWS, on days before and after those that are there.
  void add_events(int rows, const std::string& data_set) {
    const std::string path = folder_ + "/" + std::to_string(files_++) + ".tab";
    std::ofstream out(path);
    out << "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO "
           "Code\tIntensity\tTarget "
           "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\t"
           "Country\tLatitude\tLongitude\n";
    const std::vector<std::string> states = {"Russian Federation", "Iran", "Israel", "United States", "Ukraine"};
    const std::vector<std::string> acts = {"Consult\t040\t1", "Threaten\t130\t-4.4", "Provide aid\t070\t7",
                                           "Use conventional military force\t190\t-10"};
    for (int i = 0; i < rows; ++i) {
      const std::string& a = states[below(states.size())];
      const std::string& b = states[below(states.size())];
      if (a == b) continue;
      out << 100000 * files_ + i << '\t' << to_iso(random_day()) << '\t' << a << "\tNA\t" << a << '\t'
          << acts[below(acts.size())] << '\t' << b << "\tNA\t" << b << '\t' << i << "\t1\tPaper " << below(5)
          << "\tNA\tNA\tNA\tNA\tNA\tNA\n";
    }
    out.close();
    EventImportOptions options;
    options.data_set = data_set;
    const auto imported = engine().import_events({path}, options);
    ASSERT_TRUE(imported.ok());
    ASSERT_TRUE(imported->failed.empty());
  }

  [[nodiscard]] LedgerMark mark() const {
    Result<Ledger> ledger = Ledger::open(folder_ + "/l.db");
    return ledger ? *ledger->mark() : LedgerMark{};
  }

  /// Every answer as text, by the question.
  [[nodiscard]] std::map<std::string, std::string> answers(LedgerMark as_of) const {
    std::map<std::string, std::string> out;
    Engine asked = engine();
    ask_relations(asked, as_of, out);
    ask_web(asked, as_of, out);
    for (const auto& subject : {std::vector<std::string>{"RUS", "IRN"}, {"ISR", "IRN"}, {"RUS"}, {"UKR"}}) {
      const Result<Brief> brief = asked.brief_actors(subject, as_of, Date::of_year(2012));
      out["brief " + subject.front() + subject.back()] =
          brief ? render(*brief, Format::json) + render(*brief, Format::html) : brief.error().message;
    }
    ClaimFilter filter;
    filter.as_of = as_of;
    const Result<ClaimList> claims = asked.claims(filter);
    std::string& listed = out["claims"];
    for (const Claim& claim : claims->claims) {
      listed += claim_json(claim, claims->articles.at(claim.first_evidence().passage.article)) + "\n";
    }
    ask_exports(asked, as_of, out);
    return out;
  }

 private:
  uint64_t below(uint64_t n) { return counted_random(seed_, drawn_++) % n; }
  [[nodiscard]] Date random_day() {
    return day_from_number(first_day(Date::of_year(2010)) + static_cast<int64_t>(below(1500)));
  }

  [[nodiscard]] Engine engine() const {
    EngineOptions options;
    options.ledger = folder_ + "/l.db";
    options.data_folder = ENTENTE_SOURCE;
    options.threads = 1;
    return Engine(std::move(options));
  }

  Article new_article() {
    Article article;
    article.text = "Text " + std::to_string(seed_) + " " + std::to_string(drawn_) + ". It tells of arms and of talks.";
    article.id = ArticleId(content_hash(article.text));
    article.path = "a.txt";
    article.title = "Told first";
    article.language = "en";
    if (below(4) != 0) article.published = random_day();
    return article;
  }

  Claim new_claim(const Article& article, const std::string& method, size_t place) {
    static constexpr ClaimType types[] = {ClaimType::aid,     ClaimType::assault,    ClaimType::threaten,
                                          ClaimType::consult, ClaimType::sanction,   ClaimType::supplier,
                                          ClaimType::ally,    ClaimType::rival,      ClaimType::warning,
                                          ClaimType::refused, ClaimType::dependence, ClaimType::support,
                                          ClaimType::oppose,  ClaimType::likely,     ClaimType::shared_adversary};
    static const std::vector<std::string> ids = {"RUS", "IRN", "ISR", "USA", "UKR", "RUS:GOV", "IRN:MIL", "CHN"};
    Evidence evidence({article.id, {static_cast<uint32_t>(place), static_cast<uint32_t>(article.text.size())}});
    evidence.trigger = {6, 10};
    evidence.method = method;
    evidence.confidence = 0.5 + static_cast<double>(below(5)) / 10;
    Claim claim(types[below(std::size(types))], evidence);
    claim.source = {ActorId(ids[below(ids.size())])};
    do {
      claim.target = {ActorId(ids[below(ids.size())])};
    } while (principal(claim.target[0]) == principal(claim.source[0]));
    claim.domain = static_cast<Domain>(below(domain_count));
    claim.modality = below(4) == 0 ? Modality::offered : Modality::asserted;
    if (below(2) == 0) claim.when = random_day();
    if (below(3) == 0) claim.good = below(2) == 0 ? "arms" : "drones";
    if (claim.kind() == ClaimKind::redline) claim.about = About{{ActorId("ISR")}, "an attack"};
    return claim;
  }

  static void ask_relations(Engine& asked, LedgerMark as_of, std::map<std::string, std::string>& out) {
    const std::vector<std::vector<std::string>> whom = {{}, {"RUS"}, {"RUS", "UKR"}, {"IRN", "ISR"}, {"USA", "BRICS"}};
    for (const auto& actors : whom) {
      for (const PeriodUnit unit : {PeriodUnit::week, PeriodUnit::month, PeriodUnit::year}) {
        RelationsQuery query;
        query.actors = actors;
        query.by = unit;
        query.as_of = as_of;
        query.members = true;
        query.actor_series = true;
        query.top = 3;
        query.acts = 2;
        query.camps = actors.empty() && unit == PeriodUnit::year;
        const Result<RelationsAnswer> answer = asked.relations(query);
        std::string key = "relations " + std::string(name_of(unit));
        for (const std::string& actor : actors) key += " " + actor;
        out[key] = answer ? relations_json(*answer, 0) + relations_text(*answer, 0) : answer.error().message;
      }
    }
  }

  static void ask_web(Engine& asked, LedgerMark as_of, std::map<std::string, std::string>& out) {
    const Scope scope{as_of, {}, {}};
    const auto balancing = asked.balancing("", scope);
    const auto lines = asked.red_lines("", scope);
    const auto ladder = asked.ladder("RUS", "IRN", scope);
    out["balancing"] = balancing ? balancing_json(*balancing) : balancing.error().message;
    out["red lines"] = lines ? red_lines_json(*lines) : lines.error().message;
    for (const int days : {30, 7}) {
      OddsRequest odds;
      odds.at = "2012-06-01";
      odds.window_days = odds.answer_days = days;
      const auto told = asked.red_lines("", scope, odds);
      std::string& text = out["odds " + std::to_string(days)];
      text = told ? red_lines_json(*told) + red_lines_text(*told, 100, true) : told.error().message;
    }
    out["ladder"] = ladder ? ladder_json(*ladder) : ladder.error().message;
  }

  static void ask_exports(Engine& asked, LedgerMark as_of, std::map<std::string, std::string>& out) {
    PanelQuery panel;
    panel.of.as_of = as_of;
    std::string& rows = out["panel"];
    const auto told = asked.export_panel(panel, [&](const PanelRow& row) {
      rows += row.a.str() + row.b.str() + std::to_string(row.days.first) + " " + std::to_string(row.covered_days) +
              " " + std::to_string(row.events) + " " + std::to_string(row.goldstein) + "\n";
      return true;
    });
    EXPECT_TRUE(told.ok());
    std::string& events = out["events"];
    const auto listed = asked.export_events(panel.of, [&](const CodedEvent& one) {
      events += std::to_string(one.event.day) + one.event.source.str() + one.event.target.str() + one.event.kind.code +
                std::to_string(one.event.entry) + "\n";
      return true;
    });
    EXPECT_TRUE(listed.ok());
  }

  uint64_t seed_;
  uint64_t drawn_ = 0;
  int files_ = 0;
  std::string folder_;
  std::vector<Article> articles_;
};

TEST(AsOf, NoAnswerForAnEarlierMarkChanges) {
  for (uint64_t seed = 1; seed <= worlds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomLedger ledger(seed);
    ledger.add_articles(first_articles);
    ledger.add_events(first_event_rows, "icews");
    const LedgerMark mark = ledger.mark();
    const auto before = ledger.answers(mark);
    const auto present = ledger.answers(LedgerMark{});
    ASSERT_EQ(before, present);  // the mark is the present one as yet
    ledger.add_articles(first_articles);
    ledger.add_events(first_event_rows, "icews");
    ledger.add_events(first_event_rows, "another set");
    ledger.add_articles(first_articles);
    const auto after = ledger.answers(mark);
    for (const auto& [question, answer] : before) EXPECT_EQ(answer, after.at(question)) << question;
    // and the later rows do count at present, so that the test can fail
    const auto now = ledger.answers(LedgerMark{});
    for (const auto& [question, answer] : before) EXPECT_NE(answer, now.at(question)) << question;
  }
}

}  // namespace
}  // namespace entente
