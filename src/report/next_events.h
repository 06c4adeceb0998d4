// The likeliest next events with their reasons in words, for a terminal and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// "Russia -> Consult -> Iran: 12 times, last 2014-08-29; of pairs with such a past, 21.0 % were the answer".
std::string reason_words(const NextEvents& answer, const ForeseenEvent& event, const EventReason& reason);

/// A block an answer: probability and name, below it the reasons, wrapped to the width.
std::string next_events_text(const NextEvents& answer, int width);
/// A line an answer: {"rank","entity","probability","reasons"}; reasons are in words.
std::string next_events_json(const NextEvents& answer);

}  // namespace entente
