#include "claim/attribution.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

// "laut Angaben der Polizei", from its preposition to the name.
span whole_of(const speech_frame& f) {
  if (f.source_tokens.empty()) return f.tokens;
  return {std::min(f.tokens.begin, f.source_tokens.begin),
          std::max(f.tokens.end, f.source_tokens.end)};
}

// Tokens between two stretches.
std::uint32_t distance(span a, span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

std::uint32_t main_before(const sentence_clauses& clauses, std::uint32_t index) {
  while (index-- > 0) {
    const clause& c = clauses.clauses[index];
    if (c.is == clause::kind::main && c.head != no_index) return index;
  }
  return no_index;
}

// "Laut Polizei [wird ...]": before the verb in second place stands one phrase only.
span opening_of(const speech_frame& f, const clause& c, std::uint32_t when) {
  if (f.covers != speech_frame::reach::inside || c.is != clause::kind::main || c.head == no_index)
    return {};
  const bool opens = c.tokens.begin <= f.tokens.begin && f.tokens.end <= c.head;
  const bool dated = c.tokens.begin <= when && when < c.head;
  return opens && !dated ? span{c.tokens.begin, c.head} : span{};
}

}  // namespace

attribution_finder::attribution_finder(const analyzed_text& text, const text_layout& layout,
                                       const article_names& names, text_sentences& sentences,
                                       const actor_finder& actors, const lexicon* forms)
    : text_(text),
      layout_(layout),
      names_(names),
      sentences_(sentences),
      quotations_(text),
      sources_(text, layout, names, sentences, actors, forms),
      finder_(text, quotations_, sources_),
      frames_(layout.sentences.size()),
      known_(layout.sentences.size(), false) {}

const std::vector<speech_frame>& attribution_finder::frames_of(std::uint32_t sentence) {
  if (!known_[sentence]) {
    known_[sentence] = true;
    read_clauses(text_, sentences_, layout_.sentences[sentence], layout_.times[sentence], other_);
    finder_.find(other_, frames_[sentence]);
  }
  return frames_[sentence];
}

// "'...' - Kurt Adam, Landrat"
std::string attribution_finder::name_behind_dash(const quotation& q, std::vector<cue>& cues) const {
  std::uint32_t i = q.tokens.end;
  while (i < text_.words.size() && i < q.tokens.end + 3 && text_.symbol(i) != symbol_dash) ++i;
  if (i >= text_.words.size() || text_.symbol(i) != symbol_dash) return {};
  for (std::uint32_t k = i + 1; k < text_.words.size() && k < i + 4; ++k) {
    const name_mention* m = names_.at(k);
    if (!m || m->describes) continue;
    cues.push_back({text_.where(m->tokens), cue::field::source, "dash"});
    return names_.names[m->name].heading;
  }
  return {};
}

bool attribution_finder::covers(const speech_frame& f, const sentence_clauses& clauses,
                                std::uint32_t clause_index) const {
  const clause& c = clauses.clauses[clause_index];
  const clause& by = clauses.clauses[f.clause];
  if (f.clause == clause_index) return f.covers == reach::inside;
  const bool later = c.tokens.begin > by.tokens.begin;
  switch (f.covers) {
    case reach::around: {
      const std::uint32_t last = main_before(clauses, f.clause);
      return last == no_index || !is_partly_quoted(clauses, last) ||
             clauses.hangs_on(clause_index, last);
    }
    case reach::before:
      return !later && by.parent != clause_index;
    case reach::after:
      return later && c.joined != f.clause &&
             (clauses.hangs_on(clause_index, f.clause) || !explains(clauses, clause_index));
    case reach::inside:
      if (by.is != clause::kind::main) return clauses.hangs_on(clause_index, f.clause);
      return later || c.is != clause::kind::main;
    case reach::sentence_before:
      return false;
  }
  return false;
}

// "Sie geht und hat 'nichts zu verlieren', wie sie sagte": only what holds the marks was said.
bool attribution_finder::is_partly_quoted(const sentence_clauses& clauses,
                                          std::uint32_t index) const {
  const span tokens = clauses.clauses[index].tokens;
  if (quotations_.around(tokens.begin + 1)) return false;
  return any_token({tokens.begin + 1, tokens.end},
                   [&](std::uint32_t i) { return text_.symbol(i) == symbol_quote; });
}

std::uint32_t attribution_finder::said_in(std::uint32_t sentence, const sentence_clauses& clauses,
                                          std::uint32_t clause_index, attribution& by,
                                          std::vector<cue>& cues) {
  for (const speech_frame& f : frames_of(sentence)) {
    if (f.clause != clause_index || f.tokens.empty()) continue;
    if (f.covers != reach::around && f.covers != reach::before) continue;
    std::uint32_t said = main_before(clauses, clause_index);
    for (said = said == no_index ? clause_index + 1 : said; said < clauses.clauses.size(); ++said) {
      if (clauses.clauses[said].is == clause::kind::main) break;
    }
    if (said >= clauses.clauses.size() || clauses.clauses[said].head == no_index) continue;
    if (text_.symbol(clauses.clauses[said].tokens.end - 1) == symbol_stop) continue;
    by = {true, f.source, {}, {}};
    note(f, cue::field::reported, cues);
    note(f, cue::field::source, cues);
    return said;
  }
  return no_index;
}

// ", denn bisher gibt es nichts": the article itself says why.
bool attribution_finder::explains(const sentence_clauses& clauses, std::uint32_t index) const {
  while (clauses.clauses[index].parent != no_index) index = clauses.clauses[index].parent;
  const clause& c = clauses.clauses[index];
  return c.is == clause::kind::main && text_.is(c.tokens.begin, word_class::coordinator) &&
         !quotations_.around(c.tokens.begin) && !is_subjunctive(c);
}

bool attribution_finder::has_subjunctive(span tokens) {
  const sentence* parts = sentences_.of_token(tokens.begin, analysis_depth::verbs);
  return parts && std::any_of(parts->clauses.begin(), parts->clauses.end(),
                              [](const auto& c) { return c.mood == verb_mood::subjunctive1; });
}

// The second subjunctive stands for the first where a sentence nearby in the paragraph has
// that one.
bool attribution_finder::is_among_reported(std::uint32_t sentence) {
  constexpr int furthest = 2;
  const std::uint32_t next = sentence + 1;
  if (next < layout_.sentences.size() && !opens_paragraph(next) &&
      has_subjunctive(layout_.sentences[next])) {
    return true;
  }
  for (int steps = 0; steps < furthest && sentence > 0 && !opens_paragraph(sentence); ++steps) {
    if (has_subjunctive(layout_.sentences[--sentence])) return true;
    if (!frames_of(sentence).empty()) return true;
  }
  return false;
}

void attribution_finder::note(const speech_frame& f, cue::field settles,
                              std::vector<cue>& cues) const {
  const span tokens = settles == cue::field::source ? f.source_tokens : f.tokens;
  if (tokens.empty()) return;
  cues.push_back({text_.where(tokens), settles, f.rule});
}

// The frame behind the quotation, before it, or the speaker before.
std::string attribution_finder::speaker_of(const quotation& q, std::vector<cue>& cues) {
  const std::uint32_t last = layout_.sentence_of(
      std::min<std::uint32_t>(q.tokens.end, static_cast<std::uint32_t>(text_.words.size()) - 1));
  const std::uint32_t first = layout_.sentence_of(q.tokens.begin);
  if (std::string name = name_behind_dash(q, cues); !name.empty()) return name;
  for (const std::uint32_t sentence : {last, first, first > 0 ? first - 1 : first}) {
    if (sentence + 1 < first) break;
    const speech_frame* nearest = nullptr;
    for (const speech_frame& f : frames_of(sentence)) {
      if (f.source.empty() || q.tokens.contains(f.tokens)) continue;
      if (f.covers == reach::inside && sentence != first) continue;
      if (sentence + 1 == first &&
          text_.symbol(layout_.sentences[sentence].end - 1) != symbol_colon) {
        continue;
      }
      if (!nearest || distance(f.tokens, q.tokens) < distance(nearest->tokens, q.tokens)) {
        nearest = &f;
      }
    }
    if (!nearest) continue;
    note(*nearest, cue::field::source, cues);
    return nearest->source;
  }
  // "Roth freut sich. '...'", "Mit den Worten '...' wies Roth die Kritik zurueck"
  const bool alone = q.tokens.begin <= layout_.sentences[first].begin + 1;
  if (!alone || (first > 0 && !opens_paragraph(first) && frames_of(first - 1).empty())) {
    std::string subject = subject_in(layout_.sentences[alone ? first - 1 : first], cues);
    if (!subject.empty()) return subject;
  }
  // "X blieb gelassen: "
  const span around = layout_.sentence_at(q.tokens.begin > 1 ? q.tokens.begin - 2 : 0);
  for (std::uint32_t i = around.begin + 1; i < around.end && i < q.tokens.begin; ++i) {
    if (text_.symbol(i) != symbol_colon) continue;
    source_words s = sources_.person_of(i - 1);
    if (s.name.empty()) continue;
    cues.push_back({text_.where(s.tokens), cue::field::source, "subject"});
    return s.name;
  }
  return carried(first, cues);
}

// Who is the subject of words that report nothing themselves.
std::string attribution_finder::subject_in(span tokens, std::vector<cue>& cues) const {
  source_words s = sources_.person_in(tokens);
  if (!s.name.empty()) cues.push_back({text_.where(s.tokens), cue::field::source, "subject"});
  return s.name;
}

// The speaker of the sentences before, in the same paragraph.
std::string attribution_finder::carried(std::uint32_t sentence, std::vector<cue>& cues) {
  constexpr int furthest = 8;  // sentences
  int plain = 0;
  for (int steps = 0; sentence > 0 && steps < furthest; ++steps) {
    if (opens_paragraph(sentence) && !has_subjunctive(layout_.sentences[sentence])) return {};
    --sentence;
    const speech_frame* last = nullptr;  // who speaks comes before who is spoken of: "laut X"
    for (const speech_frame& f : frames_of(sentence)) {
      if (f.source.empty() || quotations_.around(f.tokens.begin)) continue;
      if (!last || f.covers != reach::inside || last->covers == reach::inside) last = &f;
    }
    if (last) {
      note(*last, cue::field::source, cues);
      return last->source;
    }
    const span tokens = layout_.sentences[sentence];
    if (!has_subjunctive(tokens) && quotations_.around(tokens.begin) == nullptr && ++plain > 1) {
      return {};
    }
  }
  return {};
}

bool attribution_finder::opens_paragraph(std::uint32_t sentence) const {
  return (text_.at(layout_.sentences[sentence].begin).flags & token::after_break) != 0;
}

// "Hoyer lehnt ab. Es sei zu teuer.": who did something before says why.
std::string attribution_finder::person_before(std::uint32_t sentence,
                                              const sentence_clauses& clauses, std::uint32_t index,
                                              std::vector<cue>& cues) const {
  std::string person =
      subject_in({clauses.tokens.begin, clauses.clauses[index].tokens.begin}, cues);
  constexpr int furthest = 2;
  for (int steps = 0; person.empty() && steps < furthest; ++steps) {
    if (sentence == 0 || opens_paragraph(sentence)) break;
    person = subject_in(layout_.sentences[--sentence], cues);
  }
  return person;
}

// "Das meldet die Agentur" behind the sentence.
const speech_frame* attribution_finder::frame_behind(std::uint32_t sentence) {
  const std::uint32_t next = sentence + 1;
  if (next >= layout_.sentences.size()) return nullptr;
  const span tokens = layout_.sentences[next];
  if (tokens.empty() || opens_paragraph(next)) return nullptr;
  // It begins with what takes that up; few sentences do.
  if (!text_.is(tokens.begin, word_class::anaphor) &&
      !text_.is(tokens.begin, word_class::thought_of)) {
    return nullptr;
  }
  for (const speech_frame& f : frames_of(next)) {
    if (f.covers == reach::sentence_before) return &f;
  }
  return nullptr;
}

// Whether the mood of the clause alone tells that it gives somebody's words: not "es sei denn",
// "als sei er krank", nor a wish ("Moege ..."), nor the second subjunctive where the first has a
// form of its own: "Im Herbst koennte der Rat beschliessen" is the paper's own.
bool attribution_finder::is_told(std::uint32_t sentence, const clause& c) {
  if (!is_subjunctive(c)) return false;
  if (c.mood == verb_mood::subjunctive2 && !(c.plural && is_among_reported(sentence))) return false;
  if (c.head == layout_.sentences[sentence].begin) return false;
  if (text_.is(c.tokens.begin, word_class::comparison)) return false;
  return !(c.head + 1 < text_.words.size() && text_.is(c.head + 1, word_class::unless));
}

attribution attribution_finder::find(std::uint32_t sentence, const sentence_clauses& clauses,
                                     std::uint32_t clause_index, std::uint32_t when,
                                     std::vector<cue>& cues) {
  attribution out;
  if (!known_[sentence]) {
    known_[sentence] = true;
    finder_.find(clauses, frames_[sentence]);
  }
  const quotation* quote = quotations_.around(when);
  const speech_frame* nearest = nullptr;
  bool unnamed = false;  // "nach Berichten", or a pronoun that stands for nobody who is sure
  for (const speech_frame& f : frames_[sentence]) {
    if (!covers(f, clauses, clause_index)) continue;
    out.reported = true;
    unnamed |= f.source.empty() && (!f.source_tokens.empty() || f.covers == reach::inside);
    note(f, cue::field::reported, cues);
    const bool nearer =
        !nearest || distance(f.tokens, clauses.clauses[clause_index].tokens) <
                        distance(nearest->tokens, clauses.clauses[clause_index].tokens);
    if (!f.source.empty() && nearer) nearest = &f;
    if (out.opening.empty()) out.opening = opening_of(f, clauses.clauses[clause_index], when);
  }
  const auto take_source = [&](const speech_frame* f) {
    if (!f) return;
    out.source = f->source;
    note(*f, cue::field::source, cues);
  };
  take_source(nearest);
  const bool beside = nearest && (nearest->covers == reach::inside ||
                                  text_.is(nearest->tokens.begin, word_class::so));
  if (beside) out.aside = whole_of(*nearest);
  if (quote) {
    out.reported = true;
    cues.push_back({text_.where(quote->tokens), cue::field::reported, "quotation"});
    if (out.source.empty()) take_source(frame_behind(sentence));
    if (out.source.empty()) out.source = speaker_of(*quote, cues);
    return out;
  }
  if (!out.reported) {
    if (const speech_frame* f = frame_behind(sentence)) {
      out.reported = true;
      note(*f, cue::field::reported, cues);
      take_source(f);
    }
  }
  std::uint32_t index = clause_index;
  while (clauses.clauses[index].is == clause::kind::infinitive &&
         clauses.clauses[index].parent != no_index) {
    index = clauses.clauses[index].parent;
  }
  const bool in_mood = is_told(sentence, clauses.clauses[index]);
  if (in_mood) {
    const std::uint32_t verb = clauses.clauses[index].head;
    out.reported = true;
    cues.push_back({text_.where({verb, verb + 1}), cue::field::reported, "subjunctive"});
  }
  const clause& c = clauses.clauses[clause_index];
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (!clauses.owns(clause_index, i) || !text_.is(i, word_class::report_adverb)) continue;
    out.reported = true;
    cues.push_back({text_.where({i, i + 1}), cue::field::reported,
                    text_.tables.row_name(word_class::report_adverb)});
    // "demnach": as who spoke before says
    if (out.source.empty() && text_.is(i, word_class::tie)) out.source = carried(sentence, cues);
    return out;
  }
  if (!in_mood || !out.source.empty() || unnamed) return out;
  out.source = carried(sentence, cues);
  if (out.source.empty()) out.source = person_before(sentence, clauses, index, cues);
  return out;
}

}  // namespace zeitstrahl
