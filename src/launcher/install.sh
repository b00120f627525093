# Debian packages, installed only when missing and never started by the distribution's own scripts.

# need_packages WHAT PACKAGE...: installs, or ends with a line saying what to do.
need_packages() {
  local what=$1 log=$HOME_DIR/log/install.log
  shift
  is_root || fail "$what is missing and installing it needs root: run as root 'apt-get install $*'"
  command -v apt-get >/dev/null || fail "$what is missing and this system has no apt-get: install $* by its own means"
  say "installing $* ($what)"
  if ! apt_install "$log" "$@"; then
    apt-get update -q -o DPkg::Lock::Timeout=300 >>"$log" 2>&1
    apt_install "$log" "$@" || fail "$what: apt-get install $* failed: $(grep -m1 '^E:' "$log" || last_line "$log") (see $log)"
  fi
}

# A policy of 101 keeps a package from starting its service (a mail server on port 25, a second database).
apt_install() {
  local log=$1 policy=/usr/sbin/policy-rc.d own=false status
  shift
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 0755 "$policy" && own=true
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 \
    "$@" >"$log" 2>&1 9>&- </dev/null
  status=$?
  [[ $own = true ]] && rm -f "$policy"
  if [[ $status -eq 0 && -d /run/systemd/system ]]; then
    # Freshly installed, so nobody else relies on the distribution's own instances yet.
    systemctl disable -q postfix dovecot postgresql >>"$log" 2>&1 || true
  fi
  return $status
}

packaged() { apt-cache show "$1" >/dev/null 2>&1; }
