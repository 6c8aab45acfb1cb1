# find_package(zeitstrahl) gives zeitstrahl::zeitstrahl.  What follows is what a program that
# uses the static library is linked with.

include(CMakeFindDependencyMacro)
find_dependency(ICU COMPONENTS i18n uc)
find_dependency(PkgConfig)
find_dependency(date)
find_dependency(pugixml)
pkg_check_modules(RE2 REQUIRED QUIET IMPORTED_TARGET re2)
pkg_check_modules(ICAL REQUIRED QUIET IMPORTED_TARGET libical)
pkg_check_modules(GUMBO REQUIRED QUIET IMPORTED_TARGET gumbo)
pkg_check_modules(MD4C REQUIRED QUIET IMPORTED_TARGET md4c)
pkg_check_modules(YAML REQUIRED QUIET IMPORTED_TARGET yaml-0.1)
pkg_check_modules(UCHARDET REQUIRED QUIET IMPORTED_TARGET uchardet)
pkg_check_modules(ZLIB REQUIRED QUIET IMPORTED_TARGET zlib)
pkg_check_modules(PANGOCAIRO REQUIRED QUIET IMPORTED_TARGET pangocairo cairo fontconfig harfbuzz harfbuzz-subset)

include(${CMAKE_CURRENT_LIST_DIR}/zeitstrahl-targets.cmake)
