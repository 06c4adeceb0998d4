// The sides of an act that its entry's slots leave empty, found by weaker signs.
#pragma once

#include "coding/text/acts.h"

namespace entente {

/// Fills an empty source or target from the place of the act, from what is named inside it or nearest to it, and for
/// acts within one state from its government and people.
void complete_sides(const Scene& scene, Act& act);

/// Gives an act that lacks a target the party that the article ties its source to, marked as taken from the topic.
void complete_from_topic(const Scene& scene, Act& act);
/// The same, with the one to whom the article last said that the source did such a thing: "Israeli strikes".
void complete_from_deeds(const Scene& scene, Act& act, ClaimType type);

}  // namespace entente
