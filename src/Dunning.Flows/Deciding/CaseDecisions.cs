using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Npgsql;

namespace Dunning.Flows.Deciding;

/// <summary>The one place where a decision becomes rows: case, commands and journal in the caller's transaction.</summary>
public sealed class CaseDecisions(PolicySet policies)
{
    /// <summary>The policy decisions about a case are made by.</summary>
    public Policy PolicyFor(CaseFile file, DateOnly today) => policies.For(file, today);

    /// <summary>Decides what follows from an event and stores it.</summary>
    /// <exception cref="CaseChangedException">The case was changed since the file was read; the transaction is lost.</exception>
    public async Task<Decision> ApplyAsync(
        NpgsqlConnection connection, CaseFile file, CaseEvent happened, DateOnly today, DateTimeOffset now, string actor, long? messageId, string? touchId,
        CancellationToken cancellationToken)
    {
        var view = CaseViews.Of(file);
        var segment = policies.SegmentFor(file, today);
        var decision = CaseDecision.Decide(view, happened, segment.Policy, today);
        var writer = new CaseWriter(connection, now, cancellationToken);
        var commands = decision.Commands.Where(command => command is not CaseCommand.NoteOnly).ToList();
        // The day passes many times: a task that is there already is no news.
        if (happened is CaseEvent.DayPassed && commands.OfType<CaseCommand.AskPerson>().ToList() is { Count: > 0 } asked)
        {
            var known = await TaskStore.KnownAsync(connection, file.Case.Id, asked.Select(ask => ask.DedupeKey), cancellationToken);
            commands.RemoveAll(command => command is CaseCommand.AskPerson ask && known.Contains(ask.DedupeKey));
        }

        if (decision.Next.Case != view.Case || commands.Count > 0) await writer.UpdateAsync(view.Case, decision.Next.Case, today);
        foreach (var command in commands) await writer.CarryOutAsync(file.Case.Id, command, today, touchId);

        if (commands.Count == 0 && happened is CaseEvent.DayPassed) return decision;
        var entry = new JournalEntry(
            Json.Name(happened.GetType().Name), actor, file.Case.Id, touchId, messageId, decision.Why,
            new { commands = commands.Select(command => Json.Name(command.GetType().Name)).ToArray(), policy = segment.Version, segment = segment.Name, level = decision.Next.Case.Level, status = Core.Wire.Name(decision.Next.Case.Status) });
        await connection.AppendAsync(entry, now, cancellationToken);
        return decision;
    }
}
