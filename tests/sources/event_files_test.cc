// Importers of event data: every layout, every trap, and files that are cut, mixed up or of another kind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/date.h"
#include "sources/sources.h"

namespace {

using namespace entente;
using testing::HasSubstr;

/// A record with its own texts.
struct Kept {
  EventRecord record;
  std::string source, source_country, source_code, source_sectors, target, act, group, publisher, place;
};
struct Read {
  std::vector<Kept> records;
  std::vector<std::string> errors;
  std::string refused;  // why it was not opened
};

Kept kept(const EventRecord& r) {
  const auto text = [](std::string_view t) { return std::string(t); };
  return {r,
          text(r.source.name),
          text(r.source.country),
          text(r.source.code),
          text(r.source.sectors),
          text(r.target.name),
          text(r.act),
          text(r.act_group),
          text(r.publisher),
          text(r.place)};
}

Read read(EventFormat format, const std::string& bytes) {
  Read out;
  Result<std::unique_ptr<EventFile>> file = open_events_in(format, bytes, "file");
  if (!file) {
    out.refused = file.error().message;
    return out;
  }
  while (auto record = (*file)->next()) {
    if (record->ok()) {
      out.records.push_back(kept(**record));
    } else {
      out.errors.push_back(record->error().message);
    }
  }
  return out;
}

int64_t day(int year, int month, int date) {
  return first_day(Date::of_day(year, month, date));
}

const std::string icews_head =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
    "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence "
    "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";
std::string icews_row(const std::string& id, const std::string& date, const std::string& source) {
  return id + "\t" + date + "\t" + source +
         "\tGovernment\tNamibia\tConsult\t040\t1\tVietnam\tNA\tVietnam\t47\t2\tThe \"News\tHanoi\tNA\tNA\tVietnam\t21."
         "5\t105.25\n";
}

TEST(Icews, QuotesAreSignsAndNaIsNothing) {
  const Read got = read(EventFormat::icews, icews_head + icews_row("7", "2018-06-01", "\"Head\" (Namibia)"));
  ASSERT_EQ(got.records.size(), 1u) << got.refused;
  const Kept& one = got.records[0];
  EXPECT_EQ(one.source, "\"Head\" (Namibia)");
  EXPECT_EQ(one.source_country, "Namibia");
  EXPECT_EQ(one.publisher, "The \"News");
  EXPECT_EQ(one.act, "040");
  EXPECT_EQ(one.record.day, day(2018, 6, 1));
  EXPECT_EQ(one.record.id, 7u);
  EXPECT_TRUE(one.record.target.sectors.empty());
  EXPECT_TRUE(one.record.located);
  EXPECT_EQ(one.record.longitude, 105.25);
}

TEST(Icews, OlderYearsWriteTheMonthFirst) {
  const Read got = read(EventFormat::icews, icews_head + icews_row("7", "6/1/1998", "Iran"));
  ASSERT_EQ(got.records.size(), 1u);
  EXPECT_EQ(got.records[0].record.day, day(1998, 6, 1));
}

TEST(Icews, NineteenColumnsHaveNoId) {
  const std::string row = icews_row("7", "2018-06-01", "Iran");
  const std::string table = icews_head.substr(icews_head.find('\t') + 1) + row.substr(2);
  const Read got = read(EventFormat::icews, table + row.substr(2));
  ASSERT_EQ(got.records.size(), 2u) << got.refused;
  EXPECT_EQ(got.records[0].record.id, got.records[1].record.id);  // the same row is the same event
  EXPECT_EQ(got.records[0].source, "Iran");
}

TEST(Icews, TheDigestLeavesOutTheId) {
  const Read got =
      read(EventFormat::icews, icews_head + icews_row("7", "2018-06-01", "Iran") +
                                   icews_row("8", "2018-06-01", "Iran") + icews_row("9", "2018-06-01", "Iraq"));
  ASSERT_EQ(got.records.size(), 3u);
  EXPECT_EQ(got.records[0].record.digest, got.records[1].record.digest);
  EXPECT_NE(got.records[0].record.digest, got.records[2].record.digest);
}

TEST(Icews, BadRowsAreNamedAndTheOthersRead) {
  const Read got =
      read(EventFormat::icews, icews_head + "1\t2018-06-01\tcut" + "\n" + icews_row("2", "2018-02-30", "Iran") +
                                   icews_row("3", "2018-06-01", "Iran"));
  ASSERT_EQ(got.errors.size(), 2u);
  EXPECT_EQ(got.errors[0], "file:2: 3 fields where the first line names 20");
  EXPECT_EQ(got.errors[1], "file:3: '2018-02-30' is no day");
  ASSERT_EQ(got.records.size(), 1u);
  EXPECT_EQ(got.records[0].record.row, 3u);
  EXPECT_EQ(got.records[0].record.line, 4u);
}

std::string gdelt_row(size_t columns, const std::string& id) {
  std::vector<std::string> f(columns);
  f[0] = id;
  f[1] = "20171202";
  f[5] = "USAGOV";
  f[6] = "UNITED STATES";
  f[7] = "USA";
  f[12] = "GOV";
  f[16] = "POLICE";
  f[22] = "COP";
  f[26] = "0214";
  f[30] = "3.4";
  f[33] = "5";
  const size_t added = columns == 61 ? 59 : 56, place = columns == 61 ? 52 : 50;
  f[place] = "Kiev";
  f[columns == 61 ? 56 : 53] = "50.4";
  f[columns == 61 ? 57 : 54] = "30.5";
  f[added] = columns == 61 ? "20180101000000" : "20180101";
  if (columns > 57) f[columns - 1] = "http://www.news.com/story/1";
  std::string row;
  for (size_t i = 0; i < columns; ++i) row += (i == 0 ? "" : "\t") + f[i];
  return row + "\n";
}

TEST(Gdelt, AllThreeLayouts) {
  for (const size_t columns : {57u, 58u, 61u}) {
    const Read got = read(EventFormat::gdelt, gdelt_row(columns, "719"));
    ASSERT_EQ(got.records.size(), 1u) << columns << got.refused;
    const Kept& one = got.records[0];
    EXPECT_EQ(one.act, "0214");
    EXPECT_EQ(one.source_code, "USA");
    EXPECT_EQ(one.source_sectors, "GOV");
    EXPECT_EQ(one.target, "POLICE");
    EXPECT_EQ(one.publisher, columns == 57 ? "" : "news.com");
    EXPECT_EQ(one.place, "Kiev");
    EXPECT_EQ(one.record.latitude, 50.4);
    EXPECT_EQ(one.record.mentions, 5u);
    EXPECT_EQ(one.record.day, day(2017, 12, 2));
    EXPECT_EQ(one.record.seen, day(2018, 1, 1));
  }
}

TEST(Ucdp, LineEndsInQuotesAndQuotesLeftOpen) {
  const std::string head =
      "\"id\",\"type_of_violence\",\"side_a\",\"side_b\",\"where_description\",\"date_start\",\"best\",\"country\","
      "\"gwnoa\"\n";
  const std::string good =
      "3,1,\"Government of Syria\",\"Syrian insurgents\",\"near\nthe \"\"old\"\" town, "
      "south\",2013-01-03,2,\"Syria\",652\n";
  const std::string open = "4,1,\"Government of Syria,\"x\",\"y\",2013-01-04,2,\"Syria\",652\n";
  const std::string civilians = "5,3,\"IS\",\"Civilians\",\"\",2013-01-05,9,\"Iraq\",\n";
  const Read got = read(EventFormat::ucdp, head + good + open + civilians);
  ASSERT_EQ(got.records.size(), 2u) << got.refused;
  ASSERT_EQ(got.errors.size(), 1u);
  EXPECT_THAT(got.errors[0], HasSubstr("file:4: "));
  EXPECT_EQ(got.records[0].source, "Government of Syria");
  EXPECT_EQ(got.records[0].source_code, "gw=652");
  EXPECT_EQ(got.records[0].record.deaths, 2u);
  EXPECT_EQ(got.records[1].target, "");
  EXPECT_EQ(got.records[1].act, "one-sided violence");
  EXPECT_EQ(got.records[1].record.line, 5u);
}

TEST(Acled, ByTheNamesInItsHeader) {
  const std::string table =
      "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,location,latitude,"
      "longitude,"
      "source,fatalities\n"
      "NIG1,01 June 2018,Battles,Armed clash,Military Forces of Nigeria (2015-2023),1,Boko Haram,2,Nigeria,\"Town, "
      "North\",11.8,13.1,Daily; Other,4\n"
      "NIG2,2018-06-02,Protests,Peaceful protest,Protesters (Nigeria),Protesters,,,Nigeria,Abuja,9,7,Daily,0\n";
  const Read got = read(EventFormat::acled, table);
  ASSERT_EQ(got.records.size(), 2u) << got.refused;
  EXPECT_EQ(got.records[0].source_country, "Nigeria");
  EXPECT_EQ(got.records[0].source_sectors, "military");
  EXPECT_EQ(got.records[0].target, "Boko Haram");
  EXPECT_EQ(got.records[0].place, "Town, North");
  EXPECT_EQ(got.records[0].publisher, "Daily");
  EXPECT_EQ(got.records[0].record.day, day(2018, 6, 1));
  EXPECT_EQ(got.records[1].source_sectors, "Protesters");
  EXPECT_EQ(got.records[1].target, "");
}

TEST(Polecat, ColumnsByNameAndTabsAtTheEnd) {
  const std::string head =
      "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor "
      "COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient "
      "Name\tRecipient "
      "Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name "
      "Raw\tWikipedia "
      "Recipient "
      "ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature "
      "Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion\n";
  const std::string row =
      "20230102-1\t2023-01-01\tACCUSE\tdisapprove\t-3.8\t3\tmilitary\tJoe "
      "Biden\tUSA\t2\tGOV\tGOV\t\t\t\tRussia\tRUS;BLR\t365\tNone\t\t\t\t\tKyiv\t\t\t\tUkraine\t50.4\t30."
      "5\t\t\t\tDaily\t2023-"
      "01-02\t\t\t\ten\tNGEC_1\t\t\n";
  const Read got = read(EventFormat::polecat, head + row);
  ASSERT_EQ(got.records.size(), 1u) << got.refused << (got.errors.empty() ? "" : got.errors[0]);
  EXPECT_EQ(got.records[0].source, "Joe Biden");
  EXPECT_EQ(got.records[0].source_country, "USA");
  EXPECT_EQ(got.records[0].source_sectors, "GOV");
  EXPECT_EQ(got.records[0].target, "Russia");
  EXPECT_EQ(got.records[0].act, "ACCUSE");
  EXPECT_EQ(got.records[0].publisher, "Daily");
}

TEST(Events, EachFormatRefusesTheOthers) {
  const std::vector<std::pair<EventFormat, std::string>> files = {
      {EventFormat::icews, icews_head + icews_row("1", "2018-06-01", "Iran")},
      {EventFormat::gdelt, gdelt_row(61, "1")},
      {EventFormat::ucdp, "id,type_of_violence,side_a,side_b,date_start,best\n"},
      {EventFormat::acled, "event_id_cnty,event_date,event_type,actor1,actor2\n"},
  };
  for (const auto& [its, bytes] : files) {
    for (const EventFormat other :
         {EventFormat::icews, EventFormat::gdelt, EventFormat::polecat, EventFormat::ucdp, EventFormat::acled}) {
      const Read got = read(other, bytes);
      EXPECT_EQ(got.refused.empty(), other == its) << name_of(its) << " read as " << name_of(other);
      if (other != its) {
        EXPECT_THAT(got.refused, HasSubstr("file:1: is no ")) << name_of(other);
      }
    }
  }
}

TEST(Events, AFileThatIsCutGivesItsWholeRows) {
  const std::string whole = icews_head + icews_row("1", "2018-06-01", "Iran") + icews_row("2", "2018-06-01", "Iraq");
  for (size_t size = icews_head.size(); size < whole.size(); ++size) {
    const Read got = read(EventFormat::icews, whole.substr(0, size));
    EXPECT_LE(got.records.size(), 2u);
    EXPECT_LE(got.errors.size(), 1u);
  }
}

TEST(Events, ReadingGoesOnBehindAPosition) {
  const std::string start = icews_head + icews_row("1", "2018-06-01", "Iran") + icews_row("2", "2018-06-01", "Iraq");
  const std::string grown = start + icews_row("3", "2018-06-02", "Oman");
  EventPosition position;
  {
    Result<std::unique_ptr<EventFile>> file = open_events_in(EventFormat::icews, start, "file");
    ASSERT_TRUE(file);
    while ((*file)->next()) {
    }
    position = (*file)->position();
  }
  Result<std::unique_ptr<EventFile>> file = open_events_in(EventFormat::icews, grown, "file");
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->go_to(position));
  const auto next = (*file)->next();
  ASSERT_TRUE(next && next->ok());
  EXPECT_EQ((*next)->id, 3u);
  EXPECT_EQ((*next)->row, 3u);
  EXPECT_EQ((*next)->line, 4u);
  Result<std::unique_ptr<EventFile>> other = open_events_in(EventFormat::icews, "x" + grown, "file");
  if (other) {
    EXPECT_FALSE((*other)->go_to(position));
  }
}

class QuadFolder : public testing::Test {
 protected:
  QuadFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "quads-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    write("entity2id.txt", "Police_(India)\t0\nChina\t1\n");
    write("relation2id.txt", "Make_a_visit\t0\nwasBornIn\t1\n");
    write("train.txt", "0\t0\t1\t0\t-1\n1\t0\t0\t59\n9\t0\t1\t0\n0\t0\t1\tx\n");
  }
  ~QuadFolder() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ + "/" + name) << text; }
  std::string folder_;
};

TEST_F(QuadFolder, NamesComeFromTheFilesBeside) {
  const auto files = list_event_files(EventFormat::quads, {folder_});
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 1u);
  EventReadOptions options{Date::of_day(2014, 1, 1), TimeStep::day};
  Result<std::unique_ptr<EventFile>> file = open_events(EventFormat::quads, files->front(), options);
  ASSERT_TRUE(file);
  auto first = (*file)->next();
  ASSERT_TRUE(first && first->ok());
  EXPECT_EQ((*first)->source.name, "Police_(India)");
  EXPECT_EQ((*first)->act, "Make_a_visit");
  EXPECT_EQ((*first)->day, day(2014, 1, 1));
  auto second = (*file)->next();
  ASSERT_TRUE(second && second->ok());
  EXPECT_EQ((*second)->day, day(2014, 3, 1));
  auto third = (*file)->next();
  ASSERT_TRUE(third && !third->ok());
  EXPECT_THAT(third->error().message, HasSubstr("train.txt:3: an entity that entity2id.txt does not name"));
  auto fourth = (*file)->next();
  ASSERT_TRUE(fourth && !fourth->ok());
  EXPECT_THAT(fourth->error().message, HasSubstr("'x' is no time"));
}

TEST_F(QuadFolder, MonthsAndYearsAreOfTheCalendar) {
  write("train.txt", "0\t0\t1\t14\n");
  const auto first_with = [&](TimeStep step) {
    Result<std::unique_ptr<EventFile>> file =
        open_events(EventFormat::quads, folder_ + "/train.txt", {Date::of_day(2014, 1, 1), step});
    return (**(*file)->next()).day;
  };
  EXPECT_EQ(first_with(TimeStep::month), day(2015, 3, 1));
  EXPECT_EQ(first_with(TimeStep::year), day(2028, 1, 1));
  EXPECT_EQ(first_with(TimeStep::week), day(2014, 1, 1) + 98);
}

TEST_F(QuadFolder, NamesThatAreMissingAreTold) {
  std::filesystem::remove(folder_ + "/relation2id.txt");
  const auto file = open_events(EventFormat::quads, folder_ + "/train.txt", {});
  ASSERT_FALSE(file);
  EXPECT_THAT(file.error().message, HasSubstr("relation2id.txt: not there"));
}

/// How many rows of a published slice are read, and how many are bad.
std::pair<size_t, size_t> counted(EventFormat format, const std::string& name) {
  const Result<std::unique_ptr<EventFile>> file =
      open_events(format, std::string(ENTENTE_SHARED_DATA) + "/events/" + name, {});
  std::pair<size_t, size_t> counts;
  if (!file) return counts;
  while (const auto record = (*file)->next()) ++(record->ok() ? counts.first : counts.second);
  return counts;
}

TEST(Events, PublishedSlicesAreReadWhole) {
  if (!std::filesystem::exists(std::string(ENTENTE_SHARED_DATA) + "/events")) GTEST_SKIP() << "no data sets here";
  EXPECT_EQ(counted(EventFormat::gdelt, "gdelt2-20180101000000.export.CSV"), std::make_pair(size_t{2370}, size_t{0}));
  EXPECT_EQ(counted(EventFormat::icews, "icews-2018-06-01.tab"), std::make_pair(size_t{3705}, size_t{0}));
  EXPECT_EQ(counted(EventFormat::ucdp, "ucdp-ged-sample.csv"), std::make_pair(size_t{1000}, size_t{0}));
}

}  // namespace
