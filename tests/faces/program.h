// Runs the built program as a user would: arguments in; exit code, standard output and standard error out.
#pragma once

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace entente::faces {

namespace fs = std::filesystem;

/// A folder that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "entente-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return file(name);
  }

 private:
  fs::path path_;
};

inline std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// How the program ended: its exit code, 128 and more for the signal that killed it.
struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

struct Setting {
  std::string input = {};                       // standard input
  std::map<std::string, std::string> env = {};  // beside the test's own environment
  rlim_t file_bytes = RLIM_INFINITY;            // no file may grow beyond
  bool as_nobody = false;                       // without the rights of root
  std::string out_path = {};                    // standard output goes there instead of into Outcome
};

namespace detail {

inline void redirect(const std::string& path, int flags, int to) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, to) < 0) _exit(126);
}

[[noreturn]] inline void become_program(const std::vector<std::string>& arguments, const Setting& setting) {
  for (const auto& [name, value] : setting.env) setenv(name.c_str(), value.c_str(), 1);
  const rlimit limit{setting.file_bytes, setting.file_bytes};
  if (setting.file_bytes != RLIM_INFINITY) setrlimit(RLIMIT_FSIZE, &limit);
  if (setting.as_nobody && (setgroups(0, nullptr) != 0 || setgid(65534) != 0 || setuid(65534) != 0)) _exit(126);
  const std::string program = std::string(ENTENTE_BINARY) + "/entente";
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(program.c_str(), argv.data());
  _exit(126);
}

inline int exit_code(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace detail

inline Outcome run(const std::vector<std::string>& arguments, const Setting& setting = {}) {
  const Folder folder;
  const std::string in = folder.write("in", setting.input);
  const std::string out = setting.out_path.empty() ? folder.file("out") : setting.out_path;
  const pid_t child = fork();
  if (child == 0) {
    detail::redirect(in, O_RDONLY, STDIN_FILENO);
    detail::redirect(out, O_WRONLY | O_CREAT, STDOUT_FILENO);
    detail::redirect(folder.file("err"), O_WRONLY | O_CREAT, STDERR_FILENO);
    detail::become_program(arguments, setting);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const std::string printed = setting.out_path.empty() ? slurp(out) : std::string();
  return {detail::exit_code(status), printed, slurp(folder.file("err"))};
}

/// A running program whose standard error is read line by line, to be stopped at a moment of the test's choice.
class Running {
 public:
  explicit Running(const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) std::abort();
    child_ = fork();
    if (child_ == 0) {
      detail::redirect("/dev/null", O_WRONLY, STDOUT_FILENO);
      dup2(ends[1], STDERR_FILENO);
      close(ends[0]);
      close(ends[1]);
      detail::become_program(arguments, {});
    }
    close(ends[1]);
    lines_ = fdopen(ends[0], "r");
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() { fclose(lines_); }

  /// The next line of standard error; nothing when the program has ended.
  std::optional<std::string> line() {
    std::array<char, 4096> buffer{};
    if (fgets(buffer.data(), buffer.size(), lines_) == nullptr) return std::nullopt;
    std::string text = buffer.data();
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
  }
  void send(int number) const { kill(child_, number); }
  int wait() const {
    int status = 0;
    waitpid(child_, &status, 0);
    return detail::exit_code(status);
  }

 private:
  pid_t child_ = -1;
  FILE* lines_ = nullptr;
};

inline size_t count_lines(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace entente::faces
