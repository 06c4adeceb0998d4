// Tables of a signed network: columns a, b and sign (1 or -1) or weight (any number but 0).
#include <cmath>
#include <map>
#include <optional>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/csv_numbers.h"
#include "sources/csv_rows.h"
#include "sources/sources.h"

namespace entente {
namespace {

struct EdgeColumns {
  size_t a = 0;
  size_t b = 0;
  size_t value = 0;
  bool sign = false;  // the value is 1 or -1, and nothing else
};

Result<EdgeColumns> edge_columns(const CsvRow& head, const std::string& path) {
  std::map<std::string, size_t> at;
  for (size_t i = 0; i < head.fields.size(); ++i) at.emplace(to_lower(trim(head.fields[i])), i);
  if (!at.contains("a") || !at.contains("b") || (!at.contains("sign") && !at.contains("weight"))) {
    return error_at(path, head.line,
                    "the columns are " + join(head.fields, ",") + "; name them a,b,sign or a,b,weight");
  }
  const bool sign = at.contains("sign");
  return EdgeColumns{at["a"], at["b"], at[sign ? "sign" : "weight"], sign};
}

std::optional<double> value_of(std::string_view text, bool sign) {
  if (sign && (text == "+" || text == "-")) return text == "+" ? 1 : -1;
  const std::optional<double> value = csv_number(text);
  return value && (!sign || std::abs(*value) == 1) ? value : std::nullopt;
}

Result<SignedEdge> edge_of(const CsvRow& row, const EdgeColumns& columns, size_t wanted, const std::string& path) {
  if (row.fields.size() != wanted) {
    return error_at(path, row.line,
                    std::to_string(row.fields.size()) + " fields where the first line names " + std::to_string(wanted));
  }
  SignedEdge edge{std::string(trim(row.fields[columns.a])), std::string(trim(row.fields[columns.b])), 0};
  if (edge.a.empty() || edge.b.empty()) return error_at(path, row.line, "an edge needs two names");
  if (edge.a == edge.b) return error_at(path, row.line, "'" + edge.a + "' stands on both sides of its edge");
  const std::string_view text = trim(row.fields[columns.value]);
  const std::optional<double> value = value_of(text, columns.sign);
  if (!value) {
    return error_at(path, row.line,
                    "'" + std::string(text) + "' is no " + (columns.sign ? "sign; write 1 or -1" : "number"));
  }
  edge.weight = *value;
  return edge;
}

/// Each pair once: a second row may say the same, not something else.
class EdgeSet {
 public:
  std::optional<Error> add(SignedEdge edge, size_t line, const std::string& path) {
    const auto key = std::minmax(edge.a, edge.b);
    const auto [known, is_new] = lines_.try_emplace({key.first, key.second}, edges_.size(), line);
    if (is_new) {
      edges_.push_back(std::move(edge));
    } else if (edges_[known->second.first].weight != edge.weight) {
      return error_at(path, line,
                      edge.a + " and " + edge.b + " stand otherwise on line " + std::to_string(known->second.second) +
                          "; keep one of the two");
    }
    return std::nullopt;
  }
  std::vector<SignedEdge> take() {
    std::erase_if(edges_, [](const SignedEdge& edge) { return edge.weight == 0; });
    return std::move(edges_);
  }

 private:
  std::map<std::pair<std::string, std::string>, std::pair<size_t, size_t>> lines_;  // place in edges_, line
  std::vector<SignedEdge> edges_;
};

}  // namespace

Result<std::vector<SignedEdge>> read_signed_edges(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  CsvRows rows(**stream);
  const std::optional<Result<CsvRow>> head = rows.next();
  if (!head) return Error{ErrorCode::input, path + ": empty file; give a table with the columns a,b,sign"};
  if (!*head) return head->error();
  const Result<EdgeColumns> columns = edge_columns(**head, path);
  if (!columns) return columns.error();
  EdgeSet edges;
  while (const std::optional<Result<CsvRow>> row = rows.next()) {
    if (!*row) return row->error();
    Result<SignedEdge> edge = edge_of(**row, *columns, (*head)->fields.size(), path);
    if (!edge) return edge.error();
    if (auto wrong = edges.add(std::move(*edge), (*row)->line, path)) return *wrong;
  }
  return edges.take();
}

}  // namespace entente
