#include <gtest/gtest.h>

#include "sample.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

TEST(Csv, RowAClaim) {
  EXPECT_EQ(to_csv(sample_timeline()),
            "article,published,claim,sentence,time,clause,edtf,begin_earliest,begin_latest,"
            "end_earliest,end_latest,relation,modality,reported,source,actors,label,thread,hidden,"
            "note\r\n"
            "probe,2025-01-22,c1,1,2019; 22. Januar,„Hof“: seit 2019,2019/..,2019-01-01,"
            "2019-12-31,2025-01-22,open,since,planned,true,Blatt,\"Haus; Hof \"\"GmbH\"\"\","
            "\"Haus, Hof\",Haus – Hof,false,\r\n"
            "probe,2025-01-22,c2,1,künftig,„Hof“: seit 2019,,,,,,since,planned,false,,"
            "\"Haus; Hof \"\"GmbH\"\"\",\"Haus, Hof\",Haus – Hof,false,\r\n");
}

TEST(Csv, LineEndsInAFieldAreQuoted) {
  timeline broken = sample_timeline();
  broken.claims.resize(1);
  broken.claims[0].label = "a\r\nb";
  EXPECT_NE(to_csv(broken).find(",\"a\r\nb\","), std::string::npos);
}

TEST(Csv, NoCellIsAFormula) {
  const std::pair<const char*, const char*> cells[] = {{"=1+1", "'=1+1"},
                                                       {"+Plus", "'+Plus"},
                                                       {"-Strich", "'-Strich"},
                                                       {"@SUM", "'@SUM"},
                                                       {"- ", "'- "},
                                                       {"-1+cmd", "'-1+cmd"},
                                                       {"a=b", "a=b"},
                                                       {"3-4", "3-4"},
                                                       {"-0043-03-15", "-0043-03-15"},
                                                       {"\t=1", "'\t=1"},
                                                       {"-0043/-0042", "-0043/-0042"}};
  for (const auto& [cell, wanted] : cells) {
    timeline found = sample_timeline();
    found.article.id = cell;
    found.claims[0].label = cell;
    const std::string out = to_csv(found);
    EXPECT_NE(out.find(std::string("\r\n") + wanted + ",2025-01-22,c1"), out.npos) << cell;
    EXPECT_NE(out.find(std::string(",") + wanted + ","), out.npos) << cell;
  }
}

TEST(Csv, WithoutClaimsOnlyTheHeader) {
  const std::string out = to_csv(timeline());
  EXPECT_EQ(out.find("\r\n"), out.size() - 2);
}

}  // namespace
}  // namespace zeitstrahl
