// What the program tells about itself: help with examples first, shell completion, the manual page. All three are made
// from the options as they were declared.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Formatter.hpp>
#include <string>
#include <vector>

namespace entente::cli {

/// Help with the examples (kept as the command's footer) before everything else.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
  /// The kind of value alone: what excludes what is told by the error.
  std::string make_option_opts(const CLI::Option* option) const override;
  /// What stands by itself on the command line, by its name and no more: "PATH...", "[FILE]".
  std::string make_option_usage(const CLI::Option* option) const override;
};

/// The program's own options, that may stand after every command.
std::vector<const CLI::Option*> shared_options(const CLI::App& app);

/// A completion script; empty for an unknown shell.
std::string completion_script(const CLI::App& app, const std::string& shell);
/// The manual page, in man's own language.
std::string manual_page(const CLI::App& app, const std::string& version);

}  // namespace entente::cli
