namespace Dunning.Flows.Reading;

/// <summary>What a whole message says about one intent, once its other intents are accounted for by their own sentences.</summary>
public static class MessageEvidence
{
    // From here on a sentence is taken to speak for an intent.
    private const double Speaks = 0.5;

    /// <summary>
    /// The classifier gives the whole message one probability mass, so a message with two wishes would speak against
    /// each of them. The share of intents that another sentence clearly carries is therefore left out of the sum.
    /// </summary>
    /// <param name="intent">Index of the intent asked about.</param>
    /// <param name="message">Probabilities of the message as a whole; the last is that of no intent.</param>
    /// <param name="best">Probability of the strongest sentence per intent.</param>
    /// <param name="sentence">Number of that sentence per intent.</param>
    public static double Of(int intent, ReadOnlySpan<float> message, ReadOnlySpan<double> best, ReadOnlySpan<int> sentence)
    {
        double rest = 0;
        for (var i = 0; i < message.Length; i++)
        {
            var elsewhere = i < best.Length && best[i] >= Speaks && sentence[i] != sentence[intent];
            if (i != intent && !elsewhere) rest += message[i];
        }
        var all = message[intent] + rest;
        return all > 0 ? message[intent] / all : 0;
    }
}
