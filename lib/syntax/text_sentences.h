#ifndef ZEITSTRAHL_LIB_SYNTAX_TEXT_SENTENCES_H_
#define ZEITSTRAHL_LIB_SYNTAX_TEXT_SENTENCES_H_

// The sentences of one text, each analyzed when it is first asked for, as far as is asked for,
// and kept for whoever asks later: of long texts those that were asked for last.

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "syntax/analyzer.h"
#include "syntax/sentence.h"
#include "text/scan.h"

namespace zeitstrahl {

// Memory of one thread, used again for the next text.
class text_sentences {
 public:
  // `analyzer` may be null: then there are no sentences.  What is given must outlive the use.
  // `least`: how far each sentence is analyzed at least, where the whole will be asked for.
  void start(const sentence_analyzer* analyzer, const scanned_text& scanned, std::string_view text,
             analysis_depth least = analysis_depth::verbs);

  // The sentence that holds the token of the scanned text, or null.  One that was not analyzed as
  // far, or not as far as the token's clause takes, is analyzed further in its place: what pointed
  // into it is void.  So is what points into one after `most` others were asked for.
  const sentence* of_token(std::uint32_t token, analysis_depth depth = analysis_depth::whole);

  // The tokens of the sentence that holds the token, none where there is no such sentence; nothing
  // is analyzed for it.
  span tokens_of(std::uint32_t token) const;

  // The word of the sentence that holds the token, or no_token (behind its 400th word).
  static token_index word_of(const sentence& s, std::uint32_t token);

  // The innermost clause that holds the token, or null.
  static const syntax_clause* clause_of(const sentence& s, std::uint32_t token);

  static constexpr std::uint32_t most = 1 << 12;

 private:
  static constexpr std::uint32_t not_yet = 0xffffffff;
  static constexpr std::size_t nowhere = SIZE_MAX;
  struct stretch {
    span tokens;
    std::uint32_t analyzed = not_yet;  // index of kept_
  };
  // In a ring by when they were asked for last.
  struct kept {
    sentence is;
    std::uint32_t stretch = 0;
    std::uint32_t before = 0;
    std::uint32_t behind = 0;
  };

  std::size_t stretch_of(std::uint32_t token) const;
  void analyze(std::size_t stretch, analysis_depth depth, sentence& out);
  std::uint32_t place_for_one();
  void put_last(std::uint32_t place);

  const sentence_analyzer* analyzer_ = nullptr;
  const scanned_text* scanned_ = nullptr;
  std::string_view text_;
  analysis_depth least_ = analysis_depth::verbs;
  std::vector<stretch> stretches_;
  std::deque<kept> kept_;  // the first used_ are of this text
  std::uint32_t used_ = 0;
  std::uint32_t oldest_ = 0;  // asked for longest ago; the one before it in the ring was last
  analysis_memory memory_;
  std::size_t analyzed_last_ = nowhere;  // the stretch that the memory was used for
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_TEXT_SENTENCES_H_
