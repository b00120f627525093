using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G11: data about other customers: their invoice numbers and names from the ledger, and talk about "another customer"
/// or "your competitor". Names of a single word are left out, since they may be ordinary words.
/// </summary>
public static class G11ForeignData
{
    private const int LongestName = 6;

    internal static readonly Phrases Words = Phrases.Of("""
        - other|another payment|customer_service
        - customer|client number|service|id|reference|account|portal|care
        ~ another|other|different|one_of_our customer*|client*|debtor*|buyer*|account_holder*|companies|firms
        ~ one|some|many|most|few of our ?other customers|clients|debtors
        ~ ?un like|like other|most customers|clients
        ~ all|our other|remaining customers|clients
        ~ your competitor*|competition|rival*|neighbour*
        ~ competitor*|rival|rivals
        ~ owes|owe us .. eur|euro*|too|also
        ~ andere*|anderen ?unserer kunde|kunden|kundin|firma|firmen|unternehmen|debitor*|abnehmer
        ~ einer|viele|einige|manche unserer|andere kunden
        ~ mitbewerber*|konkurrent*|konkurrenz|wettbewerber*
        ~ autre*|certains ?de ?nos client*|debiteur*|entreprise*|societe*
        ~ concurrent|concurrents|concurrence
        ~ otro|otra|otros|otras ?de ?nuestros cliente*|deudor*|empresa|empresas
        ~ competidor*|competencia
        ~ altro|altra|altri|altre ?nostri cliente|clienti|debitor*|azienda|aziende|imprese
        ~ concorrent*|concorrenza
        ~ andere|ander|een_andere klant*|debiteur*|bedrijf|bedrijven
        ~ concurrent*|concurrentie
        """ + "\n" + Sayings.G11Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G11", "data of another customer", "What one customer owes is nobody else's business.", Verdict.Block, Judge)
    {
        Missing = static facts => facts.Foreign is null,
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (SentenceWall.First(draft, "G11") is { } spoken) return spoken;
        if (facts.Foreign is not { } foreign) return null;
        foreach (var part in draft.Parts)
        {
            if (Number(part, foreign) is { } number) return part.Found("G11", Verdict.Block, number.Start, number.Length, "number of another customer");
            if (Name(part, foreign) is { } name) return part.Found("G11", Verdict.Block, name.Start, name.Length, "name of another customer");
        }

        return null;
    }

    private static (int Start, int Length)? Number(Part part, ForeignFacts foreign)
    {
        if (foreign.InvoiceNumbers.Count == 0) return null;
        var text = part.Clean.Text;
        foreach (var (start, length) in Pieces(part, static character => char.IsLetterOrDigit(character) || character is '-' or '/' or '.' or '_' or '#'))
        {
            var piece = text.AsSpan(start, length).TrimEnd("./-_").ToString();
            if (piece.Any(char.IsAsciiDigit) && foreign.InvoiceNumbers.Contains(piece)) return (start, piece.Length);
        }

        return null;
    }

    private static (int Start, int Length)? Name(Part part, ForeignFacts foreign)
    {
        if (foreign.CustomerNames.Count == 0) return null;
        var words = Pieces(part, static character => !char.IsWhiteSpace(character)).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            for (var last = first + 1; last < words.Count && last < first + LongestName; last++)
            {
                var length = words[last].Start + words[last].Length - words[first].Start;
                var name = part.Clean.Text.AsSpan(words[first].Start, length).ToString().Replace('\n', ' ');
                if (foreign.CustomerNames.Contains(name) || foreign.CustomerNames.Contains(name.TrimEnd('.', ',', ';', ':', '!', '?', ')')))
                    return (words[first].Start, length);
            }
        }

        return null;
    }

    // Own names are masked: a parent company's name may be part of a customer's.
    private static IEnumerable<(int Start, int Length)> Pieces(Part part, Func<char, bool> belongs)
    {
        var text = part.Clean.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!belongs(text[i]) || part.IsMasked(i)) continue;
            var start = i;
            while (i < text.Length && belongs(text[i]) && !part.IsMasked(i)) i++;
            yield return (start, i - start);
        }
    }
}
