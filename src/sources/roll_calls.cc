// Votes one a row: those of Voeten's files and their kin (rcid, session, country, vote as 1, 2, 3), and of the UN's own
// tables of roll calls (undl_id, session, ms_code, ms_vote as Y, A, N, X). Columns are found by name.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/csv_rows.h"
#include "sources/sources.h"

namespace entente {
namespace {

using Names = std::vector<std::string>;

const Names call_names = {"rcid", "undl_id", "roll_call", "rollcall", "resolution", "vote_id"};
const Names session_names = {"session", "year"};
const Names voter_names = {"iso3",  "iso3c",      "iso2",    "ms_code", "country_code",
                           "ccode", "countryabb", "country", "voter"};
const Names vote_names = {"vote", "ms_vote", "choice"};

std::optional<size_t> find(const std::map<std::string, size_t>& columns, const Names& names) {
  for (const std::string& name : names) {
    if (const auto found = columns.find(name); found != columns.end()) return found->second;
  }
  return std::nullopt;
}

std::string field(const CsvRow& row, std::optional<size_t> at) {
  return at && *at < row.fields.size() ? std::string(trim(row.fields[*at])) : std::string();
}

/// Namibia's code is also what R writes where a value is missing; Namibia votes since the 45th session.
bool is_missing(const std::string& voter, int session) {
  return voter.empty() || (voter == "NA" && session < 45);
}

enum class Coding { unknown, voeten, sign };  // numbers: 1, 2, 3 for yes, abstention, no; or 1, 0, -1

/// What a row says, before it is known how its file codes votes.
struct Row {
  uint32_t call = 0;
  uint32_t voter = 0;
  int8_t code = 0;  // a number of the file, or a choice
  bool worded = false;
};

/// Yes, abstention and no by word; 8 for absence.
std::optional<int8_t> worded_choice(const std::string& vote) {
  const std::string word = to_lower(vote);
  if (word == "y" || word == "yes") return int8_t{1};
  if (word == "n" || word == "no") return int8_t{-1};
  if (word == "a" || word == "abstain" || word == "abstention") return int8_t{0};
  if (word == "x" || word == "absent" || word == "non-voting" || word.empty() || word == "na") return int8_t{8};
  return std::nullopt;
}

class VoteReader {
 public:
  explicit VoteReader(std::string path) : path_(std::move(path)) {}

  std::optional<Error> set_columns(const CsvRow& head) {
    const auto columns = columns_by_name(head);
    call_ = find(columns, call_names);
    session_ = find(columns, session_names);
    voter_ = find(columns, voter_names);
    vote_ = find(columns, vote_names);
    if (call_ && session_ && voter_ && vote_) return std::nullopt;
    return error_at(path_, head.line,
                    "the columns are " + for_message(join(head.fields, ",")) +
                        "; a table of votes has rcid,session,iso3,vote (or undl_id,session,ms_code,ms_vote)");
  }

  std::optional<Error> add(const CsvRow& row) {
    const std::string id = field(row, call_), session_text = field(row, session_), vote = field(row, vote_);
    const std::optional<int> session = whole_number<int>(session_text);
    if (id.empty() || !session)
      return error_at(path_, row.line, "a vote needs a roll call and the number of its session");
    const std::string voter = field(row, voter_);
    if (is_missing(voter, *session)) {
      ++out_.unknown;
      return std::nullopt;
    }
    Row read{call_of(id, *session), voter_of(voter), 0, false};
    if (out_.calls[read.call].session != *session) {
      return error_at(path_, row.line, "the roll call '" + for_message(id) + "' stands in two sessions");
    }
    if (const std::optional<int> number = whole_number<int>(vote)) {
      if (*number < -1 || *number > 9) return error_at(path_, row.line, bad_vote(vote));
      if (*number == 2 || *number == 3) coding_ = Coding::voeten;
      if (*number < 1 && coding_ == Coding::unknown) coding_ = Coding::sign;
      read.code = static_cast<int8_t>(*number);
    } else {
      const std::optional<int8_t> choice = worded_choice(vote);
      if (!choice) return error_at(path_, row.line, bad_vote(vote));
      read.code = *choice;
      read.worded = true;
    }
    rows_.push_back(read);
    return std::nullopt;
  }

  Result<RollCalls> finish() {
    for (const Row& row : rows_) {
      const std::optional<int8_t> choice = choice_of(row);
      if (choice) {
        out_.votes.push_back({row.call, row.voter, *choice});
      } else {
        ++out_.absent;
      }
    }
    if (out_.votes.empty()) return Error{ErrorCode::input, path_ + ": no votes in it"};
    put_in_order();
    leave_out_double_votes();
    return std::move(out_);
  }

 private:
  static std::string bad_vote(const std::string& vote) {
    return "'" + for_message(vote) + "' is no vote; write 1, 2, 3 (yes, abstention, no), 1, 0, -1, or yes, abstain, no";
  }
  [[nodiscard]] std::optional<int8_t> choice_of(const Row& row) const {
    if (row.worded) return row.code == 8 ? std::nullopt : std::optional<int8_t>(row.code);
    if (row.code > 3) return std::nullopt;
    if (coding_ == Coding::voeten) {
      return row.code < 1 ? std::nullopt : std::optional<int8_t>(static_cast<int8_t>(2 - row.code));
    }
    return row.code;
  }
  uint32_t call_of(const std::string& id, int session) {
    const auto [found, is_new] = calls_.try_emplace(id, static_cast<uint32_t>(out_.calls.size()));
    if (is_new) out_.calls.push_back({id, session, 0, false});
    return found->second;
  }
  uint32_t voter_of(const std::string& name) {
    const auto [found, is_new] = voters_.try_emplace(name, static_cast<uint32_t>(out_.voters.size()));
    if (is_new) out_.voters.push_back(name);
    return found->second;
  }

  /// Numbers by their size, other ids by their letters.
  static bool by_id(const RollCall& a, const RollCall& b) {
    if (a.session != b.session) return a.session < b.session;
    return a.id.size() != b.id.size() ? a.id.size() < b.id.size() : a.id < b.id;
  }

  void put_in_order() {
    std::vector<uint32_t> calls(out_.calls.size()), voters(out_.voters.size());
    for (uint32_t i = 0; i < calls.size(); ++i) calls[i] = i;
    for (uint32_t i = 0; i < voters.size(); ++i) voters[i] = i;
    std::sort(calls.begin(), calls.end(), [&](auto a, auto b) { return by_id(out_.calls[a], out_.calls[b]); });
    std::sort(voters.begin(), voters.end(), [&](auto a, auto b) { return out_.voters[a] < out_.voters[b]; });
    std::vector<uint32_t> new_call(calls.size()), new_voter(voters.size());
    RollCalls ordered;
    for (uint32_t i = 0; i < calls.size(); ++i) {
      new_call[calls[i]] = i;
      ordered.calls.push_back(out_.calls[calls[i]]);
    }
    for (uint32_t i = 0; i < voters.size(); ++i) {
      new_voter[voters[i]] = i;
      ordered.voters.push_back(out_.voters[voters[i]]);
    }
    for (CastVote& vote : out_.votes) vote = {new_call[vote.call], new_voter[vote.voter], vote.choice};
    out_.calls = std::move(ordered.calls);
    out_.voters = std::move(ordered.voters);
    std::sort(out_.votes.begin(), out_.votes.end(), [](const CastVote& a, const CastVote& b) {
      return std::tie(a.call, a.voter, a.choice) < std::tie(b.call, b.voter, b.choice);
    });
  }

  /// Two votes of one name in one call: it cannot be told whose they are.
  void leave_out_double_votes() {
    std::vector<CastVote> kept;
    const auto& votes = out_.votes;
    for (size_t begin = 0, end = 0; begin < votes.size(); begin = end) {
      while (end < votes.size() && votes[end].call == votes[begin].call && votes[end].voter == votes[begin].voter)
        ++end;
      if (end - begin == 1) {
        kept.push_back(votes[begin]);
      } else {
        out_.unknown += end - begin;
      }
    }
    out_.votes = std::move(kept);
  }

  std::string path_;
  std::optional<size_t> call_, session_, voter_, vote_;
  Coding coding_ = Coding::unknown;
  RollCalls out_;
  std::vector<Row> rows_;
  std::unordered_map<std::string, uint32_t> calls_;
  std::unordered_map<std::string, uint32_t> voters_;
};

/// Every row of a CSV file after its first goes to `add`; the first to `begin`.
template <class Begin, class Add>
std::optional<Error> each_row(ByteStream& stream, const std::string& path, const Begin& begin, const Add& add) {
  CsvRows rows(stream);
  const std::optional<Result<CsvRow>> head = rows.next();
  if (!head) return Error{ErrorCode::input, path + ": empty file"};
  if (!*head) return head->error();
  if (auto wrong = begin(**head)) return wrong;
  while (const std::optional<Result<CsvRow>> row = rows.next()) {
    if (!*row) return row->error();
    if (auto wrong = add(**row)) return wrong;
  }
  return std::nullopt;
}

Result<RollCalls> votes_in(ByteStream& stream, const std::string& path) {
  VoteReader reader(path);
  const auto wrong = each_row(
      stream, path, [&](const CsvRow& head) { return reader.set_columns(head); },
      [&](const CsvRow& row) { return reader.add(row); });
  if (wrong) return *wrong;
  return reader.finish();
}

bool says_yes(const std::string& text) {
  const std::string word = to_lower(text);
  return word == "1" || word == "true" || word == "yes";
}

}  // namespace

Result<RollCalls> read_roll_calls(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  return votes_in(**stream, path);
}

Result<RollCalls> roll_calls_in(std::string_view bytes, const std::string& path) {
  return votes_in(*ByteStream::over(bytes, path), path);
}

Result<void> read_roll_call_notes(const std::string& path, RollCalls& votes) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  std::unordered_map<std::string, size_t> place;
  for (size_t i = 0; i < votes.calls.size(); ++i) place.emplace(votes.calls[i].id, i);
  std::optional<size_t> id, date, amendment, paragraph;
  const auto wrong = each_row(
      **stream, path,
      [&](const CsvRow& head) -> std::optional<Error> {
        const auto columns = columns_by_name(head);
        id = find(columns, call_names);
        date = find(columns, {"date", "year"});
        amendment = find(columns, {"amend", "amendment"});
        paragraph = find(columns, {"para", "paragraph"});
        if (id && date) return std::nullopt;
        return error_at(path, head.line,
                        "the columns are " + for_message(join(head.fields, ",")) +
                            "; a table of roll calls has rcid,date,amend,para");
      },
      [&](const CsvRow& row) -> std::optional<Error> {
        const auto found = place.find(field(row, id));
        if (found == place.end()) return std::nullopt;
        RollCall& call = votes.calls[found->second];
        call.year = whole_number<int>(field(row, date).substr(0, 4)).value_or(0);
        call.partial = says_yes(field(row, amendment)) || says_yes(field(row, paragraph));
        return std::nullopt;
      });
  if (wrong) return *wrong;
  return {};
}

Result<std::vector<std::pair<std::string, std::string>>> read_repeated_calls(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  std::optional<size_t> earlier, later;
  std::vector<std::pair<std::string, std::string>> calls;
  const auto wrong = each_row(
      **stream, path,
      [&](const CsvRow& head) -> std::optional<Error> {
        const auto columns = columns_by_name(head);
        earlier = find(columns, {"earlier", "rcid1"});
        later = find(columns, {"later", "rcid2"});
        if (earlier && later) return std::nullopt;
        return error_at(
            path, head.line,
            "the columns are " + for_message(join(head.fields, ",")) + "; a table of repeated calls has earlier,later");
      },
      [&](const CsvRow& row) -> std::optional<Error> {
        calls.emplace_back(field(row, earlier), field(row, later));
        if (!calls.back().first.empty() && !calls.back().second.empty()) return std::nullopt;
        return error_at(path, row.line, "a repeated call needs two ids");
      });
  if (wrong) return *wrong;
  return calls;
}

}  // namespace entente
