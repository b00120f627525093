namespace Dunning.Core.Correspondence;

/// <summary>The words a model, say, puts into a <see cref="ProseFrame"/>.</summary>
/// <param name="Opening">From the salutation up to the account statement, if there is one.</param>
/// <param name="Closing">After the account statement, up to the bank details or how to reply; may be empty.</param>
public sealed record ProseWords(string Subject, string Opening, string Closing);

/// <summary>What is wrong with words for a frame.</summary>
public enum ProseFault
{
    /// <summary>Subject or opening is empty.</summary>
    Empty,

    /// <summary>Longer than such a mail may be.</summary>
    TooLong,

    /// <summary>A subject of several lines, or characters nobody sees.</summary>
    OddCharacters,

    /// <summary>Something the mail has to say is not in it.</summary>
    LeavesOut,
}

/// <summary>
/// The parts of a clause mail that stay as they are when somebody else words the rest: the account statement, how to
/// pay and to reply, and who writes. So the figures that matter most are never typed by a model, and what the clauses would have said of
/// the conversation must be said by the words, too.
/// </summary>
/// <param name="Statement">The account statement; null for mails without one.</param>
/// <param name="Ending">Bank details, payment page, how to reply, close and signature.</param>
/// <param name="MustSay">Figures and names the words have to contain, as the language writes them.</param>
public sealed record ProseFrame(string? Statement, string Ending, IReadOnlyList<string> MustSay)
{
    /// <summary>Longest subject, in UTF-16 code units.</summary>
    public const int LongestSubject = 120;

    /// <summary>Longest opening and longest closing, in UTF-16 code units.</summary>
    public const int LongestPart = 2_000;

    /// <summary>The frame of a composed mail.</summary>
    public static ProseFrame Of(DraftPlan plan, ClauseLibrary library)
    {
        var uses = plan.Clauses.Select(use => (Use: use, library.Find(plan.Language, use.ClauseId)!.Value.Clause.Act)).ToList();
        string Text(Func<SpeechAct, bool> wanted) =>
            MailText.Render(plan with { Clauses = [.. uses.Where(one => one.Act == SpeechAct.Subject || wanted(one.Act)).Select(one => one.Use)] }, library).Text;
        var statement = Text(act => act == SpeechAct.StateLines);
        var formats = LocaleFormats.For(plan.Language);
        return new(
            statement.Length == 0 ? null : statement, Text(IsEnding),
            [.. uses.Where(one => IsWorded(one.Act)).SelectMany(one => one.Use.Slots).SelectMany(slot => Written(slot.Key, slot.Value, formats)).Distinct()]);
    }

    /// <summary>The mail with the words in the frame.</summary>
    public RenderedMail Around(ProseWords words) =>
        new(words.Subject.Trim(), string.Join("\n\n", ((string?[])[Plain(words.Opening), Statement, Plain(words.Closing), Ending]).Where(part => !string.IsNullOrEmpty(part))));

    /// <summary>What is wrong with the words; null when they can stand in the frame.</summary>
    public ProseFault? Objection(ProseWords words)
    {
        if (string.IsNullOrWhiteSpace(words.Subject) || string.IsNullOrWhiteSpace(words.Opening)) return ProseFault.Empty;
        if (words.Subject.Length > LongestSubject || words.Opening.Length > LongestPart || words.Closing.Length > LongestPart) return ProseFault.TooLong;
        if (words.Subject.Any(char.IsControl) || (words.Opening + words.Closing).Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r'))) return ProseFault.OddCharacters;
        var said = OneBlank($"{words.Opening} {words.Closing}");
        return MustSay.All(wanted => said.Contains(OneBlank(wanted), StringComparison.OrdinalIgnoreCase)) ? null : ProseFault.LeavesOut;
    }

    private static bool IsEnding(SpeechAct act) => act >= SpeechAct.PayByTransfer;

    private static bool IsWorded(SpeechAct act) => act != SpeechAct.Subject && act != SpeechAct.StateLines && !IsEnding(act);

    // Names of people and how to reply are left to the words; the gate sees that they are right.
    private static IEnumerable<string> Written(string slot, string value, LocaleFormats formats) => SlotCatalog.Kinds[slot] switch
    {
        SlotKind.Money or SlotKind.Date => [SlotText.Write(SlotCatalog.Kinds[slot], value, formats)],
        SlotKind.Numbers => value.Split('\n'),
        SlotKind.Count or SlotKind.Plural or SlotKind.Name or SlotKind.Number or SlotKind.ShortNumbers or SlotKind.Lines or SlotKind.Iban or SlotKind.Literal
            or SlotKind.Address => [],
    };

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    // Amounts and dates are written with blanks that do not break, or with ordinary ones.
    private static string OneBlank(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
