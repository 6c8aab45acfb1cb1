#include "syntax/text_sentences.h"

#include <algorithm>

namespace zeitstrahl {

void text_sentences::start(const sentence_analyzer* analyzer, const scanned_text& scanned,
                           std::string_view text, analysis_depth least) {
  analyzer_ = analyzer;
  least_ = least;
  scanned_ = &scanned;
  text_ = text;
  used_ = 0;
  oldest_ = 0;
  stretches_.clear();
  analyzed_last_ = nowhere;
  if (!analyzer) return;
  const auto size = static_cast<std::uint32_t>(scanned.tokens.size());
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (scanned.tokens[i].is != token::stop) continue;
    if (begin < i) stretches_.push_back({{begin, i + 1}, not_yet});
    begin = i + 1;
  }
  if (begin < size) stretches_.push_back({{begin, size}, not_yet});
}

namespace {

bool is_undecided(const sentence& s, std::uint32_t token) {
  if (s.undecided.empty()) return false;
  const span from = s.word_tokens[s.undecided.begin];
  const span to = s.word_tokens[s.undecided.end - 1];
  return from.begin <= token && token < to.end;
}

}  // namespace

// The index of the stretch that holds the token, or nowhere.
std::size_t text_sentences::stretch_of(std::uint32_t token) const {
  const auto found =
      std::upper_bound(stretches_.begin(), stretches_.end(), token,
                       [](std::uint32_t at, const stretch& s) { return at < s.tokens.end; });
  if (found == stretches_.end() || found->tokens.begin > token) return nowhere;
  return static_cast<std::size_t>(found - stretches_.begin());
}

span text_sentences::tokens_of(std::uint32_t token) const {
  const std::size_t found = stretch_of(token);
  return found == nowhere ? span() : stretches_[found].tokens;
}

const sentence* text_sentences::of_token(std::uint32_t token, analysis_depth depth) {
  const std::size_t index = stretch_of(token);
  if (index == nowhere) return nullptr;
  stretch& found = stretches_[index];
  depth = std::max(depth, least_);
  const bool known = found.analyzed != not_yet;
  if (!known) {
    found.analyzed = place_for_one();
    kept_[found.analyzed].stretch = static_cast<std::uint32_t>(index);
  }
  put_last(found.analyzed);
  sentence& out = kept_[found.analyzed].is;
  if (!known) analyze(index, depth, out);
  if (depth == analysis_depth::verbs && is_undecided(out, token)) depth = analysis_depth::whole;
  if (out.depth < depth) analyze(index, depth, out);
  return &out;
}

void text_sentences::analyze(std::size_t stretch, analysis_depth depth, sentence& out) {
  if (stretch == analyzed_last_) return analyzer_->go_on(memory_, out);
  analyzer_->analyze(*scanned_, text_, stretches_[stretch].tokens, memory_, out, depth);
  analyzed_last_ = stretch;
}

std::uint32_t text_sentences::place_for_one() {
  if (used_ == most) {
    stretches_[kept_[oldest_].stretch].analyzed = not_yet;
    return oldest_;
  }
  if (used_ == kept_.size()) kept_.emplace_back();
  const std::uint32_t place = used_++;
  const std::uint32_t last = place == 0 ? 0 : kept_[oldest_].before;
  kept_[place].before = last;
  kept_[place].behind = oldest_;
  kept_[last].behind = kept_[oldest_].before = place;
  return place;
}

void text_sentences::put_last(std::uint32_t place) {
  if (place == oldest_) {
    oldest_ = kept_[oldest_].behind;
    return;
  }
  kept& moved = kept_[place];
  kept_[moved.before].behind = moved.behind;
  kept_[moved.behind].before = moved.before;
  moved.behind = oldest_;
  moved.before = kept_[oldest_].before;
  kept_[moved.before].behind = kept_[oldest_].before = place;
}

token_index text_sentences::word_of(const sentence& s, std::uint32_t token) {
  const auto found = std::upper_bound(s.word_tokens.begin(), s.word_tokens.end(), token,
                                      [](std::uint32_t at, span word) { return at < word.end; });
  if (found == s.word_tokens.end() || found->begin > token) return no_token;
  return static_cast<token_index>(found - s.word_tokens.begin());
}

const syntax_clause* text_sentences::clause_of(const sentence& s, std::uint32_t token) {
  const token_index word = word_of(s, token);
  if (word == no_token) return nullptr;
  return &s.clauses[static_cast<std::size_t>(s.owner[static_cast<std::size_t>(word)])];
}

}  // namespace zeitstrahl
