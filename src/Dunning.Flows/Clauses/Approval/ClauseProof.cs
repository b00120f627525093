using Dapper;
using Dunning.Core.Correspondence;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>Whether a clause mail still is what approved clauses say.</summary>
public abstract record ClauseProof
{
    private ClauseProof() { }

    /// <summary>It is, word for word.</summary>
    public sealed record Holds : ClauseProof;

    /// <summary>A clause it uses is approved no longer; it can be written anew.</summary>
    public sealed record Outdated(string Why) : ClauseProof;

    /// <summary>Its text is not what its clauses say, or they cannot be had: a person has to look.</summary>
    public sealed record Broken(string Why) : ClauseProof;
}

/// <summary>
/// Proves a mail that is about to go out by itself: every clause version it was made from is approved now, and the text
/// is exactly what these versions say with the plan's values, whatever library is in force meanwhile.
/// </summary>
public static class ProveClauses
{
    private const string Versions = "select hash, content, language, clause_id as clauseid, clause_approved(hash) as approved from clause_versions where hash = any(@hashes)";

    /// <summary>The proof of a stored draft.</summary>
    public static async Task<ClauseProof> OfAsync(NpgsqlConnection connection, DraftRow draft, CancellationToken cancellationToken)
    {
        if (draft.Plan is not { } stored || draft.ClauseHashes is not { Length: > 0 } hashes) return new ClauseProof.Broken("the draft does not name the clauses it is made of");
        var rows = (await connection.QueryAsync<VersionRow>(new CommandDefinition(Versions, new { hashes }, cancellationToken: cancellationToken))).ToList();
        if (hashes.Except(rows.Select(row => row.Hash)).FirstOrDefault() is { } missing) return new ClauseProof.Broken($"clause version {missing[..12]} is not known");
        if (rows.Find(row => !row.Approved) is { } withdrawn) return new ClauseProof.Outdated($"clause {withdrawn.ClauseId} ({withdrawn.Language}) is no longer approved in the version the message was written with");

        List<string> notes = [];
        var clauses = rows.Select(row => ClausesInForce.Sound(new(row.Hash, row.Content, row.Language, row.ClauseId, null), notes)).OfType<Clause>().ToList();
        if (notes.Count > 0) return new ClauseProof.Broken(notes[0]);
        return Says(draft, Json.Read<DraftPlan>(stored), clauses) ? new ClauseProof.Holds() : new ClauseProof.Broken("the text is not what its approved clauses say");
    }

    private static bool Says(DraftRow draft, DraftPlan plan, IReadOnlyList<Clause> clauses)
    {
        var variants = clauses.SelectMany(clause => clause.Variants.Select(variant => (clause, variant))).ToDictionary(pair => pair.variant.Id);
        try
        {
            var mail = MailText.Render(plan, id => variants.TryGetValue(id, out var found) ? found : null);
            // The subject carries our reference of the case behind the clause.
            return mail.Text == draft.Body && draft.Subject.StartsWith(mail.Subject, StringComparison.Ordinal);
        }
        catch (Exception unfit) when (unfit is ArgumentException or KeyNotFoundException or FormatException)
        {
            return false;
        }
    }

    private sealed record VersionRow(string Hash, string Content, string Language, string ClauseId, bool Approved);
}
