using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Commitments;

/// <summary>Patterns of <see cref="PlainPromise"/> that all languages share, over folded text in which days, amounts and numbers are marked by capitals.</summary>
internal static partial class PlainPatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>The words a clause is cut at; known in every piece.</summary>
    public static readonly IReadOnlyList<string> Joints = ["and", "und", "et", "y", "e", "ed", "en", "so", "aber", "but", "mais", "pero", "ma", "maar", "because", "since", "weil", "da", "denn", "car", "puisque", "porque", "perche", "poiche", "want", "omdat", "which", "asi", "ya", "puesto", "parce", "que", "che", "dass", "dat", "that"];

    /// <summary>Where a clause falls into pieces: punctuation and conjunctions.</summary>
    [GeneratedRegex(@"[,;:()""]|\.\s|\s[-/]\s|\n|\b(?:and|und|et|y|e|ed|en|so|aber|but|mais|pero|ma|maar|because|since|weil|da|denn|car|puisque|porque|perche|poiche|want|omdat|which|(?<!\b(?:asi|lo|ya|puesto|modo|manera|dado|visto|parce) )que|che|dass|dat|that)\b", Options, PatternTime.Milliseconds)]
    public static partial Regex Cuts();

    /// <summary>Words, marks in capitals, numbers, and signs that are none of the text's punctuation.</summary>
    [GeneratedRegex(@"[a-zè]+(?:['-][a-zè]+)*'?|[A-Z]+|\d+(?:st|nd|rd|th|e|er|de|ste)\b|\d[\d.,:/-]*|[^\s\w.,;:!?()""'*<>/+&#=_\\|-]", Options, PatternTime.Milliseconds)]
    public static partial Regex Words();

    /// <summary>A piece that is told by the one before.</summary>
    [GeneratedRegex(@"^\W*(?:that|dass|que|che|dat|ob|if|whether)\b", Options, PatternTime.Milliseconds)]
    public static partial Regex Told();

    /// <summary>"Take this as our confirmation | that": told by the writer.</summary>
    [GeneratedRegex(@"\b(?:as|als|comme|como|come)\s+(?!(?:your|ihre|votre|su|vostra|uw)\b)(?:[a-z]+\s+){0,2}(?:confirmation|commitment|promise|bestatigung|zusage|confirmacion|compromiso|promesse|conferma|impegno|bevestiging|toezegging)\b", Options, PatternTime.Milliseconds)]
    public static partial Regex Confirms();

    /// <summary>Words as written.</summary>
    [GeneratedRegex(@"\p{L}+", Options, PatternTime.Milliseconds)]
    public static partial Regex Name();

    /// <summary>A piece said of the writer's own side; one that follows without a subject goes on with it.</summary>
    [GeneratedRegex(@"^\W*(?:yes,? |ja,? |then |also |dann )?(?:we|i|i've|we've|wir|ich|nous|je|j'|wij|ik|noi|io|nosotros|yo|abbiamo|ho|hemos|he)\b", Options, PatternTime.Milliseconds)]
    public static partial Regex Ours();

    /// <summary>Titles before a name.</summary>
    [GeneratedRegex(@"^(?:mr|mrs|ms|frau|herr|herrn|mme|madame|monsieur|senor|senora|sra|sr|signor|signora|dott|mevrouw|meneer|heer)$", Options, PatternTime.Milliseconds)]
    public static partial Regex Titles();

    /// <summary>"No. 4711".</summary>
    [GeneratedRegex(@"\b(?:no|n|nr)[.°º]?\s*[N\d]", Options, PatternTime.Milliseconds)]
    public static partial Regex Numbered();

    /// <summary>A number with letters in it: "FA-2026-0218", "A/221".</summary>
    [GeneratedRegex(@"\b(?!\d{1,2}(?:st|nd|rd|th|e|er|de|ste|h|o)\b)(?:[a-z]{1,6}[-/.#]?\d|\d+[-/.]?[a-z]{1,4}[-/.]?\d)[a-z\d./-]*\b", Options, PatternTime.Milliseconds)]
    public static partial Regex Token();

    /// <summary>A piece that follows from the one before it.</summary>
    [GeneratedRegex(@"^\W*(?:and|then|und|dann|et|puis|y|e|ed|en|dan|entonces|poi|so)\b", Options, PatternTime.Milliseconds)]
    public static partial Regex Then();

    /// <summary>"Between" before a stretch of days that commits to its end.</summary>
    [GeneratedRegex(@"\b(?:between|from|zwischen|von|vom|tussen|van|entre|du|del|dal|desde(?: el)?|tra|fra)\s+(?:the |dem |den |le |el |il |de |dia )?D", Options, PatternTime.Milliseconds)]
    public static partial Regex Between();

    /// <summary>"Konnten wir nicht eher antworten": what could not be done, written like "könnten" once accents are gone.</summary>
    [GeneratedRegex(@"\bkonnten? (?:[a-z]+ ){0,5}nicht\b|\bnicht (?:[a-z]+ ){0,3}konnten?\b", Options, PatternTime.Milliseconds)]
    public static partial Regex Unable();

    /// <summary>"Back on the 5th": the day somebody returns, whatever else the clause says of payments.</summary>
    [GeneratedRegex(@"\b(?:returns?|returning|rientr\w+|torn(?:a|o|ano|iamo|er[aoà]|eranno)|vuelv\w+|volver\w*|regres\w+|reincorpora\w*|revien\w+|rentr(?:e|ent|era|eront|ons))(?: (?:in|at|the|le|el|il|on|only|work|office|al|de|nur|apenas|solo|seulement|que)){0,3} D|\bback(?: [a-z]+){0,2} D|D+ (?:[a-z]+ )?(?:zuruck|terug|wieder (?:da|im))\b|\b(?:zuruck|terug)(?: [a-z]+){0,2} D", Options, PatternTime.Milliseconds)]
    public static partial Regex Returns();

    /// <summary>"Before the 5th": a deadline like "by".</summary>
    [GeneratedRegex(@"\b(?:before|prior to|avant|antes del?|antes de que acabe|prima del?|prima della|prima di|vor|vor dem|voor)\s+(?:the |le |la |el |il |l'|de |dem |den |dia |giorno )?[DH]", Options, PatternTime.Milliseconds)]
    public static partial Regex BeforeDay();
}
