// Finding the words that stand in a slot of a predicate.
#pragma once

#include <string>
#include <vector>

#include "coding/text/scene.h"

namespace entente {

/// True if the word is negated by its own words: "not", "never", "no".
bool is_negated(const Tree& tree, int word);

/// True if every further word of a pattern stands with its head word: as a child, or right beside it.
bool has_particles(const Tree& tree, int word, const std::vector<std::string>& particles);

/// The clauses that tell what a word is about: "said that ...", "the threat to ...".
std::vector<int> clauses_below(const Tree& tree, int word);

/// The words in a slot, seen from the predicate's word.
std::vector<int> slot_words(const Tree& tree, int word, const Slot& slot);

/// Who stands in a slot.
Party slot_party(const Scene& scene, int word, const Slot& slot);

/// The class of lexicon entries that a word may match; nothing for words that no entry is about.
std::optional<WordClass> word_class(const Token& token);

}  // namespace entente
