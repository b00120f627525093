using Dunning.Core;
using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Ledger;

/// <summary>The planner's word on one account, as the cycle stores it.</summary>
/// <param name="CaseId">The open case; null when one is opened now.</param>
/// <param name="TouchKey">Cause and purpose of the planned contact (<c>cause|Purpose</c>); null when there is none.</param>
/// <param name="PlanTouch">The contact is to be planned; false when a touch for it exists already.</param>
/// <param name="Reasons">JSON list of reason, lifts, why.</param>
/// <param name="Why">The same in one sentence for the journal.</param>
public sealed record CyclePlan(
    AccountPlace Place, string EntityId, long? CaseId, bool Closes, int Level, DateOnly? LevelOn, DateOnly? LastContactOn,
    string? TouchKey, bool PlanTouch, string? Cause, string? Purpose, int? Stage, string? Action, DateOnly? PlannedFor,
    decimal TotalOverdue, decimal Credits, int OldestDays, string Reasons, string Why)
{
    /// <summary>Version of the policy the account was planned under.</summary>
    public required string Policy { get; init; }

    /// <summary>Name of the segment that policy belongs to.</summary>
    public required string PolicySegment { get; init; }

    /// <summary>For a debtor nobody has written to yet: how many of them are let in a day. Null for all others, and without limit.</summary>
    public int? NewDebtorsADay { get; init; }

    /// <summary>JSON list of the items that rules of their own hold: instalment, reason, lifts, why; all others follow the account.</summary>
    public string ItemRules { get; init; } = "[]";
}

/// <summary>Writes the plans of a cycle: one COPY, then set-based statements.</summary>
public static class CycleRows
{
    private const string Create =
        """
        create temp table cycle_accounts (
          customer_id bigint not null, currency text not null, entity_id text not null, case_id bigint, opens boolean not null, closes boolean not null,
          level int not null, level_on date, last_contact_on date, touch_key text, plan_touch boolean not null, cause text, purpose text, stage int, action text,
          planned_for date, total_overdue numeric(18, 4) not null, credits numeric(18, 4) not null, oldest_days int not null, reasons jsonb not null, why text not null,
          policy text not null, policy_segment text not null, ramp int, item_rules jsonb not null, touch_id text) on commit drop
        """;

    private const string Copy =
        """
        copy cycle_accounts (customer_id, currency, entity_id, case_id, opens, closes, level, level_on, last_contact_on, touch_key, plan_touch, cause, purpose,
          stage, action, planned_for, total_overdue, credits, oldest_days, reasons, why, policy, policy_segment, ramp, item_rules) from stdin (format binary)
        """;

    /// <summary>Only one cycle plans at a time; the lock ends with the transaction.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        LedgerMerge.RunAsync(connection, "select pg_advisory_xact_lock(hashtextextended('cycle', 0))", cancellationToken);

    /// <summary>Creates the table and starts the copy.</summary>
    public static async Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Create, cancellationToken);
        return await connection.BeginBinaryImportAsync(Copy, cancellationToken);
    }

    /// <summary>Copies one plan.</summary>
    public static async Task WriteAsync(NpgsqlBinaryImporter copy, CyclePlan plan, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(plan.Place.CustomerId, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(plan.Place.Currency, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(plan.EntityId, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteOrNullAsync(plan.CaseId, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(plan.CaseId is null, NpgsqlDbType.Boolean, cancellationToken);
        await copy.WriteAsync(plan.Closes, NpgsqlDbType.Boolean, cancellationToken);
        await copy.WriteAsync(plan.Level, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteOrNullAsync(plan.LevelOn, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteOrNullAsync(plan.LastContactOn, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteOrNullAsync(plan.TouchKey, cancellationToken);
        await copy.WriteAsync(plan.PlanTouch, NpgsqlDbType.Boolean, cancellationToken);
        await copy.WriteOrNullAsync(plan.Cause, cancellationToken);
        await copy.WriteOrNullAsync(plan.Purpose, cancellationToken);
        await copy.WriteOrNullAsync(plan.Stage, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteOrNullAsync(plan.Action, cancellationToken);
        await copy.WriteOrNullAsync(plan.PlannedFor, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteAsync(plan.TotalOverdue, NpgsqlDbType.Numeric, cancellationToken);
        await copy.WriteAsync(plan.Credits, NpgsqlDbType.Numeric, cancellationToken);
        await copy.WriteAsync(plan.OldestDays, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(plan.Reasons, NpgsqlDbType.Jsonb, cancellationToken);
        await copy.WriteAsync(plan.Why, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(plan.Policy, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(plan.PolicySegment, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteOrNullAsync(plan.NewDebtorsADay, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(plan.ItemRules, NpgsqlDbType.Jsonb, cancellationToken);
    }
}
