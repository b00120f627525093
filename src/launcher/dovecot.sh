# Dovecot's settings. Versions 2.3 (Debian 12) and 2.4 (Debian 13) name some of them differently.

dovecot_by_version() {
  if [[ $(dovecot --version) = 2.3.* ]]; then dovecot_23 "$1"; else dovecot_24 "$1"; fi
}

# Loopback only, so a client may also sign in without TLS. Two logins: the creditor's domain, and everybody else.
dovecot_23() {
  cat <<CONF
protocols = imap lmtp
ssl_cert = <$1/cert.pem
ssl_key = <$1/key.pem
disable_plaintext_auth = no
# The password serves as token, so that the dialogue of XOAUTH2 can be tried against a real server. 2.4 wants a token service for it.
auth_mechanisms = plain login xoauth2
mail_location = maildir:~/Maildir
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
  args = uid=mail gid=mail home=$1/boxes/%Ld/%Ln allow_all_users=yes
}
service imap-login {
  service_count = 0
}
CONF
}

dovecot_24() {
  cat <<CONF
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
protocols {
  imap = yes
  lmtp = yes
}
ssl_server_cert_file = $1/cert.pem
ssl_server_key_file = $1/key.pem
auth_allow_cleartext = yes
auth_mechanisms = plain login
mail_driver = maildir
mail_path = ~/Maildir
passdb agent {
  driver = static
  username_filter = *@collections.test
  static_password = $(secret mail-agent)
}
passdb debtors {
  driver = static
  username_filter = *@*.test *@*.example !*@collections.test
  static_password = $(secret mail-debtor)
}
userdb boxes {
  driver = static
  static_allow_all_users = yes
  fields {
    uid = mail
    gid = mail
    home = $1/boxes/%{user | domain | lower}/%{user | username | lower}
  }
}
service imap-login {
  restart_request_count = unlimited
}
CONF
}

write_dovecot_settings() {
  local mail=$1
  (umask 077; { dovecot_by_version "$mail"; dovecot_common "$mail"; } >"$mail/dovecot.conf")
}

dovecot_common() {
  local mail=$1
  cat <<CONF
instance_name = dunning-$INSTALLATION
base_dir = $RUN/dovecot
state_dir = $RUN/dovecot
log_path = $mail/log/dovecot.log
listen = 127.0.0.1
hostname = mx.collections.test
ssl = yes
auth_username_chars = abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_@+'&=~#
first_valid_uid = 1
recipient_delimiter = +
mail_max_userip_connections = 200
service imap-login {
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
