namespace Dunning.Console.Text;

/// <summary>Whether a mail's sender is who the mail says, in words.</summary>
public static class SenderWords
{
    /// <summary>The sentence for a mail.</summary>
    /// <param name="known">The address is a verified contact of the customer.</param>
    public static string Of(string? authenticity, bool known) => (authenticity, known) switch
    {
        ("verified", true) => "The sender is a contact of this customer, and our mail border proved the address.",
        ("verified", false) => "Our mail border proved the address, but it is not a verified contact of this customer: nothing was changed.",
        ("failed", _) => "Our mail border says the mail does not come from the address it shows: nothing was changed. Do not trust it.",
        (_, true) => "The address is a contact of this customer, but nothing proves that the mail comes from there: nothing was changed.",
        _ => "Nothing proves who sent this mail: nothing was changed.",
    };
}
