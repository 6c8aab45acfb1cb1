#include "zeitstrahl/extractor.h"

#include <optional>

#include "claim/claim_finder.h"
#include "syntax/analyzer.h"
#include "syntax/describe.h"
#include "time/tagger.h"
#include "timeline/claim_ids.h"
#include "timeline/threads.h"

namespace zeitstrahl {

// What claims know of words holds for the tables and the dictionary that they come from.
struct scratch::state {
  tagger_memory tagging;
  std::optional<claim_memory> claims;
  std::shared_ptr<const void> tables;
  std::shared_ptr<const dictionary> names;

  claim_memory& claims_of(std::shared_ptr<const void> of, std::shared_ptr<const dictionary> with) {
    if (claims && tables == of && names == with) return *claims;
    tables = std::move(of);
    names = std::move(with);
    return claims.emplace();
  }

  void forget_long_text() {
    if (tagging.said.parts.capacity() <= most_kept_expressions) return;
    tagging = {};
    claims.reset();
  }
};

scratch::scratch() : state_(std::make_unique<state>()) {}
scratch::~scratch() = default;
scratch::scratch(scratch&&) noexcept = default;
scratch& scratch::operator=(scratch&&) noexcept = default;

struct extractor::engine {
  explicit engine(std::shared_ptr<const language> tables)
      : tag(std::move(tables)), words(words_of(tag.tables())), find_claims(words) {}

  // Faulty tables give no words, and so no claims.
  static claim_words words_of(const language& tables) {
    result<claim_words> words = claim_words::build(tables);
    return words ? *std::move(words) : claim_words();
  }

  timeline tagged(document article, text_style style, scratch::state& memory,
                  analysis_depth least = analysis_depth::verbs) const {
    timeline out;
    out.article = std::move(article);
    tag.tag(style, out, memory.tagging, least);
    return out;
  }

  tagger tag;
  claim_words words;
  claim_finder find_claims;
};

std::optional<error> find_fault(const language& tables) {
  if (const auto words = claim_words::build(tables); !words) return words.error();
  if (const auto sentences = sentence_analyzer::build(tables); !sentences) {
    return sentences.error();
  }
  // A language may be without; one with rules for clauses is not.
  const bool tells_clauses = !tables.frames().empty();
  for (const char* name : {"claims.tsv", "verbs.tsv", "syntax.tsv"}) {
    if (tells_clauses && tables.file(name).empty()) {
      return error{error_kind::bad_input, name, "is missing or empty; claims need it"};
    }
  }
  return std::nullopt;
}

extractor::extractor(std::shared_ptr<const language> tables, analysis_options options)
    : engine_(std::make_shared<const engine>(std::move(tables))), options_(std::move(options)) {}

timeline extractor::tag(document article, scratch& memory) const {
  timeline out = engine_->tagged(std::move(article), options_.style, memory.get());
  memory.get().forget_long_text();
  return out;
}

timeline extractor::analyze(document article, scratch& memory) const {
  timeline out =
      engine_->tagged(std::move(article), options_.style, memory.get(), analysis_depth::whole);
  claim_memory& claims = memory.get().claims_of(engine_, options_.names);
  engine_->find_claims.find(memory.get().tagging, options_.names.get(), out, claims);
  find_threads(claims.names, out);
  name_claims(out);
  memory.get().forget_long_text();
  return out;
}

std::vector<explanation> extractor::explain(const document& article, scratch& memory) const {
  const timeline tagged = engine_->tagged(article, options_.style, memory.get());
  return engine_->tag.explain(tagged, memory.get().tagging);
}

std::vector<std::vector<std::string>> extractor::describe_sentences(const document& article,
                                                                    scratch& memory) const {
  const timeline tagged = engine_->tagged(article, options_.style, memory.get());
  tagger_memory& tagging = memory.get().tagging;
  std::vector<std::vector<std::string>> out;
  std::uint32_t token = 0;
  for (span where : tagged.sentences) {
    while (token < tagging.scanned.tokens.size() &&
           tagging.scanned.tokens[token].where.begin < where.begin) {
      ++token;
    }
    const sentence* const found = tagging.sentences.of_token(token);
    out.push_back(found ? describe(*found) : std::vector<std::string>());
  }
  return out;
}

}  // namespace zeitstrahl
