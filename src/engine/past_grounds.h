// Gathers what answers on questions point at: actors, codes, claims. Internal to the engine.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "coding/coding.h"
#include "domain/question.h"
#include "engine/engine.h"

namespace entente {

class GroundList {
 public:
  void add(const Question& question);
  void add(const std::vector<PastEvent>& events);
  void add(const ActorId& actor) { actors_.insert(actor); }

  /// The claims among those of the list, with their articles; names of actors and of codes.
  void fill(const ClaimList& list, const Coder& coder, const EventCodebook& codebook, Grounds& grounds,
            std::map<std::string, std::string>& act_names) const;

 private:
  std::set<ActorId> actors_;
  std::set<ClaimId> claims_;
  std::set<std::string> codes_;
};

}  // namespace entente
