# What makes workbooks: libxlsxwriter, and of zlib what packs, from the sources of the Debian packages
# whose libraries the program has, as `./dev explorer` has fetched them.
enable_language(C)
set(SAMSPIL_C_SOURCES ${PROJECT_SOURCE_DIR}/build/debian_sources CACHE PATH
  "A folder with the sources of libxlsxwriter and zlib")
set(xlsx ${SAMSPIL_C_SOURCES}/libxlsxwriter)
set(zlib ${SAMSPIL_C_SOURCES}/zlib)
if(NOT EXISTS ${xlsx}/include/xlsxwriter.h OR NOT EXISTS ${zlib}/zlib.h)
  message(FATAL_ERROR "SAMSPIL_C_SOURCES: no sources of libxlsxwriter and zlib in "
    "${SAMSPIL_C_SOURCES}; `./dev explorer` fetches them")
endif()
file(GLOB xlsx_sources ${xlsx}/src/*.c)
add_library(xlsxwriter OBJECT EXCLUDE_FROM_ALL ${xlsx_sources}
  ${xlsx}/third_party/minizip/zip.c ${xlsx}/third_party/minizip/ioapi.c
  ${zlib}/adler32.c ${zlib}/crc32.c ${zlib}/deflate.c ${zlib}/trees.c ${zlib}/zutil.c)
target_include_directories(xlsxwriter SYSTEM PRIVATE ${xlsx}/include ${zlib})
# No pictures, so that none are told apart; files that are half written stand in memory.
target_compile_definitions(xlsxwriter PRIVATE USE_NO_MD5 USE_STANDARD_TMPFILE NOCRYPT NOUNCRYPT)
target_compile_options(xlsxwriter PRIVATE -w)

set(wasm_workbook_sources ${workbook_sources})
list(FILTER wasm_workbook_sources EXCLUDE REGEX "/memory_file.cpp$")
samspil_objects(samspil_workbooks ${shown} SOURCES ${wasm_workbook_sources} memory_file.cpp)
target_include_directories(samspil_workbooks SYSTEM PRIVATE ${xlsx}/include)
