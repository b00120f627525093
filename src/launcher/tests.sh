# All test projects against a throwaway database and mail servers of their own.

run_tests() {
  local filter='' full=false argument
  for argument in "$@"; do
    case $argument in
      --full) full=true ;;
      --json) ;;
      -*) misused "test takes a filter, --full and --json: $argument" ;;
      *) [[ -z $filter ]] || misused "test takes one filter: $argument"; filter=$argument ;;
    esac
  done
  [[ -z ${DUNNING_DB:-} ]] || say 'the tests use a private database, never the one in DUNNING_DB'
  unset "${!DUNNING_DB@}" "${!DUNNING_SMTP@}" "${!DUNNING_IMAP@}"
  HOME_DIR=$HOME_DIR/test
  with_machine_lock create_installation
  exec 7>"$HOME_DIR/lock"
  flock -n 7 || { say 'another test run is going on: waiting for it'; flock 7; }
  need_dotnet
  if ! command -v chromium >/dev/null || [[ ! -d /usr/share/fonts/truetype/liberation ]]; then
    need_packages 'the browser for the console tests' chromium fonts-liberation
  fi
  build_project Dunning.Agent.sln
  # A process of its own: inside a trap, bash's bare 'return' yields the status from before the trap.
  trap 'DUNNING_HOME=$HOME_DIR "$ROOT/dunning" down >/dev/null' EXIT
  DUNNING_THROWAWAY=1 start_servers database mail 7>&-
  # A subshell, as stopping must still see the private servers and not the DUNNING_DB that the tests are given.
  (
    export_environment
    [[ $full = true ]] && export DUNNING_FULL=1
    test_projects "$filter" "$full"
  )
}

test_projects() {
  local filter=$1 full=$2 results=$HOME_DIR/results project name status options p f s passed=0 failed=0 skipped=0
  rm -rf "$results"
  for project in "$ROOT"/tests/*.Tests; do
    name=${project##*/}
    options=(--no-build -c Release --logger "trx;LogFileName=$name.trx" --results-directory "$results")
    [[ -n $filter ]] && options+=(--filter "FullyQualifiedName~$filter")
    [[ $full = true ]] || options+=(--blame-hang-timeout 10m)
    say "testing $name"
    (cd "$ROOT" && dotnet test "$project" "${options[@]}") >&2 7>&- </dev/null
    status=$?
    read -r p f s < <(test_counts "$results/$name.trx")
    # A host that crashed reports no failed test, and must not pass for that.
    if [[ $status -ne 0 && $f -eq 0 ]]; then f=1; say "$name ended with exit code $status without naming a failed test"; fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  done
  if [[ $JSON = true ]]; then
    printf '{"passed":%d,"failed":%d,"skipped":%d}\n' "$passed" "$failed" "$skipped"
  else
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  fi
  [[ $failed -eq 0 ]] || exit 1
  [[ $passed -gt 0 ]] || fail "no test ran${filter:+ for the filter $filter}"
}

# The result file counts a skipped test only as not executed.
test_counts() {
  local counters total executed passed
  counters=$(grep -m1 -o '<Counters [^>]*>' "$1" 2>/dev/null) || { echo 0 0 0; return; }
  total=$(counter total) executed=$(counter executed) passed=$(counter passed)
  echo "$passed $((executed - passed)) $((total - executed))"
}

counter() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$counters"; }
