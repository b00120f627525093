# The console's front-end files, restored from its lock file into wwwroot/lib, which is not under version control.

restore_assets() {
  local console=$ROOT/src/Dunning.Console lib work log=$HOME_DIR/log/npm.log
  lib=$console/wwwroot/lib
  cmp -s "$console/package-lock.json" "$lib/restored.json" && return
  mkdir -p "$HOME_DIR/log"
  command -v npm >/dev/null || need_packages 'npm (front-end files of the console)' nodejs npm
  say 'restoring the front-end files of the console'
  work=$(mktemp -d /tmp/dunning-npm.XXXXXX) || fail 'no space in /tmp'
  cp "$console/package.json" "$console/package-lock.json" "$work/"
  if ! (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund) >"$log" 2>&1 9>&-; then
    rm -rf "$work"
    fail "npm ci failed: $(grep -m1 'npm error' "$log" || last_line "$log") (see $log)"
  fi
  rm -rf "$lib"
  mkdir -p "$lib"
  cp "$work/node_modules/htmx.org/dist/htmx.min.js" \
    "$work/node_modules/bootstrap/dist/css/bootstrap.min.css" \
    "$work/node_modules/bootstrap/dist/js/bootstrap.bundle.min.js" \
    "$work/node_modules/chart.js/dist/chart.umd.js" "$lib/" || fail 'an npm package lacks an expected file'
  rm -rf "$work"
  cp "$console/package-lock.json" "$lib/restored.json"
}
