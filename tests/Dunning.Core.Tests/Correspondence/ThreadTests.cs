using System.Text.RegularExpressions;
using Dunning.Core.Correspondence;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>Six messages in a row to the same person about the same thing, each remembering the wordings of the last three.</summary>
public sealed class ThreadTests
{
    private const int Messages = 6;

    public static TheoryData<string, string> Threads
    {
        get
        {
            TheoryData<string, string> threads = [];
            foreach (var language in Library.Languages)
            {
                foreach (var name in GoldenSituations.All.Keys) threads.Add(language, name);
            }

            return threads;
        }
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void A_wording_comes_again_only_when_every_other_was_used_too(string language, string name)
    {
        for (var seed = 0L; seed < 4; seed++)
        {
            foreach (var (plan, recent) in Thread(language, name, seed))
            {
                foreach (var id in plan.Clauses.Select(use => use.ClauseId).Where(recent.Contains))
                {
                    Library.Find(language, id)!.Value.Clause.Variants.Select(variant => variant.Id).ShouldBeSubsetOf(recent, $"{language} {name}: {id}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void No_sentence_of_the_last_two_messages_is_said_again(string language, string name)
    {
        List<HashSet<string>> before = [];
        foreach (var (plan, _) in Thread(language, name, 11))
        {
            var sentences = Sentences(plan, language);
            foreach (var earlier in before.TakeLast(2)) sentences.Intersect(earlier).ShouldBeEmpty($"{language} {name}");
            before.Add(sentences);
        }
    }

    [Fact]
    public void Every_part_that_speaks_has_three_wordings_or_more() =>
        Library.Languages.SelectMany(Library.For).Where(clause => Speaks(clause.Act) && clause.Variants.Count < 3)
            .Select(clause => $"{clause.Language} {clause.Id}: {clause.Variants.Count}").ShouldBeEmpty();

    [Fact]
    public void Every_language_has_the_same_clauses()
    {
        var expected = Library.For("en").Select(Shape).ToList();
        foreach (var language in Library.Languages) Library.For(language).Select(Shape).ShouldBe(expected, language);

        static string Shape(Clause clause) =>
            $"{clause.Id} {clause.Act} [{string.Join(' ', clause.Purposes)}] [{string.Join(' ', clause.Stages)}] [{string.Join(' ', clause.Requires)}]";
    }

    private static IEnumerable<(DraftPlan Plan, IReadOnlyList<string> Recent)> Thread(string language, string name, long seed)
    {
        var (facts, conversation, purpose, stage) = GoldenSituations.All[name](language);
        List<IReadOnlyList<string>> sent = [];
        for (var message = 0; message < Messages; message++)
        {
            IReadOnlyList<string> recent = [.. sent.TakeLast(3).SelectMany(ids => ids).Distinct()];
            var plan = Compose(facts, conversation with { RecentSentences = recent }, purpose, stage, seed: (seed * 100) + message).Plan;
            sent.Add([.. plan.Clauses.Select(use => use.ClauseId)]);
            yield return (plan, recent);
        }
    }

    private static HashSet<string> Sentences(DraftPlan plan, string language) =>
    [
        .. plan.Clauses.Where(use => Speaks(Library.Find(language, use.ClauseId)!.Value.Clause.Act))
            .SelectMany(use => Regex.Split(
                Library.Find(language, use.ClauseId)!.Value.Variant.Template.Fill(use.Slots, LocaleFormats.For(language), slot => SlotCatalog.Kinds[slot]),
                @"(?<=[^\d\s][.?!]) ")).Select(sentence => sentence.TrimEnd('.', '?', ':')),
    ];

    /// <summary>Whether a part is said in sentences; figures, bank details and the close stay as they are.</summary>
    private static bool Speaks(SpeechAct act) => act switch
    {
        SpeechAct.AnswerQuestion or SpeechAct.ThankPayment or SpeechAct.Approach or SpeechAct.RecallPromise or SpeechAct.Opening
            or SpeechAct.StatePaused or SpeechAct.StateReduced or SpeechAct.StateResolved or SpeechAct.StatePromise or SpeechAct.StateDocuments
            or SpeechAct.StateAttached or SpeechAct.Request or SpeechAct.NextStep or SpeechAct.InviteReply => true,
        SpeechAct.Subject or SpeechAct.Salutation or SpeechAct.StateLines or SpeechAct.PayByTransfer or SpeechAct.PayOnline
            or SpeechAct.Farewell or SpeechAct.Signature or SpeechAct.SignatureAddress or SpeechAct.SignaturePhone or SpeechAct.Disclosure => false,
    };
}
