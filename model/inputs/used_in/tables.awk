# The tables that model/inputs/used_in.hpp declares, behind readers.awk. Readers come in the order of
# the sources given, those behind whom a number is handed on.

# Adds the readers of `what` to `found`: its own, then those that it is handed on to.
function gather(what, telling, found,  i, k, n, places, targets, before) {
  n = split(readers[what, telling], places, " ")
  for (i = 1; i <= n; ++i) add_place(places[i], found)
  n = split(handed[what], targets, " ")
  for (i = 1; i <= n; ++i) {
    if ((what, targets[i]) in met) continue
    met[what, targets[i]] = 1
    before = found[0]
    gather(targets[i], telling, found)
    k = handing[what, targets[i]]
    if (found[0] == before && k > 0 && !telling) add_place(file_of[k] ":" name_of[k], found)
  }
}

function add_place(place, found) {
  if (place in found) return
  found[place] = 1
  found[++found[0]] = place
}

function write_file(  i, k, found, part) {
  print "// Written by model/inputs/used_in/*.awk from the sources, at every build."
  print "#include \"model/inputs/used_in.hpp\"\n"
  print "#include <cstddef>\n\n#include \"model/inputs/parameters.hpp\"\n"
  print "namespace samspil {\nnamespace {\n\nconstexpr Reader readers[]{"
  for (i = 1; i <= key_count; ++i) {
    if (!is_told(keys[i])) continue
    split("", found)
    split("", met)
    gather(keys[i], 0, found)
    if (!found[0]) gather(keys[i], 1, found)
    for (k = 1; k <= found[0]; ++k) {
      split(found[k], part, ":")
      printf "    {\"%s\", {\"%s\", \"%s\"}},\n", keys[i], part[1], part[2]
    }
  }
  print "};\n\nconstexpr ParameterMember members[]{"
  write_members()
  print "};\n\n}  // namespace\n\nconst std::span<const Reader> all_readers{readers};"
  print "const std::span<const ParameterMember> parameter_members{members};\n\n}  // namespace samspil"
}

# Where each member of Parameters begins.
function write_members(  n, i, j, k, groups, names, struct) {
  n = split(fields["Parameters"], groups, " ")
  for (i = 1; i <= n; ++i) {
    struct = type_of["Parameters", groups[i]]
    sub(/^ */, "", struct)
    sub(/ .*/, "", struct)
    k = split(fields[struct], names, " ")
    for (j = 1; j <= k; ++j) {
      printf "    {\"%s::%s\",\n     offsetof(Parameters, %s) + offsetof(%s, %s)},\n", struct, names[j],
             groups[i], struct, names[j]
    }
  }
}

# Numbers, what switches them, and enumerators.
function is_told(what,  part) {
  split(what, part, "::")
  if (part[1] in is_plan) return 0
  return !(part[1] in is_input) ||
         type_of[part[1], part[2]] ~ /double|Quantity|Shares|Levers|Mechanism/
}
