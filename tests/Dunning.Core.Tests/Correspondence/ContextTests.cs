using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>
/// Conversations whose required context is known because each was put together from it: every mail must say what it has to
/// and nothing of what did not happen. What was said is judged by the act and the figures, over every wording.
/// </summary>
public sealed class ContextTests
{
    private static readonly DateOnly Lapsed = new(2026, 3, 11);

    /// <summary>One piece of context: how it comes about, which clauses must then be said, and the figures they must state.</summary>
    private sealed record Context(
        string Name, Func<FactSet, FactSet> Facts, Func<ConversationFacts, ConversationFacts> Happened, string Clauses, Func<LocaleFormats, IEnumerable<string>> States);

    private static readonly IReadOnlyList<Context> All =
    [
        Question("dispute", Intent.Dispute), Question("document", Intent.DocumentRequest), Question("terms", Intent.ExtensionRequest),
        Question("terms", Intent.PaymentPlanRequest), Question("payment", Intent.PaymentConfirmation), Question("other", Intent.QuestionOther),
        new("lapsed", facts => facts with { Promises = [new(Lapsed, 1234.56m, ["INV-1001"])] },
            talk => talk with { LastPromise = new(Lapsed, 1234.56m, "EUR", PromiseOutcome.Broken, ["INV-1001"]) }, "recall", formats => [formats.Write(Lapsed)]),
        new("kept in part", facts => facts, talk => talk with { LastPromise = new(Lapsed, 2000m, "EUR", PromiseOutcome.PartlyKept, ["INV-1001"]) }, "recall", _ => []),
        new("kept", facts => facts, talk => talk with { LastPromise = new(Lapsed, 75m, "EUR", PromiseOutcome.Kept, ["INV-0900"]), UnthankedPromise = true }, "promise.kept", _ => []),
        new("paused", facts => facts with { DisputedInvoices = ["INV-0990"] }, talk => talk, "paused", _ => ["INV-0990"]),
        new("reduced", facts => facts with { PartlyDisputed = ["INV-1001"] }, talk => talk, "reduced", _ => ["INV-1001"]),
        new("resolved", facts => facts, talk => talk with { LastDispute = new(new(2026, 2, 20), true, ["INV-1002"]) }, "resolved", _ => ["INV-1002"]),
        new("part payment", facts => facts with { PaymentsReceived = [new(new(2026, 3, 10), 500m, "TR-88", ["INV-1001"])] },
            talk => talk with { PartPaymentReceived = 500m, PartPaymentOn = new(2026, 3, 10) }, "part.payment", formats => [formats.Write(new Money(500m, "EUR")), formats.Write(new DateOnly(2026, 3, 10))]),
        new("documents sent", facts => facts, talk => talk with { DocumentsSent = ["INV-1002"] }, "documents.sent", _ => ["INV-1002"]),
        new("copies attached", facts => facts with { Attachments = ["INV-1001"] }, talk => talk, "attached", _ => ["INV-1001"]),
        new("new contact", facts => facts, talk => talk with { NewContact = true }, "approach.new-contact", _ => []),
        new("contact back", facts => facts, talk => talk with { ContactBack = true }, "approach.back", _ => []),
        new("not found", facts => facts, talk => talk with { LastTrace = TraceOutcome.NotFound }, "question.payment.not-found", _ => []),
    ];

    private static readonly string[] Told =
        ["question.", "recall", "promise.kept", "paused", "reduced", "resolved", "part.payment", "documents.sent", "attached", "approach."];

    public static TheoryData<string> Languages => [.. Library.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_mail_says_what_happened_and_nothing_that_did_not(string language)
    {
        var (mails, missing, wrong) = (0, new List<string>(), new List<string>());
        foreach (var happened in Combinations())
        {
            foreach (var stage in Enum.GetValues<Stage>())
            {
                for (var seed = 0L; seed < 3; seed++)
                {
                    mails++;
                    var name = $"{language} {stage} {seed}: {string.Join(" + ", happened.Select(context => context.Name))}";
                    var (lost, invented) = Judge(language, stage, seed, happened);
                    if (lost is not null) missing.Add($"{name}: {lost}");
                    if (invented is not null) wrong.Add($"{name}: {invented}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        missing.Count.ShouldBeLessThanOrEqualTo(mails / 20, string.Join('\n', missing.Take(20)));
    }

    private static (string? Missing, string? Wrong) Judge(string language, Stage stage, long seed, IReadOnlyList<Context> happened)
    {
        var facts = happened.Aggregate(Facts(language, First, Second), (known, context) => context.Facts(known));
        var talk = happened.Aggregate(Known with { LastSpeaker = Speaker.Us }, (known, context) => context.Happened(known));
        var (plan, mail) = Compose(facts, talk, Purpose.Reminder, stage, seed: seed);
        var told = plan.Clauses.Select(use => use.ClauseId).Where(id => Array.Exists(Told, prefix => id.StartsWith(prefix, StringComparison.Ordinal))).ToList();
        var formats = LocaleFormats.For(language);
        var lost = happened.FirstOrDefault(context => !told.Exists(id => id.StartsWith(context.Clauses, StringComparison.Ordinal))
            || context.States(formats).Any(figure => !mail.Text.Contains(figure, StringComparison.Ordinal)));
        var invented = told.Find(id => !happened.Any(context => id.StartsWith(context.Clauses, StringComparison.Ordinal)));
        return (lost?.Name, invented);
    }

    /// <summary>Nothing, each alone, and each pair that can be true at once: there is one last promise and one open question.</summary>
    private static IEnumerable<IReadOnlyList<Context>> Combinations()
    {
        yield return [];
        foreach (var (index, first) in All.Index())
        {
            yield return [first];
            foreach (var second in All.Skip(index + 1).Where(second => Kind(first) != Kind(second))) yield return [first, second];
        }
    }

    private static string Kind(Context context) => context.Clauses switch
    {
        "recall" or "promise.kept" => "promise",
        "approach.new-contact" or "approach.back" => "approach",
        var question when question.StartsWith("question.", StringComparison.Ordinal) => "question",
        var other => other,
    };

    private static Context Question(string clause, Intent kind) => new(
        $"asked: {kind}", facts => facts, talk => talk with { LastSpeaker = Speaker.Customer, OpenQuestion = new(kind, new(2026, 3, 14), []) }, $"question.{clause}", _ => []);
}
