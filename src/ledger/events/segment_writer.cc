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

/// A part's head and its bytes.
std::string part(uint32_t magic, uint32_t count, std::string_view bytes) {
  std::string out;
  put(out, magic);
  put(out, count);
  put(out, static_cast<uint64_t>(bytes.size()));
  put(out, hash64(bytes, count));
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
  void add(const EventRow& row) {
    const bool same_pair = rows_ > 0 && row.source == place_.last_source && row.target == place_.last_target;
    if (!same_pair) {
      put_value(EventColumn::source, row.source);
      put_value(EventColumn::target, row.target);
      put_value(EventColumn::first, rows_);
    }
    put_value(EventColumn::day, static_cast<uint64_t>(row.day - day_origin));
    put_value(EventColumn::kind, row.kind);
    put_value(EventColumn::publisher, row.publisher);
    put_value(EventColumn::place, row.place);
    put_value(EventColumn::batch, row.batch);
    put_value(EventColumn::mentions, row.mentions);
    put_value(EventColumn::deaths, row.deaths);
    put_value(EventColumn::digest, row.digest);
    put_value(EventColumn::row, row.row);
    put_value(EventColumn::id, row.id);
    widen_place(row);
    ++rows_;
  }
  [[nodiscard]] size_t rows() const { return rows_; }

  /// The block's bytes; it is empty afterwards.
  std::string close(BlockPlace& place) {
    std::string shapes, bytes;
    for (auto& column : columns_) {
      const ColumnShape shape = shape_of(column);
      put(shapes, shape.base);
      put(shapes, shape.width);
      pack(column, shape, bytes);
    }
    const auto runs = static_cast<uint32_t>(columns_[0].size());
    std::string payload;
    put(payload, runs);
    payload += shapes + bytes;
    place = place_;
    place.rows = static_cast<uint32_t>(rows_);
    for (auto& column : columns_) column.clear();
    rows_ = 0;
    return part(block_magic, place.rows, payload);
  }

 private:
  void put_value(EventColumn column, uint64_t value) { columns_[static_cast<size_t>(column)].push_back(value); }
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

  std::array<std::vector<uint64_t>, event_columns> columns_;
  BlockPlace place_;
  size_t rows_ = 0;
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
