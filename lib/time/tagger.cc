#include "time/tagger.h"

#include "time/unfounded.h"

namespace zeitstrahl {
namespace {

std::string_view to_string(choice_policy policy) {
  switch (policy) {
    case choice_policy::tense_past:
      return "past tense: the last one";
    case choice_policy::tense_future:
      return "present or future tense: the next one";
    case choice_policy::nearest:
      return "the nearest to the publication";
    case choice_policy::latest_past:
      return "no tense: the last one before the publication";
    case choice_policy::text_context:
      return "the date last read in the text";
    case choice_policy::text_day:
      return "the day last read in the text";
    case choice_policy::none:
      break;
  }
  return "";
}

// "2023-10-01/2023-10-31 lies farther away"
void add_lost(const choice& weighed, explanation& out) {
  for (std::size_t i = 0; i < weighed.size; ++i) {
    if (i == weighed.best) continue;
    const weighed_reading& lost = weighed.readings[i];
    std::string days = format_day(lost.days.first);
    if (lost.days.last != lost.days.first) days += "/" + format_day(lost.days.last);
    out.lost.push_back(days + " " + std::string(to_string(lost.against)));
  }
}

std::string anchor_text(const timeline& tagged, const time_expression& e) {
  switch (e.anchor) {
    case anchor_kind::publication:
      return tagged.article.published ? "published " + format_day(*tagged.article.published)
                                      : "a publication date, which is missing";
    case anchor_kind::expression: {
      const time_expression& other = tagged.expressions[e.anchor_expression];
      return "\"" + std::string(other.extent.in(tagged.article.text)) + "\" (" + other.value + ")";
    }
    case anchor_kind::none:
      break;
  }
  return "";
}

}  // namespace

tagger::tagger(std::shared_ptr<const language> tables)
    : tables_(std::move(tables)), reader_(*tables_) {
  // Faulty files give no analysis, and so no tense.
  auto built = sentence_analyzer::build(*tables_);
  if (built) analyzer_ = *std::move(built);
}

void tagger::tag(text_style style, timeline& out, tagger_memory& memory,
                 analysis_depth least) const {
  out.language = tables_->name();
  memory.scanned.clear();
  memory.breaks.clear();
  for (const part& p : out.article.parts) {
    memory.breaks.push_back(p.where.begin);
    memory.breaks.push_back(p.where.end);
  }
  scan(out.article.text, tables_->words(), tables_->hints(), memory.scanned, memory.breaks);
  find_sentences(memory.scanned, out.sentences);
  memory.sentences.start(analyzer_.get(), memory.scanned, out.article.text, least);
  match_expressions(*tables_, memory.scanned, out.article.text, memory.matching, memory.said);
  drop_unfounded(analyzer_.get(), reader_, memory.scanned, out.article.text, memory.sentences,
                 memory.said);
  resolve_expressions({*tables_, reader_, out.article, memory.scanned, out.sentences, memory.said,
                       memory.sentences, style},
                      out.expressions, memory.traces);
  const words_around words(reader_, memory.scanned, out.article.text, memory.sentences,
                           memory.said.parts);
  apply_frames(*tables_, out.article, words, memory.scanned, memory.said.parts, memory.traces,
               out.expressions, memory.frames);
  if (memory.said.parts.capacity() <= most_kept_expressions) return;
  memory.matching = {};
  memory.frames = {};
}

std::vector<explanation> tagger::explain(const timeline& tagged,
                                         const tagger_memory& memory) const {
  std::vector<explanation> out;
  for (std::uint32_t i = 0; i < tagged.expressions.size(); ++i) {
    const time_expression& e = tagged.expressions[i];
    const said_expression& said = memory.said.parts[memory.traces[i].said];
    const rule& r = tables_->rules()[said.rule];
    explanation x;
    x.expression = i;
    x.rule = r.where + " " + r.name;
    x.meaning = r.meaning_text;
    const said_expression* part = &said;
    add_slots(tagged, memory, *part, x);
    while (part->within >= 0) {  // "3. Mai" in "2020"
      part = &memory.said.containers[static_cast<std::size_t>(part->within)];
      const rule& holder = tables_->rules()[part->rule];
      x.rule += " in " + holder.where + " " + holder.name;
      x.meaning += " in " + holder.meaning_text;
      add_slots(tagged, memory, *part, x);
    }
    x.anchor = anchor_text(tagged, e);
    x.policy = to_string(memory.traces[i].policy);
    add_lost(memory.traces[i].weighed, x);
    for (const frame& f : tables_->frames()) {
      if (f.name == e.frame) x.frame = f.where + " " + f.name;
    }
    out.push_back(std::move(x));
  }
  return out;
}

void tagger::add_slots(const timeline& tagged, const tagger_memory& memory,
                       const said_expression& said, explanation& out) const {
  const rule& r = tables_->rules()[said.rule];
  for (const bound_argument& a : r.calls[said.call].arguments) {
    const span words = said.slot_tokens[static_cast<std::size_t>(a.name)];
    if (a.slot < 0 || words.empty()) continue;
    const span where{memory.scanned.tokens[words.begin].where.begin,
                     memory.scanned.tokens[words.end - 1].where.end};
    out.slots.emplace_back(r.pattern.slots[static_cast<std::size_t>(a.slot)].name,
                           where.in(tagged.article.text));
  }
}

}  // namespace zeitstrahl
