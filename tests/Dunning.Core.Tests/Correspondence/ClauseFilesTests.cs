using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Correspondence;

public sealed class ClauseFilesTests
{
    [Theory]
    [InlineData("- id: x\n  act: opening\n  purposes: [remindr]\n  variants:\n    a: Hello", "(3,14)", "purposes", "unknown purpose 'remindr'")]
    [InlineData("- id: x\n  act: shout\n  purposes: [reminder]\n  variants:\n    a: Hello", "(2,8)", "act", "unknown speechact 'shout'")]
    [InlineData("- id: x\n  act: opening\n  purposes: [reminder]\n  requires: [full_moon]\n  variants:\n    a: Hello", "(4,14)", "requires", "unknown condition 'full_moon'")]
    [InlineData("- id: x\n  act: opening\n  colour: red\n  purposes: [reminder]\n  variants:\n    a: Hello", "(3,3)", "colour", "is not a field of a clause")]
    [InlineData("- id: x\n  act: opening\n  purposes: [reminder]\n  variants:\n    a: \"Pay {due\"", "(5,8)", "variants.a", "'{' without '}'")]
    [InlineData("- id: x\n  act: opening\n  purposes: [reminder]", "(1,3)", "variants", "must map a short key to each wording")]
    [InlineData("- id: [", "(", "file", "")]
    [InlineData("id: x", "(1,1)", "file", "must be one list of clauses")]
    public void A_mistake_in_a_file_is_named_with_its_place(string yaml, string place, string field, string reason)
    {
        List<ClauseProblem> problems = [];

        ClauseFiles.Read("clauses/en/x.yaml", "en", yaml, problems);

        var problem = problems.ShouldHaveSingleItem().ToString();
        problem.ShouldStartWith("clauses/en/x.yaml" + place);
        problem.ShouldContain($" {field}: ");
        problem.ShouldContain(reason);
    }

    [Theory]
    [InlineData("[]", "Pay {due} please", "slot 'due' is used but not declared")]
    [InlineData("[moon]", "Pay {moon} please", "unknown slot 'moon'")]
    [InlineData("[]", "Pay within 7 days", "digits stand in slots only")]
    [InlineData("[invoices]", "Pay {invoices} please", "only chooses a form")]
    [InlineData("[due]", "Pay {due|one|many} {due}", "has no number")]
    [InlineData("[paused]", "About {paused|this|these}", "could not be read back")]
    [InlineData("[]", "Pay  please", "doubled blanks")]
    public void A_wording_that_could_not_be_trusted_is_refused(string slots, string text, string reason)
    {
        var problems = Problems($"- id: x\n  act: opening\n  purposes: [reminder]\n  slots: {slots}\n  variants:\n    a: \"{text}\"");

        problems.ShouldContain(problem => problem.Reason.Contains(reason) && problem.Origin.Line == 1 && problem.Field.StartsWith("x", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_clauses_of_one_id_or_one_text_are_refused()
    {
        var problems = Problems("- &c\n  id: x\n  act: opening\n  purposes: [reminder]\n  variants:\n    a: Hello\n- *c");

        problems.ShouldContain(problem => problem.Field == "id" && problem.Reason.Contains("exists already"));
        problems.ShouldContain(problem => problem.Reason.Contains("the same text"));
    }

    [Fact]
    public void A_stage_that_no_clause_speaks_for_is_an_error_at_load()
    {
        var clauses = Letters.Library.For("en");

        var problems = Should.Throw<ClauseException>(() => new ClauseLibrary([.. clauses.Where(clause => clause.Id != "request.final")])).Problems;

        problems.ShouldAllBe(problem => problem.Field == "Request" && problem.Reason.Contains("stage Final"));
        problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_version_changes_with_any_word()
    {
        var clauses = Letters.Library.For("en");
        var other = clauses[0] with { Variants = [clauses[0].Variants[0] with { Template = Template.Read("Quite different words") }] };

        new ClauseLibrary(clauses).Version.ShouldBe(new ClauseLibrary([.. clauses.Reverse()]).Version);
        new ClauseLibrary([other, .. clauses.Skip(1)]).Version.ShouldNotBe(new ClauseLibrary(clauses).Version);
    }

    [Fact]
    public void A_folder_without_clauses_is_named() =>
        Should.Throw<DirectoryNotFoundException>(() => ClauseFiles.Load("/nowhere/prompts")).Message.ShouldContain("/nowhere/prompts/clauses");

    private static IReadOnlyList<ClauseProblem> Problems(string yaml)
    {
        List<ClauseProblem> problems = [];
        var clauses = ClauseFiles.Read("clauses/en/x.yaml", "en", yaml, problems);
        problems.ShouldBeEmpty();
        return Should.Throw<ClauseException>(() => new ClauseLibrary(clauses)).Problems;
    }
}
