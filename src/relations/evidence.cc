// Evidence weights, the discount for repetition, and Jeffreys pseudo-counts; docs/relations.md explains each number.
#include "relations/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace entente {

namespace {

constexpr double bond_of_shared_adversary = 0.3;

/// Goldstein (1992) values of the CAMEO root codes behind each PLOVER type, for events that carry no value.
constexpr std::array<double, 16> goldstein = {4, 1, 3.5, 6, 7, 5, 7, -5, -2, -4, -6, -6.5, -7.2, -4, -7, -9};

double tie_weight(ClaimType type) {
  switch (type) {
    case ClaimType::ally:
      return 0.8;
    case ClaimType::supplier:
      return 0.6;
    case ClaimType::partner:
    case ClaimType::investor:
    case ClaimType::member:
      return 0.5;
    case ClaimType::alignment:
      return 0.4;
    case ClaimType::dependence:
      return 0.3;
    case ClaimType::shared_adversary:
      return -0.5;
    default:
      return -0.7;  // rival
  }
}

double other_weight(ClaimType type) {
  switch (type) {
    case ClaimType::support:
      return 0.3;
    case ClaimType::oppose:
      return -0.3;
    case ClaimType::warning:
      return -0.4;
    case ClaimType::ultimatum:
      return -0.6;
    case ClaimType::refused:
    case ClaimType::withheld:
    case ClaimType::excluded:
      return -0.1;
    default:
      return 0;  // what is expected or asked tells nothing of how they stand
  }
}

double full_weight(const Claim& claim) {
  if (claim.kind() == ClaimKind::tie) return tie_weight(claim.type);
  if (claim.kind() != ClaimKind::event) return other_weight(claim.type);
  const double value = claim.intensity != 0 ? claim.intensity : goldstein[static_cast<size_t>(claim.type)];
  return std::clamp(value / 10, -1.0, 1.0);
}

std::string saying(const Claim& claim) {
  return std::string(name_of(claim.kind())) + '/' + std::string(name_of(claim.type)) + '/' + claim.good;
}

/// Those who share an adversary are bound by it.
void add_bonds(const Claim& claim, const ClaimId& id, std::vector<Piece>& out) {
  if (claim.type != ClaimType::shared_adversary) return;
  const double weight = bond_of_shared_adversary * claim.confidence() * weight_of(claim.modality);
  const std::vector<ActorId> sharers = sharers_of(claim);
  for (const ActorId& a : sharers) {
    for (const ActorId& b : sharers) {
      if (a != b) out.push_back({{a, b}, claim.domain, {weight, 0}, "bond", id});
    }
  }
}

void add_pieces(const Claim& claim, std::vector<Piece>& out) {
  const Weight weight = weight_of(claim);
  if (weight.positive == 0 && weight.negative == 0) return;
  const ClaimId id = claim.id();
  const bool both_ways =
      claim.kind() == ClaimKind::tie && is_undirected_tie(claim.type) && claim.type != ClaimType::shared_adversary;
  for (const Dyad& dyad : dyads(claim)) {
    out.push_back({dyad, claim.domain, weight, saying(claim), id});
    if (both_ways) out.push_back({{dyad.to, dyad.from}, claim.domain, weight, saying(claim), id});
  }
  add_bonds(claim, id, out);
}

/// By pair, domain and saying, the weightiest first; compares in place, as many are sorted.
bool piece_before(const Piece& a, const Piece& b) {
  const double weight_a = -(a.weight.positive + a.weight.negative), weight_b = -(b.weight.positive + b.weight.negative);
  return std::tie(a.dyad, a.domain, a.says, weight_a, a.claim) < std::tie(b.dyad, b.domain, b.says, weight_b, b.claim);
}

bool same_saying(const Piece& a, const Piece& b) {
  return a.dyad == b.dyad && a.domain == b.domain && a.says == b.says;
}

}  // namespace

double weight_of(Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return 1;
    case Modality::offered:
    case Modality::promised:
      return 0.5;
    case Modality::expected:
    case Modality::conditional:
      return 0.25;
    case Modality::hypothetical:
      return 0.1;
    default:
      return 0;  // denied, open
  }
}

Weight weight_of(const Claim& claim) {
  const bool red_line = claim.kind() == ClaimKind::redline;  // conditional by nature: the warning itself was given
  const bool given = red_line && claim.modality != Modality::denied;
  const double size = std::abs(full_weight(claim)) * claim.confidence() * (given ? 1 : weight_of(claim.modality));
  if (claim.sign == Sign::mixed) return {size / 2, size / 2};
  const bool hostile = claim.sign ? claim.sign == Sign::negative : full_weight(claim) < 0;
  const bool adversary = claim.type == ClaimType::shared_adversary || claim.type == ClaimType::rival;
  return hostile || adversary ? Weight{0, size} : Weight{size, 0};
}

double evidence_weight(const Claim& claim) {
  const Weight weight = weight_of(claim);
  return weight.positive - weight.negative;
}

std::vector<Piece> pieces_of(const std::vector<Claim>& claims, bool mutual) {
  std::vector<Piece> out;
  for (const Claim& claim : claims) add_pieces(claim, out);
  if (mutual) {
    for (Piece& piece : out) piece.dyad = unordered(piece.dyad);
  }
  std::sort(out.begin(), out.end(), piece_before);
  const auto same = [](const Piece& a, const Piece& b) { return !piece_before(a, b) && !piece_before(b, a); };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

Tally tally(std::vector<Piece> pieces) {
  if (!std::is_sorted(pieces.begin(), pieces.end(), piece_before))
    std::sort(pieces.begin(), pieces.end(), piece_before);
  Tally sum;
  double times = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    times = i > 0 && same_saying(pieces[i - 1], pieces[i]) ? times + 1 : 1;
    sum.positive += pieces[i].weight.positive / times;
    sum.negative += pieces[i].weight.negative / times;
    sum.grounds.push_back(std::move(pieces[i].claim));
  }
  std::sort(sum.grounds.begin(), sum.grounds.end());
  sum.grounds.erase(std::unique(sum.grounds.begin(), sum.grounds.end()), sum.grounds.end());
  return sum;
}

double Tally::balance() const {
  return evidence_balance(positive, negative);
}

double Tally::uncertainty() const {
  return evidence_uncertainty(positive, negative);
}

Sign Tally::sign() const {
  return evidence_sign(positive, negative);
}

std::vector<ActorId> sharers_of(const Claim& claim) {
  std::set<ActorId> out;
  for (const ActorId& actor : claim.source) out.insert(counted_as(actor));
  if (claim.about) {
    for (const ActorId& actor : claim.about->actors) out.insert(counted_as(actor));
  }
  for (const ActorId& actor : claim.target) out.erase(counted_as(actor));
  return {out.begin(), out.end()};
}

double repeated_weight(size_t n) {
  double sum = 0;
  for (size_t k = 1; k <= n; ++k) sum += 1.0 / static_cast<double>(k);
  return sum;
}

void add_ground(std::vector<ClaimId>& grounds, const ClaimId& claim) {
  const auto place = std::lower_bound(grounds.begin(), grounds.end(), claim);
  if (place == grounds.end() || *place != claim) grounds.insert(place, claim);
}

std::vector<ClaimId> joined_grounds(std::vector<ClaimId> a, const std::vector<ClaimId>& b) {
  for (const ClaimId& claim : b) add_ground(a, claim);
  return a;
}

}  // namespace entente
