// entente whatif rails: payment rails lost, linked or barred, and days of settlement.
#include "faces/cli/commands.h"
#include "faces/cli/page_output.h"
#include "report/rail_sheet.h"

namespace entente::cli {

namespace {

constexpr const char* whatif_rails_examples =
    "  entente whatif rails scenarios/rails-linked.toml                 two networks linked: what can be settled?\n"
    "  entente whatif rails scenarios/rails-linked.toml -o rails.html   ... as a page to forward\n"
    "  entente whatif rails --between RUS IRN                           what can two pay each other?\n"
    "  entente whatif rails scenarios/rails-no-swift.toml --json\n";

struct RailOptions {
  std::string scenario;
  std::vector<std::string> between;
  PageOptions page;
};

int run(const RailOptions& options, Session& session) {
  const bool pair = options.between.size() == 2;
  if (options.scenario.empty() != pair) {
    return session.fail({ErrorCode::usage, "give a scenario or --between A B: see 'entente whatif rails --help'"});
  }
  const std::string text = pair ? rails_between(options.between[0], options.between[1]) : std::string();
  return print_page(options.page, session, [&](Format format, const RenderOptions& look) -> Result<std::string> {
    const Result<RailAnswer> answer = session.engine().whatif_rails(pair ? "--between" : options.scenario, text);
    if (!answer) return answer.error();
    return render(*answer, format, look);
  });
}

}  // namespace

void add_whatif_rails(CLI::App& whatif, Chosen& chosen) {
  CLI::App* command = add_command(whatif, "rails", "payment rails lost, linked or barred: what can still be settled?",
                                  whatif_rails_examples);
  auto options = std::make_shared<RailOptions>();
  command->add_option("SCENARIO", options->scenario, "a TOML file, or - for standard input")->type_name("");
  command->add_option("--between", options->between, "what these two can settle, instead of a scenario")
      ->type_name("A B")
      ->expected(2);
  add_page_options(*command, options->page);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
