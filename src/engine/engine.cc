// The engine's parts and the operations that need one or two of them.
#include "engine/engine.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "engine/data_folder.h"
#include "engine/ordered.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {

// --- parts --------------------------------------------------------------------------------------------------------

Result<std::string> Engine::Parts::data_folder() const {
  return options.data_folder.empty() ? find_data_folder() : Result<std::string>(options.data_folder);
}

Result<std::shared_ptr<const Reader>> Engine::Parts::load_reader() {
  if (reader) return reader;
  const Result<std::string> folder = data_folder();
  if (!folder) return folder.error();
  Result<Reader> loaded = Reader::load(*folder + "/models/english.model");
  if (!loaded) return loaded.error();
  reader = std::make_shared<const Reader>(std::move(*loaded));
  return reader;
}

Result<const Coder*> Engine::Parts::load_coder() {
  if (coder) return &*coder;
  const Result<std::string> folder = data_folder();
  if (!folder) return folder.error();
  Result<std::shared_ptr<const Reader>> model = load_reader();
  if (!model) return model.error();
  Result<Coder> loaded = Coder::load(*folder + "/lexicon", *model);
  if (!loaded) return loaded.error();
  coder.emplace(std::move(*loaded));
  return &*coder;
}

Result<Ledger*> Engine::Parts::open_ledger(OpenMode mode) {
  if (ledger) return &*ledger;
  std::string path = options.ledger;
  if (path.empty()) {
    Result<std::string> usual = default_ledger_path();
    if (!usual) return usual.error();
    path = *usual;
    std::error_code ignored;  // a folder that cannot be made is named when the file in it is opened
    if (mode == OpenMode::create) {
      std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    }
  }
  Result<Ledger> opened = Ledger::open(path, mode);
  if (!opened) return opened.error();
  ledger.emplace(std::move(*opened));
  ledger_path = path;
  return &*ledger;
}

int Engine::Parts::threads() const {
  if (options.threads > 0) return options.threads;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Result<ClaimList> Engine::Parts::with_articles(std::vector<Claim> claims, LedgerMark as_of) {
  ClaimList list;
  list.claims = std::move(claims);
  for (const Claim& claim : list.claims) {
    for (const Evidence& evidence : claim.evidence()) {
      const ArticleId& id = evidence.passage.article;
      if (list.articles.contains(id)) continue;
      Result<Article> article = ledger->article(id, as_of);
      if (!article) return article.error();
      list.articles.emplace(id, std::move(*article));
    }
  }
  return list;
}

Article bare_article(const std::string& text, const Date& date) {
  Article article;
  article.id = ArticleId(content_hash(text));
  article.text = text;
  article.published = date;
  article.language = "en";
  return article;
}

// --- operations ---------------------------------------------------------------------------------------------------

Engine::Engine(EngineOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<ClaimList> Engine::claims(const ClaimFilter& filter) {
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  Result<std::vector<Claim>> claims = (*ledger)->claims(filter);
  if (!claims) return claims.error();
  return parts_->with_articles(std::move(*claims), filter.as_of);
}

Result<StoryList> Engine::stories(const ClaimFilter& filter) {
  Result<ClaimList> list = claims(filter);
  if (!list) return list.error();
  std::vector<Story> found =
      entente::stories(list->claims, [&](const ArticleId& id) { return list->articles.at(id).published; });
  return StoryList{std::move(found), std::move(*list)};
}

Result<ExplainedClaim> Engine::explain(const std::string& id_prefix) {
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  Result<Claim> claim = (*ledger)->claim(to_lower(trim(id_prefix)));
  if (!claim) return claim.error();
  Result<Article> article = (*ledger)->article(claim->first_evidence().passage.article);
  if (!article) return article.error();
  Result<const Coder*> coder = parts_->load_coder();
  if (!coder) return coder.error();
  Explanation explanation = (*coder)->explain(*article, *claim);
  return ExplainedClaim{std::move(*claim), std::move(*article), std::move(explanation)};
}

Result<void> Engine::code(const TextSource& next, const CodedTextSink& sink) {
  Result<const Coder*> coder = parts_->load_coder();
  if (!coder) return coder.error();
  struct Done {
    TaggedText text;
    std::vector<Claim> events;
  };
  const Hooks& hooks = parts_->options.hooks;
  run_ordered<TaggedText, Done>(
      parts_->threads(), [&] { return hooks.stop() ? std::nullopt : next(); },
      [&](TaggedText text) {
        const Coded coded = (*coder)->code(bare_article(text.text, text.date));
        return Done{std::move(text), (*coder)->events(coded.claims)};
      },
      [&](const Done& done) { return sink(done.text, done.events); });
  if (hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  return {};
}

Result<void> Engine::code_pairs(const PairSource& next, const CodedPairSink& sink) {
  const Result<std::string> folder = parts_->data_folder();
  if (!folder) return folder.error();
  Result<std::shared_ptr<const Reader>> reader = parts_->load_reader();
  if (!reader) return reader.error();
  const Result<PairCoder> coder = PairCoder::load(*folder + "/lexicon", *folder + "/models/pairs.model", *reader);
  if (!coder) return coder.error();
  struct Done {
    TaggedPair pair;
    Result<PairAnswer> answer;
  };
  const Hooks& hooks = parts_->options.hooks;
  run_ordered<TaggedPair, Done>(
      parts_->threads(), [&] { return hooks.stop() ? std::nullopt : next(); },
      [&](TaggedPair pair) {
        Result<PairAnswer> answer = coder.value().code(pair.pair);
        return Done{std::move(pair), std::move(answer)};
      },
      [&](const Done& done) { return sink(done.pair, done.answer); });
  if (hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  return {};
}

Result<std::string> Engine::parse_text(const std::string& text) {
  Result<std::shared_ptr<const Reader>> reader = parts_->load_reader();
  if (!reader) return reader.error();
  const std::string clean = with_broken_replaced(text);  // what we print is UTF-8, whatever we were given
  std::vector<Sentence> sentences = (*reader)->split(clean);
  const auto analyse = [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end && !parts_->options.hooks.stop(); ++i) (*reader)->analyse(sentences[i]);
  };
  if (parts_->threads() == 1 || sentences.size() < 100) {  // below that, starting threads costs more than it gives
    analyse(0, sentences.size());
  } else {
    tbb::task_arena arena(parts_->threads());
    arena.execute([&] {
      tbb::parallel_for(tbb::blocked_range<size_t>(0, sentences.size()),
                        [&](const auto& range) { analyse(range.begin(), range.end()); });
    });
  }
  if (parts_->options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  return to_conllu(sentences, clean);
}

Result<std::string> Engine::parse_conllu(const std::string& conllu) {
  Result<std::shared_ptr<const Reader>> reader = parts_->load_reader();
  if (!reader) return reader.error();
  return annotate_conllu(**reader, conllu);
}

Result<BalanceAnswer> Engine::balance(const std::string& path, double seconds) {
  const Result<std::vector<SignedEdge>> edges = read_signed_edges(path);
  if (!edges) return edges.error();
  const auto start = std::chrono::steady_clock::now();
  BalanceAnswer answer{structural_balance(*edges, seconds), 0};
  answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return answer;
}

Result<std::vector<LedgerProblem>> Engine::check(bool repair) {
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  return (*ledger)->check(repair);
}

Result<LedgerMark> Engine::mark_named(const std::string& text) {
  const bool number = !text.empty() && text.size() < 18 && std::all_of(text.begin(), text.end(), is_ascii_digit);
  if (number && text.size() != 4) return LedgerMark{std::stoll(text)};
  if (!parse_iso_date(text)) {
    return Error{ErrorCode::usage, "'" + text + "' is no mark: give a row number or a day such as 2026-03-01"};
  }
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  return (*ledger)->mark_at(text);
}

}  // namespace entente
