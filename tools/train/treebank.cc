// Reading and rewriting the treebank.
#include "treebank.h"

#include <algorithm>
#include <fstream>
#include <numeric>

#include "base/text.h"
#include "reading/hashing.h"
#include "reading/utf8.h"

namespace entente::train {

namespace {

uint8_t tag_number(Treebank& bank, const TagPair& pair) {
  const auto at = std::find(bank.pairs.begin(), bank.pairs.end(), pair);
  if (at == bank.pairs.end()) {
    bank.pairs.push_back(pair);
    return static_cast<uint8_t>(bank.pairs.size() - 1);
  }
  return static_cast<uint8_t>(at - bank.pairs.begin());
}

void finish(Treebank& bank, GoldSentence& sentence) {
  const int n = static_cast<int>(sentence.words.size());
  if (n > 0) {
    for (int& head : sentence.heads) head = head == 0 ? n : head - 1;
    make_projective(sentence.heads);
    bank.sentences.push_back(sentence);
  }
  const int document = sentence.document;
  sentence = GoldSentence{};
  sentence.document = document;
}

void fill_forms(GoldSentence& sentence) {
  make_word_forms({sentence.words.begin(), sentence.words.end()}, sentence.forms);
}

std::string in_capitals(std::string_view word, bool all) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const Codepoint c = codepoint_at(word, at);
    append_utf8(out, all || at == 0 ? upper_of(c.value) : c.value);
    at += c.size;
  }
  return out;
}

/// Small words stay small in a title.
bool stays_small(std::string_view upos) {
  return upos == "ADP" || upos == "DET" || upos == "CCONJ" || upos == "PART";
}

void rewrite(GoldSentence& sentence, const std::vector<TagPair>& pairs, bool all) {
  const size_t n = sentence.words.size();
  const bool stop = sentence.words.back() == "." &&
                    std::count(sentence.heads.begin(), sentence.heads.end(), static_cast<int>(n) - 1) == 0;
  if (stop) {
    sentence.words.pop_back();
    sentence.lemmas.pop_back();
    sentence.tags.pop_back();
    sentence.heads.pop_back();
    sentence.relations.pop_back();
    for (int& head : sentence.heads) head = head == static_cast<int>(n) ? static_cast<int>(n) - 1 : head;
  }
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    const bool small =
        !all && (sentence.words[i].front() == '\'' || stays_small(name_of(pairs[sentence.tags[i]].upos)));
    if (!small) sentence.words[i] = in_capitals(sentence.words[i], all);
  }
}

}  // namespace

Result<Treebank> read_treebank(const std::string& path) {
  std::ifstream in(path);
  if (!in) return Error{ErrorCode::missing, path + ": cannot open the treebank"};
  Treebank bank;
  GoldSentence sentence;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("# newdoc")) ++sentence.document;
    if (line.empty()) finish(bank, sentence);
    if (line.empty() || line.front() == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() != 10) return Error{ErrorCode::input, path + ":" + std::to_string(number) + ": not ten columns"};
    if (columns[0].find_first_of("-.") != std::string_view::npos) continue;
    sentence.words.emplace_back(columns[1]);
    sentence.lemmas.emplace_back(columns[2]);
    sentence.tags.push_back(tag_number(bank, {upos_named(columns[3]), std::string(columns[4])}));
    sentence.heads.push_back(std::stoi(std::string(columns[6])));
    sentence.relations.push_back(static_cast<uint8_t>(deprel_named(columns[7])));
  }
  finish(bank, sentence);
  if (bank.pairs.size() > max_tags) return Error{ErrorCode::input, path + ": too many different tags"};
  for (GoldSentence& each : bank.sentences) fill_forms(each);
  bank.originals = bank.sentences.size();
  return bank;
}

void add_headline_copies(Treebank& bank, uint64_t seed) {
  for (size_t i = 0; i < bank.originals; ++i) {
    const uint64_t draw = scramble(seed * 1000003 + i) % 100;
    if (draw >= 7 || bank.sentences[i].words.size() < 4) continue;
    GoldSentence copy = bank.sentences[i];
    rewrite(copy, bank.pairs, draw < 3);
    fill_forms(copy);
    bank.sentences.push_back(std::move(copy));
  }
}

void make_projective(std::vector<int>& heads) {
  const int n = static_cast<int>(heads.size());
  const auto under = [&](int word, int head) {
    while (word != n && word != head) word = heads[static_cast<size_t>(word)];
    return word == head;
  };
  for (bool changed = true; changed;) {
    changed = false;
    int best = -1, best_length = n + 1;
    for (int i = 0; i < n; ++i) {
      const int head = heads[static_cast<size_t>(i)];
      const int low = std::min(i, head), high = std::max(i, head);
      bool crosses = false;
      for (int k = low + 1; k < high && !crosses; ++k) crosses = !under(k, head);
      if (crosses && head != n && high - low < best_length) {
        best = i;
        best_length = high - low;
      }
    }
    if (best >= 0) {
      heads[static_cast<size_t>(best)] = heads[static_cast<size_t>(heads[static_cast<size_t>(best)])];
      changed = true;
    }
  }
}

std::vector<size_t> shuffled(size_t n, uint64_t seed) {
  std::vector<size_t> order(n);
  std::iota(order.begin(), order.end(), size_t{0});
  for (size_t i = n; i > 1; --i) std::swap(order[i - 1], order[scramble(seed * 7919 + i) % i]);
  return order;
}

}  // namespace entente::train
