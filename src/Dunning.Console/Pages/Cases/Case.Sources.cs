using Dunning.Console.Text;
using Dunning.Core.Correspondence;

namespace Dunning.Console.Pages.Cases;

/// <summary>The mail a promise was made in.</summary>
public sealed record PromiseMail(DateOnly PromisedFor, DateOnly MadeOn, long MessageId);

/// <summary>Where the values of a draft come from.</summary>
public sealed partial class CaseModel
{
    /// <summary>The mails with promises, newest first.</summary>
    public IReadOnlyList<PromiseMail> PromiseMails { get; private set; } = [];

    /// <summary>A draft's text with findings and sources marked.</summary>
    public static SourcedDraft Sourced(DraftView draft, FactSet facts) =>
        SourcedDraft.Of(draft.Subject, draft.Body, facts, draft.Plan, DraftFinding.Read(draft.Findings));

    /// <summary>The mail a source lies in, as far as the timeline shows it.</summary>
    public PromiseMail? MailOf(FactSource source) => source.PromisedFor is not { } day ? null
        : PromiseMails.FirstOrDefault(mail => mail.PromisedFor == day && Timeline.Any(row => row.Css == "in" && row.Seq == mail.MessageId));
}
