// Event data sets through the program: a small file of each kind goes in, is asked after, and comes out again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "faces/program.h"

namespace entente::faces {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* icews_head =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
    "Name\t"
    "Target Sectors\tTarget Country\tStory ID\tSentence "
    "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\t"
    "Longitude\n";

std::string icews_row(int id, const std::string& day, const std::string& from, const std::string& to,
                      const std::string& act = "Threaten\t130\t-4.4") {
  return std::to_string(id) + "\t" + day + "\t" + from + "\tNA\t" + from + "\t" + act + "\t" + to + "\tNA\t" + to +
         "\t" + std::to_string(id) + "\t1\tPaper\tNA\tNA\tNA\tNA\tNA\tNA\n";
}

std::string gdelt_row() {
  std::vector<std::string> fields(61);
  fields[0] = "719";
  fields[1] = "20180203";
  fields[7] = "RUS";
  fields[17] = "UKR";
  fields[26] = "190";
  fields[30] = "-10.0";
  fields[31] = "5";
  fields[59] = "20180204000000";
  fields[60] = "http://a.com/b";
  std::string out;
  for (size_t i = 0; i < fields.size(); ++i) out += (i > 0 ? "\t" : "") + fields[i];
  return out + "\n";
}

/// A file of each kind, with one act of Russia towards Ukraine on 3 February 2018.
struct Sample {
  std::string format;
  std::string path;
  std::vector<std::string> options;
};
std::vector<Sample> samples(const Folder& folder) {
  const std::string acled =
      "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,latitude,longitude\n"
      "U1,03 February 2018,Battles,Armed clash,Military Forces of Russia (2000-),1,Military Forces of Ukraine "
      "(2014-2019)"
      ",1,Ukraine,48.0,37.8\n";
  const std::string polecat =
      "Event ID\tEvent Date\tEvent Type\tActor Name\tActor Country\tRecipient Name\tRecipient Country\tVersion\n"
      "1-2\t2018-02-03\tACCUSE\tRussia\tRUS\tUkraine\tUKR\tN1\n";
  const std::string ucdp =
      "\"id\",\"type_of_violence\",\"side_a\",\"side_b\",\"where_description\",\"date_start\",\"best\"\n"
      "3,1,\"Government of Russia (Soviet Union)\",\"Government of Ukraine\",\"near\nthe town\",2018-02-03,2\n";
  folder.write("quads/entity2id.txt", "Russia\t0\nUkraine\t1\n");
  folder.write("quads/relation2id.txt", "Threaten\t0\n");
  folder.write("quads/train.txt", "0\t0\t1\t33\n");
  folder.write("quads/valid.txt", "");
  folder.write("quads/test.txt", "");
  return {
      {"icews", folder.write("a.tab", icews_head + icews_row(1, "2018-02-03", "Russian Federation", "Ukraine")), {}},
      {"gdelt", folder.write("20180204.export.CSV", gdelt_row()), {}},
      {"polecat", folder.write("polecat.txt", polecat), {}},
      {"ucdp", folder.write("ged.csv", ucdp), {}},
      {"acled", folder.write("acled.csv", acled), {}},
      {"quads", folder.file("quads"), {"--origin", "2018-01-01"}}};
}

Outcome import_sample(const Sample& sample, const std::string& db) {
  std::vector<std::string> arguments = {"import", sample.format, sample.path, "--db", db, "--json"};
  arguments.insert(arguments.end(), sample.options.begin(), sample.options.end());
  return run(arguments);
}

TEST(ImportEvents, EveryKindIsImportedAskedAfterAndExported) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  std::vector<std::string> sets;
  for (const Sample& sample : samples(folder)) {
    SCOPED_TRACE(sample.format);
    const Outcome first = import_sample(sample, db);
    ASSERT_EQ(first.code, 0) << first.err;
    const json told = json::parse(first.out);
    uint64_t events = 0;
    for (const json& file : told["files"]) events += file["events"].get<uint64_t>();
    ASSERT_EQ(events, 1U) << first.out;
    sets.push_back(told["files"][0]["data_set"]);
    EXPECT_EQ(json::parse(import_sample(sample, db).out)["store_events"], sets.size());  // nothing twice
    const Outcome asked = run({"relations", "RUS", "UKR", "--data-set", sets.back(), "--db", db, "--json"});
    ASSERT_EQ(asked.code, 0) << asked.err;
    const json answer = json::parse(asked.out);
    ASSERT_EQ(answer["by_events"].size(), 1U);
    EXPECT_EQ(answer["by_events"][0]["sign"], "-");
    ASSERT_EQ(answer["series"].size(), 1U);
    ASSERT_EQ(answer["latest"].size(), 1U);
    EXPECT_EQ(answer["latest"][0]["date"], "2018-02-03");
    EXPECT_EQ(answer["latest"][0]["data_set"], sets.back());
  }
  const Outcome csv = run({"export", "csv", "--db", db});
  EXPECT_EQ(count_lines(csv.out), sets.size() + 1);
  for (const std::string& set : sets) EXPECT_THAT(csv.out, HasSubstr("," + set + ","));
  EXPECT_EQ(count_lines(run({"export", "jsonl", "RUS", "--db", db}).out), sets.size());
  EXPECT_EQ(json::parse(run({"export", "geojson", "--db", db}).out)["type"], "FeatureCollection");
  EXPECT_THAT(run({"export", "graphml", "--db", db}).out, HasSubstr("<graphml"));
  EXPECT_THAT(run({"export", "gexf", "--db", db}).out, HasSubstr("<gexf"));
  const Outcome panel = run({"export", "dyad-month", "--since", "2018-02", "--until", "2018-02", "--db", db});
  EXPECT_EQ(count_lines(panel.out), 2U);
  EXPECT_THAT(panel.out, HasSubstr("2018-02-01,2018-02-28,RUS,UKR,365,369,365,369,"));
  EXPECT_EQ(run({"check", "--db", db}).code, 0);
}

TEST(ImportEvents, TheBriefShowsThemBesideTheClaims) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  for (const Sample& sample : samples(folder)) ASSERT_EQ(import_sample(sample, db).code, 0);
  const Outcome pair = run({"brief", "RUS", "UKR", "--db", db, "--json"});
  ASSERT_EQ(pair.code, 0) << pair.err;
  const json brief = json::parse(pair.out);
  EXPECT_EQ(brief["events"]["by_events"].size(), 1U);
  EXPECT_THAT(brief["events"]["lines"][0]["text"].get<std::string>(), HasSubstr("6 events between the two"));
  EXPECT_THAT(run({"brief", "Russia", "--db", db, "--format", "html"}).out, HasSubstr("id=\"events-chart\""));
  EXPECT_EQ(run({"brief", "RUS", "BRA", "--db", db}).code, 1);  // nothing tells of them
}

TEST(ImportEvents, TheTopPairsComeWithTheirActs) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  const std::string help = "Provide aid\t070\t7";
  std::string rows = icews_head;
  for (int i = 0; i < 9; ++i) {
    rows += icews_row(10 + i, "2018-02-0" + std::to_string(1 + i), "Russian Federation", "Ukraine");
    rows += icews_row(30 + i, "2018-02-0" + std::to_string(1 + i), "France", "Germany", help);
  }
  ASSERT_EQ(run({"import", "icews", folder.write("a.tab", rows), "--db", db}).code, 0);
  const json answer = json::parse(run({"relations", "--top", "2", "--events", "1", "--db", db, "--json"}).out);
  ASSERT_EQ(answer["closest"].size(), 1U);
  EXPECT_EQ(answer["closest"][0]["a"], "DEU");
  EXPECT_EQ(answer["closest"][0]["acts"][0]["cameo"], "070");
  EXPECT_EQ(answer["closest"][0]["acts"][0]["events"], 9);
  ASSERT_EQ(answer["most_hostile"].size(), 1U);
  EXPECT_EQ(answer["most_hostile"][0]["acts"][0]["example"]["row"], 17);
  EXPECT_THAT(run({"relations", "--top", "2", "--events", "1", "--db", db}).out, HasSubstr("the most hostile"));
}

TEST(ImportEvents, MembersOfABlocCountForItInTheirTime) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  // Finland joined in April 2023.
  const std::string rows = icews_head + icews_row(1, "2022-06-01", "Russian Federation", "Finland") +
                           icews_row(2, "2023-06-01", "Russian Federation", "Finland") +
                           icews_row(3, "2023-07-01", "Poland", "Russian Federation");
  ASSERT_EQ(run({"import", "icews", folder.write("a.tab", rows), "--db", db}).code, 0);
  const auto events = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"relations", "RUS", "NATO", "--by", "year", "--db", db, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    uint64_t sum = 0;
    const json answer = json::parse(run(arguments).out);
    for (const json& period : answer["series"]) {
      if (period["events"].is_number()) sum += period["events"].get<uint64_t>();
    }
    return sum;
  };
  EXPECT_EQ(events({}), 0U);
  EXPECT_EQ(events({"--members"}), 2U);
}

TEST(ImportEvents, WrongFilesAreTold) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  const std::vector<Sample> all = samples(folder);
  for (const Sample& sample : all) {
    if (sample.format == "quads") continue;
    SCOPED_TRACE(sample.format);
    const std::string whole = slurp(sample.path);
    Sample wrong = sample;  // another's file
    wrong.path = sample.format == "icews" ? all[3].path : all[0].path;
    const Outcome other = import_sample(wrong, db);
    EXPECT_EQ(other.code, 1) << other.err;
    EXPECT_THAT(other.err, HasSubstr(wrong.path));
    Sample cut = sample;
    cut.path = folder.write("cut-" + sample.format, whole.substr(0, whole.size() - whole.size() / 5));
    const Outcome truncated = import_sample(cut, folder.file(sample.format + ".db"));
    EXPECT_NE(truncated.code, 2);
    EXPECT_LT(truncated.code, 128) << "a crash";
  }
  EXPECT_EQ(run({"import", "quads", all.back().path, "--db", db}).code, 2);  // no origin
}

}  // namespace
}  // namespace entente::faces
