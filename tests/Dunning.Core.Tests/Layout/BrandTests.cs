using Dunning.Core.Correspondence.Layout;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Layout;

public sealed class BrandTests
{
    // Ratios published by the W3C for these greys and colours on white (Understanding SC 1.4.3).
    [Theory]
    [InlineData("#777777", 4.48)]
    [InlineData("#767676", 4.54)]
    [InlineData("#000000", 21)]
    [InlineData("#fff", 1)]
    [InlineData("#ff0000", 4.0)]
    public void Contrast_is_reckoned_as_WCAG_does(string colour, double ratio) =>
        Colour.Read(colour)!.Value.ContrastWith(Colour.White).ShouldBe(ratio, 0.01);

    [Theory]
    [InlineData("#ffcc00", "contrast of 1.5")]
    [InlineData("#777777", "at least 4.5")]
    [InlineData("blue", "no colour")]
    [InlineData("#12345", "no colour")]
    [InlineData("#00000g", "no colour")]
    [InlineData("", "no colour")]
    public void A_colour_the_name_cannot_be_read_on_is_refused_with_the_reason(string accent, string reason) => Brand.AccentProblem(accent).ShouldNotBeNull().ShouldContain(reason);

    [Theory]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9", "9 lines")]
    [InlineData("visit https://supplies.example", "link or mail address")]
    [InlineData("www.supplies.example", "link or mail address")]
    [InlineData("office@supplies.example", "link or mail address")]
    [InlineData("bell\u0007", "control character")]
    public void A_footer_the_gate_would_block_is_refused_with_the_reason(string footer, string reason) => Brand.FooterProblem(footer).ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void A_line_too_long_for_a_phone_is_refused() => Brand.FooterProblem(new string('a', 121)).ShouldNotBeNull().ShouldContain("121 characters");

    [Fact]
    public void Good_settings_are_taken_and_the_rest_is_as_without_them()
    {
        var brand = Brand.Of("#0b5394", " Example Supplies  Ltd\r\n\r\nRegister 12345 ", false);

        brand.Accent!.Value.ToString().ShouldBe("#0b5394");
        brand.Footer.ShouldBe(["Example Supplies Ltd", "Register 12345"]);
        Brand.Of(null, null, false).Footer.ShouldBeEmpty();
        Brand.Of("#ffcc00", null, false).Accent.ShouldBeNull();
    }
}
