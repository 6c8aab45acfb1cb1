#ifndef ZEITSTRAHL_LIB_CLAIM_SPEECH_FRAME_H_
#define ZEITSTRAHL_LIB_CLAIM_SPEECH_FRAME_H_

// The frames of a sentence: what brings somebody's words.
//
//     sagte X; X teilte mit, dass; wie X schreibt; X sagt: ...      a clause with a verb of speech
//     , so X        laut X        nach Angaben von X                words inside a clause

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/clause.h"
#include "claim/source.h"

namespace zeitstrahl {

// What stands in quotation marks in a text.
struct quotation {
  span tokens;          // between the marks
  bool speech = false;  // somebody's words, and no title or single word
};

class text_quotations {
 public:
  // `text` must outlive it.
  explicit text_quotations(const analyzed_text& text);

  // The quotation of somebody's words that holds the token, or null.
  const quotation* around(std::uint32_t token) const;

 private:
  std::vector<quotation> all_;  // in order, disjoint
};

struct speech_frame {
  enum class reach : std::uint8_t {
    before,           // the clauses before it
    after,            // and those behind
    around,           // both
    inside,           // its own clause and what goes on with it: "laut X"
    sentence_before,  // "Das meldet X."
  };
  std::uint32_t clause = no_index;
  reach covers = reach::around;
  span tokens;  // what tells it
  std::string_view rule;
  std::string source;
  span source_tokens;
};

class frame_finder {
 public:
  // What is given must outlive it.
  frame_finder(const analyzed_text& text, const text_quotations& quotations,
               const source_reader& sources)
      : text_(text), quotations_(quotations), sources_(sources) {}

  // Appends the frames of a sentence.
  void find(const sentence_clauses& clauses, std::vector<speech_frame>& out) const;

 private:
  using reach = speech_frame::reach;

  void find_verb_frame(const sentence_clauses& clauses, std::uint32_t index,
                       std::vector<speech_frame>& out) const;
  void find_so_frame(const sentence_clauses& clauses, std::uint32_t index,
                     std::vector<speech_frame>& out) const;
  void find_colon_frame(const sentence_clauses& clauses, std::uint32_t index,
                        std::vector<speech_frame>& out) const;
  void find_inline_frames(const sentence_clauses& clauses, std::vector<speech_frame>& out) const;
  word_classes verb_classes(const sentence_clauses& clauses, std::uint32_t index) const;
  bool is_brought(const sentence_clauses& clauses, std::uint32_t index, std::uint32_t by) const;
  bool is_told(const sentence_clauses& clauses, std::uint32_t index, std::uint32_t by) const;
  bool leads_with_clause(const sentence_clauses& clauses, std::uint32_t index) const;
  bool is_denied(const sentence_clauses& clauses, std::uint32_t index) const;
  bool holds_opinion(const sentence_clauses& clauses, std::uint32_t index) const;
  bool is_of_speaker(const clause& c) const;
  bool follows_quotation(const clause& c) const;

  const analyzed_text& text_;
  const text_quotations& quotations_;
  const source_reader& sources_;
};

// Whether the verb of a clause stands in either subjunctive.
bool is_subjunctive(const clause& c);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_SPEECH_FRAME_H_
