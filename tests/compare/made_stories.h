#ifndef ZEITSTRAHL_TESTS_COMPARE_MADE_STORIES_H_
#define ZEITSTRAHL_TESTS_COMPARE_MADE_STORIES_H_

// Made stories, as many as wanted: a firm that builds something somewhere, told by articles of
// several years.  Names, things and dates differ from story to story; firms and places come
// back now and then in another story, as they do in a newspaper.  The same numbers give the
// same articles.

#include <cstddef>
#include <vector>

#include "zeitstrahl/document.h"

namespace zeitstrahl {

// Article i tells of story i % stories; its id is "STORY-NUMBER".
std::vector<document> made_stories(std::size_t articles, std::size_t stories);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_COMPARE_MADE_STORIES_H_
