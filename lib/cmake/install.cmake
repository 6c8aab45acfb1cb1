# The installed tree: library, public headers, CMake package and pkg-config file.

include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/zeitstrahl)

install(TARGETS zeitstrahl EXPORT zeitstrahl-targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY include/zeitstrahl DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        COMPONENT development FILES_MATCHING PATTERN "*.h")
install(EXPORT zeitstrahl-targets NAMESPACE zeitstrahl:: DESTINATION ${package_folder}
        COMPONENT development)

list(JOIN ZEITSTRAHL_DRAW_PACKAGES " " draw_packages)
configure_file(cmake/zeitstrahl-config.cmake.in zeitstrahl-config.cmake @ONLY)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/zeitstrahl-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/zeitstrahl-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/zeitstrahl-config-version.cmake
        DESTINATION ${package_folder} COMPONENT development)

file(RELATIVE_PATH path_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/zeitstrahl.pc.in zeitstrahl.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/zeitstrahl.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(FILES io/zeitstrahl.schema.json io/comparison.schema.json
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zeitstrahl COMPONENT program)
