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
        var marks = Marks(Text, new DraftFinding("G01", "block", "sue", At(Text, "sue")));
        string.Concat(marks.Select(mark => mark.Text)).ShouldBe(Text);
        marks.Single(mark => mark.Css == "objected block").Text.ShouldBe("sue");
        marks.Where(mark => mark.Css == "fact").Select(mark => mark.Text).ShouldBe(["INV-7", "1,250.50 GBP", "26 February 2026"]);
    }

    [Fact]
    public void Where_findings_overlap_the_graver_one_is_shown_and_all_are_told()
    {
        const string Text = "Pay 99 GBP or we will sue.";
        var marks = Marks(Text, new("G21", "hold", "99 GBP or we", At(Text, "99 GBP or we")), new("G01", "block", "we will sue", At(Text, "we will sue")), new("G28", "pass", "Pay", At(Text, "Pay")));
        string.Concat(marks.Select(mark => mark.Text)).ShouldBe(Text);
        var both = marks.Single(mark => mark.Text == "we");
        both.Css.ShouldBe("objected block");
        both.Title.ShouldContain("G21");
        both.Title.ShouldContain("G01");
        marks[0].Css.ShouldBe("objected note");
        marks.First(mark => mark.Text.StartsWith("99", StringComparison.Ordinal)).Title.ShouldEndWith("no source");
    }

    [Fact]
    public void A_number_inside_another_number_has_no_source() =>
        Marks("Our INV-71 stands.").Single(mark => mark.Css.Length > 0).ShouldBe(new Mark("INV-71", "unsourced", "no source", 4));

    [Fact]
    public void Spans_that_point_outside_the_text_are_ignored() =>
        MarkedText.Of("short", [new("G13", "hold", "x", new TextSpan(90, 3)), new("G13", "hold", "y", new TextSpan(3, 90))], []).Select(mark => mark.Text).ShouldBe(["sho", "rt"]);

    [Fact]
    public void A_source_is_listed_once_and_points_to_its_first_place()
    {
        var shown = SourcedDraft.Of("INV-7", "INV-7 and INV-7, not INV-8.", Facts(), null, [new("G18", "hold", "INV-8", new TextSpan(21, 5)), new("G31", "hold", "paused", null)]);
        shown.Sources.Select(row => (row.Written, row.Place, row.Sources.Count)).ShouldBe([("INV-7", "subject-0", 1), ("INV-8", "body-21", 0)]);
        shown.Findings.Select(row => row.Place).ShouldBe(["body-21", null]);
        shown.Body.ShouldContain(mark => mark.Start == 21 && mark.Css == "objected hold");
    }

    private static IReadOnlyList<Mark> Marks(string text, params DraftFinding[] findings) => MarkedText.Of(text, findings, Provenance.Of(text, Facts(), null));

    private static TextSpan At(string text, string words) => new(text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static FactSet Facts() => new(
        "v", "en", new DateOnly(2026, 3, 10), "Northwind Instruments Ltd", "Accounts Receivable", "ar@collections.test", null, null, null, null, null,
        "Firm Example GmbH", "C-1", null, "GBP", 1250.50m, 0, [new("INV-7", null, new DateOnly(2026, 2, 26), 1250.50m, 12)], [], [], GrantFact.Nothing, [], []);
}
