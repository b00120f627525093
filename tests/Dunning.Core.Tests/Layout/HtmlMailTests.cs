using System.Text;
using Dunning.Core.Correspondence;
using Dunning.Core.Correspondence.Layout;
using Dunning.Core.Tests.Correspondence;
using Dunning.Core.Tests.Guardrails;
using Dunning.Guardrails;
using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Layout;

public sealed class HtmlMailTests
{
    private static readonly Brand Branded = Brand.Of("#0b5394", "Muster Handel GmbH · Amtsgericht Musterstadt, HRB 12345 B\nGeschäftsführung: Erika Beispiel · USt-IdNr. DE999999999", false);

    [Fact]
    public void Every_reviewed_mail_says_the_same_in_HTML_and_passes_the_whole_catalogue_in_both_parts()
    {
        List<string> wrong = [];
        foreach (var language in Correspondence.Letters.Library.Languages)
        {
            foreach (var (name, make) in GoldenSituations.All)
            {
                var (facts, conversation, purpose, stage) = make(language);
                var mail = Correspondence.Letters.Compose(facts, conversation, purpose, stage, disclose: true).Mail;
                facts = facts with { Footer = Branded.Footer };
                mail = mail with { Text = mail.Text + "\n\n" + string.Join('\n', Branded.Footer) };
                var html = HtmlMail.Render(mail.Text, facts, Branded).ShouldNotBeNull();
                var candidate = Sample.Mail with
                {
                    Language = language, Purpose = purpose, Stage = stage, Subject = mail.Subject, Text = mail.Text, Html = html, To = "alex.kim@muster.example",
                    FromAddress = facts.ReplyTo, ReplyTo = facts.ReplyTo, FromName = facts.PersonaName,
                };
                var send = Sample.Send with { Facts = facts, Recipient = null, Suppressions = null, Rhythm = null, Authority = null, Freshness = null };
                foreach (var finding in SendGate.CheckAlone(candidate, send).Findings.Where(finding => finding.Severity > Verdict.Pass && finding.Rule != "G33"))
                    wrong.Add($"{name}/{language}: {finding.Rule} {finding.Evidence}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("it")]
    [InlineData("nl")]
    public void The_lines_of_the_statement_are_a_table_and_the_page_names_its_language(string language)
    {
        var (facts, conversation, purpose, stage) = GoldenSituations.All["reminder.3.no-reply-credits"](language);
        var html = HtmlMail.Render(Correspondence.Letters.Compose(facts, conversation, purpose, stage).Mail.Text, facts, Branded)!;

        html.ShouldContain($"<html lang=\"{language}\">");
        html.Split("<tr>").Length.ShouldBe(1 + 5, "two invoices, total, credits, amount due");
        html.ShouldContain($"<a href=\"{facts.PayUrl}\"");
        html.ShouldContain("#0b5394");
    }

    [Fact]
    public void Any_text_reads_the_same_in_HTML()
    {
        var random = new Random(20260317);
        for (var round = 0; round < 4_000; round++)
        {
            var text = RandomText(random);
            var html = HtmlMail.Render(text, Sample.Facts, Branded).ShouldNotBeNull();
            var candidate = Sample.Mail with { Text = text, Html = html };
            Catalog.Run([G29Html.Rule], GatePoint.AfterDrafting, candidate, Sample.Send, standAlone: true).Findings.ShouldBeEmpty(text + "\n" + html);
        }
    }

    [Fact]
    public void Names_full_of_markup_stay_words()
    {
        const string Hostile = """Dear <script>alert("x")</script> & <img src=x onerror='y'> "Sons"</p></body>,""";
        var facts = Sample.Facts with { Creditor = """Müller "& Söhne" <b>GmbH</b>""" };
        var html = HtmlMail.Render(Hostile, facts, Branded)!;

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        HtmlText.Visible(html).ShouldBe(facts.Creditor + "\n\n" + Hostile.TrimEnd(','));
        SendGate.CheckAlone(Sample.Mail with { Text = Hostile, Html = html }, Sample.Send with { Facts = facts }).Findings.ShouldNotContain(finding => finding.Rule == "G29");
    }

    [Theory]
    [InlineData("see https://pay.supplies.example/i/8421.", true)]
    [InlineData("(https://pay.supplies.example/i/8421)", true)]
    [InlineData("https://pay.supplies.example/i/84212", false)]
    [InlineData("https://pay.supplies.example/i/8421/../evil", false)]
    [InlineData("https://evil.example/?https://pay.supplies.example/i/8421", false)]
    [InlineData("write to billing@supplies.example, please", true)]
    [InlineData("not-billing@supplies.example", false)]
    [InlineData("billing@supplies.example.evil.test", false)]
    [InlineData("javascript:alert(1)", false)]
    public void Only_the_payment_page_and_the_reply_address_become_links(string line, bool link) =>
        HtmlMail.Render(line, Sample.Facts, Brand.Plain)!.Contains("<a ", StringComparison.Ordinal).ShouldBe(link);

    [Fact]
    public void A_page_too_long_for_mail_readers_goes_out_as_text()
    {
        HtmlMail.Render(string.Join('\n', Enumerable.Repeat("a line of words", 9_000)), Sample.Facts, Branded).ShouldBeNull();
        HtmlMail.Render("Hello", Sample.Facts, Branded with { TextOnly = true }).ShouldBeNull();
    }

    private static readonly string[] Pieces =
    [
        "Dear Jane Doe,", "- Invoice INV-1001, due 5 March 2026, 1,234.56 EUR (12 days overdue)", "- Invoice INV-9, due 1 May 2026, 0.50 EUR", "Total: 3,746.80 EUR", "- ", "-", "--", "\n", "\n\n",
        "\r\n", "\t", "  ", "<", ">", "&amp;", "&", "\"", "'", "a<b>c", "</p>", "<!-- x -->", "(", ")", "),", ",", ";", "-5", "1.5", "1,5", "15", "\u00a0", "\u202f", "\u200b", "\u00ad", "e\u0301", "\u0301", "ﬁ", "①",
        "😀", "שלום", "\u202etxt", "\u2028", "\f", "\u0085", "https://pay.supplies.example/i/8421", "billing@supplies.example", "& Co.", "* star", "•", "Rechnung", "Gesamt: 1 EUR", ":", "…",
    ];

    private static string RandomText(Random random)
    {
        var text = new StringBuilder("x");
        for (var i = random.Next(1, 30); i > 0; i--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(2) == 0) text.Append(' ');
            if (random.Next(4) == 0) text.Append('\n');
        }

        return text.ToString();
    }
}
