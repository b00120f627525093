# The database: one that DUNNING_DB names, a container, or a private cluster from local PostgreSQL binaries.

POSTGRES_IMAGE=pgvector/pgvector:0.8.1-pg17

database_kind() {
  if [[ -n ${DUNNING_DB:-} ]]; then
    echo external
  elif [[ -s $HOME_DIR/database ]]; then
    cat "$HOME_DIR/database" # an installation stays with what holds its data
  elif ! newest_postgres >/dev/null && docker info >/dev/null 2>&1; then
    echo docker
  else
    echo local
  fi
}

# Prints the directory of the newest PostgreSQL server's binaries.
newest_postgres() {
  local bin candidates=()
  while read -r bin; do candidates+=("$bin"); done < <(
    printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV
    command -v pg_config >/dev/null && pg_config --bindir
    dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null
  )
  for bin in "${candidates[@]}"; do
    [[ -x $bin/initdb && -x $bin/pg_ctl && -x $bin/psql ]] && { echo "$bin"; return; }
  done
  return 1
}

# A cluster keeps to the major version that made it.
postgres_of_cluster() {
  local major bin
  major=$(cat "$STATE/pg/data/PG_VERSION" 2>/dev/null) || { newest_postgres; return; }
  for bin in "/usr/lib/postgresql/$major/bin" "$(newest_postgres)"; do
    [[ -x $bin/postgres && $("$bin/postgres" --version) = *" $major"[.\ b]* ]] && { echo "$bin"; return; }
  done
  return 1
}

start_database() {
  local kind
  kind=$(database_kind)
  case $kind in
    external) check_external_database; return ;;
    docker) start_container ;;
    *) start_cluster ;;
  esac
  echo "$kind" >"$HOME_DIR/database"
  provision_database
}

# Runs as the cluster's user: postgres when started by root (the server refuses root), else ourselves.
as_postgres() {
  if is_root; then detached runuser -u postgres -- "$@"; else detached "$@"; fi
}

superuser_sql() {
  local password
  password=$(secret db-superuser)
  if [[ $(database_kind) = docker ]]; then
    docker exec -i -e PGPASSWORD="$password" "dunning-$INSTALLATION" psql -h 127.0.0.1 -U postgres -v ON_ERROR_STOP=1 -qAt "$@"
  else
    PGPASSWORD=$password PGCONNECT_TIMEOUT=3 "$PG_BIN/psql" -X -h 127.0.0.1 -p "$DATABASE_PORT" -U postgres -v ON_ERROR_STOP=1 -qAt "$@"
  fi
}

# True only when our own server answers with our own password, whatever else may sit on the port.
database_answers() {
  [[ -n ${DATABASE_PORT:-} ]] || return 1
  if [[ $(database_kind) != docker ]]; then PG_BIN=$(postgres_of_cluster) || return 1; fi
  [[ -s $HOME_DIR/secrets/db-superuser && $(superuser_sql -d postgres -c 'select 1' 2>/dev/null) = 1 ]]
}

start_cluster() {
  newest_postgres >/dev/null || need_packages PostgreSQL postgresql
  PG_BIN=$(postgres_of_cluster) ||
    fail "the database in $STATE/pg was made by PostgreSQL $(cat "$STATE/pg/data/PG_VERSION"), which is gone: install postgresql-$(cat "$STATE/pg/data/PG_VERSION")"
  provide_pgvector
  database_answers && return
  [[ -s $STATE/pg/data/PG_VERSION ]] || create_cluster
  choose_port DATABASE_PORT 0 55432
  remember_ports
  write_cluster_settings
  # After a kill the old processes need a moment to notice; the server says so and may be asked again.
  local attempt log=$STATE/pg/server.log
  for attempt in 1 2 3 4 5; do
    as_postgres "$PG_BIN/pg_ctl" -D "$STATE/pg/data" -w -t 120 -l "$log" start >/dev/null 2>&1 && break
    database_answers && break
    [[ $attempt -lt 5 ]] || fail "PostgreSQL does not start: $(last_line "$log") (see $log)"
    sleep 2
  done
  database_answers || fail "PostgreSQL runs on port $DATABASE_PORT but refuses the password in $HOME_DIR/secrets"
}

create_cluster() {
  local password_file log=$HOME_DIR/log/initdb.log
  if is_root; then
    install -d -o postgres -g postgres -m 0700 "$STATE/pg" || fail "cannot create $STATE/pg"
  else
    mkdir -p -m 0700 "$STATE/pg"
  fi
  rm -rf "$STATE/pg/data.new"
  password_file=$STATE/pg/.password
  (umask 077; secret db-superuser >"$password_file")
  is_root && chown postgres: "$password_file"
  as_postgres "$PG_BIN/initdb" -D "$STATE/pg/data.new" --auth=scram-sha-256 --pwfile="$password_file" \
    -U postgres -E UTF8 --locale=C.UTF-8 >"$log" 2>&1 || fail "initdb failed: $(last_line "$log") (see $log)"
  rm -f "$password_file"
  rm -rf "$STATE/pg/data"
  mv "$STATE/pg/data.new" "$STATE/pg/data"
}

write_cluster_settings() {
  local sockets=$RUN/pg conf=$STATE/pg/data/postgresql.conf
  if is_root; then install -d -o postgres -g postgres -m 0700 "$sockets"; else mkdir -p -m 0700 "$sockets"; fi
  [[ ${#sockets} -lt 90 ]] || fail "the socket directory's path is too long: $sockets"
  cat >"$STATE/pg/data/dunning.conf" <<CONF
port = $DATABASE_PORT
listen_addresses = '127.0.0.1'
unix_socket_directories = '$sockets'
max_connections = 200
shared_buffers = 128MB
password_encryption = 'scram-sha-256'
CONF
  if [[ ${DUNNING_THROWAWAY:-} = 1 ]]; then
    printf 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n' >>"$STATE/pg/data/dunning.conf"
  fi
  grep -q '^include = .dunning.conf' "$conf" || echo "include = 'dunning.conf'" >>"$conf"
  is_root && chown postgres: "$STATE/pg/data/dunning.conf"
  return 0
}

start_container() {
  local name=dunning-$INSTALLATION log=$HOME_DIR/log/docker.log attempt
  database_answers && return
  if ! docker start "$name" >"$log" 2>&1; then
    choose_port DATABASE_PORT 0 55432
    remember_ports
    (umask 077; echo "POSTGRES_PASSWORD=$(secret db-superuser)" >"$HOME_DIR/secrets/container.env")
    docker run -d --name "$name" --env-file "$HOME_DIR/secrets/container.env" --shm-size 256m \
      -p "127.0.0.1:$DATABASE_PORT:5432" -v "$name:/var/lib/postgresql/data" "$POSTGRES_IMAGE" >"$log" 2>&1 ||
      fail "docker run $POSTGRES_IMAGE failed: $(last_line "$log")"
  fi
  for attempt in {1..60}; do database_answers && return; sleep 1; done
  fail "the container $name does not answer after $attempt s: see 'docker logs $name'"
}

# Roles and the empty database; the program's own migrations do the rest. Harmless to repeat.
provision_database() {
  local log=$HOME_DIR/log/provision.log
  superuser_sql -d postgres >"$log" 2>&1 <<SQL || fail "cannot set up the database: $(last_line "$log")"
SET client_min_messages = warning;
SELECT format('CREATE ROLE %I', r) FROM unnest(ARRAY['dunning_owner','dunning_agent','dunning_console']) r
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) \gexec
ALTER ROLE dunning_owner LOGIN CREATEDB PASSWORD '$(secret db-owner)';
-- Dropping a database while the server's own clean-up works in it takes the right to end that process.
GRANT pg_signal_backend TO dunning_owner;
ALTER ROLE dunning_agent LOGIN PASSWORD '$(secret db-agent)';
ALTER ROLE dunning_console LOGIN PASSWORD '$(secret db-console)';
\c template1
CREATE EXTENSION IF NOT EXISTS vector;
\c postgres
SELECT 'CREATE DATABASE dunning OWNER dunning_owner' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'dunning') \gexec
\c dunning
CREATE EXTENSION IF NOT EXISTS vector;
SQL
}

stop_database() {
  case $(database_kind) in
    external) ;;
    docker) docker stop "dunning-$INSTALLATION" >/dev/null 2>&1 || true ;;
    *)
      [[ -s $STATE/pg/data/postmaster.pid ]] || return 0
      PG_BIN=$(postgres_of_cluster) || return 0
      as_postgres "$PG_BIN/pg_ctl" -D "$STATE/pg/data" -m fast -w -t 60 stop >/dev/null 2>&1
      ! database_answers || fail "PostgreSQL on port $DATABASE_PORT does not stop: see $STATE/pg/server.log"
      ;;
  esac
}

# Value of a key in DUNNING_DB (Npgsql's key=value form), under any of the names that Npgsql takes.
connection_part() {
  local key
  for key in "$@"; do
    printf '%s' "$DUNNING_DB" | tr ';' '\n' | sed -n "s/^[[:space:]]*$key[[:space:]]*=[[:space:]]*//Ip" | tail -n 1 | grep . && return
  done
  return 1
}

external_sql() {
  local host port user database
  host=$(connection_part Host Server); port=$(connection_part Port || echo 5432)
  user=$(connection_part Username 'User ID' User); database=$(connection_part Database || echo "$user")
  PGPASSWORD=$(connection_part Password) PGCONNECT_TIMEOUT=5 \
    psql -X -h "$host" -p "$port" -U "$user" -d "$database" -qAt -c "$1"
}

check_external_database() {
  local host port answer
  [[ $DUNNING_DB != *://* ]] && host=$(connection_part Host Server) ||
    fail "DUNNING_DB must read Host=...;Port=...;Username=...;Password=...;Database=..."
  port=$(connection_part Port || echo 5432)
  if ! command -v psql >/dev/null; then # without a client, the port is all that can be checked here
    port_open "$host" "$port" || fail "DUNNING_DB: nothing answers on $host port $port"
    return 0
  fi
  answer=$(external_sql "select count(*) from pg_available_extensions where name = 'vector'" 2>&1) ||
    fail "DUNNING_DB: $(printf '%s' "$answer" | head -n 1 | sed 's/^psql: error: //')"
  [[ $answer = 1 ]] || fail "DUNNING_DB: that PostgreSQL lacks the pgvector extension; install postgresql-NN-pgvector there"
}

port_open() { timeout 5 bash -c ": <'/dev/tcp/$1/$2'" 2>/dev/null; }
