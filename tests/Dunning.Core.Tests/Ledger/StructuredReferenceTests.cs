using Dunning.Core.Ledger.CashApplication;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Ledger.Cash;

namespace Dunning.Core.Tests.Ledger;

public sealed class StructuredReferenceTests
{
    [Theory]
    [InlineData("RF18539007547034", "539007547034")]
    [InlineData("rf18 5390 0754 7034", "539007547034")]
    [InlineData("RF19539007547034", null)]
    [InlineData("RF185390075470ß4", null)]
    public void The_creditor_reference_of_ISO_11649_is_checked(string text, string? payload) =>
        StructuredReferences.CreditorReference(text).ShouldBe(payload);

    [Fact]
    public void National_references_are_checked()
    {
        StructuredReferences.Belgian("010806817183").ShouldBe("0108068171");
        StructuredReferences.Belgian("010806817184").ShouldBeNull();
        StructuredReferences.Swiss("210000000003139471430009017").ShouldBe("21000000000313947143000901");
        StructuredReferences.Swiss("210000000003139471430009018").ShouldBeNull();
        StructuredReferences.Finnish("1232").ShouldBe("123");
        StructuredReferences.Finnish("1233").ShouldBeNull();
        StructuredReferences.Luhn("79927398713").ShouldBe("7992739871");
        StructuredReferences.Luhn("79927398710").ShouldBeNull();
    }

    [Theory]
    [InlineData("RF9810045")]
    [InlineData("RF98 1004 5 merci")]
    [InlineData("+++000/0010/04554+++")]
    public void A_valid_reference_stands_for_the_invoice(string text)
    {
        var match = Match(60m, text, Open(1, "10045", 60), Open(2, "10046", 60));
        (Parts(match), match.Applications[0].Method).ShouldBe(("1:60", MatchMethod.StructuredReference));
    }

    [Theory]
    [InlineData("RF9910045")]
    [InlineData("+++000/0010/04555+++")]
    public void A_reference_with_wrong_check_digits_stands_for_nothing_and_holds_the_amount_back(string text) =>
        Match(60m, text, Open(1, "10045", 60)).Applications.ShouldBeEmpty();

    [Fact]
    public void A_single_check_digit_counts_only_with_exactly_the_amount()
    {
        var payment = Pays(60m, "") with { Reference = "100453" };
        StructuredReferences.Luhn("100453").ShouldBe("10045");
        Parts(Match(payment, Open(1, "10045", 60), Open(2, "10046", 60))).ShouldBe("1:60");
        Match(payment with { Amount = 50 }, Open(1, "10045", 60), Open(2, "10046", 60)).Applications.ShouldBeEmpty();
    }
}
