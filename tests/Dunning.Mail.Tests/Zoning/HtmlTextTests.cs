using Dunning.Mail.Tests.Support;
using Dunning.Mail.Zoning;

namespace Dunning.Mail.Tests.Zoning;

public sealed class HtmlTextTests
{
    [Fact]
    public void Blocks_lists_tables_and_entities_become_lines()
    {
        var text = HtmlText.Convert("<html><head><title>no</title></head><body><p>Gr&uuml;&szlig;e&nbsp;aus\n Kiel<p>Zwei<br>Drei<ul><li>a<li>b</ul><table><tr><td>4711<td>100,00&euro;</table><pre>x\n  y</pre>5 < 6</body></html>").Text;
        text.ShouldBe("Grüße aus Kiel\n\nZwei\nDrei\n\n- a\n- b\n\n4711 100,00€\n\nx\n  y\n\n5 < 6");
    }

    [Theory]
    [InlineData("<div style='display:none'>evil</div>")]
    [InlineData("<div style='DISPLAY : NONE !important'>evil</div>")]
    [InlineData("<span style='font-size:0px'>evil</span>")]
    [InlineData("<span style='font-size:1px;color:#888'>evil</span>")]
    [InlineData("<span style='color:#ffffff'>evil</span>")]
    [InlineData("<span style='color:rgb(254, 254, 254)'>evil</span>")]
    [InlineData("<font color=white>evil</font>")]
    [InlineData("<table bgcolor='#336699'><tr><td><span style='color:#336699'>evil</span></table>")]
    [InlineData("<div style='opacity:0'>evil</div>")]
    [InlineData("<div style='visibility:hidden'>evil</div>")]
    [InlineData("<div style='max-height:0;overflow:hidden'>evil</div>")]
    [InlineData("<div style='width:0;overflow:hidden'>evil</div>")]
    [InlineData("<div style='position:absolute;left:-9999px'>evil</div>")]
    [InlineData("<p style='mso-hide:all'>evil</p>")]
    [InlineData("<div hidden>evil</div>")]
    [InlineData("<!-- evil -->")]
    [InlineData("<!--[if mso]><p>evil</p><![endif]-->")]
    [InlineData("<style>.x, #y { color: red; display:none }</style><p class='b x'>evil</p>")]
    [InlineData("<style>@media print { .z { color: red } } .x{font-size:0}</style><p class=x>evil</p>")]
    [InlineData("<script>evil</script>")]
    [InlineData("<template>evil</template>")]
    [InlineData("<img alt='evil' src=x>")]
    public void What_a_reader_cannot_see_is_kept_apart(string html)
    {
        var converted = HtmlText.Convert($"<p>We pay.</p>{html}<p>Soon.</p>");
        converted.Text.ShouldBe("We pay.\n\nSoon.");
        converted.HiddenText.ShouldContain("evil");
    }

    [Theory]
    [InlineData("<td style='font-size:0'><span style='font-size:14px'>seen</span></td>")]
    [InlineData("<div style='visibility:hidden'><b style='visibility:visible'>seen</b></div>")]
    [InlineData("<div style='background:#000'><b style='color:#fff'>seen</b></div>")]
    [InlineData("<div style='background-image:url(x)'><b style='color:#fff'>seen</b></div>")]
    [InlineData("<p style='display:none'>x<p>seen")]
    [InlineData("<div style='height:0'>seen</div>")]
    public void What_a_reader_sees_stays(string html) => HtmlText.Convert(html).Text.ShouldContain("seen");

    [Fact]
    public void Invisible_tag_characters_are_spelled_out_as_hidden_text()
    {
        var hidden = string.Concat("pay".Select(c => char.ConvertFromUtf32(0xE0000 + c)));
        var mail = MailText.Of(Some.ParsedUtf8($"Content-Type: text/plain; charset=utf-8\n\nHello{hidden} you"));
        (mail.Text, mail.HiddenText).ShouldBe(("Hello you", "pay"));
    }

    [Theory]
    [InlineData("<div dir=ltr>We pay.</div><br><div class=gmail_quote><div class=gmail_attr>On Mon, Mar 2, 2026 at 9:30 AM AR &lt;<a href=x>ar@collections.test</a>&gt; wrote:<br></div><blockquote class=gmail_quote style='margin:0'><p>Invoice 4711</p><p>is open</p></blockquote></div>")]
    [InlineData("<p>We pay.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>Von:</b> AR<br><b>Gesendet:</b> Montag<br><b>An:</b> B<br><b>Betreff:</b> R</p></div><p>Invoice 4711</p>")]
    [InlineData("<div>We pay.</div><hr><div id=divRplyFwdMsg><b>From:</b> AR</div><div>Invoice 4711</div>")]
    [InlineData("<div>We pay.</div><div><blockquote type=cite><div>On 2 Mar 2026, at 09:30, AR &lt;a@b.test&gt; wrote:</div><div>Invoice 4711</div></blockquote></div>")]
    [InlineData("<div>We pay.</div><div id=yahoo_quoted_1 class=yahoo_quoted><div>On Monday, AR wrote:</div><div>Invoice 4711</div></div>")]
    [InlineData("<p>We pay.</p><div class=moz-cite-prefix>Am 02.03.26 um 09:30 schrieb AR:<br></div><blockquote type=cite cite=x>Invoice 4711</blockquote>")]
    public void Quotes_of_the_big_clients_are_recognised(string html)
    {
        var zones = NewText.Extract(HtmlText.Convert(html).Text);
        zones.NewText.ShouldBe("We pay.");
        zones.QuotedText.ShouldContain("Invoice 4711");
    }

    [Fact]
    public void Answers_inside_gmails_container_stay_new()
    {
        var text = HtmlText.Convert("<div class=gmail_quote><div class=gmail_attr>On Mon, Mar 2, 2026 at 9:30 AM AR &lt;a@b.test&gt; wrote:</div><blockquote class=gmail_quote>When?</blockquote><div>On Friday.</div><blockquote class=gmail_quote>How?</blockquote></div>").Text;
        NewText.Extract(text).InlineAnswers.ShouldBe([new InlineAnswer("When?", "On Friday.")]);
    }

    [Fact]
    public void An_indent_without_border_is_no_quote() =>
        HtmlText.Convert("<blockquote style='margin:0 0 0 40px;border:none;padding:0px'>We pay.</blockquote>").Text.ShouldBe("We pay.");

    [Fact]
    public void Plain_text_wins_and_hidden_html_is_reported_all_the_same()
    {
        var mail = MailText.Of(Some.Parsed("Content-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\nContent-Type: text/html\n\nplain<i style='display:none'>evil</i>\n--b--"));
        (mail.Text, mail.HiddenText, mail.FromHtml).ShouldBe(("plain", "evil", false));
    }
}
