using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G26: the reader learns who writes, about which invoice, and where to answer. Held when it would go out unread;
/// otherwise a note to the person who decides.
/// </summary>
public static class G26Mandatory
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G26", "mandatory content missing", "Sender, invoice and a way to answer are what law and courtesy ask for.", Verdict.Hold, Judge)
    {
        PersonDecides = true,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (Absent(draft, facts) is not { } absent) return null;
        return new("G26", draft.Level >= Core.Autonomy.AutonomyLevel.AutoVeto || draft.Mail.Text.Length == 0 ? Verdict.Hold : Verdict.Pass, absent, null);
    }

    private static string? Absent(Draft draft, SendFacts facts)
    {
        if (string.IsNullOrWhiteSpace(draft.Mail.Text)) return "the message is empty";
        if (string.IsNullOrWhiteSpace(draft.Mail.Subject)) return "the subject is empty";
        var creditor = CleanText.From(facts.Facts.Creditor).Text;
        if (draft.Parts.All(part => !part.Clean.Text.Contains(creditor, StringComparison.OrdinalIgnoreCase))) return "the creditor is not named";
        if (draft.Mail.ReplyTo.Length == 0 && draft.Parts.All(part => !part.Clean.Text.Contains(facts.Facts.ReplyTo, StringComparison.OrdinalIgnoreCase)))
            return "there is no way to answer";
        return G31Suppressed.Demands(draft.Mail.Purpose) && !draft.Readings.Any(reading => reading.Items.Any(item => Names(item, draft, facts)))
            ? "no invoice is named"
            : null;
    }

    private static bool Names(Item item, Draft draft, SendFacts facts) =>
        item.Kind == ItemKind.Known && (draft.Ledger.Invoice(item.Name) is not null || facts.Facts.Invoices.Any(invoice => invoice.Number == item.Name));
}
