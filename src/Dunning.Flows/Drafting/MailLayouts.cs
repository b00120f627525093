using Dunning.Core.Correspondence;
using Dunning.Core.Correspondence.Layout;
using Dunning.Guardrails;
using Dunning.Postgres.Cases;

namespace Dunning.Flows.Drafting;

/// <summary>
/// Gives a message its layout. The HTML part is stored nowhere: it is made from the text each time the gate is asked, the
/// last time for the message that goes out, so that it can say nothing else than what was approved.
/// </summary>
public static class MailLayouts
{
    /// <summary>The candidate with its HTML part, unless the creditor sends text only.</summary>
    public static CandidateMail LaidOut(this CandidateMail mail, CaseFile file, FactSet facts) =>
        mail with { Html = HtmlMail.Render(mail.Text, facts, file.Entity.Brand) };

    /// <summary>The text with the creditor's footer as its last paragraph; it is part of what is approved.</summary>
    public static string WithFooter(string text, FactSet facts) =>
        facts.Footer.Count == 0 ? text : $"{text}\n\n{string.Join('\n', facts.Footer)}";
}
