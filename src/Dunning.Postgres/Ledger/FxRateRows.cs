using Dunning.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Ledger;

/// <summary>A row of a rate file that says other than an earlier one about the same day.</summary>
public sealed record ContradictedRate(long Line, string Currency, decimal Rate, long FirstLine);

/// <summary>Stores exchange rates and reads those that are good on a day.</summary>
public static class FxRateRows
{
    /// <summary>The latest rate of each pair on a day, as far as it is still good; $1 the day, $2 the days a rate stays good.</summary>
    private const string AsOf =
        """
        select distinct on (base, currency) day, base, currency, rate from fx_rates
        where day between $1 - $2 and $1 order by base, currency, day desc
        """;

    private const string Create =
        "create temp table staged_rates (line bigint not null, day date not null, base text not null, currency text not null, rate numeric(24, 12) not null) on commit drop";

    private const string TakeOutContradictions =
        """
        with ranked as (
          select line, currency, rate, first_value(line) over same as first_line, first_value(rate) over same as first_rate
          from staged_rates window same as (partition by base, currency, day order by line)),
        bad as (select distinct on (line) line, currency, rate, first_line from ranked where rate <> first_rate order by line, currency),
        gone as (delete from staged_rates s using bad b where s.line = b.line)
        select line, currency, rate, first_line from bad order by line
        """;

    // What is left of repeated rates is equal to the first.
    private const string TakeOutRepeats =
        """
        with ranked as (select ctid as place, line, first_value(line) over (partition by base, currency, day order by line) as first_line from staged_rates),
        gone as (delete from staged_rates s using ranked r where s.ctid = r.place and r.line <> r.first_line returning s.line)
        select count(*) from (select line from gone except select line from ranked where line = first_line) whole
        """;

    private const string Merge =
        """
        with stored as (
          insert into fx_rates as f (base, currency, day, rate, source, imported_at)
          select base, currency, day, rate, $1, $2 from staged_rates order by base, currency, day
          on conflict (base, currency, day) do update set rate = excluded.rate, source = excluded.source, imported_at = excluded.imported_at where f.rate <> excluded.rate
          returning xmax = 0 as added)
        select (select count(*) from staged_rates), (select array_agg(distinct currency order by currency) from staged_rates), (select min(day) from staged_rates),
          (select max(day) from staged_rates), count(*) filter (where added), count(*) filter (where not added) from stored
        """;

    /// <summary>The rates that are good on a day.</summary>
    public static async Task<FxRates> AsOfAsync(NpgsqlConnection connection, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, AsOf, day, FxRates.DefaultDaysGood);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<FxRate> rates = [];
        while (await reader.ReadAsync(cancellationToken)) rates.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), reader.GetString(2), reader.GetDecimal(3)));
        return FxRates.Of(rates);
    }

    /// <summary>Takes the import lock, creates the staging table and starts the binary copy into it.</summary>
    public static async Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('import:rates', 0))", cancellationToken);
        await connection.ExecuteAsync(Create, cancellationToken);
        return await connection.BeginBinaryImportAsync("copy staged_rates (line, day, base, currency, rate) from stdin (format binary)", cancellationToken);
    }

    /// <summary>Stages one rate.</summary>
    public static async Task WriteAsync(NpgsqlBinaryImporter copy, long line, FxRate rate, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(line, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(rate.Day, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteAsync(rate.Base, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(rate.Currency, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(rate.Rate, NpgsqlDbType.Numeric, cancellationToken);
    }

    /// <summary>Removes the rows that contradict an earlier one, whole.</summary>
    public static async Task<IReadOnlyList<ContradictedRate>> TakeOutContradictionsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, TakeOutContradictions);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<ContradictedRate> bad = [];
        while (await reader.ReadAsync(cancellationToken)) bad.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetDecimal(2), reader.GetInt64(3)));
        return bad;
    }

    /// <summary>Removes rates that came before with the same value and returns the number of rows that said nothing else.</summary>
    public static async Task<long> TakeOutRepeatsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, TakeOutRepeats);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Brings the staged rates into the table; equal ones are left alone.</summary>
    public static async Task<StoredRates> MergeAsync(NpgsqlConnection connection, string origin, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, Merge, origin, at.UtcDateTime);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var none = await row.IsDBNullAsync(1, cancellationToken);
        return new(
            row.GetInt64(0), none ? [] : row.GetFieldValue<string[]>(1), none ? null : row.GetFieldValue<DateOnly>(2), none ? null : row.GetFieldValue<DateOnly>(3),
            row.GetInt64(4), row.GetInt64(5));
    }
}

/// <summary>What an import of rates did.</summary>
public sealed record StoredRates(long Rates, IReadOnlyList<string> Currencies, DateOnly? First, DateOnly? Last, long New, long Changed);
