// Writing a segment: head, words, blocks, index, tail.
#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/stream_hash.h"
#include "ledger/events/segment.h"
#include "ledger/events/segment_format.h"

namespace entente::ledger_detail {
namespace {

constexpr size_t buffer_bytes = 1u << 20;
constexpr int words_level = 3;  // zstd: names shrink to a third; the packed columns do not shrink

std::string packed_words(const EventWords& words) {
  const std::string raw = words.written();
  std::string out(ZSTD_compressBound(raw.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), raw.data(), raw.size(), words_level));
  return out;
}

/// A part's head and its bytes. `hashed`: as many of them as its hash is of.
std::string part(uint32_t magic, uint32_t count, std::string_view bytes, size_t hashed = std::string_view::npos) {
  std::string out;
  out.reserve(part_bytes + bytes.size());
  put(out, magic);
  put(out, count);
  put(out, static_cast<uint64_t>(bytes.size()));
  put(out, hash64(bytes.substr(0, hashed), count));
  out += bytes;
  return out;
}

void put_place(std::string& out, const BlockPlace& place) {
  put(out, place.offset);
  put(out, place.rows);
  for (const uint32_t actor : {place.first_source, place.first_target, place.last_source, place.last_target}) {
    put(out, actor);
  }
  put(out, place.first_day);
  put(out, place.last_day);
  put(out, place.first_id);
  put(out, place.last_id);
}

/// The rows of one block, column by column.
class OpenBlock {
 public:
  OpenBlock() : values_(event_columns * column_room) {}

  void add(const EventRow& row) {
    const bool same_pair = rows_ > 0 && row.source == place_.last_source && row.target == place_.last_target;
    if (!same_pair) {
      value(EventColumn::source, runs_) = row.source;
      value(EventColumn::target, runs_) = row.target;
      value(EventColumn::first, runs_) = rows_;
      ++runs_;
    }
    value(EventColumn::day, rows_) = static_cast<uint64_t>(row.day - day_origin);
    value(EventColumn::kind, rows_) = row.kind;
    value(EventColumn::publisher, rows_) = row.publisher;
    value(EventColumn::place, rows_) = row.place;
    value(EventColumn::batch, rows_) = row.batch;
    value(EventColumn::mentions, rows_) = row.mentions;
    value(EventColumn::deaths, rows_) = row.deaths;
    value(EventColumn::digest, rows_) = row.digest;
    value(EventColumn::row, rows_) = row.row;
    value(EventColumn::id, rows_) = row.id;
    widen_place(row);
    ++rows_;
  }
  [[nodiscard]] size_t rows() const { return rows_; }

  /// The block's bytes; it is empty afterwards.
  std::string close(BlockPlace& place) {
    std::string head, bytes;
    put(head, static_cast<uint32_t>(runs_));
    for (size_t i = 0; i < event_columns; ++i) {
      const std::span<const uint64_t> column(&values_[i * column_room], i < run_columns ? runs_ : rows_);
      const ColumnShape shape = shape_of(column);
      const size_t begin = bytes.size();
      pack(column, shape, bytes);
      put(head, shape.base);
      put(head, shape.width);
      put(head, hash64(std::string_view(bytes).substr(begin), i));
    }
    place = place_;
    place.rows = static_cast<uint32_t>(rows_);
    rows_ = runs_ = 0;
    return part(block_magic, place.rows, head + bytes, head.size());
  }

 private:
  // Not a power of two apart, since then all columns would want the same places of the processor's cache.
  static constexpr size_t column_room = block_rows + 40;

  uint64_t& value(EventColumn column, size_t at) { return values_[static_cast<size_t>(column) * column_room + at]; }
  void widen_place(const EventRow& row) {
    if (rows_ == 0) {
      place_ = {0, 0, row.source, row.target, 0, 0, row.day, row.day, row.id, row.id};
    }
    place_.last_source = row.source;
    place_.last_target = row.target;
    place_.first_day = std::min(place_.first_day, row.day);
    place_.last_day = std::max(place_.last_day, row.day);
    place_.first_id = std::min(place_.first_id, row.id);
    place_.last_id = std::max(place_.last_id, row.id);
  }

  std::vector<uint64_t> values_;  // column by column, each with room for a whole block
  BlockPlace place_;
  size_t rows_ = 0;
  size_t runs_ = 0;
};

}  // namespace

struct SegmentWriter::State {
  std::string path;
  int file = -1;
  int failure = 0;
  std::string buffer;
  uint64_t written = 0;  // bytes, those in the buffer included
  uint64_t rows = 0;
  OpenBlock block;
  std::vector<BlockPlace> index;

  [[nodiscard]] std::string unfinished() const { return path + ".part"; }

  void flush() {
    std::string_view left = buffer;
    while (!left.empty() && failure == 0) {
      const ssize_t done = ::write(file, left.data(), left.size());
      if (done >= 0) left.remove_prefix(static_cast<size_t>(done));
      if (done < 0 && errno != EINTR) failure = errno;
    }
    buffer.clear();
  }
  void write(std::string_view bytes) {
    buffer += bytes;
    written += bytes.size();
    if (buffer.size() >= buffer_bytes) flush();
  }
  void write_block(std::string_view bytes, BlockPlace place) {
    place.offset = written;
    rows += place.rows;
    index.push_back(place);
    write(bytes);
  }
  void close_block() {
    if (block.rows() == 0) return;
    BlockPlace place;
    const std::string bytes = block.close(place);
    write_block(bytes, place);
  }
  void write_end() {
    std::string places;
    for (const BlockPlace& place : index) put_place(places, place);
    const uint64_t offset = written;
    write(part(index_magic, static_cast<uint32_t>(index.size()), places));
    std::string tail;
    put(tail, offset);
    put(tail, rows);
    write(tail + std::string(segment_magic));
  }
  void close() {
    if (file >= 0 && ::close(file) != 0 && failure == 0) failure = errno;
    file = -1;
  }
};

SegmentWriter::SegmentWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
SegmentWriter::SegmentWriter(SegmentWriter&&) noexcept = default;
SegmentWriter& SegmentWriter::operator=(SegmentWriter&&) noexcept = default;

SegmentWriter::~SegmentWriter() {
  if (!state_ || state_->file < 0) return;
  state_->close();
  ::unlink(state_->unfinished().c_str());
}

Result<SegmentWriter> SegmentWriter::open(const std::string& path, EventWords words) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->file = ::open(state->unfinished().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (state->file < 0) {
    return Error{ErrorCode::io, path + ": cannot be written (" + std::strerror(errno) + "); check the folder and disk"};
  }
  std::string head(segment_magic);
  put(head, segment_version);
  put(head, uint32_t{0});
  state->write(head);
  state->write(part(words_magic, 0, packed_words(words)));
  return SegmentWriter(std::move(state));
}

void SegmentWriter::add(const EventRow& row) {
  state_->block.add(row);
  if (state_->block.rows() == block_rows) state_->close_block();
}

void SegmentWriter::add_block(std::string_view bytes, const BlockPlace& place) {
  state_->write_block(bytes, place);
}

Result<uint64_t> SegmentWriter::finish() {
  state_->close_block();
  state_->write_end();
  state_->flush();
  if (state_->failure == 0 && ::fsync(state_->file) != 0) state_->failure = errno;
  state_->close();
  if (state_->failure == 0 && ::rename(state_->unfinished().c_str(), state_->path.c_str()) != 0) {
    state_->failure = errno;
  }
  if (state_->failure == 0) return state_->written;
  ::unlink(state_->unfinished().c_str());
  return Error{ErrorCode::io, state_->path + ": cannot be written (" + std::strerror(state_->failure) +
                                  "); free some space and import again"};
}

}  // namespace entente::ledger_detail
