using System.Text;
using Dunning.Mail.Mime;
using Dunning.Mail.Tests.Support;

namespace Dunning.Mail.Tests.Mime;

public sealed class MimeParserTests
{
    [Fact]
    public void Headers_keep_their_order_and_are_unfolded_and_decoded()
    {
        var mail = Some.Parsed("Received: a\nReceived: b\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?B?8J+YgA==?=\n =?utf-8?q?_und?= mehr\nX-Long: one\n\ttwo\n\nbody");
        mail.Headers.Select(h => h.Name).ShouldBe(["Received", "Received", "Subject", "X-Long"]);
        mail.Subject.ShouldBe("Grüße😀 und mehr");
        mail.Headers["x-long"].ShouldBe("one\ttwo".Replace('\t', ' '));
        mail.TextBody.ShouldBe("body");
    }

    [Theory]
    [InlineData("=?utf-8?B?8J+Y?= =?utf-8?B?gA==?=", "😀")] // One character split over two words.
    [InlineData("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c")]
    [InlineData("=?x-unknown?Q?a=FC?=", "aü")]
    [InlineData("=?utf-8?X?abc?=", "=?utf-8?X?abc?=")]
    [InlineData("=?utf-8?Q?a", "=?utf-8?Q?a")]
    [InlineData("=?utf-8?Q?a=0D=0AEvil:_yes?=", "a  Evil: yes")]
    [InlineData("=?utf-8*de?Q?a?=", "a")]
    public void Encoded_words_are_decoded(string raw, string expected) => Some.Parsed($"Subject: {raw}\n\n").Subject.ShouldBe(expected);

    [Theory]
    [InlineData("a@b.test", "", "a@b.test")]
    [InlineData("\"Doe, Jane\" <a@b.test>", "Doe, Jane", "a@b.test")]
    [InlineData("=?utf-8?Q?M=C3=BCller=2C_J?= <a@b.test>", "Müller, J", "a@b.test")]
    [InlineData("a@b.test (Jane Doe)", "Jane Doe", "a@b.test")]
    [InlineData("evil@x.test <real@b.test>", "evil@x.test", "real@b.test")]
    [InlineData("=?utf-8?Q?x_=3Cevil=40x.test=3E?= <real@b.test>", "x <evil@x.test>", "real@b.test")]
    [InlineData("<@relay.test,@two.test:a@b.test>", "", "a@b.test")]
    [InlineData("Group: a@b.test;", "", "a@b.test")]
    [InlineData("\"odd local\"@b.test", "", "\"odd local\"@b.test")]
    [InlineData("Jane Doe <a@b.test", "Jane Doe", "a@b.test")]
    [InlineData("J. R. Doe <a@[192.0.2.1]>", "J. R. Doe", "a@[192.0.2.1]")]
    public void Addresses_are_read(string raw, string name, string address) => Some.Parsed($"From: {raw}\n\n").From.ShouldBe([new MailAddress(name, address)]);

    [Fact]
    public void Address_lists_with_groups_and_empty_members_are_read() =>
        Some.Parsed("To: A <a@x.test>,, Team: b@x.test, \"C, D\" <c@x.test>; , undisclosed-recipients:;\n\n").To.Select(a => a.Address).ShouldBe(["a@x.test", "b@x.test", "c@x.test"]);

    [Theory]
    [InlineData("Wed, 4 Mar 2026 09:30:00 +0100", "2026-03-04T09:30:00+01:00")]
    [InlineData("4 Mar 26 09:30 EST", "2026-03-04T09:30:00-05:00")]
    [InlineData("Wed, 04 Mar 2026 09:30:00 GMT (comment)", "2026-03-04T09:30:00+00:00")]
    [InlineData("2026-03-04T09:30:00Z", "2026-03-04T09:30:00+00:00")]
    public void Dates_are_read(string raw, string expected) => Some.Parsed($"Date: {raw}\n\n").Date.ShouldBe(DateTimeOffset.Parse(expected));

    [Theory]
    [InlineData("31 Feb 2026 09:30:00 +0000")]
    [InlineData("tomorrow")]
    [InlineData("Wed, 4 Mar 2026 25:61:00 +9999")]
    public void What_is_no_date_is_a_defect(string raw)
    {
        var mail = Some.Parsed($"Date: {raw}\n\n");
        mail.Date.ShouldBeNull();
        mail.Defects.ShouldContain(d => d.Kind == MimeDefectKind.MalformedDate);
    }

    [Fact]
    public void A_tree_with_alternatives_inline_image_and_file_is_sorted_into_bodies_and_attachments()
    {
        var mail = Some.Parsed("""
            Content-Type: multipart/mixed; boundary=outer

            preamble
            --outer
            Content-Type: multipart/related; boundary="in ner"

            --in ner
            Content-Type: multipart/alternative; boundary=alt

            --alt
            Content-Type: text/plain; charset=iso-8859-15
            Content-Transfer-Encoding: quoted-printable

            12=A4 soft=
             break
            --alt
            Content-Type: text/html

            <b>x</b>
            --alt--
            --in ner
            Content-Type: image/png
            Content-ID: <logo>
            Content-Transfer-Encoding: base64

            AAEC
            --in ner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8''Rech; filename*1*=n%C3%BCng; filename*2=".pdf"

            PDF
            --outer--
            epilogue
            """);
        mail.TextBody.ShouldBe("12€ soft break");
        mail.HtmlBody.ShouldBe("<b>x</b>");
        mail.Attachments.Select(a => (a.Name, a.ContentType, a.Bytes.Length, a.ContentId)).ShouldBe([(null, "image/png", 3, "logo"), ("Rechnüng.pdf", "application/pdf", 3, null)]);
        mail.Defects.ShouldBe([new MimeDefect(MimeDefectKind.MissingHeader, "No From with an address.")]);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed\n\n--guess\n\none\n--guess--\n", "one")] // No boundary declared.
    [InlineData("Content-Type: multipart/mixed; boundary=wrong\n\n--right\n\none\n--right--\n", "one")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n", "one\n")] // Never closed.
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\nno parts at all", "no parts at all")]
    [InlineData("just text without any header", "just text without any header")]
    [InlineData("From b@c.test Wed Mar  4\nFrom: a@b.test\n\nmbox", "mbox")]
    [InlineData("Content-Type: ;;;===\n\nx", "x")]
    [InlineData("Content-Transfer-Encoding: x-odd\n\nx", "x")]
    public void Broken_structure_still_gives_the_text(string raw, string text)
    {
        var mail = Some.Parsed(raw);
        mail.TextBody.ShouldBe(text);
        mail.Defects.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("utf-8", new byte[] { 0xC3, 0xA4 }, "ä")]
    [InlineData("us-ascii", new byte[] { 0xC3, 0xA4 }, "ä")]
    [InlineData("us-ascii", new byte[] { 0xE4 }, "ä")]
    [InlineData("utf-8", new byte[] { 0xE4, 0x62 }, "äb")]
    [InlineData("windows-1251", new byte[] { 0xC4, 0xE0 }, "Да")]
    [InlineData("shift_jis", new byte[] { 0x93, 0xFA }, "日")]
    [InlineData("iso-2022-jp", new byte[] { 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42 }, "日")]
    [InlineData("gb18030", new byte[] { 0xC8, 0xD5 }, "日")]
    [InlineData("no-such-charset", new byte[] { 0xE4 }, "ä")]
    [InlineData("utf-7", new byte[] { 0x2B, 0x41, 0x44, 0x77, 0x2D }, "+ADw-")]
    public void Charsets_are_decoded_and_wrong_ones_repaired(string charset, byte[] bytes, string text) =>
        MimeParser.Parse([.. Encoding.ASCII.GetBytes($"Content-Type: text/plain; charset=\"{charset}\"\r\n\r\n"), .. bytes]).TextBody.ShouldBe(text);

    [Fact]
    public void Flowed_text_is_joined_within_its_quote_depth() =>
        Some.Parsed("Content-Type: text/plain; format=flowed\n\n> quoted \n> goes on\nnew \ntext\n\n from here\n-- \nsig").TextBody.ShouldBe("> quoted goes on\nnew text\n\nfrom here\n-- \nsig");

    [Fact]
    public void Ids_of_the_thread_are_read_without_brackets()
    {
        var mail = Some.Parsed("Message-ID: <a@b>\nIn-Reply-To: <c@d> (comment)\nReferences: <x@y>\n <c@d>\nReturn-Path: <>\n\n");
        (mail.MessageId, mail.InReplyTo, mail.ReturnPath).ShouldBe(("a@b", "c@d", ""));
        mail.References.ShouldBe(["x@y", "c@d"]);
    }

    [Fact]
    public void File_names_lose_their_directories() =>
        Some.Parsed("Content-Type: application/x; name=\"..\\\\..\\\\etc/passwd\"\n\nx").Attachments.Single().Name.ShouldBe("passwd");

    [Fact]
    public void Embedded_messages_are_opened_and_stay_out_of_the_body()
    {
        var mail = Some.Parsed("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\ninner text\n--b--\n");
        mail.TextBody.ShouldBe("see below");
        mail.Body.Children[1].Message!.Subject.ShouldBe("inner");
        mail.Attachments.Single().ContentType.ShouldBe("message/rfc822");
    }

    [Fact]
    public void Limits_cut_and_say_so()
    {
        var bomb = new StringBuilder();
        for (var i = 0; i < 2000; i++)
            bomb.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\n\n--b").Append(i).Append('\n');
        Some.Parsed(bomb.ToString()).Defects.ShouldContain(d => d.Kind == MimeDefectKind.LimitExceeded);
        var wide = "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 5000));
        Some.Parsed(wide).Body.Children.Count.ShouldBeLessThanOrEqualTo(500);
        MimeParser.Parse(new byte[100], new MimeLimits { MaxMessageBytes = 10 }).Defects.ShouldContain(d => d.Kind == MimeDefectKind.LimitExceeded);
    }
}
