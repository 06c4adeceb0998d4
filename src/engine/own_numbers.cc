// Our own numbers beside the outlooks and open questions of texts: each is put to the history of events.
#include <map>
#include <memory>
#include <optional>

#include "engine/answerer.h"
#include "engine/parts.h"

namespace entente {

namespace {

constexpr int64_t days_ahead = 90;  // of an outlook: texts seldom say until when

/// What the finder needs as long as it lives.
struct NumberDesk {
  ClaimList told;
  std::map<ArticleId, Article> articles;
  std::map<ArticleId, std::map<ClaimId, AskedPart>> asked;  // by article, once it was read for it
  std::optional<PastDesk> past;
  std::optional<Answerer> answerer;
  const Coder* coder = nullptr;
  int64_t day = 0;

  const AskedPart* part_of(const Claim& claim) {
    const ArticleId& id = claim.first_evidence().passage.article;
    const auto article = articles.find(id);
    if (article == articles.end()) return nullptr;
    const auto [place, fresh] = asked.try_emplace(id);
    if (fresh) place->second = coder->asked_in(article->second);
    const auto found = place->second.find(claim.id());
    return found == place->second.end() ? nullptr : &found->second;
  }

  OwnNumber number(const Claim& claim) {
    OwnNumber out;
    const AskedPart* part = part_of(claim);
    const DayRange window{day, day + days_ahead - 1};
    const auto questions = part == nullptr ? std::vector<Question>{} : questions_of(*part, false, window, "");
    if (questions.empty()) {
      out.why_none = "its words name no act of two sides that events tell of";
      return out;
    }
    AskedQuestion asked{questions.front(), meaning_of(questions.front(), *coder), {}, {}};
    out.meaning = asked.meaning;
    const Result<AnsweredQuestion> answer = answerer->answer(std::move(asked));
    if (!answer) {
      out.why_none = answer.error().message;
      return out;
    }
    out.probability = answer->forecast.probability;
    out.low = answer->forecast.low;
    out.high = answer->forecast.high;
    out.base_rate = answer->forecast.base_rate;
    if (!answer->by_model) out.why_none = answer->note.empty() ? "too little history" : answer->note;
    return out;
  }
};

}  // namespace

Result<NumberFinder> Engine::Parts::number_finder(const std::map<ArticleId, Article>& articles, int64_t day,
                                                  LedgerMark as_of) {
  EventStore store = ledger->events();
  const Result<std::vector<EventBatch>> batches = store.batches(as_of);
  if (!batches) return batches.error();
  if (batches->empty()) return NumberFinder();
  // The history is long: it is not laid out before something is asked of it.
  const auto lay = [this, articles, day, as_of]() -> Result<std::shared_ptr<NumberDesk>> {
    const Result<const Coder*> loaded = load_coder();
    if (!loaded) return loaded.error();
    const Result<const EventCodebook*> book = load_codebook();
    if (!book) return book.error();
    auto desk = std::make_shared<NumberDesk>();
    Result<ClaimList> told = acts_told(as_of);
    if (!told) return told.error();
    desk->told = std::move(*told);
    desk->articles = articles;
    desk->coder = *loaded;
    desk->day = day;
    AskHistory history;
    history.as_of = as_of;
    Result<PastDesk> past = PastDesk::lay(&*ledger, desk->told, **book, history, day, options.hooks);
    if (!past) return past.error();
    desk->past.emplace(std::move(*past));
    PairModelOptions usual;
    usual.threads = threads();
    usual.hooks = options.hooks;
    desk->answerer.emplace(*desk->past, *desk->coder, day, as_of, usual);
    return desk;
  };
  const auto laid = std::make_shared<std::optional<Result<std::shared_ptr<NumberDesk>>>>();
  return NumberFinder([lay, laid](const Claim& claim) {
    if (!*laid) laid->emplace(lay());
    if (**laid) return (***laid)->number(claim);
    OwnNumber none;
    none.why_none = (**laid).error().message;
    return none;
  });
}

}  // namespace entente
