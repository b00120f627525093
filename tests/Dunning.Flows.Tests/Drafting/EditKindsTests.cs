using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Flows.Drafting;
using Shouldly;
using Xunit;

namespace Dunning.Flows.Tests.Drafting;

public sealed class EditKindsTests
{
    private const string Text = "Dear Alex Kim,\n\nInvoice INV-7 over 1,250.50 GBP was due on 26 February 2026. Please pay it.\n\nKind regards\nAccounts Receivable";

    private static readonly FactSet Facts = new(
        "v", "en", new(2026, 3, 10), "Northwind Instruments Ltd", "Accounts Receivable", "ar@collections.example", null, null, null, null, null,
        "Firm Example Ltd", "C-1", "Alex Kim", "GBP", 1250.50m, 0, [new("INV-7", null, new(2026, 2, 26), 1250.50m, 12)], [], [], GrantFact.Nothing, [], []);

    [Theory]
    [InlineData("Please pay it.", "Could you settle it soon, please?", EditKind.Wording)]
    [InlineData("Dear Alex Kim", "Hello Alex Kim", EditKind.Wording)]
    [InlineData("1,250.50 GBP", "1,205.50 GBP", EditKind.Fact)]
    [InlineData(" over 1,250.50 GBP", "", EditKind.Fact)]
    [InlineData("26 February 2026", "27 February 2026", EditKind.Fact)]
    [InlineData("INV-7", "INV-8", EditKind.Fact)]
    [InlineData("Alex Kim", "Robin Lee", EditKind.Fact)]
    [InlineData("Please pay it.", "Please pay it, or we will take you to court.", EditKind.Authority)]
    [InlineData("Please pay it.", "If you pay now we grant you a discount of 5%.", EditKind.Authority)]
    [InlineData("Please pay it.", "We waive the rest of the invoice.", EditKind.Authority)]
    public void The_kind_of_an_edit_is_the_gravest_thing_it_touches(string old, string now, EditKind kind)
    {
        var edit = EditKinds.Of(new("Invoice INV-7", Text), new("Invoice INV-7", Text.Replace(old, now, StringComparison.Ordinal)), Purpose.Reminder, Stage.Friendly, Facts);
        edit.Kind.ShouldBe(kind, string.Join("; ", edit.Why));
        (edit.Why.Count > 0).ShouldBe(kind is EditKind.Fact or EditKind.Authority);
    }

    [Fact]
    public void What_the_draft_said_before_is_not_the_edit()
    {
        var threat = Text + "\nWe will take you to court.";
        EditKinds.Of(new("Reminder", threat), new("Reminder", threat.Replace("Kind regards", "Best regards", StringComparison.Ordinal)), Purpose.Reminder, Stage.Friendly, Facts)
            .Kind.ShouldBe(EditKind.Wording);
    }

    [Fact]
    public void An_unchanged_text_is_no_edit() =>
        EditKinds.Of(new("Reminder", Text), new("Reminder", Text), Purpose.Reminder, Stage.Friendly, Facts).Kind.ShouldBe(EditKind.None);

    [Fact]
    public void A_changed_subject_counts() =>
        EditKinds.Of(new("Invoice INV-7", Text), new("Invoice INV-9", Text), Purpose.Reminder, Stage.Friendly, Facts).Kind.ShouldBe(EditKind.Fact);
}
