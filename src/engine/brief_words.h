// Plain English for briefs: names with their article, lists, shares. Inside engine: may change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/claim.h"

namespace entente {

/// "the United States", "Russia".
std::string with_the(const std::string& name);
/// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& parts);
/// The first letter to upper case.
std::string sentence_case(std::string text);
/// "Russia's", "the United States'".
std::string possessive(const std::string& name);
/// "37 %".
std::string percent(double fraction);
/// "3.7 %", "< 0.1 %": what is rare keeps its first digit.
std::string fine_percent(double share);
/// "1 claim", "2 claims".
std::string counted(size_t n, std::string_view noun);
/// "3,500" or "2.5".
std::string number(double value);
/// "air-defence" to "air defence".
std::string good_name(const std::string& good);
/// “text”, without marks at its ends, cut at a word where it is long.
std::string in_quotes(std::string_view text);
/// What a source of that type is about ("giving aid or arms"), or what befalls a target ("given aid or arms"); empty
/// for outlooks and questions.
std::string_view doing(ClaimType type);
std::string_view undergoing(ClaimType type);

}  // namespace entente
