// Reading a segment: the file is mapped, its words and index are read, and every block is checked when it is first
// looked at.
#include "ledger/events/segment.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>

#include "base/stream_hash.h"
#include "ledger/events/segment_format.h"

namespace entente::ledger_detail {
namespace {

constexpr size_t most_words_bytes = 1u << 30;

/// A file's bytes, mapped for reading.
class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (bytes_ != nullptr) ::munmap(bytes_, size_);
  }
  /// Errors: missing, io.
  Result<void> open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return failure(path, errno == ENOENT ? ErrorCode::missing : ErrorCode::io);
    struct stat info {};
    void* found = nullptr;
    const bool known = ::fstat(file, &info) == 0;
    if (known && info.st_size > 0) {
      found = ::mmap(nullptr, static_cast<size_t>(info.st_size), PROT_READ, MAP_PRIVATE, file, 0);
    }
    const bool failed = !known || found == MAP_FAILED;
    const Error error = failure(path, ErrorCode::io);
    ::close(file);
    if (failed) return error;
    bytes_ = found;
    size_ = static_cast<size_t>(info.st_size);
    return {};
  }
  [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(bytes_), size_}; }

 private:
  static Error failure(const std::string& path, ErrorCode code) {
    return {code, path + ": cannot be read (" + std::strerror(errno) + "); 'entente check' tells what is there"};
  }
  void* bytes_ = nullptr;
  size_t size_ = 0;
};

/// A part that lies at an offset: its count and its bytes; nothing if it is cut off, another, or (when asked) changed.
struct Part {
  uint32_t count = 0;
  std::string_view bytes;
  size_t end = 0;
};
std::optional<Part> part_at(std::string_view file, size_t offset, uint32_t magic, bool check) {
  if (offset > file.size() || file.size() - offset < part_bytes) return std::nullopt;
  const char* head = file.data() + offset;
  const auto size = get<uint64_t>(head + 8);
  if (get<uint32_t>(head) != magic || size > file.size() - offset - part_bytes) return std::nullopt;
  Part part{get<uint32_t>(head + 4), file.substr(offset + part_bytes, size), offset + part_bytes + size};
  if (check && hash64(part.bytes, part.count) != get<uint64_t>(head + 16)) return std::nullopt;
  return part;
}

Result<EventWords> unpacked_words(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > most_words_bytes) return Error{ErrorCode::damaged, "its lists of words cannot be unpacked"};
  std::string raw(size, '\0');
  const size_t got = ZSTD_decompress(raw.data(), raw.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) != 0U || got != size) return Error{ErrorCode::damaged, "its lists of words cannot be unpacked"};
  return EventWords::read(raw);
}

BlockPlace place_at(const char* bytes) {
  BlockPlace place;
  place.offset = get<uint64_t>(bytes);
  place.rows = get<uint32_t>(bytes + 8);
  place.first_source = get<uint32_t>(bytes + 12);
  place.first_target = get<uint32_t>(bytes + 16);
  place.last_source = get<uint32_t>(bytes + 20);
  place.last_target = get<uint32_t>(bytes + 24);
  place.first_day = get<int32_t>(bytes + 28);
  place.last_day = get<int32_t>(bytes + 32);
  place.first_id = get<uint64_t>(bytes + 36);
  place.last_id = get<uint64_t>(bytes + 44);
  return place;
}

/// The columns of a block's payload; nothing if they don't lie inside it.
std::optional<Block> block_of(const Part& part) {
  Block block;
  if (part.bytes.size() < sizeof(uint32_t) + shape_bytes * event_columns) return std::nullopt;
  block.rows = part.count;
  block.runs = get<uint32_t>(part.bytes.data());
  if (block.rows == 0 || block.rows > block_rows || block.runs == 0 || block.runs > block.rows) return std::nullopt;
  size_t at = sizeof(uint32_t) + shape_bytes * event_columns;
  for (size_t i = 0; i < event_columns; ++i) {
    const char* shape = part.bytes.data() + sizeof(uint32_t) + shape_bytes * i;
    const auto width = get<uint8_t>(shape + 8);
    if (width > narrow_limit && width != whole_word) return std::nullopt;
    block.columns[i] = PackedColumn(part.bytes.data() + at, width, get<uint64_t>(shape));
    at += packed_size(i < run_columns ? block.runs : block.rows, width);
    if (at > part.bytes.size()) return std::nullopt;
  }
  return block;
}

/// What the index would say of a block.
BlockPlace place_of(const Block& block) {
  BlockPlace place;
  place.rows = static_cast<uint32_t>(block.rows);
  const EventRow first = block.at(0, 0), last = block.at(block.runs - 1, block.rows - 1);
  place.first_source = first.source;
  place.first_target = first.target;
  place.last_source = last.source;
  place.last_target = last.target;
  place.first_day = place.last_day = first.day;
  place.first_id = place.last_id = first.id;
  for (size_t row = 0; row < block.rows; ++row) {
    place.first_day = std::min(place.first_day, block.day(row));
    place.last_day = std::max(place.last_day, block.day(row));
    place.first_id = std::min(place.first_id, block[EventColumn::id][row]);
    place.last_id = std::max(place.last_id, block[EventColumn::id][row]);
  }
  return place;
}

std::optional<Error> wrong_head(std::string_view file, const std::string& path) {
  if (!file.starts_with(segment_magic) || file.size() < head_bytes) {
    return Error{ErrorCode::damaged, path + ": is no file of events, or its beginning is lost"};
  }
  const auto version = get<uint32_t>(file.data() + segment_magic.size());
  if (version <= segment_version) return std::nullopt;
  return Error{ErrorCode::version, path + ": was written by a newer Entente (format " + std::to_string(version) +
                                       "): install the newer version"};
}

}  // namespace

int32_t Block::day(size_t row) const {
  return static_cast<int32_t>(static_cast<int64_t>((*this)[EventColumn::day][row]) + day_origin);
}

EventRow Block::at(size_t run, size_t row) const {
  const auto number = [&](EventColumn column, size_t at) { return static_cast<uint32_t>((*this)[column][at]); };
  EventRow out;
  out.source = number(EventColumn::source, run);
  out.target = number(EventColumn::target, run);
  out.day = day(row);
  out.kind = number(EventColumn::kind, row);
  out.publisher = number(EventColumn::publisher, row);
  out.place = number(EventColumn::place, row);
  out.batch = number(EventColumn::batch, row);
  out.mentions = number(EventColumn::mentions, row);
  out.deaths = number(EventColumn::deaths, row);
  out.digest = number(EventColumn::digest, row);
  out.row = (*this)[EventColumn::row][row];
  out.id = (*this)[EventColumn::id][row];
  return out;
}

struct Segment::State {
  std::string path;
  MappedFile file;
  EventWords words;
  std::vector<BlockPlace> index;
  uint64_t rows = 0;
  mutable std::vector<uint8_t> checked;  // one a block

  [[nodiscard]] Error damaged(const std::string& what) const {
    return {ErrorCode::damaged, path + ": " + what + ": run 'entente check --repair' on this ledger"};
  }
  Result<void> read_end() {
    const std::string_view bytes = file.bytes();
    if (bytes.size() < tail_bytes || !bytes.ends_with(segment_magic)) return damaged("its end is lost");
    const char* tail = bytes.data() + bytes.size() - tail_bytes;
    const auto part = part_at(bytes, get<uint64_t>(tail), index_magic, true);
    if (!part || part->bytes.size() != place_bytes * part->count) return damaged("its index is damaged");
    for (uint32_t i = 0; i < part->count; ++i) index.push_back(place_at(part->bytes.data() + place_bytes * i));
    rows = get<uint64_t>(tail + 8);
    checked.assign(index.size(), 0);
    return {};
  }
  Result<void> read_words() {
    const auto part = part_at(file.bytes(), head_bytes, words_magic, true);
    if (!part) return damaged("its lists of words are damaged");
    Result<EventWords> read = unpacked_words(part->bytes);
    if (!read) return damaged(read.error().message);
    words = std::move(*read);
    return {};
  }
};

Segment::Segment(std::unique_ptr<State> state) : state_(std::move(state)) {}
Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

Result<Segment> Segment::open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->path = path;
  if (Result<void> opened = state->file.open(path); !opened) return opened.error();
  if (auto wrong = wrong_head(state->file.bytes(), path)) {
    if (wrong->code == ErrorCode::damaged) wrong = state->damaged("its beginning is damaged");
    return *wrong;
  }
  if (Result<void> read = state->read_words(); !read) return read.error();
  if (Result<void> read = state->read_end(); !read) return read.error();
  return Segment(std::move(state));
}

const std::string& Segment::path() const {
  return state_->path;
}
const EventWords& Segment::words() const {
  return state_->words;
}
const std::vector<BlockPlace>& Segment::blocks() const {
  return state_->index;
}
uint64_t Segment::rows() const {
  return state_->rows;
}
uint64_t Segment::bytes() const {
  return state_->file.bytes().size();
}

Result<Block> Segment::block(size_t number) const {
  const bool check = state_->checked[number] == 0;
  const auto part = part_at(state_->file.bytes(), state_->index[number].offset, block_magic, check);
  const std::optional<Block> block = part ? block_of(*part) : std::nullopt;
  if (!block || block->rows != state_->index[number].rows) {
    return state_->damaged("block " + std::to_string(number + 1) + " of " + std::to_string(state_->index.size()) +
                           " is damaged");
  }
  state_->checked[number] = 1;
  return *block;
}

Result<Salvage> salvage(const std::string& path) {
  MappedFile file;
  if (Result<void> opened = file.open(path); !opened) return opened.error();
  const std::string_view bytes = file.bytes();
  Salvage found;
  if (wrong_head(bytes, path)) return found;
  const auto words = part_at(bytes, head_bytes, words_magic, true);
  Result<EventWords> read = words ? unpacked_words(words->bytes) : Error{};
  if (!read) return found;
  found.words_whole = true;
  found.words = std::move(*read);
  std::string magic;
  put(magic, block_magic);
  for (size_t at = words->end; (at = bytes.find(magic, at)) != std::string_view::npos;) {
    const auto part = part_at(bytes, at, block_magic, true);
    const std::optional<Block> block = part ? block_of(*part) : std::nullopt;
    if (!block) {
      ++at;
      continue;
    }
    found.blocks.emplace_back(place_of(*block), bytes.substr(at, part->end - at));
    found.rows += block->rows;
    at = part->end;
  }
  return found;
}

}  // namespace entente::ledger_detail
