// The closed lists of words that claims are written in, and their names as printed.
#pragma once

#include <optional>
#include <string_view>

namespace entente {

enum class ClaimKind { event, tie, stance, redline, limit, outlook, question };

/// The types of all kinds in one list; kind_of tells which kind a type belongs to. Events are PLOVER's (2021).
enum class ClaimType {
  // event
  agree,
  consult,
  support_act,
  cooperate,
  aid,
  concede,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  mobilize,
  sanction,
  coerce,
  assault,
  // tie
  partner,
  ally,
  supplier,
  investor,
  dependence,
  shared_adversary,
  alignment,
  member,
  rival,
  // stance
  support,
  oppose,
  // redline
  warning,
  ultimatum,
  // limit
  refused,
  withheld,
  excluded,
  // outlook
  near_certain,
  highly_likely,
  likely,
  possible,
  unlikely,
  highly_unlikely,
  // question
  will_support,
  will_act,
  other_question,
};

enum class Domain { military, economic, financial, nuclear, energy, diplomatic, political, ideological, humanitarian };
enum class Modality { asserted, denied, hypothetical, conditional, offered, promised, expected, open };
enum class Sign { positive, negative, mixed };
/// PLOVER's quads: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
enum class Quad { none = 0, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict };

inline constexpr int claim_type_count = static_cast<int>(ClaimType::other_question) + 1;
inline constexpr int domain_count = static_cast<int>(Domain::humanitarian) + 1;

ClaimKind kind_of(ClaimType type);
/// The quad of an event type; none for the other kinds.
Quad quad_of(ClaimType type);
/// In words or deeds.
bool is_conflict(Quad quad);
bool is_cooperation(Quad quad);
/// False for supplier, investor, dependence and member (source depends on, supplies, ... target); true for other ties.
bool is_undirected_tie(ClaimType type);

std::string_view name_of(ClaimKind kind);
/// "AID", "shared-adversary", "support", "highly-unlikely", ... as the JSON writes it.
std::string_view name_of(ClaimType type);
std::string_view name_of(Domain domain);
std::string_view name_of(Modality modality);
/// "+", "-" or "mixed".
std::string_view name_of(Sign sign);

std::optional<ClaimKind> claim_kind(std::string_view name);
/// The type of that name within a kind ("support" is both an event's SUPPORT and a stance: case and kind tell).
std::optional<ClaimType> claim_type(ClaimKind kind, std::string_view name);
std::optional<Domain> domain_named(std::string_view name);
std::optional<Modality> modality_named(std::string_view name);
std::optional<Sign> sign_named(std::string_view name);

}  // namespace entente
