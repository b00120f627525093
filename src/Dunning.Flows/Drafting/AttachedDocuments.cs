using Dapper;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Core.Conversation;
using Dunning.Flows.Ledger;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>What is attached to a message, or why it cannot be.</summary>
/// <param name="Missing">What the store lacks, for a person; null when everything was found. What was found is sent all the same.</param>
public sealed record Attached(IReadOnlyList<AttachmentRef> References, IReadOnlyList<string> InvoiceNumbers, string? Missing);

/// <summary>Finds the documents a customer asked for, in the folder of that very account.</summary>
public sealed class AttachedDocuments(IDocumentStore store, TimeProvider clock)
{
    private const int MostCopies = 10;

    /// <summary>The attachments of a touch; none for purposes without documents.</summary>
    /// <param name="language">Language of a statement's headings.</param>
    /// <param name="listed">The lines of which invoice copies go along, as far as the store holds them; null for none.</param>
    public async Task<Attached> ForAsync(NpgsqlConnection connection, Touch touch, CaseFile file, string language, IReadOnlyList<OpenItem>? listed, CancellationToken cancellationToken)
    {
        if (listed is not null) return await CopiesAsync(file, listed, cancellationToken);
        if (touch.Purpose == Purpose.StatementAttached) return await StatementAsync(connection, touch, file, language, cancellationToken);
        if (touch.Purpose != Purpose.DocumentAttached) return new([], [], null);
        var numbers = await WantedAsync(connection, touch, file, cancellationToken);
        if (numbers.Count == 0) return new([], [], "A document was asked for, but not for which invoice, or of another kind than an invoice copy.");
        return await FindAsync(file, numbers, cancellationToken);
    }

    /// <summary>The statement of the account, and copies of invoices that were asked for in the same mail.</summary>
    private async Task<Attached> StatementAsync(NpgsqlConnection connection, Touch touch, CaseFile file, string language, CancellationToken cancellationToken)
    {
        var asOf = CreditorDay.Of(clock.GetUtcNow(), file.Entity.TimeZone);
        if (await Statements.FileAsync(connection, file.Case.Id, new(asOf, language), cancellationToken) is not { } statement)
            return new([], [], "A statement of the account was asked for, and nothing is open on it.");
        var copies = await FindAsync(file, await WantedAsync(connection, touch, file, cancellationToken), cancellationToken);
        var others = await StatementCredits.OtherCurrenciesAsync(connection, file.Case.Id, asOf, cancellationToken);
        var elsewhere = others.Count == 0 ? null : $"The customer also owes something in {string.Join(", ", others)}; the statement shows the account in {file.Ledger.Key.Currency} only.";
        var lacks = string.Join(' ', ((string?[])[elsewhere, copies.Missing]).OfType<string>());
        return new([statement.Reference, .. copies.References], copies.InvoiceNumbers, lacks.Length == 0 ? null : lacks);
    }

    private async Task<Attached> FindAsync(CaseFile file, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        List<AttachmentRef> found = [];
        List<string> missing = [];
        foreach (var number in numbers)
        {
            if (await store.FindAsync(file.Entity.Id, file.Customer.Number, number, cancellationToken) is not { } document)
            {
                missing.Add(number);
                continue;
            }

            found.Add(new(document.FileName, document.ContentType, number, file.Customer.Number, Hash.Hex(document.Content), document.Content.Length));
        }

        var lacks = missing.Count == 0 ? null : $"The document store has no copy of invoice {string.Join(", ", missing)}.";
        return new(found, [.. found.Select(copy => copy.InvoiceNumber!)], lacks);
    }

    private async Task<Attached> CopiesAsync(CaseFile file, IReadOnlyList<OpenItem> listed, CancellationToken cancellationToken)
    {
        List<AttachmentRef> found = [];
        foreach (var number in listed.Select(item => item.Number).Distinct().Take(MostCopies))
        {
            if (await store.FindAsync(file.Entity.Id, file.Customer.Number, number, cancellationToken) is { } document)
                found.Add(new(document.FileName, document.ContentType, number, file.Customer.Number, Hash.Hex(document.Content), document.Content.Length));
        }

        return new(found, [.. found.Select(copy => copy.InvoiceNumber!)], null);
    }

    /// <summary>The bytes of what was attached; null when the store no longer holds exactly that.</summary>
    public async Task<IReadOnlyList<AttachedFile>?> BytesAsync(NpgsqlConnection connection, CaseFile file, IReadOnlyList<AttachmentRef> references, CancellationToken cancellationToken)
    {
        List<AttachedFile> files = [];
        foreach (var reference in references)
        {
            var content = await ContentAsync(connection, file, reference, cancellationToken);
            if (content is null || Hash.Hex(content) != reference.Sha256) return null;
            files.Add(new(reference, content));
        }

        return files;
    }

    /// <summary>What is there for this account now under the names of the references: hash to invoice number, as the gate wants it.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> KnownAsync(NpgsqlConnection connection, CaseFile file, IReadOnlyList<AttachmentRef> references, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> known = [];
        foreach (var reference in references)
        {
            if (await ContentAsync(connection, file, reference, cancellationToken) is { } content) known[Hash.Hex(content)] = reference.InvoiceNumber;
        }

        return known;
    }

    private async Task<byte[]?> ContentAsync(NpgsqlConnection connection, CaseFile file, AttachmentRef reference, CancellationToken cancellationToken)
    {
        if (reference.Statement is { } statement) return (await Statements.FileAsync(connection, file.Case.Id, statement, cancellationToken))?.Content;
        if (reference.InvoiceNumber is not { } number) return null;
        return (await store.FindAsync(file.Entity.Id, file.Customer.Number, number, cancellationToken))?.Content;
    }

    /// <summary>Invoice copies named in the mail; all open items when it named none but asked for copies.</summary>
    private static async Task<List<string>> WantedAsync(NpgsqlConnection connection, Touch touch, CaseFile file, CancellationToken cancellationToken)
    {
        var reading = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select reading::text from messages where id = @id", new { id = touch.InReplyToMessage }, cancellationToken: cancellationToken));
        if (reading is null) return [];
        var wanted = Json.Read<ReplyReading>(reading).InvoiceCopies();
        if (wanted.Count == 0) return [];
        var own = file.Ledger.Items.Select(item => item.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = wanted.SelectMany(document => document.Invoices).Where(own.Contains).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count > 0 || wanted.Any(document => document.Invoices.Count > 0)) return named;
        return [.. file.Ledger.Items.Where(item => item.Residual > 0).Select(item => item.Number).Distinct().Take(5)];
    }
}
