using Dunning.Mail.Delivery;
using Dunning.Mail.Tests.Support;

namespace Dunning.Mail.Tests.Delivery;

public sealed class AuthenticityTests
{
    private const string Pass = "Authentication-Results: mx.collections.test; dmarc=pass header.from=pelican.example\n";

    private static Authenticity Judge(string headers, params string[] known) => Authenticity.Judge(Some.ParsedUtf8(headers + "\nx"), "mx.collections.test", known);

    [Fact]
    public void A_proven_author_bears_no_sign() =>
        Judge(Pass + "From: Jane <jane@pelican.example>\n").ShouldSatisfyAllConditions(a => a.Verdict.ShouldBe(AuthenticationVerdict.Verified), a => a.Signs.ShouldBeEmpty());

    [Fact]
    public void A_result_with_our_id_below_a_foreign_trace_field_is_forged()
    {
        const string Fail = "Authentication-Results: mx.collections.test; dmarc=none\n";
        var forged = Judge(Fail + "Received: from evil.test by mx.collections.test\n" + Pass + "From: jane@pelican.example\n");
        forged.Verdict.ShouldBe(AuthenticationVerdict.None);
    }

    [Fact]
    public void Results_of_other_hosts_and_arc_prove_nothing()
    {
        var other = Judge("Authentication-Results: evil.test; dmarc=pass header.from=pelican.example\nARC-Authentication-Results: i=1; mx.collections.test; dmarc=pass header.from=pelican.example\nFrom: jane@pelican.example\n");
        (other.Verdict, other.Signs.Single()).ShouldBe((AuthenticationVerdict.None, SenderSign.NoResult));
    }

    [Theory]
    [InlineData("spf=pass smtp.mailfrom=bounce.pelican.example", "pay.pelican.example", AuthenticationVerdict.Verified)]
    [InlineData("dkim=pass header.d=pelican.co.uk", "mail.pelican.co.uk", AuthenticationVerdict.Verified)]
    [InlineData("dkim=pass header.d=co.uk", "pelican.co.uk", AuthenticationVerdict.None)]
    [InlineData("dkim=pass header.d=evil.co.uk", "pelican.co.uk", AuthenticationVerdict.None)]
    [InlineData("dkim=pass header.d=a.onmicrosoft.com", "b.onmicrosoft.com", AuthenticationVerdict.None)]
    [InlineData("spf=pass smtp.mailfrom=mailer.test", "pelican.example", AuthenticationVerdict.None)]
    [InlineData("spf=fail smtp.mailfrom=pelican.example", "pelican.example", AuthenticationVerdict.Failed)]
    public void Domains_are_aligned_by_organisation(string result, string from, AuthenticationVerdict verdict) =>
        Judge($"Authentication-Results: mx.collections.test; {result}\nFrom: jane@{from}\n").Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("From: jane@pelican.example\nReply-To: jane@pelican-pay.test", SenderSign.RepliesElsewhere)]
    [InlineData("From: jane@pelican.example\nSender: robot@mailer.test", SenderSign.SenderDiffers)]
    [InlineData("From: \"ceo@pelican.example\" <jane@pelican.example>", SenderSign.NameShowsAddress)]
    [InlineData("From: jane@pelican.example, bob@pelican.example", SenderSign.SeveralAuthors)]
    [InlineData("From: jane@pelican.example\nFrom: bob@pelican.example", SenderSign.SeveralAuthors)]
    public void What_a_forger_would_write_is_a_sign(string headers, SenderSign sign) => Judge(Pass + headers + "\n").Signs.ShouldContain(sign);

    [Theory]
    [InlineData("From: \"jane@pelican.example\" <jane@pelican.example>")]
    [InlineData("From: jane@pelican.example\nReply-To: ap@mail.pelican.example")]
    public void The_same_address_or_organisation_is_no_sign(string headers) => Judge(Pass + headers + "\n").Signs.ShouldBeEmpty();

    [Theory]
    [InlineData("bluepelican.test", "blue-pelican.test")]
    [InlineData("bluepe1ican.test", "bluepelican.test")]
    [InlineData("bluepelcan.test", "bluepelican.test")]
    [InlineData("bluepeilcan.test", "bluepelican.test")]
    [InlineData("bluepelicann.test", "bluepelican.test")]
    [InlineData("bluepelican.example", "bluepelican.test")]
    [InlineData("bluepelican-billing.test", "bluepelican.test")]
    [InlineData("my-bluepelican.test", "bluepelican.test")]
    [InlineData("bluepelicangroup.test", "bluepelican.test")]
    [InlineData("bluepelican.test.evil.example", "bluepelican.test")]
    [InlineData("bluepelicаn.test", "bluepelican.test")]
    [InlineData("xn--bluepelicn-7qi.test", "bluepelican.test")]
    [InlineData("bIuepelican.test", "bluepelican.test")]
    [InlineData("rnarkt.test", "markt.test")]
    [InlineData("blüpelican.test", "blupelican.test")]
    public void Domains_made_to_look_like_a_known_one_are_found(string domain, string known) => LookAlikes.Of(domain, [known, "unrelated.test"]).ShouldBe(known);

    [Theory]
    [InlineData("bluepelican.test", "bluepelican.test")]
    [InlineData("mail.bluepelican.test", "bluepelican.test")]
    [InlineData("redpelican.test", "bluepelican.test")]
    [InlineData("gmail.com", "gmal.com")]
    [InlineData("abc.test", "abd.test")]
    [InlineData("northstar.test", "southstar.test")]
    [InlineData("", "bluepelican.test")]
    [InlineData(".test", "bluepelican.test")]
    [InlineData("\u0301.test", "bluepelican.test")]
    public void Other_domains_are_left_in_peace(string domain, string known) => LookAlikes.Of(domain, [known]).ShouldBeNull();
}
