#include "syntax/analyzer.h"

#include <algorithm>

#include "syntax/clauses.h"
#include "syntax/mend_tags.h"
#include "syntax/settle.h"
#include "syntax/tagger.h"
#include "syntax/words_of.h"

namespace zeitstrahl {

using shared_analyzer = std::shared_ptr<const sentence_analyzer>;

namespace {

error in_file(error problem, std::string_view name) {
  if (problem.where.empty()) problem.where = name;
  return problem;
}

}  // namespace

result<shared_analyzer> sentence_analyzer::build(const language& tables) {
  const std::string_view table = tables.file("syntax.tsv");
  if (table.empty()) return shared_analyzer();
  return build(tables.data("forms.bin"), table, tables.data("syntax.bin"));
}

result<shared_analyzer> sentence_analyzer::build(std::string_view forms, std::string_view table,
                                                 std::string_view model) {
  const result<lexicon> words = lexicon::open(forms);
  if (!words) return in_file(words.error(), "forms.bin");
  result<syntax_model> learnt = syntax_model::open(model);
  if (!learnt) return in_file(learnt.error(), "syntax.bin");
  result<grammar> rules = grammar::build(table, learnt->tags(), learnt->labels());
  if (!rules) return rules.error();
  return shared_analyzer(new sentence_analyzer(*words, *std::move(rules), *std::move(learnt)));
}

void sentence_analyzer::analyze(const scanned_text& scanned, std::string_view text, span tokens,
                                analysis_memory& memory, sentence& out,
                                analysis_depth depth) const {
  join_words(scanned, text, tokens, out.word_tokens);
  if (out.word_tokens.size() > longest_sentence) out.word_tokens.resize(longest_sentence);
  memory.texts.clear();
  for (span word : out.word_tokens) {
    const span bytes{scanned.tokens[word.begin].where.begin,
                     scanned.tokens[word.end - 1].where.end};
    memory.texts.push_back(bytes.in(text));
  }
  analyze(memory.texts, memory, out, depth);
}

void sentence_analyzer::analyze(std::span<const std::string_view> words, analysis_memory& memory,
                                sentence& out, analysis_depth depth) const {
  words = words.first(std::min(words.size(), longest_sentence));
  read_words(reader_, words, memory.words, out.words);
  tag_sentence(model_, rules_, out.words);
  find_fields(rules_, forms_, out.words, memory.fields);
  if (depth == analysis_depth::whole) return go_on(memory, out);
  out.depth = analysis_depth::verbs;
  build_clauses_without_tree(rules_, memory.fields, out);
}

void sentence_analyzer::go_on(analysis_memory& memory, sentence& out) const {
  out.depth = analysis_depth::whole;
  out.undecided = {};
  mend_nouns(rules_, out.words);
  parser_.parse(out.words, memory.fields, memory.parser);
  settle_tree(rules_, memory.parser, memory.fields, out.words);
  build_clauses(rules_, memory.fields, out);
}

}  // namespace zeitstrahl
