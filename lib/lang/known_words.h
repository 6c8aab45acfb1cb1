#ifndef ZEITSTRAHL_LIB_LANG_KNOWN_WORDS_H_
#define ZEITSTRAHL_LIB_LANG_KNOWN_WORDS_H_

// The words of a language, the classes that each belongs to, and its value in each.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lang/meaning.h"
#include "text/vocabulary.h"

namespace zeitstrahl {

class known_words {
 public:
  struct membership {
    std::uint32_t word_class = 0;
    double value = 0;
    bool capital_only = false;
  };
  static constexpr std::size_t no_class = static_cast<std::size_t>(-1);

  // The index of a class, made if it is new.
  std::size_t class_of(std::string_view name);
  // The index of a class, or null.
  const std::size_t* find_class(std::string_view name) const;
  const std::string& class_name(std::size_t word_class) const { return class_names_[word_class]; }
  std::size_t class_count() const { return class_names_.size(); }

  // Adds a word to a class.  A form with a capital must be written so; "~" marks parts of
  // compounds, "#" those of number words.  The value of a word that was there stays.
  void add(std::size_t word_class, std::string_view form, double value);
  // Adds a word that needs no class.
  vocabulary::index add(std::string_view folded);
  // A class of its own for a word that a pattern quotes.
  std::size_t literal(std::string_view word);
  // Several words that together are one ("tag der arbeit").
  void add_phrase(std::string_view folded, double value) { phrases_[std::string(folded)] = value; }
  // Every word of one of the classes is of `whole`, too.
  template <class Classes>
  void gather(const Classes& classes, std::size_t whole) {
    for (auto& of_word : memberships_) {
      for (const membership& m : of_word) {
        if (!classes.contains(m.word_class)) continue;
        of_word.push_back({static_cast<std::uint32_t>(whole), 0, true});
        break;
      }
    }
  }

  vocabulary& all() { return words_; }
  const vocabulary& all() const { return words_; }
  const std::vector<membership>& classes_of(vocabulary::index word) const {
    return memberships_[word];
  }

  // The value of a word under a class, or `absent` if it is not of that class or, with
  // `capital` false, is of it only with a capital.
  double value(vocabulary::maybe_index word, std::size_t word_class, bool capital) const;
  // The value of a phrase, or `absent`.
  double phrase_value(std::string_view folded) const;
  // The words of a class, folded, and whether they must be written with a capital.
  struct spelled {
    std::string folded;
    bool capital_only = false;
  };
  std::vector<spelled> words_in(std::size_t word_class) const;

  // Whether the class has words without a value, which no slot can read.
  bool is_valueless(std::size_t word_class) const { return valueless_.contains(word_class); }
  void set_valueless(std::size_t word_class) { valueless_.insert(word_class); }
  // The least and the greatest value in a class, or nothing where it has no words.
  std::vector<std::vector<double>> ranges_of_classes() const;

 private:
  vocabulary words_;
  std::vector<std::string> class_names_;
  std::map<std::string, std::size_t, std::less<>> classes_;
  indexed<vocabulary, std::vector<membership>> memberships_;
  std::map<std::string, double, std::less<>> phrases_;
  std::set<std::size_t> valueless_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_KNOWN_WORDS_H_
