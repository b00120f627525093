using Dunning.Core;
using Dunning.Core.Conversation;

namespace Dunning.Console.Text;

/// <summary>The values of a reading in sentences.</summary>
internal static class ReadValues
{
    public static IEnumerable<string> Of(ReplyReading read)
    {
        foreach (var promise in read.Promises)
            yield return $"Promises {Amount(promise.Amount, promise.Currency, "what is open")} {Until(promise)}{About(promise.Invoices)}{(promise.Method is { } method ? $" by {method}" : "")}{(promise.Conditional ? ", on a condition" : "")}.";
        foreach (var claim in read.Claims)
            yield return $"Says {Amount(claim.Amount, claim.Currency, "it")} was paid{(claim.Date is { } day ? $" on {Show.Day(day)}" : "")}{About(claim.Invoices)}{(claim.Reference is { } reference ? $", reference {reference}" : "")}.";
        foreach (var document in read.Documents) yield return $"Asks for: {Show.Words(Wire.Name(document.Kind))}{About(document.Invoices)}.";
        foreach (var dispute in read.Disputes)
            yield return $"Disputes {Amount(dispute.Amount, null, "the whole")}{About(dispute.Invoices)}: {Show.Words(Wire.Name(dispute.Reason))}.";
        if (read.ReturnsOn is { } back) yield return $"Back on {Show.Day(back)}.";
        if (read.InjectionProbability >= 0.3) yield return $"Signs of text meant for software: {Show.Percent(read.InjectionProbability)}.";
    }

    private static string Until(PromiseReading promise) =>
        promise.Date is { } day ? $"for {Show.Day(day)}" : promise.Ambiguous ? $"for a day in doubt ({promise.Doubt.InWords(promise.Alternatives)})" : "without a day";

    private static string Amount(decimal? amount, string? currency, string otherwise) =>
        amount is { } value ? currency is { } code ? Show.Amount(value, code) : value.ToString("N2", System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    private static string About(IReadOnlyList<string> invoices) => invoices.Count == 0 ? "" : $" ({string.Join(", ", invoices)})";
}
