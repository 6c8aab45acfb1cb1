#ifndef ZEITSTRAHL_LIB_CLAIM_ATTRIBUTION_H_
#define ZEITSTRAHL_LIB_CLAIM_ATTRIBUTION_H_

// Whose words a clause gives.
//
// A frame is what brings somebody's words: a clause with a verb of speech (", sagte X",
// "X teilte mit, dass", "wie X schreibt"), ", so X", or "laut X" inside a clause.  Words are
// reported inside the reach of a frame, inside a quotation, and where the verb stands in the
// first subjunctive, which German keeps for that; without a frame of their own they belong to
// the speaker before (Krestel, Bergler, Witte 2008 for English; here by hand for German).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/clause.h"
#include "claim/names.h"
#include "syntax/text_sentences.h"
#include "zeitstrahl/claim.h"

namespace zeitstrahl {

// The sentences of a text as tokens, and the times in them.  What goes on for hundreds of
// tokens without a full stop is no sentence but a list or a fault: it is taken in stretches,
// so that work on a claim does not grow with it.
struct text_layout {
  std::vector<span> sentences;           // tokens, in order
  std::vector<std::uint32_t> numbers;    // of each: index into timeline::sentences
  std::vector<std::vector<span>> times;  // by sentence: tokens of its time expressions
};

struct attribution {
  bool reported = false;
  std::string source;  // empty where nobody is named
  span opening;        // tokens before the finite verb that only name the source, or empty
};

class attribution_finder {
 public:
  // What is given must outlive it.
  attribution_finder(const analyzed_text& text, const text_layout& layout,
                     const article_names& names, text_sentences& sentences);

  // Whose words the clause of a sentence gives; `when` is the token of its time, which may
  // lie in a frame.  Appends what told it to `cues`.
  attribution find(std::uint32_t sentence, const sentence_clauses& clauses,
                   std::uint32_t clause_index, std::uint32_t when, std::vector<cue>& cues);

 private:
  enum class reach : std::uint8_t {
    before,           // the clauses before it
    after,            // and those behind
    around,           // both
    inside,           // its own clause and what goes on with it: "laut X"
    sentence_before,  // "Das meldet X."
  };
  struct frame {
    std::uint32_t clause = no_index;
    reach covers = reach::around;
    span tokens;  // what tells it
    std::string_view rule;
    std::string source;
    span source_tokens;
  };
  struct quotation {
    span tokens;  // between the marks
    bool speech = false;
  };
  struct source_words {
    std::string name;
    span tokens;
  };

  void find_quotations();
  const quotation* quotation_at(std::uint32_t token) const;
  std::uint32_t sentence_of(std::uint32_t token) const;

  const std::vector<frame>& frames_of(std::uint32_t sentence);
  void find_frames(const sentence_clauses& clauses, std::vector<frame>& out);
  void find_verb_frame(const sentence_clauses& clauses, std::uint32_t index,
                       std::vector<frame>& out);
  void find_so_frame(const sentence_clauses& clauses, std::uint32_t index, std::vector<frame>& out);
  void find_inline_frames(const sentence_clauses& clauses, std::vector<frame>& out);
  word_classes verb_classes(const sentence_clauses& clauses, std::uint32_t index) const;
  bool is_brought(const sentence_clauses& clauses, std::uint32_t index, std::uint32_t by) const;
  bool is_told(const sentence_clauses& clauses, std::uint32_t index, std::uint32_t by) const;
  bool is_of_speaker(const clause& c) const;
  bool follows_quotation(const clause& c) const;
  bool can_speak(const source_words& s) const;
  std::uint32_t report_noun_behind(std::uint32_t preposition, std::uint32_t end) const;
  source_words source_of_report(const sentence_clauses& clauses, std::uint32_t preposition,
                                std::uint32_t noun) const;

  source_words source_in(span tokens, bool free_only) const;
  bool is_time(std::uint32_t token) const;
  source_words quoted_name(std::uint32_t open, std::uint32_t end) const;
  source_words analyzed_subject(std::uint32_t verb) const;
  std::string name_behind_dash(const quotation& q, std::vector<cue>& cues) const;
  const name_mention* apposition_at(std::uint32_t comma, const source_words& noun,
                                    std::uint32_t end) const;
  std::uint32_t end_of_compound(std::uint32_t end) const;
  source_words named(const name_mention& m) const;
  source_words spelled(span tokens) const;
  bool is_pronoun_subject(const clause& c) const;
  bool is_passive(const sentence_clauses& clauses, std::uint32_t index) const;
  source_words agent_of(const sentence_clauses& clauses, std::uint32_t index) const;
  source_words subject_of(const sentence_clauses& clauses, std::uint32_t index,
                          std::uint32_t head) const;
  bool has_quote(span tokens) const;
  source_words pronoun_of(const sentence_clauses& clauses, std::uint32_t index) const;
  std::uint32_t last_person(std::uint32_t before) const;
  static span opening_of(const frame& f, const clause& c, std::uint32_t when);
  bool covers(const frame& f, const sentence_clauses& clauses, std::uint32_t clause_index) const;
  bool explains(const sentence_clauses& clauses, std::uint32_t index) const;
  static bool depends_on(const sentence_clauses& clauses, std::uint32_t index, std::uint32_t on);
  bool has_mood(const sentence_clauses& clauses, std::uint32_t clause_index, int forms,
                std::uint32_t& token) const;
  bool is_among_reported(std::uint32_t sentence);
  bool has_subjunctive(span tokens) const;
  std::string speaker_of(const quotation& q, std::vector<cue>& cues);
  std::string carried(std::uint32_t sentence, std::vector<cue>& cues);
  std::string person_in(span tokens, std::vector<cue>& cues) const;
  std::string person_before(std::uint32_t sentence, const sentence_clauses& clauses,
                            std::uint32_t index, std::vector<cue>& cues) const;
  bool opens_paragraph(std::uint32_t sentence) const;
  const frame* frame_behind(std::uint32_t sentence);
  void note(const frame& f, cue::field settles, std::vector<cue>& cues) const;

  const analyzed_text& text_;
  const text_layout& layout_;
  const article_names& names_;
  text_sentences& sentences_;
  std::vector<quotation> quotations_;
  std::vector<std::vector<frame>> frames_;  // by sentence
  std::vector<bool> known_;                 // whose frames are found
  sentence_clauses other_;                  // of a sentence that is looked up
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_ATTRIBUTION_H_
