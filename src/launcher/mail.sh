# Real mail on loopback: Postfix -> LMTP -> Dovecot, without systemd, beside any mail server the machine may have.
#   submission  the agent sends here; needs AUTH as an address of collections.test
#   mx          debtors' mail arrives here; the border (border.pl) stamps who really sent it
# Every domain under .test and .example is delivered to a local mailbox; nothing leaves the machine.

mail_wanted() { [[ -z ${DUNNING_SMTP_HOST:-} ]]; }

mail_answers() {
  [[ -n ${IMAP_PORT:-} ]] && dovecot_runs && postfix_runs && port_taken "$SUBMISSION_PORT" && port_taken "$MX_PORT" && port_taken "$IMAP_PORT"
}

postfix_runs() { [[ -d $STATE/mail/postfix/etc ]] && postfix -c "$STATE/mail/postfix/etc" status >/dev/null 2>&1; }

dovecot_runs() {
  local pid
  pid=$(cat "$RUN/dovecot/master.pid" 2>/dev/null) && [[ $(cat "/proc/$pid/comm" 2>/dev/null) = dovecot ]]
}

dovecot_has() { [[ -x /usr/lib/dovecot/$1 || -x /usr/libexec/dovecot/$1 ]]; }

start_mail() {
  export PATH=$PATH:/usr/sbin:/sbin
  mail_answers && return
  is_root || fail "the private mail servers need root (Postfix): run as root, or name your own with DUNNING_SMTP_HOST and DUNNING_IMAP_HOST"
  if ! command -v postfix >/dev/null || ! dovecot_has imap || ! dovecot_has lmtp; then
    need_packages 'a mail server' postfix dovecot-imapd dovecot-lmtpd openssl
  fi
  [[ $(dovecot --version) = 2.[34].* ]] ||
    fail "Dovecot $(dovecot --version | cut -d' ' -f1) is installed, 2.3 or 2.4 is needed: name your own mail servers with DUNNING_SMTP_HOST and DUNNING_IMAP_HOST"
  stop_mail
  choose_port SUBMISSION_PORT 1 20587
  choose_port MX_PORT 2 20025
  choose_port IMAP_PORT 3 20143
  choose_port IMAPS_PORT 4 20993
  remember_ports
  write_mail_settings
  run_mail
}

write_mail_settings() {
  local mail=$STATE/mail
  mkdir -p "$mail"/postfix/{etc,spool,data} "$mail/boxes" "$mail/log" "$RUN/dovecot" || fail "cannot create $mail"
  chmod 0755 "$STATE" "$mail" "$mail/postfix" "$RUN/dovecot"
  chown mail:mail "$mail/boxes" && chmod 0700 "$mail/boxes"
  chown postfix "$mail/postfix/data"
  if [[ ! -s $mail/cert.pem ]]; then
    (umask 077; openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=mx.collections.test \
      -addext 'subjectAltName=DNS:localhost,DNS:mx.collections.test,IP:127.0.0.1' \
      -keyout "$mail/key.pem" -out "$mail/cert.pem" 2>"$HOME_DIR/log/openssl.log") ||
      fail "openssl cannot make a certificate: $(last_line "$HOME_DIR/log/openssl.log")"
    chmod 0644 "$mail/cert.pem"
  fi
  install -m 0644 "$ROOT/src/launcher/border.pl" "$mail/border.pl" # the filter's user may not enter the clone
  write_dovecot_settings "$mail"
  write_postfix_settings "$mail"
}

run_mail() {
  local log=$HOME_DIR/log/mail-start.log attempt
  detached dovecot -c "$STATE/mail/dovecot.conf" >"$log" 2>&1 || fail "Dovecot does not start: $(last_line "$log")"
  detached postfix -c "$STATE/mail/postfix/etc" start >"$log" 2>&1 ||
    fail "Postfix does not start: $(grep -m1 fatal "$STATE/mail/log/postfix.log" || last_line "$log")"
  for attempt in {1..100}; do mail_answers && return; sleep 0.1; done
  fail "the mail servers do not answer after $((attempt / 10)) s: see $STATE/mail/log"
}

stop_mail() {
  local pid attempt
  export PATH=$PATH:/usr/sbin:/sbin
  command -v postfix >/dev/null && postfix_runs && detached postfix -c "$STATE/mail/postfix/etc" stop >/dev/null 2>&1
  if dovecot_runs; then
    pid=$(cat "$RUN/dovecot/master.pid")
    kill "$pid"
    for attempt in {1..100}; do dovecot_runs || break; sleep 0.1; done
    ! dovecot_runs || fail "Dovecot (process $pid) does not stop after $((attempt / 10)) s"
  fi
  return 0
}
