// Reads files with plain system calls, so that pipes, devices and folders are told apart before anything is read.
#include "sources/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "sources/sources.h"

namespace entente {
namespace {

constexpr size_t chunk_bytes = 1u << 16;
constexpr size_t magic_bytes = 4;  // that tell how a file is packed

Error failure_of(const std::string& path, int number) {
  if (number == ENOENT || number == ENOTDIR) {
    return {ErrorCode::missing, path + ": no such file; check the path"};
  }
  if (number == EACCES || number == EPERM) {
    return {ErrorCode::io, path + ": no permission to read; change its mode or owner"};
  }
  if (number == EINTR) return {ErrorCode::interrupted, path + ": interrupted while it was read"};
  return {ErrorCode::io, path + ": cannot be read (" + std::strerror(number) + "); check the file and its disk"};
}

}  // namespace

Error too_large(const std::string& path) {
  return {ErrorCode::too_large, path + ": larger than " + std::to_string(max_article_bytes >> 20) +
                                    " MB (unpacked, if it is compressed); split it into single articles"};
}

ByteStream::ByteStream(int file, std::string_view memory, std::string path)
    : file_(file), memory_(memory), path_(std::move(path)) {}

ByteStream::~ByteStream() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

Result<std::unique_ptr<ByteStream>> ByteStream::open(const std::string& path) {
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failure_of(path, errno);
  std::unique_ptr<ByteStream> stream(new ByteStream(file, {}, path));
  struct stat info {};
  if (::fstat(file, &info) != 0) return failure_of(path, errno);
  if (S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::input, path + ": is a folder, not a file; name the files or list the folder"};
  }
  return stream;
}

std::unique_ptr<ByteStream> ByteStream::over(std::string_view bytes, const std::string& path) {
  return std::unique_ptr<ByteStream>(new ByteStream(-1, bytes, path));
}

void ByteStream::fail(Error error) {
  ended_ = true;
  failure_ = std::move(error);
}

/// Raw bytes as they come; empty at the end. They stay until the next call.
std::string_view ByteStream::raw_chunk() {
  if (file_ < 0) {
    const std::string_view part = memory_.substr(0, chunk_bytes);
    memory_.remove_prefix(part.size());
    position_ += part.size();
    return part;
  }
  if (at_raw_end_) return {};
  chunk_.resize(chunk_bytes);
  const ssize_t got = ::read(file_, chunk_.data(), chunk_.size());
  if (got < 0) fail(failure_of(path_, errno));
  at_raw_end_ = got <= 0;
  if (at_raw_end_) return {};
  position_ += static_cast<uint64_t>(got);
  return std::string_view(chunk_).substr(0, static_cast<size_t>(got));
}

/// A pipe may give its first bytes one by one.
void ByteStream::begin() {
  begun_ = true;
  for (std::string_view part = raw_chunk(); !part.empty(); part = raw_chunk()) {
    first_ += part;
    if (first_.size() >= magic_bytes) break;
  }
  packed_ = first_;
  unpacker_ = unpacker_for(packed_);
}

bool ByteStream::more() {
  if (ended_) return false;
  if (begin_ > window_.size() / 2) {
    window_.erase(0, begin_);
    begin_ = 0;
  }
  if (!begun_) begin();
  return unpacker_ ? add_unpacked() : add_raw();
}

bool ByteStream::add_raw() {
  if (packed_.empty()) packed_ = raw_chunk();
  window_ += packed_;
  ended_ = packed_.empty();
  packed_ = {};
  return !ended_;
}

bool ByteStream::add_unpacked() {
  const size_t before = window_.size();
  while (window_.size() == before) {
    if (packed_.empty() && !unpacker_->pending()) packed_ = raw_chunk();
    if (packed_.empty() && !unpacker_->pending()) {
      ended_ = true;
      if (!failure_ && !unpacker_->complete()) {
        fail({ErrorCode::input, path_ + ": the " + std::string(unpacker_->format()) +
                                    " data end too early; fetch or pack the file again"});
      }
      return false;
    }
    if (unpacker_->unpack(packed_, window_) == Unpacker::State::damaged) {
      const std::string why = unpacker_->problem().empty() ? "" : " (" + unpacker_->problem() + ")";
      fail({ErrorCode::input, path_ + ": damaged " + std::string(unpacker_->format()) + " data" + why +
                                  "; fetch or pack the file again"});
      return window_.size() > before;
    }
  }
  return true;
}

std::string_view ByteStream::ahead(size_t bytes) {
  while (ahead().size() < bytes && more()) {
  }
  return ahead();
}

Result<std::string> take_all(ByteStream& stream) {
  while (stream.more()) {
    if (stream.ahead().size() > max_article_bytes) return too_large(stream.path());
  }
  if (stream.failure()) return *stream.failure();
  std::string all(stream.ahead());
  stream.take(all.size());
  return all;
}

std::optional<Line> take_line(ByteStream& stream, size_t longest) {
  Line line;
  for (size_t searched = 0;;) {
    const std::string_view ahead = stream.ahead();
    const size_t end = ahead.find('\n', searched);
    line.too_long = line.too_long || std::min(end, ahead.size()) > longest;
    if (end == std::string_view::npos && line.too_long) stream.take(ahead.size());
    searched = stream.ahead().size();
    if (end == std::string_view::npos && stream.more()) continue;
    // A line that nobody has seen the end of is none: the failure is told instead.
    if (end == std::string_view::npos && stream.failure()) return std::nullopt;
    if (end == std::string_view::npos && ahead.empty() && !line.too_long) return std::nullopt;
    const std::string_view found = stream.ahead().substr(0, end);
    if (!line.too_long) line.text = found.ends_with('\r') ? found.substr(0, found.size() - 1) : found;
    stream.take(std::min(stream.ahead().size(), found.size() + 1));
    return line;
  }
}

}  // namespace entente
