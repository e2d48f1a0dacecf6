# Writes the header that says which build this is. Run at each build, since a commit needs no new
# configuration; a source tree without git, or inside another project's git, is "unknown".
set(SAMSPIL_GIT_DESCRIBE "unknown")
find_program(git git)
if(git)
  execute_process(COMMAND ${git} -C ${SAMSPIL_SOURCE_DIR} rev-parse --show-toplevel
    OUTPUT_VARIABLE toplevel OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  file(REAL_PATH ${SAMSPIL_SOURCE_DIR} source_dir)
  if(toplevel STREQUAL source_dir)
    execute_process(COMMAND ${git} -C ${SAMSPIL_SOURCE_DIR} describe --always --tags --dirty
      OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed ERROR_QUIET)
    if(NOT failed)
      set(SAMSPIL_GIT_DESCRIBE "${described}")
    endif()
  endif()
endif()
cmake_path(RELATIVE_PATH SAMSPIL_INSTALL_SHARE_DIR BASE_DIRECTORY ${SAMSPIL_PROGRAM_DIR}
  OUTPUT_VARIABLE SAMSPIL_SHARE_FROM_PROGRAM)
configure_file(${input} ${output} @ONLY)
