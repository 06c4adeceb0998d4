// Payment systems, how they are linked, and what an analyst asks of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente {

struct PaymentSystem {
  std::string id;  // "SPFS"
  std::string name;
  std::string country;  // ISO 3166 alpha-3; empty: of many
  std::string kind;     // messaging, cards, instant, settlement, regional
  std::string use;      // bank, retail, both
  std::string status;   // live, limited, test, announced, planned, ended
  std::string since;    // ISO 8601, as precise as it is known; empty: not known
  std::string source;
};

/// A country's banks on a system, or two systems linked. Money goes both ways.
struct RailEdge {
  std::string a;
  std::string b;
  std::string what;
  std::string status;
  std::string since;
  std::string until;
  double reach = 1;      // the share of a country's payments whose banks are on it
  double cost = 0;       // of the value
  double delay = 0;      // days
  double capacity = 0;   // million USD a day; 0: without a limit
  bool assumed = false;  // reach, cost and delay are assumptions of ours
  std::string source;
};

struct RailTable {
  std::vector<PaymentSystem> systems;
  std::vector<RailEdge> edges;
};

/// What is to be paid in a year, from one country to another.
struct RailDemand {
  std::string from;
  std::string to;
  std::string use;    // bank or retail
  double amount = 0;  // million USD a year
  bool imputed = false;
  std::string source;
};

struct RailChange {
  enum class Kind { link, lose, bar };
  Kind kind = Kind::link;
  size_t line = 0;
  std::string a;  // link: a system, or a country that joins; lose: the system
  std::string b;  // bar: the country that is shut out of a
  double reach = 1;
  double cost = 0;
  double delay = 0;
  double capacity = 0;
  std::string source;
};

struct RailScenario {
  std::string path;
  std::string title;
  std::string as_of;               // ISO 8601 day
  std::vector<std::string> count;  // statuses that carry payments
  std::vector<std::string> between;
  std::vector<RailDemand> demands;   // empty: trade between the countries, from the world's table
  std::vector<std::string> transit;  // countries whose banks may pass payments on
  double day_cost = 0;               // what a day of delay is worth, of the value
  std::string systems;               // tables of one's own; empty: those that ship
  std::string links;
  RailEdge new_link;  // what "one more link" would cost
  std::vector<RailChange> changes;
  std::string banks;  // tables of a settlement day, or empty
  std::string payments;
  std::string queue;  // fifo, bypass, priority
  bool bilateral = false;
  bool multilateral = false;
  int offset_every = 1;
};

}  // namespace entente
