// Everything the coders know about words, read once from the lexicon's folder.
#pragma once

#include <string>

#include "base/result.h"
#include "coding/lexicon/actor_directory.h"
#include "coding/lexicon/cameo.h"
#include "coding/lexicon/embedding.h"
#include "coding/lexicon/predicates.h"
#include "coding/lexicon/word_lists.h"

namespace entente {

struct Lexicon {
  ActorDirectory actors;
  CameoTable cameo;
  WordLists words;
  PredicateTable predicates;
  EmbeddingTable embeddings;
  std::string hash;  // of every file's bytes

  static Result<Lexicon> load(const std::string& folder);
};

}  // namespace entente
