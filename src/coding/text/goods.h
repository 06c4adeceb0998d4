// What flows in an act: goods by the words that name them.
#pragma once

#include <optional>

#include "coding/text/scene.h"

namespace entente {

/// The good named among the words of a subtree, if any; the one closest to its head.
std::optional<Good> good_in(const Scene& scene, int word);

/// What flows: named in the object, in a "with" or "of" phrase, or before the noun.
std::optional<Good> good_of(const Scene& scene, int word);

}  // namespace entente
