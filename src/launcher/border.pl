#!/usr/bin/perl
# The mail border. Postfix hands it one message for one recipient, with the envelope sender and the login that
# SMTP AUTH has proven. It removes every claim of authentication the message brings along, stamps its own, and
# delivers by LMTP. Only modules of perl-base are used, which every Debian has.
#
# The verdict stands in for SPF and DMARC, which have no meaning on loopback:
#   signed in, and envelope and From are that login  -> auth=pass, spf=pass, dmarc=pass
#   anything else                                    -> dmarc=fail
use strict;
use warnings;
use IO::Socket::UNIX;

my $SERVER = 'mx.collections.test';
my ($TEMPFAIL, $UNAVAILABLE) = (75, 69);

sub later { print "4.3.0 @_\n"; exit $TEMPFAIL }

sub bare { my ($address) = @_; $address =~ s/^"((?:[^"\\]|\\.)*)"@/$1@/; return lc $address }

sub domain_of { my ($address) = @_; return $address =~ /@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i ? lc $1 : undef }

# Splits at the first line that is no header field and no continuation, so that nothing behind it can count as one.
sub split_message {
    my ($message) = @_;
    my @fields;
    while ($message =~ s/^([^\n]*\n)//) {
        my $line = $1;
        last if $line =~ /^\r?\n$/;
        if ($line =~ /^[ \t]/ && @fields) { $fields[-1] .= $line }
        elsif ($line =~ /^[!-9;-~]+[ \t]*:/) { push @fields, $line }
        else { $message = $line . $message; last }
    }
    # A lone CR or a NUL could show a second header to a more lenient reader.
    for my $field (@fields) { $field =~ s/\r?\n$//; $field =~ s/\r?\n(?=[ \t])/\n/g; $field =~ tr/\r\0/  /; $field .= "\n" }
    return (\@fields, $message);
}

# The one address of the one From field, or undef when there is not exactly one.
sub header_from {
    my @from = grep { /^From[ \t]*:/i } @_;
    return undef if @from != 1;
    my ($text) = $from[0] =~ /^From[ \t]*:(.*)$/is;
    $text =~ s/\n[ \t]/ /g;
    $text =~ s/\s+$//;
    # Names in quotes and comments may hold anything, addresses included; they are not the sender.
    my $local = qr/[A-Za-z0-9!#\$%&'*+\/=?^_`{|}~.-]+/;
    my $domain = qr/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*/;
    my $quoted = qr/"(?:[^"\\]|\\.)*"/;
    my $nested; # comments nest
    $nested = qr/\((?:[^()\\]|\\.|(??{ $nested }))*\)/;
    1 while $text =~ s/^((?:$quoted|[^"(])*)$nested/$1 /s;
    $text =~ s/^\s+|\s+$//g;
    return lc $1 if $text =~ /^($local\@$domain)$/;
    return lc $1 if $text =~ /^(?:$quoted|[^"<>,;:\@()])*<\s*($local\@$domain)\s*>$/s;
    return undef;
}

sub stamp {
    my ($sender, $login, $from) = @_;
    my @results;
    if ($login ne '' && $login =~ /^[a-z0-9!#\$%&'*+\/=?^_`{|}~.-]+\@[a-z0-9.-]+$/) {
        my $value = $login =~ m{[^A-Za-z0-9!#\$&'*+^_`{|}~.\@-]} ? "\"$login\"" : $login;
        push @results, "auth=pass smtp.auth=$value";
    } else {
        $login = '';
        push @results, 'auth=none';
    }
    my $sender_is_login = $login ne '' && $sender eq $login;
    my $spf = $sender_is_login ? 'pass' : $sender eq '' ? 'none' : 'fail';
    my $sender_domain = domain_of($sender);
    push @results, "spf=$spf" . (defined $sender_domain ? " smtp.mailfrom=$sender_domain" : '');
    # An automatic reply has an empty envelope sender; the login then speaks for the From alone.
    my $passes = defined $from && $login ne '' && $from eq $login && ($sender_is_login || $sender eq '');
    my $from_domain = defined $from ? domain_of($from) : undef;
    push @results, 'dmarc=' . ($passes && defined $from_domain ? 'pass' : 'fail')
        . (defined $from_domain ? " header.from=$from_domain" : ' reason="From is not one address"');
    return "Authentication-Results: $SERVER;\n\t" . join(";\n\t", @results) . "\n";
}

sub stamped_message {
    my ($message, $sender, $login) = @_;
    my ($fields, $body) = split_message($message);
    my $claims = qr/^(?:(?:ARC|X|X-[a-z0-9-]*)-)?(?:Authentication-Results|Authenticated-Sender)[ \t]*:|^ARC-(?:Seal|Message-Signature)[ \t]*:|^(?:Received-SPF|Return-Path|Delivered-To|X-Original-To)[ \t]*:/i;
    my @kept = grep { $_ !~ $claims } @$fields;
    return join('', stamp(bare($sender), bare($login), header_from(@kept)), @kept, "\n", $body);
}

sub reply {
    my ($socket) = @_;
    while (defined(my $line = <$socket>)) { return $line if $line =~ /^\d{3} / }
    later('the mailbox server hung up');
}

sub deliver {
    my ($path, $message, $sender, $recipient) = @_;
    my $socket = IO::Socket::UNIX->new(Peer => $path) or later("no connection to the mailbox server: $!");
    $socket->autoflush(1);
    $message =~ s/\r?\n/\r\n/g;
    $message .= "\r\n" unless $message =~ /\r\n\z/;
    $message =~ s/^\./../mg;
    my $answer = reply($socket);
    for my $step ("LHLO $SERVER\r\n", "MAIL FROM:<$sender>\r\n", "RCPT TO:<$recipient>\r\n", "DATA\r\n", "$message.\r\n") {
        last if $answer !~ /^[23]/;
        print $socket $step;
        $answer = reply($socket);
    }
    exit 0 if $answer =~ /^2/;
    $answer =~ s/\r?\n//;
    later($answer) if $answer !~ /^5/;
    print $answer =~ /^\d{3} (5\.\d+\.\d+ .*)/ ? "$1\n" : "5.0.0 $answer\n";
    exit $UNAVAILABLE;
}

$SIG{ALRM} = sub { later('the mailbox server is too slow') };
$SIG{PIPE} = 'IGNORE';
alarm 120;
my $socket_path = shift @ARGV;
my %given = map { /^--(sender|login|recipient)=(.*)$/s ? ($1 => $2) : later("unknown argument $_") } @ARGV;
binmode STDIN;
local $/;
my $message = <STDIN>;
$/ = "\n";
$message = stamped_message($message // '', $given{sender}, $given{login});
if ($socket_path eq '-') { binmode STDOUT; print $message; exit 0 } # shows the result instead of delivering it
deliver($socket_path, $message, $given{sender}, $given{recipient});
