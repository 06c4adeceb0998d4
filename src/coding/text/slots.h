// Finding the words that stand in a slot of a predicate, and testing an entry's pattern and conditions.
#pragma once

#include <string>
#include <vector>

#include "coding/text/scene.h"

namespace entente {

/// True if the word is negated by its own words: "not", "never", "no".
bool is_negated(const Tree& tree, int word);

/// True if every further word of a pattern stands with its head word: as a child, or right beside it.
bool has_particles(const Tree& tree, int word, const std::vector<std::string>& particles);

/// The words in a slot, seen from the predicate's word.
std::vector<int> slot_words(const Tree& tree, int word, const Slot& slot);

/// Who stands in a slot.
Party slot_party(const Scene& scene, int word, const Slot& slot);

/// The best entry of the list for the word: the first whose particles and conditions hold; null if none does.
const Predicate* matching_entry(const Tree& tree, int word, const std::vector<Predicate>& entries);

/// All entries of the list that fit the word, best first.
std::vector<const Predicate*> matching_entries(const Tree& tree, int word, const std::vector<Predicate>& entries);

/// The words that an entry's conditions on its slots rest on ("talks" of "held talks").
std::vector<int> condition_words(const Tree& tree, int word, const Predicate& entry);

/// The class of lexicon entries that a word may match; nothing for words that no entry is about.
std::optional<WordClass> word_class(const Token& token);

}  // namespace entente
