// The votes that ideal points are estimated on, laid out by text and by voter and session. Inside voting.
#pragma once

#include <cstdint>
#include <vector>

#include "reasoning/voting/ideal_points.h"

namespace entente {

/// A stance is a voter in a session; its votes are ranges of `by_stance`. A text is a roll call, or several on the same
/// text; its votes are ranges of `stance` and `choice`. Stances are sorted by voter, then session.
struct IdealData {
  struct Stance {
    uint32_t voter = 0;
    int session = 0;
  };
  std::vector<Stance> stances;
  std::vector<uint32_t> text_begin;                   // texts + 1: where each text's votes begin
  std::vector<uint32_t> stance;                       // of each vote, by text
  std::vector<int8_t> choice;                         // 0 yes, 1 abstention, 2 no; of a text in this order
  std::vector<uint32_t> stance_begin;                 // stances + 1: where each stance's votes begin in `by_stance`
  std::vector<uint32_t> by_stance;                    // places among the votes by text
  std::vector<uint32_t> text_of;                      // of each vote, in the order of `by_stance`
  std::vector<std::pair<uint32_t, uint32_t>> voters;  // ranges of stances, a voter each
  std::vector<uint32_t> session_of;                   // of each stance: place among the sessions
  std::vector<std::vector<uint32_t>> members;         // of each session: its stances
  std::vector<std::vector<uint32_t>> own_texts;       // of each session: texts voted on in no other
  std::vector<char> bridge;                           // of each text: voted on in several sessions

  [[nodiscard]] size_t texts() const { return text_begin.size() - 1; }
  [[nodiscard]] size_t votes_of(size_t s) const { return stance_begin[s + 1] - stance_begin[s]; }
  /// Of a text: how many votes stand before the first abstention, and before the first no.
  [[nodiscard]] std::pair<size_t, size_t> choices_of(size_t text) const;
  /// The stance from which the walk of stance `s` comes: the session before, of a voter's first the one after; `s`
  /// itself where there is no other.
  [[nodiscard]] uint32_t walks_from(uint32_t s) const;
  /// 1 / variance of that step: less free where the stance has few votes.
  [[nodiscard]] double walk_precision(uint32_t s) const;
};

/// Leaves out what is not to be used and counts it in `out`. Errors: input, where nothing is left.
Result<IdealData> ideal_data(const RollCalls& votes, const IdealPointOptions& options, IdealPoints& out);

}  // namespace entente
