// world/state_system.csv: the state lists of Correlates of War (2016) and of Gleditsch and Ward (2017).
#include <limits>

#include "base/date.h"
#include "base/text.h"
#include "sources/article_file.h"
#include "sources/csv_rows.h"
#include "sources/event_table.h"
#include "sources/sources.h"

namespace entente {
namespace {

constexpr size_t columns = 7;

Result<StateMembership> member_of(const CsvRow& row, const std::string& path) {
  const auto& f = row.fields;
  if (f.size() != columns) return error_at(path, row.line, "expected system,code,abbreviation,name,from,to,actors");
  StateMembership member;
  if (f[0] != "cow" && f[0] != "gw") return error_at(path, row.line, "'" + f[0] + "' is neither cow nor gw");
  member.list = f[0] == "cow" ? StateList::cow : StateList::gw;
  const auto code = whole_number<int>(f[1]);
  const auto from = event_day(f[4]);
  const auto to = f[5].empty() ? std::optional<int64_t>(std::numeric_limits<int64_t>::max()) : event_day(f[5]);
  if (!code || !from || !to || *to < *from) return error_at(path, row.line, "a code or day that is none");
  member.code = *code;
  member.abbreviation = f[2];
  member.name = f[3];
  member.days = {*from, *to};
  for (const std::string_view actor : split(f[6], ';')) {
    if (!actor.empty()) member.actors.emplace_back(std::string(actor));
  }
  return member;
}

}  // namespace

Result<StateSystem> read_state_system(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  CsvRows rows(**stream);
  std::vector<StateMembership> members;
  for (bool head = true; const std::optional<Result<CsvRow>> row = rows.next(); head = false) {
    if (!*row) return row->error();
    if (head) continue;
    Result<StateMembership> member = member_of(**row, path);
    if (!member) return member.error();
    members.push_back(std::move(*member));
  }
  if (members.empty()) return Error{ErrorCode::input, path + ": no states in it"};
  return StateSystem(std::move(members));
}

}  // namespace entente
