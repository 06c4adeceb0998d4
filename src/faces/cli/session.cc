#include "faces/cli/session.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace entente::cli {

Error usage_error(const std::string& what) {
  return {ErrorCode::usage, what};
}

namespace {

std::atomic<bool> interrupt_flag = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

/// The first one asks for an orderly end, the second kills.
extern "C" void on_interrupt(int number) {
  interrupt_flag = true;
  std::signal(number, SIG_DFL);
}

}  // namespace

void Session::add_options(CLI::App& app) {
  app.add_option("--db", ledger_, "the ledger's file (default: entente/ledger.db under XDG data home)")
      ->type_name("FILE");
  app.add_option("--data", data_,
                 "the folder that holds lexicon/ and models/ (default: $ENTENTE_DATA, or as installed)")
      ->type_name("FOLDER");
  app.add_option("--threads", threads_, "work on so many inputs at once (default: one for each core)")
      ->check(CLI::Range(1, 1024).description(""))
      ->type_name("N");
  app.add_flag("--json", json_, "print JSON instead of a table");
  app.add_flag("-q,--quiet", quiet_, "no messages but errors");
  app.add_flag("-v,--verbose", verbose_, "more messages");
}

Engine Session::engine() {
  EngineOptions options;
  options.ledger = ledger_;
  options.data_folder = data_;
  options.threads = threads_;
  options.hooks.cancelled = &interrupt_flag;
  options.hooks.log = [this](LogLevel level, std::string_view message) {
    if (level == LogLevel::info) {
      if (verbose_) say(message);
    } else {
      warn(message);
    }
  };
  if (!quiet_ && ::isatty(STDERR_FILENO) == 1) {
    options.hooks.progress = [this](const Progress& now) { progress_line_.show(now); };
  }
  return Engine(std::move(options));
}

void Session::say(std::string_view message) const {
  progress_line_.clear();
  std::fprintf(stderr, "entente: %.*s\n", static_cast<int>(message.size()), message.data());
}

void Session::note(std::string_view message) const {
  if (!quiet_) say(message);
}

void Session::warn(std::string_view message) const {
  if (!quiet_) say("warning: " + std::string(message));
}

int Session::fail(const Error& error) const {
  say(error.message);
  if (error.code == ErrorCode::interrupted) return interrupted;
  return error.code == ErrorCode::usage ? usage : failed;
}

int Session::code_for(size_t failed_inputs, size_t inputs) {
  if (failed_inputs == 0) return done;
  return failed_inputs < inputs ? some_failed : failed;
}

void Session::catch_signals() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;  // without SA_RESTART, so that waiting for input ends as well
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

int Session::finish(int code) {
  progress_line_.clear();
  out_.flush();
  const std::string problem = out_.problem();
  if (problem.empty()) return code;
  say(problem);
  return code == done ? failed : code;
}

}  // namespace entente::cli
