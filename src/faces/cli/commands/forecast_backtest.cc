// entente forecast backtest: forecasts of pairs replayed over the past, and scored.
#include "faces/cli/commands.h"

#include <filesystem>

#include "base/text.h"
#include "faces/cli/day_list.h"
#include "report/pair_backtest.h"

namespace entente::cli {

namespace {

constexpr const char* backtest_examples =
    "  entente forecast backtest --data icews14s --origins 2014-08..2014-12 --days 7,30,90\n"
    "  entente forecast backtest --data icews18 --train-only --origins 2018-05..2018-07 --act force,consult --json\n"
    "  entente forecast backtest --data icews14s --origins 2014-08..2014-12 --act 072 --svg diagrams\n";

struct BacktestOptions {
  PairBacktestRequest wanted;
  std::string origins;
  std::string origin;
  std::string acts;
  std::string days;
  std::string svg;
};

Result<PairBacktestRequest> backtest_request(const BacktestOptions& options) {
  PairBacktestRequest wanted = options.wanted;
  const size_t dots = options.origins.find("..");
  wanted.from = options.origins.substr(0, dots);
  wanted.to = dots == std::string::npos ? wanted.from : options.origins.substr(dots + 2);
  if (!options.origin.empty()) {
    const std::optional<Date> day = parse_iso_date(options.origin);
    if (!day) return Error{ErrorCode::usage, "'" + options.origin + "' is no day such as 2014-01-01"};
    wanted.origin = *day;
  }
  if (!options.days.empty()) {
    Result<std::vector<int>> horizons = day_list(options.days, "--days");
    if (!horizons) return horizons.error();
    wanted.horizons = std::move(*horizons);
  }
  for (const std::string_view act : split(options.acts, ',')) {
    if (!trim(act).empty()) wanted.acts.emplace_back(trim(act));
  }
  return wanted;
}

Result<void> draw_reliability(const PairBacktestAnswer& answer, const std::string& folder) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem) return Error{ErrorCode::io, folder + ": cannot be made: " + problem.message()};
  for (const PairActScores& act : answer.acts) {
    std::string name = "reliability-" + act.act.name;
    if (answer.horizons.size() > 1) name += "-" + std::to_string(act.horizon_days);
    const std::string path = (std::filesystem::path(folder) / (name + ".svg")).string();
    if (const Result<void> written = write_file(path, reliability_svg(act)); !written) {
      return written;
    }
  }
  return {};
}

int run_backtest(const BacktestOptions& options, Session& session) {
  const Result<PairBacktestRequest> wanted = backtest_request(options);
  if (!wanted) return session.fail(wanted.error());
  const Result<PairBacktestAnswer> answer = session.engine().backtest_pairs(*wanted);
  if (!answer) return session.fail(answer.error());
  if (!options.svg.empty()) {
    if (const Result<void> drawn = draw_reliability(*answer, options.svg); !drawn) return session.fail(drawn.error());
  }
  if (session.json()) {
    session.out().line(pair_backtest_json(*answer));
  } else {
    session.out().write(pair_backtest_text(*answer));
  }
  return done;
}

}  // namespace

void add_forecast_backtest(CLI::App& forecast, Chosen& chosen) {
  CLI::App* command =
      add_command(forecast, "backtest", "replay forecasts of pairs month by month and score them", backtest_examples);
  auto options = std::make_shared<BacktestOptions>();
  command
      ->add_option("--data", options->wanted.data, "a folder with entity2id.txt, relation2id.txt and parts beside them")
      ->required()
      ->type_name("DIR");
  command->add_flag("--train-only", options->wanted.train_only, "open no part but train.txt");
  command->add_option("--origins", options->origins, "months; forecasts are made on the first day of each")
      ->required()
      ->type_name("FROM..TO");
  command->add_option("--days,--horizon", options->days, "days ahead, several parted by commas (default: 30)")
      ->type_name("DAYS");
  command
      ->add_option("--act", options->acts,
                   "force, aid, material-cooperation, consult, verbal-conflict, PLOVER types or CAMEO codes, parted by "
                   "commas (default: those five)")
      ->type_name("ACTS");
  command->add_option("--origin", options->origin, "the day of step 0 (default: told by a folder's name as icews14s)")
      ->type_name("DATE");
  command->add_option("--svg", options->svg, "write a reliability diagram a class of acts there")->type_name("DIR");
  command->add_option("--seed", options->wanted.seed, "of what is drawn; the same seed gives the same bytes")
      ->type_name("N");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run_backtest(*options, session); }; });
}

}  // namespace entente::cli
