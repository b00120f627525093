namespace Dunning.Guardrails.Text.Acts;

/// <summary>What a sentence does, as far as the classifier can tell.</summary>
/// <param name="Top">The forbidden act that is likeliest, by rule id, however unlikely it is.</param>
/// <param name="Alarm">Probability that the sentence is not harmless, 0 to 1.</param>
public readonly record struct ActReading(string Top, float Alarm, IReadOnlyDictionary<string, ActLimits> All)
{
    /// <summary>The limits of a rule.</summary>
    /// <exception cref="KeyNotFoundException">The model does not know the rule.</exception>
    public ActLimits Limits(string rule) => All[rule];
}

/// <summary>Reads the sentences of one draft, each once.</summary>
/// <param name="granted">Acts the facts allow in this draft, by rule id.</param>
public sealed class SpeechActs(ActModel? model, IReadOnlySet<string>? granted = null)
{
    private readonly Dictionary<Sentence, ActReading> readings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads a sentence.</summary>
    /// <exception cref="InvalidOperationException">There is no model; the rule that asked then holds the message.</exception>
    public ActReading Read(Part part, Sentence sentence, Sight sight)
    {
        if (readings.TryGetValue(sentence, out var known)) return known;
        if (model is null) throw new InvalidOperationException("the act model is missing or damaged");
        return readings[sentence] = model.Read(ActText.Of(part, sentence, sight), granted);
    }
}
