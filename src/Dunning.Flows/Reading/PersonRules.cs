using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Extraction;

namespace Dunning.Flows.Reading;

/// <summary>Why a reading goes to a person. An empty list means that code may act on it, if everything else agrees.</summary>
internal static class PersonRules
{
    public static IReadOnlyList<PersonReason> Why(ReplyReading reading, IReadOnlyList<IntentReading> heard, string text, ReadingContext context, ReaderModelInfo model)
    {
        SortedSet<PersonReason> why = [];
        if (reading.InjectionProbability >= IntentThresholds.LeastList(Intent.PromptInjection)) why.Add(PersonReason.InjectionSuspected);
        if (reading.Kind == MessageKind.AutoReply) return [.. why];
        if (reading.Kind == MessageKind.ListMail) why.Add(PersonReason.OtherIntent);
        if (!LanguageGuess.Supported.Contains(reading.Language)) why.Add(PersonReason.UnsupportedLanguage);
        if (reading.Intents.Count == 0) why.Add(PersonReason.Unsure);
        // Too weak to be listed, too grave to be left unseen.
        if (heard.Any(h => Between(h, IntentThresholds.Of(model, h.Intent)))) why.Add(PersonReason.SafetySuspected);
        foreach (var intent in reading.Intents)
        {
            if (IntentThresholds.AlwaysPerson(intent.Intent) is { } reason) why.Add(reason);
            // "Thanks!" beside a clear answer asks for nothing: it must not make the answer unsure.
            else if (intent.Intent == Intent.ThanksAck && reading.Intents.Count > 1) continue;
            else if (intent.Probability < IntentThresholds.Of(model, intent.Intent).Act) why.Add(PersonReason.Unsure);
        }
        Promises(reading, why);
        // A promise in another currency than the account's can be neither matched nor kept without a person.
        if (context.OpenItems.Count > 0 && reading.Promises.Any(p => p.Currency is { } named && context.OpenItems.All(i => i.Currency != named))) why.Add(PersonReason.Unsure);
        if (Has(reading, Intent.DocumentRequest) && reading.Documents.Count == 0 || reading.Documents.Any(d => d.Kind == DocumentKind.Other)) why.Add(PersonReason.Unsure);
        if (Has(reading, Intent.PaymentConfirmation) && reading.Claims.Count == 0) why.Add(PersonReason.Unsure);
        // A polite ending must not hide a sentence about an invoice that nobody understood.
        if (reading.Intents.All(intent => intent.Intent == Intent.ThanksAck) && InvoiceReader.Find(text, context.OpenItems).Any()) why.Add(PersonReason.Unsure);
        if (context.OpenItems.Count > 0 && InvoiceReader.Find(text, context.OpenItems).Any(i => !i.Known)) why.Add(PersonReason.UnknownInvoice);
        if (Collide(reading)) why.Add(PersonReason.SeveralIntents);
        return [.. why];
    }

    private static void Promises(ReplyReading reading, SortedSet<PersonReason> why)
    {
        if (Has(reading, Intent.PromiseToPay) && reading.Promises.Count == 0) why.Add(PersonReason.Unsure);
        foreach (var promise in reading.Promises)
        {
            if (promise.Conditional) why.Add(PersonReason.ConditionalPromise);
            if (promise.Ambiguous) why.Add(PersonReason.AmbiguousDate);
            else if (promise.Date is null) why.Add(PersonReason.VaguePromise);
            if (promise.Confidence <= 0) why.Add(PersonReason.Unsure);
        }
    }

    // "A on Friday, but B is wrong" can be handled; "we pay Friday, but something is wrong" cannot.
    private static bool Collide(ReplyReading reading)
    {
        string[][] promised = [.. reading.Promises.Select(p => p.Invoices.ToArray())];
        string[][] other = [.. reading.Disputes.Select(d => d.Invoices.ToArray()), .. reading.Claims.Select(c => c.Invoices.ToArray())];
        return promised.Any(p => other.Any(o => p.Length == 0 || o.Length == 0 || p.Intersect(o, StringComparer.Ordinal).Any()));
    }

    private static bool Between(IntentReading heard, IntentThreshold threshold) => heard.Probability >= threshold.Watch && heard.Probability < threshold.List;

    private static bool Has(ReplyReading reading, Intent intent) => reading.Intents.Any(r => r.Intent == intent);
}
