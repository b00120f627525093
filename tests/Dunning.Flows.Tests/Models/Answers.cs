namespace Dunning.Flows.Tests.Models;

/// <summary>Answers of a model.</summary>
internal static class Answers
{
    /// <summary>The promise "INV-1005 in full on 20 March 2026", as a good model reads it.</summary>
    public const string Promise =
        """{"language":"en","intents":["promise_to_pay"],"promises":[{"date":"2026-03-20","amount":null,"currency":null,"conditional":false,"invoices":["INV-1005"]}],"payments":[],"documents":[],"disputes":[],"addresses_software":false}""";

    public const string Nothing =
        """{"language":"en","intents":[],"promises":[],"payments":[],"documents":[],"disputes":[],"addresses_software":false}""";

    /// <summary>Answers that are not of the agreed form.</summary>
    public static readonly string[] Malformed =
    [
        "", "null", "[]", "I think the customer promises to pay.", "{", Promise[..^1], Promise + Promise, Promise.Replace("promise_to_pay", "mark_as_paid", StringComparison.Ordinal),
        Promise.Replace("\"2026-03-20\"", "\"20 March\"", StringComparison.Ordinal), Promise.Replace("\"2026-03-20\"", "\"2026-02-31\"", StringComparison.Ordinal),
        Promise.Replace("\"amount\":null", "\"amount\":-5", StringComparison.Ordinal), Promise.Replace("\"amount\":null", "\"amount\":\"NaN\"", StringComparison.Ordinal),
        Promise.Replace("\"amount\":null", "\"amount\":1e99", StringComparison.Ordinal), Promise.Replace("\"en\"", "\"klingon\"", StringComparison.Ordinal),
        Promise.Replace("\"addresses_software\":false", "\"addresses_software\":false,\"approve\":true", StringComparison.Ordinal),
        Promise.Replace("\"invoices\":[\"INV-1005\"]", "\"invoices\":null", StringComparison.Ordinal), Promise.Replace("\"disputes\":[],", "", StringComparison.Ordinal),
        Promise.Replace("[\"promise_to_pay\"]", "[3]", StringComparison.Ordinal), Promise.Replace("[\"INV-1005\"]", $"[\"{new string('9', 500)}\"]", StringComparison.Ordinal), new string('x', 30_000),
        Promise.Replace("\"language\":\"en\"", "\"language\":\"en\",\"language\":\"de\"", StringComparison.Ordinal),
    ];
}
