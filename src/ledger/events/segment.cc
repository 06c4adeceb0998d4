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

#include "ledger/events/segment_format.h"
#include "ledger/events/stored_block.h"

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

struct Segment::State {
  std::string path;
  MappedFile file;
  EventWords words;
  std::vector<BlockPlace> index;
  uint64_t rows = 0;
  mutable std::vector<ColumnSet> checked;  // of each block

  [[nodiscard]] Error damaged(const std::string& what) const {
    return {ErrorCode::damaged, path + ": " + what + ": run 'entente check --repair' on this ledger"};
  }
  Result<void> read_end() {
    const std::string_view bytes = file.bytes();
    if (bytes.size() < tail_bytes || !bytes.ends_with(segment_magic)) return damaged("its end is lost");
    const char* tail = bytes.data() + bytes.size() - tail_bytes;
    const auto part = sound_part_at(bytes, get<uint64_t>(tail), index_magic);
    if (!part || part->bytes.size() != place_bytes * part->count) return damaged("its index is damaged");
    for (uint32_t i = 0; i < part->count; ++i) index.push_back(place_at(part->bytes.data() + place_bytes * i));
    rows = get<uint64_t>(tail + 8);
    checked.assign(index.size(), 0);
    return {};
  }
  Result<void> read_words() {
    const auto part = sound_part_at(file.bytes(), head_bytes, words_magic);
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

Result<Block> Segment::block(size_t number, ColumnSet wanted) const {
  const auto stored = stored_block_at(state_->file.bytes(), state_->index[number].offset);
  ColumnSet& checked = state_->checked[number];
  if (stored && (wanted & ~checked) != 0) checked |= stored->sound(wanted & ~checked);
  if (!stored || stored->block.rows != state_->index[number].rows || (wanted & ~checked) != 0) {
    return state_->damaged("block " + std::to_string(number + 1) + " of " + std::to_string(state_->index.size()) +
                           " is damaged");
  }
  return stored->block;
}

Result<Salvage> salvage(const std::string& path) {
  MappedFile file;
  if (Result<void> opened = file.open(path); !opened) return opened.error();
  const std::string_view bytes = file.bytes();
  Salvage found;
  if (wrong_head(bytes, path)) return found;
  const auto words = sound_part_at(bytes, head_bytes, words_magic);
  Result<EventWords> read = words ? unpacked_words(words->bytes) : Error{};
  if (!read) return found;
  found.words_whole = true;
  found.words = std::move(*read);
  for (size_t at = words->end; (at = bytes.find(block_magic_begin, at)) != std::string_view::npos;) {
    const std::optional<StoredBlock> stored = stored_block_at(bytes, at);
    if (!stored || stored->sound(all_columns) != all_columns) {
      ++at;
      continue;
    }
    found.blocks.emplace_back(place_of(stored->block), bytes.substr(at, stored->part.end - at));
    found.rows += stored->block.rows;
    at = stored->part.end;
  }
  return found;
}

}  // namespace entente::ledger_detail
