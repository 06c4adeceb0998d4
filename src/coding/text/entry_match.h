// Testing the pattern and the conditions of lexicon entries on a word.
#pragma once

#include <vector>

#include "coding/text/scene.h"

namespace entente {

/// The best entry of the list for the word: the first whose particles and conditions hold; null if none does.
const Predicate* matching_entry(const Tree& tree, int word, const std::vector<Predicate>& entries);

/// All entries of the list that fit the word, best first.
std::vector<const Predicate*> matching_entries(const Tree& tree, int word, const std::vector<Predicate>& entries);

/// The words that an entry's conditions on its slots rest on ("talks" of "held talks").
std::vector<int> condition_words(const Tree& tree, int word, const Predicate& entry);

}  // namespace entente
