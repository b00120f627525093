# Postfix's settings: the two doors, what each may carry, and where mail goes.

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
