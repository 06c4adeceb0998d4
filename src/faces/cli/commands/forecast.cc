// entente forecast: the next events of a temporal graph; train, eval, predict. Its backtest is a file of its own.
#include "faces/cli/commands.h"
#include "report/event_forecast.h"
#include "report/next_events.h"

namespace entente::cli {

namespace {

constexpr const char* forecast_examples =
    "  entente forecast train --data icews14s --model icews14s.forecaster\n"
    "  entente forecast eval --data icews14s --model icews14s.forecaster --json\n"
    "  entente forecast predict --data icews14s --model icews14s.forecaster --subject China --relation Consult \\\n"
    "      --at 2014-09-01 --origin 2014-01-01\n"
    "  entente forecast backtest --data icews14s --origins 2014-08..2014-12 --horizon 30\n";

constexpr const char* train_examples =
    "  entente forecast train --data icews14s --model icews14s.forecaster\n"
    "  entente forecast train --data icews14s --model second.forecaster --seed 2 --json\n";

constexpr const char* eval_examples =
    "  entente forecast eval --data icews14s --model icews14s.forecaster\n"
    "  entente forecast eval --data icews14s --model icews14s.forecaster --split valid --json\n"
    "  entente forecast eval --data icews14s --model icews14s.forecaster --ranks ranks.tsv\n"
    "  entente forecast eval --data icews14s --baseline      recurrency alone\n";

constexpr const char* predict_examples =
    "  entente forecast predict --data icews14s --model icews14s.forecaster --subject China --relation Consult \\\n"
    "      --at 2014-09-01 --origin 2014-01-01\n"
    "  entente forecast predict --data icews14s --model icews14s.forecaster --object Iran --relation Consult --at 243 "
    "\\\n"
    "      --top 5 --json\n";

constexpr const char* data_help = "a folder with train.txt, valid.txt, test.txt, entity2id.txt, relation2id.txt";

struct TrainOptions {
  ForecastTraining wanted;
  std::string model;
};

int train(const TrainOptions& options, Session& session) {
  const Result<TrainedForecaster> trained = session.engine().train_forecaster(options.wanted);
  if (!trained) return session.fail(trained.error());
  if (const Result<void> written = write_file(options.model, trained->model); !written) {
    return session.fail(written.error());
  }
  if (session.json()) {
    session.out().line(training_json(*trained));
  } else {
    session.out().write(training_text(*trained));
  }
  return done;
}

void add_train(CLI::App& forecast, Chosen& chosen) {
  CLI::App* command = add_command(forecast, "train", "fit a forecaster to the past of a graph", train_examples);
  auto options = std::make_shared<TrainOptions>();
  command->add_option("--data", options->wanted.data, std::string(data_help) + "; test.txt is not opened")
      ->required()
      ->type_name("DIR");
  command->add_option("--model", options->model, "the file to write")->required()->type_name("FILE");
  command->add_option("--seed", options->wanted.seed, "of what is drawn; the same seed gives the same bytes")
      ->type_name("N");
  command->add_option("--without", options->wanted.without, "leave a family of features out, to see what it adds")
      ->type_name("FAMILY");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return train(*options, session); }; });
}

struct EvalOptions {
  ForecastTest wanted;
  std::string split = "test";
  bool baseline = false;
  std::string ranks;
};

int eval(const EvalOptions& options, Session& session) {
  ForecastTest wanted = options.wanted;
  if (wanted.model.empty() != options.baseline) {
    return session.fail({ErrorCode::usage, "give either --model FILE or --baseline"});
  }
  wanted.split = options.split == "valid" ? Split::valid : Split::test;
  const Result<TestedForecaster> tested = session.engine().test_forecaster(wanted);
  if (!tested) return session.fail(tested.error());
  if (!options.ranks.empty()) {
    const Result<void> written = write_file(options.ranks, ranks_text(tested->ranks));
    if (!written) return session.fail(written.error());
  }
  if (session.json()) {
    session.out().line(test_json(*tested));
  } else {
    session.out().write(test_text(*tested));
  }
  return done;
}

void add_eval(CLI::App& forecast, Chosen& chosen) {
  CLI::App* command = add_command(forecast, "eval", "rank what came next, single step, filtered", eval_examples);
  auto options = std::make_shared<EvalOptions>();
  command->add_option("--data", options->wanted.data, data_help)->required()->type_name("DIR");
  command->add_option("--model", options->wanted.model, "a file that train wrote")->type_name("FILE");
  command->add_flag("--baseline", options->baseline, "rank by recurrency alone, without a model");
  command->add_option("--split", options->split, "valid or test (default: test)")
      ->check(CLI::IsMember({"valid", "test"}))
      ->type_name("PART");
  command->add_option("--ranks", options->ranks, "write every query's rank and score there")->type_name("FILE");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return eval(*options, session); }; });
}

struct PredictOptions {
  NextEventRequest wanted;
  std::string origin;
};

int predict(const PredictOptions& options, Session& session) {
  NextEventRequest wanted = options.wanted;
  if (wanted.subject.empty() == wanted.object.empty()) {
    return session.fail({ErrorCode::usage, "give either --subject or --object; the other one is asked for"});
  }
  if (!options.origin.empty()) {
    const std::optional<Date> origin = parse_iso_date(options.origin);
    if (!origin) return session.fail({ErrorCode::usage, "'" + options.origin + "' is no day such as 2014-01-01"});
    wanted.origin = *origin;
  }
  const Result<NextEvents> answer = session.engine().next_events(wanted);
  if (!answer) return session.fail(answer.error());
  session.out().write(session.json() ? next_events_json(*answer) : next_events_text(*answer, terminal().width));
  return done;
}

void add_predict(CLI::App& forecast, Chosen& chosen) {
  CLI::App* command = add_command(forecast, "predict", "the likeliest next events, with reasons", predict_examples);
  auto options = std::make_shared<PredictOptions>();
  NextEventRequest& wanted = options->wanted;
  command->add_option("--data", wanted.data, data_help)->required()->type_name("DIR");
  command->add_option("--model", wanted.model, "a file that train wrote")->required()->type_name("FILE");
  command->add_option("--subject", wanted.subject, "who acts; the object is asked for")->type_name("NAME");
  command->add_option("--object", wanted.object, "who is acted on; the subject is asked for")->type_name("NAME");
  command->add_option("--relation", wanted.relation, "what is done")->required()->type_name("NAME");
  command->add_option("--at", wanted.at, "when: a step, or a day with --origin; earlier facts are seen")
      ->required()
      ->type_name("STEP|DATE");
  command->add_option("--origin", options->origin, "the day of step 0")->type_name("DATE");
  command->add_option("--step", wanted.step_is, "what a step is: hour, day or year (default: day)")
      ->check(CLI::IsMember({"hour", "day", "year"}))
      ->type_name("UNIT");
  command->add_option("--top", wanted.top, "so many answers (default: 20)")->type_name("N");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return predict(*options, session); }; });
}

}  // namespace

void add_forecast(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "forecast", "what comes next, learnt from the past and tested on it", forecast_examples);
  command->require_subcommand(1);
  add_train(*command, chosen);
  add_eval(*command, chosen);
  add_predict(*command, chosen);
  add_forecast_backtest(*command, chosen);
}

}  // namespace entente::cli
