#include "faces/cli/page_output.h"

#include <filesystem>

namespace entente::cli {

namespace {

std::optional<Format> format_of(const PageOptions& options, bool json) {
  if (!options.format.empty()) return format_named(options.format);
  if (json) return Format::json;
  const std::string ending = std::filesystem::path(options.file).extension().string();
  if (ending == ".html" || ending == ".htm") return Format::html;
  if (ending == ".md") return Format::markdown;
  return ending == ".json" ? Format::json : Format::terminal;
}

}  // namespace

void add_page_options(CLI::App& command, PageOptions& options) {
  command.add_option("--format", options.format, "terminal, md, html or json (default: as FILE's name tells)")
      ->type_name("FORMAT");
  command.add_option("-o,--output", options.file, "write there instead of standard output")->type_name("FILE");
}

int print_page(const PageOptions& options, Session& session, const PageMaker& make) {
  const std::optional<Format> format = format_of(options, session.json());
  if (!format) {
    return session.fail({ErrorCode::usage, options.format + ": no such format: use terminal, md, html or json"});
  }
  const Terminal screen = terminal();
  const bool to_file = !options.file.empty() && options.file != "-";
  const Result<std::string> page = make(*format, {screen.width, screen.colour && !to_file});
  if (!page) return session.fail(page.error());
  if (!to_file) {
    session.out().write(*page);
    return done;
  }
  const Result<void> written = write_file(options.file, *page);
  return written ? done : session.fail(written.error());
}

}  // namespace entente::cli
