#include "claim/claim_finder.h"

#include <algorithm>

#include "claim/actors.h"
#include "claim/dating.h"
#include "claim/label.h"
#include "claim/modality.h"
#include "claim/nominal.h"
#include "claim/reading.h"
#include "claim/stance.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t longest_stretch = 250;  // tokens

// Adds the tokens of a sentence, in stretches that cut no expression.
void add_sentence(span tokens, std::uint32_t number, const std::vector<span>& times,
                  text_layout& layout) {
  while (tokens.size() > longest_stretch) {
    std::uint32_t end = tokens.begin + longest_stretch;
    const auto cut = std::lower_bound(times.begin(), times.end(), end,
                                      [](span t, std::uint32_t at) { return t.end <= at; });
    if (cut != times.end() && cut->begin < end) end = std::min(cut->end, tokens.end);
    layout.sentences.push_back({tokens.begin, end});
    layout.numbers.push_back(number);
    tokens.begin = end;
  }
  layout.sentences.push_back(tokens);
  layout.numbers.push_back(number);
}

// The tokens of each sentence and the times in it.
void lay_out(const tagger_memory& tagged, const timeline& found, claim_memory& memory) {
  const std::vector<token>& tokens = tagged.scanned.tokens;
  text_layout& layout = memory.layout;
  memory.times.clear();
  for (const resolution_trace& trace : tagged.traces) {
    memory.times.push_back(tagged.said.parts[trace.said].tokens);
  }
  layout.sentences.clear();
  layout.numbers.clear();
  std::uint32_t at = 0;
  for (std::uint32_t number = 0; number < found.sentences.size(); ++number) {
    const std::uint32_t begin = at;
    while (at < tokens.size() && tokens[at].where.end <= found.sentences[number].end) ++at;
    add_sentence({begin, at}, number, memory.times, layout);
  }
  layout.times.assign(layout.sentences.size(), {});
  memory.first_expression.clear();
  std::uint32_t i = 0;
  for (std::uint32_t s = 0; s < layout.sentences.size(); ++s) {
    memory.first_expression.push_back(i);
    for (; i < memory.times.size() && memory.times[i].begin < layout.sentences[s].end; ++i) {
      layout.times[s].push_back(memory.times[i]);
    }
  }
  memory.first_expression.push_back(i);
}

void forget_most(claim_memory& memory) {
  constexpr std::size_t most = 1 << 16;  // words
  if (memory.known_words.size() <= most) return;
  memory.known_words.clear();
  memory.nouns.clear();
  memory.matters->forget_words();
}

const lexicon* forms_of(const claim_memory& memory) {
  return memory.matters->forms ? &*memory.matters->forms : nullptr;
}

class finder {
 public:
  finder(const analyzed_text& text, text_sentences& sentences, timeline& out, claim_memory& memory)
      : text_(text),
        sentences_(sentences),
        out_(out),
        memory_(memory),
        times_{out.expressions, memory.times, out.article.published},
        actors_(text, memory.names, memory.layout.sentences, sentences,
                {text, memory.names, sentences, forms_of(memory)}),
        attributions_(text, memory.layout, memory.names, sentences, actors_, forms_of(memory)) {}

  void run() {
    for (std::uint32_t s = 0; s < memory_.layout.sentences.size(); ++s) {
      const std::uint32_t first = memory_.first_expression[s];
      const std::uint32_t last = memory_.first_expression[s + 1];
      if (first == last || memory_.layout.sentences[s].empty() || is_no_text(s)) continue;
      read_clauses(text_, sentences_, memory_.layout.sentences[s], memory_.layout.times[s],
                   memory_.clauses);
      const sentence* parts = sentences_.of_token(memory_.times[first].begin);
      reading_.reset();
      if (parts) reading_.emplace(text_, *parts);
      group_times(text_, memory_.clauses, reading_ ? &*reading_ : nullptr, times_, first, last,
                  groups_);
      for (const dated_group& group : groups_) add_claim(s, group);
    }
  }

 private:
  // Captions, bylines and their like, which state nothing.
  bool is_no_text(std::uint32_t sentence) const {
    const std::vector<part>& parts = out_.article.parts;
    const span where = out_.sentences[memory_.layout.numbers[sentence]];
    const auto behind =
        std::upper_bound(parts.begin(), parts.end(), where.begin,
                         [](std::uint32_t at, const part& p) { return at < p.where.begin; });
    return behind != parts.begin() && where.begin < std::prev(behind)->where.end;
  }

  bool is_time(std::uint32_t sentence, std::uint32_t token) const {
    const std::vector<span>& times = memory_.layout.times[sentence];
    return std::any_of(times.begin(), times.end(), [&](span t) {
      return t.contains({token, token + 1});
    });
  }

  void add_claim(std::uint32_t sentence, const dated_group& group) {
    const sentence_clauses& clauses = memory_.clauses;
    claim c;
    c.expressions = group.expressions;
    c.sentence = memory_.layout.numbers[sentence];
    c.when = group.when;
    c.relates = group.relates;
    const bool others = std::any_of(groups_.begin(), groups_.end(), [&](const dated_group& g) {
      return &g != &group && g.clause == group.clause;
    });
    const word_range time = reading_ ? reading_->words_of(group.tokens) : word_range{};
    std::optional<nominal_claim> nominal;
    if (!time.empty()) {
      nominal = find_nominal(*reading_, memory_.names, time, others, group.relates);
    }
    // "bis Mitternacht ueber die Strecke [aus dem 19. Jahrhundert]": what that is of is not known
    if (nominal && is_time(sentence, nominal->head)) return;
    // "nach Auffassung des Gerichts seit 2012": names a source, and no event
    if (nominal && text_.is(nominal->head, word_class::report_noun)) nominal.reset();
    if (nominal && !others && falls_through(*nominal)) nominal.reset();
    if (nominal && only_refers(*nominal, group)) nominal.reset();
    if (!nominal && group.relates == relation::at && !time.empty() &&
        is_since_event(*reading_, time)) {
      hold_since(c);
    } else if (!nominal && group.relates == relation::at && is_after_event(time)) {
      c.relates = relation::after;
      c.when.end_earliest = c.when.end_latest = bound::unknown();
    }
    attribution by;
    const std::uint32_t said =
        nominal ? no_index : attributions_.said_in(sentence, clauses, group.clause, by, c.cues);
    const std::uint32_t index = said == no_index ? group.clause : said;
    if (said == no_index) {
      by = attributions_.find(sentence, clauses, group.clause, group.tokens.begin, c.cues);
    }
    c.reported = by.reported;
    c.source = std::move(by.source);
    span tokens = clause_tokens(index, by.opening);
    if (nominal) tokens = nominal->tokens;
    if (said != no_index) tokens = with_saying(tokens, clause_tokens(group.clause, {}));
    if (!nominal && said == no_index) tokens = with_complement(group, tokens);
    if (!says_anything(tokens, group)) return;
    c.clause = text_.where(tokens);
    note_relation(group, c.cues);
    const modality_verdict verdict = find_mode(group, nominal ? tokens : span(), c);
    c.mode = verdict.mode;
    c.reported |= verdict.hearsay;
    c.actors = actors_.find({clauses, index, tokens, by.aside}, c.source);
    c.label = said == no_index ? label_of(group, nominal ? tokens : span(), tokens)
                               : label_of_said(clauses.clauses[said].head, tokens);
    if (c.label.empty()) return;  // "(Foto: Berta Kern, 1.10.2015)"
    if (is_told_already(c)) return;
    const matter_source matter{
        clauses,       index,    tokens,          nominal ? nominal->head : no_index,
        memory_.times, by.aside, c.actors.empty()};
    claim_matter about = find_matter(text_, memory_.names, matter, *memory_.matters);
    c.matter = std::move(about.words);
    c.topic = std::move(about.topic);
    std::sort(c.cues.begin(), c.cues.end(), [](const cue& a, const cue& b) {
      return std::tie(a.where, a.settles, a.rule) < std::tie(b.where, b.settles, b.rule);
    });
    out_.claims.push_back(std::move(c));
  }

  // "damals ... in der Zeit damals": the same of the same time.
  bool is_told_already(const claim& c) const {
    if (out_.claims.empty()) return false;
    const claim& last = out_.claims.back();
    return last.sentence == c.sentence && last.clause == c.clause && last.when == c.when &&
           last.relates == c.relates;
  }

  // "ist nach [der Wahl] nun Leiter": says when the clause holds, and not when the noun.
  bool only_refers(const nominal_claim& named, const dated_group& group) const {
    return named.head < group.tokens.begin && named.tokens.end == group.tokens.end &&
           is_reference(out_.expressions[group.expressions.front()]);
  }

  // "[Der Lauf am 3. Mai] wurde abgesagt": what is told is that it does not come.
  bool falls_through(const nominal_claim& named) const {
    const std::int32_t clause = reading_->owner(reading_->word_of(named.head));
    const noun_phrase* subject = reading_->phrase(reading_->clause_at(clause).subject);
    return subject && reading_->words_of(named.tokens).holds(subject->head) &&
           is_called_off(*reading_, clause);
  }

  // By the analysis of the sentence; without one by the time alone.  `phrase`: the tokens of a
  // claim that is a noun phrase, else empty.
  modality_verdict find_mode(const dated_group& group, span phrase, claim& c) {
    claim_time time{group.when, {}, out_.article.published, c.reported};
    if (reading_) time.words = reading_->words_of(group.tokens);
    if (!time.words.empty()) {
      const std::int32_t clause = reading_->owner(time.words.begin);
      const word_range noun = reading_->words_of(phrase);
      return noun.empty() ? find_modality(*reading_, clause, time, c.cues)
                          : find_nominal_modality(*reading_, clause, noun, time, c.cues);
    }
    const bool ahead = time.published && time.when.begin_earliest.given() &&
                       time.when.begin_earliest.date > *time.published;
    return {ahead ? modality::planned : modality::actual};
  }

  std::string label_of(const dated_group& group, span phrase, span tokens) const {
    if (!reading_ || reading_->words_of(group.tokens).empty()) {
      return make_plain_label(text_, tokens);
    }
    label_source source;
    source.clause = reading_->owner(reading_->words_of(group.tokens).begin);
    source.phrase = reading_->words_of(phrase);
    source.actors = &actors_;
    source.forms = forms_of(memory_);
    note_gaps(group.clause, source);
    for (const std::uint32_t e : group.expressions) {
      // How often something happens, and at what hour, is no date: it stays in the label.
      const timex_type type = out_.expressions[e].type;
      const bool hour = type == timex_type::time && group.relates == relation::recurring;
      if (type == timex_type::set || hour || changes_term(source.clause)) continue;
      source.times.push_back(words_of_expression(e));
    }
    return make_label(*reading_, source);
  }

  // "2019 kam X, 2021 Y": each piece is told by its own words, where they are enough.
  void note_gaps(std::uint32_t index, label_source& source) const {
    const clause& own = memory_.clauses.clauses[index];
    word_range piece;
    if (auto borrowed = borrow_for(own, source.clause, piece)) {
      source.gap = piece;
      source.borrowed = std::move(*borrowed);
    }
    for (const dated_group& other : groups_) {
      const clause& c = memory_.clauses.clauses[other.clause];
      const bool another = &c != &own && c.head == own.head;
      if (another && borrow_for(c, source.clause, piece)) source.gaps.push_back(piece);
    }
  }

  // `piece`: becomes its words.
  std::optional<borrowed_words> borrow_for(const clause& c, std::int32_t verb,
                                           word_range& piece) const {
    if (c.joined == no_index || c.head == no_index) return std::nullopt;
    if (memory_.clauses.clauses[c.joined].head != c.head) return std::nullopt;
    piece = reading_->words_of(c.tokens);
    while (reading_->is(piece.begin, tag_role::coordinator)) ++piece.begin;
    if (piece.empty()) return std::nullopt;
    std::vector<word_range> times;
    for (const dated_group& group : groups_) {
      for (const std::uint32_t e : group.expressions) {
        times.push_back(reading_->words_of(memory_.times[e]));
      }
    }
    return borrow_for_gap(*reading_, verb, piece, times);
  }

  // A few words that were said stand with the longer ones that say by whom.
  span with_saying(span said, span saying) const {
    if (text_.where(said).size() >= text_.where(saying).size()) return said;
    return {std::min(said.begin, saying.begin), std::max(said.end, saying.end)};
  }

  std::string label_of_said(std::uint32_t verb, span tokens) const {
    const token_index word = reading_ ? reading_->word_of(verb) : no_token;
    if (word == no_token) return make_plain_label(text_, tokens);
    label_source source;
    source.clause = reading_->owner(word);
    source.actors = &actors_;
    return make_label(*reading_, source);
  }

  // With what frames it: "bis [Montag]", "von [Juni] an".
  word_range words_of_expression(std::uint32_t e) const {
    const span bytes = out_.expressions[e].phrase;
    span tokens = memory_.times[e];
    const auto inside = [&](std::uint32_t i) {
      return bytes.begin <= text_.at(i).where.begin && text_.at(i).where.end <= bytes.end;
    };
    while (tokens.begin > 0 && inside(tokens.begin - 1)) --tokens.begin;
    while (tokens.end < text_.words.size() && inside(tokens.end)) ++tokens.end;
    const word_range whole = reading_->words_of(tokens);
    return whole.empty() ? reading_->words_of(memory_.times[e]) : whole;
  }

  // "Nach der Flut 2021 wurde gebaut": a year right behind what came before.
  bool is_after_event(word_range time) const {
    if (time.empty() || !reading_->is(time.begin - 1, tag_role::noun)) return false;
    const noun_phrase* event = reading_->phrase_around(time.begin - 1);
    const token_index lead = event ? event->preposition : time.begin - 2;
    return reading_->is(lead, word_class::after);
  }

  // "vom 3. Mai auf den 3. Juli verschoben", "statt 2021 erst 2025": neither says it alone.
  bool changes_term(std::int32_t clause) const {
    const auto in_clause = [&](const dated_group& g) {
      const word_range time = reading_->words_of(g.tokens);
      return !time.empty() && reading_->owner(time.begin) == clause;
    };
    if (std::count_if(groups_.begin(), groups_.end(), in_clause) < 2) return false;
    const syntax_clause& c = reading_->clause_at(clause);
    if (reading_->verb_classes(c) & bit(word_class::shift_verb)) return true;
    return any_word({c.begin, c.end}, [&](token_index i) {
      return reading_->owner(i) == clause && reading_->is(i, word_class::instead);
    });
  }

  void hold_since(claim& c) const {
    c.relates = relation::since;
    c.when.end_earliest =
        out_.article.published ? bound::at(*out_.article.published) : bound::unknown();
    c.when.end_latest = bound::open();
    c.when.end_grain = grain::day;
  }

  // Not a bare date of a list.
  bool says_anything(span tokens, const dated_group& group) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const bool in_time = std::any_of(
          group.expressions.begin(), group.expressions.end(),
          [&](std::uint32_t e) { return memory_.times[e].begin <= i && i < memory_.times[e].end; });
      if (!in_time && text_.is_word(i)) return true;
    }
    return false;
  }

  // The clause without the conjunction that ties it to others and what only names its source.
  span clause_tokens(std::uint32_t index, span opening) const {
    const clause& c = memory_.clauses.clauses[index];
    span tokens = c.tokens;
    if (!opening.empty()) tokens.begin = opening.end;
    const auto drops = [&](std::uint32_t i) {
      if (!text_.is_word(i) && text_.at(i).is != token::number) return true;
      if (text_.is(i, word_class::coordinator)) return true;
      return c.is == clause::kind::subordinate && i == c.opener &&
             !text_.is(i, word_class::question);
    };
    while (tokens.size() > 1 && drops(tokens.begin)) ++tokens.begin;
    return tokens;
  }

  // "Die Stadt erklaerte am Montag, [dass das Bad schliesst]": what the clause's verb asks for
  // belongs to what it states.
  span with_complement(const dated_group& group, span tokens) const {
    const word_range time = reading_ ? reading_->words_of(group.tokens) : word_range{};
    if (time.empty()) return tokens;
    const std::int32_t number = reading_->owner(time.begin);
    const word_range words = reading_->words_of(tokens);
    if (words.empty() || reading_->clause_at(number).finite < words.begin ||
        reading_->clause_at(number).finite >= words.end) {
      return tokens;
    }
    const token_index end = end_of_complement(*reading_, number);
    if (end > words.end) tokens.end = reading_->last_token(end - 1) + 1;
    return tokens;
  }

  void note_relation(const dated_group& group, std::vector<cue>& cues) const {
    for (const std::uint32_t e : group.expressions) {
      if (out_.expressions[e].frame.empty()) continue;
      cues.push_back({out_.expressions[e].extent, cue::field::relation, out_.expressions[e].frame});
    }
  }

  const analyzed_text& text_;
  text_sentences& sentences_;
  timeline& out_;
  claim_memory& memory_;
  article_times times_;
  actor_finder actors_;
  attribution_finder attributions_;
  std::vector<dated_group> groups_;
  std::optional<sentence_reading> reading_;  // of the sentence; none where nothing analyzes it
};

}  // namespace

void claim_finder::find(tagger_memory& tagged, const dictionary* names, timeline& out,
                        claim_memory& memory) const {
  out.claims.clear();
  if (out.expressions.empty()) return;
  lay_out(tagged, out, memory);
  if (!memory.matters) memory.matters.emplace(out.language);
  forget_most(memory);
  memory.matters->forget_article();
  memory.words.analyze(words_, tagged.scanned, out.article.text, memory.known_words);
  memory.nouns.resize(memory.known_words.size());
  memory.matters->nouns.resize(memory.known_words.size());
  const analyzed_text text{out.article.text, tagged.scanned, memory.words, words_};
  const name_knowledge knowledge{names, &places_, forms_of(memory), &tagged.sentences};
  find_names(text, memory.times, knowledge, memory.nouns, memory.names);
  finder(text, tagged.sentences, out, memory).run();
}

}  // namespace zeitstrahl
