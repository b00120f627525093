namespace Dunning.Guardrails.Rules;

/// <summary>
/// G23: the recipient is a verified, living contact of this customer, and answers come back to the creditor's own
/// mailbox. An address learned from a mail is not verified; writing there would let a stranger redirect the account.
/// </summary>
public static class G23Recipient
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G23", "recipient that is not a verified contact", "Account data goes only to people the customer named to the creditor.",
        Verdict.Block, Judge)
    {
        Missing = static facts => facts.Recipient is null,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (draft.Mail.ReplyTo.Length > 0 && !Same(draft.Mail.ReplyTo, facts.Facts.ReplyTo))
            return Found(Verdict.Block, "the reply address is not the creditor's");
        if (facts.Recipient is not { } recipient) return null;

        var to = draft.Mail.To.Trim();
        if (!recipient.Verified.Any(address => Same(address, to))) return Found(Verdict.Block, "the recipient is not a verified contact");
        if (recipient.OptedOut.Any(address => Same(address, to))) return Found(Verdict.Block, "the recipient asked not to be mailed");
        return recipient.Dead.Any(address => Same(address, to)) ? Found(Verdict.Hold, "mail to the recipient bounced for good") : null;
    }

    private static Finding Found(Verdict severity, string evidence) => new("G23", severity, evidence, null);

    private static bool Same(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
