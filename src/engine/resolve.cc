// Stored questions meet what happened: settled strictly by their own window and rule, then scored.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "base/text.h"
#include "domain/scores.h"
#include "engine/parts.h"
#include "engine/past_desk.h"
#include "engine/past_grounds.h"
#include "engine/question_desk.h"
#include "engine/word_finder.h"
#include "engine/word_scores.h"

namespace entente {

namespace {

/// The acts that settle a question, on their first day; none if nothing of the kind is told within its window.
std::vector<PastEvent> settling(const Question& question, const std::vector<PastEvent>& events) {
  const ActClass act = act_class_of(question.act);
  std::vector<PastEvent> out;
  for (const PastEvent& event : events) {
    const bool forth = event.source == question.source && event.target == question.target;
    const bool back = event.source == question.target && event.target == question.source;
    const bool inside = event.day >= question.window.first && event.day <= question.window.last;
    if (!inside || !(forth || (back && question.either_way)) || !tells_of(event, act)) continue;
    if (!out.empty() && event.day != out.front().day) break;
    out.push_back(event);
  }
  return out;
}

/// How a question ended by what is known up to a day; `why_open` tells why it has not.
std::optional<Settlement> end_of(const Question& question, PastDesk& past, int64_t day,
                                 const std::vector<PastEvent>& events, std::string& why_open) {
  const std::vector<PastEvent> found = settling(question, events);
  if (!found.empty()) return Settlement{question.id(), !question.denied, found.front().day, found, {}};
  if (question.window.last > day) {
    why_open = "its window ends " + iso_day(question.window.last);
    return std::nullopt;
  }
  const int64_t missing = past.uncovered(question.window, act_class_of(question.act));
  if (missing > 0) {
    why_open = "nothing of the kind is told, but no event data cover " + std::to_string(missing) + " of its " +
               std::to_string(question.window.last - question.window.first + 1) + " days";
    return std::nullopt;
  }
  return Settlement{question.id(), question.denied, question.window.last, {}, {}};
}

void score(ResolvedQuestion& one) {
  if (!one.stored.settlement || one.stored.forecasts.empty()) return;
  const double probability = one.stored.forecasts.back().forecast.probability;
  const bool yes = one.stored.settlement->yes;
  one.brier = brier_score(probability, yes);
  one.log_score = log_score(probability, yes);
  for (WordBeside& word : one.words) {
    for (const LikelihoodRange& range : word.ranges) word.scores.push_back(word_score(range, probability, yes));
  }
}

/// The class of windows that a question belongs to: which, and "8 to 30 days".
std::pair<size_t, std::string> horizon_of(const Question& question, const std::vector<int>& ends) {
  const int64_t days = question.window.last - question.window.first + 1;
  const auto end = std::lower_bound(ends.begin(), ends.end(), days);
  const auto at = static_cast<size_t>(end - ends.begin());
  if (end == ends.end()) return {at, "over " + std::to_string(ends.back()) + " days"};
  const std::string last = std::to_string(*end) + " days";
  return {at, at == 0 ? "up to " + last : std::to_string(ends[at - 1] + 1) + " to " + last};
}

QuestionScore score_of(const std::string& of, const std::vector<const ResolvedQuestion*>& questions) {
  QuestionScore out;
  out.of = of;
  out.questions = questions.size();
  double base = 0;
  for (const ResolvedQuestion* one : questions) {
    const bool yes = one->stored.settlement->yes;
    out.came_true += yes ? 1 : 0;
    out.brier += one->brier;
    out.log_score += one->log_score;
    base += brier_score(one->stored.forecasts.back().forecast.base_rate, yes);
  }
  const auto n = static_cast<double>(questions.size());
  out.skill = base > 0 ? 1 - out.brier / base : 0;
  out.brier /= n;
  out.log_score /= n;
  return out;
}

std::vector<QuestionScore> scores_of(const std::vector<ResolvedQuestion>& questions, const std::vector<int>& horizons) {
  std::vector<const ResolvedQuestion*> all;
  std::map<std::string, std::vector<const ResolvedQuestion*>> by_act;
  std::map<std::pair<size_t, std::string>, std::vector<const ResolvedQuestion*>> by_horizon;
  for (const ResolvedQuestion& one : questions) {
    if (!one.stored.settlement || one.stored.forecasts.empty()) continue;
    all.push_back(&one);
    by_act[act_words(one.stored.question.act)].push_back(&one);
    by_horizon[horizon_of(one.stored.question, horizons)].push_back(&one);
  }
  std::vector<QuestionScore> out;
  if (all.empty()) return out;
  out.push_back(score_of("all", all));
  for (const auto& [act, some] : by_act) out.push_back(score_of(act, some));
  for (const auto& [horizon, some] : by_horizon) out.push_back(score_of(horizon.second, some));
  return out;
}

Error no_such_question(const std::string& id) {
  return {ErrorCode::missing, "'" + id +
                                  "': no stored question has an id that begins so: 'entente resolve --list' "
                                  "shows them, 'entente ask --save' adds one"};
}

Result<std::vector<StoredQuestion>> chosen_questions(Ledger& ledger, const ResolveRequest& request) {
  Result<std::vector<StoredQuestion>> all = ledger.questions(request.history.as_of);
  if (!all) return all;
  const std::string id = to_lower(request.id);
  if (!id.empty()) {
    std::erase_if(*all, [&](const StoredQuestion& one) { return !one.question.id().str().starts_with(id); });
    if (all->empty()) return no_such_question(request.id);
  }
  if (!request.answer.empty() && all->size() != 1) {
    return Error{ErrorCode::usage, "an answer by hand needs the id of one question"};
  }
  return all;
}

Settlement by_hand(const Question& question, bool yes, int64_t day) {
  return {question.id(), yes, std::min(day, question.window.last), {}, {}};
}

Result<void> check_horizons(const std::vector<int>& horizons) {
  const bool rises = std::adjacent_find(horizons.begin(), horizons.end(), std::greater_equal<>()) == horizons.end();
  if (!horizons.empty() && horizons.front() >= 1 && rises) return {};
  return Error{ErrorCode::usage, "classes of windows end at rising numbers of days, such as 7,30,90"};
}

/// Ends stored questions; the past is laid out for the first that it could settle.
class Settler {
 public:
  using Teller = std::function<Result<ClaimList>()>;

  Settler(Ledger& ledger, const EventCodebook& codebook, const ResolveRequest& request, int64_t day, const Hooks& hooks,
          Teller acts_told)
      : ledger_(ledger),
        codebook_(codebook),
        request_(request),
        day_(day),
        hooks_(hooks),
        acts_told_(std::move(acts_told)) {}

  /// Its new end, if it has one now. Errors: those of the ledger and of PastDesk.
  Result<std::optional<Settlement>> end(const StoredQuestion& stored, std::string& why_open) {
    const Question& question = stored.question;
    if (!request_.answer.empty()) return std::optional(by_hand(question, request_.answer == "yes", day_));
    if (stored.settlement) return std::optional<Settlement>();
    if (request_.list_only) {
      why_open = "its window ends " + iso_day(question.window.last);
      return std::optional<Settlement>();
    }
    if (Result<void> laid = lay(); !laid) return laid.error();
    const Result<std::vector<PastEvent>> events = past_->between(question.source, question.target, question.window);
    if (!events) return events.error();
    return end_of(question, *past_, day_, *events, why_open);
  }

  /// The claims that settlements may point at.
  Result<const ClaimList*> told() {
    if (!told_) {
      Result<ClaimList> list = acts_told_();
      if (!list) return list.error();
      told_ = std::move(*list);
    }
    return &*told_;
  }

 private:
  Result<void> lay() {
    if (past_) return {};
    const Result<const ClaimList*> list = told();
    if (!list) return list.error();
    Result<PastDesk> past = PastDesk::lay(&ledger_, **list, codebook_, request_.history, day_ + 1, hooks_);
    if (!past) return past.error();
    past_ = std::move(*past);
    return {};
  }

  Ledger& ledger_;
  const EventCodebook& codebook_;
  const ResolveRequest& request_;
  int64_t day_;
  const Hooks& hooks_;
  Teller acts_told_;
  std::optional<ClaimList> told_;
  std::optional<PastDesk> past_;
};

/// Actors and acts of the questions; the claims only where an end rests on some.
Result<void> fill_grounds(const Coder& coder, const EventCodebook& codebook, Settler& settler, ResolveAnswer& out) {
  GroundList grounds;
  bool on_claims = false;
  for (const ResolvedQuestion& one : out.questions) {
    grounds.add(one.stored.question);
    if (!one.stored.settlement) continue;
    const std::vector<PastEvent>& events = one.stored.settlement->events;
    grounds.add(events);
    on_claims =
        on_claims || std::any_of(events.begin(), events.end(), [](const PastEvent& e) { return !e.claims.empty(); });
  }
  const ClaimList none;
  const ClaimList* list = &none;
  if (on_claims) {
    const Result<const ClaimList*> told = settler.told();
    if (!told) return told.error();
    list = *told;
  }
  grounds.fill(*list, coder, codebook, out.grounds, out.act_names);
  return {};
}

}  // namespace

Result<ResolveAnswer> Engine::resolve(const ResolveRequest& request) {
  const Result<int64_t> day = day_of_asking(request.at);
  if (!day) return day.error();
  if (Result<void> checked = check_horizons(request.horizons); !checked) return checked.error();
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  const Result<const Coder*> coder = parts_->load_coder();
  if (!coder) return coder.error();
  const Result<const EventCodebook*> codebook = parts_->load_codebook();
  if (!codebook) return codebook.error();
  Result<std::vector<StoredQuestion>> stored = chosen_questions(**ledger, request);
  if (!stored) return stored.error();
  const Result<LedgerMark> mark = (*ledger)->mark();
  if (!mark) return mark.error();
  Settler settler(**ledger, **codebook, request, *day, parts_->options.hooks,
                  [this, &request] { return parts_->acts_told(request.history.as_of); });
  WordFinder words(**ledger, **coder);
  ResolveAnswer out;
  for (StoredQuestion& one : *stored) {
    ResolvedQuestion resolved;
    resolved.meaning = meaning_of(one.question, **coder);
    Result<std::optional<Settlement>> end = settler.end(one, resolved.why_open);
    if (!end) return end.error();
    resolved.stored = std::move(one);
    if (*end) {
      (*end)->as_of = *mark;
      const Result<Stored> kept = (*ledger)->settle(**end);
      if (!kept) return kept.error();
      resolved.fresh = *kept == Stored::added;
      resolved.stored.settlement = std::move(**end);
    }
    if (!resolved.stored.forecasts.empty()) {
      Result<std::vector<WordBeside>> beside =
          words.beside(resolved.stored.question, resolved.stored.forecasts.back().forecast);
      if (!beside) return beside.error();
      resolved.words = std::move(*beside);
    }
    score(resolved);
    out.questions.push_back(std::move(resolved));
  }
  out.scores = scores_of(out.questions, request.horizons);
  out.word_totals = word_totals(out.questions);
  if (Result<void> filled = fill_grounds(**coder, **codebook, settler, out); !filled) return filled.error();
  words.fill(out.grounds);
  return out;
}

}  // namespace entente
