// The store of events: what goes in comes out, marks hold, duplicates are found, damage is seen and mended.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/random.h"
#include "ledger/events/bits.h"
#include "ledger/ledger.h"

namespace {

namespace fs = std::filesystem;
using namespace entente;
using testing::HasSubstr;

class Events : public testing::Test {
 protected:
  Events() {
    std::string pattern = (fs::temp_directory_path() / "events-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~Events() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path() const { return folder_ + "/ledger.db"; }
  [[nodiscard]] Ledger open() const {
    Result<Ledger> ledger = Ledger::open(path());
    EXPECT_TRUE(ledger.ok());
    return std::move(*ledger);
  }
  /// The files of events there are.
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(path() + ".events")) {
      if (entry.path().extension() == ".events") out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  std::string folder_;
};

struct Row {
  std::string source, target;
  int32_t day = 0;
  std::string code = "040";
  uint64_t id = 0;
  uint32_t digest = 0;
};

EventBatch batch_of(const std::string& name, const std::string& data_set = "icews") {
  EventBatch batch;
  batch.format = "icews";
  batch.data_set = data_set;
  batch.licence = "CC0";
  batch.version = "1";
  batch.path = name;
  batch.beginning = name;
  batch.digest = name;
  batch.covers = {{1, 2}, {5, 5}};
  return batch;
}

NewEvent event_of(EventImport& import, const Row& row, uint64_t number) {
  EventKind kind;
  kind.code = row.code;
  kind.type = ClaimType::consult;
  kind.quad = Quad::verbal_cooperation;
  kind.intensity = 1;
  NewEvent event;
  event.source = import.actor(row.source);
  event.target = import.actor(row.target);
  event.kind = import.kind(kind);
  event.publisher = import.publisher("Daily");
  event.place = import.place({"Kiev", true, 50.4, 30.5});
  event.day = row.day;
  event.row = number;
  event.id = row.id == 0 ? number : row.id;
  event.digest = row.digest == 0 ? static_cast<uint32_t>(counted_random(1, event.id)) : row.digest;
  return event;
}

EventBatch put(Ledger& ledger, const std::string& name, const std::vector<Row>& rows,
               const std::string& data_set = "icews") {
  EventStore store = ledger.events();
  Result<EventImport> import = store.import();
  EXPECT_TRUE(import.ok());
  const EventBatch batch = batch_of(name, data_set);
  import->begin(batch);
  uint64_t number = 0;
  for (const Row& row : rows) import->add(event_of(*import, row, ++number));
  import->end(batch);
  const Result<std::vector<EventBatch>> recorded = import->record();
  EXPECT_TRUE(recorded.ok());
  return recorded->front();
}

/// "A>B 3 040" a line, sorted.
std::vector<std::string> listed(Ledger& ledger, const EventQuery& query) {
  std::vector<std::string> out;
  const Result<void> done = ledger.events().list(query, [&](const Event& event) {
    out.push_back(event.source.str() + ">" + event.target.str() + " " + std::to_string(event.day) + " " +
                  event.kind.code);
    return true;
  });
  EXPECT_TRUE(done.ok()) << (done.ok() ? "" : done.error().message);
  return out;
}

EventQuery between(const std::string& a, const std::string& b, bool either_way = false) {
  EventQuery query;
  query.source = [a](std::string_view id) { return id == a; };
  query.target = [b](std::string_view id) { return id == b; };
  query.either_way = either_way;
  return query;
}

TEST_F(Events, WhatGoesInComesOut) {
  Ledger ledger = open();
  put(ledger, "f",
      {{"USA", "RUS", -3, "190"}, {"RUS", "USA", 7, "040"}, {"", "RUS", 7, "141"}, {"USA", "RUS", -3, "040"}});
  EXPECT_THAT(listed(ledger, {}),
              testing::ElementsAre("USA>RUS -3 040", "USA>RUS -3 190", ">RUS 7 141", "RUS>USA 7 040"));
  EXPECT_THAT(listed(ledger, between("USA", "RUS")), testing::ElementsAre("USA>RUS -3 040", "USA>RUS -3 190"));
  EXPECT_EQ(listed(ledger, between("USA", "RUS", true)).size(), 3u);
  EventQuery days;
  days.since = 0;
  days.until = 7;
  EXPECT_EQ(listed(ledger, days).size(), 2u);
  days.until = 6;
  EXPECT_EQ(listed(ledger, days).size(), 0u);
}

TEST_F(Events, EveryRowKeepsItsOrigin) {
  Ledger ledger = open();
  const EventBatch batch = put(ledger, "f", {{"USA", "RUS", 1}});
  Event found;
  ASSERT_TRUE(ledger.events().list({}, [&](const Event& event) { return found = event, true; }));
  EXPECT_EQ(found.passage, (RowPassage{"f", 1}));
  EXPECT_EQ(found.licence, "CC0");
  EXPECT_EQ(found.data_set, "icews");
  EXPECT_EQ(found.version, "1");
  EXPECT_EQ(found.publisher, "Daily");
  EXPECT_EQ(found.place, (EventPlace{"Kiev", true, 50.4, 30.5}));
  EXPECT_EQ(found.entry, batch.entry);
  const auto batches = ledger.events().batches({});
  ASSERT_TRUE(batches);
  EXPECT_EQ(batches->front().covers, batch.covers);
}

TEST_F(Events, RowsAreKnownByIdAndByContent) {
  Ledger ledger = open();
  const Row row{"USA", "RUS", 1, "040", 10, 5};
  Row other_id = row, other_day = row, other_content = row;
  other_id.id = 11;
  other_day.id = 12;
  other_day.day = 2;
  other_content.digest = 6;
  const EventBatch first = put(ledger, "f", {row, row, other_id, other_content});
  EXPECT_EQ(first.events, 1u);
  EXPECT_EQ(first.duplicates, 2u);
  EXPECT_EQ(first.changed, 1u);
  const EventBatch second = put(ledger, "g", {other_id, other_content, other_day});
  EXPECT_EQ(second.events, 1u);
  EXPECT_EQ(second.duplicates, 1u);
  EXPECT_EQ(second.changed, 1u);
  EXPECT_EQ(put(ledger, "i", {row}).duplicates, 1u);
  EXPECT_EQ(put(ledger, "h", {row}, "polecat").events, 1u) << "another data set's numbers are its own";
}

TEST_F(Events, AMarkSeesWhatWasRecordedThen) {
  Ledger ledger = open();
  const EventBatch first = put(ledger, "f", {{"USA", "RUS", 1}});
  put(ledger, "g", {{"USA", "RUS", 1, "190", 77}});
  EventQuery query = between("USA", "RUS");
  EXPECT_EQ(listed(ledger, query).size(), 2u);
  query.as_of = LedgerMark{first.entry};
  EXPECT_THAT(listed(ledger, query), testing::ElementsAre("USA>RUS 1 040"));
  query.as_of = LedgerMark{first.entry - 1};
  EXPECT_TRUE(listed(ledger, query).empty());
  ASSERT_EQ(ledger.mark()->row, first.entry + 1);
}

std::vector<Row> random_rows(uint64_t seed, size_t count) {
  const std::vector<std::string> actors = {"USA", "RUS", "RUS:MIL", "CHN", "IRN", "Someone", ""};
  const std::vector<std::string> codes = {"040", "190", "141", "036"};
  std::vector<Row> rows;
  for (size_t i = 0; i < count; ++i) {
    const auto draw = [&](uint64_t what, size_t of) { return counted_random(seed * 8 + what, i) % of; };
    rows.push_back({actors[draw(0, actors.size())], actors[draw(1, actors.size())],
                    static_cast<int32_t>(draw(2, 5000)) - 1000, codes[draw(3, codes.size())], (seed << 32) + i + 1, 0});
  }
  return rows;
}

TEST_F(Events, LaterRowsChangeNoEarlierAnswer) {
  Ledger ledger = open();
  std::map<int64_t, std::vector<std::string>> answers;
  for (uint64_t round = 1; round <= 20; ++round) {  // so many that files are made one on the way
    std::vector<Row> rows = random_rows(round, 300 + counted_random(9, round) % 300);
    const std::vector<Row> again = random_rows(round > 1 ? round - 1 : 1, 100);  // and some that are there
    rows.insert(rows.end(), again.begin(), again.end());
    const EventBatch batch = put(ledger, "f" + std::to_string(round), rows);
    for (const auto& [entry, before] : answers) {
      EventQuery query;
      query.as_of = LedgerMark{entry};
      ASSERT_EQ(listed(ledger, query), before) << "round " << round << ", mark " << entry;
    }
    EventQuery query;
    query.as_of = LedgerMark{batch.entry};
    answers[batch.entry] = listed(ledger, query);
  }
  EXPECT_LT(files().size(), 20u);
}

TEST_F(Events, TheOrderOfFilesDoesNotMatter) {
  std::vector<std::string> answers[2];
  for (const bool turned : {false, true}) {
    const std::string other = folder_ + "/" + (turned ? "b" : "a") + ".db";
    Result<Ledger> ledger = Ledger::open(other);
    ASSERT_TRUE(ledger);
    for (uint64_t i = 0; i < 3; ++i) {
      const uint64_t seed = turned ? 3 - i : i + 1;
      put(*ledger, "f" + std::to_string(seed), random_rows(seed, 500));
    }
    answers[turned ? 1 : 0] = listed(*ledger, {});
  }
  EXPECT_EQ(answers[0], answers[1]);
}

TEST_F(Events, RunsHoldWhatTheListHolds) {
  Ledger ledger = open();
  for (uint64_t seed = 1; seed <= 3; ++seed) put(ledger, "f" + std::to_string(seed), random_rows(seed, 9000));
  std::map<std::string, size_t> from_runs, from_list;
  ASSERT_TRUE(ledger.events().visit(between("RUS", "USA", true), [&](const EventRun& run, const EventWordList& words) {
    EXPECT_TRUE(std::is_sorted(run.days.begin(), run.days.end()));
    for (size_t i = 0; i < run.days.size(); ++i) {
      ++from_runs[words.actors[run.source] + ">" + words.actors[run.target] + " " + std::to_string(run.days[i]) + " " +
                  words.kinds[run.kinds[i]].code];
    }
  }));
  for (const std::string& line : listed(ledger, between("RUS", "USA", true))) ++from_list[line];
  EXPECT_FALSE(from_list.empty());
  EXPECT_EQ(from_runs, from_list);
}

/// What a filter over all events gives, the slow and plain way.
std::vector<std::string> filtered(Ledger& ledger, const EventQuery& query) {
  std::vector<std::string> out;
  EXPECT_TRUE(ledger.events().list({}, [&](const Event& event) {
    const auto fits = [&](const ActorId& a, const ActorId& b) {
      return (!query.source || query.source(a.str())) && (!query.target || query.target(b.str()));
    };
    const bool either = query.either_way && fits(event.target, event.source);
    const bool in_time = event.day >= query.since && event.day <= query.until;
    if ((fits(event.source, event.target) || either) && in_time) {
      out.push_back(event.source.str() + ">" + event.target.str() + " " + std::to_string(event.day) + " " +
                    event.kind.code);
    }
    return true;
  }));
  return out;
}

TEST_F(Events, EveryQueryFindsWhatAFilterOfAllFinds) {
  Ledger ledger = open();
  for (uint64_t seed = 1; seed <= 2; ++seed) put(ledger, "f" + std::to_string(seed), random_rows(seed, 20000));
  const EventQuery::ActorTest russians = [](std::string_view id) { return id.starts_with("RUS"); };
  const EventQuery::ActorTest others = [](std::string_view id) { return id == "USA" || id == "IRN" || id.empty(); };
  const std::vector<EventQuery::ActorTest> tests = {{}, russians, others};
  for (const auto& source : tests) {
    for (const auto& target : tests) {
      for (const bool either_way : {false, true}) {
        EventQuery query;
        query.source = source;
        query.target = target;
        query.either_way = either_way;
        EXPECT_EQ(listed(ledger, query), filtered(ledger, query));
        query.since = 100;
        query.until = 900;
        EXPECT_EQ(listed(ledger, query), filtered(ledger, query));
      }
    }
  }
}

/// All events as lines after the file was changed; problems that check finds go to `problems`.
std::vector<std::string> after_repair(Ledger& ledger, std::vector<LedgerProblem>& problems) {
  const Result<std::vector<LedgerProblem>> found = ledger.check(true);
  EXPECT_TRUE(found.ok());
  problems = *found;
  return listed(ledger, {});
}

TEST_F(Events, AFileThatIsCutKeepsItsWholeBlocks) {
  Ledger ledger = open();
  const std::vector<Row> rows = random_rows(1, 40000);
  put(ledger, "f", rows);
  const std::vector<std::string> before = listed(ledger, {});
  const std::string file = files().front();
  fs::resize_file(file, fs::file_size(file) / 2);
  {
    Ledger damaged = open();
    const Result<void> read = damaged.events().list({}, [](const Event&) { return true; });
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().message, HasSubstr("entente check --repair"));
    const auto problems = damaged.check(false);
    ASSERT_TRUE(problems);
    ASSERT_EQ(problems->size(), 1u);
    EXPECT_THAT(problems->front().what, HasSubstr("of its 40000 events are whole"));
  }
  std::vector<LedgerProblem> problems;
  Ledger mended = open();
  const std::vector<std::string> left = after_repair(mended, problems);
  EXPECT_GT(left.size(), 8192u);
  EXPECT_LT(left.size(), before.size());
  EXPECT_TRUE(std::includes(before.begin(), before.end(), left.begin(), left.end()) || !left.empty());
  EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [](const auto& p) { return p.repaired; }));
  EXPECT_TRUE(fs::exists(file + ".damaged"));
  EXPECT_TRUE(mended.check(false)->empty()) << mended.check(false)->front().what;
  put(mended, "f", rows);  // importing again brings back what was lost
  EXPECT_EQ(listed(mended, {}), before);
}

TEST_F(Events, AChangedByteIsFound) {
  Ledger ledger = open();
  put(ledger, "f", random_rows(1, 20000));
  const std::string file = files().front();
  const auto size = fs::file_size(file);
  for (const double at : {0.4, 0.7}) {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(static_cast<std::streamoff>(at * static_cast<double>(size)));
    const auto byte = static_cast<char>(bytes.get() ^ 1);
    bytes.seekp(static_cast<std::streamoff>(at * static_cast<double>(size)));
    bytes.put(byte);
  }
  std::vector<LedgerProblem> problems;
  Ledger mended = open();
  EXPECT_GT(after_repair(mended, problems).size(), 0u);
  EXPECT_FALSE(problems.empty());
  EXPECT_TRUE(mended.check(false)->empty());
}

TEST_F(Events, WhatNobodyListsIsSweptAway) {
  Ledger ledger = open();
  put(ledger, "f", {{"USA", "RUS", 1}});
  std::ofstream(path() + ".events/0000000099.events") << "half";
  std::ofstream(path() + ".events/0000000098.events.part") << "half";
  put(ledger, "g", {{"USA", "RUS", 2, "040", 9}});
  EXPECT_EQ(files().size(), 2u);
  EXPECT_EQ(listed(ledger, {}).size(), 2u);
}

TEST_F(Events, ASecondWriterIsToldWhoWrites) {
  Ledger ledger = open();
  EventStore store = ledger.events();
  Result<EventImport> first = store.import();
  ASSERT_TRUE(first);
  const Result<EventImport> second = store.import(std::chrono::milliseconds(1));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::busy);
  EXPECT_THAT(second.error().message, HasSubstr("process " + std::to_string(getpid())));
}

TEST_F(Events, EarlierPiecesAreFoundByTheirBeginning) {
  Ledger ledger = open();
  put(ledger, "f", {{"USA", "RUS", 1}});
  EventStore store = ledger.events();
  Result<EventImport> import = store.import();
  ASSERT_TRUE(import);
  EXPECT_EQ(import->earlier("f")->size(), 1u);
  EXPECT_EQ(import->earlier("g")->size(), 0u);
}

TEST(Bits, EveryWidthGivesBackItsValues) {
  using namespace ledger_detail;
  for (unsigned width = 0; width <= 64; ++width) {
    std::vector<uint64_t> values;
    const uint64_t mask = width == 64 ? ~0ULL : (1ULL << width) - 1;
    for (uint64_t i = 0; i < 100; ++i) values.push_back((counted_random(width, i) & mask) + (width < 60 ? 1000 : 0));
    values.front() = width < 60 ? 1000 : 0;
    values.back() = mask + (width < 60 ? 1000 : 0);
    const ColumnShape shape = shape_of(values);
    std::string bytes;
    pack(values, shape, bytes);
    EXPECT_EQ(bytes.size(), packed_size(values.size(), shape.width));
    const PackedColumn column(bytes.data(), shape.width, shape.base);
    for (size_t i = 0; i < values.size(); ++i) ASSERT_EQ(column[i], values[i]) << width;
  }
}

}  // namespace
