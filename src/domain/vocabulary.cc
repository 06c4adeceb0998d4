#include "domain/vocabulary.h"

#include <array>

namespace entente {

namespace {

struct TypeRow {
  ClaimKind kind;
  std::string_view name;
  Quad quad = Quad::none;
};

constexpr std::array<TypeRow, claim_type_count> types = {{
    {ClaimKind::event, "AGREE", Quad::verbal_cooperation},
    {ClaimKind::event, "CONSULT", Quad::verbal_cooperation},
    {ClaimKind::event, "SUPPORT", Quad::verbal_cooperation},
    {ClaimKind::event, "COOPERATE", Quad::material_cooperation},
    {ClaimKind::event, "AID", Quad::material_cooperation},
    {ClaimKind::event, "CONCEDE", Quad::material_cooperation},
    {ClaimKind::event, "RETREAT", Quad::material_cooperation},
    {ClaimKind::event, "REQUEST", Quad::verbal_conflict},
    {ClaimKind::event, "ACCUSE", Quad::verbal_conflict},
    {ClaimKind::event, "REJECT", Quad::verbal_conflict},
    {ClaimKind::event, "THREATEN", Quad::verbal_conflict},
    {ClaimKind::event, "PROTEST", Quad::material_conflict},
    {ClaimKind::event, "MOBILIZE", Quad::material_conflict},
    {ClaimKind::event, "SANCTION", Quad::material_conflict},
    {ClaimKind::event, "COERCE", Quad::material_conflict},
    {ClaimKind::event, "ASSAULT", Quad::material_conflict},
    {ClaimKind::tie, "partner"},
    {ClaimKind::tie, "ally"},
    {ClaimKind::tie, "supplier"},
    {ClaimKind::tie, "investor"},
    {ClaimKind::tie, "dependence"},
    {ClaimKind::tie, "shared-adversary"},
    {ClaimKind::tie, "alignment"},
    {ClaimKind::tie, "member"},
    {ClaimKind::tie, "rival"},
    {ClaimKind::stance, "support"},
    {ClaimKind::stance, "oppose"},
    {ClaimKind::redline, "warning"},
    {ClaimKind::redline, "ultimatum"},
    {ClaimKind::limit, "refused"},
    {ClaimKind::limit, "withheld"},
    {ClaimKind::limit, "excluded"},
    {ClaimKind::outlook, "near-certain"},
    {ClaimKind::outlook, "highly-likely"},
    {ClaimKind::outlook, "likely"},
    {ClaimKind::outlook, "possible"},
    {ClaimKind::outlook, "unlikely"},
    {ClaimKind::outlook, "highly-unlikely"},
    {ClaimKind::question, "will-support"},
    {ClaimKind::question, "will-act"},
    {ClaimKind::question, "other"},
}};

constexpr std::array<std::string_view, 7> kinds = {"event", "tie", "stance", "redline", "limit", "outlook", "question"};
constexpr std::array<std::string_view, domain_count> domains = {
    "military", "economic", "financial", "nuclear", "energy", "diplomatic", "political", "ideological", "humanitarian"};
constexpr std::array<std::string_view, 8> modalities = {"asserted", "denied",   "hypothetical", "conditional",
                                                        "offered",  "promised", "expected",     "open"};
constexpr std::array<std::string_view, 3> signs = {"+", "-", "mixed"};

/// The enum value whose place in the table holds the name.
template <class Enum, size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

ClaimKind kind_of(ClaimType type) {
  return types[static_cast<size_t>(type)].kind;
}
Quad quad_of(ClaimType type) {
  return types[static_cast<size_t>(type)].quad;
}

bool is_conflict(Quad quad) {
  return quad == Quad::verbal_conflict || quad == Quad::material_conflict;
}
bool is_cooperation(Quad quad) {
  return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation;
}

bool is_undirected_tie(ClaimType type) {
  return kind_of(type) == ClaimKind::tie && type != ClaimType::supplier && type != ClaimType::investor &&
         type != ClaimType::dependence && type != ClaimType::member;
}

std::string_view name_of(ClaimKind kind) {
  return kinds[static_cast<size_t>(kind)];
}
std::string_view name_of(ClaimType type) {
  return types[static_cast<size_t>(type)].name;
}
std::string_view name_of(Domain domain) {
  return domains[static_cast<size_t>(domain)];
}
std::string_view name_of(Modality modality) {
  return modalities[static_cast<size_t>(modality)];
}
std::string_view name_of(Sign sign) {
  return signs[static_cast<size_t>(sign)];
}

std::optional<ClaimKind> claim_kind(std::string_view name) {
  return find_name<ClaimKind>(kinds, name);
}
std::optional<Domain> domain_named(std::string_view name) {
  return find_name<Domain>(domains, name);
}
std::optional<Modality> modality_named(std::string_view name) {
  return find_name<Modality>(modalities, name);
}
std::optional<Sign> sign_named(std::string_view name) {
  return find_name<Sign>(signs, name);
}

std::optional<ClaimType> claim_type(ClaimKind kind, std::string_view name) {
  for (size_t i = 0; i < types.size(); ++i) {
    if (types[i].kind == kind && types[i].name == name) return static_cast<ClaimType>(i);
  }
  return std::nullopt;
}

}  // namespace entente
