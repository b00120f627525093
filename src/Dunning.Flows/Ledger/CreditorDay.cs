using Dapper;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Ledger;

/// <summary>The calendar day in a creditor's zone, by which due dates are reckoned.</summary>
public static class CreditorDay
{
    /// <summary>The day an instant falls on in an IANA zone.</summary>
    public static DateOnly Of(DateTimeOffset at, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    /// <summary>The creditors by the day it is with them; all on one day when one is given. Earlier days first.</summary>
    internal static async Task<IReadOnlyList<(DateOnly Day, string[] Entities)>> GroupsAsync(NpgsqlDataSource source, DateOnly? asOf, DateTimeOffset at, CancellationToken cancellationToken) =>
    [
        .. (await CycleDays.EntitiesAsync(source, cancellationToken)).GroupBy(entity => asOf ?? Of(at, entity.TimeZone)).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Select(entity => entity.Id).ToArray())),
    ];

    /// <summary>The first instant of a day in an IANA zone.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string timeZone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, TimeZoneInfo.FindSystemTimeZoneById(timeZone).GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day an instant falls on for the creditor of a case.</summary>
    internal static async Task<DateOnly> OfCaseAsync(NpgsqlConnection connection, long caseId, DateTimeOffset at, CancellationToken cancellationToken) =>
        Of(at, (await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "select e.time_zone from cases c join entities e on e.id = c.entity_id where c.id = @caseId", new { caseId }, cancellationToken: cancellationToken)))!);
}
