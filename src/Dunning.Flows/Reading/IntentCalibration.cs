using Dunning.Core.Conversation;
using Dunning.Learning.Calibration;

namespace Dunning.Flows.Reading;

/// <summary>
/// How evidence becomes a probability, fitted on messages of authors the classifier had not seen: a logistic regression per
/// intent over what speaks for it and what else the message says. A phrase of the safety rules can only raise it.
/// </summary>
/// <param name="Weights">Per intent, in the order of the enum, one weight for each of <see cref="Inputs"/>.</param>
public sealed record IntentCalibration(IReadOnlyList<double[]> Weights)
{
    /// <summary>Which of the inputs is the rule's.</summary>
    public const int Rule = 3;

    /// <summary>Calibrated probability of an intent, 0 to 1.</summary>
    public double Probability(Intent intent, IntentEvidence evidence)
    {
        var (weights, inputs, sum) = (Weights[(int)intent], Inputs(intent, evidence), 0.0);
        for (var i = 0; i < inputs.Length; i++) sum += weights[i] * inputs[i];
        return Links.Sigmoid(sum);
    }

    /// <summary>
    /// Constant; log-odds of the strongest sentence and of the message; a rule's phrase; what else that very sentence may want,
    /// what the other sentences want, what else the message as a whole may want; the number of sentences; the strongest sentence
    /// once more where it speaks for the intent; whether it is the only one; the cues without the words; the subject, and whether there is one.
    /// </summary>
    public static double[] Inputs(Intent intent, IntentEvidence evidence)
    {
        var i = (int)intent;
        double same = 0, others = 0, message = 0;
        for (var j = 0; j < evidence.Sentence.Length; j++)
        {
            if (j == i) continue;
            if (evidence.Spans[j] == evidence.Spans[i]) same = Math.Max(same, evidence.Sentence[j]);
            else others = Math.Max(others, evidence.Sentence[j]);
            message = Math.Max(message, evidence.Message[j]);
        }
        var strongest = Links.Logit(evidence.Sentence[i]);
        return
        [
            1, strongest, Links.Logit(evidence.Message[i]), evidence.Ruled[i] ? 1 : 0, same, others, message,
            Math.Log(1 + evidence.Sentences.Count), Math.Max(0, strongest), evidence.Sentences.Count == 1 ? 1 : 0, Links.Logit(evidence.Meaning[i]), evidence.Subject.Length == 0 ? 0 : Links.Logit(evidence.Subject[i]), evidence.Subject.Length == 0 ? 0 : 1,
        ];
    }
}

/// <summary>From which probability on something follows from an intent.</summary>
/// <param name="Watch">From here on a person looks, although the intent is not listed; equal to <paramref name="List"/> where missing it harms nobody.</param>
/// <param name="List">From here on the intent is part of the reading.</param>
/// <param name="Act">From here on code may act on it without a person; above 1 it never may.</param>
/// <param name="Risk">Upper 95 % bound of the share of errors among messages at or above <paramref name="Act"/>.</param>
public sealed record IntentThreshold(double Watch, double List, double Act, double Risk);
