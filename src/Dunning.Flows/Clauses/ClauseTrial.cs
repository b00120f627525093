using Dunning.Core.Correspondence;

namespace Dunning.Flows.Clauses;

/// <summary>A mail that shows a wording in context.</summary>
/// <param name="Start">Where the wording stands, in the subject or in the text.</param>
public sealed record TrialExample(string Situation, string Subject, string Text, int Start, int Length, bool InSubject);

/// <summary>What trying a clause came to.</summary>
/// <param name="Situations">Sample situations that use one of the wordings tried.</param>
/// <param name="Changes">Mails in which a figure of the wording was changed, to see whether it is noticed.</param>
/// <param name="Forbidden">Forbidden sentences put behind the wording, to see whether it covers them.</param>
/// <param name="Objections">Why it may not be proposed; empty when nothing speaks against it.</param>
public sealed record TrialReport(int Situations, int Changes, int Forbidden, IReadOnlyList<string> Objections, IReadOnlyList<TrialExample> Examples);

/// <summary>
/// Tries the new wordings of a clause the hard way before anybody is asked to approve them: in every sample situation
/// the whole guardrail catalogue, reading back, figures changed by one digit, and the forbidden sentences most like it.
/// </summary>
public sealed class ClauseTrial
{
    private const int UsualSituations = 24;
    private const int MostExamples = 3;

    // Shipped wordings share at most half of their words with a forbidden sentence, see ClauseTrialTests.
    private const double TooNear = 0.6;

    // Acts no fact of the ledger could ever allow an automatic mail.
    private static readonly string[] Always = ["G01", "G02", "G03", "G04", "G05", "G06", "G08", "G10", "G12"];

    private readonly List<string> _objections = [];
    private readonly List<TrialExample> _examples = [];
    private readonly ClauseLibrary _library;
    private readonly Clause _clause;
    private readonly string _disclosure;
    private readonly int _most;
    private int _situations;
    private int _changes;
    private int _forbidden;

    private ClauseTrial(ClauseLibrary library, Clause clause, int most) =>
        (_library, _clause, _disclosure, _most) = (library, clause, library.DisclosureLine(clause.Language), most);

    /// <summary>Tries a clause in place of the one of its id.</summary>
    /// <param name="inForce">The library it would become part of.</param>
    /// <param name="all">All wordings are tried, not only those the library does not have.</param>
    /// <param name="situations">In how many situations each wording is tried at most.</param>
    public static TrialReport Of(Clause clause, ClauseLibrary inForce, bool all = false, int situations = UsualSituations)
    {
        ClauseLibrary library;
        try
        {
            library = Changed(inForce, clause);
        }
        catch (ClauseException unfit)
        {
            return new(0, 0, 0, [.. unfit.Problems.Select(problem => $"{problem.Field}: {problem.Reason}")], []);
        }

        var before = inForce.All.FirstOrDefault(other => other.Language == clause.Language && other.Id == clause.Id);
        var everything = all || before is null || !SameUse(before, clause);
        List<ClauseVariant> wordings = [.. clause.Variants.Where(variant => everything || before!.Variants.All(known => known.Template.Source != variant.Template.Source))];
        var trial = new ClauseTrial(library, clause, situations);
        if (!all) trial.Siblings(wordings);
        foreach (var wording in wordings) trial.Try(wording);
        return new(trial._situations, trial._changes, trial._forbidden, [.. trial._objections.Distinct()], trial._examples);
    }

    /// <summary>The library with one clause put in place.</summary>
    /// <exception cref="ClauseException">The clause is wrong, or the library would not do without the old one.</exception>
    public static ClauseLibrary Changed(ClauseLibrary library, Clause clause) =>
        new([.. library.All.Where(other => other.Language != clause.Language || other.Id != clause.Id), clause]);

    private static bool SameUse(Clause before, Clause after) =>
        ClauseHash.Of(before with { Variants = [], Version = 0 }) == ClauseHash.Of(after with { Variants = [], Version = 0 });

    private void Try(ClauseVariant wording)
    {
        var mails = Mails(wording, _clause).Take(_most).ToList();
        if (mails.Count == 0)
        {
            _objections.Add($"{wording.Id}: no sample situation uses it, so it can neither be shown nor tried");
            return;
        }

        Likeness(wording);
        foreach (var (at, mail) in mails.Index()) Try(wording, mail, full: at < _most / 6);
        _examples.AddRange(mails.DistinctBy(mail => mail.Wording).Concat(mails).Distinct().Take(MostExamples)
            .Select(mail => new TrialExample(mail.Situation.Name, mail.Composed.Mail.Subject, mail.Composed.Mail.Text, mail.Start, mail.Wording.Length, mail.InSubject)));
    }

    private void Try(ClauseVariant wording, TriedMail mail, bool full)
    {
        _situations++;
        void Object(string why) => _objections.Add($"{wording.Id} ({mail.Situation.Name}): {why}");
        if (MailText.Parse(mail.Composed.Mail, _library, _clause.Language) != mail.Composed.Plan) Object("the mail cannot be read back into its clauses: another clause reads alike, or a value has no clear end");
        foreach (var finding in mail.Findings(mail.Composed.Mail, _disclosure)) Object($"{finding.Rule} {Core.Wire.Name(finding.Severity)}: {finding.Evidence}");
        if (Repeated(mail.Composed.Mail.Text) is { } twice) Object($"the mail says twice: {twice}");
        foreach (var (from, to) in WrongFigures.Of(mail, wording))
        {
            _changes++;
            if (mail.Findings(mail.With(to), _disclosure).Count == 0) Object($"a wrong figure would not be noticed: '{to}' instead of '{from}'");
        }

        if (full && !mail.InSubject && _objections.Count == 0) Cover(mail, Object);
    }

    /// <summary>A forbidden sentence that is stopped by itself has to be stopped right behind the wording, too.</summary>
    private void Cover(TriedMail mail, Action<string> objectTo)
    {
        foreach (var (sentence, _) in ForbiddenSentences.Nearest(mail.Wording, _clause.Language, 6))
        {
            bool Stopped(string words) => mail.Findings(mail.With(words), _disclosure).Any(finding => finding.Rule == sentence.Rule);
            if (!Stopped($"{mail.Wording}\n\n{sentence.Text}")) continue;
            _forbidden++;
            if (!Stopped($"{mail.Wording} {sentence.Text}")) objectTo($"a forbidden sentence goes unnoticed behind it ({sentence.Rule}: {sentence.Text})");
        }
    }

    private void Likeness(ClauseVariant wording)
    {
        // Thanks for a payment are forbidden only where there was none; that is for the catalogue to tell.
        var nearest = ForbiddenSentences.Nearest(wording.Template.Source, _clause.Language, 10).Where(pair => Always.Contains(pair.Sentence.Rule)).Take(1).ToList();
        if (nearest is [var (sentence, similarity)] && similarity >= TooNear) _objections.Add($"{wording.Id}: too much like what no mail may say ({sentence.Rule}: {sentence.Text})");
        var alike = _clause.Variants.FirstOrDefault(other => other.Id != wording.Id && Letters(other) == Letters(wording));
        if (alike is not null) _objections.Add($"{wording.Id}: says the same in the same words as {alike.Id}, so that a thread would repeat itself");
    }

    /// <summary>Mails that do not use the new wordings have to read back as before.</summary>
    private void Siblings(IReadOnlyList<ClauseVariant> wordings)
    {
        if (wordings.Count == 0) return;
        foreach (var clause in _library.For(_clause.Language).Where(other => other.Act == _clause.Act))
        {
            foreach (var variant in clause.Variants.Except(wordings))
            {
                if (Mails(variant, clause).FirstOrDefault() is not { } mail) continue;
                if (MailText.Parse(mail.Composed.Mail, _library, _clause.Language) != mail.Composed.Plan) _objections.Add($"{variant.Id} could no longer be told from the new wording");
            }
        }
    }

    // The same words in a situation like the last tell little; so they are taken from all over.
    private IEnumerable<TriedMail> Mails(ClauseVariant wording, Clause clause) =>
        SampleSituations.Spread(clause).Select(situation => TriedMail.Of(situation, _library, wording, clause.Act)).OfType<TriedMail>();

    private static string Letters(ClauseVariant variant) => string.Concat(variant.Template.Source.Where(letter => char.IsLetter(letter) || letter is '{' or '}')).ToLowerInvariant();

    private static string? Repeated(string text) => text.Split(["\n", ". ", "? ", "! "], StringSplitOptions.TrimEntries)
        .Where(sentence => sentence.Contains(' ', StringComparison.Ordinal) && sentence.Length > 20).GroupBy(sentence => sentence.TrimEnd('.')).FirstOrDefault(group => group.Skip(1).Any())?.Key;
}
