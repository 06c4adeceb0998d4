// When an act happened, as the words of its sentence say it.
#pragma once

#include <string>

#include "base/date.h"
#include "coding/text/tree.h"

namespace entente {

struct When {
  Date date;             // unknown if nothing is said, or if what is said needs a publication date that is unknown
  std::string relative;  // the words that could not be resolved without a publication date: "Wednesday"
};

/// The time nearest to the act's word in its own clause, else in the sentence. Relative expressions are resolved
/// against the publication date; a weekday is the last one on or before it.
When time_of(const Tree& tree, int word, const Date& published);

}  // namespace entente
