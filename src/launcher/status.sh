# What is there and what runs, for people and as JSON.

print_status() {
  load_installation
  local kind version='' running=false pgvector='' port=${DATABASE_PORT:-} mail_kind=private mail_running=false
  kind=$(database_kind)
  if [[ $kind = external ]]; then
    port=$(connection_part Port || echo 5432)
    version=$(external_sql 'show server_version' 2>/dev/null) && running=true
    [[ $running = true ]] && pgvector=$(external_sql "select default_version from pg_available_extensions where name = 'vector'" 2>/dev/null)
  elif database_answers; then
    running=true
    version=$(superuser_sql -d postgres -c 'show server_version')
    pgvector=$(superuser_sql -d dunning -c "select extversion from pg_extension where extname = 'vector'" 2>/dev/null)
  fi
  version=${version%% *}
  model_prices
  local usage='' clauses=''
  if [[ $running = true ]]; then usage=$(model_usage); clauses=$(clause_counts); fi
  if mail_wanted; then
    PATH=$PATH:/usr/sbin:/sbin mail_answers && mail_running=true
  else
    mail_kind=external
    port_open "$DUNNING_SMTP_HOST" "${DUNNING_SMTP_PORT:-587}" && mail_running=true
  fi
  if [[ $JSON = true ]]; then status_json; else status_text; fi
}

or_null() { if [[ -n $1 ]]; then "$2" "$1"; else printf null; fi; }
number() { printf %s "$1"; }

mail_port() { if [[ $mail_kind = private ]]; then or_null "${!1:-}" number; else or_null "${!2:-}" number; fi; }

status_json() {
  printf '{"home":%s,"database":{"kind":"%s","version":%s,"port":%s,"running":%s,"pgvector":%s},' \
    "$(json_text "$HOME_DIR")" "$kind" "$(or_null "$version" json_text)" "$(or_null "$port" number)" "$running" "$(or_null "$pgvector" json_text)"
  printf '"mail":{"kind":"%s","running":%s,"submission":%s,"mx":%s,"imap":%s,"imaps":%s},' "$mail_kind" "$mail_running" \
    "$(mail_port SUBMISSION_PORT DUNNING_SMTP_PORT)" "$(mail_port MX_PORT DUNNING_MX_PORT)" \
    "$(mail_port IMAP_PORT DUNNING_IMAP_PORT)" "$(mail_port IMAPS_PORT DUNNING_IMAPS_PORT)"
  printf '"model":%s,"clauses":%s,' "$(model_json)" "$(clauses_json)"
  printf '"providers":{"mail":"Dunning.Mail (built in)","learning":"Dunning.Learning (built in)","prompts":"Dunning.Flows (built in)"}}\n'
}

status_text() {
  local state=stopped
  [[ $running = true ]] && state=running
  echo "home      $HOME_DIR"
  echo "database  $kind, $state${port:+, port $port}${version:+, PostgreSQL $version}${pgvector:+ with pgvector $pgvector}"
  state=stopped
  [[ $mail_running = true ]] && state=running
  if [[ $mail_kind = external ]]; then
    echo "mail      external, $DUNNING_SMTP_HOST"
  else
    echo "mail      private, $state${MX_PORT:+, submission $SUBMISSION_PORT, mx $MX_PORT, imap $IMAP_PORT, imaps $IMAPS_PORT}"
  fi
  model_text
  clauses_text
  echo 'providers mail: Dunning.Mail (built in); learning: Dunning.Learning (built in); prompts: Dunning.Flows (built in)'
}
