using System.Diagnostics;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Mailbox;

/// <summary>The worker itself: what it refuses to start with, and how soon it reads.</summary>
public sealed class ServeTests : FreshDatabase
{
    private static readonly Dictionary<string, string> Servers = new()
    {
        ["DUNNING_SMTP_HOST"] = "127.0.0.1", ["DUNNING_SMTP_PORT"] = "1", ["DUNNING_SMTP_TLS"] = "none",
        ["DUNNING_IMAP_HOST"] = "127.0.0.1", ["DUNNING_IMAP_PORT"] = "1", ["DUNNING_IMAP_TLS"] = "none", ["DUNNING_IMAP_USER"] = "billing@collections.test",
    };

    [DatabaseTheory]
    [InlineData("", "DUNNING_IMAP_PASSWORD is not set, and no DUNNING_IMAP_PASSWORD_FILE either")]
    [InlineData("IMAP_PASSWORD=hidden IMAP_PASSWORD_FILE=/dev/null", "DUNNING_IMAP_PASSWORD and DUNNING_IMAP_PASSWORD_FILE are both set")]
    [InlineData("IMAP_PASSWORD_FILE=/nowhere/to/be/found", "DUNNING_IMAP_PASSWORD_FILE: Could not find")]
    [InlineData("IMAP_PASSWORD_FILE=/dev/null", "DUNNING_IMAP_PASSWORD_FILE: /dev/null is empty")]
    [InlineData("IMAP_PASSWORD=hidden MAIL_BACKFILL_DAYS=-1", "DUNNING_MAIL_BACKFILL_DAYS is '-1'; it must be a whole number from 0 to 3650.")]
    [InlineData("MAIL_OAUTH=yahoo", "DUNNING_MAIL_OAUTH is 'yahoo'; it must be microsoft or google.")]
    [InlineData("MAIL_OAUTH=microsoft", "DUNNING_MAIL_OAUTH_TENANT is not set")]
    [InlineData("MAIL_OAUTH=microsoft MAIL_OAUTH_TENANT=a/../b", "DUNNING_MAIL_OAUTH_TENANT is 'a/../b'")]
    [InlineData("MAIL_OAUTH=microsoft MAIL_OAUTH_TENANT=firm.example MAIL_OAUTH_CLIENT_ID=c", "DUNNING_MAIL_OAUTH_CLIENT_SECRET is not set")]
    [InlineData("MAIL_OAUTH=microsoft MAIL_OAUTH_TENANT=t MAIL_OAUTH_CLIENT_ID=c MAIL_OAUTH_CLIENT_SECRET=hidden MAIL_OAUTH_ENDPOINT=http://elsewhere.example/", "DUNNING_MAIL_OAUTH_ENDPOINT is 'http://elsewhere.example/'; it must be an https address.")]
    [InlineData("MAIL_OAUTH=google", "set DUNNING_MAIL_OAUTH_KEY_FILE for a service account, or DUNNING_MAIL_OAUTH_REFRESH_TOKEN for a person")]
    [InlineData("MAIL_OAUTH=google MAIL_OAUTH_KEY_FILE=/dev/null", "DUNNING_MAIL_OAUTH_KEY_FILE: /dev/null cannot be used: it is not the JSON key file")]
    public async Task A_wrong_setting_is_named_in_one_line_and_nothing_starts(string settings, string said)
    {
        var all = Servers.Concat(settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create("DUNNING_" + pair[0], pair[1])));
        using var agent = new AgentProcess(Fresh, ["serve", "--once"], all.ToDictionary());
        var (code, text) = await agent.EndAsync();
        code.ShouldBe(1, text);
        text.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(said);
        text.ShouldNotContain("hidden");
    }

    [MailFact]
    public async Task A_reply_is_read_within_seconds_long_before_the_next_round()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        using var agent = new AgentProcess(Fresh, ["serve"], new Dictionary<string, string>
        {
            ["DUNNING_SMTP_HOST"] = MailWorld.Submission.Host, ["DUNNING_SMTP_PORT"] = $"{MailWorld.Submission.Port}", ["DUNNING_MAIL_CA"] = MailWorld.Imap.CaFile!,
            ["DUNNING_IMAP_HOST"] = MailWorld.Imap.Host, ["DUNNING_IMAP_PORT"] = $"{MailWorld.Imap.Port}", ["DUNNING_IMAP_USER"] = scene.Billing, ["DUNNING_IMAP_PASSWORD"] = MailWorld.AgentPassword,
        });
        for (var waited = 0; !agent.Said.Contains("tells of new mail", StringComparison.Ordinal); waited++)
        {
            waited.ShouldBeLessThan(120, agent.Said);
            await Task.Delay(500);
        }

        // A busy machine may take longer than a round once; told of the mail, it does not three times in a row.
        var (told, sent) = (false, 0);
        while (!told && sent < 3) told = await ReadBeforeTheNextRoundAsync(scene, ++sent);
        told.ShouldBeTrue(agent.Said);
    }

    [MailFact]
    public async Task A_missing_folder_is_logged_once_and_once_more_when_it_is_there()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        using var agent = new AgentProcess(Fresh, ["serve"], new Dictionary<string, string>
        {
            ["DUNNING_SMTP_HOST"] = MailWorld.Submission.Host, ["DUNNING_SMTP_PORT"] = $"{MailWorld.Submission.Port}", ["DUNNING_MAIL_CA"] = MailWorld.Imap.CaFile!,
            ["DUNNING_IMAP_HOST"] = MailWorld.Imap.Host, ["DUNNING_IMAP_PORT"] = $"{MailWorld.Imap.Port}", ["DUNNING_IMAP_USER"] = scene.Billing, ["DUNNING_IMAP_PASSWORD"] = MailWorld.AgentPassword,
            ["DUNNING_MAIL_SENT_FOLDER"] = "Ausgang",
        });
        await SaidAsync(agent, "sent failed");
        // The hop fires twice a minute, so it has met the missing folder again.
        await Task.Delay(TimeSpan.FromSeconds(50));
        agent.Said.Split("sent failed").Length.ShouldBe(2, agent.Said);
        (await scene.ScalarAsync<long>("select count(*) from tasks where kind = 'sent_folder_access' and done_at is null")).ShouldBe(1);
        await using (var client = await MailboxScene.OpenAsync(scene.Billing)) await client.CreateAsync("Ausgang", default);
        await SaidAsync(agent, "sent works again");
        agent.Said.Split("sent failed").Length.ShouldBe(2, agent.Said);
        (await scene.ScalarAsync<long>("select count(*) from tasks where kind = 'sent_folder_access' and done_at is null")).ShouldBe(0);
    }

    private static async Task SaidAsync(AgentProcess agent, string words)
    {
        for (var waited = 0; !agent.Said.Contains(words, StringComparison.Ordinal); waited++)
        {
            waited.ShouldBeLessThan(180, agent.Said);
            await Task.Delay(500);
        }
    }

    private async Task<bool> ReadBeforeTheNextRoundAsync(Scene scene, int number)
    {
        // Rounds fire at 0 and 30 seconds: only being told explains a mail read in between.
        while (TimeProvider.System.GetUtcNow().Second % 30 is < 4 or > 8) await Task.Delay(200);
        var round = TimeProvider.System.GetUtcNow().Second / 30;
        await MailWorld.WriteAsync(scene.Debtor, scene.Billing, $"A question {number}", "Which invoice do you mean?", null);
        while (await CountAsync() < number) await Task.Delay(100);
        return TimeProvider.System.GetUtcNow().Second / 30 == round;
    }

    private async Task<long> CountAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Fresh.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from messages where direction = 'in'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
