// Tables cannot lie: a fault in one is refused with its file, its line, and what to do.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "lang/language.h"
#include "zeitstrahl/extractor.h"

namespace zeitstrahl {
namespace {

using tables = std::map<std::string, std::string>;

const tables& german() {
  static const tables files = [] {
    tables out;
    namespace fs = std::filesystem;
    for (const auto& entry : fs::directory_iterator(ZEITSTRAHL_SOURCE_DIR "/lib/lang/de")) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".tsv" && ending != ".txt") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream content;
      content << in.rdbuf();
      out[entry.path().filename().string()] = content.str();
    }
    return out;
  }();
  return files;
}

result<std::shared_ptr<const language>> build(const tables& files) {
  std::vector<table_file> list;
  for (const auto& [name, content] : files) list.push_back({name, content});
  return language::build("de", list);
}

struct fault {
  const char* file;
  const char* from;  // the first occurrence is replaced
  const char* to;
  const char* message;  // a part of what is said
};

constexpr fault faults[] = {
    // meanings: their names, arguments and ranges
    {"rules.tsv", "date(month=m, day=d)", "date(month=d, day=m)",
     "holds numbers that are no month"},
    {"rules.tsv", "date(month=m, day=d)", "dat(month=m, day=d)", "unknown meaning"},
    {"rules.tsv", "date(month=m, day=d)", "date(month=m, days=d)", "takes no argument"},
    {"rules.tsv", "date(month=m, day=d)", "date(month=m, tag=d)", "unknown argument"},
    {"rules.tsv", "date(month=m, day=d)", "date(month=m)", "does not use the slot \"d\""},
    {"rules.tsv", "date(month=m, day=d)", "date(month=m, day=e)", "neither a slot"},
    {"rules.tsv", "date(month=m, day=d)", "date(month=m, day=d, day=d)", "comes twice"},
    {"rules.tsv", "date(month=m, day=d)", "date(month=13, day=d)", "is no month"},
    {"rules.tsv", "date(month=m, day=d)", "date month=m, day=d", "write the meaning as"},
    {"rules.tsv", "date(month=m, day=d)", "date(month=m, day=d", "write the meaning as"},
    {"rules.tsv", "named(month=m)\t", "named(weekday=m)\t", "is no weekday"},
    {"rules.tsv", "named(season=s)", "named(quarter=x)", "neither a slot"},
    {"rules.tsv", "named(season=s)", "named()", "needs one of"},
    {"rules.tsv", "unit(unit=u, shift=k)", "unit(unit=u)", "also needs shift"},
    {"rules.tsv", "unit(unit=u, shift=k)", "unit(shift=u, unit=k)", "is no"},
    {"rules.tsv", "unit(unit=u, shift=k)", "unit(unit=u, shift=k, year=2019)", "takes no argument"},
    {"rules.tsv", "clock(hour=h, minute=m)", "clock(minute=m, second=h)", "also needs hour"},
    {"rules.tsv", "clock(hour=h, minute=m)", "clock(hour=m, minute=h)", "that are no hour"},
    {"rules.tsv", "duration(number=n, unit=u)", "duration(number=n)", "also needs unit"},
    {"rules.tsv", "half_of(half=n)", "half_of()", "also needs half"},
    {"rules.tsv", "week_number(week=n)", "week_number(month=n)", "takes no argument"},
    {"rules.tsv", "decade(decade=n)", "decade(decade=9999)", "is no decade"},
    {"rules.tsv", "recurring(number=1, unit=u)", "recurring(number=1, unit=fortnight)",
     "neither a slot"},
    {"rules.tsv", "\tnothing()", "\tnothing(day=1)", "takes no argument"},
    {"rules.tsv", "reference(which=present)", "reference(which=presently)", "neither a slot"},
    // patterns
    {"rules.tsv", "m:MONTH_HALF\t", "m:MONAT\t", "unknown class"},
    {"rules.tsv", "s:SEASON_MONTHS\t", "s:(SEASON_MONTHS\t", "a missing \")\""},
    {"rules.tsv", "\"zwischen\" [a:COUNT]", "\"zwischen\" a:COUNT", "extents"},
    {"rules.tsv", "\"Rest\"", "\"Rest", "quotation mark"},
    {"rules.tsv", "join range\tCOMMA?", "join rank\tCOMMA?", "join range"},
    {"rules.tsv", "\tmod:YEAR_TURN\t", "\tYEAR_TURN?\t", ""},
    {"rules.tsv", "define UNIT\t", "define ORDINAL\t", "is taken"},
    {"rules.tsv", "define FIGURE\t", "define UNTIL\t", "is taken"},
    {"rules.tsv", "\nseason-months\t", "\nmonth-half\t", "is taken"},
    {"rules.tsv", "year-turn\tmod:YEAR_TURN\t", "year-turn mod:YEAR_TURN\t", "four columns"},
    {"rules.tsv", "\tmod:YEAR_TURN\tunit(unit=year, shift=0)\t", "\ty:YEAR\tdate(year=y)\t",
     "can never win"},
    {"rules.tsv", "unless\t_ (NOUN", "unles\t_ (NOUN", "four columns"},
    {"rules.tsv", "unless\t_ (NOUN", "unless\t_ (NOUNS", "unknown class"},
    // examples
    {"rules.tsv", "am [15.2.] beginnt", "am [15.2. beginnt", "a \"[\" without"},
    {"rules.tsv", "am [15.2.] beginnt", "am 15.2.] beginnt", "a \"]\" without"},
    {"rules.tsv", "=> 2024-02-15", "2024-02-15", "write \"text"},
    {"rules.tsv", "@2025-01-22", "@2025-22-01", "no such day"},
    // the lexicon
    {"lexicon.tsv", "MONTH\t12\t", "MONTH\t13\t", "is no month"},
    {"lexicon.tsv", "WEEKDAY\t7\t", "WEEKDAY\t8\t", "is no weekday"},
    {"lexicon.tsv", "UNIT_ONE\tyear\t", "UNIT_ONE\tanno\t", "unknown value"},
    {"lexicon.tsv", "NEXT\t1\t", "NEXT\t11\t", "is no"},
    {"lexicon.tsv", "HABIT\t-\t", "HABITS\t-\t", "the class HABIT is missing"},
    {"lexicon.tsv", "GOOD\t-\t", "GOODS\t-\t", "GOOD"},
    {"lexicon.tsv", "SINCE\t-\tseit", "SINCE\tseit", "columns"},
    {"lexicon.tsv", "Jahr(|es|s)", "Jahr(|es|s", "a bracket that is not closed"},
    {"lexicon.tsv", "ONTO\t-\tauf", "COMMA\t-\tauf", "a shape of the engine's"},
    {"lexicon.tsv", "nouns\t-\tNO_TIME_UNIT", "nouns\t-\tNO_TIME_UNITS", "NO_TIME_UNIT"},
    {"lexicon.tsv", "ONTO\t-\tauf", "ONTO\t-\tauf auf", "stands twice in the class"},
    {"lexicon.tsv", "UHR\t-\tuhr h", "UHR\t-\tuhr h\nMONTH_HALF\t-\tuhrhälfte", "have no value"},
    {"rules.tsv", "define POINTER\t", "define POINTERS\tLAST\ndefine POINTER\t",
     "no row asks for POINTERS"},
    // the words of claims
    {"claims.tsv", "\nof\t", "\noff\t", "no class \"off\""},
    {"claims.tsv", "\ninstead\tinstead\t", "\nunless\tinstead\t", "the class instead is missing"},
    {"claims.tsv", "\tstatt anstatt anstelle", "\tstatt anstatt statt",
     "stands twice in the class"},
    {"claims.tsv", "\tinstead\tstatt", " instead\tstatt", "columns"},
    {"claims.tsv", "\tdementieren", "\tdementierren", "is no infinitive"},
    {"claims.tsv", "Statistik(|en)", "Statistik(|en", "a bracket is not closed"},
    {"verbs.tsv", "\nverbs\tplain\t", "\nverbs\tplane\t", "no paradigm"},
    {"syntax.tsv", "tag\tVFIN\tverb", "tag\tVFIN\tverbal", "unknown role"},
    // feasts and frames
    {"holidays.tsv", "\teaster+1\t", "\teastern+1\t", "cannot read the rule"},
    {"holidays.tsv", "\t12-31\t", "\t13-31\t", "cannot read the rule"},
    {"frames.tsv", "\tsince\t", "\tsinces\t", "unknown relation"},
    {"frames.tsv", "(COMMA? UNTIL | DASH) MODIFIERS DAY_OF? [POINT]", "(COMMA? UNTIL | DASH) POINT",
     "needs 2 expressions"},
};

// What loading says, or else what the extractor of claims says.
std::optional<zeitstrahl::error> find_fault_in(const tables& files) {
  const auto built = build(files);
  return built ? find_fault(**built) : std::optional(built.error());
}

// A word's value, or a class that is gone, is a fault of the row that uses it.
bool is_felt_elsewhere(std::string_view file, std::string_view where) {
  return file == "lexicon.tsv" && where.starts_with("rules.tsv:");
}

// The classes that rows of a table give words to, and those that its head explains.
void read_classes(const std::string& content, std::set<std::string>& used,
                  std::set<std::string>& explained) {
  std::istringstream rows(content);
  bool head = true;
  for (std::string row; std::getline(rows, row);) {
    head = head && row.starts_with('#');
    if (head && row.starts_with("#   ")) {
      explained.insert(row.substr(4, row.find(' ', 4) - 4));
    } else if (!row.empty() && !row.starts_with('#')) {
      used.insert(row.substr(0, row.find('\t')));
    }
  }
}

TEST(Tables, HeadsExplainEveryClass) {
  for (const char* file : {"lexicon.tsv", "claims.tsv"}) {
    std::set<std::string> used;
    std::set<std::string> explained;
    read_classes(german().at(file), used, explained);
    used.erase("nouns");
    EXPECT_GE(used.size(), 100u) << file;
    for (const std::string& name : used) EXPECT_TRUE(explained.contains(name)) << file << name;
  }
}

TEST(Tables, AreWholeAsTheyStand) {
  const auto found = find_fault_in(german());
  EXPECT_FALSE(found) << found->to_string();
}

TEST(Tables, FaultsAreRefusedWithTheirPlace) {
  EXPECT_GE(std::size(faults), 50u);
  for (const fault& f : faults) {
    tables files = german();
    std::string& content = files[f.file];
    const auto at = content.find(f.from);
    ASSERT_NE(at, content.npos) << f.file << " has no \"" << f.from << "\"";
    content.replace(at, std::string_view(f.from).size(), f.to);
    const std::optional<zeitstrahl::error> found = find_fault_in(files);
    ASSERT_TRUE(found) << "taken for good: " << f.from << " -> " << f.to;
    const zeitstrahl::error& problem = *found;
    EXPECT_TRUE(problem.where.starts_with(f.file) || is_felt_elsewhere(f.file, problem.where))
        << f.from << " -> " << f.to << "\n  " << problem.to_string();
    EXPECT_NE(problem.message.find(f.message), std::string::npos)
        << f.from << " -> " << f.to << "\n  " << problem.to_string();
    EXPECT_FALSE(problem.message.empty());
  }
}

}  // namespace
}  // namespace zeitstrahl
