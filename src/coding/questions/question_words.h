// A question cut into words, before anything of it is understood. Internal to coding.
#pragma once

#include <string>
#include <vector>

namespace entente {

/// The words of a question, marks and "'s" apart. Dates stay whole.
std::vector<std::string> question_words(const std::string& text);

/// "Before the thaw": a time is meant, but none that is known. Empty if nothing begins as a time does.
std::string unread_time(const std::vector<std::string>& words);

}  // namespace entente
