using Dapper;
using Dunning.Core.Plans;
using Npgsql;

namespace Dunning.Postgres.Cases;

/// <summary>A payment plan as stored, with its instalments in order.</summary>
public sealed record PlanRow(PaymentPlan Plan, long CaseId, string Status, DateOnly? EndedOn);

/// <summary>Payment plans and their instalments.</summary>
internal static class PlanStore
{
    /// <summary>Plans of the cases <c>@ids</c>; then their instalments.</summary>
    public const string Load =
        """
        select p.id, p.case_id, p.invoice_ids, p.currency, p.method, p.granted_on, p.granted_by, p.baseline_open, p.status, p.ended_on
        from payment_plans p where p.case_id = any(@ids) order by p.id;

        select n.plan_id, n.sequence, n.due, n.amount, n.paid_on
        from plan_instalments n join payment_plans p on p.id = n.plan_id where p.case_id = any(@ids) order by n.plan_id, n.sequence;
        """;

    private const string Insert =
        """
        with plan as (
          insert into payment_plans (case_id, invoice_ids, currency, method, granted_on, granted_by, baseline_open)
          values (@caseId, @ids, @Currency, @Method, @GrantedOn, @GrantedBy, @BaselineOpen) returning id)
        insert into plan_instalments (plan_id, sequence, due, amount)
        select plan.id, n.sequence, n.due, n.amount from plan, unnest(@sequences, @dues, @amounts) as n (sequence, due, amount)
        """;

    /// <summary>Reads what <see cref="Load"/> selects.</summary>
    public static async Task<ILookup<long, PlanRow>> ReadAsync(SqlMapper.GridReader sets)
    {
        var plans = (await sets.ReadAsync<Row>()).ToList();
        var instalments = (await sets.ReadAsync<InstalmentRow>()).ToLookup(row => row.PlanId, row => new PlanInstalment(row.Sequence, row.Due, row.Amount, row.PaidOn));
        return plans.ToLookup(row => row.CaseId, row => new PlanRow(
            new(row.Id, row.InvoiceIds, row.Currency, [.. instalments[row.Id]], row.Method, row.GrantedOn, row.GrantedBy, row.BaselineOpen), row.CaseId, row.Status, row.EndedOn));
    }

    /// <summary>Stores a plan with its instalments.</summary>
    public static Task<int> InsertAsync(NpgsqlConnection connection, long caseId, PaymentPlan plan, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Insert,
            new
            {
                caseId, ids = plan.InvoiceIds.ToArray(), plan.Currency, plan.Method, plan.GrantedOn, plan.GrantedBy, plan.BaselineOpen,
                sequences = plan.Instalments.Select(part => part.Sequence).ToArray(), dues = plan.Instalments.Select(part => part.Due).ToArray(),
                amounts = plan.Instalments.Select(part => part.Amount).ToArray(),
            },
            cancellationToken: cancellationToken));

    private sealed record InstalmentRow(long PlanId, int Sequence, DateOnly Due, decimal Amount, DateOnly? PaidOn);

    private sealed record Row
    {
        public long Id { get; init; }
        public long CaseId { get; init; }
        public long[] InvoiceIds { get; init; } = [];
        public required string Currency { get; init; }
        public string? Method { get; init; }
        public DateOnly GrantedOn { get; init; }
        public required string GrantedBy { get; init; }
        public decimal BaselineOpen { get; init; }
        public required string Status { get; init; }
        public DateOnly? EndedOn { get; init; }
    }
}
