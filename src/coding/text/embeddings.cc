// Finding the entry that a word which embeds has.
#include "coding/text/embeddings.h"

#include <algorithm>

#include "base/text.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

/// "Kept them from doing": the word that opens the clause below is a further word of the pattern too.
bool opens_clause_below(const Tree& tree, int word, const std::string& particle) {
  const auto clauses = tree.all(word, {Deprel::advcl, Deprel::ccomp, Deprel::xcomp});
  return std::any_of(clauses.begin(), clauses.end(), [&](int clause) {
    const int mark = tree.child(clause, {Deprel::mark});
    return mark != nowhere && tree.at(mark).lemma == particle;
  });
}

const Embedding* entry_for(const Scene& scene, int word, WordClass kind, const std::string& lemma) {
  const Tree& tree = scene.tree();
  for (const Embedding& entry : scene.lexicon().embeddings.find(kind, lemma)) {
    const auto stands = [&](const std::string& particle) {
      return has_particles(tree, word, {particle}) || opens_clause_below(tree, word, particle);
    };
    if (std::all_of(entry.pattern.particles.begin(), entry.pattern.particles.end(), stands)) return &entry;
  }
  return nullptr;
}

/// "Did not have the courage to": the verb's negation counts as the noun's.
int light_verb_of(const Tree& tree, int noun) {
  const int verb = tree.head(noun);
  const bool light = verb != no_head && tree.is(noun, {Deprel::obj}) &&
                     tree.lemma_in(verb, {"have", "get", "find", "see", "take", "show", "make", "give"});
  return light ? verb : nowhere;
}

}  // namespace

const Embedding* embedding_of(const Scene& scene, int word) {
  const Token& token = scene.tree().at(word);
  const auto kind = word_class(token);
  if (!kind) return nullptr;
  if (*kind == WordClass::verb && token.xpos == "VBN" && scene.tree().is_passive(word)) {  // "is prepared to"
    if (const Embedding* entry = entry_for(scene, word, WordClass::adjective, to_lower(token.form))) return entry;
  }
  return entry_for(scene, word, *kind, token.lemma);
}

const Embedding* modal_embedding(const Scene& scene, int modal, bool denied) {
  const Token& token = scene.tree().at(modal);
  const auto kind = word_class(token);
  if (!kind) return nullptr;
  for (const Embedding& entry : scene.lexicon().embeddings.find(*kind, token.lemma)) {
    const bool wants_not = std::find(entry.pattern.particles.begin(), entry.pattern.particles.end(), "not") !=
                           entry.pattern.particles.end();
    if (wants_not ? denied : has_particles(scene.tree(), modal, entry.pattern.particles)) return &entry;
  }
  return nullptr;
}

const Embedding* noun_embedding(const Scene& scene, int noun) {
  const Tree& tree = scene.tree();
  const int verb = light_verb_of(tree, noun);
  if (verb == nowhere || !is_negated(tree, verb)) return embedding_of(scene, noun);
  const Embedding* plain = embedding_of(scene, noun);
  for (const Embedding& entry : scene.lexicon().embeddings.find(WordClass::noun, tree.at(noun).lemma)) {
    if (entry.pattern.particles == std::vector<std::string>{"not"}) return &entry;
  }
  return plain;
}

std::optional<ClaimType> limit_set_by(const Scene& scene, int word) {
  const Embedding* entry = embedding_of(scene, word);
  return entry == nullptr ? std::nullopt : entry->effect.limit;
}

std::optional<ClaimType> grade_of(const Scene& scene, int word) {
  const Tree& tree = scene.tree();
  const bool predicate = tree.child(word, {Deprel::cop}) != nowhere || tree.is(word, {Deprel::xcomp, Deprel::root});
  if (tree.at(word).upos != Upos::ADJ || !predicate || tree.child(word, {Deprel::xcomp, Deprel::ccomp}) != nowhere)
    return std::nullopt;
  for (const Embedding& entry : scene.lexicon().embeddings.find(WordClass::adjective, tree.at(word).lemma)) {
    if (entry.effect.outlook && has_particles(tree, word, entry.pattern.particles)) return entry.effect.outlook;
  }
  return std::nullopt;
}

}  // namespace entente
