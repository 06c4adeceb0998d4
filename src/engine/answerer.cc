#include "engine/answerer.h"

#include <algorithm>

namespace entente {

namespace {

constexpr size_t events_kept = 10;   // of a reason
constexpr size_t told_kept = 6;      // reasons that claims tell
constexpr int64_t stale_after = 30;  // days between the last thing known and the day of asking

std::string days_text(int64_t days) {
  return std::to_string(days) + (days == 1 ? " day" : " days");
}

/// A question as the model can be asked: from a day on of which the past is known, for as many days.
Posed pose(const Question& question, int64_t day, const HistoryKnown& known) {
  Posed out;
  out.horizon = static_cast<int>(question.window.last - question.window.first + 1);
  out.day = day;
  if (!known.nothing() && day - known.days.last > stale_after) {
    out.day = known.days.last + 1;
    out.notes.push_back("what is known ends " + iso_day(known.days.last) +
                        ": the forecast is made as of the day after it, for a window as long");
  }
  if (question.window.first > day) {
    out.notes.push_back("the window begins " + days_text(question.window.first - day) +
                        " ahead: it is answered as one that begins at once");
  }
  return out;
}

/// What the ledger's claims say beside the acts: limits, red lines, offers. They count in the model as refusals,
/// threats and intents (CAMEO 12, 13, 03); here they are told.
class ClaimReasons {
 public:
  ClaimReasons(const Question& question, const std::vector<DatedClaim>& claims, const Coder& coder)
      : question_(question), coder_(coder) {
    for (auto claim = claims.rbegin(); claim != claims.rend() && out_.size() < told_kept; ++claim) look_at(*claim);
  }
  std::vector<ForecastReason> take() { return std::move(out_); }

 private:
  [[nodiscard]] bool is_asked_pair(const DatedClaim& dated) const {
    const bool forth = dated.source == question_.source && dated.target == question_.target;
    const bool back = dated.source == question_.target && dated.target == question_.source;
    return forth || (question_.either_way && back);
  }
  [[nodiscard]] std::string name(const ActorId& id) const { return coder_.actor(id).name; }

  void look_at(const DatedClaim& dated) {
    const Claim& claim = dated.claim;
    const std::string type(name_of(claim.type));
    if (claim.kind() == ClaimKind::limit && is_asked_pair(dated)) {
      add(dated, "a limit: " + name(dated.source) +
                     (claim.type == ClaimType::excluded ? " rules out " : " " + type + " ") + "support for " +
                     name(dated.target));
    } else if (claim.kind() == ClaimKind::redline && concerns(dated)) {
      add(dated, "a red line: " + name(dated.source) + " warns " + name(dated.target));
    } else if (claim.kind() == ClaimKind::event && is_asked_pair(dated)) {
      const bool pledge = claim.modality == Modality::offered || claim.modality == Modality::promised;
      if (pledge) {
        add(dated, std::string(claim.modality == Modality::offered ? "an offer: " : "a promise: ") +
                       name(dated.source) + " to " + name(dated.target) + ", " + type);
      } else if (claim.type == ClaimType::reject && dated.done) {
        add(dated, "a refusal: " + name(dated.source) + " to " + name(dated.target));
      }
    }
  }
  /// A red line that warns one of the two, or that one of them drew.
  [[nodiscard]] bool concerns(const DatedClaim& dated) const {
    const auto is_side = [&](const ActorId& id) { return id == question_.source || id == question_.target; };
    return is_side(dated.source) || is_side(dated.target);
  }
  void add(const DatedClaim& dated, std::string words) {
    PastEvent event{dated.day, dated.source, dated.target, dated.code, std::nullopt, "articles", {}, {}};
    event.claims = {dated.claim.id()};
    const auto same = std::find_if(out_.begin(), out_.end(), [&](const ForecastReason& r) { return r.words == words; });
    if (same != out_.end()) {
      same->events.push_back(std::move(event));
    } else {
      out_.push_back({std::move(words), 0, {std::move(event)}});
    }
  }

  const Question& question_;
  const Coder& coder_;
  std::vector<ForecastReason> out_;
};

}  // namespace

Result<AnsweredQuestion> Answerer::answer(AskedQuestion asked) {
  AnsweredQuestion out;
  const Question question = asked.question;
  const Posed posed = pose(question, day_, past_.known());
  out.asked = std::move(asked);
  out.asked.notes.insert(out.asked.notes.end(), posed.notes.begin(), posed.notes.end());
  const Result<const PairModel*> model = model_for(question, posed);
  if (!model) return model.error();
  const PairHistory& history = past_.acts(question.either_way);
  const auto source = history.actor(question.source.str()), target = history.actor(question.target.str());
  const PairForecast told =
      source && target ? (*model)->forecast(history, *source, *target) : (*model)->forecast_unknown();
  fill_numbers(question, told, out);
  if (Result<void> walked = fill_reasons(question, history, told, out.forecast); !walked) return walked.error();
  for (const PairAnalogue& like : told.like) {
    out.like.push_back(
        {ActorId(history.actors()[like.source]), ActorId(history.actors()[like.target]), like.as_of, like.happened});
  }
  for (const PairChange& change : told.changes) {
    out.changes.push_back({change.what, question.denied ? 1 - change.probability : change.probability});
  }
  return out;
}

Result<std::vector<AnsweredQuestion>> Answerer::answer_all(std::vector<AskedQuestion> asked) {
  std::vector<AnsweredQuestion> out;
  for (AskedQuestion& one : asked) {
    Result<AnsweredQuestion> answered = answer(std::move(one));
    if (!answered) return answered.error();
    out.push_back(std::move(*answered));
  }
  return out;
}

Result<const PairModel*> Answerer::model_for(const Question& question, const Posed& posed) {
  const ModelKey key{question.act.codes, posed.horizon, question.either_way};
  const auto known = models_.find(key);
  if (known != models_.end()) return &known->second;
  PairModelOptions options = usual_;
  options.act = act_class_of(question.act);
  options.horizon_days = posed.horizon;
  Result<PairModel> trained = PairModel::train(past_.acts(question.either_way), posed.day, options);
  if (!trained) return trained.error();
  return &models_.emplace(key, std::move(*trained)).first->second;
}

void Answerer::fill_numbers(const Question& question, const PairForecast& told, AnsweredQuestion& out) const {
  Forecast& forecast = out.forecast;
  const auto turned = [&](double p) { return question.denied ? 1 - p : p; };
  forecast.question = question.id();
  forecast.day = day_;
  forecast.as_of = as_of_;
  forecast.probability = turned(told.probability);
  forecast.low = turned(question.denied ? told.high : told.low);
  forecast.high = turned(question.denied ? told.low : told.high);
  forecast.base_rate = turned(told.base_rate);
  forecast.method = told.method_name;
  out.own_rate = turned(told.own_rate);
  out.by_model = told.method == PairMethod::model;
  out.note = told.note;
  out.like_cases = told.like_cases;
  out.like_happened = told.like_happened;
}

Result<void> Answerer::fill_reasons(const Question& question, const PairHistory& history, const PairForecast& told,
                                    Forecast& forecast) {
  for (const auto* side : {&told.up, &told.down}) {
    for (const PairReason& reason : *side) {
      ForecastReason out{reason.what, question.denied ? -reason.log_odds : reason.log_odds, {}};
      for (const PairEvent& ground : reason.grounds) {
        if (out.events.size() >= events_kept) break;
        Result<void> walked = add_ground(question.either_way, history, ground, out.events);
        if (!walked) return walked;
      }
      forecast.reasons.push_back(std::move(out));
    }
  }
  for (ForecastReason& reason : ClaimReasons(question, past_.claims(), coder_).take()) {
    forecast.reasons.push_back(std::move(reason));
  }
  return {};
}

/// The rows and claims that told of an act. In a history of both ways the act may be the other way round.
Result<void> Answerer::add_ground(bool both_ways, const PairHistory& history, const PairEvent& ground,
                                  std::vector<PastEvent>& out) {
  const ActorId source(history.actors()[ground.source]), target(history.actors()[ground.target]);
  const std::string& code = history.acts()[ground.act].code;
  const Result<std::vector<PastEvent>> there = past_.between(source, target, {ground.day, ground.day});
  if (!there) return there.error();
  const auto is_it = [&](const PastEvent& event) {
    const bool same_way = event.source == source && event.target == target;
    const bool other_way = event.source == target && event.target == source && both_ways;
    return (same_way || other_way) && (event.code == code || (event.code.empty() && code.size() == 2));
  };
  for (const PastEvent& event : *there) {
    if (!is_it(event)) continue;
    const bool known = std::find(out.begin(), out.end(), event) != out.end();
    if (!known) out.push_back(event);
  }
  return {};
}

}  // namespace entente
