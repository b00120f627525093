using Dunning.Core.Correspondence.Layout;
using Dunning.Core.Tests.Guardrails;
using Dunning.Guardrails;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Layout;

public sealed class TamperedHtmlTests
{
    private static readonly Brand Branded = Brand.Of("#0b5394", null, false);

    private static string Page => HtmlMail.Render(Sample.Body, Sample.Facts, Branded)!;

    [Fact]
    public void The_page_as_rendered_is_cleared_for_sending()
    {
        var cleared = SendGate.Clear(Sample.Mail with { Html = Page }, Sample.Send).ShouldBeOfType<Clearance.Cleared>();

        cleared.Message.Mail.Html.ShouldBe(Page);
    }

    [Theory]
    [InlineData("1,234.56", "1,234.65")]
    [InlineData("1,234.56", "123,456")]
    [InlineData("1,234.56", "-1,234.56")]
    [InlineData("5 March 2026", "6 March 2026")]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE12 3704 0044 0532 0130 00")]
    [InlineData("INV-1001", "INV-1002")]
    [InlineData("please ignore this message", "please do not ignore this message")]
    [InlineData("If you have already paid", "")]
    [InlineData("<td", "<td width=\"1\" onclick=\"x()\"")]
    [InlineData("<td", "<td/onclick=x()")]
    [InlineData("<td style=\"", "<td style=\"position:absolute;")]
    [InlineData("<td style=\"", "<td style=\"margin:-9999px;")]
    [InlineData("<td style=\"", "<td style=\"font-size:1px;")]
    [InlineData("<td style=\"", "<td style=\"font:0/0 a;")]
    [InlineData("<td style=\"", "<td style=\"background-color:#fefefe;color:#ffffff;")]
    [InlineData("<td style=\"", "<td style=\"color:#fffffe;")]
    [InlineData("<td style=\"", "<td style=\"background-image:url(https://tracker.example/x.png);")]
    [InlineData("<table", "<table dir=\"rtl\"")]
    [InlineData("</head>", "Your account number has changed</head>")]
    [InlineData("</head>", "<title>Pay to DE00 now</title></head>")]
    [InlineData("</head>", "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\"></head>")]
    [InlineData("</head>", "<style>p{display:none}</style></head>")]
    [InlineData("</div>", "<img src=\"https://tracker.example/p.gif\"></div>")]
    [InlineData("</div>", "<p style=\"display:none\">hidden</p></div>")]
    [InlineData("</div>", "<!-- hidden --></div>")]
    [InlineData("href=\"https://pay.supplies.example/i/8421\"", "href=\"https://pay.evil.example/\"")]
    [InlineData("href=\"https://pay.supplies.example/i/8421\"", "href=\"javascript:x()\"")]
    [InlineData("Example Supplies Ltd</div>", "Example Supplies Ltd and Partners</div>")]
    public void A_tampered_page_is_blocked_at_the_send_decision(string before, string after)
    {
        var html = Page;
        html.ShouldContain(before);
        var at = html.IndexOf(before, StringComparison.Ordinal);
        var tampered = html[..at] + after + html[(at + before.Length)..];

        var refused = SendGate.Clear(Sample.Mail with { Html = tampered }, Sample.Send).ShouldBeOfType<Clearance.Refused>();

        refused.Verdict.Findings.ShouldContain(finding => (finding.Rule == "G29" || finding.Rule == "G20") && finding.Severity == Verdict.Block);
    }

    [Fact]
    public void Any_word_taken_out_put_in_or_moved_is_seen()
    {
        var random = new Random(8421);
        for (var round = 0; round < 500; round++)
        {
            var words = Sample.Body.Split(' ').ToList();
            var at = random.Next(1, words.Count - 1);
            switch (random.Next(3))
            {
                case 0: words.RemoveAt(at); break;
                case 1: words.Insert(at, "gladly"); break;
                default: (words[at], words[at - 1]) = (words[at - 1], words[at]); break;
            }

            var other = string.Join(' ', words);
            if (other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SequenceEqual(Sample.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) continue;
            var html = HtmlMail.Render(other, Sample.Facts, Branded);
            SendGate.CheckAlone(Sample.Mail with { Html = html }, Sample.Send).Findings.ShouldContain(finding => finding.Rule == "G29", other);
        }
    }

    [Fact]
    public void An_approval_is_for_the_words_and_holds_for_any_layout_of_them_only()
    {
        var approved = Sample.Mail with { Origin = DraftOrigin.Person };
        var send = Sample.Send with { Approval = Sample.ApprovalOf(approved) };

        SendGate.Clear(approved with { Html = Page }, send).ShouldBeOfType<Clearance.Cleared>().Message.Automatic.ShouldBeFalse();
        SendGate.Clear(approved with { Html = Page.Replace("ignore", "answer", StringComparison.Ordinal) }, send).ShouldBeOfType<Clearance.Refused>();
        SendGate.Clear(approved with { Text = approved.Text.Replace("ignore", "answer", StringComparison.Ordinal) }, send).ShouldBeOfType<Clearance.Refused>();
    }
}
