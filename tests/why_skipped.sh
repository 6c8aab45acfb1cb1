#!/usr/bin/env bash
# Run by ctest in the build folder when the tests have ended: says why some were skipped.
exec awk '
  /^[0-9]+\/[0-9]+ Testing: / { name = $3 }
  /^skipped: / { print name " was " $0 }
  /: Skipped$/ { getline; print name " was skipped: " $0 }
' Testing/Temporary/LastTest.log.tmp
