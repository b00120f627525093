using System.Text;
using Dunning.Mail.Mime;
using Dunning.Mail.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Dunning.Mail.Tests.Mime;

public sealed class MimeBuilderTests
{
    private static readonly Gen<string> Text = Gen.Elements("a", "Z", " ", "  ", ",", "\"", "\\", "<", ">", "@", ".", "(", ")", ";", ":", "=?", "?=", "=?utf-8?Q?x?=", "ä", "€", "日本", "😀", "%", "'", "_", "=", "0", "word", "--", "/")
        .ListOf().Select(parts => string.Concat(parts));

    private static readonly Gen<string> Body = Gen.Elements("line", " ", "\n", "\n\n", ".", "\n.\n", "From x", "\nFrom x", "ä€", "😀", "=", "=3D", "\t", " \n", "--", new string('x', 200), "> quote\n", "\f")
        .ListOf().Select(parts => string.Concat(parts));

    private static string Collapse(string text) => text.Trim(' ');

    [Fact]
    public void Any_header_text_and_body_survives_the_round_trip()
    {
        var mails = (from subject in Text from name in Text from file in Text from body in Body select (subject, name, file, body)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(mails, m =>
        {
            var bytes = new MimeBuilder
            {
                From = new MailAddress(m.name, "ar@collections.test"),
                To = [new MailAddress(m.name, "a@debtor.test"), new MailAddress("b@debtor.test")],
                Subject = m.subject,
                MessageId = "m1@collections.test",
                Date = Some.Day,
                TextBody = m.body,
                HtmlBody = m.body,
                Attachments = [new OutgoingAttachment("f" + m.file + ".pdf", "application/pdf", Encoding.UTF8.GetBytes(m.body))],
            }.Build();
            Encoding.ASCII.GetString(bytes).Split("\r\n").ShouldAllBe(l => l.Length <= 998 && !l.Contains('\n') && !l.Contains('\r'));
            var parsed = MimeParser.Parse(bytes);
            parsed.Defects.ShouldBeEmpty();
            Collapse(parsed.Subject).ShouldBe(Collapse(m.subject));
            Collapse(parsed.From.Single().DisplayName).ShouldBe(Collapse(m.name));
            parsed.To.Select(a => a.Address).ShouldBe(["a@debtor.test", "b@debtor.test"]);
            parsed.TextBody.ShouldBe(m.body + "\n");
            parsed.HtmlBody.ShouldBe(m.body + "\n");
            parsed.Attachments.Single().Bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes(m.body));
            var name = "f" + m.file + ".pdf";
            parsed.Attachments.Single().Name.ShouldBe(name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].Trim());
        }));
    }

    [Fact]
    public void Header_injection_is_refused_and_the_header_named()
    {
        foreach (var evil in new[] { "x\r\nBcc: a@b.test", "x\nBcc: a@b.test", "x\rB: c", "x\0", "x\u0085y", "x\u2028y", "x\ud800y", "x\ty", "x\u001by" })
        {
            var mail = Some.Mail();
            Refusal(() => Some.Mail(subject: evil).Build()).ShouldContain("Subject");
            Refusal(() => new MimeBuilder { From = new MailAddress(evil, "a@b.test"), To = mail.To, Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "" }.Build()).ShouldContain("From");
            Refusal(() => new MimeBuilder { From = mail.From, To = [new MailAddress("a@b.test" + evil)], Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "" }.Build()).ShouldContain("To");
            Refusal(() => Some.Mail(id: "a@b" + evil).Build()).ShouldContain("Message-ID");
            Refusal(() => new MimeBuilder { From = mail.From, To = mail.To, Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "", References = ["c@d" + evil] }.Build()).ShouldContain("References");
            Refusal(() => new MimeBuilder { From = mail.From, To = mail.To, Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "", ExtraHeaders = [new("X-Case", evil)] }.Build()).ShouldContain("X-Case");
            Refusal(() => new MimeBuilder { From = mail.From, To = mail.To, Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "", ExtraHeaders = [new("X" + evil, "v")] }.Build()).ShouldContain("header name");
            Refusal(() => new MimeBuilder { From = mail.From, To = mail.To, Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "", Attachments = [new OutgoingAttachment(evil, "a/b", new byte[1])] }.Build()).ShouldContain("Content-Type");
        }
    }

    [Fact]
    public void The_builders_own_fields_cannot_be_set_twice() =>
        Refusal(() => new MimeBuilder { From = new MailAddress("a@b.test"), To = [new MailAddress("a@b.test")], Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "", ExtraHeaders = [new("bcc", "x@y.test")] }.Build()).ShouldContain("bcc");

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a@b@c.test")]
    [InlineData("a b@c.test")]
    [InlineData("a@b c.test")]
    [InlineData("a@-b.test")]
    [InlineData("<a@b.test>")]
    [InlineData("a@b.test,c@d.test")]
    [InlineData(".a@b.test")]
    public void What_is_no_address_is_refused(string address) =>
        Refusal(() => new MimeBuilder { From = new MailAddress("a@b.test"), To = [new MailAddress(address)], Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "" }.Build()).ShouldContain("To");

    [Fact]
    public void International_domains_travel_as_punycode_and_local_parts_ask_for_smtputf8()
    {
        var mail = new MimeBuilder { From = new MailAddress("a@bücher.test"), To = [new MailAddress("jürgen@b.test")], Subject = "", MessageId = "a@b", Date = Some.Day, TextBody = "" };
        var parsed = MimeParser.Parse(mail.Build());
        parsed.From.Single().Address.ShouldBe("a@xn--bcher-kva.test");
        parsed.To.Single().Address.ShouldBe("jürgen@b.test");
        mail.RequiresSmtpUtf8.ShouldBeTrue();
        Some.Mail().RequiresSmtpUtf8.ShouldBeFalse();
    }

    [Fact]
    public void Equal_input_gives_equal_bytes() => Some.Mail().Build().ShouldBe(Some.Mail().Build());

    private static string Refusal(Func<object> act) => Should.Throw<ArgumentException>(act).Message;
}
