// The predicates of a sentence with their roles filled: who does what to whom, and how it is meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/text/frame.h"
#include "coding/text/scene.h"

namespace entente {

struct Act {
  const Predicate* entry = nullptr;
  int word = nowhere;
  Party source;
  Party target;
  bool reciprocal = false;  // the parties all act on each other
  Frame frame;
  std::optional<Good> good;
};

/// The acts of a sentence in the order of their words.
std::vector<Act> find_acts(const Scene& scene);

/// The good named among the words of a subtree, if any; the one closest to its head.
std::optional<Good> good_in(const Scene& scene, int word);

/// Gives an act that lacks a target the party that the article ties its source to, marked as taken from the topic.
void complete_from_topic(const Scene& scene, Act& act);
/// The same, with the one to whom the article last said that the source did such a thing: "Israeli strikes".
void complete_from_deeds(const Scene& scene, Act& act, ClaimType type);

}  // namespace entente
