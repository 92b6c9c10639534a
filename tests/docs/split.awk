# Splits a Markdown document into its fenced blocks: NN.body has the text of each, NN.head the line
# number, the language and the marker, `<!-- test: ... -->`, of the line before the fence.
#   awk -v folder=<where to> -f split.awk document.md
/^ *```/ && !inside {
  inside = 1
  indent = match($0, /`/) - 1
  language = substr($0, indent + 4)
  name = sprintf("%s/%03d", folder, ++count)
  print NR > (name ".head")
  print language > (name ".head")
  print marker > (name ".head")
  close(name ".head")
  printf "" > (name ".body")
  marker = ""
  next
}
inside && /^ *``` *$/ {
  inside = 0
  close(name ".body")
  next
}
inside {
  print substr($0, indent + 1) > (name ".body")
  next
}
{
  marker = ""
  if (match($0, /^ *<!-- test: .* -->$/)) {
    marker = $0
    sub(/^ *<!-- test: /, "", marker)
    sub(/ -->$/, "", marker)
  }
}
END {
  if (inside) {
    print "a fenced block has no end" > "/dev/stderr"
    exit 1
  }
}
