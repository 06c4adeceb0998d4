// entente whatif trade: scenarios of trade, and gravity equations estimated.
#include "faces/cli/commands.h"
#include "faces/cli/page_output.h"
#include "report/estimate.h"
#include "report/trade_sheet.h"

namespace entente::cli {

namespace {

constexpr const char* whatif_trade_examples =
    "  entente whatif trade scenarios/tariff-cut.toml                what follows from a tariff cut\n"
    "  entente whatif trade scenarios/tariff-cut.toml -o cut.html    ... as a page to forward\n"
    "  entente whatif trade --between RUS IRN                        an agreement between two, as large as they were "
    "on average\n"
    "  entente whatif trade --estimate flows.csv --formula 'trade ~ log(dist) + cntg | exporter + importer'\n"
    "  entente whatif trade --estimate panel.csv --formula 'trade ~ rta | pair + exporter^year + importer^year' "
    "--cluster pair\n";

struct TradeOptions {
  std::string scenario;
  std::vector<std::string> between;
  EstimateRequest estimate;
  PageOptions page;
};

int run_estimate(const TradeOptions& options, Session& session) {
  if (options.estimate.formula.empty()) {
    return session.fail({ErrorCode::usage, "--estimate needs --formula 'trade ~ log(dist) | exporter + importer'"});
  }
  const Result<EstimateAnswer> answer = session.engine().estimate(options.estimate);
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(estimate_json(*answer));
  } else {
    session.out().write(estimate_text(*answer, terminal().width));
  }
  return done;
}

int run(const TradeOptions& options, Session& session) {
  const bool pair = options.between.size() == 2;
  if ((options.scenario.empty() ? 0 : 1) + (options.estimate.path.empty() ? 0 : 1) + (pair ? 1 : 0) != 1) {
    return session.fail({ErrorCode::usage,
                         "give a scenario, --between A B, or --estimate DATA.csv: see 'entente whatif trade --help'"});
  }
  const std::string text = pair ? agreement_between(options.between[0], options.between[1]) : std::string();
  if (!options.estimate.path.empty()) return run_estimate(options, session);
  return print_page(options.page, session, [&](Format format, const RenderOptions& look) -> Result<std::string> {
    const Result<TradeAnswer> answer = session.engine().whatif_trade(pair ? "--between" : options.scenario, text);
    if (!answer) return answer.error();
    return render(*answer, format, look);
  });
}

}  // namespace

void add_whatif_trade(CLI::App& whatif, Chosen& chosen) {
  CLI::App* command = add_command(whatif, "trade", "tariffs, agreements and sanctions: who trades what, who gains",
                                  whatif_trade_examples);
  auto options = std::make_shared<TradeOptions>();
  command->add_option("SCENARIO", options->scenario, "a TOML file, or - for standard input")->type_name("");
  add_page_options(*command, options->page);
  command->add_option("--between", options->between, "an agreement between these two instead of a scenario")
      ->type_name("A B")
      ->expected(2);
  command->add_option("--estimate", options->estimate.path, "estimate a gravity equation on this table instead")
      ->type_name("DATA.csv");
  command->add_option("--formula", options->estimate.formula, "the equation: 'trade ~ log(dist) | exporter + importer'")
      ->type_name("FORMULA");
  command->add_option("--cluster", options->estimate.cluster, "a column whose values share their errors")
      ->type_name("COLUMN");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
