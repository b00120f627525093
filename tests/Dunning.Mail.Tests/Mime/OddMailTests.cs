using System.Text;
using Dunning.Mail.Mime;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Zoning;

namespace Dunning.Mail.Tests.Mime;

public sealed class OddMailTests
{
    static OddMailTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_file_written_into_the_text_is_an_attachment_and_no_text()
    {
        var mail = Some.Parsed("From: a@b.test\n\nHello\nbegin 644 list.txt\n#0V%T\n`\nend\nBye\n");
        mail.TextBody.ShouldBe("Hello\nBye\n");
        var file = mail.Attachments.ShouldHaveSingleItem();
        (file.Name, Encoding.ASCII.GetString(file.Bytes.Span)).ShouldBe(("list.txt", "Cat"));
    }

    [Theory]
    [InlineData("begin 644 list.txt\nno such line of code stands here, it is only text\nend")]
    [InlineData("We will\nbegin 100 days later\nend")]
    [InlineData("begin 644 list.txt\n#0V%T\n`\n")]
    public void What_only_begins_like_a_file_stays_text(string text) => Some.Parsed($"From: a@b.test\n\n{text}").TextBody!.Trim().ShouldBe(text.Trim());

    [Fact]
    public void A_body_in_uuencode_is_decoded() =>
        Encoding.ASCII.GetString(Some.Parsed("Content-Type: application/octet-stream; name=a\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#0V%T\n`\nend\n").Attachments.ShouldHaveSingleItem().Bytes.Span).ShouldBe("Cat");

    [Fact]
    public void Winmail_dat_is_an_attachment_beside_the_text()
    {
        var mail = Some.Parsed("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWe pay on Friday.\n--b\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n--b--");
        (mail.TextBody, mail.Attachments.Single().Name, mail.Attachments.Single().ContentType).ShouldBe(("We pay on Friday.", "winmail.dat", "application/ms-tnef"));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("us-ascii")]
    [InlineData("x-unknown")]
    [InlineData("utf-16")]
    public void Utf8_under_another_name_is_read_as_what_it_is(string charset) =>
        Some.ParsedUtf8($"Content-Type: text/plain; charset={charset}\n\nGrüße aus Kiel").TextBody.ShouldBe("Grüße aus Kiel");

    [Theory]
    [InlineData("windows-1252", "Grüße – 5 €")]
    [InlineData("iso-8859-15", "Grüße 5 €")]
    [InlineData("windows-1250", "Łódź")]
    [InlineData("windows-1251", "Привет")]
    [InlineData("koi8-r", "Привет")]
    [InlineData("iso-8859-7", "Καλημέρα")]
    [InlineData("shift_jis", "請求書")]
    [InlineData("iso-2022-jp", "請求書")]
    [InlineData("euc-jp", "請求書")]
    [InlineData("gb2312", "发票")]
    [InlineData("gb18030", "发票")]
    [InlineData("big5", "發票")]
    [InlineData("euc-kr", "송장")]
    [InlineData("ks_c_5601-1987", "송장")]
    [InlineData("utf-16le", "Grüße")]
    [InlineData("ibm850", "Grüße")]
    [InlineData("macintosh", "Grüße")]
    public void Charsets_are_read_as_declared(string charset, string text)
    {
        byte[] head = Encoding.ASCII.GetBytes($"Content-Type: text/plain; charset=\"{charset}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        byte[] body = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.GetEncoding(charset).GetBytes(text)));
        MimeParser.Parse([.. head, .. body]).TextBody.ShouldBe(text);
    }

    [Fact]
    public void The_same_boundary_on_two_levels_loses_no_text()
    {
        var mail = Some.Parsed("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nWe pay on Friday.\n--b\nContent-Type: text/html\n\n<p>We pay on Friday.</p>\n--b--\n--b--");
        NewText.Extract(MailText.Of(mail).Text).NewText.ShouldBe("We pay on Friday.");
    }

    [Fact]
    public void A_boundary_that_begins_like_the_outer_one_is_told_apart()
    {
        var mail = Some.Parsed("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\ninner\n--bb--\n--b\nContent-Disposition: attachment; filename=x.txt\n\nouter\n--b--");
        (mail.TextBody, mail.Attachments.Single().Name).ShouldBe(("inner", "x.txt"));
    }
}
