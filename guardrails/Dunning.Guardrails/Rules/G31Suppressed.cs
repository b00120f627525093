using Dunning.Core.Cases;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G31: no contact while something pauses it. A reason on the account (insolvency, opt-out, a lawyer) holds every
/// message; an invoice under promise, dispute or plan may be spoken of in an answer but not reminded of.
/// </summary>
public static class G31Suppressed
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G31", "contact while suppressed", "A debtor who disputed, promised or is insolvent must not be chased.", Verdict.Hold, Judge)
    {
        Missing = static facts => facts.Suppressions is null,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (facts.Suppressions is not { } suppressions) return null;
        if (suppressions.Account.Count > 0) return Found($"the account is paused: {string.Join(", ", suppressions.Account)}");
        if (!Demands(draft.Mail.Purpose)) return null;

        var paused = facts.Facts.Invoices.Select(invoice => invoice.Number).FirstOrDefault(Paused);
        return paused is null ? null : Found($"invoice {paused} is paused");

        bool Paused(string number) => suppressions.Invoices.Contains(number, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a message of this purpose asks for money rather than answering.</summary>
    public static bool Demands(Purpose purpose) => purpose switch
    {
        Purpose.Reminder or Purpose.PromiseLapsed or Purpose.ShortPay => true,
        Purpose.PromiseAcknowledged or Purpose.AskForDate or Purpose.DisputeAcknowledged or Purpose.PaymentThanks or
            Purpose.PaymentTrace or Purpose.DocumentAttached or Purpose.StatementAttached => false,
    };

    private static Finding Found(string evidence) => new("G31", Verdict.Hold, evidence, null);
}
