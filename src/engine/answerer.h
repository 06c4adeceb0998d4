// Answers questions over a past that is laid out. Internal to the engine.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/past_desk.h"
#include "engine/question_desk.h"

namespace entente {

/// How a question is put to the model: as of a day, for so many days, and what that leaves out.
struct Posed {
  int64_t day = 0;
  int horizon = 30;
  std::vector<std::string> notes;
};

/// Models are fitted once for each class of acts and horizon, so that tables of questions share them.
class Answerer {
 public:
  /// `day` is the day of asking; `usual` gives seed, threads and hooks. The past and the coder must outlive it.
  Answerer(PastDesk& past, const Coder& coder, int64_t day, LedgerMark as_of, PairModelOptions usual)
      : past_(past), coder_(coder), day_(day), as_of_(as_of), usual_(std::move(usual)) {
    past_.give_names([&coder](const std::string& id) { return coder.actor(ActorId(id)).name; });
  }

  /// Errors: those of PairModel::train and of the store.
  Result<AnsweredQuestion> answer(AskedQuestion asked);
  Result<std::vector<AnsweredQuestion>> answer_all(std::vector<AskedQuestion> asked);

 private:
  struct ModelKey {
    std::vector<std::string> codes;
    int horizon = 0;
    bool both_ways = false;
    auto operator<=>(const ModelKey&) const = default;
  };

  Result<const PairModel*> model_for(const Question& question, const Posed& posed);
  void fill_numbers(const Question& question, const PairForecast& told, AnsweredQuestion& out) const;
  Result<void> fill_reasons(const Question& question, const PairHistory& history, const PairForecast& told,
                            Forecast& forecast);
  Result<void> add_ground(bool both_ways, const PairHistory& history, const PairEvent& ground,
                          std::vector<PastEvent>& out);

  PastDesk& past_;
  const Coder& coder_;
  int64_t day_;
  LedgerMark as_of_;
  PairModelOptions usual_;
  std::map<ModelKey, PairModel> models_;
};

}  // namespace entente
