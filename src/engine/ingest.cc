// Reading: files become articles, articles become claims, both go into the ledger, in the order of the inputs.
#include <algorithm>
#include <chrono>
#include <mutex>
#include <set>

#include "engine/engine.h"
#include "engine/ordered.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {

namespace {

/// A commit waits for the disk, often longer than an article takes to code: so articles that come close together share
/// one. What is stored does not depend on it.
constexpr std::chrono::milliseconds commit_interval{50};
constexpr size_t most_waiting = 64;

/// One input on its way through the threads.
struct Worked {
  std::string path;
  std::optional<Error> error;
  ReadArticle read;
};

/// One run over a list of inputs.
class Ingest {
 public:
  Ingest(ReadMode mode, const Hooks& hooks, const ArticleSink& sink) : mode_(mode), hooks_(hooks), sink_(sink) {}

  void use(Ledger* ledger, Ledger* lookup, const Coder* coder) {
    ledger_ = ledger;
    lookup_ = lookup;
    coder_ = coder;
  }
  Result<ReadSummary> run(const std::vector<std::string>& paths, int threads);

 private:
  void list(const std::vector<std::string>& paths);
  std::optional<std::string> next();
  Worked work(const std::string& path);
  void code(Worked& item);
  bool finish(Worked item);
  bool settle(Worked item);
  bool store_waiting();
  bool hand_over(Worked& item);
  bool fetch(ReadArticle& read);
  void tell(const Worked& item) const;
  bool stop(Error error);

  ReadMode mode_;
  const Hooks& hooks_;
  const ArticleSink& sink_;
  Ledger* ledger_ = nullptr;
  Ledger* lookup_ = nullptr;  // a second connection, so that nobody waits while the first writes to the disk
  const Coder* coder_ = nullptr;
  std::mutex lookup_use_;
  std::vector<Worked> waiting_;  // to be stored together
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
  std::vector<std::string> files_;
  size_t taken_ = 0;
  size_t done_ = 0;
  std::set<ArticleId> seen_;
  ReadSummary summary_;
  std::optional<Error> fatal_;
};

/// Each path by itself, so that one that is missing does not keep the others back.
void Ingest::list(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    Result<std::vector<std::string>> found = list_inputs({path});
    if (found) {
      files_.insert(files_.end(), found->begin(), found->end());
    } else {
      summary_.failed.push_back({path, found.error()});
    }
  }
  std::sort(files_.begin(), files_.end());
  files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
  summary_.inputs = files_.size() + summary_.failed.size();
}

std::optional<std::string> Ingest::next() {
  if (hooks_.stop() || taken_ == files_.size()) return std::nullopt;
  return files_[taken_++];
}

/// Runs in several threads at once.
Worked Ingest::work(const std::string& path) {
  Worked item;
  item.path = path;
  Result<Article> article = read_article(path);
  if (!article) {
    item.error = article.error();
    return item;
  }
  item.read.article = std::move(*article);
  if (mode_ != ReadMode::text && !hooks_.stop()) code(item);
  return item;
}

void Ingest::code(Worked& item) {
  if (lookup_ != nullptr) {
    const std::lock_guard lock(lookup_use_);
    const Result<bool> held = lookup_->holds(item.read.article.id, coder_->version());
    if (held && *held) {
      item.read.already_there = true;
      return;
    }
  }
  item.read.claims = coder_->code(item.read.article).claims;
}

/// Runs in the order of the inputs, one at a time.
bool Ingest::finish(Worked item) {
  if (hooks_.stop()) return false;
  const bool go_on = settle(std::move(item));
  hooks_.progress(++done_, files_.size());
  return go_on;
}

bool Ingest::settle(Worked item) {
  if (item.error) {
    summary_.failed.push_back({item.path, *item.error});
    return true;
  }
  tell(item);
  if (mode_ == ReadMode::text) return sink_(item.read);
  if (!seen_.insert(item.read.article.id).second) {
    hooks_.log(LogLevel::info, item.path + ": the same text as another input");
    ++summary_.already_there;
    return true;
  }
  if (mode_ == ReadMode::dry_run) return hand_over(item);
  waiting_.push_back(std::move(item));
  const bool due = std::chrono::steady_clock::now() - last_commit_ >= commit_interval;
  return (waiting_.size() < most_waiting && !due) || store_waiting();
}

/// One commit for all that wait: the disk is asked to make sure of them once, and only then are they reported.
bool Ingest::store_waiting() {
  std::vector<Worked> items = std::move(waiting_);
  waiting_.clear();
  std::vector<NewReading> fresh;
  for (const Worked& item : items) {
    if (!item.read.already_there) fresh.push_back({&item.read.article, &item.read.claims});
  }
  const auto stored =
      fresh.empty() ? Result<std::vector<Stored>>(std::vector<Stored>()) : ledger_->store_all(fresh, coder_->version());
  if (!stored) return stop(stored.error());
  size_t next = 0;
  for (Worked& item : items) {
    const bool held = item.read.already_there || (*stored)[next++] == Stored::already_there;
    item.read.already_there = held;
    if (held && !fetch(item.read)) return false;
    hooks_.log(LogLevel::info, item.path + ": stored");
    if (!hand_over(item)) return false;
  }
  last_commit_ = std::chrono::steady_clock::now();
  return true;
}

bool Ingest::hand_over(Worked& item) {
  summary_.claims += item.read.claims.size();
  ++(item.read.already_there ? summary_.already_there : summary_.added);
  return sink_(item.read);
}

/// What the ledger holds is handed over, as it was stored.
bool Ingest::fetch(ReadArticle& read) {
  Result<std::vector<Claim>> claims = ledger_->claims_of(read.article.id);
  if (!claims) return stop(claims.error());
  read.claims = std::move(*claims);
  return true;
}

void Ingest::tell(const Worked& item) const {
  const Article& article = item.read.article;
  if (article.broken_bytes > 0) {
    hooks_.log(LogLevel::warning,
               item.path + ": " + std::to_string(article.broken_bytes) + " bytes that are no valid text were replaced");
  }
  if (mode_ != ReadMode::text && article.language != "en" && article.language != "un") {
    hooks_.log(LogLevel::warning, item.path + ": not English (" + article.language + "): it is not coded");
  }
}

bool Ingest::stop(Error error) {
  fatal_ = std::move(error);
  return false;
}

Result<ReadSummary> Ingest::run(const std::vector<std::string>& paths, int threads) {
  list(paths);
  run_ordered<std::string, Worked>(
      files_.size() < 2 ? 1 : threads, [this] { return next(); },
      [this](const std::string& path) { return work(path); }, [this](Worked item) { return finish(std::move(item)); });
  if (!fatal_ && !waiting_.empty()) store_waiting();
  if (fatal_) return *fatal_;
  if (hooks_.stop()) {
    return Error{ErrorCode::interrupted, "interrupted after " + std::to_string(done_) + " of " +
                                             std::to_string(files_.size()) +
                                             " inputs: the same command goes on from there"};
  }
  return std::move(summary_);
}

}  // namespace

Result<ReadSummary> Engine::read(const std::vector<std::string>& paths, ReadMode mode, const ArticleSink& sink) {
  Ingest ingest(mode, parts_->options.hooks, sink);
  if (mode == ReadMode::text) return ingest.run(paths, parts_->threads());
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
  return ingest.run(paths, parts_->threads());
}

}  // namespace entente
