using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>Words that make an amount a sum, in the six languages.</summary>
public static class TotalWords
{
    private static readonly Phrases Words = Phrases.Of("""
        total|totals|totalling|totaling|totaled|totalled|sum|altogether|overall|together|combined|aggregate|jointly
        in all
        balance|amount|figure ?due of|for both|all
        add|adds|adding up|to
        gesamt|gesamtbetrag|gesamtsumme|gesamtsaldo|gesamten|gesamter|gesamthaft|insgesamt|summe|zusammen|*gesamtbetrag|*gesamtsumme|*gesamtsaldo|gesamtruckstand|gesamtforderung|summieren|summiert|aufsummiert
        unterm strich
        alles in allem
        totale|totalite|somme|ensemble|cumul|cumule|cumulee|cumules|additionnees|reunies
        montant|solde global
        en|le tout
        das ganze
        the lot
        het geheel
        alles samen
        in|il tutto
        todo ello|junto
        suma|suman|sumando|sumadas|conjunto|conjuntamente|totales
        complessiv*|totali|somma|sommano|sommate|insieme
        totaal*|samen|tezamen|bijeen|opgeteld|som|saldototaal
        bij elkaar
        """);

    // "which makes", "das sind", "soit": a sum only when the amount follows at once.
    private static readonly Phrases SumVerbs = Phrases.Of("""
        that|which|it|this makes|is|comes|gives
        das|dies|es|dieses|beides|beide|macht|ergibt|ergeben|sind macht|ergibt|sind|ergeben
        ce|cela|ca|qui|elles|font|fait fait|font|represente
        soit
        esto|eso|lo|que|ambas|ambos|y son|es|hacen|suponen|hace|suponen|suma
        fanno|fa|quindi|cioe|ossia|per un
        dat|wat|dit is|maakt|wordt
        is dat
        """);

    // With no invoice named, a balance is the account's.
    private static readonly Phrases BalanceWords = Phrases.Of("""
        balance|saldo|solde|kontostand|guthaben|gutschrift|credit|avoir|abono|credito|tegoed|creditnota|credits
        """);

    /// <summary>Whether the sentence speaks of the balance of an account.</summary>
    public static bool SpeaksOfBalance(Sentence sentence) => BalanceWords.Find(sentence.Tokens) is not null;

    private static readonly Phrases OtherWords = Phrases.Of("""
        other|others|remaining|ubrigen|anderen|restlichen|autres|restantes|otras|otros|altre|altri|restanti|andere|overige
        """);

    /// <summary>Whether the sentence speaks of the others than those just named.</summary>
    public static bool SpeaksOfOthers(Sentence sentence) => OtherWords.Find(sentence.Tokens) is not null;

    /// <summary>The words themselves; part of the catalogue version.</summary>
    public static string Source => Words.Source + SumVerbs.Source + BalanceWords.Source + OtherWords.Source;

    /// <summary>Whether the sentence speaks of a sum.</summary>
    public static bool In(Sentence sentence) => Words.Find(sentence.Tokens) is not null;

    /// <summary>Every place where the sentence speaks of a sum, in order.</summary>
    public static IReadOnlyList<(int Start, int End)> All(Sentence sentence)
    {
        var places = new List<(int Start, int End)>();
        Collect(Words, sentence.Tokens, places);
        places.Sort();
        return places;
    }

    /// <summary>Every place where an amount that follows at once would be a sum, if there are several before it.</summary>
    public static IReadOnlyList<(int Start, int End)> Verbs(Sentence sentence)
    {
        var places = new List<(int Start, int End)>();
        Collect(SumVerbs, sentence.Tokens, places);
        return places;
    }

    // The vocabulary finds its first phrase, which need not be the first of the sentence.
    private static void Collect(Phrases phrases, Token[] tokens, List<(int Start, int End)> places)
    {
        if (tokens.Length == 0 || phrases.Find(tokens) is not { } hit) return;
        var (first, last) = (hit.First, hit.Last);
        places.Add((tokens[first].Start, tokens[last].Start + tokens[last].Length));
        Collect(phrases, tokens[..first], places);
        Collect(phrases, tokens[(last + 1)..], places);
    }
}
