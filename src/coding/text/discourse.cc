#include "coding/text/discourse.h"

#include <algorithm>
#include <utility>

namespace entente {

void Discourse::begin_article(const std::vector<ActorList>& named_by_sentence) {
  *this = {};
  std::map<ActorId, int> counts;
  ActorList order;
  for (const ActorList& named : named_by_sentence) {
    for (const ActorId& actor : named) {
      if (counts[actor]++ == 0) order.push_back(actor);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](const ActorId& a, const ActorId& b) { return counts[a] > counts[b]; });
  int all = 0;
  for (const auto& [actor, count] : counts) all += count;
  if (order.size() > 2) order.resize(2);
  topic_ = order;
  if (topic_.size() != 2) return;
  const int first = counts[topic_[0]], second = counts[topic_[1]];
  const bool short_text = named_by_sentence.size() <= 2;
  between_two_ = (second >= 3 || short_text) && 5 * (first + second) >= 3 * all;
}

void Discourse::begin_paragraph() {
  person_ = {};
}

void Discourse::begin_sentence() {
  subject_ = std::exchange(noted_, {});
}

void Discourse::note_named(const ActorId& actor) {
  std::erase(recent_, actor);
  recent_.push_back(actor);
}

void Discourse::note_group(const ActorList& group) {
  groups_.push_back(group);
}
void Discourse::note_subject(const ActorList& subject) {
  noted_ = subject;
}
void Discourse::note_person(const ActorId& person) {
  person_ = person;
}

void Discourse::note_deed(const ActorId& source, ClaimType type, const ActorId& target) {
  deeds_[{source, type}] = target;
  last_doer_ = source;
}

ActorList Discourse::last_doer() const {
  return last_doer_.empty() ? ActorList{} : ActorList{last_doer_};
}

ActorList Discourse::usual_target(const ActorId& source, ClaimType type) const {
  const auto found = deeds_.find({source, type});
  return found == deeds_.end() ? ActorList{} : ActorList{found->second};
}

ActorList Discourse::counterpart(const ActorId& actor) const {
  if (!between_two_) return {};
  if (topic_[0] == actor) return {topic_[1]};
  if (topic_[1] == actor) return {topic_[0]};
  return {};
}

ActorList Discourse::pair() const {
  for (auto group = groups_.rbegin(); group != groups_.rend(); ++group) {
    if (group->size() == 2) return *group;
  }
  if (topic_.size() == 2) return topic_;
  return {};
}

ActorList Discourse::group(size_t size) const {
  if (size == 2) return pair();
  for (auto group = groups_.rbegin(); group != groups_.rend(); ++group) {
    if (size == 0 ? group->size() >= 3 : group->size() == size) return *group;
  }
  return {};
}

ActorList Discourse::singular() const {
  return subject_.size() == 1 ? subject_ : ActorList{};
}

ActorList Discourse::plural() const {
  if (subject_.empty()) return {};
  if (subject_.size() > 1) return subject_;
  return groups_.empty() ? pair() : groups_.back();
}

ActorList Discourse::person() const {
  return person_.empty() ? ActorList{} : ActorList{person_};
}

ActorList Discourse::last_named_but(const ActorId& other) const {
  for (auto actor = recent_.rbegin(); actor != recent_.rend(); ++actor) {
    if (*actor != other) return {*actor};
  }
  return {};
}

}  // namespace entente
