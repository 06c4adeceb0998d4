// Standard output that knows when nobody reads it any more, and files that are written whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace entente::cli {

/// Buffered writing to standard output. After a failure it swallows everything.
class Output {
 public:
  ~Output() { flush(); }

  void write(std::string_view text);
  void line(std::string_view text);
  void flush();
  /// False once the reader has gone (EPIPE) or the writing has failed.
  [[nodiscard]] bool open() const { return failure_ == 0; }
  /// The reader has gone: no error, the rest is not wanted.
  [[nodiscard]] bool reader_gone() const;
  /// What went wrong, for a person; empty if nothing did.
  [[nodiscard]] std::string problem() const;

 private:
  std::string buffer_;
  int failure_ = 0;
};

/// Writes beside the file and renames, so that a crash leaves the old one. Errors: io.
Result<void> write_file(const std::string& path, std::string_view text);

/// All of a file, or of standard input for "-". Errors: missing, io.
Result<std::string> read_all(const std::string& path);

struct Terminal {
  bool is_terminal = false;
  bool colour = false;  // a terminal that shows them, and NO_COLOR is not set
  int width = 80;
};
/// What standard output is.
Terminal terminal();

}  // namespace entente::cli
