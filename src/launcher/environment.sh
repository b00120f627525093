# Starting and stopping an installation, and what the programs are told about it.

# start_servers database [mail]
start_servers() { with_machine_lock start_under_lock "$@"; }

start_under_lock() {
  create_installation
  CHOSEN_PORTS=
  local part
  for part in "$@"; do
    case $part in
      database) start_database ;;
      mail) if mail_wanted; then start_mail; fi ;;
    esac
  done
}

stop_servers() {
  load_installation
  [[ -n $INSTALLATION ]] || return 0
  with_machine_lock stop_under_lock
}

stop_under_lock() {
  stop_mail
  stop_database
}

connection_string() { # ROLE SECRET
  printf 'Host=127.0.0.1;Port=%s;Database=dunning;Username=%s;Password=%s' "$DATABASE_PORT" "$1" "$(secret "$2")"
}

# A value that the user set wins; unset ones describe the private servers, as far as they have been made.
export_environment() {
  load_installation
  export DUNNING_HOME=$HOME_DIR DUNNING_ROOT=$ROOT
  if [[ -n ${DUNNING_DB:-} ]]; then
    export DUNNING_DB DUNNING_DB_OWNER=${DUNNING_DB_OWNER:-$DUNNING_DB} DUNNING_DB_CONSOLE=${DUNNING_DB_CONSOLE:-$DUNNING_DB}
  elif [[ -n ${DATABASE_PORT:-} ]]; then
    export DUNNING_DB DUNNING_DB_OWNER DUNNING_DB_CONSOLE
    DUNNING_DB=$(connection_string dunning_agent db-agent)
    DUNNING_DB_OWNER=$(connection_string dunning_owner db-owner)
    DUNNING_DB_CONSOLE=$(connection_string dunning_console db-console)
  fi
  if mail_wanted && [[ -n ${MX_PORT:-} ]]; then
    export DUNNING_SMTP_HOST=127.0.0.1 DUNNING_SMTP_PORT=$SUBMISSION_PORT DUNNING_MX_PORT=$MX_PORT
    export DUNNING_SMTP_USER=billing@collections.test DUNNING_SMTP_PASSWORD
    export DUNNING_IMAP_HOST=127.0.0.1 DUNNING_IMAP_PORT=$IMAP_PORT DUNNING_IMAPS_PORT=$IMAPS_PORT
    export DUNNING_IMAP_USER=billing@collections.test DUNNING_IMAP_PASSWORD
    export DUNNING_MAIL_CA=$STATE/mail/cert.pem DUNNING_DEBTOR_PASSWORD
    DUNNING_SMTP_PASSWORD=$(secret mail-agent)
    DUNNING_IMAP_PASSWORD=$DUNNING_SMTP_PASSWORD
    DUNNING_DEBTOR_PASSWORD=$(secret mail-debtor)
  fi
}
