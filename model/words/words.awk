# Makes the tables of words of words.csv (key, en, da) and fails where the table is at fault: a key
# twice, an empty text, other places to fill in, a key that nobody uses.
#
#   awk -v keys=FILE -v texts=FILE -v sources=LIST -v data=LIST -f words.awk words.csv
#
# A key is used where a source names it; or where a source names its group (what stands before the
# first point) and a source or a data file names the rest, as an enumerator or a row, or is it.
# A spreadsheet may have saved the table: with ';' between cells, a mark of its encoding, other
# line ends.

function fault(text) { print "words.csv:" text > "/dev/stderr"; faults++ }

# Splits a line into cell[1], cell[2] …; returns how many, 0 where a quote is left open.
function cells_of(line,    n, c, i, quoted, text) {
  n = 0; text = ""; quoted = 0
  for (i = 1; i <= length(line); i++) {
    c = substr(line, i, 1)
    if (quoted && c == "\"" && substr(line, i + 1, 1) == "\"") { text = text c; i++ }
    else if (c == "\"") quoted = !quoted
    else if (c == separator && !quoted) { cell[++n] = text; text = "" }
    else text = text c
  }
  cell[++n] = text
  return quoted ? 0 : n
}

# The places of a text that are filled in, in order, each once.
function places_of(text,    i, found) {
  found = ""
  for (i = 0; i < 20; i++) if (index(text, "{" i "}")) found = found i " "
  return found
}

function quoted(text) { gsub(/"/, "\\\"", text); return "\"" text "\"" }

function sort(from, to,    i, last, pivot, kept) {
  if (from >= to) return
  kept = name[int((from + to) / 2)]; name[int((from + to) / 2)] = name[from]; name[from] = kept
  last = from
  for (i = from + 1; i <= to; i++)
    if (name[i] < name[from]) { last++; kept = name[last]; name[last] = name[i]; name[i] = kept }
  kept = name[from]; name[from] = name[last]; name[last] = kept
  sort(from, last - 1); sort(last + 1, to)
}

# Every string of a source is noted, and its parts between points.
function read_source(file,    rest, text, n, i, part) {
  while ((getline rest < file) > 0)
    while (match(rest, /"([^"\\]|\\.)*"/)) {
      text = substr(rest, RSTART + 1, RLENGTH - 2)
      rest = substr(rest, RSTART + RLENGTH)
      literal[text] = 1
      n = split(text, part, ".")
      for (i = 1; i <= n; i++) literal[part[i]] = 1
    }
  close(file)
}

function read_data(file,    text) {
  while ((getline text < file) > 0) told = told "\n" text
  close(file)
}

{
  sub(/\r$/, "")
  if (FNR == 1) {
    sub(/^\357\273\277/, "")
    separator = substr($0, 4, 1)
    if ($0 != "key" separator "en" separator "da") fault("1: the heading is not key,en,da")
    next
  }
  if ($0 == "") next
  n = cells_of($0)
  if (n != 3) { fault(FNR ": " n " cells, or a quote left open; 3 are wanted"); next }
  key = cell[1]
  if (key !~ /^[a-z_0-9]+\../) fault(FNR ": '" key "' is no group.name")
  if (key in line) fault(FNR ": '" key "' is already in line " line[key])
  if (cell[2] == "" || cell[3] == "") { if (key !~ /^units\./) fault(FNR ": '" key "' has an empty text") }
  if (places_of(cell[2]) != places_of(cell[3]))
    fault(FNR ": '" key "' fills in " places_of(cell[2]) "in English and " places_of(cell[3]) "in Danish")
  line[key] = FNR; en[key] = cell[2]; da[key] = cell[3]
  name[++count] = key
  next
}

END {
  while ((getline path < sources) > 0) {
    read_source(path)
    if (match(path, /model\/[^\/]+\/[^\/]+$/)) literal[substr(path, RSTART)] = 1
  }
  while ((getline path < data) > 0) read_data(path)
  for (i = 1; i <= count; i++) {
    key = name[i]
    if (key in literal) continue
    point = index(key, ".")
    part = substr(key, point + 1)
    if ((substr(key, 1, point - 1) in literal) && ((part in literal) || index(told, part))) continue
    fault(line[key] ": '" key "' is used nowhere")
  }
  if (faults) exit 1
  sort(1, count)
  printf "" > keys
  printf "" > texts
  for (i = 1; i <= count; i++) {
    print quoted(name[i]) "," > keys
    print "{" quoted(en[name[i]]) ", " quoted(da[name[i]]) "}," > texts
  }
}
