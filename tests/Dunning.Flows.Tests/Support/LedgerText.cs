using Dunning.Connectors.Files;
using Dunning.Flows.Ledger;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Tests.Support;

/// <summary>Imports ledgers written in the test.</summary>
public static class LedgerText
{
    /// <summary>An entity in Berlin, euros, with the columns a test needs; more YAML may follow.</summary>
    public const string Mapping =
        """
        entity:
          id: acme
          name: Acme Fictional Goods
          country: DE
          time_zone: Europe/Berlin
          language: de
          currency: EUR
          from_address: ar@acme.example
          reply_to: ar@acme.example
        optional_columns: true
        columns:
          number: number
          kind: kind
          customer: customer
          customer_name: customer_name
          contact: contact
          email: email
          language: language
          country: country
          time_zone: time_zone
          debtor_kind: debtor_kind
          segment: segment
          exclusion: exclusion
          parent: parent
          issued: issued
          due: due
          currency: currency
          amount: amount
          open: open
          paid: paid
          paid_on: paid_on
          status: status
          level: level
          last_contact: last_contact
          reference: reference
          collect_on: collect_on

        """;

    /// <summary>Imports a CSV text with <see cref="Mapping"/>.</summary>
    public static Task<ImportReport> ImportAsync(this TestDatabase database, string csv, bool dryRun = false) =>
        ImportAsync(database.Source, csv, Mapping, dryRun);

    /// <summary>Imports a CSV text with a mapping of its own.</summary>
    public static async Task<ImportReport> ImportAsync(NpgsqlDataSource source, string csv, string mapping, bool dryRun = false)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dunning-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, csv);
        try
        {
            return await ImportFileAsync(source, path, MappingFiles.Parse(mapping, "test"), dryRun);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Imports a file.</summary>
    public static Task<ImportReport> ImportFileAsync(NpgsqlDataSource source, string path, LedgerMapping mapping, bool dryRun = false) =>
        new ImportLedger(source, new InstallationClock(source)).RunAsync(
            new MappedLedgerFile(path, mapping, null), new(Path.GetFileName(path), "test", "test"), dryRun, CancellationToken.None);
}
