using System.Text;

namespace Dunning.Core.Correspondence;

/// <summary>The pure renderer of plans.</summary>
public static class MailText
{
    /// <summary>Renders a plan: subject line, and a body with LF line ends and no line end at its end.</summary>
    /// <exception cref="ArgumentException">The plan names a clause or version the library does not have.</exception>
    public static RenderedMail Render(DraftPlan plan, ClauseLibrary library) => Render(plan, id => library.Find(plan.Language, id));

    /// <summary>Renders a plan from whatever versions of its clauses the caller holds, an earlier library's for example.</summary>
    /// <param name="find">A variant and its clause by the id that stands in the plan; null when it is not at hand.</param>
    /// <exception cref="ArgumentException">The plan names a clause or version that is not at hand.</exception>
    public static RenderedMail Render(DraftPlan plan, Func<string, (Clause Clause, ClauseVariant Variant)?> find)
    {
        var formats = LocaleFormats.For(plan.Language);
        var subject = "";
        var body = new StringBuilder();
        SpeechAct? before = null;
        foreach (var use in plan.Clauses)
        {
            var (clause, variant) = find(use.ClauseId)
                ?? throw new ArgumentException($"The library has no clause '{use.ClauseId}' in {plan.Language}.", nameof(plan));
            if (clause.Version != use.Version)
                throw new ArgumentException($"Clause '{use.ClauseId}' is planned in version {use.Version}, the library has {clause.Version}.", nameof(plan));
            var text = variant.Template.Fill(use.Slots, formats, slot => SlotCatalog.Kinds[slot]);
            if (use.ClauseId == plan.SubjectClause)
            {
                subject = text;
                continue;
            }

            if (before is { } last) body.Append(MailLayout.Between(last, clause.Act));
            body.Append(text);
            before = clause.Act;
        }

        return new(subject, body.ToString());
    }

    /// <summary>
    /// Reads a clause mail back into its plan; null when any of its text is not made of the library's clauses.
    /// </summary>
    /// <param name="mail">Subject and body as rendered.</param>
    /// <param name="language">Language of the mail.</param>
    public static DraftPlan? Parse(RenderedMail mail, ClauseLibrary library, string language) =>
        new PlanReader(mail.Text, library.For(language), LocaleFormats.For(language)).Read(mail.Subject, language);
}
