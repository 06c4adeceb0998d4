// A question becomes the acts and parties that it asks about. Internal to coding.
#pragma once

#include <cstdint>
#include <string>

#include "coding/lexicon/lexicon.h"
#include "coding/questions/question_reading.h"
#include "coding/text/acts.h"
#include "coding/text/mentions.h"
#include "reading/reading.h"

namespace entente {

/// What an act asks about: its types as events, and the domain where its words name one. Empty types: the act is none
/// that an event could be.
AskedAct asked_act(const Scene& scene, const Act& act);

/// The act with its parties as something that is asked.
AskedPart asked_part(const Scene& scene, const Act& act);

/// Reads a question as if it were asked on that day (since 1970-01-01).
QuestionReading read_question(const std::string& text, int64_t asked, const Reader& reader, const Lexicon& lexicon,
                              const NameMatcher& matcher);

}  // namespace entente
