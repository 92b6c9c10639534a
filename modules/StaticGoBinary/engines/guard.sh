#!/bin/sh
# guard.sh CLEANUP COMMAND...
#
# Runs the command. Where it is interrupted, or the process that wanted it is gone, CLEANUP (shell
# code that removes the container) runs until the command has ended, and once more: a container
# that was just being created is removed, too.
set -u
cleanup=$1
shift
parent=$PPID

# shellcheck disable=SC2317 # a trap calls it
interrupted() {
  trap '' INT TERM HUP
  [ -n "$child" ] || exit 130
  while :; do
    eval "$cleanup"
    sleep 1
  done >/dev/null 2>&1 &
  cleaner=$!
  wait "$child"
  kill -KILL "$cleaner" # it has inherited that signals are ignored
  eval "$cleanup" >/dev/null 2>&1
  kill "$watcher" 2>/dev/null
  exit 130
}

# `make` that gets a signal alone does not pass it to the commands below its shells. Started before
# the trap is set: a subshell that still had it could lose the `kill` below, and live on.
(while kill -0 "$parent"; do
  sleep 1
done && kill -TERM $$) </dev/null >/dev/null 2>&1 &
watcher=$!

child=
trap interrupted INT TERM HUP
"$@" &
child=$!

wait "$child"
status=$?
kill "$watcher"
exit "$status"
