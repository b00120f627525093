using System.Text;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Loop;

/// <summary>Mails of machines and of people who pretend, from the raw store to the rows they may change.</summary>
public sealed class NoiseTests : FreshDatabase
{
    private const string Border = "Authentication-Results: mx.collections.test; dmarc=pass header.from=firm.example\n";

    private int _uid;

    [MailFact]
    public async Task A_complaint_that_returns_our_mail_stops_mail_as_an_opt_out_and_asks_a_person()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var id = await RemindAsync(scene);
        await ArriveAsync(scene, Report(id, ""));

        (await scene.ScalarAsync<string>("select kind || ' ' || scope || ' ' || (expires_on is null)::text from suppressions")).ShouldBe("opt_out customer true");
        (await scene.ScalarAsync<string>("select kind from tasks")).ShouldBe("complaint");
        await scene.AdvanceAsync(TimeSpan.FromDays(14));
        (await scene.CycleAsync()).Drafted.ShouldBe(0);
    }

    [MailFact]
    public async Task A_report_that_only_cites_us_in_its_thread_leaves_a_journal_line_and_nothing_else()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var id = await RemindAsync(scene);
        await ArriveAsync(scene, Report("0123456789abcdef0123456789abcdef.00000000000000000000@collections.test", $"In-Reply-To: <{id}>\n"));
        await ArriveAsync(scene, $"Return-Path: <>\nFrom: MAILER-DAEMON@firm.example\nSubject: Undelivered Mail Returned to Sender\nIn-Reply-To: <{id}>\n\n<{scene.Debtor}>: 550 5.1.1 user unknown");

        (await scene.ScalarAsync<long>("select count(*) from journal where kind = 'report_not_ours'")).ShouldBe(2);
        (await scene.ScalarAsync<long>("select (select count(*) from tasks) + (select count(*) from suppressions) + (select count(*) from messages where direction = 'in')")).ShouldBe(0);
        (await scene.ScalarAsync<bool>("select bool_or(dead_since is not null) from contacts")).ShouldBeFalse();
    }

    [MailFact]
    public async Task An_absence_delays_once_and_its_deputy_is_noted_unverified()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var id = await RemindAsync(scene);
        await ArriveAsync(scene, $"{Border}From: {scene.Debtor}\nSubject: Automatic reply: Invoice\nAuto-Submitted: auto-replied\nIn-Reply-To: <{id}>\n\nI am out of the office until 20 March 2026. We moved house on 30 April. In urgent cases please contact Bob Roe (bob.roe@firm.example).");

        (await scene.ScalarAsync<string>("select kind || ' ' || expires_on::text from suppressions")).ShouldBe("out_of_office 2026-03-19");
        (await scene.ScalarAsync<string>("select email || ' ' || verified::text from contacts where source = 'mail'")).ShouldBe("bob.roe@firm.example false");
        (await scene.ScalarAsync<long>("select count(*) from tasks")).ShouldBe(0);
        (await scene.ScalarAsync<long>("select count(*) from journal where why like '%a deputy is named%'")).ShouldBe(1);
    }

    [MailFact]
    public async Task A_sender_that_looks_like_a_contact_changes_nothing_and_its_task_says_why()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var id = await RemindAsync(scene);
        var stranger = scene.Debtor.Replace("@firm.", "@firm-invoices.", StringComparison.Ordinal);
        await ArriveAsync(scene, $"Authentication-Results: mx.collections.test; dmarc=pass header.from=firm-invoices.example\nFrom: \"{scene.Debtor}\" <{stranger}>\nSubject: Re: Invoice\nIn-Reply-To: <{id}>\n\nWe dispute the invoice and will not pay.");

        (await scene.ScalarAsync<long>("select count(*) from suppressions")).ShouldBe(0);
        var task = await scene.ScalarAsync<string>("select kind || ': ' || detail from tasks");
        task.ShouldStartWith("check_sender: The address is not a contact of this customer. Nothing was changed. In detail: ");
        task.ShouldContain("shows an address that is not the real one");
        task.ShouldContain("looks like that of a known contact");
    }

    [MailFact]
    public async Task A_proven_contact_whose_answers_go_elsewhere_changes_nothing_but_a_task()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var id = await RemindAsync(scene);
        await ArriveAsync(scene, $"{Border}From: {scene.Debtor}\nReply-To: anna@mailbox.example\nSubject: Re: Invoice\nIn-Reply-To: <{id}>\n\nWe will pay everything on 20 March 2026.");

        (await scene.ScalarAsync<long>("select count(*) from promises")).ShouldBe(0);
        (await scene.ScalarAsync<string>("select detail from tasks")).ShouldContain("answers to it would go to another organisation");
    }

    private static string Report(string returned, string thread) =>
        $"From: complaints@provider.test\nSubject: Abuse report\n{thread}Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <{returned}>\nSubject: Invoice\n\nx\n--b--\n";

    private static async Task<string> RemindAsync(Scene scene)
    {
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        await scene.Agent.Approvals.RunAsync(default);
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1);
        return (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem().MessageId!;
    }

    private async Task ArriveAsync(Scene scene, string mail)
    {
        var raw = Encoding.UTF8.GetBytes($"Message-ID: <{Guid.NewGuid():N}@firm.example>\n{mail}".ReplaceLineEndings("\r\n"));
        await scene.ExecuteAsync(
            "insert into inbound_raw (mailbox, uid_validity, uid, sha256, arrived_at, stored_at, raw) values (@Billing, 1, @uid, @hash, @now, @now, @raw)",
            new { scene.Billing, uid = (long)++_uid, hash = Guid.NewGuid().ToString("N"), now = scene.Agent.Clock.GetUtcNow().UtcDateTime, raw });
        (await scene.Agent.Read.RunAsync(default)).Unreadable.ShouldBe(0);
    }
}
