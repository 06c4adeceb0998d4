// A segment's bytes: the order of its rows, columns that are checked when they are read, files of the older format.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/stream_hash.h"
#include "ledger/events/bits.h"
#include "ledger/events/row_order.h"
#include "ledger/events/segment.h"
#include "ledger/events/segment_format.h"

namespace entente::ledger_detail {
namespace {

namespace fs = std::filesystem;

class SegmentFile : public testing::Test {
 protected:
  SegmentFile() {
    std::string pattern = (fs::temp_directory_path() / "segment-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~SegmentFile() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_ + "/" + name; }
  std::string folder_;
};

EventWords some_words() {
  EventWords words;
  words.actors = {"CHN", "IRN", "RUS", "USA"};
  words.publishers = {"Daily", "Weekly"};
  words.places = {{"Kiev", true, 50.4, 30.5}, {"Moscow", false, 0, 0}};
  EventKind kind;
  for (const char* code : {"040", "190"}) {
    kind.code = code;
    words.kinds.push_back(kind);
  }
  words.batches = {7, 9};
  return words;
}

std::vector<EventRow> random_event_rows(uint64_t seed, size_t count, uint64_t actors) {
  std::vector<EventRow> rows(count);
  for (size_t i = 0; i < count; ++i) {
    const auto draw = [&](uint64_t which, uint64_t of) {
      return static_cast<uint32_t>(counted_random(seed * 100 + which, i) % of);
    };
    rows[i].source = draw(0, actors);
    rows[i].target = draw(1, actors);
    rows[i].day = static_cast<int32_t>(draw(2, 50)) - 25;
    rows[i].kind = draw(3, 2);
    rows[i].publisher = draw(4, 2);
    rows[i].place = draw(5, 2);
    rows[i].batch = draw(6, 2);
    rows[i].digest = draw(7, 1u << 31);
    rows[i].row = i + 1;
    rows[i].id = counted_random(seed, i);
  }
  return rows;
}

std::vector<EventRow> in_plain_order(std::vector<EventRow> rows) {
  std::sort(rows.begin(), rows.end(), [](const EventRow& a, const EventRow& b) { return a.key() < b.key(); });
  return rows;
}

void write_segment(const std::string& path, const std::vector<EventRow>& rows) {
  Result<SegmentWriter> writer = SegmentWriter::open(path, some_words());
  ASSERT_TRUE(writer.ok());
  for (const EventRow& row : rows) writer->add(row);
  ASSERT_TRUE(writer->finish().ok());
}

std::vector<EventRow> read_segment(const Segment& segment) {
  std::vector<EventRow> out;
  for (size_t number = 0; number < segment.blocks().size(); ++number) {
    const Result<Block> block = segment.block(number);
    if (!block) return {};
    for (size_t run = 0, row = 0; row < block->rows; ++row) {
      if (row == block->run_end(run)) ++run;
      out.push_back(block->at(run, row));
    }
  }
  return out;
}

bool same_rows(const std::vector<EventRow>& a, const std::vector<EventRow>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const EventRow& x, const EventRow& y) {
    return x.key() == y.key() && x.mentions == y.mentions;
  });
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void flip_bit(const std::string& path, size_t at) {
  std::string bytes = bytes_of(path);
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(RowOrder, IsThatOfTheWholeKey) {
  for (const uint64_t actors : {1, 3, 1000, 1 << 30}) {  // the last leaves no room for all columns in one number
    for (const size_t count : {0, 1, 2, 5000}) {
      const std::vector<EventRow> rows = random_event_rows(actors, count, actors);
      const std::vector<uint32_t> order = row_order(rows);
      ASSERT_EQ(order.size(), count);
      std::vector<EventRow> ordered;
      for (const uint32_t place : order) ordered.push_back(rows[place]);
      EXPECT_TRUE(same_rows(ordered, in_plain_order(rows))) << actors << " actors, " << count << " rows";
    }
  }
}

TEST(RowOrder, TakesTheWidestValues) {
  std::vector<EventRow> rows = random_event_rows(5, 200, 2);
  for (size_t i = 0; i < rows.size(); i += 3) {
    rows[i].source = ~0u;
    rows[i].day = std::numeric_limits<int32_t>::min();
    rows[i].publisher = ~0u;
  }
  rows.back().day = std::numeric_limits<int32_t>::max();
  std::vector<EventRow> ordered;
  for (const uint32_t place : row_order(rows)) ordered.push_back(rows[place]);
  EXPECT_TRUE(same_rows(ordered, in_plain_order(rows)));
}

TEST(Bits, ManyAreUnpackedAsOneByOne) {
  for (const unsigned width : {0u, 1u, 7u, 31u, 56u, 64u}) {
    std::vector<uint64_t> values(100, 1000);
    for (uint64_t i = 0; width > 0 && i < values.size(); ++i) values[i] = counted_random(width, i) >> (64 - width);
    const ColumnShape shape = shape_of(values);
    std::string bytes;
    pack(values, shape, bytes);
    const PackedColumn column(bytes.data(), shape.width, shape.base);
    std::vector<uint64_t> all(values.size()), some(10);
    column.unpack(0, values.size(), all.data());
    EXPECT_EQ(all, values);
    column.unpack(50, 60, some.data(), -3);
    for (size_t i = 0; i < some.size(); ++i) EXPECT_EQ(some[i], column[50 + i] - 3);
  }
}

TEST_F(SegmentFile, AChangedColumnIsFoundWhenItIsRead) {
  const std::vector<EventRow> rows = in_plain_order(random_event_rows(1, 20000, 4));
  write_segment(file("a"), rows);
  const std::string before = bytes_of(file("a"));
  const Result<Segment> whole = Segment::open(file("a"));
  ASSERT_TRUE(whole.ok());
  EXPECT_TRUE(same_rows(read_segment(*whole), rows));
  // The last bytes of the second block are those of the ids (8 bytes of padding are behind them).
  flip_bit(file("a"), whole->blocks()[2].offset - 9);
  const Result<Segment> changed = Segment::open(file("a"));
  ASSERT_TRUE(changed.ok());
  const ColumnSet without = static_cast<ColumnSet>(all_columns & ~column_set({EventColumn::id}));
  EXPECT_TRUE(changed->block(1, without).ok()) << "the columns asked for are whole";
  EXPECT_FALSE(changed->block(1).ok());
  EXPECT_TRUE(changed->block(0).ok());
  const Result<Salvage> left = salvage(file("a"));
  ASSERT_TRUE(left.ok());
  EXPECT_EQ(left->rows, rows.size() - block_rows);
}

TEST_F(SegmentFile, EveryChangedByteOfABlockIsFound) {
  const std::vector<EventRow> rows = in_plain_order(random_event_rows(2, 300, 4));
  write_segment(file("a"), rows);
  const std::string whole = bytes_of(file("a"));
  const size_t begin = Segment::open(file("a"))->blocks()[0].offset;
  const size_t end = begin + part_bytes + get<uint64_t>(whole.data() + begin + 8);
  for (size_t at = begin; at < end; at += 3) {
    std::ofstream(file("b"), std::ios::binary) << whole;
    flip_bit(file("b"), at);
    const Result<Segment> segment = Segment::open(file("b"));
    ASSERT_TRUE(segment.ok());
    EXPECT_FALSE(segment->block(0).ok()) << "byte " << at - begin;
  }
}

/// The file as format 1 had it: columns without hashes of their own, one hash over each block.
std::string as_format_1(const std::string& bytes, const Segment& segment) {
  std::string out = bytes.substr(0, segment.blocks().front().offset);
  out[segment_magic.size()] = 1;
  std::string index;
  for (const BlockPlace& place : segment.blocks()) {
    const char* part = bytes.data() + place.offset;
    const std::string_view payload(part + part_bytes, get<uint64_t>(part + 8));
    std::string old(payload.substr(0, sizeof(uint32_t)));
    for (size_t i = 0; i < event_columns; ++i) {
      old += payload.substr(sizeof(uint32_t) + shape_bytes * i, shape_bytes_1);
    }
    old += payload.substr(sizeof(uint32_t) + shape_bytes * event_columns);
    put(index, uint64_t{out.size()});
    const size_t told = static_cast<size_t>(&place - segment.blocks().data());
    const uint64_t old_index = get<uint64_t>(bytes.data() + bytes.size() - tail_bytes);
    index += bytes.substr(old_index + part_bytes + place_bytes * told + 8, place_bytes - 8);
    put(out, block_magic_1);
    put(out, place.rows);
    put(out, uint64_t{old.size()});
    put(out, hash64(old, place.rows));
    out += old;
  }
  const uint64_t offset = out.size();
  const auto count = static_cast<uint32_t>(segment.blocks().size());
  put(out, index_magic);
  put(out, count);
  put(out, uint64_t{index.size()});
  put(out, hash64(index, count));
  out += index;
  put(out, offset);
  put(out, segment.rows());
  return out + std::string(segment_magic);
}

TEST_F(SegmentFile, TheOlderFormatIsReadAndMended) {
  const std::vector<EventRow> rows = in_plain_order(random_event_rows(3, 20000, 4));
  write_segment(file("new"), rows);
  const Result<Segment> present = Segment::open(file("new"));
  ASSERT_TRUE(present.ok());
  const std::string old = as_format_1(bytes_of(file("new")), *present);
  std::ofstream(file("old"), std::ios::binary) << old;
  const Result<Segment> older = Segment::open(file("old"));
  ASSERT_TRUE(older.ok()) << older.error().message;
  EXPECT_TRUE(same_rows(read_segment(*older), rows));
  flip_bit(file("old"), older->blocks()[1].offset + 1000);
  const Result<Segment> changed = Segment::open(file("old"));
  ASSERT_TRUE(changed.ok());
  EXPECT_FALSE(changed->block(1, pair_columns).ok()) << "one hash is over all columns";
  Result<Salvage> left = salvage(file("old"));
  ASSERT_TRUE(left.ok());
  EXPECT_EQ(left->rows, rows.size() - block_rows);
  // What is left goes into a file of the present format, its blocks as they are.
  Result<SegmentWriter> writer = SegmentWriter::open(file("mended"), left->words);
  ASSERT_TRUE(writer.ok());
  for (const auto& [place, bytes] : left->blocks) writer->add_block(bytes, place);
  ASSERT_TRUE(writer->finish().ok());
  const Result<Segment> mended = Segment::open(file("mended"));
  ASSERT_TRUE(mended.ok());
  EXPECT_EQ(read_segment(*mended).size(), left->rows);
}

}  // namespace
}  // namespace entente::ledger_detail
