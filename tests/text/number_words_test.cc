// German number words from 0 to 999,999, written here the slow way.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "lang/language.h"
#include "text/scan.h"

namespace zeitstrahl {
namespace {

const std::string units[] = {"",         "ein",      "zwei",     "drei",     "vier",
                             "fünf",     "sechs",    "sieben",   "acht",     "neun",
                             "zehn",     "elf",      "zwölf",    "dreizehn", "vierzehn",
                             "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
const std::string tens[] = {"",        "",        "zwanzig", "dreißig", "vierzig",
                            "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};

std::string below_hundred(int number) {
  if (number < 20) return units[number];
  const std::string unit = units[number % 10];
  return unit + (unit.empty() ? "" : "und") + tens[number / 10];
}

// How "hundert" and "tausend" may be written.
struct manner {
  std::string one;     // before them: "ein" or nothing
  std::string joiner;  // behind them and before a number below hundred: "und" or nothing
};

std::string below_thousand(int number, const manner& how) {
  if (number < 100) return below_hundred(number);
  const int rest = number % 100;
  return (number < 200 ? how.one : units[number / 100]) + "hundert" +
         (rest == 0 ? "" : how.joiner) + below_hundred(rest);
}

std::string number_word(int number, const manner& how) {
  if (number == 0) return "null";
  std::string out;
  if (number >= 1000) {
    out = (number < 2000 ? how.one : below_thousand(number / 1000, how)) + "tausend";
    const int rest = number % 1000;
    if (rest > 0 && rest < 100) out += how.joiner;
  }
  out += below_thousand(number % 1000, how);
  return number % 100 == 1 ? out + "s" : out;  // "eins", "hunderteins"
}

class NumberWords : public testing::Test {
 protected:
  void check(int number, const manner& how) {
    const std::string word = number_word(number, how);
    scanned_.clear();
    scan(word, german_->words(), german_->hints(), scanned_);
    ASSERT_EQ(scanned_.tokens.size(), 2u) << word;
    const token& t = scanned_.tokens.front();
    const std::int64_t value =
        t.entry
            ? static_cast<std::int64_t>(german_->value(t.entry, german_->find_class("CARDINAL")))
            : t.value;
    ASSERT_EQ(value, number) << word;
    ASSERT_EQ(scanned_.symbols[0], two_) << word;
  }

  std::shared_ptr<const language> german_ = *built_in_language("de");
  scanned_text scanned_;
  symbol_code two_ = symbol_of("zweiundzwanzig");

 private:
  symbol_code symbol_of(std::string_view word) {
    scan(word, german_->words(), german_->hints(), scanned_);
    return scanned_.symbols[0];
  }
};

TEST_F(NumberWords, EveryOneBelowTenThousand) {
  for (const manner& how : {manner{"ein", ""}, manner{"", ""}, manner{"ein", "und"}}) {
    for (int number = 13; number < 10000; ++number) {
      check(number, how);
      if (HasFatalFailure()) return;
    }
  }
}

TEST_F(NumberWords, SomeBelowAMillion) {
  for (int number = 10000; number < 1000000; number += 37) {
    check(number, {"ein", ""});
    if (HasFatalFailure()) return;
  }
  for (const int number : {100000, 100001, 101101, 555555, 777777, 999999}) {
    check(number, {"ein", ""});
    check(number, {"ein", "und"});
  }
}

}  // namespace
}  // namespace zeitstrahl
