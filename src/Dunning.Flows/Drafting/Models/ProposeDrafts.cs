using System.Collections.Concurrent;
using Dapper;
using Dunning.Core.Autonomy;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses.Approval;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Drafting.Models;

/// <summary>
/// Asks the model about touches before any of them is locked: a slow model makes nobody wait. What it proposes is
/// checked again when the draft is made.
/// </summary>
public sealed class ProposeDrafts(NpgsqlDataSource source, ModelDrafter drafter, ClausesInForce inForce, JudgeDraft judge, TimeProvider clock)
{
    private const int AtOnce = 4;

    // The newest version of each touch, where a model chose its clauses.
    private const string Earlier =
        """
        select touch_id, plan::text as plan from (select distinct on (touch_id) touch_id, plan, model, origin from drafts where touch_id = any(@ids) order by touch_id, version desc) d
        where model = @model and origin = 'clauses' and plan is not null
        """;

    /// <summary>The proposals, by touch id. A touch that is not drafted by mail has none.</summary>
    public async Task<IReadOnlyDictionary<string, DraftProposal>> RunAsync(IReadOnlyList<TouchBrief> briefs, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync([.. briefs.Select(brief => brief.Touch.Id)], cancellationToken);
        var proposals = new ConcurrentDictionary<string, DraftProposal>();
        await Parallel.ForEachAsync(briefs.Where(brief => brief.ByMail), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (brief, token) =>
            proposals[brief.Touch.Id] = await ProposeAsync(brief, earlier.GetValueOrDefault(brief.Touch.Id), token));
        return proposals;
    }

    private async Task<DraftProposal> ProposeAsync(TouchBrief brief, DraftPlan? earlier, CancellationToken cancellationToken)
    {
        var clauses = inForce.Current;
        if (await TurnsAsync(brief, cancellationToken) is { } turns) return await new WriteProse(source, drafter, clauses, judge).RunAsync(brief, turns, clock.GetUtcNow(), cancellationToken);
        if (earlier is null || PlanChoice.Of(earlier, clauses) is not { } choice || brief.Decide(choice, clauses) is not PlanDecision.Taken)
            return await drafter.ChooseAsync(brief, clauses, cancellationToken);
        // A message that is drafted anew because a day has passed keeps its sentences, and costs nothing.
        return new(choice, null, brief.Facts.Version, brief.Facts.Today, drafter.Note(DraftingMode.Plan, ProposalOutcome.Kept, "the clauses the model chose before still fit", 0, 0));
    }

    /// <summary>The conversation for prose; null where prose is not written: nothing else than suggested, nothing where a mail speaks to software.</summary>
    private async Task<IReadOnlyList<RetrievedTurn>?> TurnsAsync(TouchBrief brief, CancellationToken cancellationToken)
    {
        if (drafter.Mode != DraftingMode.Prose || brief.Grant.Effective != AutonomyLevel.Suggest) return null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await RetrievedTurns.ReadAsync(connection, brief, clock.GetUtcNow(), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, DraftPlan>> EarlierAsync(string[] ids, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string TouchId, string Plan)>(new CommandDefinition(Earlier, new { ids, model = drafter.Name }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.TouchId, row => Json.Read<DraftPlan>(row.Plan));
    }
}
