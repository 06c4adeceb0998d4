// Inputs of a bargain over support for an actor, as far as claims tell them. Part of the door of reasoning;
// docs/models.md tells the sums.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "domain/bargaining_table.h"
#include "relations/relations.h"

namespace entente {

/// A figure of a table, with where it is from.
struct Capability {
  double value = 0;
  std::string source;  // with the year
};
using Capabilities = std::map<ActorId, Capability>;

/// An input with why it is proposed, and the claims that it rests on.
struct ProposedInput {
  double value = 0;
  std::string why;
  std::vector<ClaimId> grounds;
  bool assumed = false;  // nothing tells it: a stand-in
};

struct ProposedBargainer {
  ActorId actor;
  ProposedInput capability;
  ProposedInput position;  // 0 no support .. 100 mutual defence: the ladder's rungs at equal steps
  ProposedInput salience;  // 0..1
};

struct ProposalOptions {
  size_t most_actors = 12;  // those whose capability times salience is largest
};

/// Who has a stake in how far `supported` is helped: itself, and all who act on it or on whom it acts. The position is
/// the highest rung of the ladder that is told as given, offered or promised, and below what was refused; without a
/// rung, how friendly its standing is; of `supported` the top. Salience is the share of an actor's claims that concern
/// `supported`. The strongest come first, `supported` before all.
std::vector<ProposedBargainer> propose_support(const ActorId& supported, const std::vector<Claim>& claims,
                                               const Capabilities& capabilities, const Wording& wording,
                                               const ProposalOptions& options = {});

/// The same as a table that a model runs on, names by `name`.
BargainingTable table_of(const std::vector<ProposedBargainer>& proposed,
                         const std::function<std::string(const ActorId&)>& name);

}  // namespace entente
