#include "report/pair_backtest.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace entente {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string method_line(const std::string& name, const ProbabilityScores& scores) {
  return fmt::format("  {:<22} {:>8} {:>8.5f} {:>8.5f} {:>7.4f} {:>8.5f} {:>7.4f} {:>8.5f} {:>8.5f}\n", name,
                     scores.questions, scores.base_rate(), scores.brier, scores.skill, scores.log_loss, scores.auc,
                     scores.ece, scores.ece_noise);
}

std::string scores_heading(const std::string& of) {
  return fmt::format("  {:<22} {:>8} {:>8} {:>8} {:>7} {:>8} {:>7} {:>8} {:>8}\n", of, "asked", "happened", "Brier",
                     "skill", "log loss", "AUC", "ECE", "noise");
}

std::string parts_text(const std::string& of, const std::vector<PairPartScores>& parts) {
  if (parts.empty()) return "";
  std::string out = scores_heading(of);
  for (const PairPartScores& part : parts) out += method_line(part.part.empty() ? "unknown" : part.part, part.scores);
  return out;
}

std::string act_scores_text(const PairActScores& act) {
  std::string out = fmt::format("{}, {} days ahead\n", act.act.name, act.horizon_days) + scores_heading("method");
  for (const PairMethodScores& method : act.methods) out += method_line(method.method, method.scores);
  for (size_t at = 0; at < act.against.size(); ++at) {
    const ScoreComparison& against = act.against[at];
    out += fmt::format("  model against {}: Brier lower by {:.6f} (p {:.4f}), log loss by {:.6f} (p {:.4f})\n",
                       act.methods[at].method, against.brier, against.brier_p, against.log_loss, against.log_loss_p);
  }
  return out + parts_text("the model as of", act.by_origin) + parts_text("the model, source in", act.by_region) + "\n";
}

/// The model by act and horizon, beside the skill of what it has to beat.
std::string horizons_text(const PairBacktestAnswer& answer) {
  if (answer.horizons.size() < 2) return "";
  std::string out =
      fmt::format("{:<22} {:>5} {:>8} {:>8} {:>8} {:>7} {:>7} {:>8} {:>7} {:>8} {:>8}\n", "by act and horizon", "days",
                  "asked", "happened", "said", "skill", "Hawkes", "log loss", "AUC", "ECE", "noise");
  for (const PairActScores& act : answer.acts) {
    const ProbabilityScores& model = act.methods.back().scores;
    const ProbabilityScores& hawkes = act.methods[act.methods.size() - 2].scores;
    out += fmt::format("{:<22} {:>5} {:>8} {:>8.5f} {:>8.5f} {:>7.4f} {:>7.4f} {:>8.5f} {:>7.4f} {:>8.5f} {:>8.5f}\n",
                       act.act.name, act.horizon_days, model.questions, model.base_rate(), model.mean, model.skill,
                       hawkes.skill, model.log_loss, model.auc, model.ece, model.ece_noise);
  }
  return out;
}

std::string horizons_words(const std::vector<int>& horizons) {
  std::string out;
  for (const int days : horizons) out += (out.empty() ? "" : ", ") + std::to_string(days);
  return out;
}

OrderedJson scores_json(const ProbabilityScores& scores) {
  OrderedJson out;
  out["questions"] = scores.questions;
  out["happened"] = scores.happened;
  out["base_rate"] = scores.base_rate();
  out["mean"] = scores.mean;
  out["brier"] = scores.brier;
  out["skill"] = scores.skill;
  out["log_loss"] = scores.log_loss;
  out["auc"] = scores.auc;
  out["ece"] = scores.ece;
  out["ece_mean"] = scores.ece_mean;
  out["ece_noise"] = scores.ece_noise;
  return out;
}

OrderedJson parts_json(const std::vector<PairPartScores>& parts) {
  OrderedJson out = OrderedJson::array();
  for (const PairPartScores& part : parts) {
    OrderedJson one = scores_json(part.scores);
    one["part"] = part.part;
    out.push_back(std::move(one));
  }
  return out;
}

OrderedJson method_json(const PairMethodScores& method) {
  OrderedJson out = scores_json(method.scores);
  out["method"] = method.method;
  out["reliability"] = OrderedJson::array();
  for (const ReliabilityBin& bin : method.reliability) {
    out["reliability"].push_back({{"questions", bin.questions},
                                  {"happened", bin.happened},
                                  {"forecast", bin.forecast},
                                  {"frequency", bin.frequency}});
  }
  return out;
}

OrderedJson act_scores_json(const PairActScores& act) {
  OrderedJson out;
  out["act"] = act.act.name;
  out["codes"] = act.act.codes;
  out["horizon_days"] = act.horizon_days;
  out["methods"] = OrderedJson::array();
  for (const PairMethodScores& method : act.methods) out["methods"].push_back(method_json(method));
  out["against"] = OrderedJson::array();
  for (size_t at = 0; at < act.against.size(); ++at) {
    const ScoreComparison& against = act.against[at];
    out["against"].push_back({{"method", act.methods[at].method},
                              {"brier", against.brier},
                              {"brier_p", against.brier_p},
                              {"log_loss", against.log_loss},
                              {"log_loss_p", against.log_loss_p}});
  }
  out["by_origin"] = parts_json(act.by_origin);
  out["by_region"] = parts_json(act.by_region);
  return out;
}

}  // namespace

std::string pair_backtest_text(const PairBacktestAnswer& answer) {
  std::string out = fmt::format(
      "{} events of {} actors from {} to {}; {} origins from {} to {}, {} days ahead. Noise: what the ECE of a "
      "forecast\n"
      "that is right stays below 95 times in 100. p: paired bootstrap over pairs, two-sided. {:.0f} s.\n\n",
      answer.events, answer.actors, to_iso(answer.first), to_iso(answer.last), answer.origins.size(),
      to_iso(answer.origins.front()), to_iso(answer.origins.back()), horizons_words(answer.horizons), answer.seconds);
  for (const PairActScores& act : answer.acts) out += act_scores_text(act);
  return out + horizons_text(answer);
}

std::string pair_backtest_json(const PairBacktestAnswer& answer) {
  OrderedJson out;
  out["events"] = answer.events;
  out["actors"] = answer.actors;
  out["first"] = to_iso(answer.first);
  out["last"] = to_iso(answer.last);
  out["horizons"] = answer.horizons;
  out["origins"] = OrderedJson::array();
  for (const Date& origin : answer.origins) out["origins"].push_back(to_iso(origin));
  out["acts"] = OrderedJson::array();
  for (const PairActScores& act : answer.acts) out["acts"].push_back(act_scores_json(act));
  out["seconds"] = answer.seconds;
  return out.dump();
}

}  // namespace entente
