#include "engine/event_maker.h"

#include <cmath>

namespace entente {
namespace {

ActScheme scheme_of(ActName name) {
  if (name == ActName::cameo_code) return ActScheme::cameo;
  return name == ActName::cameo_name ? ActScheme::name : ActScheme::word;
}

std::string what_acts_are(ActName name) {
  if (name == ActName::cameo_code) return "CAMEO code";
  return name == ActName::cameo_name ? "name of a CAMEO code" : "act that is known (lexicon/event-acts.txt)";
}

/// An act that is none of CAMEO's ("Strategic developments"): kept under its own word, of no quad.
EventKind other_kind(std::string_view word) {
  EventKind kind;
  kind.code = word;
  return kind;
}

}  // namespace

EventMaker::EventMaker(const EventCodebook& codebook, EventImport& import) : codebook_(codebook), import_(import) {
  nobody_ = import_.actor("");
}

bool EventMaker::one_sided(const NewEvent& event) const {
  return event.source == nobody_ || event.target == nobody_;
}

std::optional<std::string> EventMaker::make(const EventRecord& record, NewEvent& event) {
  const auto kind = kind_of(record);
  if (!kind) return "'" + std::string(record.act.substr(0, 60)) + "' is no " + what_acts_are(record.act_name);
  const int year = year_of(record.day);
  event.kind = *kind;
  event.source = actor_of(record.source, year);
  event.target = actor_of(record.target, year);
  event.publisher = import_.publisher(record.publisher);
  event.place = place_of(record);
  event.day = static_cast<int32_t>(record.day);
  event.mentions = record.mentions;
  event.deaths = record.deaths;
  event.digest = record.digest;
  event.row = record.row;
  event.id = record.id;
  return std::nullopt;
}

int EventMaker::year_of(int64_t day) {
  if (day != last_day_) {
    last_day_ = day;
    last_year_ = day_from_number(day).year;
  }
  return last_year_;
}

std::optional<uint32_t> EventMaker::kind_of(const EventRecord& record) {
  key_.assign(record.act);
  key_ += '\x1f';
  key_ += record.act_group;
  const double intensity = record.intensity.value_or(1000);
  key_.append(reinterpret_cast<const char*>(&intensity), sizeof intensity);
  const uint32_t known = kinds_.keys.find(std::string_view(key_));
  if (known != kinds_.keys.none) return kinds_.values[known];
  auto kind = codebook_.act(scheme_of(record.act_name), record.act);
  if (!kind && !record.act_group.empty()) kind = codebook_.act(scheme_of(record.act_name), record.act_group);
  if (!kind && !record.act_group.empty()) kind = other_kind(record.act_group);
  if (!kind) return std::nullopt;
  if (record.intensity && *record.intensity >= -10 && *record.intensity <= 10)
    kind->intensity = *record.intensity + 0.0;  // no -0: words that are equal are one
  kinds_.keys.number(std::string_view(key_));
  return kinds_.values.emplace_back(import_.kind(*kind));
}

uint32_t EventMaker::actor_of(const EventParty& party, int year) {
  key_.assign(party.name);
  for (const std::string_view part : {party.country, party.code, party.sectors}) {
    key_ += '\x1f';
    key_ += part;
  }
  key_.append(reinterpret_cast<const char*>(&year), sizeof year);
  const uint32_t number = actors_.keys.number(std::string_view(key_));
  if (number < actors_.values.size()) return actors_.values[number];
  const auto id = codebook_.actor(party, year);
  return actors_.values.emplace_back(id ? import_.actor(id->str()) : nobody_);
}

uint32_t EventMaker::place_of(const EventRecord& record) {
  place_.name.assign(record.place);
  place_.located = record.located;
  place_.latitude = std::round(record.latitude * 1e4) / 1e4 + 0.0;  // no -0
  place_.longitude = std::round(record.longitude * 1e4) / 1e4 + 0.0;
  return import_.place(place_);
}

}  // namespace entente
