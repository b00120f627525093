using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>Words that make an amount a sum, in the six languages.</summary>
public static class TotalWords
{
    private static readonly Phrases Words = Phrases.Of("""
        total|totals|totalling|totaling|sum|altogether|overall|together|combined|aggregate
        in all
        gesamt*|insgesamt|summe|zusammen|*gesamtbetrag|*gesamtsumme
        totale|totalite|somme|ensemble
        montant global
        en tout
        suma|conjunto|totales
        complessiv*|totali|somma
        totaal*|samen|som
        """);

    /// <summary>Whether the sentence speaks of a sum.</summary>
    public static bool In(Sentence sentence) => Words.Find(sentence.Tokens) is not null;
}
