// Words that stand over an act and change how it is meant ("refuses to", "is unlikely"): their entries in the lexicon.
#pragma once

#include <optional>

#include "coding/text/scene.h"

namespace entente {

/// The entry for a word that embeds, or null.
const Embedding* embedding_of(const Scene& scene, int word);

/// The same for an auxiliary or adverb; `denied`: the word that it hangs on is negated, which an entry with "not" asks
/// for.
const Embedding* modal_embedding(const Scene& scene, int modal, bool denied);

/// The same for a noun over an act; an entry with "not" if the light verb of the noun is negated.
const Embedding* noun_embedding(const Scene& scene, int noun);

/// The outlook that an adjective expresses by itself as a predicate: "a strike is unlikely", "it remains improbable".
std::optional<ClaimType> grade_of(const Scene& scene, int word);

/// The limit that a word sets to what stands inside it: "avoids", "is not prepared to".
std::optional<ClaimType> limit_set_by(const Scene& scene, int word);

}  // namespace entente
