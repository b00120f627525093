using Dunning.Core.Correspondence;
using Dunning.Guardrails;
using Npgsql;

namespace Dunning.Flows.Drafting.Models;

/// <summary>
/// A mail in a model's words, for a person to decide about: framed by the clauses' statement, bank details and signature, put to the gate, tried once
/// more with the objections named, and given up after that.
/// </summary>
internal sealed class WriteProse(NpgsqlDataSource source, ModelDrafter drafter, ClauseLibrary clauses, JudgeDraft judge)
{
    private const int Tries = 2;

    public async Task<DraftProposal> RunAsync(TouchBrief brief, IReadOnlyList<RetrievedTurn> turns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reviewed = brief.Compose(clauses);
        var frame = ProseFrame.Of(reviewed.Plan, clauses);
        IReadOnlyList<string> objections = [];
        long tokens = 0;
        for (var call = 1; ; call++)
        {
            var (words, note) = await drafter.WriteAsync(brief, reviewed, frame, turns, objections, cancellationToken);
            tokens += note.Tokens;
            note = note with { Calls = call, Tokens = tokens };
            if (note.Outcome == ProposalOutcome.Unavailable) return DraftProposal.None(brief, note);
            if (words is not null)
            {
                (objections, var why) = await ObjectionsAsync(brief, reviewed, frame, words, now, cancellationToken);
                if (objections.Count == 0) return new(null, frame.Around(words), brief.Facts.Version, brief.Facts.Today, note);
                note = note with { Outcome = ProposalOutcome.Blocked, Why = why };
            }

            if (call == Tries) return DraftProposal.None(brief, note);
        }
    }

    /// <summary>What is wrong with the words, for the model; and in short for the journal, which holds no text.</summary>
    private async Task<(IReadOnlyList<string> Objections, string Why)> ObjectionsAsync(
        TouchBrief brief, ComposedMail reviewed, ProseFrame frame, ProseWords words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (frame.Objection(words) is { } fault) return ([WhatIsWrong(fault)], WhatIsWrong(fault));
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var framed = await judge.RunAsync(connection, brief, frame.Around(words), DraftOrigin.Model, now, cancellationToken);
        var rules = framed.WorseThan(await judge.RunAsync(connection, brief, reviewed.Mail, DraftOrigin.Clauses, now, cancellationToken)).Select(finding => finding.Rule).Distinct().ToList();
        // What a rule objects to, not the words: they may be another customer's, and the model need not be told again.
        return ([.. rules.Select(id => Catalog.Rules.FirstOrDefault(rule => rule.Id == id)?.Blocks ?? "the text cannot be checked")], $"the guardrails object: {string.Join(", ", rules)}");
    }

    private static string WhatIsWrong(ProseFault fault) => fault switch
    {
        ProseFault.Empty => "subject or opening is empty",
        ProseFault.TooLong => "the text is too long",
        ProseFault.OddCharacters => "the subject has several lines, or the text has control characters",
        ProseFault.LeavesOut => "something that must be said, exactly as written, is missing",
    };
}
