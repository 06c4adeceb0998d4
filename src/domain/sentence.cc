#include "domain/sentence.h"

#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, upos_count> tags = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                           "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                           "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, deprel_count> relations = {
    "acl",          "acl:relcl",  "advcl",         "advcl:relcl", "advmod",      "amod",         "appos",
    "aux",          "aux:pass",   "case",          "cc",          "cc:preconj",  "ccomp",        "compound",
    "compound:prt", "conj",       "cop",           "csubj",       "csubj:outer", "csubj:pass",   "dep",
    "det",          "det:predet", "discourse",     "dislocated",  "expl",        "fixed",        "flat",
    "goeswith",     "iobj",       "list",          "mark",        "nmod",        "nmod:desc",    "nmod:npmod",
    "nmod:poss",    "nmod:tmod",  "nmod:unmarked", "nsubj",       "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",          "obl",        "obl:agent",     "obl:npmod",   "obl:tmod",    "obl:unmarked", "orphan",
    "parataxis",    "punct",      "reparandum",    "root",        "vocative",    "xcomp"};

template <class Enum, size_t N>
Enum find_or(const std::array<std::string_view, N>& names, std::string_view name, Enum otherwise) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return otherwise;
}

}  // namespace

std::string_view name_of(Upos tag) {
  return tags[static_cast<size_t>(tag)];
}
std::string_view name_of(Deprel relation) {
  return relations[static_cast<size_t>(relation)];
}
Upos upos_named(std::string_view name) {
  return find_or(tags, name, Upos::X);
}
Deprel deprel_named(std::string_view name) {
  return find_or(relations, name, Deprel::dep);
}

Deprel universal(Deprel relation) {
  const std::string_view name = name_of(relation);
  return deprel_named(name.substr(0, name.find(':')));
}

}  // namespace entente
