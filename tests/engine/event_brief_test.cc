// What coded events alone tell: briefs on whom no text tells of, and the days that data sets count as told of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/date.h"
#include "engine/engine.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

class EventBrief : public testing::Test {
 protected:
  EventBrief() {
    std::string pattern = (fs::temp_directory_path() / "event-brief-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~EventBrief() override { fs::remove_all(folder_); }

  [[nodiscard]] Engine engine() const {
    EngineOptions options;
    options.ledger = folder_ + "/l.db";
    options.data_folder = ENTENTE_SOURCE;
    options.threads = 1;
    return Engine(std::move(options));
  }

  void import(const std::string& name, const std::string& text, EventFormat format) const {
    std::ofstream(folder_ + "/" + name) << text;
    EventImportOptions options;
    options.format = format;
    const auto imported = engine().import_events({folder_ + "/" + name}, options);
    ASSERT_TRUE(imported.ok()) << imported.error().message;
    ASSERT_THAT(imported->failed, IsEmpty());
  }

  /// Two years of talks, in the second of them force as well, a few events a month.
  void import_icews() const {
    std::string text =
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
        "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence "
        "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\t"
        "Latitude\tLongitude\n";
    int id = 0;
    const auto row = [&](const std::string& day, const std::string& act) {
      ++id;
      text += std::to_string(id) + '\t' + day + "\tRussian Federation\tNA\tRussian Federation\t" + act +
              "\tUkraine\tNA\tUkraine\t" + std::to_string(id) + "\t1\tPaper\tNA\tNA\tNA\tNA\tNA\tNA\n";
    };
    for (int year = 2013; year <= 2014; ++year) {
      for (int month = 1; month <= 12; ++month) {
        for (int day = 1; day <= 28; ++day) {
          const std::string date = to_iso(Date::of_day(year, month, day));
          if (day % 9 == 0) row(date, "Consult\t040\t1");
          for (int i = 0; year == 2014 && i < 3; ++i) row(date, "Use conventional military force\t190\t-10");
        }
      }
    }
    import("i.tab", text, EventFormat::icews);
  }

  /// Violence of 2010 and of 2014.
  void import_ucdp() const {
    std::string text = "id,type_of_violence,side_a,side_b,where_description,date_start,best\n";
    text += "1,1,Government of Russia (Soviet Union),Government of Ukraine,a town,2010-03-03,2\n";
    text += "2,1,Government of Russia (Soviet Union),Government of Ukraine,a town,2014-03-03,2\n";
    import("ged.csv", text, EventFormat::ucdp);
  }

  std::string folder_;
};

bool any_line_says(const std::vector<BriefLine>& lines, const std::string& words) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const BriefLine& line) { return line.text.find(words) != std::string::npos; });
}

TEST_F(EventBrief, InShortTellsWhatEventsTellWhereNoTextDoes) {
  import_icews();
  const Result<Brief> pair = engine().brief_actors({"RUS", "UKR"}, {});
  ASSERT_TRUE(pair.ok()) << pair.error().message;
  ASSERT_EQ(pair->lead.size(), 3U);
  EXPECT_THAT(pair->lead[0].text, HasSubstr("By event data Russia and Ukraine stand clearly hostile on 2014-12-28, −"));
  EXPECT_THAT(pair->lead[0].text, HasSubstr("1,080 events since 2013-01-09, 93\u00a0% of conflict"));
  EXPECT_THAT(pair->lead[1].text,
              HasSubstr("The surest change came in 2014-01: conflict rises from none to 3 events a day"));
  EXPECT_THAT(pair->lead[2].text, HasSubstr("No text in the ledger tells of the two"));
  EXPECT_THAT(pair->gaps, IsEmpty());
  const Result<Brief> actor = engine().brief_actors({"UKR"}, {});
  ASSERT_TRUE(actor.ok()) << actor.error().message;
  ASSERT_FALSE(actor->lead.empty());
  EXPECT_THAT(actor->lead[0].text, HasSubstr("By event data Ukraine is most at odds with Russia (−"));
}

TEST_F(EventBrief, EventsStandBesideWhatTextsTell) {
  import_icews();
  std::ofstream(folder_ + "/a.txt")
      << "Russia attacked Ukraine on 3 March 2014.\n\nRussia accused Ukraine of terror.\n";
  Engine reading = engine();
  const auto read = reading.read({folder_ + "/a.txt"}, ReadMode::store, [](const ReadArticle&) { return true; });
  ASSERT_TRUE(read.ok());
  const Result<Brief> pair = engine().brief_actors({"RUS", "UKR"}, {});
  ASSERT_TRUE(pair.ok()) << pair.error().message;
  EXPECT_TRUE(any_line_says(pair->lead, "By event data Russia and Ukraine stand clearly hostile"));
  EXPECT_FALSE(any_line_says(pair->lead, "No text in the ledger"));
  EXPECT_THAT(pair->gaps, testing::Not(IsEmpty()));
}

TEST_F(EventBrief, ViolenceAloneCoversNothingBesideOtherSets) {
  import_ucdp();
  const auto covered = [&](const DayRange& year) {
    int64_t days = -1;
    PanelQuery panel;
    panel.of.by = PeriodUnit::year;
    EXPECT_TRUE(engine().export_panel(panel, [&](const PanelRow& row) {
      if (row.days == year && row.events == 0) days = row.covered_days;
      return true;
    }));
    return days;
  };
  const DayRange silent_year = {first_day(Date::of_year(2012)), last_day(Date::of_year(2012))};
  EXPECT_EQ(covered(silent_year), 366) << "alone it covers its quiet years";
  import_icews();
  EXPECT_EQ(covered(silent_year), 0);
  RelationsQuery query;
  query.actors = {"RUS", "UKR"};
  query.by = PeriodUnit::year;
  const Result<RelationsAnswer> answer = engine().relations(query);
  ASSERT_TRUE(answer.ok());
  for (const PeriodCount& period : answer->series) {
    EXPECT_FALSE(period.days == silent_year && period.covered_days > 0);
  }
}

TEST_F(EventBrief, SilenceOfDataOnViolenceSettlesQuestionsOnViolenceAlone) {
  import_ucdp();
  for (const char* text : {"Will Russia attack Ukraine between 1 and 30 June 2012?",
                           "Will Russia hold talks with Ukraine between 1 and 30 June 2012?"}) {
    AskRequest asked;
    asked.text = text;
    asked.at = "2012-06-01";
    asked.save = true;
    const auto answer = engine().ask(asked);
    ASSERT_TRUE(answer.ok()) << answer.error().message;
  }
  ResolveRequest request;
  request.at = "2013-01-01";
  const auto resolved = engine().resolve(request);
  ASSERT_TRUE(resolved.ok()) << resolved.error().message;
  ASSERT_THAT(resolved->questions, testing::SizeIs(2));
  for (const ResolvedQuestion& one : resolved->questions) {
    const bool of_force = one.stored.question.text.find("attack") != std::string::npos;
    EXPECT_EQ(one.stored.settlement.has_value(), of_force) << one.stored.question.text;
  }
}

}  // namespace
}  // namespace entente
