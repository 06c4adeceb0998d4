// The Reader: the model file and what was attached to it, behind the door.
#include "reading/analyser.h"
#include "reading/model_file.h"
#include "reading/reading.h"
#include "reading/splitter.h"

namespace entente {

struct Reader::Model {
  ModelFile file;
  Analyser analyser;
  std::string version;
};

Result<Reader> Reader::load(const std::string& model_path) {
  auto file = ModelFile::open(model_path);
  if (!file) return file.error();
  auto analyser = Analyser::over(*file);
  if (!analyser) return analyser.error();
  std::string version = "ewt-" + std::to_string(model_version) + "/" + std::string(file->hash());
  return Reader(std::make_unique<Model>(Model{std::move(*file), std::move(*analyser), std::move(version)}));
}

Reader::Reader(std::unique_ptr<Model> model) : model_(std::move(model)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

std::vector<Sentence> Reader::split(std::string_view text) const {
  return split_text(text);
}

const std::string& Reader::version() const {
  return model_->version;
}

void Reader::analyse(Sentence& sentence) const {
  std::vector<std::string_view> forms;
  std::vector<Upos> given;
  forms.reserve(sentence.tokens.size());
  given.reserve(sentence.tokens.size());
  for (const Token& token : sentence.tokens) {
    forms.push_back(token.form);
    given.push_back(token.upos);
  }
  const Analysis found = model_->analyser.analyse(forms, given);
  const int root = static_cast<int>(forms.size());
  for (size_t i = 0; i < forms.size(); ++i) {
    Token& token = sentence.tokens[i];
    const TagPair& tag = model_->analyser.tag(found.tags[i]);
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    token.lemma = model_->analyser.lemmatizer().lemma(token.form, tag.upos, tag.xpos);
    token.head = found.heads[i] == root ? no_head : found.heads[i];
    token.relation = static_cast<Deprel>(found.relations[i]);
  }
  sentence.analysed = true;
}

}  // namespace entente
