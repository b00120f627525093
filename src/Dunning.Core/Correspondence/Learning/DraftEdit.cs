namespace Dunning.Core.Correspondence.Learning;

/// <summary>A clause mail and what a person made of it before it went out.</summary>
/// <param name="Touch">The message; several edits of one message count as one mail.</param>
/// <param name="Customer">Whom it was for.</param>
/// <param name="Person">Who edited it.</param>
/// <param name="Before">As rendered from the plan.</param>
public sealed record DraftEdit(string Touch, long Customer, string Person, DraftPlan Plan, RenderedMail Before, RenderedMail After, FactSet Facts);

/// <summary>What one clause of a mail was replaced by.</summary>
/// <param name="Wording">The new words with the values taken out, as a template; null when what they say cannot be told from the values.</param>
/// <param name="Warnings">What whoever takes it up has to look at.</param>
public sealed record EditedPiece(
    string Language, string ClauseId, string Before, string After, string? Wording, IReadOnlyList<string> Warnings, string Touch, long Customer, string Person);

/// <summary>Finds the clauses a person replaced, by the ones left as they were.</summary>
public static class EditedPieces
{
    /// <summary>The replaced clauses of an edit. Text put where no clause stood, and clauses struck out, teach nothing.</summary>
    /// <param name="find">The versions of the clauses the mail was made from.</param>
    /// <param name="language">What is known of the language's reviewed words.</param>
    /// <exception cref="ArgumentException">A clause of the plan is not at hand.</exception>
    public static IReadOnlyList<EditedPiece> Of(DraftEdit edit, Func<string, (Clause Clause, ClauseVariant Variant)?> find, ReviewedWords language)
    {
        var formats = LocaleFormats.For(edit.Plan.Language);
        List<Piece> pieces = [];
        foreach (var use in edit.Plan.Clauses)
        {
            var (clause, variant) = find(use.ClauseId) ?? throw new ArgumentException($"The clause '{use.ClauseId}' is not at hand.", nameof(find));
            pieces.Add(new(clause, variant, use, variant.Template.Fill(use.Slots, formats, slot => SlotCatalog.Kinds[slot])));
        }

        List<(Piece Piece, string After)> replaced = [];
        if (edit.After.Subject != edit.Before.Subject && pieces.Find(piece => piece.Use.ClauseId == edit.Plan.SubjectClause) is { } subject) replaced.Add((subject, edit.After.Subject));
        replaced.AddRange(Replaced([.. pieces.Where(piece => piece.Use.ClauseId != edit.Plan.SubjectClause)], edit.After.Text));
        return [.. replaced.Where(pair => IsWorded(pair.Piece.Clause.Act)).Select(pair => Learned(edit, pair.Piece, pair.After, language))];
    }

    private sealed record Piece(Clause Clause, ClauseVariant Variant, ClauseUse Use, string Text);

    private static EditedPiece Learned(DraftEdit edit, Piece piece, string after, ReviewedWords language)
    {
        var (wording, warnings) = Delexicaliser.Of(after, piece.Clause, piece.Variant, piece.Use, edit.Plan, edit.Facts, language);
        return new(edit.Plan.Language, piece.Clause.Id, piece.Text, after, wording, warnings, edit.Touch, edit.Customer, edit.Person);
    }

    private static IEnumerable<(Piece, string)> Replaced(IReadOnlyList<Piece> pieces, string after)
    {
        var (from, waiting) = (0, new List<Piece>());
        Piece? last = null;
        foreach (var piece in pieces)
        {
            var at = IndexOf(after, piece.Text, from);
            if (at < 0)
            {
                waiting.Add(piece);
                continue;
            }

            if (Between(last, waiting, after[from..at]) is { } found) yield return found;
            (from, last) = (at + piece.Text.Length, piece);
            waiting.Clear();
        }

        if (Between(last, waiting, after[from..]) is { } end) yield return end;
    }

    /// <summary>One clause gone and words in its place: these replace it. No clause gone and words in the paragraph of the last: they go with it.</summary>
    private static (Piece, string)? Between(Piece? last, List<Piece> gone, string words)
    {
        var text = words.Trim();
        if (text.Length == 0 || text.Contains("\n\n", StringComparison.Ordinal)) return null;
        if (gone is [var one]) return (one, text);
        return gone.Count == 0 && last is not null && words[0] is ' ' ? (last, $"{last.Text} {text}") : null;
    }

    private static int IndexOf(string text, string piece, int from)
    {
        for (var at = text.IndexOf(piece, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(piece, at + 1, StringComparison.Ordinal))
        {
            var end = at + piece.Length;
            if ((at == 0 || char.IsWhiteSpace(text[at - 1])) && (end == text.Length || char.IsWhiteSpace(text[end]))) return at;
        }

        return -1;
    }

    /// <summary>Statement, bank details and signature are facts, and the disclosure belongs to the guardrails.</summary>
    private static bool IsWorded(SpeechAct act) => act switch
    {
        SpeechAct.StateLines or SpeechAct.PayByTransfer or SpeechAct.Signature or SpeechAct.SignatureAddress or SpeechAct.SignaturePhone or SpeechAct.Disclosure => false,
        SpeechAct.Subject or SpeechAct.Salutation or SpeechAct.AnswerQuestion or SpeechAct.ThankPayment or SpeechAct.Approach or SpeechAct.RecallPromise or SpeechAct.Opening
            or SpeechAct.StatePaused or SpeechAct.StateReduced or SpeechAct.StateResolved or SpeechAct.StatePromise or SpeechAct.StateDocuments or SpeechAct.StateAttached
            or SpeechAct.Request or SpeechAct.NextStep or SpeechAct.PayOnline or SpeechAct.InviteReply or SpeechAct.Farewell => true,
    };
}
