using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>What holds of every mail, over random facts and conversations.</summary>
public sealed class ComposerProperties
{
    [Fact]
    public void Every_mail_can_be_read_back_into_its_plan() =>
        ForAll(given =>
        {
            var (plan, mail) = given.Mail();
            var read = MailText.Parse(mail, Library, given.Facts.Language);
            Words(read).ShouldBe(Words(plan), mail.Text);
            read.ShouldBe(plan);
        });

    [Fact]
    public void Every_mail_is_cleanly_set() => ForAll(given =>
    {
        var (subject, text) = given.Mail().Mail;
        foreach (var part in (string[])[subject, text])
        {
            part.ShouldNotContain("{");
            part.ShouldNotContain("  ");
            part.ShouldNotContain(" \n");
            part.ShouldNotContain("\n\n\n");
            part.ShouldNotContain("null");
            part.ShouldBe(part.Trim());
            part.ShouldNotBeEmpty();
        }

        subject.ShouldNotContain("\n");
    });

    [Fact]
    public void The_order_of_invoices_in_the_facts_changes_nothing() => ForAll(given =>
    {
        var shuffled = given with { Facts = given.Facts with { Invoices = [.. given.Facts.Invoices.Reverse()] } };
        shuffled.Mail().Mail.ShouldBe(given.Mail().Mail);
    });

    [Fact]
    public void Composing_twice_gives_the_same_bytes() => ForAll(given => given.Mail().ShouldBe(given.Mail()));

    [Fact]
    public void Every_amount_and_date_in_a_mail_is_a_fact() => ForAll(given =>
    {
        var facts = given.Facts;
        var shown = facts.Invoices.Where(invoice => !facts.DisputedInvoices.Contains(invoice.Number)).ToList();
        var total = shown.Sum(invoice => invoice.Open);
        HashSet<string> amounts =
        [
            .. shown.Select(invoice => invoice.Open).Concat([total, total - facts.UnappliedCredits, facts.UnappliedCredits])
                .Concat(facts.Promises.Select(promise => promise.Amount)).Concat(facts.PaymentsReceived.Select(payment => payment.Amount))
                .Select(amount => amount.ToString("F2", CultureInfo.InvariantCulture) + " EUR"),
        ];
        HashSet<string> dates =
        [
            .. shown.Select(invoice => invoice.Due).Concat(facts.Promises.Select(promise => promise.Date))
                .Concat(facts.PaymentsReceived.Select(payment => payment.ValueDate))
                .Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        foreach (var (slot, value) in given.Mail().Plan.Clauses.SelectMany(use => use.Slots))
        {
            if (SlotCatalog.Kinds[slot] == SlotKind.Money) amounts.ShouldContain(value);
            if (SlotCatalog.Kinds[slot] == SlotKind.Date) dates.ShouldContain(value);
            if (SlotCatalog.Kinds[slot] == SlotKind.Lines) value.Split('\n').Length.ShouldBe(shown.Count);
        }
    });

    [Fact]
    public void A_digit_stands_in_a_mail_only_where_a_slot_put_it() => ForAll(given =>
    {
        var mail = given.Mail();
        var formats = LocaleFormats.For(given.Facts.Language);
        var left = mail.Mail.Subject + "\n" + mail.Mail.Text;
        foreach (var value in mail.Plan.Clauses.SelectMany(use => use.Slots)
            .Where(slot => SlotCatalog.Kinds[slot.Key] != SlotKind.Plural)
            .Select(slot => SlotText.Write(SlotCatalog.Kinds[slot.Key], slot.Value, formats)).OrderByDescending(value => value.Length))
        {
            left = left.Replace(value, "", StringComparison.Ordinal);
        }

        Regex.IsMatch(left, @"\d").ShouldBeFalse(left);
    });

    private sealed record Given(FactSet Facts, ConversationFacts Conversation, Purpose Purpose, Stage Stage, long Seed, bool Disclose)
    {
        public ComposedMail Mail() => Compose(Facts, Conversation, Purpose, Stage, Disclose, Seed);
    }

    private static IEnumerable<string> Words(DraftPlan? plan) => plan?.Clauses.Select(use =>
        $"{use.ClauseId} {string.Join("; ", use.Slots.OrderBy(slot => slot.Key).Select(slot => $"{slot.Key}={slot.Value}"))}") ?? [];

    private static void ForAll(Action<Given> holds) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(new Random(seed)))), given =>
        {
            holds(given);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    private static Given Make(Random random)
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
        var facts = Facts(Pick([.. Library.Languages]), [.. invoices]) with
        {
            TotalOverdue = total, UnappliedCredits = random.Next(3) == 0 ? Math.Floor(total * 50) / 100m : 0m,
            DisputedInvoices = disputed, Promises = promises, PaymentsReceived = payments, Attachments = [numbers[0], .. numbers.Skip(2)],
            ContactName = Pick(null, "Alex Kim", "  Zoë  d'Aubigné-Müller "), CustomerName = Pick("Muster AG", "A, B und C & Co. KG"),
            PostalAddress = Pick(null, "Hafenweg 7, 20457 Hamburg", "Hafenweg 7\r\n20457 Hamburg\n\nDeutschland"),
            Phone = Pick(null, "+49 40 5550100"), Iban = Pick(null, "DE02120300000000202051", "GB29 NWBK 6016 1331 9268 19"),
            Bic = Pick(null, "BYLADEM1001"), PayUrl = Pick(null, "https://pay.example/x?id=12"),
        };
        var promise = promises.Count > 0 && random.Next(2) == 0
            ? new PromiseMemory(promises[0].Date, promises[0].Amount, "EUR", Pick(Enum.GetValues<PromiseOutcome>()), promises[0].Invoices) : null;
        var question = random.Next(2) == 0 ? new OpenQuestion(Pick(Enum.GetValues<Intent>()), Day(-9, 0), [.. numbers.Take(random.Next(3))]) : null;
        var part = random.Next(2) == 0 ? payments[0] : null;
        var used = Library.For(facts.Language).SelectMany(clause => clause.Variants).Select(variant => variant.Id).Where(_ => random.Next(3) == 0);
        var conversation = new ConversationFacts(
            random.Next(2) == 0, Pick(Enum.GetValues<Speaker>()), null, promise, question,
            random.Next(3) == 0 ? new DisputeMemory(Day(-90, -30), random.Next(2) == 0, [.. numbers.Take(2)]) : null,
            null, [.. numbers.Take(random.Next(3))], part?.Amount, part?.ValueDate, random.Next(2) == 0, null, null, [.. used], []);
        return new(facts, conversation, Pick(Enum.GetValues<Purpose>()), Pick(Enum.GetValues<Stage>()), random.NextInt64(), random.Next(2) == 0);
    }
}
