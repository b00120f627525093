using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Plans;
using Dunning.Core.Promises;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cases;

public sealed class UnionTests
{
    private static readonly Touch SomeTouch = Touch.Make(1, Touch.LadderCause(0, Stage.Reminder), Purpose.Reminder, Stage.Reminder, Today, null);

    private static readonly CaseEvent[] Events =
    [
        new CaseEvent.TouchSent(SomeTouch, Today),
        new CaseEvent.TouchBounced(SomeTouch, true, 9, new(0, null, null)),
        new CaseEvent.MailRead(4711, Promising(Promise), Trusted, Today),
        new CaseEvent.MessageReported(4712),
        new CaseEvent.DayPassed([]),
        new CaseEvent.ItemsCleared([]),
        new CaseEvent.PaymentShort(8, [1], 40, 60),
        new CaseEvent.PersonResumed("Test Person"),
        new CaseEvent.PersonClosed("Test Person", "done"),
        new CaseEvent.PersonSuppressed("Test Person", SuppressionKind.Manual, [], Today, "wait"),
        new CaseEvent.PersonGrantedPlan("Test Person", new([1], [new(Today.AddDays(5), 60), new(Today.AddDays(35), 40)], null), "agreed"),
        new CaseEvent.PersonDisputed("Test Person", [1], [new(1, 20)], DisputeReason.Price, "on the phone"),
        new CaseEvent.PersonLifted("Test Person", 90, "over"),
        new CaseEvent.PersonResolvedDispute("Test Person", 4, DisputeResolution.Upheld),
        new CaseEvent.PersonVerifiedContact("Test Person", 31, true, "called the switchboard"),
        new CaseEvent.PersonDiscardedContact("Test Person", 31, "nobody knows it"),
        new CaseEvent.PersonRejectedTouch("Test Person", SomeTouch, "no"),
    ];

    // Every command can be brought about by one of these.
    private static readonly CaseView Full = OneInvoice with
    {
        Promises = [new(5, [1], 100, "EUR", Today.AddDays(-9), Today.AddDays(-9), null, 1, Today.AddDays(-20), 100, PromiseOutcome.Open)],
        Claims = [new(3, [1], null, null, null, Today.AddDays(-9), Today.AddDays(-1))],
        Disputes = [new(4, [1], DisputeReason.Price, null, Today.AddDays(-9), Today.AddDays(9))],
        Suppressions = [Pause(SuppressionKind.Promise, null, 1)],
        Plans = [new(8, [1], "EUR", [new(1, Today.AddDays(-40), 60), new(2, Today.AddDays(-9), 100)], null, Today.AddDays(-60), "Test Person", 160)],
    };

    private static readonly ReplyReading Everything = Promising(Promise) with
    {
        Disputes = [new(DisputeReason.Price, null, ["R-1"], null)], Claims = [new(null, null, null, null, ["R-1"], null)],
    };

    [Fact]
    public void Every_kind_of_event_is_decided_and_explained()
    {
        Events.Select(happened => happened.GetType()).ShouldBe(CasesOf<CaseEvent>(), ignoreOrder: true);
        foreach (var happened in Events)
        {
            foreach (var view in new[] { OneInvoice, Full, OneInvoice with { Items = [] } })
            {
                var decision = CaseDecision.Decide(view, happened, Policy.Default, Today);
                decision.Why.ShouldNotBeNullOrWhiteSpace();
                decision.Commands.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Every_kind_of_command_is_brought_about_by_some_event()
    {
        var seen = Events.Append(new CaseEvent.MailRead(4712, Everything, Trusted, Today)).Append(new CaseEvent.DayPassed([new(1, 60, Today.AddDays(-41))]))
            .Append(new CaseEvent.MailRead(4713, Meaning(Intent.WrongContact), Trusted, Today) { NamedContacts = ["claims@fernhill.example"] })
            .SelectMany(happened => new[] { OneInvoice, Full, OneInvoice with { Items = [] } }
                .SelectMany(view => CaseDecision.Decide(view, happened, Policy.Default, Today).Commands)).Select(command => command.GetType()).ToHashSet();
        seen.ShouldBe(CasesOf<CaseCommand>(), ignoreOrder: true);
    }

    [Fact]
    public void Unions_are_closed()
    {
        foreach (var union in new[] { typeof(CaseEvent), typeof(CaseCommand), typeof(PlanOutcome), typeof(PromiseVerdict) })
        {
            union.IsAbstract.ShouldBeTrue();
            union.GetConstructors().ShouldBeEmpty();
            union.GetNestedTypes().Where(union.IsAssignableFrom).ShouldAllBe(type => type.IsSealed);
            union.Assembly.GetTypes().Where(type => type != union && union.IsAssignableFrom(type)).ShouldAllBe(type => type.DeclaringType == union);
        }
    }

    private static IEnumerable<Type> CasesOf<T>() => typeof(T).GetNestedTypes().Where(type => typeof(T).IsAssignableFrom(type));
}
