// The operation that answers a question: words to questions, the past laid out, answers with all they point at.
#include <iterator>
#include <optional>

#include "engine/answerer.h"
#include "engine/parts.h"
#include "engine/past_grounds.h"
#include "engine/word_finder.h"

namespace entente {

namespace {

GroundList grounds_of_answers(const std::vector<AnsweredQuestion>& answers) {
  GroundList out;
  for (const AnsweredQuestion& one : answers) {
    out.add(one.asked.question);
    for (const ForecastReason& reason : one.forecast.reasons) out.add(reason.events);
    for (const LikeCase& like : one.like) {
      out.add(like.source);
      out.add(like.target);
    }
  }
  return out;
}

}  // namespace

Result<ClaimList> Engine::Parts::acts_told(LedgerMark as_of) {
  std::vector<Claim> claims;
  for (const ClaimKind kind : {ClaimKind::event, ClaimKind::redline, ClaimKind::limit}) {
    ClaimFilter filter;
    filter.kind = kind;
    filter.as_of = as_of;
    Result<std::vector<Claim>> found = ledger->claims(filter);
    if (!found) return found.error();
    std::move(found->begin(), found->end(), std::back_inserter(claims));
  }
  return with_articles(std::move(claims), as_of);
}

Result<Ledger*> Engine::Parts::ledger_for_asking(const AskHistory& history, bool save) {
  Result<Ledger*> opened = open_ledger(save ? OpenMode::create : OpenMode::existing);
  if (opened || opened.error().code != ErrorCode::missing || history.data.empty()) return opened;
  return static_cast<Ledger*>(nullptr);  // a folder of data is history enough
}

Result<AskAnswer> Engine::ask(const AskRequest& request) {
  Result<std::vector<AskAnswer>> answers = ask_all(request, {request.text});
  if (!answers) return answers.error();
  return std::move(answers->front());
}

Result<std::vector<AskAnswer>> Engine::ask_all(const AskRequest& request, const std::vector<std::string>& texts) {
  const Result<int64_t> day = day_of_asking(request.at);
  if (!day) return day.error();
  const Result<const Coder*> coder = parts_->load_coder();
  if (!coder) return coder.error();
  const Result<const EventCodebook*> codebook = parts_->load_codebook();
  if (!codebook) return codebook.error();
  std::vector<std::vector<AskedQuestion>> asked;
  for (const std::string& text : texts) {
    AskRequest one = request;
    one.text = text;
    Result<std::vector<AskedQuestion>> parts = ask_in_parts(one, *day, **coder, **codebook);
    if (!parts && texts.size() == 1) return parts.error();
    if (!parts) return Error{parts.error().code, "'" + text + "': " + parts.error().message};
    asked.push_back(std::move(*parts));
  }
  const Result<Ledger*> ledger = parts_->ledger_for_asking(request.history, request.save);
  if (!ledger) return ledger.error();
  ClaimList list;
  LedgerMark as_of = request.history.as_of;
  if (*ledger != nullptr) {
    Result<ClaimList> told = parts_->acts_told(as_of);
    if (!told) return told.error();
    list = std::move(*told);
    const Result<LedgerMark> mark = (*ledger)->mark();
    if (!mark) return mark.error();
    as_of.row = std::min(as_of.row, mark->row);
  }
  Result<PastDesk> past = PastDesk::lay(*ledger, list, **codebook, request.history, *day, parts_->options.hooks);
  if (!past) return past.error();
  PairModelOptions usual;
  usual.seed = request.seed;
  usual.threads = parts_->threads();
  usual.hooks = parts_->options.hooks;
  Answerer answerer(*past, **coder, *day, as_of, usual);
  std::optional<WordFinder> words;
  if (*ledger != nullptr) words.emplace(**ledger, **coder);
  std::vector<AskAnswer> out;
  for (size_t i = 0; i < texts.size(); ++i) {
    Result<std::vector<AnsweredQuestion>> answered = answerer.answer_all(std::move(asked[i]));
    if (!answered) return answered.error();
    AskAnswer answer{texts[i], *day, past->known(), std::move(*answered), {}, {}};
    if (words) {
      for (AnsweredQuestion& one : answer.questions) {
        Result<std::vector<WordBeside>> beside = words->beside(one.asked.question, one.forecast);
        if (!beside) return beside.error();
        one.words = std::move(*beside);
      }
      words->fill(answer.grounds);
    }
    for (AnsweredQuestion& one : answer.questions) {
      if (!request.save) break;
      const Result<Stored> kept = (*ledger)->keep_forecast(one.asked.question, one.forecast);
      if (!kept) return kept.error();
      one.kept = true;
    }
    grounds_of_answers(answer.questions).fill(list, **coder, **codebook, answer.grounds, answer.act_names);
    out.push_back(std::move(answer));
  }
  return out;
}

}  // namespace entente
