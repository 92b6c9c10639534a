# The table, the targets, the JSON.
#
# shellcheck shell=sh
# Variables of bench/run, which reads this file:
# shellcheck disable=SC2154

# Rows of the table: name and what it is.
rows() {
  cat <<'END'
article-cold The article's way, cold
article-edited The article's way, one file edited
ours-cold Ours, cold: configure, elf_check, everything
ours-fresh-tree Ours, fresh build tree, warm shared cache
ephemeral-edited Ours, one file edited
kept-edited Ours, one file edited, kept builder
bubblewrap-edited Ours, one file edited, bubblewrap
ephemeral-touched Ours, one file touched, not changed
kept-touched Ours, one file touched, kept builder
bubblewrap-touched Ours, one file touched, bubblewrap
ours-no-op Ours, nothing to do (cmake --build)
engine-start Two containers that do nothing, at once
floor-cold The floor, cold: bare go build
floor-edited The floor, one file edited
floor-touched The floor, one file touched
floor-no-op The floor, nothing to do
ninja-no-op Nothing to do: ninja, tcapflow
ninja-empty the same number of empty rules
ninja-many-no-op Nothing to do: ninja, 10 targets x 8
ninja-many-empty the same number of empty rules
configure-10 Configure 10 targets x 8 architectures
configure-25 Configure 25 targets x 8 architectures
configure-50 Configure 50 targets x 8 architectures
END
}

# Targets: |measured|divided by (sum of)|at most|what it is. Without a divisor: seconds.
targets() {
  cat <<'END'
kept-edited|engine-start+floor-edited|1.15|edited, kept builder : engine start + floor
kept-edited|article-edited|0.08|edited, kept builder : article
ephemeral-edited|article-edited|0.30|edited : article
ours-fresh-tree|article-cold|0.35|fresh tree, warm cache : article
ours-cold|article-cold|0.90|cold : article
ninja-no-op|ninja-empty|1.05|no-op, tcapflow : empty Ninja build
ninja-many-no-op|ninja-many-empty|1.05|no-op, 10 x 8 : empty Ninja build
configure-50||2.00|configure 50 x 8, seconds
configure-50|configure-10+configure-10+configure-10+configure-10+configure-10|1.00|configure 50 x 8 : 5 times 10 x 8
END
}

# Lines "<what>|<measured>|<limit>|<pass or MISS>".
judged_targets() {
  {
    statistics
    targets
  } | awk -F '|' '
    NF == 1 { split($0, word, " "); median[word[1]] = word[2]; next }
    {
      value = median[$1]
      sum = 0
      terms = split($2, name, "+")
      for (i = 1; i <= terms; i++) sum += median[name[i]]
      if (terms) value = sum ? value / sum : 0
      printf "%s|%.3f|%.2f|%s\n", $4, value, $3, (value > 0 && value <= $3 ? "pass" : "MISS")
    }'
}

machine() {
  echo "$(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), Alpine: $alpine, docker $(docker version --format '{{.Server.Version}}'), load before $load_before, after $(cut -d ' ' -f 1 /proc/loadavg)"
}

print_report() {
  printf '\n%s\n\n' "$(machine)"
  printf '%-48s %9s %9s %9s %5s\n' 'seconds, both architectures' median least most runs
  statistics >"$work/statistics"
  rows | while read -r name text; do
    awk -v name="$name" -v text="$text" '
      $1 == name { printf "%-48s %9.3f %9.3f %9.3f %5d\n", text, $2, $3, $4, $5 }' "$work/statistics"
  done
  printf '\n%-48s %9s %9s\n' 'targets' measured 'at most'
  judged_targets | awk -F '|' '{ printf "%-48s %9s %9s  %s\n", $1, $2, $3, $4 }'
}

write_json() {
  printf '{\n  "machine": "%s",\n  "measurements": {\n' "$(machine | sed 's/["\\]/\\&/g')"
  statistics | while read -r name median least most count; do
    values=$(awk -v name="$name" '$1 == name { printf "%s%.6f", separator, $2 / 1e6; separator = ", " }' "$samples")
    printf '    "%s": {"median": %s, "min": %s, "max": %s, "count": %s, "samples": [%s]},\n' \
      "$name" "$median" "$least" "$most" "$count" "$values"
  done | sed '$s/,$//'
  printf '  },\n  "targets": [\n'
  judged_targets | awk -F '|' '{ printf "    {\"what\": \"%s\", \"measured\": %s, \"at_most\": %s, \"pass\": %s},\n", $1, $2, $3, ($4 == "pass" ? "true" : "false") }' | sed '$s/,$//'
  printf '  ]\n}\n'
}
