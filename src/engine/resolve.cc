// Stored questions meet what happened: settled strictly by their own window and rule, then scored.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "engine/parts.h"
#include "engine/past_desk.h"
#include "engine/past_grounds.h"
#include "engine/question_desk.h"

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
  const int64_t missing = past.uncovered(question.window);
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
  one.brier = brier_score(probability, one.stored.settlement->yes);
  one.log_score = log_score(probability, one.stored.settlement->yes);
}

std::string horizon_words(const Question& question) {
  const int64_t days = question.window.last - question.window.first + 1;
  if (days <= 30) return "up to 30 days";
  return days <= 90 ? "31 to 90 days" : "over 90 days";
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

std::vector<QuestionScore> scores_of(const std::vector<ResolvedQuestion>& questions) {
  std::vector<const ResolvedQuestion*> all;
  std::map<std::string, std::vector<const ResolvedQuestion*>> by_act, by_horizon;
  for (const ResolvedQuestion& one : questions) {
    if (!one.stored.settlement || one.stored.forecasts.empty()) continue;
    all.push_back(&one);
    by_act[act_words(one.stored.question.act)].push_back(&one);
    by_horizon[horizon_words(one.stored.question)].push_back(&one);
  }
  std::vector<QuestionScore> out;
  if (all.empty()) return out;
  out.push_back(score_of("all", all));
  for (const auto* parts : {&by_act, &by_horizon}) {
    for (const auto& [of, some] : *parts) out.push_back(score_of(of, some));
  }
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

}  // namespace

Result<ResolveAnswer> Engine::resolve(const ResolveRequest& request) {
  const Result<int64_t> day = day_of_asking(request.at);
  if (!day) return day.error();
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  const Result<const Coder*> coder = parts_->load_coder();
  if (!coder) return coder.error();
  const Result<const EventCodebook*> codebook = parts_->load_codebook();
  if (!codebook) return codebook.error();
  Result<std::vector<StoredQuestion>> stored = chosen_questions(**ledger, request);
  if (!stored) return stored.error();
  const Result<ClaimList> list = parts_->acts_told(request.history.as_of);
  if (!list) return list.error();
  Result<PastDesk> past = PastDesk::lay(*ledger, *list, **codebook, request.history, *day + 1, parts_->options.hooks);
  if (!past) return past.error();
  const Result<LedgerMark> mark = (*ledger)->mark();
  if (!mark) return mark.error();
  ResolveAnswer out{past->known(), {}, {}, {}, {}};
  for (StoredQuestion& one : *stored) {
    ResolvedQuestion resolved{std::move(one), {}, false, {}, 0, 0};
    const Question question = resolved.stored.question;
    resolved.meaning = meaning_of(question, **coder);
    const bool open = !resolved.stored.settlement.has_value();
    std::optional<Settlement> end;
    if (!request.answer.empty()) {
      end = by_hand(question, request.answer == "yes", *day);
    } else if (open && !request.list_only) {
      const Result<std::vector<PastEvent>> events = past->between(question.source, question.target, question.window);
      if (!events) return events.error();
      end = end_of(question, *past, *day, *events, resolved.why_open);
    } else if (open) {
      resolved.why_open = "its window ends " + iso_day(question.window.last);
    }
    if (end) {
      end->as_of = *mark;
      const Result<Stored> kept = (*ledger)->settle(*end);
      if (!kept) return kept.error();
      resolved.fresh = *kept == Stored::added;
      resolved.stored.settlement = std::move(*end);
    }
    score(resolved);
    out.questions.push_back(std::move(resolved));
  }
  out.scores = scores_of(out.questions);
  GroundList grounds;
  for (const ResolvedQuestion& one : out.questions) {
    grounds.add(one.stored.question);
    if (one.stored.settlement) grounds.add(one.stored.settlement->events);
  }
  grounds.fill(*list, **coder, **codebook, out.grounds, out.act_names);
  return out;
}

}  // namespace entente
