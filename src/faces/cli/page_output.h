// Where a page goes and in which format: options that several commands share.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>

#include "faces/cli/session.h"
#include "report/report.h"

namespace entente::cli {

struct PageOptions {
  std::string format;
  std::string file;
};

/// Adds --format and -o.
void add_page_options(CLI::App& command, PageOptions& options);

using PageMaker = std::function<Result<std::string>(Format, const RenderOptions&)>;
/// Makes the page in the format that was asked for, or that the file's name tells, and writes it; the exit code.
int print_page(const PageOptions& options, Session& session, const PageMaker& make);

}  // namespace entente::cli
