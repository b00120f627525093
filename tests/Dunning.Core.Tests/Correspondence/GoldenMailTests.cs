using Dunning.Core.Correspondence;
using Dunning.Core.Tests.Guardrails;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>
/// Every kind of mail in full, to be read by people. With DUNNING_WRITE_GOLDEN=1 they are written anew, to be read again.
/// </summary>
public sealed class GoldenMailTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Dunning.Core.Tests", "Correspondence", "Golden");

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

        var file = Path.Combine(Folder, language, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("DUNNING_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        text.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"));
        MailText.Parse(composed.Mail, Library, language).ShouldBe(composed.Plan);
    }

    [Fact]
    public void No_reviewed_mail_is_left_without_its_situation()
    {
        var known = All.Select(row => Path.Combine((string)row[0]!, $"{row[1]}.txt")).ToHashSet();

        Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file))
            .ShouldBe(known, ignoreOrder: true);
    }
}
