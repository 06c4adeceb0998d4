// The door of sources: files, pages and standard input become Articles. The only place that parses foreign formats.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "domain/article.h"
#include "domain/bargaining_table.h"
#include "domain/data_frame.h"
#include "domain/fact.h"
#include "domain/rails.h"
#include "domain/roll_calls.h"
#include "domain/signed_edge.h"
#include "domain/trade_scenario.h"
#include "domain/trade_table.h"
#include "sources/event_records.h"
#include "sources/tie_tables.h"

namespace entente {

inline constexpr size_t max_article_bytes = 50u << 20;

/// The files under the given paths, folders walked, sorted by path so that order never matters; "-" stays as it is.
/// Errors: missing (no such path), io (no permission), input (a folder without a single text or page).
Result<std::vector<std::string>> list_inputs(const std::vector<std::string>& paths);

/// An article that has been found but not made: finding is quick, making (decoding, looking for the main text) is not,
/// and may go on in another thread.
struct Draft {
  std::string path;  // the article's: the file's, with the record's id or number where the file holds several
  std::function<Result<Article>()> make;
};

/// The articles of one file in order. Only the one at hand is held in memory (a feed, at most max_article_bytes:
/// whole).
class ArticleFile {
 public:
  ArticleFile() = default;
  ArticleFile(const ArticleFile&) = delete;
  ArticleFile& operator=(const ArticleFile&) = delete;
  virtual ~ArticleFile() = default;

  /// The next one, or what is wrong with it, naming file and line: those after it may be good. Nothing at the end.
  virtual std::optional<Result<Draft>> next() = 0;
  /// How many bytes of the file have been read; those of a packed file count as they lie on the disk.
  [[nodiscard]] virtual uint64_t position() const = 0;
};

/// Opens a file ("-": standard input): text or a page (one article), an RSS, Atom or JSON feed, JSON lines, CSV, WARC;
/// each may be packed by gzip or zstd. They are told apart by their bytes. Errors: missing, io, input.
Result<std::unique_ptr<ArticleFile>> open_articles(const std::string& path);
/// As open_articles, for bytes in memory, which must outlive what is returned and its drafts.
Result<std::unique_ptr<ArticleFile>> open_articles_in(std::string_view bytes, const std::string& path);

/// Reads one file ("-": standard input) to an article. Plain and compressed (.gz, .zst) text and HTML are told apart by
/// their bytes. Errors: missing, io, too_large (over max_article_bytes), input (empty, binary, no text in it).
Result<Article> read_article(const std::string& path);

/// As read_article, for bytes already in memory; `path` names them in messages and in the article.
Result<Article> make_article(std::string_view bytes, const std::string& path);

/// Reads the edges of a signed network: a CSV file whose columns a, b and sign (1, -1) or weight are found by name,
/// each pair once. Edges of weight 0 are left out. Errors: missing, io, input (with the line).
Result<std::vector<SignedEdge>> read_signed_edges(const std::string& path);

/// Which columns of a table are wanted, by their names in its first line (any case).
struct WantedColumns {
  std::vector<std::string> numbers;           // every field a finite number
  std::vector<std::string> text;              // every field as it stands, trimmed
  std::vector<std::string> if_there;          // as text, empty where the table has no such column
  std::vector<std::string> numbers_if_there;  // 0 where the table has no such column or the field is empty
};

/// Reads the wanted columns of a CSV file of any size. Errors: missing, io, input (with the line): a column that is not
/// there, a field that is no number, a row of another length.
Result<DataFrame> read_data_frame(const std::string& path, const WantedColumns& wanted);

/// Trade between all pairs, and the table's other columns.
struct TradeGrid {
  TradeTable table;
  std::vector<size_t> row;  // n x n: which row of the frame tells the flow
  DataFrame frame;          // trade, the columns asked for, and imputed, year, Y, E, source where they are there
};

/// Reads a CSV file with the columns exporter, importer, trade and those asked for; each pair once, home sales too.
/// Errors: missing, io, input (with the line: a pair that is missing or occurs twice, negative trade).
Result<TradeGrid> read_trade_grid(const std::string& path, const std::vector<std::string>& numbers,
                                  const std::vector<std::string>& text);

/// Reads a scenario of trade (TOML; docs/models.md). Paths in it are meant from where it lies. Errors: missing, io,
/// too_large, input (with the line: a name that is not known, a value of the wrong kind or out of its range).
Result<TradeScenario> read_trade_scenario(const std::string& path);
/// As read_trade_scenario, for text in memory; `path` names it in messages.
Result<TradeScenario> trade_scenario_in(std::string_view toml, const std::string& path);

/// Payment systems (id, name, country, kind, use, status, since, source) and links and memberships between them (a, b,
/// what, status, since, until, reach, cost, delay, source; capacity and assumed where they are there). Errors: missing,
/// io, input (with the line: a status, use or date that is none, a number out of its range, an id that occurs twice).
Result<RailTable> read_rail_table(const std::string& systems, const std::string& links);
/// Reads a scenario of payment rails (TOML; docs/models.md). Errors: as read_trade_scenario.
Result<RailScenario> read_rail_scenario(const std::string& path);
/// As read_rail_scenario, for text in memory; `path` names it in messages.
Result<RailScenario> rail_scenario_in(std::string_view toml, const std::string& path);

/// A settlement day as tables tell it, in hundredths. `from` and `to` are places in the list of names.
struct SettlementTables {
  struct Row {
    int from = 0;
    int to = 0;
    int64_t amount = 0;
    int at = 0;
    int priority = 0;
  };
  std::vector<std::string> names;
  std::vector<int64_t> opening;
  std::vector<int64_t> credit;
  std::vector<Row> payments;
};
/// Banks (bank, opening, and credit where it is there) and payments (from, to, amount, and at, priority where they are
/// there). Errors: missing, io, input (with the line).
Result<SettlementTables> read_settlement(const std::string& banks, const std::string& payments);
/// Which files of a folder of facts are opened: never test.txt; all three; or test.txt only where there is one.
enum class FactParts { without_test, all, what_is_there };

/// Reads a folder of a temporal knowledge graph: entity2id.txt, relation2id.txt (name, tab, id), train.txt, valid.txt
/// and test.txt (subject, relation, object, step, parted by tabs; what stands behind is passed over). Errors: missing,
/// io, input (file and line).
Result<FactSet> read_facts(const std::string& folder, FactParts parts);

/// Reads the parties to a bargain: a CSV file with the columns actor, capability, position and salience (one pair for
/// each dimension: position1, salience1, ...), found by name; tables of KTAB are read as they are. Saliences are per
/// cent if any is above 1. Errors: missing, io, input (with the line).
Result<BargainingTable> read_bargaining_table(const std::string& path);
/// As read_bargaining_table, for text in memory; `path` names it in messages.
Result<BargainingTable> bargaining_table_in(std::string text, const std::string& path);

/// Reads votes, one a row: roll call, session, voter, vote; columns found by name (rcid,session,iso2,vote as in
/// Voeten's files, undl_id,session,ms_code,ms_vote as in those of the United Nations). Whoever was absent is left out.
/// The same whatever order the rows have. Errors: missing, io, input (with the line).
Result<RollCalls> read_roll_calls(const std::string& path);
/// As read_roll_calls, for bytes in memory; `path` names them in messages.
Result<RollCalls> roll_calls_in(std::string_view bytes, const std::string& path);
/// Adds what a table of roll calls (rcid,date,amend,para) says of those that are there. Errors: as above.
Result<void> read_roll_call_notes(const std::string& path, RollCalls& votes);
/// Reads which roll calls are on the same text: a CSV file with the columns earlier and later. Errors: as above.
Result<std::vector<std::pair<std::string, std::string>>> read_repeated_calls(const std::string& path);

}  // namespace entente
