// Compiled by ids_test.cc: with -DMIX it gives an ActorId where a ClaimId is due.
#include "base/ids.h"

bool is_empty(const entente::ClaimId& id) {
  return id.empty();
}

int main() {
#ifdef MIX
  return is_empty(entente::ActorId("RUS"));
#else
  return is_empty(entente::ClaimId("RUS"));
#endif
}
