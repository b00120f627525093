using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;

namespace Dunning.Flows.Policies;

/// <summary>Reads the stages of a policy: all four, in rising order.</summary>
internal static class StageReading
{
    private static readonly string[] Known = ["after", "days", "from", "channel", "tone", "minimum_amounts", "attach"];

    private static readonly (string, StepAnchor)[] Anchors =
    [
        ("due_date", StepAnchor.DueDate), ("last_delivered_notice", StepAnchor.LastDeliveredStage), ("invoice_issued", StepAnchor.InvoiceIssued),
        ("invoice_sent", StepAnchor.InvoiceIssued), ("last_customer_action", StepAnchor.LastCustomerAction), ("promise_date", StepAnchor.PromiseDate),
        ("dispute_resolved", StepAnchor.DisputeResolved), ("risk_band_change", StepAnchor.RiskBandChange),
    ];

    /// <summary>The ladder under <c>stages</c>; the given one where the file says nothing.</summary>
    public static IReadOnlyList<LadderStep> Read(PolicyNode policy, IReadOnlyList<LadderStep> otherwise)
    {
        var names = Enum.GetValues<Stage>().Select(Wire.Name).ToArray();
        if (policy.Child("stages", names) is not { } stages) return otherwise;
        foreach (var name in names.Where(name => !stages.Has(name))) stages.Wrong(name, "the stage is missing; a ladder has all four, in order: friendly, reminder, firm, final");
        var written = stages.Keys.ToArray();
        var rising = names.Where(written.Contains).ToArray();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == rising[i]) continue;
            stages.Wrong(written[i], "the stages are out of order; write friendly, reminder, firm, final");
            break;
        }

        return [.. Enum.GetValues<Stage>().Select((stage, index) => stages.Child(names[index], Known) is { } node ? Step(stage, node) : otherwise[index])];
    }

    private static LadderStep Step(Stage stage, PolicyNode node)
    {
        if (!node.Has("after")) node.Wrong("after", "is missing; give the days after which the stage is due");
        var days = node.Whole("after") ?? 1;
        var anchor = node.OneOf("from", Anchors) ?? (stage == Stage.Friendly ? StepAnchor.DueDate : StepAnchor.LastDeliveredStage);
        if (anchor == StepAnchor.InvoiceIssued && stage != Stage.Friendly) node.Wrong("from", "only the friendly stage counts from the invoice; the others follow a delivered notice or an event after it");
        if (anchor == StepAnchor.LastDeliveredStage && stage == Stage.Friendly) node.Wrong("from", "nothing is delivered before the friendly stage");
        return new(stage, anchor, days)
        {
            BusinessDays = node.OneOf("days", ("calendar", false), ("business", true)) ?? false,
            Channel = node.Member<Channel>("channel") ?? Channel.Mail,
            Softer = node.OneOf("tone", ("usual", false), ("softer", true)) ?? false,
            MinimumAmounts = AmountReading.Read(node, "minimum_amounts") ?? new Dictionary<string, decimal>(),
            AttachInvoices = node.List("attach", "is not invoices; only copies of the listed invoices can be attached", text => text == "invoices" ? text : null).Count > 0,
        };
    }
}
