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

start_mail() {
  export PATH=$PATH:/usr/sbin:/sbin
  mail_answers && return
  is_root || fail "the private mail servers need root (Postfix): run as root, or name your own with DUNNING_SMTP_HOST and DUNNING_IMAP_HOST"
  if ! command -v postfix >/dev/null || [[ ! -x /usr/lib/dovecot/imap || ! -x /usr/lib/dovecot/lmtp ]]; then
    need_packages 'a mail server' postfix dovecot-imapd dovecot-lmtpd openssl
  fi
  [[ $(dovecot --version) = 2.3.* ]] ||
    fail "Dovecot $(dovecot --version | cut -d' ' -f1) is installed, 2.3 is needed: name your own mail servers with DUNNING_SMTP_HOST and DUNNING_IMAP_HOST"
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

write_dovecot_settings() {
  local mail=$1
  (umask 077; cat >"$mail/dovecot.conf") <<CONF
instance_name = dunning-$INSTALLATION
base_dir = $RUN/dovecot
state_dir = $RUN/dovecot
log_path = $mail/log/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
hostname = mx.collections.test
ssl = yes
ssl_cert = <$mail/cert.pem
ssl_key = <$mail/key.pem
# Loopback only, so a client may also sign in without TLS.
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_chars = abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_@+'&=~#
mail_location = maildir:~/Maildir
first_valid_uid = 1
recipient_delimiter = +
mail_max_userip_connections = 200
passdb {
  driver = static
  username_filter = *@collections.test
  args = password=$(secret mail-agent)
}
passdb {
  driver = static
  username_filter = *@*.test *@*.example !*@collections.test
  args = password=$(secret mail-debtor)
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$mail/boxes/%Ld/%Ln allow_all_users=yes
}
service imap-login {
  service_count = 0
  inet_listener imap {
    port = $IMAP_PORT
  }
  inet_listener imaps {
    port = $IMAPS_PORT
    ssl = yes
  }
}
service imap {
  process_limit = 1000
}
# Only Postfix and the border may deliver: a stamp of ours must come from the border.
service lmtp {
  unix_listener lmtp {
    user = postfix
    group = mail
    mode = 0660
  }
}
service auth {
  unix_listener postfix {
    user = postfix
    mode = 0600
  }
}
# All clients share one address, so one that mistypes its password must not slow down the others.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \Sent
  }
  mailbox Drafts {
    auto = create
    special_use = \Drafts
  }
  mailbox Junk {
    auto = create
    special_use = \Junk
  }
  mailbox Trash {
    auto = create
    special_use = \Trash
  }
  mailbox Processed {
    auto = create
  }
}
protocol lmtp {
  postmaster_address = postmaster@collections.test
}
CONF
}

write_postfix_settings() {
  local mail=$1 etc=$1/postfix/etc
  cat >"$etc/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $mail/postfix/spool
data_directory = $mail/postfix/data
command_directory = /usr/sbin
daemon_directory = $(postconf -d -h daemon_directory)
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.collections.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = regexp:$etc/domains
virtual_transport = lmtp:unix:$RUN/dovecot/lmtp
transport_maps = regexp:$etc/transports
# A mailbox that is gone is noticed at delivery, as it is out there: the sender gets a delivery report.
smtpd_reject_unlisted_recipient = no
default_transport = error:5.4.4 this server delivers to .test and .example only
recipient_delimiter = +
message_size_limit = 26214400
mailbox_size_limit = 0
in_flow_delay = 0
smtpd_helo_required = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = $RUN/dovecot/postfix
smtpd_tls_cert_file = $mail/cert.pem
smtpd_tls_key_file = $mail/key.pem
smtpd_tls_security_level = may
smtpd_forbid_bare_newline = yes
smtpd_sender_login_maps = regexp:$etc/senders
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
border_destination_recipient_limit = 1
internal_mail_filter_classes = bounce
mime_header_checks =
nested_header_checks =
maillog_file = $mail/log/postfix.log
maillog_file_prefixes = $mail/log
CONF
  echo '/^([a-z0-9-]+\.)+(test|example)$/ local' >"$etc/domains"
  echo '/^dead[^@]*@/ error:5.1.1 no mailbox of that name here' >"$etc/transports"
  # The agent's own login speaks for the whole domain (entities, bounce addresses); others for themselves.
  printf '%s\n' '/^([^@+]+)(\+[^@]*)?@collections\.test$/ billing@collections.test, ${1}@collections.test' >"$etc/senders"
  printf '%s\n' '/@collections\.test$/ DUNNO' '/./ REJECT only addresses of collections.test submit mail here' >"$etc/submitters"
  printf '%s\n' '/@collections\.test$/ OK' '/./ REJECT this server takes mail for collections.test' >"$etc/mx-recipients"
  printf '%s\n' '/^(ARC-)?Authentication-Results[[:space:]]*:/ IGNORE' >"$etc/strip"
  # Mail that passes the default cleanup is made by Postfix itself, never taken from a client.
  printf '%s\n' '/^From:.*MAILER-DAEMON/ PREPEND Authentication-Results: mx.collections.test; dmarc=pass header.from=mx.collections.test' >"$etc/own-mail"
  cat >"$etc/master.cf" <<CONF
127.0.0.1:$SUBMISSION_PORT inet n - n - - smtpd
  -o syslog_name=submission
  -o cleanup_service_name=submission-cleanup
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o smtpd_sender_restrictions=check_sasl_access,regexp:$etc/submitters,reject_sender_login_mismatch
  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
127.0.0.1:$MX_PORT inet n - n - - smtpd
  -o syslog_name=mx
  -o cleanup_service_name=mx-cleanup
  -o content_filter=border:
  -o smtpd_recipient_restrictions=check_recipient_access,regexp:$etc/mx-recipients,reject
submission-cleanup unix n - n - 0 cleanup
  -o header_checks=regexp:$etc/strip
mx-cleanup unix n - n - 0 cleanup
cleanup unix n - n - 0 cleanup
  -o header_checks=regexp:$etc/own-mail
border unix - n n - 4 pipe
  flags=q user=nobody:mail null_sender= argv=/usr/bin/perl $mail/border.pl $RUN/dovecot/lmtp --sender=\${sender} --login=\${sasl_username} --recipient=\${recipient}
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
CONF
}
