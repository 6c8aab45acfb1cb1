// Proposes rows for equals.tsv: statements of one story that give the same days, or share a
// name at least, and did not meet.
//
//     zeitstrahl_propose LANGUAGE FOLDER|FILE.ndjson... [--all]
//
// A line a pair, the likeliest first: evidence (see evidence.h), what each says that happens,
// and both clauses, separated by tabs.  A folder's articles are compared with each other, as
// all articles of a file are.  --all shows the pairs that met, too.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "compare/pairing.h"
#include "compare/reading.h"
#include "zeitstrahl/dictionary.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

constexpr std::int32_t short_time = 31;  // days

struct proposal {
  double score = 0;
  std::string line;
};

bool is_short(const days& d) { return d && d->last - d->first <= short_time; }

std::string words_of(const article_reading& all, const subject& of) {
  std::string out;
  for (const mention& w : of.words) {
    const auto& facts = all.terms[w.is];
    const bool said =
        std::find(of.predicates.begin(), of.predicates.end(), w.is) != of.predicates.end();
    if (said || facts.event) (out += out.empty() ? "" : " ") += facts.key;
  }
  for (const term t : of.predicates) {
    if (!mentions(of.words, t)) (out += out.empty() ? "" : " ") += all.terms[t].key;
  }
  return out.empty() ? "-" : out;
}

std::string clause_of(const article_reading& all, const statement& s) {
  const timeline& t = all.articles[s.article];
  std::string out = t.article.id + "." +
                    std::to_string(sentence_number(t, t.claims[s.claims.front()].sentence)) + " ";
  out += t.claims[s.claims.front()].clause.in(t.article.text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out + " [" + to_edtf(s.when) + "]";
}

class proposing {
 public:
  proposing(const article_reading& all, bool met_too)
      : all_(all), met_too_(met_too), pairs_({all.witnesses, all.topics, all.terms}) {}

  std::vector<proposal> run() {
    for (std::uint32_t k = 0; k < all_.statements.size(); ++k) {
      for (const relative& r : pairs_.kin().before(all_.statements[k].article)) {
        if (!r.close) continue;
        for (const std::uint32_t i : pairs_.said_by(r.article)) ask(i, k);
      }
    }
    std::stable_sort(out_.begin(), out_.end(),
                     [](const proposal& a, const proposal& b) { return a.score > b.score; });
    return std::move(out_);
  }

 private:
  void ask(std::uint32_t i, std::uint32_t k) {
    const placed_time& a = all_.subjects[i].time;
    const placed_time& b = all_.subjects[k].time;
    const auto t = relate(a, b);
    if (!t || t->is == time_relation::kind::apart || !is_short(a.side()) || !is_short(b.side())) {
      return;
    }
    const judged_pair found = pairs_.fit_of(i, k);
    if (found.is == fit::agreeing && !met_too_) return;
    std::string line = words_of(all_, all_.subjects[i]) + "\t" + words_of(all_, all_.subjects[k]);
    for (const std::uint32_t n : {i, k}) line += "\t" + clause_of(all_, all_.statements[n]);
    out_.push_back({found.score, std::move(line)});
  }

  const article_reading& all_;
  bool met_too_;
  pairing pairs_;
  std::vector<proposal> out_;
};

std::vector<document> articles_of(const std::string& path) {
  std::vector<document> out;
  if (!fs::is_directory(path)) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      auto record = read_record(line, {});
      if (auto* a = std::get_if<document>(&record)) out.push_back(std::move(*a));
    }
    return out;
  }
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.path().extension() != ".md") continue;
    if (auto a = read_article_file(entry.path().string())) out.push_back(*std::move(a));
  }
  return out;
}

int run(const std::string& language_folder, const std::vector<std::string>& paths, bool met_too) {
  auto tables = load_language(language_folder);
  if (!tables) {
    std::cerr << "zeitstrahl_propose: " << tables.error().to_string() << '\n';
    return exit_code(tables.error().kind);
  }
  const auto opened = comparison_tables::open(**tables);
  if (!opened) {
    std::cerr << "zeitstrahl_propose: " << opened.error().to_string() << '\n';
    return exit_code(opened.error().kind);
  }
  analysis_options options;
  if (auto names = built_in_dictionary((*tables)->name())) options.names = *names;
  const extractor find(*tables, options);
  scratch memory;
  for (const std::string& path : paths) {
    std::vector<timeline> found;
    for (document& a : articles_of(path)) found.push_back(find.analyze(std::move(a), memory));
    const article_reading all = read_articles(*opened, std::move(found));
    for (const proposal& p : proposing(all, met_too).run()) {
      std::cout << p.score << '\t' << p.line << '\n';
    }
  }
  return 0;
}

}  // namespace
}  // namespace zeitstrahl

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool met_too = std::erase(arguments, "--all") > 0;
  if (arguments.size() < 2) {
    std::cerr << "usage: zeitstrahl_propose LANGUAGE FOLDER|FILE.ndjson... [--all]\n";
    return 2;
  }
  const std::string language = arguments.front();
  arguments.erase(arguments.begin());
  return zeitstrahl::run(language, arguments, met_too);
}
