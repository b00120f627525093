using Dunning.Connectors;
using Dunning.Flows;
using Dunning.Flows.Receiving;

namespace Dunning.Agent.Work;

/// <summary>The hops of the agent, each on its own, so that one that fails stops none of the others.</summary>
public sealed class Round(Installation installation, Settings settings)
{
    /// <summary>The hops in the order of one round, by name.</summary>
    public IReadOnlyList<(string Name, Func<CancellationToken, Task> Run)> Hops { get; } =
    [
        ("receive", token => NotedAsync(installation, MailAccess.Mailbox, installation.Receive.RunAsync, token)),
        ("sent", token => NotedAsync(installation, MailAccess.SentFolder, installation.ReceiveSent.RunAsync, token)),
        ("backfill", async token => await installation.Backfill.RunAsync(token)),
        ("history", async token => await installation.History.RunAsync(token)),
        ("read", async token => await installation.Read.RunAsync(token)),
        ("embed", async token => await (installation.Embed?.RunAsync(token) ?? Task.FromResult(0))),
        ("cycle", token => CycleAsync(installation, settings, token)),
        ("draft", token => DraftAsync(installation, token)),
        ("requests", async token => await installation.CaseRequests.RunAsync(token)),
        ("approvals", async token => await installation.Approvals.RunAsync(token)),
        ("escalate", async token => await installation.Escalate.RunAsync(token)),
        ("send", async token => await installation.Send.RunAsync(token)),
        ("timing", async token => await installation.Timing.RunAsync(token)),
        ("learn", async token => await installation.Learn.RunAsync(token)),
        ("seal", async token => await installation.Seal.RunAsync(token)),
    ];

    /// <summary>Runs one hop by name, on the installation's present time.</summary>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        await installation.Clock.RefreshAsync(cancellationToken);
        await Hops.Single(hop => hop.Name == name).Run(cancellationToken);
    }

    /// <summary>Runs all hops and returns the names of those that failed.</summary>
    public async Task<IReadOnlyList<string>> RunAllAsync(CancellationToken cancellationToken)
    {
        List<string> failed = [];
        foreach (var (name, _) in Hops)
        {
            // A mail server that is down must not keep approvals from being carried out; the failure is reported.
            try
            {
                await RunAsync(name, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Output.Warn($"dunning: {name} failed: {failure.Message}");
                failed.Add(name);
            }
        }

        return failed;
    }

    /// <summary>A mailbox that stays shut until a setting is changed is a person's task, once.</summary>
    private static async Task NotedAsync(Installation installation, MailAccess what, Func<CancellationToken, Task> receive, CancellationToken cancellationToken)
    {
        try
        {
            await receive(cancellationToken);
            await installation.MailAccess.SettleAsync(what, cancellationToken);
        }
        catch (MailAccessException failure)
        {
            // When the whole mailbox is shut, the task about it says so.
            if (what == MailAccess.Mailbox || failure.OnlyFolder) await installation.MailAccess.AskAsync(what, failure, cancellationToken);
            throw;
        }
    }

    /// <summary>Promises and deadlines first, so that what broke yesterday is chased today.</summary>
    private static async Task CycleAsync(Installation installation, Settings settings, CancellationToken cancellationToken)
    {
        await installation.HandContacts.RunAsync(cancellationToken);
        await installation.PassDay.RunAsync(null, cancellationToken);
        await installation.CycleWith(settings.LatePaymentModel).RunAsync(null, cancellationToken);
    }

    private static async Task DraftAsync(Installation installation, CancellationToken cancellationToken) =>
        await installation.Draft.RunAsync(null, cancellationToken);
}
