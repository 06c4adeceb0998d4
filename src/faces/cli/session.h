// One run of the program: options that every command takes, messages, signals, exit codes.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "faces/cli/output.h"
#include "faces/cli/progress_line.h"

namespace entente::cli {

/// The contract of docs/manual.md.
enum ExitCode { done = 0, failed = 1, usage = 2, some_failed = 3, interrupted = 130 };

/// A command line that asks for what there is not.
Error usage_error(const std::string& what);

class Session {
 public:
  /// Adds the options that every command takes.
  void add_options(CLI::App& app);

  /// An engine with those options and with hooks that speak on standard error.
  Engine engine();
  Output& out() { return out_; }
  [[nodiscard]] bool json() const { return json_; }

  void note(std::string_view message) const;
  void warn(std::string_view message) const;
  /// Says what is wrong; returns the exit code that belongs to it.
  int fail(const Error& error) const;
  /// The exit code of a run in which so many of the inputs failed.
  static int code_for(size_t failed_inputs, size_t inputs);

  /// Catches interrupts and lets a closed pipe or a file limit be an error instead of a death.
  static void catch_signals();
  /// Flushes the output; an exit code other than done replaces the one given if that failed.
  int finish(int code);

 private:
  void say(std::string_view message) const;

  Output out_;
  std::string ledger_;
  std::string data_;
  int threads_ = 0;
  bool json_ = false;
  bool quiet_ = false;
  bool verbose_ = false;
  mutable ProgressLine progress_line_;
};

}  // namespace entente::cli
