using System.Globalization;
using System.Text;

namespace Dunning.Evals.Timing;

/// <summary>The timing report for people.</summary>
internal static class TimingPage
{
    public static string Text(TimingReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Line($"{report.Debtors} debtors over {report.Days} days, paced by the default policy; an answer counts within 2 days; {report.Seconds:0.0} s"));
        foreach (var world in report.Worlds)
        {
            text.AppendLine(Line($"{world.World,-10} {world.Seeds} seeds, {world.Contacts} contacts in every way of choosing the hour{(world.SameContacts ? "" : " (NOT THE SAME)")}"));
            text.AppendLine(Line($"    answered: fixed hour {world.Fixed:0.0000}, random hour {world.Random:0.0000}, learned hour {world.Learned:0.0000}, if habits were known {world.Best:0.0000}"));
            text.AppendLine(Line($"    gain over the fixed hour {Gained(world.OverFixed)}, in the last third {Gained(world.LateOverFixed)}, over a random hour {Gained(world.OverRandom)}"));
            text.AppendLine(Line($"    debiased ECE of stated chances {world.Ece:0.0000}; hour preferred in {world.LearnedShare:0.000} of contacts, varied or default in the rest"));
        }
        foreach (var gate in report.Gates)
            text.AppendLine(Line($"{(gate.Passed ? "ok    " : "FAILED")} {gate.Name} {gate.Value:0.0000} ({(gate.AtLeast ? ">=" : "<=")} {gate.Limit})"));
        return text.ToString();
    }

    private static string Gained(Gain gain) => Line($"{gain.Mean:+0.0000;-0.0000} [{gain.Lower:+0.0000;-0.0000}, {gain.Upper:+0.0000;-0.0000}]");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
