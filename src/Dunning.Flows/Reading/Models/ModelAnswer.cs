using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dunning.Core.Conversation;
using Dunning.Flows.Models;

namespace Dunning.Flows.Reading.Models;

/// <summary>
/// The form of a model's answer. It is read strictly: one JSON object, known members only, enums by name, dates and
/// amounts within bounds. Anything else is no answer.
/// </summary>
internal static class ModelAnswer
{
    private const int LongestAnswer = 20_000;
    private const int MostEntries = 20;
    private const int LongestNumber = 64;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true, AllowDuplicateProperties = false, MaxDepth = 8, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads an answer.</summary>
    /// <returns>Null with the reason when it is not of the agreed form.</returns>
    public static (ModelReading? Reading, string Problem) Parse(string text)
    {
        if (text.Length > LongestAnswer) return (null, "the answer is too long");
        try
        {
            var answer = JsonSerializer.Deserialize<Shape>(ModelJson.Bare(text), Strict);
            if (answer is null) return (null, "the answer is null");
            if (Objection(answer) is { } objection) return (null, objection);
            return (new(
                answer.Language, [.. answer.Intents.Distinct()],
                [.. answer.Promises.Select(promise => new ModelPromise(Day(promise.Date), promise.Amount, promise.Currency, promise.Conditional, promise.Invoices))],
                [.. answer.Payments.Select(payment => new ModelPayment(Day(payment.Date), payment.Amount, payment.Currency, payment.Invoices))],
                [.. answer.Documents.Select(document => new ModelDocument(document.Kind, document.Invoices))],
                [.. answer.Disputes.Select(dispute => new ModelDispute(dispute.Reason, dispute.Amount, dispute.Invoices))], answer.AddressesSoftware), "");
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or NotSupportedException)
        {
            return (null, "the answer is not JSON of the agreed form");
        }
    }

    private static string? Objection(Shape answer)
    {
        if (answer.Language is not ("en" or "de" or "fr" or "es" or "it" or "nl" or "other")) return "the language is none of the agreed names";
        if (new[] { answer.Intents.Length, answer.Promises.Length, answer.Payments.Length, answer.Documents.Length, answer.Disputes.Length }.Max() > MostEntries) return "the answer has too many entries";
        var numbers = answer.Promises.SelectMany(entry => entry.Invoices).Concat(answer.Payments.SelectMany(entry => entry.Invoices))
            .Concat(answer.Documents.SelectMany(entry => entry.Invoices)).Concat(answer.Disputes.SelectMany(entry => entry.Invoices));
        if (numbers.Any(number => number is null || number.Length is 0 or > LongestNumber)) return "an invoice number is empty or too long";
        var amounts = answer.Promises.Select(entry => entry.Amount).Concat(answer.Payments.Select(entry => entry.Amount)).Concat(answer.Disputes.Select(entry => entry.Amount));
        return amounts.Any(amount => amount is <= 0 or > 1_000_000_000_000) ? "an amount is out of bounds" : null;
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Shape(
        string Language, Intent[] Intents, PromiseShape[] Promises, PaymentShape[] Payments, DocumentShape[] Documents, DisputeShape[] Disputes, bool AddressesSoftware);

    private sealed record PromiseShape(string? Date, decimal? Amount, string? Currency, bool Conditional, string[] Invoices);

    private sealed record PaymentShape(string? Date, decimal? Amount, string? Currency, string[] Invoices);

    private sealed record DocumentShape(DocumentKind Kind, string[] Invoices);

    private sealed record DisputeShape(DisputeReason Reason, decimal? Amount, string[] Invoices);
}
