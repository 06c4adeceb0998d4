// From the words of a question to questions that can be answered, and back to words. Internal to the engine.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "coding/coding.h"
#include "engine/ask_answer.h"
#include "foresight/foresight.h"

namespace entente {

/// The class of acts that settles a question.
ActClass act_class_of(const AskedAct& act);

/// "AID (military)", "CAMEO 042".
std::string act_words(const AskedAct& act);

/// Reads the question and applies what corrects it; one for each source, target and act. `day` is the day of asking.
/// Errors: usage, naming the part that is missing and the option that gives it.
Result<std::vector<AskedQuestion>> ask_in_parts(const AskRequest& request, int64_t day, const Coder& coder,
                                                const EventCodebook& codebook);

/// The questions of one part that was read.
std::vector<Question> questions_of(const AskedPart& part, bool denied, const DayRange& window, const std::string& text);

/// What it asks, in words: names, act and days.
std::string meaning_of(const Question& question, const Coder& coder);
/// What settles it.
std::string rule_of(const Question& question, const Coder& coder, const EventCodebook& codebook);

/// The day of that text, or today. Errors: usage.
Result<int64_t> day_of_asking(const std::string& text);

}  // namespace entente
