using Dunning.Core.Conversation;
using Dunning.Flows.Reading;
using Dunning.Learning.Intervals;

namespace Dunning.Evals.Training;

/// <summary>Chooses per intent from which probability on it is listed and acted on.</summary>
internal static class ThresholdFit
{
    /// <summary>A safety intent is watched from so early on that this share of its messages is.</summary>
    public const double SafetyRecall = 0.995;

    /// <summary>
    /// Code acts on an intent only where errors are, with 95 % confidence, rarer than this: the less a wrong step costs,
    /// the more may be risked. A false promise pauses collection, a false thanks changes nothing. The model states the
    /// bound it reached; it is above this where <see cref="IntentThresholds.MostAct"/> forbids asking for more.
    /// </summary>
    public static double Risk(Intent intent) => intent switch
    {
        Intent.PromiseToPay => 0.02,
        Intent.PaymentConfirmation => 0.03,
        Intent.Dispute or Intent.DocumentRequest or Intent.OutOfOffice => 0.05,
        Intent.ThanksAck => 0.1,
        Intent.ExtensionRequest or Intent.PaymentPlanRequest or Intent.HardshipOrInsolvency or Intent.WrongContact or Intent.OptOut or Intent.ComplaintOrHostile
            or Intent.LegalRepresentation or Intent.VendorFormRequest or Intent.BankChangeOrFraudAttempt or Intent.PromptInjection or Intent.QuestionOther => 0,
    };

    private const double Doubtful = 0.25, Earliest = 0.15, EarliestLesser = 0.25, Never = 1.01, Confidence = 0.95;

    public static IntentThreshold[] Fit(IReadOnlyList<HeldBack> rows, IntentCalibration calibration) =>
        [.. Enum.GetValues<Intent>().Select(intent =>
        {
            var scored = rows.Select(r => (P: calibration.Probability(intent, r.Evidence), Came: r.Message.Intents.Contains(ReaderModel.IntentNames[(int)intent]), r.Weight, Everyday: r.Message.IsEveryday))
                .OrderByDescending(s => s.P).ToArray();
            var list = Balanced([.. scored.Where(s => s.Everyday)], IntentThresholds.HighestList(intent));
            var watch = IntentThresholds.Safety(intent) ? Earliness(scored, intent is Intent.ComplaintOrHostile or Intent.PromptInjection ? EarliestLesser : Earliest, list) : list;
            var (act, risk) = Act(scored, IntentThresholds.LeastAct(intent), IntentThresholds.MostAct(intent), Risk(intent));
            return new IntentThreshold(Math.Round(watch, 3), Math.Round(list, 3), act, risk);
        })];

    private static double Earliness((double P, bool Came, double Weight, bool Everyday)[] scored, double earliest, double highest)
    {
        var all = scored.Where(s => s.Came).Sum(s => s.Weight);
        double caught = 0;
        foreach (var (p, came, weight, _) in scored)
        {
            if (came) caught += weight;
            if (caught >= SafetyRecall * all || p < earliest) return Math.Clamp(p - 1e-4, Math.Min(earliest, highest), highest);
        }
        return Math.Min(earliest, highest);
    }

    // Where precision and recall are worth most together (F1), on the mail most of an inbox consists of: what is listed of it is
    // worked with, and mail that has to be guessed at goes to a person either way.
    private static double Balanced((double P, bool Came, double Weight, bool Everyday)[] scored, double highest)
    {
        var (best, at, hit, said) = (0.0, highest, 0.0, 0.0);
        var all = scored.Where(s => s.Came).Sum(s => s.Weight);
        foreach (var (p, came, weight, _) in scored)
        {
            if (p < Doubtful) break;
            (hit, said) = (hit + (came ? weight : 0), said + weight);
            if (2 * hit / (said + all) > best) (best, at) = (2 * hit / (said + all), p);
        }
        return Math.Min(at, highest);
    }

    // Messages of one template say the same: the bound counts templates, not messages.
    private static (double Act, double Risk) Act((double P, bool Came, double Weight, bool Everyday)[] scored, double least, double most, double risk)
    {
        (double Act, double Risk) best = (Never, 1);
        double trials = 0, wrong = 0;
        foreach (var (p, came, weight, _) in scored)
        {
            if (p < least) break;
            trials += weight;
            if (!came) wrong += weight;
            if (trials < 1) continue;
            var bound = Proportion.ClopperPearsonUpper(Math.Min((int)Math.Ceiling(wrong), (int)trials), (int)trials, Confidence);
            // Beyond the most that may be asked for, the bound is what it is, and stated so.
            if (bound <= risk || p >= most && risk > 0) best = (Math.Round(p, 3), Math.Round(bound, 4));
        }
        return best;
    }
}
