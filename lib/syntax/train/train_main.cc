// Learns a language's syntax.bin from treebanks:
//
//     zeitstrahl_train FOLDER LANGUAGE -o MODEL [--without-fold K]
//
// FOLDER holds gold/gsd.col, gold/pud.col and silver/wikinews_consensus.col.gz; LANGUAGE is a
// folder of tables with syntax.tsv and forms.bin.  Without a fold (0 to 4) every fifth group of
// four sentences of gold/pud.col is left out, to be tested on.

#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/lexicon.h"
#include "syntax/train/trainer.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view about =
    "UD German-GSD 2.x development and test parts (CC BY-SA 4.0), UD German-PUD (CC BY-SA 3.0), "
    "Wikinews (CC BY 2.5) where two parsers agree; weights CC BY-SA 4.0";

// A treebank, and how often each of its sentences is seen in a round: the one that is nearest to
// news counts most.
struct source {
  std::string_view name;
  int times;
};
constexpr source sources[] = {
    {"silver/wikinews_consensus.col.gz", 1}, {"gold/gsd.col", 2}, {"gold/pud.col", 5}};

struct arguments {
  std::vector<std::string> folders;
  std::string output;
  int fold = -1;
};

int fail(const error& problem) {
  std::cerr << "zeitstrahl_train: " << problem.to_string() << '\n';
  return exit_code(problem.kind);
}

result<arguments> read_arguments(int argc, char** argv) {
  arguments out;
  for (int i = 1; i < argc; ++i) {
    const std::string_view a = argv[i];
    const std::string_view value = i + 1 < argc ? argv[i + 1] : "";
    if (a == "-o") {
      out.output = value;
      ++i;
    } else if (a == "--without-fold") {
      std::from_chars(value.data(), value.data() + value.size(), out.fold);
      ++i;
    } else {
      out.folders.emplace_back(a);
    }
  }
  if (out.folders.size() == 2 && !out.output.empty()) return out;
  return error{error_kind::bad_usage, "", "use zeitstrahl_train FOLDER LANGUAGE -o MODEL"};
}

result<training_set> read_source(const std::string& folder, const source& from, int fold) {
  const std::string path = folder + "/" + std::string(from.name);
  const result<std::string> content = read_file(path);
  if (!content) return content.error();
  const result<std::vector<tree>> trees = parse_columns(path, *content);
  if (!trees) return trees.error();
  training_set out;
  out.times = from.times;
  for (std::size_t i = 0; i < trees->size(); ++i) {
    const bool held = from.name == "gold/pud.col" && static_cast<int>(i / 4 % 5) == fold;
    if (!held) out.trees.push_back((*trees)[i]);
  }
  return out;
}

int run(int argc, char** argv) {
  const result<arguments> how = read_arguments(argc, argv);
  if (!how) return fail(how.error());
  std::vector<training_set> sets;
  for (const source& from : sources) {
    result<training_set> set = read_source(how->folders[0], from, how->fold);
    if (!set) return fail(set.error());
    sets.push_back(*std::move(set));
  }
  const result<std::string> table = read_file(how->folders[1] + "/syntax.tsv");
  if (!table) return fail(table.error());
  const result<std::string> bytes = read_file(how->folders[1] + "/forms.bin");
  if (!bytes) return fail(bytes.error());
  const result<lexicon> forms = lexicon::open(*bytes);
  if (!forms) return fail(forms.error());
  training_options options;
  options.about = about;
  const result<model_parts> learnt = train(*forms, *table, sets, options);
  if (!learnt) return fail(learnt.error());
  std::ofstream out(how->output, std::ios::binary);
  out << write_model(*learnt) << std::flush;
  return out ? 0 : fail({error_kind::io, how->output, "cannot be written"});
}

}  // namespace
}  // namespace zeitstrahl

int main(int argc, char** argv) { return zeitstrahl::run(argc, argv); }
