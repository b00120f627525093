using Dunning.Console.Text;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;

namespace Dunning.Console.Tests;

public sealed class TextTests
{
    [Fact]
    public void A_diff_read_without_what_was_removed_is_the_new_text()
    {
        const string Before = "Dear Anna,\n\nplease pay 10 EUR  today.\nRegards";
        const string After = "Dear Anna,\n\nkindly pay 12 EUR today.\n\nRegards";
        var parts = WordDiff.Of(Before, After);
        string.Concat(parts.Where(part => part.Change != Change.Removed).Select(part => part.Text)).ShouldBe(After);
        string.Concat(parts.Where(part => part.Change != Change.Added).Select(part => part.Text)).ShouldBe(Before);
        parts.ShouldContain(new DiffPart(Change.Removed, "please"));
        parts.ShouldContain(new DiffPart(Change.Added, "kindly"));
    }

    [Fact]
    public void Long_texts_are_compared_too()
    {
        var before = string.Join(' ', Enumerable.Range(0, 4000));
        var after = before + " more";
        string.Concat(WordDiff.Of(before, after).Where(part => part.Change != Change.Removed).Select(part => part.Text)).ShouldBe(after);
    }

    [Fact]
    public void Figures_show_their_source_and_findings_win_over_sources()
    {
        const string Text = "Invoice INV-7 over 1,250.50 GBP was due on 26 February 2026. We will sue.";
        var marks = MarkedText.Of(Text, [new("G01", "block", "sue", new TextSpan(Text.IndexOf("sue", StringComparison.Ordinal), 3))], MarkedText.Grounds(Facts()));
        string.Concat(marks.Select(mark => mark.Text)).ShouldBe(Text);
        marks.Single(mark => mark.Css == "objected").Text.ShouldBe("sue");
        marks.Where(mark => mark.Css == "fact").Select(mark => mark.Text).ShouldBe(["INV-7", "1,250.50 GBP", "26 February 2026"]);
    }

    [Fact]
    public void A_number_inside_another_number_is_not_its_fact()
    {
        var marks = MarkedText.Of("Our INV-71 stands.", [], MarkedText.Grounds(Facts()));
        marks.ShouldAllBe(mark => mark.Css.Length == 0);
    }

    [Fact]
    public void Spans_that_point_outside_the_text_are_ignored() =>
        MarkedText.Of("short", [new("G13", "hold", "x", new TextSpan(90, 3)), new("G13", "hold", "y", new TextSpan(3, 90))], []).Select(mark => mark.Text).ShouldBe(["sho", "rt"]);

    private static FactSet Facts() => new(
        "v", "en", new DateOnly(2026, 3, 10), "Northwind Instruments Ltd", "Accounts Receivable", "ar@collections.test", null, null, null, null, null,
        "Firm Example GmbH", "C-1", null, "GBP", 1250.50m, 0, [new("INV-7", null, new DateOnly(2026, 2, 26), 1250.50m, 12)], [], [], GrantFact.Nothing, [], []);
}
