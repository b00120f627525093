using Dunning.Connectors;
using Dunning.Connectors.Mail;
using Dunning.Connectors.Mail.OAuth;
using Dunning.Flows.Receiving;
using Dunning.Flows.Tests.Support;
using Dunning.Mail.Imap;

namespace Dunning.Flows.Tests.Mailbox;

/// <summary>The way into the real mailbox: woken by new mail, back after a cut line, signed in by token.</summary>
public sealed class MailboxWatchTests : FreshDatabase
{
    private static string Someone => $"u{Guid.NewGuid():N}@collections.test";

    [MailFact]
    public async Task New_mail_wakes_the_watch_within_seconds_and_a_cut_line_is_made_again()
    {
        var user = Someone;
        await using var line = new CuttableLine(MailWorld.Imap.Port);
        var watch = new MailboxWatch(new ImapDoor(MailWorld.Imap with { Port = line.Port }, new(user, MailWorld.AgentPassword, null), TimeProvider.System), "INBOX", TimeProvider.System);
        using var woken = new SemaphoreSlim(0);
        List<WatchState> states = [];
        using var stop = new CancellationTokenSource();
        var running = watch.RunAsync(_ => { woken.Release(); return Task.CompletedTask; }, (state, _) => states.Add(state), stop.Token);
        (await woken.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("a connection begins with a look");

        await MailboxScene.PutAsync(user, "INBOX", "a@firm.example", user, "One", "x", TimeSpan.Zero);
        (await woken.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        line.Cut();
        await MailboxScene.PutAsync(user, "INBOX", "a@firm.example", user, "While away", "x", TimeSpan.Zero);
        (await woken.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("the new connection looks for what came while it was away");
        await MailboxScene.PutAsync(user, "INBOX", "a@firm.example", user, "Two", "x", TimeSpan.Zero);
        (await woken.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(10)));
        states.ShouldBe([WatchState.Watching, WatchState.Lost, WatchState.Watching]);
        line.Connections.ShouldBe(2);
    }

    [MailFact]
    public async Task A_token_opens_the_real_mailbox_and_a_refused_one_is_asked_for_anew_and_becomes_one_task()
    {
        // Dovecot takes the password as token here; what is tried is the dialogue, its refusal included.
        await using var server = new TokenServer((_, n) => (200, TokenServer.Token(n == 1 ? MailWorld.AgentPassword : "not-the-token")));
        using var http = new HttpClient();
        var tokens = new AccessTokens(new OAuthGrant.MicrosoftApp("c", "s") { Endpoint = server.Endpoint }, http, TimeProvider.System);
        var user = Someone;
        var door = new ImapDoor(MailWorld.Imap, new(user, null, tokens), TimeProvider.System);
        await using (var client = await door.OpenAsync(default)) (await client.ExamineAsync("INBOX", default)).Exists.ShouldBe(0u);

        tokens.Forget(MailWorld.AgentPassword);
        var refused = await Should.ThrowAsync<MailAccessException>(() => door.OpenAsync(default));
        refused.NeedsPerson.ShouldBeTrue();
        refused.Message.ShouldContain("DUNNING_IMAP_USER");
        refused.Message.ShouldNotContain("not-the-token");
        await Should.ThrowAsync<MailAccessException>(() => door.OpenAsync(default));
        server.Requests.Count.ShouldBe(2, "the door stays shut for a while");
        await tokens.GetAsync(default);
        server.Requests.Count.ShouldBe(3, "the refused token is not used again");

        await using var agent = await Installation.OpenAsync(MailboxScene.Settings(Fresh, user), default);
        (await agent.MailAccess.AskAsync(MailAccess.Mailbox, refused, default)).ShouldBeTrue();
        (await agent.MailAccess.AskAsync(MailAccess.Mailbox, refused, default)).ShouldBeFalse();
        await agent.MailAccess.SettleAsync(MailAccess.Mailbox, default);
        (await agent.MailAccess.AskAsync(MailAccess.Mailbox, refused, default)).ShouldBeTrue();
    }

    [MailFact]
    public async Task A_wrong_password_names_the_settings_and_does_not_count_as_a_read_mailbox()
    {
        await using var agent = await Installation.OpenAsync(MailboxScene.Settings(Fresh, Someone) with { ImapPassword = "wrong" }, default);
        (await Should.ThrowAsync<MailAccessException>(() => agent.Receive.RunAsync(default))).Message.ShouldBe(
            "The mailbox server refuses the login (AUTHENTICATIONFAILED): DUNNING_IMAP_USER or DUNNING_IMAP_PASSWORD is wrong, or the account may not use IMAP.");
    }

    [MailFact]
    public async Task A_sent_folder_that_is_not_there_is_named_with_its_setting()
    {
        await using var agent = await Installation.OpenAsync(MailboxScene.Settings(Fresh, Someone) with { SentFolder = "Ausgang 2019" }, default);
        (await agent.Receive.RunAsync(default)).ShouldBe(0);
        var failure = await Should.ThrowAsync<MailAccessException>(() => agent.ReceiveSent.RunAsync(default));
        (failure.OnlyFolder, failure.Message).ShouldBe((true, "The mailbox has no folder 'Ausgang 2019' that can be opened: check DUNNING_MAIL_SENT_FOLDER."));
    }
}
