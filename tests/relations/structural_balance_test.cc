// The frustration index against brute force, and on networks whose index is published or known.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "base/random.h"
#include "relations/balance/frustration_bounds.h"
#include "relations/balance/frustration_program.h"
#include "relations/balance/signed_graph.h"
#include "relations/relations.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr double enough = 60;

double by_brute_force(const SignedGraph& graph) {
  double least = frustration(graph, Camps(graph.names.size(), 0));
  for (unsigned bits = 1; bits < 1u << (graph.size() - 1); ++bits) {
    Camps camps;
    for (int node = 0; node < graph.size(); ++node) camps.push_back(bits >> node & 1);
    least = std::min(least, frustration(graph, camps));
  }
  return least;
}

/// Up to `actors` actors; about every other pair has an edge.
std::vector<SignedEdge> random_network(uint64_t seed, int actors, bool weighted) {
  std::vector<SignedEdge> edges;
  for (int a = 0; a < actors; ++a) {
    for (int b = a + 1; b < actors; ++b) {
      const uint64_t draw = counted_random(seed, a * 100 + b);
      if (draw % 2 == 0) continue;
      const double size = weighted ? 0.25 * static_cast<double>(1 + draw / 8 % 9) : 1;
      edges.push_back({"n" + std::to_string(a), "n" + std::to_string(b), draw / 2 % 2 == 0 ? size : -size});
    }
  }
  return edges;
}

TEST(StructuralBalance, IsThatOfBruteForce) {
  for (uint64_t seed = 0; seed < 40; ++seed) {
    const auto edges = random_network(seed, 4 + static_cast<int>(seed % 9), seed % 3 == 0);
    if (edges.empty()) continue;
    const StructuralBalance found = structural_balance(edges, enough);
    EXPECT_TRUE(found.optimal) << seed;
    EXPECT_NEAR(found.frustration, by_brute_force(signed_graph(edges)), 1e-9) << seed;
    EXPECT_NEAR(found.at_least, found.frustration, 1e-9) << seed;
  }
}

TEST(StructuralBalance, TheProgramFindsTheLeastFromAnyStart) {
  for (uint64_t seed = 100; seed < 110; ++seed) {
    const SignedGraph graph = signed_graph(random_network(seed, 11, seed % 2 == 0));
    const ProgramAnswer answer = solve_frustration(graph, {}, Camps(graph.names.size(), 0), enough);
    EXPECT_TRUE(answer.optimal) << seed;
    EXPECT_NEAR(frustration(graph, answer.camps), by_brute_force(graph), 1e-9) << seed;
  }
}

TEST(StructuralBalance, BoundsHold) {
  for (uint64_t seed = 200; seed < 220; ++seed) {
    const SignedGraph graph = signed_graph(random_network(seed, 10, seed % 2 == 0));
    const double least = by_brute_force(graph);
    EXPECT_GE(frustration(graph, searched_camps(graph)), least - 1e-9) << seed;
    EXPECT_LE(packed_triangles(graph), least + 1e-9) << seed;
    const Relaxation relaxed = relax(graph, Deadline::max());
    EXPECT_LE(relaxed.bound, least + 1e-6) << seed;
    EXPECT_GE(relaxed.bound, packed_triangles(graph) - 1e-6) << seed;
    EXPECT_GE(frustration(graph, rounded_camps(graph, relaxed.against)), least - 1e-9) << seed;
  }
}

TEST(StructuralBalance, TwoCampsAreBalanced) {
  const StructuralBalance found = structural_balance(
      {{"USA", "GBR", 1}, {"DEU", "ITA", 1}, {"USA", "DEU", -1}, {"GBR", "ITA", -1}, {"USA", "ITA", -1}}, 0);
  EXPECT_EQ(found.frustration, 0);
  EXPECT_TRUE(found.optimal);
  EXPECT_EQ(found.negative, 3u);
  EXPECT_EQ(found.triangle_index, 1);
  EXPECT_THAT(found.camps[0], ElementsAre("DEU", "ITA"));
  EXPECT_THAT(found.camps[1], ElementsAre("GBR", "USA"));
  EXPECT_THAT(found.against, IsEmpty());
}

TEST(StructuralBalance, AFriendOfBothSidesIsAgainstTheCamps) {
  const StructuralBalance found =
      structural_balance({{"RUS", "IRN", 2}, {"RUS", "ISR", 0.5}, {"IRN", "ISR", -3}}, enough);
  EXPECT_DOUBLE_EQ(found.frustration, 0.5);
  EXPECT_EQ(found.triangle_index, 0);
  EXPECT_THAT(found.against, ElementsAre(Pair("ISR", "RUS")));
}

TEST(StructuralBalance, OfNothing) {
  const StructuralBalance found = structural_balance({}, enough);
  EXPECT_EQ(found.actors, 0u);
  EXPECT_TRUE(found.optimal);
  EXPECT_FALSE(found.triangle_index);
}

TEST(StructuralBalance, WithoutTimeItSaysThatNothingIsProven) {
  bool unproven = false;
  for (uint64_t seed = 300; seed < 310; ++seed) {
    const auto edges = random_network(seed, 12, false);
    const StructuralBalance hurried = structural_balance(edges, 0), full = structural_balance(edges, enough);
    EXPECT_LE(hurried.at_least, full.frustration);
    EXPECT_GE(hurried.frustration, full.frustration);
    unproven = unproven || !hurried.optimal;
  }
  EXPECT_TRUE(unproven);
}

TEST(StructuralBalance, TheOrderOfEdgesDoesNotMatter) {
  auto edges = random_network(7, 12, false);
  const StructuralBalance one = structural_balance(edges, enough);
  std::reverse(edges.begin(), edges.end());
  for (auto& edge : edges) std::swap(edge.a, edge.b);
  const StructuralBalance other = structural_balance(edges, enough);
  EXPECT_EQ(one.camps[0], other.camps[0]);
  EXPECT_EQ(one.against, other.against);
}

// --- published networks, where they are beside the checkout ---

using Windows = std::map<std::string, std::vector<SignedEdge>>;

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, ',');) out.push_back(field);
  return out;
}

/// Columns window, a, b, sign.
Windows windows_in(const std::string& name) {
  Windows out;
  std::ifstream in(std::string(ENTENTE_SHARED_DATA) + "/models/2-signed/" + name);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto f = fields(line);
    out[f[0]].push_back({f[1], f[2], std::stod(f[3])});
  }
  return out;
}

TEST(PublishedNetworks, TribesOfNewGuinea) {  // Read (1954)
  const Windows windows = windows_in("new_guinea_tribes.csv");
  if (windows.empty()) GTEST_SKIP() << "the tribes' network is not here";
  const StructuralBalance found = structural_balance(windows.begin()->second, enough);
  EXPECT_EQ(found.actors, 16u);
  EXPECT_EQ(found.edges, 58u);
  EXPECT_EQ(found.frustration, 7);
  EXPECT_TRUE(found.optimal);
  EXPECT_NEAR(*found.triangle_index, 0.867647, 5e-7);
}

TEST(PublishedNetworks, CorrelatesOfWar) {
  const Windows windows = windows_in("cow_signed_4yr_windows.csv");
  std::ifstream in(std::string(ENTENTE_SHARED_DATA) + "/models/2-signed/expected_frustration_cow.csv");
  if (windows.empty() || !in) GTEST_SKIP() << "the Correlates of War networks are not here";
  std::map<std::string, double> expected;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) expected[fields(line)[0]] = std::stod(fields(line)[4]);
  EXPECT_EQ(expected.size(), 26u);
  EXPECT_EQ(windows.size(), 51u);
  for (const auto& [window, edges] : windows) {
    const StructuralBalance found = structural_balance(edges, enough);
    EXPECT_TRUE(found.optimal) << window;
    if (expected.contains(window)) {
      EXPECT_EQ(found.frustration, expected[window]) << window;
    }
  }
}

}  // namespace
}  // namespace entente
