// The engine knows no German: it reads a made-up language from its tables alone.

#include <gtest/gtest.h>

#include "lang/language.h"
#include "zeitstrahl/extractor.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view lexicon =
    "CARDINAL\t2\tdu#\n"
    "CARDINAL\t20\tvinku#\n"
    "NUMBER_JOINER\t-\tet\n"
    "AFTER\t-\tapud\n"
    "ALREADY\t-\tza\n"
    "AND\t-\tet\n"
    "ARTICLE\t-\tlo\n"
    "AT_ARTICLE\t-\talo\n"
    "BE\t-\testu\n"
    "BEFORE\t-\tantu\n"
    "BEFORE_ORDINAL\t-\tlo\n"
    "BORN\t-\tnatu\n"
    "COMPARING\t-\tkom\n"
    "FIRST_NAME\t-\tAdu\n"
    "FOR\t-\tporu\n"
    "HABIT\t-\tsepu\n"
    "IT\t-\tli\n"
    "LASTING\t-\tfidu\n"
    "NUMBER_PART\t1\tu#~\n"
    "OF\t-\tdi\n"
    "ONTO\t-\tsur\n"
    "PUT_OFF\t-\tmovu\n"
    "RETROACTIVE\t-\tretru\n"
    "STARTER\t-\tNu\n"
    "TERM_FOCUS\t-\tersu\n"
    "UNTIL\t-\tusk\n"
    "MONTH\t6\tmesu\n"
    "WEEKDAY\t5\tvendu\n"
    "UNIT\tyear\tanu(|s)\n"
    "LAST\t-\tpasatu\n"
    "WHEN\t-\tjen\n"
    "SINCE\t-\tdepu\n";

constexpr std::string_view rules =
    "define LEFT\tSINCE\n"
    "day\td:DAY \"da\" m:MONTH y:YEAR\tdate(year=y, month=m, day=d)\t[3 da mesu 2020] => "
    "2020-06-03\n"
    "year\ty:YEAR\tdate(year=y)\tdepu [2019] => 2019\n"
    "unit-last\tLAST u:UNIT\tunit(unit=u, shift=-1)\t[pasatu anu] => 2023\n"
    "weekday\tw:WEEKDAY\tnamed(weekday=w)\t[vendu] venit lu => 2024-05-10\n"
    "span\tn:CARDINAL u:UNIT\tduration(number=n, unit=u)\t[vinku anus] => P20Y\n"
    "no-time\tWHEN YEAR\tnothing()\tjen 2019 => -\n";

constexpr std::string_view frames =
    "since\tSINCE [DATE | DURATION]\tsince\tdepu [2019] => 2019/..\n";

constexpr std::string_view holidays = "feast\t06-24\tFestu\n";

std::vector<table_file> toy_tables() {
  return {{"lexicon.tsv", lexicon},
          {"rules.tsv", rules},
          {"frames.tsv", frames},
          {"holidays.tsv", holidays},
          {"abbreviations.txt", ""}};
}

std::shared_ptr<const language> toy_language() {
  const std::vector<table_file> files = toy_tables();
  result<std::shared_ptr<const language>> built = language::build("toy", files);
  EXPECT_TRUE(built) << built.error().to_string();
  return *built;
}

TEST(ToyLanguage, ExamplesOfItsRowsHold) {
  for (const failed_example& f : check_examples(toy_language())) {
    ADD_FAILURE() << f.where << ": " << f.message;
  }
}

// A language without tables of syntax has no tense: a bare weekday is the last one.
TEST(ToyLanguage, ResolvesWithoutTense) {
  const extractor find(toy_language());
  scratch memory;
  document article;
  article.published = parse_day("2024-05-15");
  article.text = "Vendu venit lu. Lu depu du anus stat.";
  const timeline found = find.tag(article, memory);
  ASSERT_EQ(found.expressions.size(), 2u);
  EXPECT_EQ(found.language, "toy");
  EXPECT_EQ(found.expressions[0].value, "2024-05-10");
  EXPECT_EQ(found.expressions[1].value, "P2Y");
  EXPECT_EQ(found.expressions[1].relates, relation::since);
  EXPECT_EQ(to_edtf(found.expressions[1].when), "2022/..");
}

TEST(ToyLanguage, GermanMeansNothingInIt) {
  const extractor find(toy_language());
  scratch memory;
  document article;
  article.published = parse_day("2024-05-15");
  article.text = "Am Freitag kam er, im Juni geht sie, seit drei Jahren.";
  EXPECT_TRUE(find.tag(article, memory).expressions.empty());
}

// Each fault is told with its file and line.
TEST(ToyLanguage, FaultsHaveTheirPlace) {
  const struct {
    const char* row;
    const char* message;
  } cases[] = {
      {"bad\ty:NOWHERE\tdate(year=y)\t-\n", "NOWHERE"},
      {"bad\ty:YEAR\tdote(y)\t[2019] => 2019\n", "dote"},
      {"bad\ty:YEAR\tdate(z)\t[2019] => 2019\n", "z"},
      {"bad\t(y:YEAR\tdate(year=y)\t[2019] => 2019\n", "rules.tsv:1"},
      {"bad\ty:YEAR\tdate(y)\n", "rules.tsv:1"},
  };
  for (const auto& c : cases) {
    std::vector<table_file> files = toy_tables();
    files[1].content = c.row;
    const auto built = language::build("toy", files);
    ASSERT_FALSE(built) << c.row;
    const std::string message = built.error().to_string();
    EXPECT_NE(message.find("rules.tsv:1"), message.npos) << message;
    EXPECT_NE(message.find(c.message), message.npos) << message;
  }
}

}  // namespace
}  // namespace zeitstrahl
