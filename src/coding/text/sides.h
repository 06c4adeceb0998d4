// The sides of an act that its entry's slots leave empty, found by weaker signs.
#pragma once

#include "coding/text/acts.h"

namespace entente {

/// True if two ids stand for the same side: a state and its organ do, two organs of one state don't,
/// nor do a state and its rebels.
bool same_side(const ActorId& a, const ActorId& b);

/// The party without the actors that stand on the other side already.
Party without(Party party, const Party& other);

/// The party as it stands against the source of a hostile act: to its own people, rebels or press a bare state is the
/// government ("Sudanese students protested against Sudan").
Party against(Party party, const Act& act);

/// Fills an empty source or target from the place of the act, from what is named inside it or nearest to it, and for
/// acts within one state from its government and people.
void complete_sides(const Scene& scene, Act& act);

/// Gives an act that lacks a target the party that the article ties its source to, marked as taken from the topic.
void complete_from_topic(const Scene& scene, Act& act);
/// The same, with the one to whom the article last said that the source did such a thing: "Israeli strikes".
void complete_from_deeds(const Scene& scene, Act& act, ClaimType type);

}  // namespace entente
