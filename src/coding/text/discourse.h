// What was spoken of so far: whom "they", "the two countries", "the country" and "its" stand for.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "domain/vocabulary.h"

namespace entente {

using ActorList = std::vector<ActorId>;

/// Follows an article sentence by sentence. All actors here are principals: states, blocs, organisations.
class Discourse {
 public:
  /// How often each actor is named in the whole article, and which one comes first: decides the topic.
  void begin_article(const std::vector<ActorList>& named_by_sentence);
  void begin_paragraph();
  void begin_sentence();
  /// An actor was named; groups are actors named together ("China, Russia and Turkiye").
  void note_named(const ActorId& actor);
  void note_group(const ActorList& group);
  /// The parties that a sentence's main clause is about; empty if it is about somebody or something unknown. The
  /// subject of a sentence that nobody notes is unknown.
  void note_subject(const ActorList& subject);
  void note_person(const ActorId& person);
  /// The article said that the source did something of that type to the target.
  void note_deed(const ActorId& source, ClaimType type, const ActorId& target);

  /// The two that the article is about most; fewer if it names fewer.
  [[nodiscard]] const ActorList& topic_pair() const { return topic_; }
  /// The other of the topic pair, if the actor is one of it and the article is mostly about the two.
  [[nodiscard]] ActorList counterpart(const ActorId& actor) const;
  /// "the two countries", "both nations": the pair last named together, else the topic.
  [[nodiscard]] ActorList pair() const;
  /// "all three", "these powers": the last group of that size (0: of three or more).
  [[nodiscard]] ActorList group(size_t size) const;
  /// "it", "its" at the start of a sentence: the subject of the sentence before, if it was one actor.
  [[nodiscard]] ActorList singular() const;
  /// "they", "their": the subject of the sentence before if it was known; several of them, or else the last group or
  /// pair.
  [[nodiscard]] ActorList plural() const;
  [[nodiscard]] ActorList person() const;
  /// Whose the last deed told was: "this offer".
  [[nodiscard]] ActorList last_doer() const;
  /// To whom the source last did something of that type, if the article told.
  [[nodiscard]] ActorList usual_target(const ActorId& source, ClaimType type) const;
  /// "the country": the actor named last, other than the one given.
  [[nodiscard]] ActorList last_named_but(const ActorId& other) const;

 private:
  ActorList topic_;
  bool between_two_ = false;
  ActorList recent_;  // most recent last, no doubles
  std::vector<ActorList> groups_;
  ActorList subject_;  // of the sentence before
  ActorList noted_;    // of this one
  ActorId person_;
  ActorId last_doer_;
  std::map<std::pair<ActorId, ClaimType>, ActorId> deeds_;
};

}  // namespace entente
