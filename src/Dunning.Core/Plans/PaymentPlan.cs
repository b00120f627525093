namespace Dunning.Core.Plans;

/// <summary>Where a payment plan stands.</summary>
public enum PlanStatus
{
    /// <summary>Its instalments are watched and its invoices paused.</summary>
    Running,

    /// <summary>Everything it covers was paid or credited.</summary>
    Completed,

    /// <summary>An instalment was missed; that ended the plan.</summary>
    Defaulted,

    /// <summary>A person ended it.</summary>
    Withdrawn,
}

/// <summary>One instalment of a plan.</summary>
/// <param name="Sequence">1 for the first.</param>
/// <param name="Due">The agreed day.</param>
/// <param name="PaidOn">The value date of the money that completed it; null while something of it is missing.</param>
public sealed record PlanInstalment(int Sequence, DateOnly Due, decimal Amount, DateOnly? PaidOn = null);

/// <summary>A payment plan a person granted. It pauses its invoices and never changes their due dates.</summary>
/// <param name="Id">Row id; 0 until stored.</param>
/// <param name="Instalments">In order of their days; together they are what was open when the plan was granted.</param>
/// <param name="Method">How the customer pays; null counts as a wire.</param>
/// <param name="BaselineOpen">What was open on the invoices when the plan was granted.</param>
public sealed record PaymentPlan(
    long Id, IReadOnlyList<long> InvoiceIds, string Currency, IReadOnlyList<PlanInstalment> Instalments, string? Method,
    DateOnly GrantedOn, string GrantedBy, decimal BaselineOpen);
