// Classes of acts that a question can be about, as sets of CAMEO codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/vocabulary.h"

namespace entente {

/// Acts that count as one: every CAMEO code that begins as one of these does.
struct ActClass {
  std::string name;                // "force", "AID", "072"
  std::vector<std::string> codes;  // beginnings of codes, zeros kept: "18", "072"

  [[nodiscard]] bool holds(std::string_view code) const;
};

/// The classes that are scored: force (18, 19, 20), aid (07), material-cooperation (06), consult (04), verbal-conflict
/// (09 to 12), in this order.
const std::vector<ActClass>& scored_act_classes();
/// A scored class by its name, a PLOVER type in any case, or a CAMEO code of two to four digits.
std::optional<ActClass> act_class_named(std::string_view name);
/// An event type of PLOVER; where a domain is told, only the codes that belong to it ("military aid": 072), or all
/// codes of the type where CAMEO does not tell the domain apart. Needs kind_of(type) == ClaimKind::event.
ActClass act_class_of(ClaimType type, std::optional<Domain> domain = std::nullopt);

}  // namespace entente
