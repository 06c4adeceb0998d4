// Reads files with plain system calls, so that pipes, devices and folders are told apart before anything is read.
#include "sources/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

#include "sources/sources.h"

namespace entente {
namespace {

constexpr size_t chunk_bytes = 1u << 18;

Error failure(const std::string& path, int number) {
  if (number == ENOENT || number == ENOTDIR) {
    return {ErrorCode::missing, path + ": no such file; check the path"};
  }
  if (number == EACCES || number == EPERM) {
    return {ErrorCode::io, path + ": no permission to read; change its mode or owner"};
  }
  return {ErrorCode::io, path + ": cannot be read (" + std::strerror(number) + "); check the file and its disk"};
}

class File {
 public:
  explicit File(const std::string& path)
      : handle_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (handle_ > STDIN_FILENO) ::close(handle_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int handle() const { return handle_; }

 private:
  int handle_;
};

struct InflateEnd {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};

}  // namespace

Error too_large(const std::string& path) {
  return {ErrorCode::too_large, path + ": larger than " + std::to_string(max_article_bytes >> 20) +
                                    " MB (unpacked, if it is compressed); split it into single articles"};
}

Result<std::string> read_bytes(const std::string& path) {
  const File file(path);
  if (file.handle() < 0) return failure(path, errno);
  struct stat info {};
  if (::fstat(file.handle(), &info) != 0) return failure(path, errno);
  if (S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::input, path + ": is a folder, not a file; name the files or list the folder"};
  }
  if (S_ISREG(info.st_mode) && info.st_size > static_cast<off_t>(max_article_bytes)) return too_large(path);
  std::string bytes;
  std::vector<char> chunk(chunk_bytes);
  for (;;) {
    const ssize_t got = ::read(file.handle(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(path, errno);
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<size_t>(got));
    if (bytes.size() > max_article_bytes) return too_large(path);
  }
}

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b\x08");
}

Result<std::string> gunzip(std::string_view bytes, const std::string& path) {
  const Error damaged{ErrorCode::input, path + ": damaged gzip data; fetch or pack the file again"};
  const std::unique_ptr<z_stream, InflateEnd> stream(new z_stream{});
  constexpr int gzip_window = 15 + 16;
  if (inflateInit2(stream.get(), gzip_window) != Z_OK) return damaged;
  stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream->avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::vector<char> chunk(chunk_bytes);
  for (;;) {
    stream->next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream->avail_out = static_cast<uInt>(chunk.size());
    const int state = inflate(stream.get(), Z_NO_FLUSH);
    out.append(chunk.data(), chunk.size() - stream->avail_out);
    if (out.size() > max_article_bytes) return too_large(path);
    if (state == Z_STREAM_END) {
      // Members may follow one another; anything else after the end is padding, as gzip itself treats it.
      if (stream->avail_in == 0 || *stream->next_in != 0x1f) return out;
      if (inflateReset(stream.get()) != Z_OK) return damaged;
    } else if (state != Z_OK) {
      return damaged;
    }
  }
}

}  // namespace entente
