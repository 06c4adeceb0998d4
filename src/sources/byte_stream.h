// The bytes of a file, of standard input or of a piece of memory, unpacked on the way if they are compressed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sources/unpacker.h"

namespace entente {

/// A window that moves over the bytes: whoever reads sees what is ahead, asks for more, and takes what is done with.
/// Never holds more than what was asked for and a chunk.
class ByteStream {
 public:
  /// Errors: missing, io, input (a folder).
  static Result<std::unique_ptr<ByteStream>> open(const std::string& path);
  /// Over bytes that outlive the stream; `path` names them in messages.
  static std::unique_ptr<ByteStream> over(std::string_view bytes, const std::string& path);
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ~ByteStream();

  /// What has been read and not been taken.
  [[nodiscard]] std::string_view ahead() const { return std::string_view(window_).substr(begin_); }
  /// Reads more; false at the end, or where reading failed.
  bool more();
  /// Reads until so many bytes are ahead, or the end.
  std::string_view ahead(size_t bytes);
  void take(size_t bytes) { begin_ += bytes; }
  [[nodiscard]] bool at_end() { return ahead(1).empty(); }

  /// Why reading ended before the end.
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
  /// How many bytes of the file (packed, if it is packed) have been read.
  [[nodiscard]] uint64_t position() const { return position_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  ByteStream(int file, std::string_view memory, std::string path);
  std::string_view raw_chunk();
  void begin();
  bool add_raw();
  bool add_unpacked();
  void fail(Error error);

  int file_ = -1;
  std::string_view memory_;
  std::string path_;
  std::string first_;  // the bytes that it begins with
  std::string chunk_;
  std::string_view packed_;  // raw bytes that are not unpacked yet
  std::unique_ptr<Unpacker> unpacker_;
  bool at_raw_end_ = false;
  bool begun_ = false;
  bool ended_ = false;
  uint64_t position_ = 0;
  std::string window_;
  size_t begin_ = 0;
  std::optional<Error> failure_;
};

/// All that is left, refused over max_article_bytes.
Result<std::string> take_all(ByteStream& stream);

/// The next line without its end, at most `longest` bytes of it; nothing at the end of the input, or where reading
/// failed within the line.
struct Line {
  std::string text;
  bool too_long = false;  // what goes beyond `longest` was passed over
};
std::optional<Line> take_line(ByteStream& stream, size_t longest);

/// "too large" in the one form that files and unpacked files share.
Error too_large(const std::string& path);

}  // namespace entente
