// The door's implementation: one article through mentions, discourse, scenes and the seven coders.
#include "coding/coding.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "coding/coders/coders.h"
#include "coding/coders/considered.h"
#include "coding/coders/event_terms.h"
#include "coding/events/office_terms.h"
#include "coding/lexicon/actor_directory.h"
#include "coding/lexicon/lexicon.h"
#include "coding/questions/asked_act.h"
#include "coding/questions/question_reader.h"
#include "coding/text/discourse.h"
#include "coding/text/mend.h"
#include "coding/text/mentions.h"
#include "coding/text/scene.h"

namespace entente {

struct Coder::Parts {
  std::shared_ptr<const Reader> reader;
  Lexicon lexicon;
  NameMatcher matcher;
  std::string version;
};

Coder::Coder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Coder::Coder(Coder&&) noexcept = default;
Coder& Coder::operator=(Coder&&) noexcept = default;
Coder::~Coder() = default;

Result<Coder> Coder::load(const std::string& lexicon_folder, std::shared_ptr<const Reader> reader) {
  auto lexicon = Lexicon::load(lexicon_folder);
  if (!lexicon) return lexicon.error();
  NameMatcher matcher(lexicon->actors, *reader);
  std::string version = "coder-1/" + lexicon->hash.substr(0, 8) + "+" + reader->version();
  return Coder(std::make_unique<Parts>(std::move(reader), std::move(*lexicon), std::move(matcher), std::move(version)));
}

const std::string& Coder::version() const {
  return parts_->version;
}
Actor Coder::actor(const ActorId& id) const {
  return parts_->lexicon.actors.describe(id);
}

QuestionReading Coder::question(const std::string& text, int64_t asked) const {
  return read_question(text, asked, *parts_->reader, parts_->lexicon, parts_->matcher);
}

std::vector<OfficeTerm> Coder::terms(const ActorId& state, const std::string& office) const {
  return office_terms(parts_->lexicon.actors, state, office);
}

std::vector<Claim> Coder::events(const std::vector<Claim>& claims) const {
  std::vector<Claim> out;
  for (const Claim& claim : claims) {
    const bool thought = claim.modality == Modality::hypothetical || claim.modality == Modality::conditional;
    if (thought) continue;
    Claim event = in_cameo_terms(claim, parts_->lexicon.cameo);
    if (event.kind() == ClaimKind::event) out.push_back(std::move(event));
  }
  return out;
}

namespace {

/// The words of an article in lower case, gathered when first asked for.
class ArticleWords {
 public:
  explicit ArticleWords(const std::vector<Sentence>& sentences) : sentences_(sentences) {}

  bool has(const std::string& word) {
    if (words_.empty()) {
      for (const Sentence& sentence : sentences_) {
        for (const Token& token : sentence.tokens) words_.insert(to_lower(token.form));
      }
    }
    return words_.contains(word);
  }

 private:
  const std::vector<Sentence>& sentences_;
  std::unordered_set<std::string> words_;
};

ActorList principals(const std::vector<Mention>& names) {
  ActorList actors;
  for (const Mention& name : names) add_actors(actors, {principal(name.actor)});
  return actors;
}

/// A sentence without a name can still speak of actors named before.
bool refers_back(const Sentence& sentence) {
  static const std::unordered_set<std::string> words = {
      "they",        "their",     "them",         "its",    "it",          "both",    "he",
      "she",         "countries", "nations",      "powers", "sides",       "country", "states",
      "partnership", "alliance",  "relationship", "three",  "cooperation", "ties"};
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& t) { return words.contains(to_lower(t.form)); });
}

/// Tells the tagger which words are proper names: "Beijing" at the start of a sentence is no verb.
void mark_names(Sentence& sentence, const std::vector<Mention>& names) {
  for (const Mention& name : names) {
    Token& last = sentence.tokens[static_cast<size_t>(name.end) - 1];
    const bool describes = name.form == NameForm::adjective || name.form == NameForm::people;
    if (!describes && is_ascii_upper(last.form.front())) last.upos = Upos::PROPN;
  }
}

/// One pass over an article: keeps the discourse up to date and hands each sentence to the coders.
class ArticlePass {
 public:
  ArticlePass(const Article& article, const Reader& reader, const Lexicon& lexicon, const NameMatcher& matcher,
              const std::string& method)
      : article_(article), reader_(reader), lexicon_(lexicon), matcher_(matcher), method_(method) {}

  /// Notes, for the sentence of that span, what its acts came to.
  void watch(const Span& span, std::vector<std::string>& considered) {
    watched_ = span;
    considered_ = &considered;
  }

  /// Notes what outlooks and open questions ask about.
  void note_questions(std::map<ClaimId, AskedPart>& asked) { asked_ = &asked; }

  Coded run() {
    Coded out;
    out.sentences = reader_.split(article_.text);
    ArticleWords words(out.sentences);
    const WordTest has_word = [&](const std::string& word) { return words.has(word); };
    std::vector<std::vector<Mention>> names;
    std::vector<ActorList> named;
    for (const Sentence& sentence : out.sentences) {
      names.push_back(matcher_.find_names(sentence, article_.published, has_word));
      named.push_back(principals(names.back()));
    }
    discourse_.begin_article(named);
    int paragraph = -1;
    for (size_t i = 0; i < out.sentences.size(); ++i) {
      Sentence& sentence = out.sentences[i];
      if (sentence.paragraph != paragraph) discourse_.begin_paragraph();
      paragraph = sentence.paragraph;
      discourse_.begin_sentence();
      if (names[i].empty() && !(refers_back(sentence) && !discourse_.topic_pair().empty())) continue;
      mark_names(sentence, names[i]);
      reader_.analyse(sentence);
      mend_parse(sentence);
      code_sentence(sentence, std::move(names[i]), out.claims);
    }
    complete_attacks(out.claims);
    return out;
  }

 private:
  void code_sentence(const Sentence& sentence, std::vector<Mention> names, std::vector<Claim>& claims) {
    const Scene scene(sentence, article_.text, std::move(names), matcher_.find_titles(sentence), lexicon_, discourse_,
                      article_.published);
    const Acts acts = find_acts(scene);
    ClaimMaker maker(scene, article_, method_);
    for (const auto coder :
         {code_events, code_ties, code_stances, code_redlines, code_limits, code_outlooks, code_questions}) {
      coder(acts, maker);
    }
    if (considered_ != nullptr && sentence.span == watched_) *considered_ = considered(scene, acts, maker.claims());
    if (asked_ != nullptr) note_asked(scene, acts, maker.claims());
    keep_distinct(maker.claims(), claims);
    remember(scene);
    for (const Claim& claim : maker.claims()) {
      if (claim.kind() != ClaimKind::event || claim.source.size() != 1 || claim.target.size() != 1) continue;
      if (scene.is_bloc(principal(claim.target.front()))) continue;
      discourse_.note_deed(principal(claim.source.front()), claim.type, principal(claim.target.front()));
    }
  }

  void note_asked(const Scene& scene, const Acts& acts, const std::vector<Claim>& claims) {
    for (const Claim& claim : claims) {
      if (claim.kind() != ClaimKind::outlook && claim.kind() != ClaimKind::question) continue;
      const auto act = std::find_if(acts.begin(), acts.end(), [&](const Act& a) {
        return scene.tree().at(a.word).span == claim.first_evidence().trigger;
      });
      if (act == acts.end()) continue;
      AskedPart part = asked_part(scene, *act);
      part.source = claim.source;
      part.target = claim.target;
      if (part.complete()) asked_->emplace(claim.id(), std::move(part));
    }
  }

  /// "Israeli strikes" without a victim: the one whom the article names as Israel's victim elsewhere. An attack on
  /// nobody known says too little to be kept.
  void complete_attacks(std::vector<Claim>& claims) const {
    for (Claim& claim : claims) {
      if (claim.type != ClaimType::assault || !claim.target.empty() || claim.source.size() != 1) continue;
      claim.target = discourse_.usual_target(principal(claim.source.front()), ClaimType::assault);
      claim.why += "; target by reference to the rest of the text";
    }
    std::erase_if(claims, [](const Claim& c) { return c.type == ClaimType::assault && c.target.empty(); });
  }

  /// Of claims of one sentence that say the same, the surest stays.
  static void keep_distinct(const std::vector<Claim>& found, std::vector<Claim>& claims) {
    const size_t first = claims.size();
    for (const Claim& claim : found) {
      const auto same =
          std::find_if(claims.begin() + static_cast<std::ptrdiff_t>(first), claims.end(), [&](const Claim& other) {
            const bool same_word =
                other.first_evidence().trigger == claim.first_evidence().trigger;  // one act in several domains
            return other.type == claim.type && other.source == claim.source && other.target == claim.target &&
                   (other.domain == claim.domain || !same_word);
          });
      if (same == claims.end()) {
        claims.push_back(claim);
      } else if (claim.confidence() > same->confidence()) {
        *same = claim;
      }
    }
  }

  /// Tells the discourse whom the sentence named, together and as its subject.
  void remember(const Scene& scene) {
    const Tree& tree = scene.tree();
    for (const Mention& name : scene.names()) {
      if (name.form != NameForm::city) discourse_.note_named(principal(name.actor));
      if (name.form == NameForm::person) discourse_.note_person(name.actor);
    }
    for (int i = 0; i < tree.size(); ++i) {
      if (scene.name_at(i) == nullptr || tree.relation(i) == Deprel::conj) continue;
      ActorList group;
      for (int w : tree.conjuncts(i)) {
        if (const Mention* name = scene.name_at(w)) add_actors(group, {principal(name->actor)});
      }
      if (group.size() > 1) discourse_.note_group(group);
    }
    if (tree.root() == nowhere) return;
    ActorList subject;
    for (const ActorId& actor : scene.party_of(tree.subjects(tree.root())).actors)
      add_actors(subject, {principal(actor)});
    if (subject.empty()) {
      for (const ActorId& actor : scene.party_of(tree.objects(tree.root())).actors)
        add_actors(subject, {principal(actor)});
    }
    if (!subject.empty()) discourse_.note_subject(subject);
  }

  const Article& article_;
  const Reader& reader_;
  const Lexicon& lexicon_;
  const NameMatcher& matcher_;
  const std::string& method_;
  Discourse discourse_;
  Span watched_;
  std::vector<std::string>* considered_ = nullptr;
  std::map<ClaimId, AskedPart>* asked_ = nullptr;
};

}  // namespace

std::map<ClaimId, AskedPart> Coder::asked_in(const Article& article) const {
  std::map<ClaimId, AskedPart> out;
  ArticlePass pass(article, *parts_->reader, parts_->lexicon, parts_->matcher, parts_->version);
  pass.note_questions(out);
  pass.run();
  return out;
}

Coded Coder::code(const Article& article) const {
  if (article.language != "en" && article.language != "un" && !article.language.empty()) {
    return {parts_->reader->split(article.text), {}};
  }
  return ArticlePass(article, *parts_->reader, parts_->lexicon, parts_->matcher, parts_->version).run();
}

Explanation Coder::explain(const Article& article, const Claim& claim) const {
  Explanation out;
  const Span span = claim.first_evidence().passage.span;
  ArticlePass pass(article, *parts_->reader, parts_->lexicon, parts_->matcher, parts_->version);
  pass.watch(span, out.considered);
  const Coded coded = pass.run();
  for (const Sentence& sentence : coded.sentences) {
    if (sentence.span == span) out.sentence = sentence;
  }
  for (const Claim& again : coded.claims) {
    if (again.id() == claim.id()) out.steps.push_back(again.why);
  }
  return out;
}

Result<ActorCodes> actor_codes(const std::string& lexicon_folder) {
  const Result<ActorDirectory> directory = ActorDirectory::load(lexicon_folder);
  if (!directory) return directory.error();
  ActorCodes codes;
  for (const auto& [id, actor] : directory->actors()) {
    if (!actor.codes.empty()) codes.emplace(id, actor.codes);
  }
  return codes;
}

}  // namespace entente
