using Dunning.Core.Conversation;
using Dunning.Learning.Calibration;

namespace Dunning.Flows.Reading;

/// <summary>
/// How evidence becomes a probability, fitted on messages of authors the classifier had not seen. The log-odds of the
/// strongest sentence and of the message add up; a phrase of the safety rules adds a constant of its own.
/// </summary>
/// <param name="SentenceWeight">Weight of the log-odds of the strongest sentence.</param>
/// <param name="MessageWeight">Weight of the log-odds of the message as a whole.</param>
/// <param name="Bias">Constant per intent, in the order of the enum.</param>
/// <param name="Rule">What a rule's phrase adds, per intent; never negative, so a rule only raises.</param>
public sealed record IntentCalibration(double SentenceWeight, double MessageWeight, IReadOnlyList<double> Bias, IReadOnlyList<double> Rule)
{
    /// <summary>Calibrated probability of an intent, 0 to 1.</summary>
    public double Probability(Intent intent, IntentEvidence evidence)
    {
        var i = (int)intent;
        return Links.Sigmoid(Bias[i] + SentenceWeight * Links.Logit(evidence.Sentence[i]) + MessageWeight * Links.Logit(evidence.Message[i]) + (evidence.Ruled[i] ? Math.Max(0, Rule[i]) : 0));
    }
}

/// <summary>From which probability on something follows from an intent.</summary>
/// <param name="Watch">From here on a person looks, although the intent is not listed; equal to <paramref name="List"/> where missing it harms nobody.</param>
/// <param name="List">From here on the intent is part of the reading.</param>
/// <param name="Act">From here on code may act on it without a person; above 1 it never may.</param>
/// <param name="Risk">Upper 95 % bound of the share of errors among messages at or above <paramref name="Act"/>.</param>
public sealed record IntentThreshold(double Watch, double List, double Act, double Risk);
