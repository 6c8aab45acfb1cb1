#include "render/compare_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "render/claim_words.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ", ";
    out += part;
  }
  return out;
}

bar bar_of(const statement& s) {
  return {s.label, s.when, s.relates, s.mode, s.reported, s.source, s.claims};
}

const statement& first_of(const comparison_row& row, const finding& f) {
  return row.statements[f.first];
}

const statement& second_of(const comparison_row& row, const finding& f) {
  return row.statements[f.second];
}

std::vector<const finding*> findings_of(const comparison_row& row, verdict is) {
  std::vector<const finding*> out;
  for (const finding& f : row.findings) {
    if (f.is == is) out.push_back(&f);
  }
  return out;
}

std::string compatible_words(const comparison& all, const story_names& names,
                             const comparison_row& row) {
  std::set<std::uint32_t> coarse;
  const statement* coarsest = nullptr;
  const auto note = [&](const statement& s) {
    coarse.insert(s.article);
    const auto length = [](const statement& of) {
      return of.when.begin_latest.date - of.when.begin_earliest.date;
    };
    if (!coarsest || length(s) > length(*coarsest)) coarsest = &s;
  };
  std::set<std::uint32_t> exact;
  for (const finding* f : findings_of(row, verdict::compatible)) {
    if (f->first_coarser) note(first_of(row, *f));
    if (f->second_coarser) note(second_of(row, *f));
    if (f->first_coarser) exact.insert(second_of(row, *f).article);
    if (f->second_coarser) exact.insert(first_of(row, *f).article);
  }
  if (!coarsest) return std::string(compare_words().compatible);
  return fill(compare_words().compatible_coarser,
              {names.letters({coarse.begin(), coarse.end()}), date_words(all, *coarsest, row.in)});
}

std::string conflict_words(const comparison& all, const story_names& names,
                           const comparison_row& row, const finding& f) {
  const statement& a = first_of(row, f);
  const statement& b = second_of(row, f);
  if (f.in == aspect::status) {
    const bool second_denies = b.mode == modality::negated;
    return fill(compare_words().conflict_status,
                {names.letter(second_denies ? b.article : a.article),
                 names.letter(second_denies ? a.article : b.article)});
  }
  const std::string_view pattern = f.in == aspect::begin ? compare_words().conflict_begin
                                   : f.in == aspect::end ? compare_words().conflict_end
                                                         : compare_words().conflict_time;
  return fill(pattern, {date_words(all, a, f.in), date_words(all, b, f.in)});
}

std::string moved_words(const comparison& all, const story_names& names,
                        const comparison_row& row) {
  const std::vector<const finding*> moves = findings_of(row, verdict::moved);
  const finding& first = *moves.front();
  const statement* last = &second_of(row, *moves.back());
  // Told more exactly later on.
  for (const finding& f : row.findings) {
    const bool goes_on = f.is != verdict::moved && f.is != verdict::conflict &&
                         f.in != aspect::status && &first_of(row, f) == last;
    if (goes_on && f.first_coarser) last = &second_of(row, f);
  }
  const std::string_view pattern = first.in == aspect::begin ? compare_words().moved_begin
                                   : first.in == aspect::end ? compare_words().moved_end
                                                             : compare_words().moved_time;
  const std::string before = date_words(all, first_of(row, first), first.in);
  const std::string now = date_words(all, *last, first.in);
  if (now == before) return fill(compare_words().moved_back, {now});
  std::string out = fill(pattern, {now, before});
  if (moves.size() > 1) {
    out += fill(compare_words().moved_often, {std::to_string(moves.size())});
  }
  for (const finding* f : findings_of(row, verdict::cancelled)) {
    const std::string letter = names.letter(second_of(row, *f).article);
    out = fill(compare_words().moved_then, {out, fill(compare_words().called_off, {letter})});
  }
  return out;
}

}  // namespace

interval side_of(const interval& w, aspect in) {
  interval out = w;
  const bool end = in == aspect::end && w.end_latest.given();
  out.begin_earliest = out.end_earliest = end ? w.end_earliest : w.begin_earliest;
  out.begin_latest = out.end_latest = end ? w.end_latest : w.begin_latest;
  out.begin_grain = out.end_grain = end ? w.end_grain : w.begin_grain;
  return out;
}

std::string story_names::letter(std::uint32_t article) const {
  const std::size_t at = place(article);
  std::string out(1, static_cast<char>('A' + at % 26));
  if (at >= 26) out += std::to_string(at / 26 + 1);
  return out;
}

std::string story_names::letters(const std::vector<std::uint32_t>& articles) const {
  std::vector<std::string> out;
  for (const std::uint32_t a : articles) out.push_back(letter(a));
  return joined(out);
}

std::size_t story_names::place(std::uint32_t article) const {
  return static_cast<std::size_t>(std::find(articles_.begin(), articles_.end(), article) -
                                  articles_.begin());
}

std::string date_words(const comparison& all, const statement& s, aspect in) {
  const auto published = all.articles[s.article].article.published;
  if (in == aspect::status) return time_words(s.when, s.relates, published).date;
  const bool across = in == aspect::begin && !s.when.begin_earliest.given();
  if (across) return time_words(s.when, s.relates, published).date;
  return time_words(side_of(s.when, in), relation::at, published).date;
}

std::string verdict_words(const comparison& all, const story_names& names,
                          const comparison_row& row) {
  if (row.findings.empty()) {
    return fill(compare_words().only, {names.letter(row.statements.front().article)});
  }
  const finding& f = *findings_of(row, row.is).front();
  switch (row.is) {
    case verdict::equal:
      return fill(compare_words().equal, {date_words(all, first_of(row, f), f.in)});
    case verdict::compatible:
      return compatible_words(all, names, row);
    case verdict::fulfilled:
      return fill(compare_words().fulfilled, {date_words(all, second_of(row, f), f.in)});
    case verdict::status_changed:
      return fill(compare_words().status_changed, {names.letter(second_of(row, f).article)});
    case verdict::cancelled:
      return fill(compare_words().called_off, {names.letter(second_of(row, f).article)});
    case verdict::moved:
      return moved_words(all, names, row);
    default:
      return conflict_words(all, names, row, f);
  }
}

std::string evidence_words(const comparison& all, const story_names& names,
                           const std::vector<statement>& said) {
  std::vector<std::string> out;
  for (const statement& s : said) {
    out.push_back(names.letter(s.article) + "\u00A0" +
                  place_words(all.articles[s.article], bar_of(s)));
  }
  return joined(out);
}

std::string spoken_words(const comparison& all, const story_names& names, const statement& s) {
  return names.letter(s.article) + ": " + spoken_words(all.articles[s.article], bar_of(s));
}

std::string article_words(const document& article) {
  const std::string title =
      article.title.empty() ? std::string(words().article) : quoted(tidy(article.title));
  const std::string date = article.published
                               ? fill(compare_words().published, {day_words(*article.published)})
                               : std::string();
  return joined({tidy(article.source), title, date});
}

namespace {

constexpr std::size_t least_title_word = 4;  // bytes

// The most frequent first, and of several in the order of letters.
std::string most_frequent(const std::map<std::string, int>& counts, std::size_t most) {
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [name, count] : counts) order.emplace_back(-count, name);
  std::sort(order.begin(), order.end());
  std::vector<std::string> out;
  for (const auto& [count, name] : order) {
    if (out.size() < most) out.push_back(name);
  }
  return joined(out);
}

// Words with a capital that several titles have.
std::map<std::string, int> shared_title_words(const comparison& all, const story& one) {
  std::map<std::string, int> counts;
  for (const std::uint32_t a : one.articles) {
    std::set<std::string> words;
    std::string word;
    for (const char c : tidy(all.articles[a].article.title) + " ") {
      if (std::string_view(" ,.:;!?()\"").find(c) == std::string_view::npos) {
        word += c;
        continue;
      }
      const bool capital = !word.empty() && (word[0] < 'a' || word[0] > 'z');
      if (capital && word.size() >= least_title_word) words.insert(word);
      word.clear();
    }
    for (const std::string& w : words) ++counts[w];
  }
  std::erase_if(counts, [](const auto& entry) { return entry.second < 2; });
  return counts;
}

}  // namespace

std::string first_sentence(const comparison& all, const statement& s) {
  const timeline& t = all.articles[s.article];
  const std::uint32_t sentence = t.claims[s.claims.front()].sentence;
  if (sentence >= t.sentences.size()) return {};
  return tidy(t.sentences[sentence].in(t.article.text));
}

std::string topic_words(const comparison& all, const story& one, std::size_t most_names) {
  std::map<std::string, int> counts;
  for (const comparison_row& r : one.rows) {
    if (r.current.size() < 2) continue;
    for (const std::string& actor : r.actors) ++counts[tidy(actor)];
  }
  return most_frequent(counts.empty() ? shared_title_words(all, one) : counts, most_names);
}

std::string comparison_title(const comparison& all, bool merged) {
  std::vector<const story*> told;
  for (const story& s : all.stories) {
    if (s.articles.size() > 1) told.push_back(&s);
  }
  constexpr std::size_t most_topics = 3;
  std::string topics;
  if (told.size() == 1) {
    topics = topic_words(all, *told.front());
  } else {
    std::vector<std::string> each;
    for (const story* s : told) {
      if (each.size() < most_topics) each.push_back(topic_words(all, *s, 1));
    }
    topics = joined(each);
    if (told.size() > most_topics) topics += " \u2026";
  }
  const std::string number = count_words(all.articles.size());
  if (topics.empty()) {
    return fill(merged ? compare_words().merged : compare_words().title, {number});
  }
  return fill(merged ? compare_words().merged_topics : compare_words().title_topics,
              {number, topics});
}

}  // namespace zeitstrahl
