using System.Globalization;
using System.Text.RegularExpressions;
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
                .Concat(facts.PaymentsReceived.Select(payment => payment.ValueDate)).Append(facts.Statement!.AsOf)
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

    private static IEnumerable<string> Words(DraftPlan? plan) => plan?.Clauses.Select(use =>
        $"{use.ClauseId} {string.Join("; ", use.Slots.OrderBy(slot => slot.Key).Select(slot => $"{slot.Key}={slot.Value}"))}") ?? [];

    private static void ForAll(Action<RandomMail> holds) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => RandomMail.Make(new Random(seed)))), given =>
        {
            holds(given);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
}
