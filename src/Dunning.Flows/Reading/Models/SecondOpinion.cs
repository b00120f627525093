using Dunning.Core.Conversation;

namespace Dunning.Flows.Reading.Models;

/// <summary>
/// Puts a model's opinion beside the embedded reading. What is acted on is always the embedded reading; the model can
/// only take it to a person. So no answer of a model, however wrong or hostile, makes anything happen by itself.
/// </summary>
public static class SecondOpinion
{
    private const double Suspected = 0.5;

    /// <summary>The embedded reading, with a person asked where the model does not confirm it.</summary>
    public static ReplyReading Lower(ReplyReading embedded, ModelOpinion opinion) => opinion switch
    {
        // An outage says nothing about the mail: the embedded reader works as it does without a model.
        ModelOpinion.NotAsked or ModelOpinion.Unavailable => embedded,
        ModelOpinion.Unusable => ForPerson(embedded, PersonReason.ReadersDisagree),
        ModelOpinion.Answered answered => Weighed(embedded, answered.Reading),
        _ => ForPerson(embedded, PersonReason.ReadersDisagree),
    };

    private static ReplyReading Weighed(ReplyReading embedded, ModelReading model)
    {
        var reading = embedded;
        if (model.AddressesSoftware || model.Intents.Contains(Intent.PromptInjection))
            reading = ForPerson(reading, PersonReason.InjectionSuspected) with { InjectionProbability = Math.Max(reading.InjectionProbability, Suspected) };
        if (model.Language == "other") reading = ForPerson(reading, PersonReason.UnsupportedLanguage);
        return Confirms(embedded, model) ? reading : ForPerson(reading, PersonReason.ReadersDisagree);
    }

    private static ReplyReading ForPerson(ReplyReading reading, PersonReason reason) =>
        reading with { NeedsPerson = true, Why = reading.Why.Contains(reason) ? reading.Why : [.. reading.Why, reason] };

    /// <summary>Both read the same intents, courtesy aside, and every value of one is a value of the other.</summary>
    internal static bool Confirms(ReplyReading embedded, ModelReading model)
    {
        var read = embedded.Intents.Select(intent => intent.Intent).Where(intent => intent != Intent.ThanksAck).ToHashSet();
        return read.SetEquals(model.Intents.Where(intent => intent != Intent.ThanksAck))
            && Same(embedded.Promises, model.Promises, (one, other) => one.Date == other.Date && Agree(one.Amount, one.Currency, other.Amount, other.Currency) && one.Conditional == other.Conditional && Same(one.Invoices, other.Invoices))
            && Same(embedded.Claims, model.Payments, (one, other) => one.Date == other.Date && Agree(one.Amount, one.Currency, other.Amount, other.Currency) && Same(one.Invoices, other.Invoices))
            && Same(embedded.Documents, model.Documents, (one, other) => one.Kind == other.Kind && Same(one.Invoices, other.Invoices))
            && Same(embedded.Disputes, model.Disputes, (one, other) => one.Amount == other.Amount && Same(one.Invoices, other.Invoices));
    }

    private static bool Agree(decimal? amount, string? currency, decimal? other, string? otherCurrency) =>
        amount == other && (amount is null || currency is null || otherCurrency is null || string.Equals(currency, otherCurrency, StringComparison.OrdinalIgnoreCase));

    private static bool Same(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other);

    // As many of each, in any order: equality of the pairs is close enough to transitive to match greedily.
    private static bool Same<T, TOther>(IReadOnlyList<T> ours, IReadOnlyList<TOther> theirs, Func<T, TOther, bool> equal)
    {
        if (ours.Count != theirs.Count) return false;
        var left = theirs.ToList();
        foreach (var one in ours)
        {
            var at = left.FindIndex(other => equal(one, other));
            if (at < 0) return false;
            left.RemoveAt(at);
        }

        return true;
    }
}
