# One program per folder of tests/ and label, and one entry of ctest per program or shard of it:
# tests of one program share its process, and with it what is costly to make (tests/support).
#
# x_test.cpp is a unit test; x_invariance_test.cpp, x_statistical_test.cpp, x_regression_test.cpp
# and x_slow_test.cpp are labelled by their word. Other sources of a folder are shared by its
# programs, those of tests/support by all.
#
# Targets: tests (all but the slow ones), tests_checked (those that run under sanitizers),
# tests_slow, and tests_FOLDER.

find_package(GTest REQUIRED)

# Tests are compiled for a quick build: what they test is the library, which is built as users run
# it.
add_library(samspil_test_support INTERFACE)
target_link_libraries(samspil_test_support
  INTERFACE samspil::samspil samspil_flags samspil_build_info GTest::gtest_main)
target_compile_options(samspil_test_support INTERFACE ${quick_build_flags})
if(TARGET samspil_program)
  target_compile_definitions(samspil_test_support INTERFACE
    SAMSPIL_PROGRAM="$<TARGET_FILE:samspil_program>"
    SAMSPIL_MPIRUN="$<$<BOOL:${MPI_C_FOUND}>:${MPIEXEC_EXECUTABLE}>")
endif()

file(GLOB support_sources CONFIGURE_DEPENDS tests/support/*.cpp)
add_library(samspil_test_support_objects STATIC ${support_sources})
target_link_libraries(samspil_test_support_objects PUBLIC samspil_test_support)
target_precompile_headers(samspil_test_support_objects PRIVATE tests/precompiled.hpp)

add_custom_target(tests)
add_custom_target(tests_checked)
add_custom_target(tests_slow)

# Programs that run long are cut into shards, or begin first, so that two processors end together. A
# shard is a process of its own and makes its own pools.
set(shards_of_cli_test 2)
set(shards_of_reference_test 2)
set(programs_that_begin_first soak_regression_test cli_test reference_test)

# Under sanitizers a start of the program takes a second, and the reference model twenty times as
# long as without. Of these tests one in so many runs there; all of them run without.
set(one_of_cli_test_under_sanitizers 5)
set(one_of_reference_test_under_sanitizers 6)

# Folders whose own code runs long: optimised in every preset, with a precompiled header of their own.
set(folders_that_compute reference)

# samspil_use_headers(TARGET FOLDER): the precompiled header that fits the folder's options.
function(samspil_use_headers target folder)
  if(NOT folder IN_LIST folders_that_compute)
    target_precompile_headers(${target} REUSE_FROM samspil_test_support_objects)
    return()
  endif()
  target_compile_options(${target} PRIVATE -O1)
  if(target STREQUAL "${folder}_shared")
    target_precompile_headers(${target} PRIVATE tests/precompiled.hpp)
  else()
    target_precompile_headers(${target} REUSE_FROM ${folder}_shared)
  endif()
endfunction()

# samspil_add_program(FOLDER LABEL SOURCES…): FOLDER_LABEL_test, or FOLDER_test for unit tests.
function(samspil_add_program folder label)
  set(name ${folder}_${label}_test)
  if(label STREQUAL "unit")
    set(name ${folder}_test)
  endif()
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE samspil_test_support_objects)
  if(TARGET ${folder}_shared)
    target_link_libraries(${name} PRIVATE ${folder}_shared)
  endif()
  samspil_use_headers(${name} ${folder})
  if(TARGET samspil_program AND folder MATCHES "^(cli|golden|soak)$")  # they start the program
    add_dependencies(${name} samspil_program)
  endif()

  if(label STREQUAL "slow")
    add_dependencies(tests_slow ${name})
  else()
    add_dependencies(tests ${name})
    add_dependencies(tests_${folder} ${name})
    if(label MATCHES "^(unit|invariance)$")
      add_dependencies(tests_checked ${name})
    endif()
  endif()

  set(shards 1)
  if(DEFINED shards_of_${name})
    set(shards ${shards_of_${name}})
  endif()
  set(cost 0)
  if(name IN_LIST programs_that_begin_first)
    set(cost 1000)
  endif()
  math(EXPR last "${shards} - 1")
  if(CMAKE_BUILD_TYPE STREQUAL "Debug" AND DEFINED one_of_${name}_under_sanitizers)
    set(shards ${one_of_${name}_under_sanitizers})
    set(last 0)
  endif()
  foreach(shard RANGE ${last})
    set(entry ${name})
    if(shards GREATER 1)
      set(entry ${name}.${shard})
    endif()
    add_test(NAME ${entry} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${entry} PROPERTIES LABELS ${label} TIMEOUT 3600 COST ${cost} ENVIRONMENT
      "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard};GTEST_OUTPUT=xml:${PROJECT_BINARY_DIR}/test_results/${entry}.xml")
  endforeach()
endfunction()

file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS tests/*.cpp)
list(FILTER test_sources EXCLUDE REGEX "/tests/(consumer|support)/")
set(test_folders ${test_sources})
list(TRANSFORM test_folders REPLACE "/[^/]*$" "")
list(REMOVE_DUPLICATES test_folders)
foreach(path IN LISTS test_folders)
  cmake_path(RELATIVE_PATH path BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/tests OUTPUT_VARIABLE folder)
  string(REPLACE "/" "_" folder ${folder})
  add_custom_target(tests_${folder})

  set(remaining ${test_sources})
  list(FILTER remaining INCLUDE REGEX "^${path}/[^/]*$")
  set(shared ${remaining})
  list(FILTER shared EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER remaining INCLUDE REGEX "_test\\.cpp$")
  if(shared)
    add_library(${folder}_shared STATIC ${shared})
    target_link_libraries(${folder}_shared PUBLIC samspil_test_support_objects)
    samspil_use_headers(${folder}_shared ${folder})
  endif()
  if(folder STREQUAL "soak")  # its files are those of the tests of the command line
    target_link_libraries(soak_shared PUBLIC cli_shared samspil_commands)
  endif()
  foreach(label IN ITEMS invariance statistical regression slow)
    set(labelled ${remaining})
    list(FILTER labelled INCLUDE REGEX "_${label}_test\\.cpp$")
    list(FILTER remaining EXCLUDE REGEX "_${label}_test\\.cpp$")
    if(labelled)
      samspil_add_program(${folder} ${label} ${labelled})
    endif()
  endforeach()
  if(remaining)
    samspil_add_program(${folder} unit ${remaining})
  endif()
endforeach()

# The same golden run without the instructions that only some machines have.
add_test(NAME golden_portable COMMAND simulation_regression_test --gtest_brief=1)
set_tests_properties(golden_portable PROPERTIES LABELS regression TIMEOUT 3600
  ENVIRONMENT SAMSPIL_ISA=portable)
