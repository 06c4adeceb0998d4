// How an act is meant: done, denied, promised, expected, conditional; who says so; whether it is a limit or an outlook.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/text/scene.h"

namespace entente {

struct Frame {
  Modality modality = Modality::asserted;
  std::optional<ClaimType> limit;
  std::optional<ClaimType> outlook;
  int graded_by = nowhere;  // the word that makes the limit or the outlook
  bool negated = false;
  bool question = false;
  bool as_topic = false;           // named as a topic, not told: "the question of A supporting B"
  bool reported = false;           // inside a clause of saying
  std::vector<int> speakers;       // words that stand for who says so
  int embedded_by = nowhere;       // the outermost embedding word
  std::vector<std::string> steps;  // for explanations: "'unlikely' (modality.txt:60) makes it an outlook unlikely"
};

/// Walks from the act's word up to the root and collects what the words above and beside make of it.
/// `negation_told`: the act's own entry holds the negation ("does not recognise"), which then denies nothing.
Frame frame_of(const Scene& scene, int word, bool negation_told = false);

}  // namespace entente
