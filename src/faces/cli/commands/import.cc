// entente import: event data sets into the ledger's store of events, tables of ties among its claims.
#include "faces/cli/commands.h"
#include "faces/cli/commands/import_ties.h"
#include "report/event_import.h"

namespace entente::cli {

namespace {

constexpr const char* import_examples =
    "  entente import icews events.2018.tab          ICEWS, POLECAT: tables parted by tabs\n"
    "  entente import gdelt 20180101*.export.CSV     GDELT 1.0 and 2.0, packed or not\n"
    "  entente import ucdp ged251.csv                UCDP GED, ACLED: CSV\n"
    "  entente import quads ICEWS14 --origin 2014-01-01 --step day    a folder of a forecasting benchmark\n"
    "  entente import sipri transfers.csv            arms transfers; likewise atop, desta, sanctions, reactors\n"
    "  entente import icews more.tab --data-version 2019-03 --licence 'CC0'\n";

struct ImportOptions {
  std::string format;
  std::vector<std::string> paths;
  std::string origin;
  std::string step = "day";
  std::string data_set;
  std::string version;
  std::string licence;
};

Result<EventImportOptions> event_options(const ImportOptions& options) {
  EventImportOptions out;
  const auto format = event_format(options.format);
  if (!format)
    return usage_error(
        options.format +
        ": no such format: use icews, gdelt, polecat, ucdp, acled or quads, or for ties sipri, atop, desta, "
        "sanctions or reactors");
  out.format = *format;
  out.data_set = options.data_set;
  out.version = options.version;
  out.licence = options.licence;
  const auto step = time_step(options.step);
  if (!step) return usage_error("--step " + options.step + ": use hour, day, week, month or year");
  out.read.step = *step;
  if (*format != EventFormat::quads) return out;
  const auto origin = parse_iso_date(options.origin);
  if (!origin) return usage_error("quads count time from a day that they don't tell: give it as --origin 2014-01-01");
  out.read.origin = *origin;
  return out;
}

int run(const ImportOptions& options, Session& session) {
  if (const auto ties = tie_format(options.format)) return import_ties(*ties, options.paths, session);
  const Result<EventImportOptions> wanted = event_options(options);
  if (!wanted) return session.fail(wanted.error());
  Engine engine = session.engine();
  const Result<EventImportSummary> summary = engine.import_events(options.paths, *wanted);
  if (!summary) return session.fail(summary.error());
  size_t bad_files = summary->failed.size();
  for (const Error& error : summary->failed) static_cast<void>(session.fail(error));
  for (const ImportedFile& file : summary->files) {
    const bool failed_whole = file.bad > 0 && file.bad == file.rows;
    if (failed_whole) continue;
    for (const std::string& error : file.errors) session.warn(error);
    if (file.bad > file.errors.size()) {
      session.warn(file.path + ": " + std::to_string(file.bad - file.errors.size()) + " more rows cannot be read");
    }
    bad_files += file.bad > 0 ? 1 : 0;
  }
  if (session.json()) {
    session.out().line(import_json(*summary));
  } else {
    session.out().write(import_text(*summary));
  }
  if (summary->failed.size() == summary->files.size() && !summary->files.empty()) return failed;
  return bad_files > 0 ? some_failed : done;
}

}  // namespace

void add_import(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "import", "put event data sets and tables of ties into the ledger", import_examples);
  auto options = std::make_shared<ImportOptions>();
  command
      ->add_option("FORMAT", options->format,
                   "icews, gdelt, polecat, ucdp, acled or quads; sipri, atop, desta, sanctions or reactors")
      ->required()
      ->type_name("");
  command->add_option("PATH", options->paths, "files, folders, or - for standard input")->required()->type_name("");
  command->add_option("--origin", options->origin, "of quads: the day of time 0")->type_name("DATE");
  command->add_option("--step", options->step, "of quads: hour, day, week, month or year")->type_name("UNIT");
  command->add_option("--data-set", options->data_set, "the data set's name, instead of the format's")
      ->type_name("NAME");
  command->add_option("--data-version", options->version, "the data set's version")->type_name("TEXT");
  command->add_option("--licence", options->licence, "the data set's licence, kept with every row")->type_name("TEXT");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
