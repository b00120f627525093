using Dunning.Evals.Reading;
using Dunning.Mail.Mime;
using Dunning.Mail.Zoning;

namespace Dunning.Evals.NewTexts;

/// <summary>A mail whose new text was not found exactly.</summary>
internal sealed record NewTextMiss(string Id, string Expected, string Found);

/// <summary>Figures of one set of mails.</summary>
internal sealed record NewTextSet(string Name, int Mails, int Layouts, int Exact, double Rate, int Lost, IReadOnlyDictionary<string, double> Languages, IReadOnlyList<NewTextMiss> Misses);

/// <summary>The suite's report.</summary>
internal sealed record NewTextReport(NewTextSet Built, NewTextSet Heldout, IReadOnlyList<GateResult> Gates);

/// <summary>Whether exactly what was newly written is taken out of complete mails of many programs in six languages.</summary>
internal static class NewTextSuite
{
    public static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl"];

    /// <summary>Every layout file; those of the built set, then the one reported as held out.</summary>
    public static readonly string[] Files = ["layouts.txt", "clients.txt", "earlier.txt", "heldout.txt", "third.txt", "fourth.txt", "fifth.txt", "sixth.txt", "seventh.txt", "eighth.txt", "ninth.txt", "tenth.txt"];

    public static NewTextReport Run()
    {
        var built = Measure("built", Mails(Files[..^1]));
        var heldout = Measure("heldout", Mails(Files[^1]));
        var figures = new Dictionary<string, double>
        {
            ["built_exact_min"] = built.Rate, ["heldout_exact_min"] = heldout.Rate, ["lost_max"] = built.Lost + heldout.Lost, ["built_mails_min"] = built.Mails, ["built_layouts_min"] = built.Layouts,
        };
        return new NewTextReport(built, heldout, GateCheck.Against("newtext", figures));
    }

    /// <summary>The mails of layout files: each layout in each of its languages, with one of the language's new texts.</summary>
    public static IEnumerable<BuiltMail> Mails(params string[] files)
    {
        var words = Languages.Select(l => MailWords.Load(Path.Combine(EvalPaths.NewTexts, "words", l + ".txt"))).ToArray();
        var number = 0;
        foreach (var (file, layout) in files.SelectMany(f => MailLayout.Load(Path.Combine(EvalPaths.NewTexts, f)).Select(l => (f, l))))
        {
            var only = layout.Options.GetValueOrDefault("lang")?.Split(',');
            foreach (var language in words.Where(w => only is null || only.Contains(w.Language)))
                yield return MailAssembly.Build(layout, language, language.NewTexts[number++ % language.NewTexts.Count]) with { File = file };
            number++;
        }
    }

    private static NewTextSet Measure(string name, IEnumerable<BuiltMail> mails)
    {
        List<(BuiltMail Mail, string Found)> read = [.. mails.Select(m => (m, Find(m.Raw)))];
        bool Exact((BuiltMail Mail, string Found) r) => r.Mail.Expected == r.Found;
        var exact = read.Count(Exact);
        return new NewTextSet(
            name, read.Count, read.Select(r => r.Mail.Layout).Distinct().Count(), exact, read.Count == 0 ? 0 : (double)exact / read.Count, read.Count(r => Loses(r.Mail.Expected, r.Found)),
            read.GroupBy(r => r.Mail.Language).ToDictionary(g => g.Key, g => (double)g.Count(Exact) / g.Count()),
            [.. read.Where(r => !Exact(r)).Select(r => new NewTextMiss(r.Mail.Id, r.Mail.Expected, r.Found))]);
    }

    /// <summary>Whether a line somebody wrote is missing; noise left in costs less.</summary>
    public static bool Loses(string expected, string found)
    {
        var lines = found.Split('\n');
        return Array.Exists(expected.Split('\n'), line => !lines.Contains(line, StringComparer.Ordinal));
    }

    private static string Find(byte[] raw)
    {
        var mail = MimeParser.Parse(raw);
        return MailAssembly.Normal(NewText.Extract(MailText.Of(mail).Text, mail.From is [var sender, ..] ? sender.DisplayName : "").NewText);
    }
}
