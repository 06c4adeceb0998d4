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

/// Reads a question as if it were asked on that day (since 1970-01-01).
QuestionReading read_question(const std::string& text, int64_t asked, const Reader& reader, const Lexicon& lexicon,
                              const NameMatcher& matcher);

}  // namespace entente
