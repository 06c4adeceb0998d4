// Reading: files become articles, articles become claims, both go into the ledger, in the order of the inputs.
#include <algorithm>
#include <chrono>
#include <mutex>

#include "engine/article_set.h"
#include "engine/engine.h"
#include "engine/input_queue.h"
#include "engine/ordered.h"
#include "engine/outbox.h"
#include "engine/parts.h"
#include "engine/read_tally.h"

namespace entente {

namespace {

using Clock = std::chrono::steady_clock;

/// A commit waits for the disk, often longer than an article takes to code: so articles that come close together share
/// one, and no more than a tenth of the time goes into waiting. What is stored does not depend on it.
constexpr std::chrono::milliseconds commit_interval{50};
constexpr int work_to_commit = 10;
constexpr size_t most_waiting = 512;
constexpr size_t most_waiting_bytes = 8u << 20;
/// What is coded and not yet stored may take so much memory, counted as texts; claims take about as much again.
constexpr size_t most_finished_bytes = 16u << 20;

/// One input on its way through the threads.
struct Worked {
  std::string path;
  std::string file;
  uint64_t position = 0;
  std::optional<Error> error;
  ReadArticle read;
  size_t sentences = 0;
  size_t held_claims = 0;

  [[nodiscard]] size_t weight() const { return read.article.text.size() + 4096; }
};

/// Why an article gave no claims: the first of these that holds.
std::string why_none(const Article& article, const Coded& coded) {
  constexpr size_t fewest_words = 4;
  if (!is_coded(article.language)) return "not English";
  size_t words = 0;
  bool somebody = false;
  for (const Sentence& sentence : coded.sentences) {
    words += sentence.tokens.size();
    somebody = somebody || sentence.analysed;
  }
  if (words < fewest_words) return "too short";
  return somebody ? "nothing said that anybody known does, is or wants" : "nobody known is named";
}

/// One run over a list of inputs.
class Ingest {
 public:
  Ingest(const std::vector<std::string>& paths, ReadMode mode, Known known, const Hooks& hooks, const ArticleSink& sink)
      : queue_(paths), mode_(mode), known_(known), hooks_(hooks), sink_(sink), tally_(hooks) {}

  void use(Ledger* ledger, Ledger* lookup, const Coder* coder) {
    ledger_ = ledger;
    lookup_ = lookup;
    coder_ = coder;
  }
  Result<ReadSummary> run(int threads);

 private:
  std::optional<Input> next();
  Worked work(const Input& input);
  void code(Worked& item);
  void go_through(int threads);
  bool finish(Worked item);
  bool settle(Worked item);
  bool store_waiting();
  bool hand_over(Worked& item);
  bool fetch(ReadArticle& read);
  bool stop(Error error);
  [[nodiscard]] Error interruption() const;

  InputQueue queue_;
  ReadMode mode_;
  Known known_;
  const Hooks& hooks_;
  const ArticleSink& sink_;
  Ledger* ledger_ = nullptr;
  Ledger* lookup_ = nullptr;  // a second connection, so that nobody waits while the first writes to the disk
  const Coder* coder_ = nullptr;
  std::mutex lookup_use_;
  std::vector<Worked> waiting_;  // to be stored together
  size_t waiting_bytes_ = 0;
  Clock::time_point last_commit_ = Clock::now();
  Clock::duration commit_time_{};
  ArticleSet seen_;
  ReadTally tally_;
  std::optional<Error> fatal_;
};

/// Runs in one thread at a time.
std::optional<Input> Ingest::next() {
  if (hooks_.stop()) return std::nullopt;
  return queue_.next();
}

/// Runs in several threads at once.
Worked Ingest::work(const Input& input) {
  Worked item;
  item.file = input.file;
  item.path = input.file;
  item.position = input.position;
  if (!input.draft) {
    item.error = input.draft.error();
    return item;
  }
  Result<Article> article = input.draft->make();
  if (!article) {
    item.error = article.error();
    return item;
  }
  item.path = article->path;
  item.read.article = std::move(*article);
  if (mode_ != ReadMode::text && !hooks_.stop()) code(item);
  return item;
}

void Ingest::code(Worked& item) {
  if (lookup_ != nullptr) {
    const std::lock_guard lock(lookup_use_);
    const auto held = lookup_->held(item.read.article.id, coder_->version());
    if (held && *held) {
      item.read.already_there = true;
      item.held_claims = **held;
      return;
    }
  }
  Coded coded = coder_->code(item.read.article);
  item.sentences = coded.sentences.size();
  if (coded.claims.empty()) item.read.why_none = why_none(item.read.article, coded);
  item.read.claims = std::move(coded.claims);
}

/// Runs in the order of the inputs, one at a time.
bool Ingest::finish(Worked item) {
  if (hooks_.stop()) return false;
  const uint64_t position = item.position;
  const size_t sentences = item.sentences;
  const bool go_on = settle(std::move(item));
  tally_.advance(position, queue_.bytes(), sentences);
  return go_on;
}

bool Ingest::settle(Worked item) {
  if (item.error) {
    tally_.failed(item.file, *item.error);
    return true;
  }
  tally_.took(item.read.article, mode_);
  if (mode_ == ReadMode::text) return sink_(item.read);
  if (!seen_.insert(item.read.article.id)) {
    hooks_.log(LogLevel::info, item.path + ": the same text as another input");
    tally_.again();
    return true;
  }
  if (mode_ == ReadMode::dry_run) return hand_over(item);
  waiting_bytes_ += item.weight();
  waiting_.push_back(std::move(item));
  const bool due =
      Clock::now() - last_commit_ >= std::max<Clock::duration>(commit_interval, work_to_commit * commit_time_);
  const bool full = waiting_.size() >= most_waiting || waiting_bytes_ >= most_waiting_bytes;
  return (!full && !due) || store_waiting();
}

/// One commit for all that wait: the disk is asked to make sure of them once, and only then are they reported.
bool Ingest::store_waiting() {
  std::vector<Worked> items = std::move(waiting_);
  waiting_.clear();
  waiting_bytes_ = 0;
  std::vector<NewReading> fresh;
  for (const Worked& item : items) {
    if (!item.read.already_there) fresh.push_back({&item.read.article, &item.read.claims});
  }
  const auto begin = Clock::now();
  const auto stored =
      fresh.empty() ? Result<std::vector<Stored>>(std::vector<Stored>()) : ledger_->store_all(fresh, coder_->version());
  if (!stored) return stop(stored.error());
  if (!fresh.empty()) commit_time_ = Clock::now() - begin;
  size_t next = 0;
  for (Worked& item : items) {
    const bool held = item.read.already_there || (*stored)[next++] == Stored::already_there;
    item.read.already_there = held;
    if (held && known_ == Known::with_claims && !fetch(item.read)) return false;
    hooks_.log(LogLevel::info, item.path + ": stored");
    if (!hand_over(item)) return false;
  }
  last_commit_ = Clock::now();
  return true;
}

bool Ingest::hand_over(Worked& item) {
  tally_.read(item.read, std::max(item.read.claims.size(), item.held_claims));
  return (item.read.already_there && known_ == Known::counted) || sink_(item.read);
}

/// What the ledger holds is handed over, as it was stored.
bool Ingest::fetch(ReadArticle& read) {
  Result<std::vector<Claim>> claims = ledger_->claims_of(read.article.id);
  if (!claims) return stop(claims.error());
  read.claims = std::move(*claims);
  return true;
}

bool Ingest::stop(Error error) {
  fatal_ = std::move(error);
  return false;
}

/// One thread does everything in turn. With more of them, storing has a thread of its own, which mostly waits for the
/// disk, and the others need not wait with it.
void Ingest::go_through(int threads) {
  const auto next = [this] { return this->next(); };
  const auto work = [this](const Input& input) { return this->work(input); };
  if (threads == 1) {
    run_ordered<Input, Worked>(1, next, work, [this](Worked item) { return finish(std::move(item)); });
    return;
  }
  Outbox<Worked> outbox(most_finished_bytes, [this](Worked item) { return finish(std::move(item)); });
  run_ordered<Input, Worked>(threads, next, work, [&outbox](Worked item) {
    const size_t weight = item.weight();
    return outbox.push(std::move(item), weight);
  });
  outbox.close();
}

Error Ingest::interruption() const {
  const std::string kept = mode_ == ReadMode::store ? "what was stored stays, and the same command goes on from there"
                                                    : "nothing was stored, the same command begins anew";
  return {ErrorCode::interrupted, "interrupted after " + tally_.so_far(queue_.bytes()) + ": " + kept};
}

Result<ReadSummary> Ingest::run(int threads) {
  for (const FailedInput& input : queue_.missing()) tally_.failed(input.path, input.error);
  go_through(threads);
  if (!fatal_ && !waiting_.empty()) store_waiting();
  if (fatal_) return *fatal_;
  if (hooks_.stop()) return interruption();
  return tally_.summary();
}

}  // namespace

Result<ReadSummary> Engine::read(const std::vector<std::string>& paths, ReadMode mode, const ArticleSink& sink,
                                 Known known) {
  Ingest ingest(paths, mode, known, parts_->options.hooks, sink);
  if (mode == ReadMode::text) return ingest.run(parts_->threads());
  Ledger* ledger = nullptr;
  std::optional<Ledger> lookup;
  if (mode == ReadMode::store) {
    Result<Ledger*> opened = parts_->open_ledger(OpenMode::create);
    if (!opened) return opened.error();
    ledger = *opened;
    Result<Ledger> second = Ledger::open(parts_->ledger_path, OpenMode::existing);
    if (!second) return second.error();
    lookup.emplace(std::move(*second));
  }
  Result<const Coder*> coder = parts_->load_coder();
  if (!coder) return coder.error();
  ingest.use(ledger, lookup ? &*lookup : nullptr, *coder);
  return ingest.run(parts_->threads());
}

}  // namespace entente
