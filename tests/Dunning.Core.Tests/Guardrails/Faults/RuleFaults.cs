using System.Text.RegularExpressions;
using Dunning.Guardrails;
using Dunning.Guardrails.Text.Acts;
using Dunning.Learning.Text;

namespace Dunning.Core.Tests.Guardrails.Faults;

/// <summary>What can go wrong inside a rule, as a rule that does it.</summary>
internal static class RuleFaults
{
    private static readonly SpeechActs NoModel = new(null), NotANumber = new(WithTemperature(float.NaN)), Endless = new(WithBias(float.PositiveInfinity));

    internal static IReadOnlyList<(string Name, Func<Rule, Rule?> Break)> All { get; } =
    [
        ("throws", Throwing(static () => new InvalidOperationException("broken"))),
        ("null reference", Throwing(static () => new NullReferenceException())),
        ("unknown key", Throwing(static () => new KeyNotFoundException())),
        ("overflow", Throwing(static () => new OverflowException())),
        ("not finite", Throwing(static () => new NotFiniteNumberException(double.NaN))),
        ("pattern timeout", Throwing(static () => new RegexMatchTimeoutException("text", "pattern", TimeSpan.FromSeconds(1)))),
        ("timeout", Throwing(static () => new TimeoutException())),
        ("cancelled", Throwing(static () => new OperationCanceledException())),
        ("cancelled task", Judging(static (_, _) => Task.FromCanceled<Finding?>(new(canceled: true)).GetAwaiter().GetResult())),
        ("failed task", Judging(static (_, _) => Task.FromException<Finding?>(new TimeoutException()).Result)),
        ("stack used up", Throwing(static () => new InsufficientExecutionStackException())),
        ("severity 77", Judging(static (_, _) => new("X", (Verdict)77, "unknown", null))),
        ("severity -1", Judging(static (_, _) => new("X", (Verdict)(-1), "unknown", null))),
        ("empty finding", Judging(static (_, _) => new(null!, (Verdict)3, null!, null))),
        ("input missing", static rule => rule with { Missing = static _ => true, Judge = static (_, _) => null }),
        ("input unknown", static rule => rule with { Missing = static _ => throw new TimeoutException(), Judge = static (_, _) => null }),
        ("no judge", static rule => rule with { Judge = null! }),
        ("no rule", static _ => null),
    ];

    /// <summary>What can go wrong with the classifier the rules about wording ask; their answer then counts.</summary>
    internal static IReadOnlyList<(string Name, Func<Rule, Rule> Break)> OfTheClassifier { get; } =
    [
        ("no model", Asking(NoModel)), ("NaN", Asking(NotANumber)), ("infinity", Asking(Endless)),
    ];

    private static Func<Rule, Rule> Throwing(Func<Exception> failure) => Judging((_, _) => throw failure());

    private static Func<Rule, Rule> Judging(Func<Draft, SendFacts, Finding?> judge) => rule => rule with { Judge = judge };

    private static Func<Rule, Rule> Asking(SpeechActs acts) => rule => rule with
    {
        Judge = (draft, facts) => rule.Judge(new Draft(draft.Point, draft.Mail, facts, draft.StandAlone) { Acts = acts }, facts),
    };

    private static ActModel WithTemperature(float temperature) => Model(static acts => acts.Rows, info => info with { Temperature = temperature });

    private static ActModel WithBias(float bias) =>
        Model(acts => new NGramRows(acts.Rows.RowOfBucket, acts.Rows.Scales, acts.Rows.Weights, [.. acts.Labels.Select(_ => bias)]), static info => info);

    private static ActModel Model(Func<NGramModel, NGramRows> rows, Func<NGramModelInfo, NGramModelInfo> info)
    {
        var shipped = ActModel.Shipped!;
        var acts = shipped.Acts;
        return new(shipped.Info, new NGramModel(acts.Features, acts.Head, [.. acts.Labels], rows(acts), info(acts.Info)));
    }
}
