// Inputs of a bargain over support for an actor: claims from the ledger, capabilities from the table that ships.
#include "engine/capabilities.h"
#include "engine/engine.h"
#include "engine/grounds.h"
#include "engine/parts.h"
#include "engine/passage_words.h"

namespace entente {

Result<ProposalAnswer> Engine::propose_bargain(const std::string& supported, const Scope& scope) {
  Result<WebReading> read = parts_->read_web(scope, {supported});
  if (!read) return read.error();
  const Result<std::string> folder = parts_->data_folder();
  if (!folder) return folder.error();
  const Result<Capabilities> capabilities = read_capabilities(*folder);
  if (!capabilities) return capabilities.error();
  const std::map<ArticleId, Article>& articles = read->list.articles;
  const auto wording = [&](const Claim& claim) {
    return wording_of(claim, &articles.at(claim.first_evidence().passage.article));
  };
  ProposalAnswer out{counted_as(read->actors[0]), {}, {}};
  out.proposed = propose_support(out.supported, read->list.claims, *capabilities, wording);
  out.grounds = grounds_of(std::move(read->list), *read->coder);
  if (out.proposed.size() < 2) {
    return Error{ErrorCode::missing,
                 "nobody but " + out.grounds.name(out.supported) + " has a stake in it, by the ledger"};
  }
  return out;
}

}  // namespace entente
