# Shared by all parts: messages, locks, secrets, ports, and where an installation keeps its things.

say() { printf '%s\n' "$*" >&2; }
fail() { printf 'dunning: %s\n' "$*" >&2; exit 1; }
misused() { printf 'dunning: %s\n' "$*" >&2; exit 2; }

is_root() { [[ $EUID -eq 0 ]]; }

# Last meaningful line of a log, for the one line that names the cause.
last_line() { grep -v '^[[:space:]]*$' "$1" 2>/dev/null | tail -n 1 | cut -c1-300; }

random_hex() { od -An -v -tx1 -N "$1" /dev/urandom | tr -d ' \n'; }

json_text() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "$text"
}

# Runs a command from a directory every user can read: servers that drop privileges refuse to start elsewhere.
# Descriptor 9 carries locks and must not leak into a daemon, which would hold them for ever.
detached() { (cd / && exec "$@" 9>&- </dev/null); }

# A lock for the whole machine: ports and package installation are shared between installations.
# The file is opened for reading when it exists, as another user may own it.
with_machine_lock() {
  local file=/tmp/.dunning-machine.lock status
  [[ -e $file ]] || (umask 0; : >"$file") 2>/dev/null
  exec 9<"$file" || fail "cannot open $file"
  flock -w 3 9 || { say 'another installation is being started or installed: waiting for it'; flock 9; }
  "$@"
  status=$?
  exec 9<&-
  return $status
}

# Home, state, run directories:
#   HOME_DIR  what the user names; secrets, ports, logs
#   STATE     data of the servers; moves to /var/lib when other users may not enter HOME_DIR (a clone under /root)
#             or its path holds characters that Postfix cannot take
#   RUN       sockets; kept short, as a socket's path must stay below 108 bytes
load_installation() {
  INSTALLATION=$(cat "$HOME_DIR/id" 2>/dev/null) || INSTALLATION=
  STATE=$HOME_DIR
  [[ -f $HOME_DIR/state ]] && STATE=$(cat "$HOME_DIR/state")
  if is_root; then RUN=/run/dunning/$INSTALLATION; else RUN=/tmp/dunning-$EUID-$INSTALLATION; fi
  # shellcheck source=/dev/null
  [[ -f $HOME_DIR/ports.env ]] && source "$HOME_DIR/ports.env"
  return 0
}

create_installation() {
  mkdir -p "$HOME_DIR/secrets" "$HOME_DIR/log" 2>/dev/null ||
    fail "cannot create $HOME_DIR: no rights or no space; set DUNNING_HOME to a directory you may write"
  HOME_DIR=$(cd "$HOME_DIR" && pwd -P)
  chmod 0700 "$HOME_DIR/secrets"
  if [[ ! -s $HOME_DIR/id ]]; then
    local free
    free=$(df -Pk "$HOME_DIR" | awk 'NR==2 {print $4}')
    [[ $free -ge 524288 ]] || fail "less than 512 MB free on the disk of $HOME_DIR"
    random_hex 4 >"$HOME_DIR/id"
    choose_state_directory
  fi
  load_installation
  mkdir -p "$STATE" "$RUN" || fail "cannot create $STATE and $RUN"
  [[ -O $RUN && ! -L $RUN ]] || fail "$RUN belongs to somebody else; remove it"
  chmod 0755 "$RUN"
}

choose_state_directory() {
  is_root || return 0
  if [[ $HOME_DIR =~ [^A-Za-z0-9_./-] ]] || ! detached runuser -u nobody -- test -x "$HOME_DIR" 2>/dev/null; then
    printf '/var/lib/dunning/%s' "$(cat "$HOME_DIR/id")" >"$HOME_DIR/state"
    say "server data goes to $(cat "$HOME_DIR/state"), as the servers' own users may not enter $HOME_DIR"
  fi
}

# Prints a secret, making it on first use; readable by the owner of the installation alone.
secret() {
  local file=$HOME_DIR/secrets/$1
  [[ -s $file ]] || (umask 077; random_hex 16 >"$file")
  cat "$file"
}

port_taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# choose_port NAME DEFAULT_OFFSET DEFAULT: keeps the remembered port when it is free, else takes the next free one.
choose_port() {
  local name=$1 remembered=${!1:-} first port
  first=$3
  [[ -n ${DUNNING_PORT_BASE:-} ]] && first=$((DUNNING_PORT_BASE + $2))
  first=${remembered:-$first}
  port=$first
  while port_taken "$port" || [[ " ${CHOSEN_PORTS:-} " = *" $port "* ]]; do
    port=$((port + 5))
    [[ $port -lt $((first + 1000)) && $port -lt 65536 ]] ||
      fail "no free port from $first on for $name; set DUNNING_PORT_BASE to another range"
  done
  [[ -n $remembered && $remembered != "$port" ]] &&
    say "port $remembered (${name,,}) is taken by another program: moved to $port"
  CHOSEN_PORTS="${CHOSEN_PORTS:-} $port"
  printf -v "$name" %s "$port"
}

remember_ports() {
  local name
  for name in DATABASE_PORT SUBMISSION_PORT MX_PORT IMAP_PORT IMAPS_PORT; do
    [[ -n ${!name:-} ]] && printf '%s=%s\n' "$name" "${!name}"
  done >"$HOME_DIR/ports.env.new"
  mv "$HOME_DIR/ports.env.new" "$HOME_DIR/ports.env"
}
