using System.Runtime.CompilerServices;
using Dunning.Core.Ledger.Statements;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>
/// Draws statements of accounts from the ledger. Nothing is stored: the same day gives the same file for as long as the
/// ledger says the same of that day, which is what the gate checks.
/// </summary>
public static class Statements
{
    private const int Batch = 500;

    /// <summary>The statements of any number of accounts, in the order of the ids: a fixed number of database statements for every few hundred.</summary>
    public static async IAsyncEnumerable<(long CaseId, AccountStatement Statement)> StreamAsync(
        NpgsqlConnection connection, IEnumerable<long> caseIds, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in caseIds.Chunk(Batch))
        {
            var files = await CaseFiles.LoadAsync(connection, ids, asOf, cancellationToken);
            var credits = await StatementCredits.LoadAsync(connection, ids, asOf, cancellationToken);
            foreach (var id in ids.Where(files.ContainsKey))
            {
                var file = files[id];
                yield return (id, new(
                    file.Entity.Name, file.Customer.Name, file.Customer.Number, file.Ledger.Key.Currency, asOf,
                    AccountStatement.LinesOf(file.Ledger, file.Suppressions, asOf), [.. credits[id]]));
            }
        }
    }

    /// <summary>The statement of one account as a file with its reference; null when nothing is open.</summary>
    public static async Task<AttachedFile?> FileAsync(NpgsqlConnection connection, long caseId, StatementRef wanted, CancellationToken cancellationToken)
    {
        await foreach (var (_, statement) in StreamAsync(connection, [caseId], wanted.AsOf, cancellationToken))
        {
            if (statement.Lines.Count == 0) return null;
            var content = StatementCsv.Bytes(statement, wanted.Language);
            var reference = new AttachmentRef(
                StatementCsv.FileName(statement, wanted.Language), "text/csv", null, statement.CustomerNumber, Hash.Hex(content), content.Length) { Statement = wanted };
            return new(reference, content);
        }

        return null;
    }
}
