#include "domain/claim.h"

#include "base/hash.h"

namespace entente {

namespace {

void add_field(std::string& out, std::string_view field) {
  out += field;
  out += '\x1f';
}

void add_ids(std::string& out, const std::vector<ActorId>& ids) {
  for (const ActorId& id : ids) add_field(out, id.str());
  out += '\x1e';
}

}  // namespace

ClaimId Claim::id() const {
  const Passage& passage = first_evidence().passage;
  constexpr size_t usual_size = 256;
  std::string said;
  said.reserve(usual_size);
  add_field(said, passage.article.str());
  add_field(said, std::to_string(passage.span.begin));
  add_field(said, std::to_string(passage.span.end));
  add_field(said, name_of(kind()));
  add_field(said, name_of(type));
  add_field(said, name_of(domain));
  add_field(said, name_of(modality));
  add_ids(said, source);
  add_ids(said, target);
  static const std::vector<ActorId> nobody;
  add_ids(said, about ? about->actors : nobody);
  add_field(said, cameo);
  add_field(said, good);
  return ClaimId(content_hash(said));
}

}  // namespace entente
