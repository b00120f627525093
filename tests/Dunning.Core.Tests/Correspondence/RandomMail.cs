using System.Globalization;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>Random facts and a random conversation for one mail.</summary>
internal sealed record RandomMail(FactSet Facts, ConversationFacts Conversation, Purpose Purpose, Stage Stage, long Seed, bool Disclose)
{
    public ComposedMail Mail() => Compose(Facts, Conversation, Purpose, Stage, Disclose, Seed);

    /// <summary>Anything a ledger and a conversation may hold, contradictions included.</summary>
    public static RandomMail Make(Random random)
    {
        T Pick<T>(params T[] among) => among[random.Next(among.Length)];
        DateOnly Day(int from, int to) => Today.AddDays(random.Next(from, to));
        decimal Sum() => random.Next(1, Pick(100, 100_000, 2_000_000_000)) / 100m;
        var pattern = Pick("INV-{0}", "RE 2026/{0}", "{0}", "F.{0}-A", "N° {0}");
        List<InvoiceFact> invoices = [.. Enumerable.Range(0, random.Next(1, 7)).Select(i =>
        {
            var due = Day(-300, 0);
            return new InvoiceFact(string.Format(CultureInfo.InvariantCulture, pattern, 100 + (i * 7)), null, due, Sum(), Today.DayNumber - due.DayNumber);
        })];
        List<string> numbers = [.. invoices.Select(invoice => invoice.Number)];
        List<string> disputed = random.Next(3) == 0 ? ["X-77", .. numbers.Skip(1).Take(random.Next(2))] : [];
        List<PromiseFact> promises = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new PromiseFact(Day(-30, 30), Sum(), [.. Pick<List<string>>([], ["P-55"], numbers)]))];
        List<PaymentFact> payments = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new PaymentFact(Day(-30, 0), Sum(), null, [.. Pick<List<string>>([], ["P-55", "P-56"], numbers)]))];
        var total = invoices.Where(invoice => !disputed.Contains(invoice.Number)).Sum(invoice => invoice.Open);
        var facts = Letters.Facts(Pick([.. Library.Languages]), [.. invoices]) with
        {
            TotalOverdue = total, UnappliedCredits = random.Next(3) == 0 ? Math.Floor(total * 50) / 100m : 0m,
            DisputedInvoices = disputed, Promises = promises, PaymentsReceived = payments, Attachments = [numbers[0], .. numbers.Skip(2)], Statement = new(Day(-4, 1)),
            ContactName = Pick(null, "Alex Kim", "  Zoë  d'Aubigné-Müller "), CustomerName = Pick("Muster AG", "A, B und C & Co. KG"),
            PostalAddress = Pick(null, "Hafenweg 7, 20457 Hamburg", "Hafenweg 7\r\n20457 Hamburg\n\nDeutschland"),
            Phone = Pick(null, "+49 40 5550100"), Iban = Pick(null, "DE02120300000000202051", "GB29 NWBK 6016 1331 9268 19"),
            Bic = Pick(null, "BYLADEM1001"), PartlyDisputed = random.Next(3) == 0 ? [numbers[^1], "X-78"] : [], PayUrl = Pick(null, "https://pay.example/x?id=12"),
        };
        var promise = promises.Count > 0 && random.Next(2) == 0
            ? new PromiseMemory(promises[0].Date, promises[0].Amount, "EUR", Pick(Enum.GetValues<PromiseOutcome>()), promises[0].Invoices) : null;
        var question = random.Next(2) == 0 ? new OpenQuestion(Pick(Enum.GetValues<Intent>()), Day(-9, 0), [.. numbers.Take(random.Next(3))]) : null;
        var part = random.Next(2) == 0 ? payments[0] : null;
        var used = Library.For(facts.Language).SelectMany(clause => clause.Variants).Select(variant => variant.Id).Where(_ => random.Next(3) == 0);
        var conversation = new ConversationFacts(
            random.Next(2) == 0, Pick(Enum.GetValues<Speaker>()), null, promise, question,
            random.Next(3) == 0 ? new DisputeMemory(Day(-90, -30), random.Next(2) == 0, [.. numbers.Take(2)]) : null,
            null, [.. numbers.Take(random.Next(3))], part?.Amount, part?.ValueDate, random.Next(2) == 0, null, null, [.. used], [])
        {
            UnansweredReminders = random.Next(4), UnthankedPromise = random.Next(3) == 0, NewContact = random.Next(6) == 0, ContactBack = random.Next(6) == 0,
            LastTrace = Pick<TraceOutcome?>(null, TraceOutcome.Searching, TraceOutcome.Found, TraceOutcome.NotFound),
        };
        return new(facts, conversation, Pick(Enum.GetValues<Purpose>()), Pick(Enum.GetValues<Stage>()), random.NextInt64(), random.Next(2) == 0);
    }
}
