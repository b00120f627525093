using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Days;

/// <summary>Weeks of an installation on a real database, judged from the mails that arrive; a year under --full.</summary>
public sealed class ManyDaysTests : FreshDatabase
{
    private static readonly DateOnly Start = new(2026, 3, 2);
    private static readonly bool Full = Environment.GetEnvironmentVariable("DUNNING_FULL") == "1";

    [DatabaseFact]
    public async Task Through_weeks_of_imports_cycles_approvals_and_sending_no_rule_of_contact_is_broken()
    {
        await using var server = new StagedSmtpServer();
        var books = new DailyBooks(11, Full ? 300 : 110, Start);
        await using var days = await ManyDays.OpenAsync(Fresh, server, books, 11);
        var judge = new DayJudge(Fresh, books);
        for (var day = 0; day < (Full ? 365 : 62); day++)
        {
            var today = Start.AddDays(day);
            await days.MorningAsync(today);
            // Nine days without a run, over the change of the clock, and now and then a Sunday off.
            if (day is >= 20 and < 29 || today.DayNumber % 14 == 0) continue;
            await days.RunAsync(today);
            if (day % 10 == 0) await SecondRunAsync(days, today);
            await judge.ReasonsAsync(today);
            await judge.MailsAsync(await days.SendAsync(today), today);
        }

        await judge.LaddersAsync();
        judge.Breaches.ShouldBeEmpty(string.Join('\n', judge.Breaches.Take(12)));
        judge.Mails.ShouldBeGreaterThan(150);
        judge.Lines.ShouldBeGreaterThan(judge.Mails);
        judge.Reasons.ShouldBeGreaterThan(2_000);
        await days.Agent.Seal.RunAsync(default);
        (await days.Agent.Verify.RunAsync(1, default)).Ok.ShouldBeTrue();
    }

    private async Task SecondRunAsync(ManyDays days, DateOnly today)
    {
        const string state = "select (select count(*) from touches) || '/' || (select count(*) from drafts) || '/' || (select count(*) from journal) || '/' || (select count(*) from cases)";
        var before = await Fresh.ScalarAsync<string>(state);
        await days.RunAsync(today);
        (await Fresh.ScalarAsync<string>(state)).ShouldBe(before, "the same day again changes nothing");
    }
}
