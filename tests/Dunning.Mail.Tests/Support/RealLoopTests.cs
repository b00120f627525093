using Dunning.Mail.Imap;
using Dunning.Mail.Mime;
using Dunning.Mail.Smtp;

namespace Dunning.Mail.Tests.Support;

public sealed class RealLoopTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static async Task<SmtpOutcome> SendAsync(MimeBuilder mail, string recipient)
    {
        await using var client = new SmtpClient(MailServers.Smtp);
        var bytes = mail.Build();
        var prepared = await client.PrepareAsync(new SmtpEnvelope(mail.From.Address, [recipient], bytes.Length), None);
        prepared.ShouldBeOfType<SmtpPreparation.Ready>();
        return await client.TransmitAsync(bytes, None);
    }

    private static async Task<ImapClient> LoggedInAsync(string user)
    {
        var client = new ImapClient(MailServers.Imap);
        await client.ConnectAsync(None);
        await client.LoginAsync(user, MailServers.ImapPassword, None);
        return client;
    }

    private static async Task<IReadOnlyList<uint>> WaitForAsync(ImapClient imap, string id)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var found = await imap.SearchHeaderAsync("Message-ID", id, None);
            if (found.Count > 0)
                return found;
            await Task.Delay(200);
            await imap.NoopAsync(None);
        }
        return [];
    }

    [MailServerFact]
    public async Task A_sent_mail_with_html_and_attachment_comes_back_unchanged()
    {
        var id = $"{Guid.NewGuid():N}@collections.test";
        var text = "Grüß Gott,\n.\n..dots\nFrom the start: 1.234,56 €\n" + new string('x', 3000) + "\n";
        var mail = new MimeBuilder
        {
            From = new MailAddress("Müller, Jürgen \"AR\"", "ar@collections.test"),
            To = [new MailAddress("日本の会社", MailServers.ImapUser)],
            Subject = "Zahlungserinnerung – Rechnung №4711 " + new string('ü', 80),
            MessageId = id,
            Date = Some.Day,
            TextBody = text,
            HtmlBody = "<p>Grüß Gott</p>",
            Attachments = [new OutgoingAttachment("Rechnung Ä 4711.pdf", "application/pdf", new byte[] { 0, 1, 2, 255, 13, 10, 46 })],
        };
        var accepted = (await SendAsync(mail, MailServers.ImapUser)).ShouldBeOfType<SmtpOutcome.Accepted>();
        accepted.QueueId.ShouldNotBeNullOrEmpty();

        await using var imap = await LoggedInAsync(MailServers.ImapUser);
        var box = await imap.SelectAsync("INBOX", None);
        box.UidValidity.ShouldBeGreaterThan(0u);
        var uids = await WaitForAsync(imap, id);
        uids.Count.ShouldBe(1);
        await foreach (var fetched in imap.FetchAsync(uids, 1_000_000, None))
        {
            var parsed = MimeParser.Parse(fetched.Body, MimeLimits.Default);
            fetched.Truncated.ShouldBeFalse();
            fetched.InternalDate.ShouldNotBeNull();
            fetched.Size.ShouldBe(fetched.Body.Length);
            parsed.TextBody!.TrimEnd('\n').ShouldBe(text.TrimEnd('\n'));
            parsed.Subject.ShouldBe(mail.Subject);
            parsed.From.ShouldBe([mail.From]);
            parsed.To.ShouldBe(mail.To);
            parsed.Attachments.Single().Name.ShouldBe("Rechnung Ä 4711.pdf");
            parsed.Attachments.Single().Bytes.ToArray().ShouldBe([0, 1, 2, 255, 13, 10, 46]);
        }
    }

    [MailServerFact]
    public async Task Flags_append_move_list_and_idle_work_on_the_real_server()
    {
        var user = $"u{Guid.NewGuid():N}@collections.test";
        await using var imap = await LoggedInAsync(user);
        (await imap.ListAsync("*", None)).ShouldContain(f => f.Name == "Sent" && f.Has("\\Sent"));
        var id = $"{Guid.NewGuid():N}@collections.test";
        var appended = await imap.AppendAsync("INBOX", Some.Mail(id: id).Build(), ["\\Seen"], Some.Day, None);
        appended.ShouldNotBeNull();
        var box = await imap.SelectAsync("INBOX", None);
        box.UidValidity.ShouldBe(appended.UidValidity);
        box.Exists.ShouldBe(1u);
        await imap.StoreAsync([appended.Uid], ImapFlagChange.Add, ["\\Flagged"], None);
        await foreach (var message in imap.FetchAsync([appended.Uid], 100, None))
        {
            message.Flags.ShouldContain("\\Flagged");
            message.InternalDate.ShouldBe(Some.Day);
            message.Truncated.ShouldBeTrue();
            message.Body.Length.ShouldBe(100);
        }
        (await imap.SearchFromAsync(appended.Uid + 1, None)).ShouldBeEmpty();
        (await imap.SearchFromAsync(appended.Uid, None)).ShouldBe([appended.Uid]);
        await imap.CreateAsync("Bücher & Co", None);
        var moved = await imap.MoveAsync([appended.Uid], "Bücher & Co", None);
        moved.ShouldNotBeNull().From.ShouldBe([appended.Uid]);
        (await imap.ListAsync("*", None)).ShouldContain(f => f.Name == "Bücher & Co");
        (await imap.IdleAsync(TimeSpan.FromMilliseconds(200), None)).ShouldBeFalse();
        var idle = imap.IdleAsync(TimeSpan.FromSeconds(20), None);
        await Task.Delay(300);
        (await SendAsync(Some.Mail(), user)).ShouldBeOfType<SmtpOutcome.Accepted>();
        (await idle).ShouldBeTrue();
        await imap.LogoutAsync(None);
    }

    [MailServerFact]
    public async Task A_foreign_certificate_authority_is_not_trusted()
    {
        await using var client = new SmtpClient(MailServers.Smtp with { CaFile = null });
        var failed = (await client.PrepareAsync(Some.Envelope(), None)).ShouldBeOfType<SmtpPreparation.Failed>();
        failed.Outcome.ShouldBeOfType<SmtpOutcome.NotSent>().Stage.ShouldBe(SmtpStage.StartTls);
    }

    [MailServerFact]
    public async Task A_wrong_password_is_a_refusal_on_both_protocols()
    {
        await using var smtp = new SmtpClient(MailServers.Smtp with { User = "x@collections.test", Password = "wrong" });
        var failed = (await smtp.PrepareAsync(Some.Envelope(), None)).ShouldBeOfType<SmtpPreparation.Failed>();
        failed.Outcome.ShouldBeOfType<SmtpOutcome.RejectedPermanent>().Code.ShouldBe(535);
        await using var imap = new ImapClient(MailServers.Imap);
        await imap.ConnectAsync(None);
        (await Should.ThrowAsync<ImapRefusedException>(() => imap.LoginAsync("x@collections.test", "wrong", None))).Code.ShouldBe("AUTHENTICATIONFAILED");
    }

    [MailServerFact]
    public async Task An_outside_recipient_is_refused_and_the_connection_serves_the_next_message()
    {
        await using var client = new SmtpClient(MailServers.Smtp with { Port = MailServers.MxPort, User = null, Password = null });
        var refused = (await client.PrepareAsync(new SmtpEnvelope("someone@debtor.example", ["nobody@elsewhere.invalid"], 10), None)).ShouldBeOfType<SmtpPreparation.Failed>();
        refused.Outcome.ShouldBeOfType<SmtpOutcome.RejectedPermanent>().Recipient.ShouldBe("nobody@elsewhere.invalid");
        (await client.PrepareAsync(new SmtpEnvelope("someone@debtor.example", [MailServers.ImapUser], 10), None)).ShouldBeOfType<SmtpPreparation.Ready>();
        await client.AbortAsync();
    }

    [MailServerFact]
    public async Task Xoauth2_is_spoken_with_the_real_servers_and_its_refusal_leaves_both_dialogues_in_order()
    {
        await using (var asking = new ImapClient(MailServers.Imap))
        {
            await asking.ConnectAsync(None);
            if (!asking.Capabilities.Contains("AUTH=XOAUTH2"))
                return; // Dovecot 2.4 wants a token service of its own.
        }
        var token = MailServers.Smtp with { AccessToken = _ => Task.FromResult(MailServers.Smtp.Password!) };
        await using (var client = new SmtpClient(token))
        {
            (await client.PrepareAsync(new SmtpEnvelope("billing@collections.test", [MailServers.ImapUser], 10), None)).ShouldBeOfType<SmtpPreparation.Ready>();
            await client.AbortAsync();
        }
        await using (var client = new SmtpClient(token with { AccessToken = _ => Task.FromResult("refused-token") }))
        {
            var refused = (await client.PrepareAsync(Some.Envelope(), None)).ShouldBeOfType<SmtpPreparation.Failed>().Outcome.ShouldBeOfType<SmtpOutcome.RejectedPermanent>();
            (refused.Stage, refused.Code).ShouldBe((SmtpStage.Authenticate, 535));
        }
        await using var imap = new ImapClient(MailServers.Imap);
        await imap.ConnectAsync(None);
        (await Should.ThrowAsync<ImapRefusedException>(() => imap.LoginWithTokenAsync("x@collections.test", "refused-token", None))).Code.ShouldBe("AUTHENTICATIONFAILED");
        await imap.LoginWithTokenAsync("x@collections.test", MailServers.ImapPassword, None);
        (await imap.ExamineAsync("INBOX", None)).UidValidity.ShouldBeGreaterThan(0u);
    }

    [MailServerFact]
    public async Task An_address_beyond_ascii_is_submitted_where_the_server_offers_smtputf8()
    {
        await using var client = new SmtpClient(MailServers.Smtp);
        var mail = new MimeBuilder
        {
            From = new MailAddress("billing@collections.test"), To = [new MailAddress("Jürgen", "jürgen@debtor.test")], Subject = "Grüße",
            MessageId = $"{Guid.NewGuid():N}@collections.test", Date = Some.Day, TextBody = "Guten Tag",
        };
        mail.RequiresSmtpUtf8.ShouldBeTrue();
        var bytes = mail.Build();
        var envelope = new SmtpEnvelope(mail.From.Address, [mail.To[0].Address], bytes.Length) { Utf8Headers = true, EightBit = true };
        (await client.PrepareAsync(envelope, None)).ShouldBeOfType<SmtpPreparation.Ready>();
        (await client.TransmitAsync(bytes, None)).ShouldBeOfType<SmtpOutcome.Accepted>();
    }
}
