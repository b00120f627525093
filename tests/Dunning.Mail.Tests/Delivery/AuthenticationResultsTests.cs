using Dunning.Mail.Delivery;
using Dunning.Mail.Tests.Support;

namespace Dunning.Mail.Tests.Delivery;

public sealed class AuthenticationResultsTests
{
    private static AuthenticationResults Read(string results, string from = "ap@debtor.test") =>
        AuthenticationResults.Read(Some.Parsed($"{results}\nFrom: {from}\n\nx"), "mx.collections.test");

    [Theory]
    [InlineData("mx.collections.test; auth=pass smtp.auth=ap@debtor.test; spf=pass smtp.mailfrom=debtor.test; dmarc=pass header.from=debtor.test")]
    [InlineData("mx.collections.test; spf=pass smtp.mailfrom=bounce.debtor.test")]
    [InlineData("MX.collections.test 1; dkim=pass (2048-bit key; ok) header.d=debtor.test header.s=s1")]
    [InlineData("mx.collections.test; spf=fail smtp.mailfrom=x.test; dkim=pass reason=\"good; signature\" header.i=@debtor.test")]
    public void An_aligned_pass_of_our_border_verifies(string value)
    {
        var read = Read($"Authentication-Results: {value}");
        read.Verdict.ShouldBe(AuthenticationVerdict.Verified);
        read.Domain.ShouldNotBeNull().ShouldEndWith("debtor.test");
    }

    [Theory]
    [InlineData("mx.collections.test; spf=pass smtp.mailfrom=evil.test", AuthenticationVerdict.None)]
    [InlineData("mx.collections.test; dkim=pass header.d=notdebtor.test", AuthenticationVerdict.None)]
    [InlineData("mx.collections.test; dmarc=fail header.from=debtor.test; spf=pass smtp.mailfrom=debtor.test", AuthenticationVerdict.Failed)]
    [InlineData("mx.collections.test; spf=softfail smtp.mailfrom=debtor.test", AuthenticationVerdict.Failed)]
    [InlineData("mx.evil.test; dmarc=pass header.from=debtor.test", AuthenticationVerdict.None)]
    [InlineData("mx.collections.test.evil.test; dmarc=pass header.from=debtor.test", AuthenticationVerdict.None)]
    [InlineData("(mx.collections.test) evil; dmarc=pass header.from=debtor.test", AuthenticationVerdict.None)]
    [InlineData("mx.collections.test; none", AuthenticationVerdict.None)]
    [InlineData("mx.collections.test; spf=none (spf=pass smtp.mailfrom=debtor.test)", AuthenticationVerdict.None)]
    [InlineData("", AuthenticationVerdict.None)]
    public void Anything_else_does_not(string value, AuthenticationVerdict expected) =>
        Read($"Authentication-Results: {value}").Verdict.ShouldBe(expected);

    [Fact]
    public void Two_authors_are_never_verified() =>
        Read("Authentication-Results: mx.collections.test; dmarc=pass header.from=debtor.test", "ap@debtor.test, boss@evil.test").Verdict.ShouldBe(AuthenticationVerdict.None);

    [Fact]
    public void Without_an_own_border_nothing_is_believed() =>
        AuthenticationResults.Read(Some.Parsed("Authentication-Results: ; dmarc=pass header.from=b.test\nFrom: a@b.test\n\n"), "").Verdict.ShouldBe(AuthenticationVerdict.None);
}
