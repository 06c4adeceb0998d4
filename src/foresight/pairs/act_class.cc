// Which CAMEO codes make which class of acts.
#include "foresight/pairs/act_class.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace entente {
namespace {

/// The codes of a PLOVER type, and (where a domain is told) those of them that CAMEO gives to that domain.
struct TypeCodes {
  ClaimType type;
  std::vector<std::string> codes;
  std::vector<std::pair<Domain, std::vector<std::string>>> by_domain;
};

/// The CAMEO to PLOVER table of 2021, with 163 as SANCTION, as the PLOVER manual has it.
const std::vector<TypeCodes>& type_codes() {
  static const std::vector<TypeCodes> table = {
      {ClaimType::agree,
       {"03"},
       {{Domain::economic, {"0311", "0331"}},
        {Domain::military, {"0312", "0314", "0332", "0334", "0356"}},
        {Domain::humanitarian, {"0333"}}}},
      {ClaimType::consult, {"04"}, {}},
      {ClaimType::support_act, {"05"}, {}},
      {ClaimType::cooperate, {"06"}, {{Domain::economic, {"061"}}, {Domain::military, {"062", "064"}}}},
      {ClaimType::aid,
       {"07"},
       {{Domain::economic, {"071"}}, {Domain::military, {"072", "074"}}, {Domain::humanitarian, {"073", "075"}}}},
      {ClaimType::concede, {"080", "081", "082", "083"}, {}},
      {ClaimType::retreat,
       {"084", "085", "086", "087"},
       {{Domain::economic, {"085"}}, {Domain::diplomatic, {"086"}}, {Domain::military, {"087"}}}},
      {ClaimType::request,
       {"10"},
       {{Domain::economic, {"1011", "1031", "1054"}},
        {Domain::military, {"1012", "1014", "1032", "1034", "1056"}},
        {Domain::humanitarian, {"1033"}}}},
      {ClaimType::accuse, {"09", "11"}, {}},
      {ClaimType::reject,
       {"12"},
       {{Domain::economic, {"1211", "1221", "1244"}},
        {Domain::military, {"1212", "1222", "1224", "1246"}},
        {Domain::humanitarian, {"1223"}}}},
      {ClaimType::threaten, {"13"}, {{Domain::economic, {"1312"}}, {Domain::military, {"138", "139"}}}},
      {ClaimType::protest, {"14"}, {}},
      {ClaimType::mobilize, {"15"}, {}},
      {ClaimType::sanction,
       {"16"},
       {{Domain::economic, {"1621", "163"}}, {Domain::military, {"1622"}}, {Domain::humanitarian, {"1623"}}}},
      {ClaimType::coerce, {"17", "191", "192"}, {{Domain::military, {"191", "192"}}}},
      {ClaimType::assault, {"18", "190", "193", "194", "195", "196", "20"}, {}},
  };
  return table;
}

bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; }) &&
         text.substr(0, 2) >= "01" && text.substr(0, 2) <= "20";
}

}  // namespace

bool ActClass::holds(std::string_view code) const {
  return std::any_of(codes.begin(), codes.end(),
                     [&](const std::string& beginning) { return code.starts_with(beginning); });
}

const std::vector<ActClass>& scored_act_classes() {
  static const std::vector<ActClass> classes = {
      {"force", {"18", "19", "20"}},
      {"aid", {"07"}},
      {"material-cooperation", {"06"}},
      {"consult", {"04"}},
      {"verbal-conflict", {"09", "10", "11", "12"}},
  };
  return classes;
}

std::optional<ActClass> act_class_named(std::string_view name) {
  const std::string wanted = to_lower(trim(name));
  if (is_code(wanted)) return ActClass{wanted, {wanted}};
  for (const ActClass& scored : scored_act_classes()) {
    if (scored.name == wanted) return scored;
  }
  for (const TypeCodes& row : type_codes()) {
    if (to_lower(name_of(row.type)) == wanted) return act_class_of(row.type);
  }
  return std::nullopt;
}

ActClass act_class_of(ClaimType type, std::optional<Domain> domain) {
  for (const TypeCodes& row : type_codes()) {
    if (row.type != type) continue;
    for (const auto& [of, codes] : row.by_domain) {
      if (domain == of) return {std::string(name_of(type)) + " " + std::string(name_of(of)), codes};
    }
    return {std::string(name_of(type)), row.codes};
  }
  return {};
}

}  // namespace entente
