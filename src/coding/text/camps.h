// Who stands on the same side, and who against whom, by what their ids tell.
#pragma once

#include <string>

#include "coding/text/acts.h"

namespace entente {

/// "REB" of "SYR:REB"; empty for a state itself.
std::string suffix_of(const ActorId& id);
/// Whether it is of the people of a state, not of its government or forces.
bool is_of_the_people(const ActorId& id);
/// Whether the act is one among those who are at odds: conflict, or giving way.
bool between_enemies(const Predicate& entry);

/// True if two ids stand for the same side: a state and its organ do, two organs of one state don't,
/// nor do a state and its rebels.
bool same_side(const ActorId& a, const ActorId& b);

/// The party without the actors that stand on the other side already.
Party without(Party party, const Party& other);

/// The party as it stands against the source of a hostile act: to its own people, rebels or press a bare state is the
/// government ("Sudanese students protested against Sudan").
Party against(Party party, const Act& act);

}  // namespace entente
