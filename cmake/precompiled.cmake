# The standard library's headers that most files want, compiled once for all of them: a third less work in a clean build.
# Nothing can lean on them unseen: tests/architecture/standard_headers_test.cc sees that every file of ours includes the
# ones whose names it uses.
set(ENTENTE_COMMON_HEADERS <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional>
    <set> <span> <string> <string_view> <unordered_map> <utility> <vector>)

# add_precompiled(NAME headers...)
function(add_precompiled name)
  set(file ${CMAKE_BINARY_DIR}/${name}.cc)
  file(GENERATE OUTPUT ${file} CONTENT "// Only here to carry the precompiled headers.\n")
  add_library(${name} OBJECT ${file})
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

function(use_precompiled target from)
  target_precompile_headers(${target} REUSE_FROM ${from})
endfunction()

add_precompiled(entente_precompiled ${ENTENTE_COMMON_HEADERS})
add_precompiled(entente_precompiled_program ${ENTENTE_COMMON_HEADERS} <CLI/App.hpp>)
target_link_libraries(entente_precompiled_program PRIVATE CLI11::CLI11)
