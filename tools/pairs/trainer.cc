#include "trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>

#include "base/hash.h"
#include "coding/pairs/pair_model.h"
#include "logistic.h"

namespace entente::pairs {

namespace {

/// The features that occur often enough, by key; the last number is the bias, which every row has.
class Numbers {
 public:
  Numbers(const std::vector<Example>& examples, int least) {
    std::map<uint32_t, int> counts;
    for (const Example& example : examples) {
      for (const auto& feature : example.features) ++counts[feature.key];
    }
    for (const auto& [key, count] : counts) {
      if (count >= least) keys_.push_back(key);
    }
  }

  [[nodiscard]] const std::vector<uint32_t>& keys() const { return keys_; }
  [[nodiscard]] size_t size() const { return keys_.size() + 1; }

  [[nodiscard]] Row row(const Example& example, int label, double weight) const {
    Row row;
    row.label = label;
    row.weight = weight;
    for (const auto& feature : example.features) {
      const auto at = std::lower_bound(keys_.begin(), keys_.end(), feature.key);
      if (at != keys_.end() && *at == feature.key)
        row.items.push_back({static_cast<uint32_t>(at - keys_.begin()), feature.value});
    }
    row.items.push_back({static_cast<uint32_t>(keys_.size()), 1.0F});
    return row;
  }

 private:
  std::vector<uint32_t> keys_;
};

/// Weighs the rows so that every class counts the same, or as far as asked.
void balance(std::vector<Row>& rows, int classes, double how_far) {
  std::vector<double> totals(static_cast<size_t>(classes), 0.0);
  double all = 0;
  for (const Row& row : rows) {
    totals[static_cast<size_t>(row.label)] += row.weight;
    all += row.weight;
  }
  for (Row& row : rows) {
    row.weight *= std::pow(all / static_cast<double>(classes) / totals[static_cast<size_t>(row.label)], how_far);
  }
}

std::vector<double> fit(std::vector<Row> rows, int classes, size_t features, const TrainOptions& options) {
  balance(rows, classes, options.balance);
  LogisticOptions logistic;
  logistic.classes = classes;
  logistic.features = features;
  logistic.strength = options.strength;
  return fit_logistic(rows, logistic);
}

double label_loss(const std::vector<double>& scores, int label, double temperature) {
  const double top = *std::max_element(scores.begin(), scores.end());
  double all = 0;
  for (const double s : scores) all += std::exp((s - top) / temperature);
  return std::log(all) - (scores[static_cast<size_t>(label)] - top) / temperature;
}

/// The temperature under which examples that the model never saw are told with the least loss. Examples of weight 1
/// alone count: they are what will be asked.
double find_temperature(const std::vector<Row>& rows, size_t features, const TrainOptions& options) {
  std::vector<std::pair<std::vector<double>, int>> unseen;
  for (int fold = 0; fold < options.folds; ++fold) {
    std::vector<Row> seen;
    std::vector<size_t> held;
    for (size_t i = 0; i < rows.size(); ++i) {
      const bool mine = static_cast<int>(i % static_cast<size_t>(options.folds)) == fold && rows[i].weight == 1;
      if (mine)
        held.push_back(i);
      else
        seen.push_back(rows[i]);
    }
    const auto weights = fit(std::move(seen), pair_class_count, features, options);
    for (const size_t i : held) unseen.emplace_back(scores_of(rows[i], weights, pair_class_count), rows[i].label);
  }
  double best = 1, best_loss = HUGE_VAL;
  for (double temperature = 0.3; temperature < 3; temperature *= 1.02) {
    double loss = 0;
    for (const auto& [scores, label] : unseen) loss += label_loss(scores, label, temperature);
    if (loss < best_loss) best = temperature, best_loss = loss;
  }
  return best;
}

/// Weights of all columns, feature by feature, the bias last.
std::vector<double> fit_columns(const std::vector<Row>& rows, const std::vector<Row>& yielding, size_t features,
                                const TrainOptions& options) {
  const auto types = fit(rows, pair_class_count, features, options);
  const auto kinds = fit(yielding, 2, features, options);
  std::vector<double> columns(features * pair_column_count);
  for (size_t f = 0; f < features; ++f) {
    for (size_t c = 0; c < pair_class_count; ++c) {
      columns[f * pair_column_count + c] = types[f * pair_class_count + c];
    }
    columns[f * pair_column_count + yield_column] = kinds[f * 2 + 1] - kinds[f * 2];
  }
  return columns;
}

/// Rounded to sixteen bits; features that round to nothing are left out.
Result<void> write(const std::vector<uint32_t>& keys, const std::vector<double>& columns, double temperature,
                   const std::string& path) {
  double largest = 1e-9;
  for (const double w : columns) largest = std::max(largest, std::abs(w));
  PairModelHeader header{};
  std::memcpy(header.magic, pair_model_magic.data(), sizeof header.magic);
  header.version = pair_model_version;
  header.scale = static_cast<float>(largest / 32767);
  header.temperature = static_cast<float>(temperature);
  std::string key_bytes, weight_bytes;
  for (size_t f = 0; f < keys.size(); ++f) {
    std::array<int16_t, pair_column_count> rounded{};
    for (size_t c = 0; c < pair_column_count; ++c) {
      rounded[c] = static_cast<int16_t>(std::lround(columns[f * pair_column_count + c] / largest * 32767));
    }
    if (std::all_of(rounded.begin(), rounded.end(), [](int16_t w) { return w == 0; })) continue;
    key_bytes.append(reinterpret_cast<const char*>(&keys[f]), sizeof keys[f]);
    weight_bytes.append(reinterpret_cast<const char*>(rounded.data()), sizeof rounded);
    ++header.features;
  }
  for (size_t c = 0; c < pair_column_count; ++c) {
    header.bias[c] = static_cast<float>(columns[keys.size() * pair_column_count + c]);
  }
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += key_bytes + weight_bytes;
  constexpr size_t hashed = offsetof(PairModelHeader, hash) + sizeof header.hash;
  const std::string hash = content_hash(std::string_view(bytes).substr(hashed));
  std::memcpy(&bytes[offsetof(PairModelHeader, hash)], hash.data(), sizeof header.hash);
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) return Error{ErrorCode::io, path + ": cannot write the model"};
  return {};
}

}  // namespace

Result<void> train(const std::vector<Example>& examples, const TrainOptions& options, const std::string& path) {
  const Numbers numbers(examples, options.least_examples);
  std::vector<Row> rows, yielding;
  for (const Example& example : examples) {
    rows.push_back(numbers.row(example, example.label, example.weight));
    if (example.yields >= 0) yielding.push_back(numbers.row(example, example.yields, 1));
  }
  const double temperature = find_temperature(rows, numbers.size(), options);
  return write(numbers.keys(), fit_columns(rows, yielding, numbers.size(), options), temperature, path);
}

}  // namespace entente::pairs
