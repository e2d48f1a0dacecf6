# The libraries of headers alone that the model needs, where a compiler for another machine does not
# look for them. Nothing else of /usr/include may be found: it belongs to this machine.
set(headers ${PROJECT_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${headers})
foreach(folder IN ITEMS boost eigen3 fast_float fmt nlohmann toml++)
  file(CREATE_LINK /usr/include/${folder} ${headers}/${folder} SYMBOLIC)
endforeach()

foreach(library IN ITEMS Boost::headers fmt::fmt nlohmann_json::nlohmann_json
    tomlplusplus::tomlplusplus)
  add_library(${library} INTERFACE IMPORTED)
  target_include_directories(${library} SYSTEM INTERFACE ${headers})
endforeach()
add_library(Eigen3::Eigen INTERFACE IMPORTED)
target_include_directories(Eigen3::Eigen INTERFACE ${headers}/eigen3)
target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY)
add_library(fmt::fmt-header-only ALIAS fmt::fmt)
