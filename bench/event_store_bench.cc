// Imported events at scale: rows a second into the store, bytes an event, what the brief and the series of the busiest
// pair and the network of a day cost, memory. Rows are ICEWS tables made on the fly: 200,000 pairs by Zipf's law, 25
// years, in the order of days. Times but the first are of the processor, so that a busy machine does not change them. A
// table, one line a size.
// usage: event_store_bench [EVENTS...]   (500000 5000000 without any; the folder of TMPDIR takes 20 bytes an event)
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/random.h"
#include "engine/engine.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr size_t pair_count = 200'000;
constexpr int64_t day_count = 9131;  // 25 years
const int64_t first = entente::first_day(entente::Date::of_day(1995, 1, 1));

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Of this process, with what the kernel did for it.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// What the rows are drawn from.
struct World {
  std::vector<std::string> parties;  // name, sectors, country, parted by tabs
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  std::vector<double> shares;  // of the pairs up to each, by Zipf's law
  std::vector<std::string> acts = {"Make statement\t010\t0",
                                   "Consult\t040\t1",
                                   "Make a visit\t042\t1.9",
                                   "Praise or endorse\t051\t3.4",
                                   "Provide aid\t070\t7",
                                   "Criticize or denounce\t111\t-2",
                                   "Threaten\t130\t-4.4",
                                   "Use conventional military force\t190\t-10",
                                   "Demonstrate or rally\t141\t-6.5",
                                   "Sign formal agreement\t057\t8"};
};

World make_world() {
  World world;
  const std::vector<std::string> states = {"United States", "Russian Federation",
                                           "China",         "India",
                                           "Iran",          "Israel",
                                           "Ukraine",       "Turkey",
                                           "Syria",         "Iraq",
                                           "Japan",         "Germany",
                                           "France",        "Nigeria",
                                           "Brazil",        "Mexico",
                                           "Egypt",         "Pakistan",
                                           "Afghanistan",   "Saudi Arabia",
                                           "Poland",        "Italy",
                                           "Spain",         "Kenya",
                                           "Sudan"};
  for (const std::string& state : states) {
    world.parties.push_back(state + "\tNA\t" + state);
    for (const char* role : {"Police", "Military", "Citizen", "Government", "Legislature", "Business", "Media",
                             "Insurgent", "Court Judge", "Intelligence", "Main Opposition"}) {
      world.parties.push_back(std::string(role) + " (" + state + ")\tNA\t" + state);
    }
  }
  for (int i = 0; world.parties.size() < 450; ++i) {
    world.parties.push_back("Movement " + std::to_string(i) + "\tNA\tNA");
  }
  const auto n = static_cast<uint32_t>(world.parties.size());
  for (uint32_t i = 0; i < n; ++i) {
    for (uint32_t k = 0; k < n; ++k) {
      if (i != k) world.pairs.emplace_back(i, k);
    }
  }
  std::stable_sort(world.pairs.begin(), world.pairs.end(), [&](const auto& a, const auto& b) {
    return entente::counted_random(a.first, a.second) < entente::counted_random(b.first, b.second);
  });
  const auto top = std::find(world.pairs.begin(), world.pairs.end(), std::make_pair(12u, 0u));  // RUS to USA
  std::iter_swap(world.pairs.begin(), top);
  world.pairs.resize(pair_count);
  double sum = 0;
  for (size_t i = 0; i < pair_count; ++i) world.shares.push_back(sum += 1 / static_cast<double>(i + 1));
  for (double& share : world.shares) share /= sum;
  return world;
}

void write_rows(const World& world, uint64_t events, const std::string& path) {
  std::FILE* out = std::fopen(path.c_str(), "w");
  if (out == nullptr) std::exit(1);
  std::vector<char> buffer(1 << 20);
  std::setvbuf(out, buffer.data(), _IOFBF, buffer.size());
  std::fputs(
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
      "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence "
      "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n",
      out);
  std::string date;
  int64_t dated = -1;
  for (uint64_t i = 0; i < events; ++i) {
    const int64_t day = static_cast<int64_t>(i * day_count / events);
    if (day != dated) date = entente::to_iso(entente::day_from_number(first + (dated = day)));
    const double u = static_cast<double>(entente::counted_random(1, i) >> 11) * 0x1p-53;
    const size_t at =
        static_cast<size_t>(std::lower_bound(world.shares.begin(), world.shares.end(), u) - world.shares.begin());
    const auto [a, b] = world.pairs[std::min(at, pair_count - 1)];
    const uint64_t more = entente::counted_random(2, i);
    std::fprintf(out, "%llu\t%s\t%s\t%s\t%s\t%llu\t%llu\tPaper %llu\tCity %llu\tNA\tNA\tNA\t%llu.25\t%llu.5\n",
                 static_cast<unsigned long long>(20'000'000 + i), date.c_str(), world.parties[a].c_str(),
                 world.acts[more % world.acts.size()].c_str(), world.parties[b].c_str(),
                 static_cast<unsigned long long>(40'000'000 + i / 3), static_cast<unsigned long long>(i % 6 + 1),
                 static_cast<unsigned long long>((more >> 8) % 3000),
                 static_cast<unsigned long long>((more >> 20) % 20000),
                 static_cast<unsigned long long>((more >> 20) % 20000 % 60),
                 static_cast<unsigned long long>((more >> 20) % 20000 % 170));
  }
  std::fclose(out);
}

double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / (1 << 20);
}

entente::Engine engine_on(const std::string& folder) {
  entente::EngineOptions options;
  options.ledger = folder + "/ledger.db";
  options.data_folder = ENTENTE_SOURCE;
  options.threads = 1;
  return entente::Engine(std::move(options));
}

/// The time of a question asked by a program that has just started, and how many pairs it answered for.
double ask(const std::string& folder, const entente::RelationsQuery& query, size_t& pairs) {
  entente::Engine engine = engine_on(folder);
  const double start = processor_seconds();
  const auto answer = engine.relations(query);
  const double seconds = processor_seconds() - start;
  if (!answer) {
    std::fprintf(stderr, "%s\n", answer.error().message.c_str());
    std::exit(1);
  }
  pairs = answer->pairs.size();
  return seconds;
}

/// The same for a brief on the busiest pair.
double ask_brief(const std::string& folder) {
  entente::Engine engine = engine_on(folder);
  const double start = processor_seconds();
  const auto brief = engine.brief_actors({"RUS", "USA"}, {});
  const double seconds = processor_seconds() - start;
  if (!brief || !brief->events || brief->event_lines.empty()) {
    std::fprintf(stderr, "the brief holds no events\n");
    std::exit(1);
  }
  return seconds;
}

void measure(const World& world, uint64_t events) {
  std::string folder = (fs::temp_directory_path() / "entente-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) std::exit(1);
  const std::string pipe = folder + "/rows";
  if (mkfifo(pipe.c_str(), 0600) != 0) std::exit(1);
  const pid_t writer = fork();
  if (writer == 0) {
    write_rows(world, events, pipe);
    _exit(0);
  }
  const double before = processor_seconds();
  const auto start = Clock::now();
  const auto summary = engine_on(folder).import_events({pipe}, {});
  const double wall = seconds_since(start);
  const double busy = processor_seconds() - before;
  waitpid(writer, nullptr, 0);
  if (!summary || summary->store_events != events) {
    std::fprintf(stderr, "%s\n", summary ? "events are missing" : summary.error().message.c_str());
    std::exit(1);
  }
  entente::RelationsQuery pair, network;
  pair.actors = {"RUS", "USA"};
  network.until = "2014-07-01";
  size_t of_pair = 0, of_network = 0;
  const double pair_seconds = ask(folder, pair, of_pair), network_seconds = ask(folder, network, of_network);
  const double brief_seconds = ask_brief(folder);
  if (of_pair != 1 || of_network < 100) {
    std::fprintf(stderr, "a question found nothing\n");
    std::exit(1);
  }
  std::printf("| %9llu | %7.1f | %7.1f | %9.0f | %5.2f | %7.0f | %8.0f | %6.0f | %5.2f |\n",
              static_cast<unsigned long long>(events), wall, busy, static_cast<double>(events) / busy,
              static_cast<double>(summary->store_bytes) / static_cast<double>(events), 1e3 * pair_seconds,
              1e3 * brief_seconds, 1e3 * network_seconds, peak_memory());
  std::fflush(stdout);
  fs::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  const World world = make_world();
  std::vector<uint64_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {500'000, 5'000'000};
  std::printf(
      "|    events |  wall s |   cpu s | rows/cpus | B/evt | pair ms | brief ms | day ms "
      "|   GiB |\n|---|---|---|---|---|---|---|---|---|\n");
  for (const uint64_t events : sizes) measure(world, events);
  return 0;
}
