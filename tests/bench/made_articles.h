#ifndef ZEITSTRAHL_TESTS_BENCH_MADE_ARTICLES_H_
#define ZEITSTRAHL_TESTS_BENCH_MADE_ARTICLES_H_

#include <cstddef>
#include <string>
#include <vector>

namespace zeitstrahl {

// `count` articles of about 2,000 bytes as NDJSON, a line each; the same ones in every run and
// on every machine.  Half of their nouns and all their names are put together of parts, so that
// new words go on coming as they do in an archive; every third sentence or so holds a time.
std::vector<std::string> make_articles(std::size_t count);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_BENCH_MADE_ARTICLES_H_
