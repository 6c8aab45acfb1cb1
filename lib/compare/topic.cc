// What an article is about: the part of reading subjects that looks at whole articles.

#include <algorithm>

#include "compare/subject.h"

namespace zeitstrahl {
namespace {

constexpr float least_title = 2;  // weight of a title's words that name it: nouns and names

}  // namespace

const rare_word* article_topic::find(term t) const {
  const auto at = std::lower_bound(rare.begin(), rare.end(), t,
                                   [](const rare_word& w, term wanted) { return w.is < wanted; });
  return at != rare.end() && at->is == t ? &*at : nullptr;
}

std::vector<term> subject_reader::actor_terms(const timeline& article) {
  std::vector<term> out;
  for (const claim& c : article.claims) {
    for (const std::string& actor : c.actors) {
      const std::vector<term> name = name_terms(actor);
      out.insert(out.end(), name.begin(), name.end());
    }
  }
  make_set(out);
  return out;
}

std::vector<term> subject_reader::title_terms(const timeline& article) {
  std::vector<term> out;
  for (const claim& c : article.claims) {
    const std::vector<term> source = name_terms(c.source);
    out.insert(out.end(), source.begin(), source.end());
  }
  std::vector<span> words;
  split_words(article.article.title, words);
  subject title;
  for (const span w : words) add_word({w.in(article.article.title), false, false}, title);
  for (const mention& w : title.words) {
    if (w.weight >= least_title) out.push_back(w.is);
  }
  make_set(out);
  return out;
}

article_topic subject_reader::topic_of(const timeline& article, const std::vector<term>& names) {
  article_topic out;
  out.names = title_terms(article);
  out.names.insert(out.names.end(), names.begin(), names.end());
  make_set(out.names);
  out.rare = rare_.read(article, names);
  out.titled = !article.article.title.empty();
  return out;
}

void subject_reader::weigh(article_topic& topic) {
  for (const rare_word& w : topic.rare) topic.weight += w.weight;
  if (topic.weight >= 1 || topic.said.empty()) return;
  std::string all = "all";
  for (const term t : topic.said) (all += ' ') += terms_[t].key;
  topic.rare.push_back({terms_.add(all), 1, false, false});
  topic.weight += 1;
  std::sort(topic.rare.begin(), topic.rare.end(),
            [](const rare_word& a, const rare_word& b) { return a.is < b.is; });
}

void subject_reader::sign(const article_topic& topic, subject& out) const {
  const auto add = [&](std::string_view letters) {
    out.matters.push_back(static_cast<std::uint32_t>(std::hash<std::string_view>{}(letters)));
  };
  for (const mention& w : out.words) {
    const std::string_view key = terms_[w.is].key;
    if (w.what) add(key.substr(key.size() - std::min(key.size(), least_row_head)));
    const std::string& family = terms_[w.is].family;
    if (!family.empty()) add(family);
    const rare_word* rare = topic.find(w.is);
    if (rare && rare->name) out.names.push_back(w.is);
  }
  make_set(out.matters);
}

}  // namespace zeitstrahl
