// A question about what will happen between two actors, the forecast that answers it, and how it ended.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "domain/event.h"
#include "domain/mark.h"
#include "domain/vocabulary.h"

namespace entente {

using QuestionId = Id<struct QuestionTag>;  // 32 hex digits

/// The acts that a question asks about: any one of them settles it. What is left empty does not restrict.
struct AskedAct {
  std::vector<ClaimType> types;    // PLOVER types, sorted
  std::vector<std::string> codes;  // beginnings of CAMEO codes, sorted: "04" is the root, "042" a visit
  std::optional<Domain> domain;
  bool operator==(const AskedAct&) const = default;

  /// Whether an act of that type, code and domain is one of them. A mere statement (CAMEO 01, 02) has no type.
  [[nodiscard]] bool covers(std::optional<ClaimType> type, std::string_view code, Domain of) const;
};

/// Will the source do such a thing to the target within the window? Two questions are equal if they ask the same,
/// whatever their words are.
struct Question {
  std::string text;  // as it was asked
  ActorId source;
  ActorId target;
  bool either_way = false;  // "will they meet": from the target to the source counts too
  AskedAct act;
  bool denied = false;  // asks whether it will not happen
  DayRange window;      // days since 1970-01-01, both included

  /// Hash of what is asked, not of its words.
  [[nodiscard]] QuestionId id() const;
  bool operator==(const Question& other) const;
};

/// Something that happened, as a reason points at it: a row of imported events, or claims of articles.
struct PastEvent {
  int64_t day = 0;  // since 1970-01-01
  ActorId source;
  ActorId target;
  std::string code;               // CAMEO; empty where a claim has none
  std::optional<ClaimType> type;  // none: a mere statement
  std::string data_set;           // of an imported row; "articles" for claims
  std::optional<RowPassage> row;  // of an imported row
  std::vector<ClaimId> claims;    // of articles
  bool operator==(const PastEvent&) const = default;
};

/// What moved a forecast.
struct ForecastReason {
  std::string words;
  double effect = 0;  // on the log odds of yes; 0 where it is told but was not weighed
  std::vector<PastEvent> events;
  bool operator==(const ForecastReason&) const = default;
};

struct Forecast {
  QuestionId question;
  int64_t day = 0;   // what happened before it was known, days since 1970-01-01
  LedgerMark as_of;  // what the ledger held
  double probability = 0;
  double low = 0;  // four times in five the probability lies between these two
  double high = 0;
  double base_rate = 0;                 // of the class of questions
  std::string method;                   // name and version of what answered
  std::vector<ForecastReason> reasons;  // the strongest first
  bool operator==(const Forecast& other) const;
};

/// How a question ended.
struct Settlement {
  QuestionId question;
  bool yes = false;               // the answer to the question as it was asked
  int64_t day = 0;                // on which it was settled: that of the first such act, else the window's last
  std::vector<PastEvent> events;  // what settled it; empty if nothing of the kind happened
  LedgerMark as_of;               // by what the ledger held
  bool operator==(const Settlement& other) const;
};

}  // namespace entente
