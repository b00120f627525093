using Dunning.Core.Cadence.Holidays;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>
/// Reads a reply without a language model: classifier per sentence and per message, rules behind it for what must not
/// be missed, extraction of dates, amounts and numbers. Safe for use from many threads.
/// </summary>
public sealed class ReplyReader(ReaderModel model)
{
    // A mail longer than this is read up to here; nobody writes so much anew.
    private const int Longest = 20_000;
    private static readonly Intent[] All = Enum.GetValues<Intent>();

    /// <summary>The reader on the model shipped with the program.</summary>
    public static ReplyReader Shipped() => new(ReaderModel.LoadShipped());

    /// <summary>Reads one mail.</summary>
    public ReplyReading Read(ReplyInput input)
    {
        if (input.Kind == MessageKind.Unreadable) return ReplyReading.Nothing(MessageKind.Unreadable, PersonReason.Unreadable);
        var raw = input.NewText.Reveal();
        var text = (raw.Length > Longest ? raw[..Longest] : raw).Normalize();
        var language = LanguageGuess.Of(model, text, input.LanguageHint);
        if (input.Kind == MessageKind.Bounce) return new ReplyReading(MessageKind.Bounce, language, [], [], [], [], [], 0, false, [], null);
        if (string.IsNullOrWhiteSpace(text)) return ReplyReading.Nothing(input.Kind, PersonReason.Unreadable) with { InjectionProbability = Hidden(input) };
        var evidence = IntentEvidence.Of(model.Intents, text, language, input.Subject.Reveal());
        var sentences = evidence.Sentences;
        var readings = Array.ConvertAll(All, intent => new IntentReading(intent, model.Info.Calibration.Probability(intent, evidence), evidence.Spans[(int)intent]));
        var listed = readings.Where(r => r.Probability >= IntentThresholds.Of(model.Info, r.Intent).List).OrderByDescending(r => r.Probability).ToArray();
        var context = Context(input, language, listed);
        var injection = Math.Max(Hidden(input), readings.First(r => r.Intent == Intent.PromptInjection).Probability);
        var absent = input.Kind == MessageKind.AutoReply || listed.Any(r => r.Intent == Intent.OutOfOffice);
        var reading = input.Kind == MessageKind.AutoReply
            ? new ReplyReading(input.Kind, language, Absent(listed), [], [], [], [], injection, false, [], Returns(text, context))
            : new ReplyReading(input.Kind, language, listed, PromiseReader.Read(text, sentences, context), ClaimReader.Payments(text, sentences, context),
                ClaimReader.Documents(text, sentences, context), ClaimReader.Disputes(text, sentences, context, 0.35), injection, false, [],
                absent ? Returns(text, context) : null);
        if (!listed.Any(r => r.Intent == Intent.PromiseToPay)) reading = reading with { Promises = [] };
        reading = AnsweredQuestions.Scope(reading, input.Answers, context.OpenItems) with { Deputy = input.Absence.Deputy };
        // The words the absence note itself marks as its end beat any later day it happens to name.
        if (input.Absence.Until?.Reveal() is { } until && Returns(until, context) is { } back) reading = reading with { ReturnsOn = back };
        var why = PersonRules.Why(reading, readings, text, context, model.Info);
        // A vague promise needs no person: the customer is asked for a date.
        return reading with { NeedsPerson = why.Any(reason => reason != PersonReason.VaguePromise), Why = why };
    }

    private static ReadingContext Context(ReplyInput input, string language, IntentReading[] listed)
    {
        var local = input.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTime(input.ReceivedAt, found) : input.ReceivedAt;
        var order = input.LanguageHint?.ToLowerInvariant() switch
        {
            "en-us" => DateOrder.MonthFirst,
            "en-gb" or "en-ie" or "en-au" or "en-nz" or "en-za" or "en-in" => DateOrder.DayFirst,
            "es-us" => DateOrder.Either,
            { Length: > 2 } => DateOrder.Unknown,
            _ => InDollars(input) ? DateOrder.Either : DateOrder.Unknown,
        };
        bool Has(Intent intent) => listed.Any(r => r.Intent == intent);
        return new ReadingContext(DateOnly.FromDateTime(local.DateTime), language, order, WorkingDays(input.Country), input.OpenItems ?? [], Has(Intent.PromiseToPay), Has(Intent.PaymentConfirmation));
    }

    // Whoever owes dollars and is of no known country may write the month first, in any language.
    private static bool InDollars(ReplyInput input) =>
        (input.Country is null || input.Country.Equals("US", StringComparison.OrdinalIgnoreCase)) && input.OpenItems is { Count: > 0 } items && items.All(item => item.Currency == "USD");

    private static Func<DateOnly, bool>? WorkingDays(string? country) =>
        country is not null && PublicHolidays.Calendars.TryGetValue(country.ToUpperInvariant(), out var calendar) ? calendar.IsBusinessDay : null;

    private double Hidden(ReplyInput input)
    {
        double worst = 0;
        foreach (var text in new[] { input.Subject.Reveal(), input.HiddenText?.Reveal() ?? "" })
            foreach (var span in Sentences.Split(text.Length > Longest ? text[..Longest] : text))
            {
                var part = text.Substring(span.Start, span.Length);
                var p = model.Intents.Predict(ReadingCues.Annotate(part, "en"))["prompt_injection"];
                worst = Math.Max(worst, SafetyRules.In(part).Contains(Intent.PromptInjection) ? SafetyRules.Hit : p >= 0.5 ? p : 0);
            }
        return worst;
    }

    private static IReadOnlyList<IntentReading> Absent(IntentReading[] listed) =>
        [listed.FirstOrDefault(r => r.Intent == Intent.OutOfOffice) ?? new IntentReading(Intent.OutOfOffice, 0.9, null)];

    private static DateOnly? Returns(string text, ReadingContext context)
    {
        var days = DateReader.Find(text, context.Dates(backward: false)).Where(d => d.Value >= context.Today).Select(d => d.Value).ToArray();
        return days.Length == 0 ? null : days.Max();
    }
}
