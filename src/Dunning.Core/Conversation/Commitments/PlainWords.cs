namespace Dunning.Core.Conversation.Commitments;

/// <summary>
/// The words in which one language promises a payment outright, in folded form. Everything that is in
/// none of the lists is unknown and takes the firmness away; so the lists hold no word for others who pay, for
/// conditions, doubts, refusals, hearsay, or for anything that may happen on a day besides a payment.
/// </summary>
/// <param name="Payment">Paying, money, and what is said for it ("sorted", "erledigt").</param>
/// <param name="Known">All other words of a plain promise.</param>
/// <param name="Subject">Who or what a promise can be said of; over the text of the promise.</param>
/// <param name="Denied">Known words put together so that somebody else pays, or that something else happens.</param>
/// <param name="Frames">Words beside the promise that make it somebody's opinion, hope or report.</param>
/// <param name="Fine">Turns of phrase that only look like denied ones.</param>
/// <param name="Pays">Turns of phrase that say outright that payment is made.</param>
/// <param name="Others">Words for a person said before, who must be one of the payer's own people.</param>
/// <param name="People">The payer's own people.</param>
internal sealed record PlainWords(
    IReadOnlySet<string> Payment, IReadOnlySet<string> Known, string Subject, string Denied, string Frames, string Fine, string Pays, string Others, string People)
{
    public static PlainWords? For(string language) => language switch
    {
        "en" => PlainWordsGermanic.English,
        "de" => PlainWordsGermanic.German,
        "nl" => PlainWordsDutch.Dutch,
        "fr" => PlainWordsFrench.French,
        "es" => PlainWordsSpanish.Spanish,
        "it" => PlainWordsItalian.Italian,
        _ => null,
    };

    /// <summary>Words that may stand beside a day that is the whole answer.</summary>
    public static IReadOnlySet<string> Alone { get; } = List("""
        on by at the then ok okay yes yep sure promise promised latest thanks thank you sorry please definitely certainly agreed hi hello regards and so is it be will that good
        am bis zum den der dem spatestens allerspatestens ja gut dann versprochen danke sicher klar geht klappt also und mfg
        le au plus tard oui accord promis merci pour bien alors d et c'est sur
        vale si el al a mas tardar prometido gracias perfecto entonces para y de acuerdo
        il entro piu tardi va bene promesso grazie allora per e
        op uiterlijk de oke beloofd dank dan goed prima hoor en
        """);

    /// <summary>Words beside a day that is one of a list ("and the rest on the 20th").</summary>
    public static IReadOnlySet<string> Item { get; } = List("""
        and the rest remainder other half second third last remaining balance on by at then another further more one instalment
        und die der den das am zum bis restliche restlichen rest zweite zweiten dritte dritten letzte letzten andere weitere weiteren halfte rate
        et le la les reste solde second seconde deuxieme troisieme dernier autre au puis
        y el los lo resto segundo segunda tercera otra otro otros mitad
        e il saldo secondo seconda terza altri altra meta
        en de het op tweede derde laatste andere nog eens helft
        """);

    /// <summary>A list of words; a letter before a question mark may be missing.</summary>
    public static IReadOnlySet<string> List(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Forms).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Forms(string word) => word.IndexOf('?', StringComparison.Ordinal) is >= 1 and var mark
        ? Forms(word[..(mark - 1)] + word[(mark + 1)..]).Concat(Forms(word[..mark] + word[(mark + 1)..])) : [word];
}
