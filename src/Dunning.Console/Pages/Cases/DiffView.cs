using Dunning.Console.Text;
using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Flows.Drafting;

namespace Dunning.Console.Pages.Cases;

/// <summary>What a person changed in a draft, and of what kind that is.</summary>
/// <param name="OldSubject">Null when the subject is as it was.</param>
public sealed record DiffView(string? OldSubject, string NewSubject, IReadOnlyList<DiffPart> Body, EditReview Edit)
{
    /// <summary>Compares two texts of a draft.</summary>
    public static DiffView Of(DraftView draft, RenderedMail before, RenderedMail after)
    {
        Stage? stage = draft.Stage is { } step ? (Stage)step : null;
        var edit = EditKinds.Of(before, after, Wire.Parse<Purpose>(draft.Purpose), stage, CaseModel.Facts(draft));
        return new(before.Subject == after.Subject ? null : before.Subject, after.Subject, WordDiff.Of(before.Text, after.Text), edit);
    }

    /// <summary>The kind's wire name.</summary>
    public string KindName => Wire.Name(Edit.Kind);

    /// <summary>What the kind means.</summary>
    public string KindInWords => Edit.Kind switch
    {
        EditKind.None => "Nothing is changed.",
        EditKind.Wording => "Only words change; every figure, day, number and name stands as it did.",
        EditKind.Fact => "What is said of the account changes:",
        EditKind.Authority => "The text now threatens, admits, grants or charges what nobody allowed:",
    };
}
