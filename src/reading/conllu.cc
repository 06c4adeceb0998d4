// CoNLL-U in and out (https://universaldependencies.org/format.html).
#include <optional>

#include "base/utf8.h"
#include "reading/reading.h"

namespace entente {

namespace {

void append_token(std::string& out, const Token& token, std::string_view id, std::string_view misc) {
  out.append(id).append("\t").append(token.form).append("\t").append(token.lemma.empty() ? "_" : token.lemma);
  out.append("\t").append(name_of(token.upos)).append("\t").append(token.xpos.empty() ? "_" : token.xpos);
  out.append("\t_\t").append(std::to_string(token.head + 1)).append("\t").append(name_of(token.relation));
  out.append("\t_\t").append(misc).append("\n");
}

/// Line ends inside a sentence would break a comment in two.
std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return out;
}

struct Line {
  std::string_view text;
  bool word = false;  // an ordinary word; its analysis is printed in its place
};

/// The lines of one sentence of the input.
struct Block {
  std::vector<Line> lines;
  Sentence sentence;

  void clear() {
    lines.clear();
    sentence = Sentence{};
  }
};

void flush(const Reader& reader, Block& block, std::string& out) {
  reader.analyse(block.sentence);
  size_t word = 0;
  for (const Line& line : block.lines) {
    if (!line.word) {
      out.append(line.text).append("\n");
      continue;
    }
    const std::string_view id = line.text.substr(0, line.text.find('\t'));
    append_token(out, block.sentence.tokens[word++], id, "_");
  }
  if (!block.lines.empty()) out += '\n';
  block.clear();
}

Error bad_line(size_t number, std::string_view what) {
  return {ErrorCode::input, "CoNLL-U line " + std::to_string(number) + ": " + std::string(what)};
}

/// Takes one line that is neither blank nor a comment.
std::optional<Error> take_word(std::string_view text, size_t number, Block& block) {
  const size_t tab = text.find('\t');
  if (tab == std::string_view::npos) return bad_line(number, "no tab; expected ID and FORM");
  const std::string_view id = text.substr(0, tab);
  const size_t digits = id.find_first_not_of("0123456789");
  if (id.empty() || digits == 0) return bad_line(number, "the ID is no number");
  if (digits != std::string_view::npos) {
    if (id[digits] != '-' && id[digits] != '.') return bad_line(number, "the ID is no number");
    block.lines.push_back({text, false});
    return std::nullopt;
  }
  if (id != std::to_string(block.sentence.tokens.size() + 1)) {
    return bad_line(number, "IDs must count from 1 without a gap");
  }
  Token token;
  token.form = text.substr(tab + 1, text.find('\t', tab + 1) - tab - 1);
  if (token.form.empty()) return bad_line(number, "the FORM is empty");
  block.sentence.tokens.push_back(std::move(token));
  block.lines.push_back({text, true});
  return std::nullopt;
}

}  // namespace

std::string to_conllu(const std::vector<Sentence>& sentences, std::string_view text) {
  std::string out;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    if (s == 0 || sentence.paragraph != sentences[s - 1].paragraph) out += "# newpar\n";
    out += "# sent_id = " + std::to_string(s + 1) + "\n# text = " + one_line(sentence.span.of(text)) + "\n";
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      const bool glued =
          i + 1 < sentence.tokens.size() && sentence.tokens[i].span.end == sentence.tokens[i + 1].span.begin;
      append_token(out, sentence.tokens[i], std::to_string(i + 1), glued ? "SpaceAfter=No" : "_");
    }
    out += '\n';
  }
  return out;
}

Result<std::string> annotate_conllu(const Reader& reader, std::string_view conllu) {
  std::string out;
  Block block;
  size_t number = 0;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (conllu.starts_with(byte_order_mark)) conllu.remove_prefix(byte_order_mark.size());
  for (size_t at = 0; at < conllu.size();) {
    const size_t end = std::min(conllu.find('\n', at), conllu.size());
    std::string_view line = conllu.substr(at, end - at);
    at = end + 1;
    ++number;
    if (!is_utf8(line)) return bad_line(number, "not UTF-8");
    while (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      flush(reader, block, out);
    } else if (line.front() == '#') {
      block.lines.push_back({line, false});
    } else if (auto error = take_word(line, number, block)) {
      return *std::move(error);
    }
  }
  flush(reader, block, out);
  return out;
}

}  // namespace entente
