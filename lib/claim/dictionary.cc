#include "zeitstrahl/dictionary.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <nuspell/dictionary.hxx>
#include <nuspell/finder.hxx>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The stems of a .dic file and which of them are names.
//
// igerman98, from which every German dictionary comes, marks the nouns that can end a compound.
// No compound ends with a name: a stem that has a genitive at most is one.
class stem_list {
 public:
  explicit stem_list(std::string dic) : text_(std::move(dic)) {
    std::string_view rest = text_;
    for (next_line(rest); !rest.empty();) add(next_line(rest));
    // another project's flags mean something else
    if (marked_ * 2 < nouns_) stems_.clear();
  }

  std::optional<noun_kind> find(std::string_view word) const {
    const auto found = stems_.find(word);
    if (found == stems_.end()) return std::nullopt;
    return found->second;
  }

 private:
  static constexpr char ends_compounds = 'm';
  static constexpr char has_genitive = 'S';

  static std::string_view next_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
  }

  void add(std::string_view line) {
    const std::size_t end = std::min(line.find_first_of("/\t\r "), line.size());
    if (end == 0) return;
    const std::string_view flags =
        end < line.size() && line[end] == '/'
            ? line.substr(end + 1, line.find_first_of("\t\r ", end) - end - 1)
            : std::string_view();
    const std::string_view stem = line.substr(0, end);
    const bool small = stem[0] >= 'a' && stem[0] <= 'z';
    const bool marked = flags.find(ends_compounds) != flags.npos;
    const bool name = !small && (flags.empty() || flags == std::string_view(&has_genitive, 1));
    nouns_ += !small;
    marked_ += marked && !small;
    if (small) return;
    const auto [at, made] = stems_.emplace(stem, name ? noun_kind::name : noun_kind::common);
    if (!made && !name) at->second = noun_kind::common;
  }

  std::string text_;
  std::unordered_map<std::string_view, noun_kind> stems_;
  std::size_t nouns_ = 0;
  std::size_t marked_ = 0;
};

class hunspell_dictionary final : public dictionary {
 public:
  explicit hunspell_dictionary(fs::path aff) : aff_(std::move(aff)) {}

  noun_kind look_up(std::string_view word) const override {
    std::call_once(loaded_, [this] { load(); });
    if (!speller_ || word.empty()) return noun_kind::unknown;
    const auto stem = find_stem(word);
    const std::string small = fold_case(word);
    const bool known_small = is_known(small);
    if (known_small && is_adjective(small)) return noun_kind::adjective;
    if (stem == noun_kind::common) return noun_kind::common;
    if (known_small) return stem ? noun_kind::name_or_small : noun_kind::small;
    if (stem) return *stem;
    return is_known(word) || is_compound(word) ? noun_kind::common : noun_kind::unknown;
  }

 private:
  void load() const {
    try {
      nuspell::Dictionary speller;
      speller.load_aff_dic(aff_);
      speller_.emplace(std::move(speller));
    } catch (const std::exception&) {
      return;  // a damaged file knows no words
    }
    stems_.emplace(content_of(fs::path(aff_).replace_extension(".dic")));
  }

  // The stem itself, or its genitive.
  std::optional<noun_kind> find_stem(std::string_view word) const {
    const auto stem = stems_->find(word);
    if (!stem && word.size() > 3 && word.ends_with('s')) {
      return stems_->find(word.substr(0, word.size() - 1));
    }
    return stem;
  }

  // Takes the endings that only adjectives have, too.
  bool is_adjective(std::string_view small) const {
    for (const std::string_view ending : {"e", "en", "er", "es", "em"}) {
      if (small.size() < ending.size() + 3 || !small.ends_with(ending)) continue;
      const std::string stem(small.substr(0, small.size() - ending.size()));
      if (is_known(stem + "em") && is_known(stem + "es")) return true;
    }
    return false;
  }

  bool is_known(std::string_view word) const { return speller_->spell(word); }

  // "Kabarettvortrag": a noun behind a known word, with or without what joins them.
  bool is_compound(std::string_view word) const {
    constexpr std::size_t shortest = 3;  // bytes of a part
    if (word.size() > 60) return false;
    for (std::size_t at = shortest; at + shortest <= word.size(); ++at) {
      if (!is_character_start(word, at) || !is_small_letter(word, at)) continue;
      if (is_noun(capitalized(word.substr(at))) && is_first_part(word.substr(0, at))) return true;
    }
    return false;
  }

  bool is_noun(const std::string& word) const {
    const auto stem = find_stem(word);
    return stem ? *stem == noun_kind::common : is_known(word) && !is_known(fold_case(word));
  }

  bool is_first_part(std::string_view part) const {
    const auto stem = find_stem(part);
    if (stem) return *stem == noun_kind::common;
    constexpr std::size_t shortest_compound = 6;
    if (part.size() >= shortest_compound && is_known(part)) return true;
    for (const std::string_view joint : {"s", "n", "en", "es", "er"}) {
      if (part.ends_with(joint) && part.size() >= joint.size() + 3 &&
          stems_->find(part.substr(0, part.size() - joint.size())) == noun_kind::common) {
        return true;
      }
    }
    return false;
  }

  static bool is_character_start(std::string_view word, std::size_t at) {
    return (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
  }

  static bool is_small_letter(std::string_view word, std::size_t at) {
    return word[at] >= 'a' && word[at] <= 'z';
  }

  static std::string capitalized(std::string_view word) {
    std::string out(word);
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  fs::path aff_;
  mutable std::once_flag loaded_;
  mutable std::optional<nuspell::Dictionary> speller_;  // none: the files are damaged
  mutable std::optional<stem_list> stems_;
};

std::string own_country(std::string_view language) {
  std::string out(language);
  out += '_';
  for (const char c : language) out += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return out;
}

}  // namespace

result<std::shared_ptr<const dictionary>> system_dictionary(std::string_view language) {
  std::vector<fs::path> found = nuspell::search_default_dirs_for_dicts();
  std::erase_if(found, [&](const fs::path& aff) {
    const std::string name = aff.stem().string();
    return name != language && !name.starts_with(std::string(language) + '_');
  });
  if (found.empty()) {
    return error{error_kind::io, "",
                 "no hunspell dictionary for \"" + std::string(language) + "\" is installed (" +
                     own_country(language) + ".aff and .dic); fewer names are found"};
  }
  std::stable_sort(found.begin(), found.end(), [&](const fs::path& a, const fs::path& b) {
    const std::string own = own_country(language);
    const bool a_first = a.stem() == own;
    const bool b_first = b.stem() == own;
    return a_first != b_first ? a_first : a.stem() < b.stem();
  });
  return std::shared_ptr<const dictionary>(std::make_shared<hunspell_dictionary>(found.front()));
}

}  // namespace zeitstrahl
