// What a store of events answers to a question on relations. Inside engine: may change.
#pragma once

#include <vector>

#include "coding/coding.h"
#include "engine/event_relations.h"

namespace entente {

/// All of the answer but what claims say; an answer without data sets where the mark sees no events. Errors: usage,
/// those of the store.
Result<RelationsAnswer> answer_by_events(EventStore& store, const EventCodebook& codebook, const LeaderList& leaders,
                                         const RelationsQuery& asked);

/// How close a pair surely is: its balance, at the cautious end of its band. Below 0 for one that may be hostile;
/// turned round for how hostile it surely is.
double sure_balance(const PairEvidence& pair, bool friendly);

// Its parts.

/// The trend and breaks of the answer's series, its leaders and the number of its events.
void find_breaks(RelationsAnswer& answer, const std::vector<EventKind>& kinds, const EventCodebook& codebook,
                 const LeaderList& leaders);
/// The acts behind where a pair stands on the last day. Errors: those of the store.
Result<std::vector<ActBehind>> acts_behind(EventStore& store, const PairEvidence& pair, const RelationsAnswer& answer,
                                           const EventCodebook& codebook, const RelationsQuery& asked);

}  // namespace entente
