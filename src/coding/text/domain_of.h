// The domain that the words around an act speak for.
#pragma once

#include <optional>
#include <vector>

#include "coding/text/scene.h"

namespace entente {

/// The domain whose words weigh most around `word`: its own modifiers first, then its subtree, then its clause.
/// `fallback` if no word speaks for any.
Domain domain_around(const Scene& scene, int word, Domain fallback);

/// The domain that the phrase ending at a word speaks for, if any.
std::optional<Domain> domain_named_by(const Scene& scene, int word);

/// All domains named by the modifiers of a noun: "diplomatic and economic ties".
std::vector<Domain> domains_of_modifiers(const Scene& scene, int noun);

}  // namespace entente
