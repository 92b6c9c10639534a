#!/bin/sh
# interrupt.sh SIGNAL group|process CONDITION COMMAND...
#
# Runs the command in a process group of its own and, as soon as CONDITION (shell code) holds, sends
# the signal to the group, as a terminal does at Ctrl-C, or to the first process alone. Prints the
# command's output; fails where the condition never held.
set -u
signal=$1
whom=$2
condition=$3
shift 3

# A background job ignores SIGINT, and what it starts would inherit that.
defaults=
env --default-signal=INT true 2>/dev/null && defaults="env --default-signal=INT"
# shellcheck disable=SC2086 # words
setsid $defaults "$@" &
leader=$!

tries=0
until eval "$condition"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 600 ] || ! kill -0 "$leader"; then
    echo "interrupt.sh: never came to the point where it should be interrupted"
    kill -KILL -- "-$leader"
    exit 1
  fi
  sleep 0.2
done
case $whom in
  group) kill -s "$signal" -- "-$leader" ;;
  process) kill -s "$signal" "$leader" ;;
esac
wait "$leader"
echo "ended with $?"
