# Who reads what: the functions of the model that read a number of the inputs, or act on an enumerator
# by which inputs are named. Behind statements.awk.
#
# A function reads S::m where its text holds q.m and q is an S: a variable of that type, a member that
# holds one, or a function that returns one. Where it only hands the number on to a plan of the kernel,
# those are named who read it there. Who tells of results is named where nobody else reads.

BEGIN {
  # Structs whose members are numbers of the inputs, or switch them; those of Parameters are added.
  split("Strategy Levers CoreElement Effect CatalogueRow RuleShares Rate IndexValue Margin " \
        "EvidenceRule ParameterSlot SwitchedLever", list)
  for (i in list) is_input[list[i]] = 1
  # Structs that take numbers of the inputs to where they act.
  plan_count = split("CoordinationPlan StaffPlan PlannedEffect PlannedElement ProgrammePrices Law",
                     plans)
  for (i in plans) is_plan[plans[i]] = 1
  enumerator = "(^|[^A-Za-z])(Hook|Service|RuleKind|Mechanism)::[a-z_0-9]+"
  # Files that list inputs and do nothing else with them.
  lists = "inputs/(.*_slots|input_list|strategy_numbers|mechanism_reach|study)\\."
  tells["result"] = tells["pages"] = 1
}


END {
  settle_types()
  for (f = 1; f <= functions; ++f) find_told(f)
  for (f = 1; f <= functions; ++f) {
    if (file_of[f] ~ lists) continue
    find_variables(f)
    for (s = first_of[f]; s <= last_of[f]; ++s) read_statement(said[s], f)
  }
  hand_on_results()
  write_file()
}

# Which structs a member holds, by the member's name: who holds it is not looked at.
function settle_types(  n, i, j, k, list, names, words, count, word) {
  n = split(structs, list, " ")
  for (i = 1; i <= n; ++i) {
    count = split(fields[list[i]], names, " ")
    for (j = 1; j <= count; ++j) {
      k = split(type_of[list[i], names[j]], words, /[^A-Za-z]+/)
      for (word = 1; word <= k; ++word) {
        if (!(words[word] in is_struct)) continue
        held[names[j]] = held[names[j]] " " words[word]
        if (list[i] == "Parameters") is_input[words[word]] = 1
      }
    }
  }
}

# The variables of a function by type, as its head and its statements declare them.
function find_variables(f,  s, rest, type, name) {
  split("", local)
  for (s = first_of[f]; s <= last_of[f]; ++s) {
    rest = said[s]
    while (match(rest, /[A-Z][A-Za-z]*>*[&*]* [a-z_][a-z_0-9]*/)) {
      type = name = substr(rest, RSTART, RLENGTH)
      rest = substr(rest, RSTART + RLENGTH)
      sub(/>*[&*]* .*/, "", type)
      sub(/.* /, "", name)
      if (type in is_struct) local[name] = type
    }
  }
}

# "S::m" for q.m, or nothing; `is_member`: q itself stands behind a dot.
function resolved(name, member, f, is_member,  n, i, list) {
  if (name ~ /@$/) list[1] = accessor[file_of[f], substr(name, 1, length(name) - 1)]
  else if (name in local && !is_member) list[1] = local[name]
  else n = split(held[name], list, " ")
  for (i = 1; i <= (n ? n : 1); ++i) {
    if ((list[i] in is_input || list[i] in is_plan) && ((list[i], member) in type_of)) {
      return list[i] "::" member
    }
  }
  return ""
}

# Collects what a piece of text reads into `seen`: what stands in square brackets, then the rest.
function find_reads(piece, f, seen,  inner) {
  find_enumerators(piece, f, seen)
  gsub(/->/, ".", piece)
  gsub(/\(\)/, "@", piece)
  while (match(piece, /\[[^][]*\]/)) {
    inner = substr(piece, RSTART + 1, RLENGTH - 2)
    piece = substr(piece, 1, RSTART - 1) substr(piece, RSTART + RLENGTH)
    find_in_chain(inner, f, seen)
  }
  find_in_chain(piece, f, seen)
  find_own(piece, f, seen)
}

function find_in_chain(piece, f, seen,  member, name, what, is_member) {
  while (match(piece, /[A-Za-z_0-9@]\.[a-z_][a-z_0-9]*/)) {
    name = substr(piece, 1, RSTART)
    member = substr(piece, RSTART + 2, RLENGTH - 2)
    is_member = is_member && name ~ /^[A-Za-z_0-9@]*$/
    sub(/.*[^A-Za-z_0-9@]/, "", name)
    # The member may hold others: it begins what is left.
    piece = substr(piece, RSTART + 2)
    what = resolved(name, member, f, is_member)
    is_member = 1
    if (what == "" || piece ~ /^[a-z_0-9]*(\.value)? [-+*\/]?= /) continue
    if (piece !~ /^[a-z_0-9]*\.(unit|grade|source|line|base_file)/) seen[what] = 1
  }
}

# A struct's own functions call its members by their names alone.
function find_own(piece, f, seen,  owner, n, i, names) {
  owner = owner_of[f]
  if (!(owner in is_input)) return
  n = split(fields[owner], names, " ")
  for (i = 1; i <= n; ++i) {
    if ((" " piece " ") ~ ("[^A-Za-z_0-9.]" names[i] "[^A-Za-z_0-9(]")) seen[owner "::" names[i]] = 1
  }
}

function read_statement(statement, f,  seen, what, target, piece, condition, part) {
  # What is handed on by name: "{.member = …, .member = …}".
  while (match(statement, /[{,] *\.[a-z_]+ = /)) {
    piece = substr(statement, RSTART + RLENGTH)
    target = substr(statement, RSTART, RLENGTH)
    statement = substr(statement, 1, RSTART)
    if (match(piece, /, *\.[a-z_]+ = /)) {
      statement = statement substr(piece, RSTART)
      piece = substr(piece, 1, RSTART - 1)
    }
    gsub(/[^a-z_]/, "", target)
    hand_on(plan_member(target), piece, f)
  }
  # What is handed on by assignment, and the condition of it.
  if (match(statement, /^ *(if \(.*\) )?[^=()]* = /)) {
    target = substr(statement, 1, RLENGTH - 3)
    piece = substr(statement, RLENGTH + 1)
    condition = target ~ /^ *if/ ? target : ""
    sub(/[^ ]*$/, "", condition)
    gsub(/\[[^][]*\]/, "", target)
    if (match(target, /[A-Za-z_0-9]+\.[a-z_0-9]+$/)) {
      split(substr(target, RSTART, RLENGTH), part, ".")
      target = resolved(part[1], part[2], f, substr(target, RSTART - 1, 1) == ".")
      if (target ~ /::/ && is_plain(target, part[2])) return hand_on(target, condition piece, f)
    }
  }
  find_reads(statement, f, seen)
  for (what in seen) add_reader(what, f)
}

# Whether a plan's member is a number or a switch, not a plan itself.
function is_plain(target, member,  struct, n, i, words) {
  struct = target
  sub(/::.*/, "", struct)
  n = split(type_of[struct, member], words, /[^A-Za-z]+/)
  for (i = 1; i <= n; ++i) {
    if (words[i] in is_plan) return 0
  }
  return struct in is_plan
}

# "S::m" for a member that a plan has, or nothing.
function plan_member(member,  i) {
  for (i = 1; i <= plan_count; ++i) {
    if ((plans[i], member) in type_of) return plans[i] "::" member
  }
  return ""
}

# What `piece` reads, itself or in a function of this file that it calls, is read on as `target`.
function hand_on(target, piece, f,  seen, what, called) {
  find_reads(piece, f, seen)
  for (what in seen) {
    if (target == "") add_reader(what, f)
    else hand(what, target, f)
  }
  while (target != "" && match(piece, /[a-z_]+\(/)) {
    called = file_of[f] ":" substr(piece, RSTART, RLENGTH - 1)
    piece = substr(piece, RSTART + RLENGTH)
    if (!(called in targets_of)) results[++result_count] = called
    targets_of[called] = targets_of[called] " " target
  }
}

function hand(what, target, f) {
  note_key(what)
  if (index(handed[what] " ", " " target " ") > 0) return
  handed[what] = handed[what] " " target
  handing[what, target] = f
}

function note_key(what) {
  if (what in is_key) return
  is_key[what] = 1
  keys[++key_count] = what
}

function add_reader(what, f,  place) {
  place = file_of[f] ":" name_of[f]
  if ((what, place) in is_reader) return
  note_key(what)
  is_reader[what, place] = 1
  readers[what, room_of[f] in tells] = readers[what, room_of[f] in tells] " " place
  read_by[place] = read_by[place] " " what
}

# What a function reads whose result is handed on is read there too.
function hand_on_results(  r, n, i, k, j, whats, targets) {
  for (r = 1; r <= result_count; ++r) {
    n = split(read_by[results[r]], whats, " ")
    k = split(targets_of[results[r]], targets, " ")
    for (i = 1; i <= n; ++i) {
      for (j = 1; j <= k; ++j) hand(whats[i], targets[j], 0)
    }
  }
}

# ---- enumerators ---------------------------------------------------------------------------------

# Whether a statement of a room acts on an enumerator that it holds, and is not a list of them.
function acts_on(what, statement, where) {
  if (what ~ /^Hook/) return where == "dynamics" && statement ~ /hook(_at)?\(/
  if (what ~ /^Service/) return where ~ /^(dynamics|population)$/ && statement !~ /<=/
  return where != "inputs" && where != "population" && !(where in tells)
}

# Enumerators that a piece of text holds, or that a function of the inputs tells apart for it.
function find_enumerators(piece, f, seen,  rest, what, n, i, list) {
  rest = piece
  while (match(rest, enumerator)) {
    what = substr(rest, RSTART, RLENGTH)
    rest = substr(rest, RSTART + RLENGTH)
    sub(/^[^A-Z]/, "", what)
    if (acts_on(what, piece, room_of[f])) seen[what] = 1
  }
  rest = piece
  while (match(rest, /[a-z_]+\(/)) {
    n = split(told[substr(rest, RSTART, RLENGTH - 1)], list, " ")
    rest = substr(rest, RSTART + RLENGTH)
    for (i = 1; i <= n; ++i) {
      if (acts_on(list[i], "", room_of[f])) seen[list[i]] = 1
    }
  }
}

# Functions of the inputs that tell enumerators apart are called is_x or x_of.
function find_told(f,  s, rest, what) {
  if (room_of[f] != "inputs" || name_of[f] !~ /^is_|_of$/) return
  for (s = first_of[f]; s <= last_of[f]; ++s) {
    rest = said[s]
    while (match(rest, enumerator)) {
      what = substr(rest, RSTART, RLENGTH)
      rest = substr(rest, RSTART + RLENGTH)
      sub(/^[^A-Z]/, "", what)
      told[name_of[f]] = told[name_of[f]] " " what
    }
  }
}
