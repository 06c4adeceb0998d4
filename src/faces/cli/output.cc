#include "faces/cli/output.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace entente::cli {

namespace {

constexpr size_t buffer_bytes = 1 << 16;

/// 0, or the errno of the failure.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<size_t>(written));
  }
  return 0;
}

Error cannot_write(const std::string& path, int cause) {
  return {ErrorCode::io, path + ": cannot be written (" + std::strerror(cause) + ")"};
}

int write_and_sync(const std::string& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return errno;
  int failure = write_all(file, text);
  if (failure == 0 && ::fsync(file) != 0) failure = errno;
  if (::close(file) != 0 && failure == 0) failure = errno;
  return failure;
}

bool set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

void Output::write(std::string_view text) {
  if (!open()) return;
  buffer_ += text;
  if (buffer_.size() >= buffer_bytes) flush();
}

void Output::line(std::string_view text) {
  write(text);
  write("\n");
}

void Output::flush() {
  if (open()) failure_ = write_all(STDOUT_FILENO, buffer_);
  buffer_.clear();
}

bool Output::reader_gone() const {
  return failure_ == EPIPE;
}

std::string Output::problem() const {
  if (failure_ == 0 || reader_gone()) return {};
  return std::string("standard output: cannot be written (") + std::strerror(failure_) + ")";
}

Result<void> write_file(const std::string& path, std::string_view text) {
  const std::string beside = path + ".part";
  if (const int failure = write_and_sync(beside, text); failure != 0) {
    ::unlink(beside.c_str());
    return cannot_write(path, failure);
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) {
    const int failure = errno;
    ::unlink(beside.c_str());
    return cannot_write(path, failure);
  }
  return {};
}

Result<std::string> read_all(const std::string& path) {
  const bool standard = path == "-";
  const int file = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const auto code = errno == ENOENT ? ErrorCode::missing : ErrorCode::io;
    return Error{code, path + ": cannot be read (" + std::strerror(errno) + ")"};
  }
  std::string text;
  std::string block(buffer_bytes, '\0');
  ssize_t got = 0;
  while ((got = ::read(file, block.data(), block.size())) > 0) text.append(block, 0, static_cast<size_t>(got));
  const int failure = got < 0 ? errno : 0;
  if (!standard) ::close(file);
  if (failure == EINTR) return Error{ErrorCode::interrupted, "interrupted"};
  if (failure != 0) return Error{ErrorCode::io, path + ": cannot be read (" + std::strerror(failure) + ")"};
  return text;
}

Terminal terminal() {
  Terminal found;
  found.is_terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* kind = std::getenv("TERM");
  const bool dumb = kind == nullptr || std::strcmp(kind, "dumb") == 0;
  found.colour = found.is_terminal && !dumb && !set("NO_COLOR");
  winsize size{};
  if (found.is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    found.width = size.ws_col;
  } else if (set("COLUMNS")) {
    found.width = std::clamp(std::atoi(std::getenv("COLUMNS")), 20, 1000);
  }
  return found;
}

}  // namespace entente::cli
