# Timing and statistics. A sample is a line "<name> <microseconds>" in $samples.
#
# shellcheck shell=sh
# Variables of bench/run, which reads this file:
# shellcheck disable=SC2154

say() { echo "bench: $*" >&2; }

# What the measured commands print goes into the log; the end of it is shown when one fails.
logged() {
  "$@" >>"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    say "failed: $*"
    exit 1
  }
}

now() { echo "$(($(date +%s%N) / 1000))"; }

sample() { echo "$1 $2" >>"$samples"; }

# timed <name> <command...>
timed() {
  name=$1
  shift
  start=$(now)
  logged "$@"
  sample "$name" "$(($(now) - start))"
}

# Median, least and most of every name, in seconds: lines "<name> <median> <min> <max> <count>".
statistics() {
  sort -k 1,1 -k 2,2n "$samples" | awk '
    function flush(  middle) {
      if (!n) return
      middle = n % 2 ? value[(n + 1) / 2] : (value[n / 2] + value[n / 2 + 1]) / 2
      printf "%s %.4f %.4f %.4f %d\n", name, middle / 1e6, value[1] / 1e6, value[n] / 1e6, n
      n = 0
    }
    $1 != name { flush(); name = $1 }
    { value[++n] = $2 }
    END { flush() }'
}
