// One analysed sentence with everything that is known of it: who is named, and whom each noun phrase stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "coding/lexicon/lexicon.h"
#include "coding/text/discourse.h"
#include "coding/text/mentions.h"
#include "coding/text/tree.h"

namespace entente {

/// Who stands in a role, and how surely: by name or office, by owning what is named, by standing inside what the act is
/// about, by being named nearest to it, by living at its place, by reference to earlier text, or as the article's
/// topic.
struct Party {
  enum class Ground { named, owner, inside, nearest, place, reference, topic };
  ActorList actors;
  Ground ground = Ground::named;
  int word = nowhere;

  [[nodiscard]] bool empty() const { return actors.empty(); }
};

class Scene {
 public:
  Scene(const Sentence& sentence, std::string_view text, std::vector<Mention> names, std::vector<TitleMention> titles,
        const Lexicon& lexicon, const Discourse& discourse, const Date& day);

  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const Discourse& discourse() const { return discourse_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const std::vector<Mention>& names() const { return names_; }

  /// The name that covers a word, or null.
  [[nodiscard]] const Mention* name_at(int word) const;
  /// Whom the noun phrase headed by `word` stands for, with everything coordinated with it.
  [[nodiscard]] Party party(int word) const;
  /// As party, for the first of several words that stands for somebody; coordinated words are taken together.
  [[nodiscard]] Party party_of(const std::vector<int>& words) const;
  /// The possessors of a noun ("Iran's", "its").
  [[nodiscard]] Party possessors(int noun) const;
  /// The national adjectives and names before a noun ("Israeli strikes", "Russia-Iran ties").
  [[nodiscard]] Party modifiers(int noun) const;
  /// Everybody named in the words of a subtree, in order, without doubles.
  [[nodiscard]] ActorList named_in(int word) const;
  [[nodiscard]] bool in_class(int word, std::string_view class_name) const;
  [[nodiscard]] bool is_bloc(const ActorId& actor) const;
  [[nodiscard]] bool is_state(const ActorId& actor) const;
  /// True for a proper name of several words, of which one names an actor, that the lexicon doesn't know: "American
  /// Motors".
  [[nodiscard]] bool is_unknown_name(int noun) const;
  /// The word in the sentence that a pronoun stands for, the word itself if it is none or nothing fits.
  [[nodiscard]] int referent(int word) const;
  /// The organ that a noun for people makes of their state ("CVL" for "students"), whoever they are; empty for other
  /// words.
  [[nodiscard]] std::string kind_of_people(int word) const;

 private:
  [[nodiscard]] Party single(int word, int depth) const;
  [[nodiscard]] Party owner(int noun, int depth) const;
  [[nodiscard]] Party named_as_examples(int noun, int depth) const;
  [[nodiscard]] bool of_unknown_body(int title) const;
  [[nodiscard]] Party title_holder(int word, int depth) const;
  [[nodiscard]] Party residents(int people, int depth) const;
  [[nodiscard]] Party counted_people(int noun, int depth) const;
  [[nodiscard]] ActorList listed_with(int word) const;
  [[nodiscard]] Party unowned(int noun) const;
  [[nodiscard]] bool named_after_town(int noun) const;
  [[nodiscard]] bool is_unknown_person(int noun) const;
  [[nodiscard]] int bearer(int noun) const;
  [[nodiscard]] std::string suffix_of_modifiers(int noun) const;
  [[nodiscard]] Party reference(int word, int depth) const;
  [[nodiscard]] Party group_reference(int word) const;
  [[nodiscard]] Party subject_before(int word, int depth) const;
  [[nodiscard]] std::optional<ActorId> named_person(const TitleMention& title, const ActorId& state) const;
  [[nodiscard]] bool can_be_meant(int noun) const;
  [[nodiscard]] ActorList group_before(int word) const;
  [[nodiscard]] Party party_at(int word, int depth) const;

  static constexpr int deepest = 5;  // how many steps of reference and ownership are followed

  Tree tree_;
  std::string_view text_;
  std::vector<Mention> names_;
  std::vector<TitleMention> titles_;
  std::vector<int> name_at_;
  std::vector<int> title_at_;
  const Lexicon& lexicon_;
  const Discourse& discourse_;
  Date day_;
};

/// Adds the actors of `more` that are not in `list` yet.
void add_actors(ActorList& list, const ActorList& more);

}  // namespace entente
