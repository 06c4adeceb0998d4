// A sentence with its words, parts of speech and Universal Dependencies.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

/// Universal part-of-speech tags (UD v2).
enum class Upos : uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

/// Universal dependency relations with the subtypes that EWT uses.
enum class Deprel : uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_npmod,
  nmod_poss,
  nmod_tmod,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_npmod,
  obl_tmod,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};

inline constexpr int upos_count = static_cast<int>(Upos::X) + 1;
inline constexpr int deprel_count = static_cast<int>(Deprel::xcomp) + 1;

std::string_view name_of(Upos tag);
/// "nsubj:pass", "case", ... as CoNLL-U writes it.
std::string_view name_of(Deprel relation);
/// The tag or relation of that name; X and dep if there is none.
Upos upos_named(std::string_view name);
Deprel deprel_named(std::string_view name);
/// The relation without its subtype (nsubj:pass gives nsubj).
Deprel universal(Deprel relation);

inline constexpr int no_head = -1;

struct Token {
  Span span;          // bytes of the article's text
  std::string form;   // text[span]
  std::string lemma;  // empty before analysis
  Upos upos = Upos::X;
  std::string xpos;    // Penn tag; empty before analysis
  int head = no_head;  // index of the governing token in the sentence; no_head for the root
  Deprel relation = Deprel::dep;
};

struct Sentence {
  Span span;              // bytes of the article's text, without surrounding blanks
  int paragraph = 0;      // counted from 0 through the article
  bool heading = false;   // a title or section heading
  bool analysed = false;  // tags, lemmas, heads and relations are filled in
  std::vector<Token> tokens;
};

}  // namespace entente
