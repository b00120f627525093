using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

public sealed class ProvenanceTests
{
    private static FactSet Account => Facts("en", new InvoiceFact("INV-7", null, new(2026, 2, 26), 1250.50m, 19), new InvoiceFact("100", null, new(2026, 2, 26), 80m, 19)) with { TotalOverdue = 1330.50m };

    [Fact]
    public void Every_digit_of_a_composed_mail_has_a_source()
    {
        var read = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var made = RandomMail.Make(new Random(seed));
            ComposedMail composed;
            try
            {
                composed = made.Mail();
            }
            catch (ArgumentException)
            {
                // Random facts do not always allow the purpose; the composer says so.
                continue;
            }

            read++;
            foreach (var text in (string[])[composed.Mail.Subject, composed.Mail.Text])
            {
                var spans = Provenance.Of(text, made.Facts, composed.Plan);
                spans.Where(span => span.Sources.Count == 0).Select(span => text.Substring(span.Start, span.Length)).ShouldBeEmpty($"seed {seed}: {text}");
                Enumerable.Range(0, text.Length).Where(at => char.IsDigit(text[at]) && !spans.Any(span => span.Start <= at && at < span.End)).ShouldBeEmpty();
                spans.Zip(spans.Skip(1), (left, right) => left.End <= right.Start).ShouldAllBe(apart => apart);
            }
        }

        read.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void In_its_line_a_date_belongs_to_its_own_invoice()
    {
        var composed = Compose(Account, ConversationFacts.None, Dunning.Core.Cases.Purpose.Reminder, Dunning.Core.Cases.Stage.Friendly);
        var dates = Labels(composed.Mail.Text, composed.Plan).Where(found => found.Written == "26 February 2026").ToList();
        dates.Select(found => found.Labels.Single()).Distinct().Count().ShouldBe(2);
        dates.ShouldAllBe(found => found.Labels.Single().EndsWith("due date"));
    }

    [Fact]
    public void Free_words_are_searched_for_the_facts_in_usual_forms()
    {
        var found = Labels("Invoice INV-7 over €1,250.50 was due 2026-02-26, 19 days ago.", null);
        found.Select(span => span.Written).ShouldBe(["INV-7", "€1,250.50", "2026-02-26", "19 days"]);
    }

    [Theory]
    [InlineData("Please pay 1,250.51 GBP.", "1,250.51")]
    [InlineData("See invoice INV-71.", "INV-71")]
    [InlineData("Pay by 03/04/2026.", "03/04/2026")]
    [InlineData("That is 1,100.00 in all.", "1,100.00")]
    [InlineData("We ask for 100 EUR.", "100")]
    [InlineData("Pay by 100 March.", "100")]
    public void A_figure_the_facts_do_not_have_has_no_source(string text, string figure) =>
        Provenance.Of(text, Account, null).Where(span => span.Sources.Count == 0).Select(span => text.Substring(span.Start, span.Length)).ShouldBe([figure]);

    [Fact]
    public void A_value_two_facts_share_names_both()
    {
        var one = Facts("en", new InvoiceFact("INV-7", null, new(2026, 2, 26), 80m, 19)) with { TotalOverdue = 80m };
        var text = "You owe 80.00 EUR.";
        var span = Provenance.Of(text, one, null).ShouldHaveSingleItem();
        span.Sources.Select(source => source.Kind).ShouldBe([SourceKind.Account, SourceKind.Account, SourceKind.Invoice]);
    }

    private static List<(string Written, List<string> Labels)> Labels(string text, DraftPlan? plan) =>
        [.. Provenance.Of(text, Account, plan).Select(span => (text.Substring(span.Start, span.Length), span.Sources.Select(source => source.Label).ToList()))];
}
