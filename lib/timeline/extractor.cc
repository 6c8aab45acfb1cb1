#include "zeitstrahl/extractor.h"

#include "time/tagger.h"

namespace zeitstrahl {

struct scratch::state {
  tagger_memory tagging;
};

scratch::scratch() : state_(std::make_unique<state>()) {}
scratch::~scratch() = default;
scratch::scratch(scratch&&) noexcept = default;
scratch& scratch::operator=(scratch&&) noexcept = default;

struct extractor::engine {
  explicit engine(std::shared_ptr<const language> tables) : tag(std::move(tables)) {}
  tagger tag;
};

extractor::extractor(std::shared_ptr<const language> tables, analysis_options options)
    : engine_(std::make_shared<const engine>(std::move(tables))), options_(options) {}

timeline extractor::tag(document article, scratch& memory) const {
  timeline out;
  out.article = std::move(article);
  engine_->tag.tag(options_.style, out, memory.get().tagging);
  return out;
}

timeline extractor::analyze(document article, scratch& memory) const {
  return tag(std::move(article), memory);
}

std::vector<explanation> extractor::explain(const document& article, scratch& memory) const {
  const timeline tagged = tag(article, memory);
  return engine_->tag.explain(tagged, memory.get().tagging);
}

}  // namespace zeitstrahl
