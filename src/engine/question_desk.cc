#include "engine/question_desk.h"

#include <algorithm>
#include <chrono>
#include <limits>

#include "base/text.h"
#include "relations/relations.h"

namespace entente {

namespace {

constexpr int usual_days = 30;  // of a window that the words leave open: the horizon that forecasts were tested at

/// Whoever speaks or fights for a state counts as the state.
std::vector<ActorId> counted_sides(const std::vector<ActorId>& ids) {
  std::vector<ActorId> out;
  for (const ActorId& id : ids) {
    const ActorId who = counted_as(id);
    if (std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
  }
  return out;
}

Result<std::vector<ActorId>> actors_named(const std::string& text, const std::string& option,
                                          const EventCodebook& codebook) {
  std::vector<ActorId> out;
  for (const std::string_view name : split(text, ',')) {
    const std::optional<ActorId> id = codebook.named(name);
    if (!id) {
      return Error{ErrorCode::usage, option + " '" + std::string(name) +
                                         "': no actor of that name is known: give an id such as RUS, or a name"};
    }
    out.push_back(*id);
  }
  return out;
}

/// The type of that name, in any case.
std::optional<ClaimType> type_named(const std::string& text) {
  std::string upper = text;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return claim_type(ClaimKind::event, upper);
}

Result<AskedAct> act_named(const std::string& text, const EventCodebook& codebook) {
  AskedAct out;
  if (const auto type = type_named(text)) {
    out.types = {*type};
    return out;
  }
  if (const std::optional<ActClass> known = act_class_named(text)) {
    out.codes = known->codes;
    return out;
  }
  if (const std::optional<EventKind> kind = codebook.act(ActScheme::name, text)) {
    out.codes = {kind->code};
    return out;
  }
  return Error{ErrorCode::usage, "--act '" + text +
                                     "': no act of that name: give a PLOVER type (AID), a CAMEO code (072) or its "
                                     "name, or force, aid, material-cooperation, consult, verbal-conflict"};
}

/// The codes that settle it are part of the question, so that no later table of codes changes what was asked.
void settle_codes(AskedAct& act) {
  if (act.codes.empty()) act.codes = act_class_of(act.types.front(), act.domain).codes;
  std::sort(act.codes.begin(), act.codes.end());
  std::sort(act.types.begin(), act.types.end());
}

Result<void> correct_parts(const AskRequest& request, const EventCodebook& codebook, QuestionReading& read) {
  if (!request.from.empty()) {
    const Result<std::vector<ActorId>> from = actors_named(request.from, "--from", codebook);
    if (!from) return from.error();
    for (AskedPart& part : read.parts) part.source = *from;
  }
  if (!request.to.empty()) {
    const Result<std::vector<ActorId>> to = actors_named(request.to, "--to", codebook);
    if (!to) return to.error();
    for (AskedPart& part : read.parts) part.target = *to;
  }
  if (!request.from.empty() || !request.to.empty()) {
    for (AskedPart& part : read.parts) part.either_way = false;
  }
  if (!request.act.empty()) {
    const Result<AskedAct> act = act_named(request.act, codebook);
    if (!act) return act.error();
    for (AskedPart& part : read.parts) part.act = *act;
  }
  if (!request.domain.empty()) {
    const std::optional<Domain> domain = domain_named(to_lower(request.domain));
    if (!domain) return Error{ErrorCode::usage, "--domain '" + request.domain + "': no such domain"};
    for (AskedPart& part : read.parts) {
      if (part.act && !part.act->types.empty()) part.act = AskedAct{part.act->types, {}, domain};
    }
  }
  return {};
}

Error missing_part(const AskedPart& part, const QuestionReading& read) {
  std::string what;
  const auto add = [&](bool missing, const std::string& text) {
    if (missing) what += (what.empty() ? "" : ", ") + text;
  };
  add(part.source.empty(), "who acts (--from RUS)");
  add(!part.act.has_value(), "what is done (--act AID)");
  add(part.target.empty(), "to whom (--to IRN)");
  const std::string said = read.statement.empty() ? "" : "; it was read as '" + read.statement + "'";
  return {ErrorCode::usage, "the question does not say " + what + said};
}

Result<int64_t> bound_named(const std::string& text, const std::string& option, bool last) {
  const std::optional<Date> date = parse_iso_date(text);
  if (!date || !date->known()) {
    return Error{ErrorCode::usage, option + " '" + text + "': give a day, month or year such as 2027-03-31, 2027-03"};
  }
  return last ? last_day(*date) : first_day(*date);
}

struct AskedWindow {
  DayRange days;
  std::vector<std::string> notes;
};

Result<AskedWindow> window_of(const AskRequest& request, const QuestionReading& read, int64_t day) {
  constexpr int64_t open = std::numeric_limits<int64_t>::max();
  AskedWindow out{{day, open}, {}};
  if (read.window) out.days = *read.window;
  if (!request.after.empty()) {
    const Result<int64_t> after = bound_named(request.after, "--after", true);
    if (!after) return after.error();
    out.days.first = std::max(day, *after + 1);
  }
  if (!request.by.empty()) {
    const Result<int64_t> by = bound_named(request.by, "--by", true);
    if (!by) return by.error();
    out.days.last = *by;
  } else if (read.window && read.vague_window) {
    out.notes.push_back("'" + read.window_words + "' is taken as until " + iso_day(out.days.last) +
                        "; --by gives another day");
  } else if (!read.time_unread.empty()) {
    return Error{ErrorCode::usage, "'" + read.time_unread + "' is no time that is known: give the last day with --by"};
  }
  if (out.days.last == open) {
    out.days.last = out.days.first + usual_days - 1;
    out.notes.push_back("no end is given: " + std::to_string(usual_days) + " days, until " + iso_day(out.days.last) +
                        "; --by gives another day");
  }
  if (out.days.last < out.days.first) {
    return Error{ErrorCode::usage, "the window ends " + iso_day(out.days.last) + ", before it begins (" +
                                       iso_day(out.days.first) + "): --at gives the day of asking, --by the last day"};
  }
  return out;
}

/// "Its code in the lexicon is narrower": a visit is one way to consult.
std::string narrower_note(const AskedPart& part, const EventCodebook& codebook) {
  const bool is_root = part.code.size() < 3 || part.code.ends_with('0');
  const bool settled = !part.act || part.act->types.empty() || !part.act->codes.empty();
  if (is_root || settled) return "";
  return "'" + part.words + "' is read as any act of " + std::string(name_of(part.act->types.front())) + "; --act " +
         part.code + " asks for '" + codebook.name_of_act(part.code) + "' alone";
}

std::string domain_note(const AskedAct& act) {
  if (!act.domain || act.types.empty()) return "";
  if (act_class_of(act.types.front(), act.domain).codes != act_class_of(act.types.front()).codes) return "";
  return "codes of " + std::string(name_of(act.types.front())) + " do not tell its " +
         std::string(name_of(*act.domain)) + " kind apart: any act of the type settles it";
}

std::string capital(std::string text) {
  if (!text.empty() && is_ascii_lower(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string codes_in_words(const AskedAct& act, const EventCodebook& codebook) {
  std::string out;
  for (const std::string& code : act.codes) {
    const std::string name = codebook.name_of_act(code);
    out += (out.empty() ? "" : ", ") + code + (name.empty() ? "" : " " + to_lower(name));
  }
  return out;
}

}  // namespace

ActClass act_class_of(const AskedAct& act) {
  if (!act.codes.empty()) return {act_words(act), act.codes};
  return act_class_of(act.types.front(), act.domain);
}

std::string act_words(const AskedAct& act) {
  if (act.types.empty()) return "CAMEO " + join(act.codes, ", ");
  std::string out(name_of(act.types.front()));
  if (act.domain) return out + " (" + std::string(name_of(*act.domain)) + ")";
  if (act.codes.empty() || act.codes == act_class_of(act.types.front()).codes) return out;
  return out + " (CAMEO " + join(act.codes, ", ") + ")";
}

std::vector<Question> questions_of(const AskedPart& part, bool denied, const DayRange& window,
                                   const std::string& text) {
  std::vector<Question> out;
  if (!part.complete()) return out;
  Question question{text, {}, {}, part.either_way, *part.act, denied, window};
  settle_codes(question.act);
  const std::vector<ActorId> sources = counted_sides(part.source), targets = counted_sides(part.target);
  for (const ActorId& source : sources) {
    for (const ActorId& target : targets) {
      if (source == target) continue;
      question.source = part.either_way ? std::min(source, target) : source;
      question.target = part.either_way ? std::max(source, target) : target;
      if (std::find(out.begin(), out.end(), question) == out.end()) out.push_back(question);
    }
  }
  return out;
}

std::string meaning_of(const Question& question, const Coder& coder) {
  const std::string from = iso_day(question.window.first);
  const std::string until = iso_day(question.window.last);
  const std::string act = act_words(question.act);
  std::string out = "Will there be no " + act;
  if (!question.denied) out = "Will there be " + act;
  const std::string source = coder.actor(question.source).name, target = coder.actor(question.target).name;
  out += question.either_way ? " between " + source + " and " + target : " by " + source + " towards " + target;
  return out + (from == until ? " on " + from : " from " + from + " to " + until) + "?";
}

std::string rule_of(const Question& question, const Coder& coder, const EventCodebook& codebook) {
  const std::string source = coder.actor(question.source).name, target = coder.actor(question.target).name;
  std::string who = "by " + source + " towards " + target;
  if (question.either_way) who = "between " + source + " and " + target + ", whichever of them is the source";
  const std::string days = iso_day(question.window.first) + " to " + iso_day(question.window.last);
  const std::string yes = question.denied ? "no" : "yes", no = question.denied ? "yes" : "no";
  return capital(yes) + ", if the events or the ledger's claims tell of one such act " + who + ", dated " + days +
         " (CAMEO " + codes_in_words(question.act, codebook) + "). " + capital(no) +
         ", if the events cover all these days and tell of none. A state's government, leaders and forces count as the "
         "state; plans, promises and threats to do it do not count as the act.";
}

Result<std::vector<AskedQuestion>> ask_in_parts(const AskRequest& request, int64_t day, const Coder& coder,
                                                const EventCodebook& codebook) {
  QuestionReading read = coder.question(request.text, day);
  if (Result<void> corrected = correct_parts(request, codebook, read); !corrected) return corrected.error();
  for (const AskedPart& part : read.parts) {
    if (!part.complete()) return missing_part(part, read);
  }
  const Result<AskedWindow> window = window_of(request, read, day);
  if (!window) return window.error();
  std::vector<AskedQuestion> out;
  for (const AskedPart& part : read.parts) {
    for (Question& question : questions_of(part, read.denied, window->days, request.text)) {
      const auto same = [&](const AskedQuestion& other) { return other.question == question; };
      if (std::any_of(out.begin(), out.end(), same)) continue;
      AskedQuestion asked{std::move(question), {}, {}, window->notes};
      asked.meaning = meaning_of(asked.question, coder);
      asked.rule = rule_of(asked.question, coder, codebook);
      for (const std::string& note : {narrower_note(part, codebook), domain_note(asked.question.act)}) {
        if (!note.empty()) asked.notes.push_back(note);
      }
      out.push_back(std::move(asked));
    }
  }
  if (out.empty()) return Error{ErrorCode::usage, "the question names one side only: --from and --to give both"};
  return out;
}

Result<int64_t> day_of_asking(const std::string& text) {
  if (text.empty()) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
  }
  const std::optional<Date> date = parse_iso_date(text);
  if (!date || date->precision != Precision::day) {
    return Error{ErrorCode::usage, "--at '" + text + "': give a day such as 2026-09-01"};
  }
  return first_day(*date);
}

}  // namespace entente
