# pgvector for the local PostgreSQL: the distribution's package, else built from a newer Debian release's source.

PGVECTOR_SUITE=trixie

provide_pgvector() {
  local share major
  share=$("$PG_BIN/pg_config" --sharedir 2>/dev/null) || share=/usr/share/postgresql/$(postgres_major)
  [[ -f $share/extension/vector.control ]] && return
  major=$(postgres_major)
  is_root || fail "pgvector is missing and installing it needs root: run './dunning up' once as root, or install postgresql-$major-pgvector"
  if packaged "postgresql-$major-pgvector"; then
    need_packages pgvector "postgresql-$major-pgvector"
  else
    build_pgvector "$major"
  fi
  [[ -f $share/extension/vector.control ]] || fail "pgvector was installed, but not for the PostgreSQL in $PG_BIN"
}

postgres_major() { "$PG_BIN/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

debian_mirror() {
  {
    sed -n 's/^URIs:[[:space:]]*//p' /etc/apt/sources.list.d/*.sources
    sed -nE 's/^deb[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+).*/\2/p' /etc/apt/sources.list
  } 2>/dev/null | grep -m1 -E '/debian/?$' || echo http://deb.debian.org/debian
}

# A private apt configuration leaves the machine's own sources as they are.
build_pgvector() {
  local major=$1 log=$HOME_DIR/log/pgvector.log work
  need_packages 'the build tools for pgvector' "postgresql-server-dev-$major" make gcc libc6-dev dpkg-dev
  say "building pgvector for PostgreSQL $major"
  work=$(mktemp -d /tmp/dunning-pgvector.XXXXXX)
  mkdir -p "$work"/{parts,lists/partial,cache/archives/partial}
  printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
    "$(debian_mirror)" "$PGVECTOR_SUITE" >"$work/parts/source.sources"
  printf 'Dir::Etc::SourceList "/dev/null";\nDir::Etc::SourceParts "%s/parts";\nDir::State::Lists "%s/lists";\nDir::Cache "%s/cache";\nAPT::Sandbox::User "root";\n' \
    "$work" "$work" "$work" >"$work/apt.conf"
  if ! compile_pgvector "$work" "$PG_BIN/pg_config" >"$log" 2>&1; then
    rm -rf "$work"
    fail "pgvector cannot be built: $(last_line "$log") (see $log)"
  fi
  rm -rf "$work"
}

compile_pgvector() (
  set -e
  cd "$1"
  export APT_CONFIG=$1/apt.conf
  apt-get update -q
  apt-get source -q pgvector
  cd pgvector-*/
  # The portable flag keeps the library usable when the disk moves to another processor.
  make -j2 with_llvm=no OPTFLAGS= PG_CONFIG="$2"
  make install with_llvm=no PG_CONFIG="$2"
) 9>&-
