// A question answered with a probability and its reasons, and how stored questions ended. Part of the engine's door.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/question.h"
#include "engine/web_answers.h"
#include "engine/word_answer.h"
#include "ledger/ledger.h"
#include "sources/sources.h"

namespace entente {

/// Where the past is read off: the ledger's imported events and its claims, or a folder of quads and those claims.
struct AskHistory {
  std::string data;                    // a folder of quads; empty: the ledger's events
  Date origin;                         // of quads: the day of step 0
  TimeStep step = TimeStep::day;       // of quads
  std::vector<std::string> data_sets;  // of the ledger; empty: all
  LedgerMark as_of;                    // what the ledger held then
};

/// A question in words, and what corrects how it is read. Empty parts are taken from the words.
struct AskRequest {
  std::string text;
  std::string at;    // the day of asking (what happened before it is known); empty: today
  std::string from;  // ids or names, parted by commas
  std::string to;
  std::string act;  // a class of acts, a PLOVER type, a CAMEO code or its name
  std::string domain;
  std::string after;  // the first day of the window is the one behind it
  std::string by;     // the last day of the window: a day, month or year
  AskHistory history;
  uint64_t seed = 1;
  bool save = false;  // keep question and forecast in the ledger
};

/// A question as it was understood.
struct AskedQuestion {
  Question question;
  std::string meaning;             // "Will Russia do AID (military) to Iran from 2026-09-01 to 2027-03-31?"
  std::string rule;                // what settles it
  std::vector<std::string> notes;  // what was chosen because the words leave it open
};

struct LikeCase {
  ActorId source;
  ActorId target;
  int64_t day = 0;  // as of which it stood much the same
  bool happened = false;
};
struct WhatWouldChange {
  std::string what;
  double probability = 0;
};

struct AnsweredQuestion {
  AskedQuestion asked;
  Forecast forecast;  // reasons up and down, then what the ledger's claims tell
  double own_rate = 0;
  bool by_model = false;
  std::string note;  // why it is not the model that answers, or where the history falls short; may be empty
  std::vector<LikeCase> like;
  size_t like_cases = 0;
  size_t like_happened = 0;
  std::vector<WhatWouldChange> changes;
  std::vector<WordBeside> words;  // that texts of the ledger have for it
  bool kept = false;              // in the ledger now
};

/// What was known: of which days, from where.
struct HistoryKnown {
  std::string from;  // "icews14s", "icews, articles"
  DayRange days;     // first and last day with anything
  size_t events = 0;
  size_t claims = 0;  // dated ones that tell of acts between two

  [[nodiscard]] bool nothing() const { return events == 0 && claims == 0; }
};

struct AskAnswer {
  std::string text;
  int64_t day = 0;  // of asking
  HistoryKnown known;
  std::vector<AnsweredQuestion> questions;
  Grounds grounds;                               // the claims that reasons point at, their articles; names of actors
  std::map<std::string, std::string> act_names;  // of the CAMEO codes in it
};

/// A stored question and what became of it.
struct ResolvedQuestion {
  StoredQuestion stored;
  std::string meaning;
  bool fresh = false;    // settled just now
  std::string why_open;  // of an open one
  double brier = 0;      // of its last forecast; 0 while it is open
  double log_score = 0;
  std::vector<WordBeside> words;  // that stood beside its last forecast
};

/// The score of settled questions: of the last forecast of each.
struct QuestionScore {
  std::string of;  // "all", "AID", "up to 30 days"
  size_t questions = 0;
  size_t came_true = 0;
  double brier = 0;
  double skill = 0;  // against the base rates given with the forecasts: 1 - brier / theirs (Murphy 1973)
  double log_score = 0;
};

struct ResolveRequest {
  std::string id;      // beginning of a question's id; empty: all
  std::string answer;  // "yes" or "no": settled by hand; needs the id
  std::string at;      // as of that day; empty: today. Data behind it are not looked at
  bool list_only = false;
  std::vector<int> horizons = {7, 30,
                               90};  // ends of the classes by length of the window that scores are told by, in days
  AskHistory history;                // not looked at where nothing is to be settled by it
};

struct ResolveAnswer {
  std::vector<ResolvedQuestion> questions;
  std::vector<QuestionScore> scores;   // all, then by act and by horizon, the shortest first
  std::vector<WordTotal> word_totals;  // numbers against words, by scale
  Grounds grounds;
  std::map<std::string, std::string> act_names;
};

}  // namespace entente
