# Sources of C++ as functions and their statements, and the members of structs: the first part of who
# reads what. Comments, texts and lines of the preprocessor are left out. Knows the layout of
# clang-format: a block has a blank before its brace, an initializer has none or follows one of "=,({".
#
# Afterwards the statements of function f are said[first_of[f]] to said[last_of[f]]; name_of, file_of,
# room_of and owner_of (its struct or class) tell of it. fields[S] holds the members of S,
# type_of[S, m] what was written as their type, accessor[file, name] what a function returns.

FNR == 1 {
  file = FILENAME
  split(file, path, "/")
  room = path[2]
  depth = 0
  text = function_at = class_at = ""
}

/^#/ { next }

{
  line = $0
  gsub(/\\./, "", line)
  gsub(/"[^"]*"/, "\"\"", line)
  sub(/\/\/.*/, "", line)
  gsub(/[0-9]'[0-9]/, "00", line)
  gsub(/'[^']*'/, "0", line)
  while (match(line, /[{};]/)) {
    text = text " " substr(line, 1, RSTART - 1)
    mark = substr(line, RSTART, 1)
    line = substr(line, RSTART + 1)
    if (mark == "{") opened()
    else if (mark == "}") closed()
    else ended()
  }
  text = text " " line
}

# `text` up to here is the head of a block, or the beginning of an initializer.
function opened() {
  sub(/^ +/, "", text)
  if (text ~ /[^ ]$/ || text ~ /([=,({]|return) *$/) return push("initializer")
  if (function_at != "") {
    note(text)
    push("block")
  } else if (text ~ /^(inline )?namespace/ || text ~ /^enum /) {
    push("names")
  } else if (text ~ /\(/) {
    begin_function()
    push("function")
  } else {
    if (match(text, /(struct|class) [A-Za-z]+/)) {
      class_at = substr(text, RSTART, RLENGTH)
      sub(/.* /, "", class_at)
    }
    push("class")
  }
  text = ""
}

function push(kind) {
  if (kind == "initializer") text = text "{"
  kinds[++depth] = kind
}

function closed(  kind) {
  kind = kinds[depth--]
  if (kind == "initializer") {
    text = text "}"
    return
  }
  if (function_at != "") note(text)
  if (kind == "function") function_at = ""
  if (kind == "class") class_at = ""
  text = ""
}

function ended() {
  if (kinds[depth] == "initializer") {
    text = text ";"
    return
  }
  sub(/^ +/, "", text)
  if (function_at != "") note(text)
  else if (class_at != "" && text ~ /\(/) note_accessor(text)
  else if (class_at != "") note_fields(text)
  text = ""
}

# The name that stands before the first bracket of a head.
function name_in(head) {
  sub(/^ *template <.*> *(class|constexpr|inline|auto)/, "", head)
  sub(/\(.*/, "", head)
  sub(/.*[^A-Za-z_0-9:~]/, "", head)
  return head
}

function begin_function(  name, owner) {
  name = name_in(text)
  owner = class_at
  if (name ~ /::/) {
    owner = name
    sub(/::.*/, "", owner)
    sub(/.*::/, "", name)
  }
  note_accessor(text)
  function_at = ++functions
  name_of[functions] = name
  file_of[functions] = file
  room_of[functions] = room
  owner_of[functions] = owner
  first_of[functions] = statements + 1
  note(text)
}

function note(statement) {
  if (statement ~ /^ *$/) return
  said[++statements] = statement
  last_of[function_at] = statements
}

# A function without arguments that returns a struct is named as a variable is.
function note_accessor(head) {
  if (head !~ /\(\)/ || !match(head, /[A-Z][A-Za-z]*& /)) return
  accessor[file, name_in(head)] = substr(head, RSTART, RLENGTH - 2)
}

# The members that a line of a struct declares: "double a = 1, b = 1", "std::array<T, n> c{}".
function note_fields(declared,  type, n, i, names, name) {
  sub(/^ *(public|private):/, "", declared)
  sub(/^ +/, "", declared)
  if (declared ~ /^(static|using|friend|typedef|template)/) return
  while (declared ~ /\{[^{}]*\}/) gsub(/\{[^{}]*\}/, "", declared)
  while (match(declared, /<[^<>]*>/)) {
    type = type " " substr(declared, RSTART + 1, RLENGTH - 2)
    declared = substr(declared, 1, RSTART - 1) "@" substr(declared, RSTART + RLENGTH)
  }
  gsub(/ *=[^,]*/, "", declared)
  n = split(declared, names, ",")
  type = type " " names[1]
  for (i = 1; i <= n; ++i) {
    name = names[i]
    sub(/ +$/, "", name)
    sub(/.*[ &*]/, "", name)
    if (name !~ /^[a-z]/ || ((class_at, name) in type_of)) continue
    type_of[class_at, name] = type
    fields[class_at] = fields[class_at] " " name
  }
  if (!(class_at in is_struct)) structs = structs " " class_at
  is_struct[class_at] = 1
}

