// Makes a file of forms:  make_forms DICTIONARY TAGS FILE
// DICTIONARY is morfologik's, TAGS the table that says what its tags mean.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "syntax/maker/forms.h"
#include "syntax/maker/morfologik.h"
#include "syntax/maker/tags.h"

namespace {

using zeitstrahl::error;
using zeitstrahl::error_kind;
using zeitstrahl::result;

result<std::string> read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in) return error{error_kind::io, path, "cannot be read"};
  return content;
}

result<std::string> make(const std::string& dictionary_path, const std::string& tags_path) {
  const auto dictionary = read(dictionary_path);
  if (!dictionary) return dictionary.error();
  const auto text = read(tags_path);
  if (!text) return text.error();
  const auto tags = zeitstrahl::tag_table::read(*text, tags_path);
  if (!tags) return tags.error();
  zeitstrahl::forms_builder forms(*tags);
  const auto count =
      zeitstrahl::read_morfologik(*dictionary, [&](const zeitstrahl::dictionary_entry& entry) {
        forms.add(entry.form, entry.lemma, entry.tag);
      });
  if (!count) return error{count.error().kind, dictionary_path, count.error().message};
  for (const auto& [form, lemma, tag] : tags->extra_forms()) forms.add(form, lemma, tag);
  std::cerr << *count << " entries, " << forms.size() << " forms\n";
  return forms.build();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_forms DICTIONARY TAGS FILE\n";
    return 2;
  }
  const auto made = make(argv[1], argv[2]);
  if (!made) {
    std::cerr << "make_forms: " << made.error().to_string() << '\n';
    return exit_code(made.error().kind);
  }
  std::ofstream out(argv[3], std::ios::binary);
  out << *made;
  out.close();
  if (!out) {
    std::cerr << "make_forms: " << argv[3] << ": cannot be written\n";
    return 3;
  }
}
