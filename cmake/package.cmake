# `cpack` in the build folder makes two Debian packages: zeitstrahl, the program with its manual,
# completions and desktop entry, and libzeitstrahl-dev, the libraries with their headers.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Zeitstrahl <zeitstrahl@localhost>")
set(CPACK_PACKAGE_HOMEPAGE_URL "")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME zeitstrahl)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "tzdata, fonts-noto-core")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Claim timelines from German news
Finds what a German news article claims, about whom and when, and draws the timeline:
fact apart from plan, known dates from vague ones, with the passage behind every mark.")

# What find_package(zeitstrahl) and pkg-config ask for.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libzeitstrahl-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS ON)  # of the C library
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "libhowardhinnant-date-dev, libre2-dev, libicu-dev, libpugixml-dev, libgumbo-dev, libmd4c-dev, libyaml-dev, libuchardet-dev, zlib1g-dev, libcairo2-dev, libpango1.0-dev, libharfbuzz-dev, libical-dev, libstemmer-dev, tzdata")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Claim timelines from German news: library
The library behind the program zeitstrahl, with its headers for C++, and for C.")

# Debian's policy, 12.5: the licences, those of the tables and the model too.
set(copyright ${PROJECT_BINARY_DIR}/copyright)
file(WRITE ${copyright} "Zeitstrahl is under the Apache License, Version 2.0, which Debian keeps in\n"
     "/usr/share/common-licenses/Apache-2.0.  Data of others that is built in:\n\n")
set(tables ${PROJECT_SOURCE_DIR}/lib/lang/de)
foreach(table forms syntax verbs)
  file(READ ${tables}/${table}.LICENSE licence)
  file(APPEND ${copyright} "==== lib/lang/de/${table}.*\n\n${licence}\n")
endforeach()
foreach(component program development)
  string(TOUPPER ${component} name)
  install(FILES ${copyright} COMPONENT ${component}
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${name}_PACKAGE_NAME})
endforeach()
include(CPack)
