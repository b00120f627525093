using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>
/// Every kind of mail in full, to be read by people. Set DUNNING_WRITE_GOLDEN to the golden folder to write them anew.
/// </summary>
public sealed class GoldenMailTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (var language in Library.Languages)
            {
                foreach (var name in GoldenSituations.All.Keys) all.Add(language, name);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_mail_reads_as_reviewed(string language, string name)
    {
        var (facts, conversation, purpose, stage) = GoldenSituations.All[name](language);
        var seed = GoldenSituations.All.Keys.ToList().IndexOf(name);
        var composed = Compose(facts, conversation, purpose, stage, seed: seed);
        var text = $"Subject: {composed.Mail.Subject}\n\n{composed.Mail.Text}\n";

        var file = $"{language}.{name}.txt";
        if (Environment.GetEnvironmentVariable("DUNNING_WRITE_GOLDEN") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, file), text);
        else
            text.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Correspondence", "golden", file)).ReplaceLineEndings("\n"));

        MailText.Parse(composed.Mail, Library, language).ShouldBe(composed.Plan);
    }

    [Fact]
    public void No_reviewed_mail_is_left_without_its_situation()
    {
        var known = All.Select(row => $"{row[0]}.{row[1]}.txt").ToHashSet();

        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Correspondence", "golden")).Select(Path.GetFileName)
            .ShouldBe(known, ignoreOrder: true);
    }
}
