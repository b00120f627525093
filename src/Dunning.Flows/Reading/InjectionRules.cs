using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>
/// Signs of text that speaks to software instead of to people, in six languages. Customers write about reminders to be
/// ignored, new instructions and automatic systems as well, so each sign needs more than such a word.
/// </summary>
internal static partial class InjectionRules
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>True when a text, folded to small letters without accents, shows a sign.</summary>
    public static bool Matches(string folded) =>
        Overrides(folded) || Addresses().IsMatch(folded) || Markup().IsMatch(folded) || Commands().IsMatch(folded) || Romance().IsMatch(folded)
        || Germanic().IsMatch(folded) || Machinery().IsMatch(folded) || Smuggles(folded);

    // "Ignore my previous mail" and "don't forget the rules" are what people write to people.
    private static bool Overrides(string folded)
    {
        foreach (Match match in Override().Matches(folded))
        {
            var before = folded.AsSpan(Math.Max(0, match.Index - 8), Math.Min(8, match.Index));
            if (Own().IsMatch(match.Value) || before.EndsWith("n't ") || before.EndsWith("not ") || before.EndsWith("never ") || before.EndsWith("to ") && Invoices().IsMatch(match.Value)) continue;
            return true;
        }

        return false;
    }

    // What a customer wants in an answer is a number, an amount or a document.
    private static bool Smuggles(string folded)
    {
        foreach (Match match in Smuggle().Matches(folded))
            if (!Business().IsMatch(match.Value)) return true;
        return false;
    }

    [GeneratedRegex(@"\b(?:ignor\w*|disregard\w*|forget\w*|override|overrule|bypass|skip|vergiss|vergessen sie|missachte\w*|oublie[zr]?|ne tenez pas compte|olvid\w+|haga caso omiso|dimentic\w+|non tenere conto|negeer\w*|vergeet)\b[^.!?\n]{0,50}\b(?:instruct\w*|orders|rules?|prompts?|guidelines?|polic(?:y|ies)|tasks?|assignments?|commands?|told|said before|everything|above|previous|prior|context|guardrails?|anweisung\w*|befehl\w*|regeln|auftrage|aufgaben?|alles|vorher|instruktion\w*|consignes?|regles?|instruccion\w*|reglas|todo|istruzion\w*|regole|tutto|instructies|opdracht\w*|regels|alles)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Override();

    [GeneratedRegex(@"\b(?:my|our|mine|i|meine?[rn]?|unsere?[rn]?|ich|mon|ma|mes|notre|nos|j'|mi|mis|nuestr[oa]s?|mi[ao]|miei|nostr[oai]|ho|mijn|onze|ik)\b|\bj'", Options, PatternTime.Milliseconds)]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:invoices?|bills?|reminders?)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Invoices();

    [GeneratedRegex(@"\b(?:you are (?:now|an? (?:ai|bot|assistant|language|chat)|chatgpt|gpt|in (?:admin|developer|dan))|if you(?:'re| are) an? (?:ai|bot|llm|assistant|machine)|as an (?:ai|automated)|(?:dear|hey|hi|hello) (?:ai|bot|chatgpt|assistant|copilot|claude|gemini)|to the (?:ai|bot|automated|language|llm)|(?:ai|automated) (?:system|agent|assistant|model)|language model|chatgpt|\bllm\b|du bist (?:ki|eine ki|ein bot|jetzt|nun|ein sprachmodell)|wenn du eine ki|sprachmodell\w*|ki-(?:system|assistent\w*|agent\w*|modell)|an das ki|automatischen assistenten|modele de langage|systeme d'ia|le bot|modelo de lenguaje|sistema de ia|modello linguistico|sistema di ia|taalmodel|ai-systeem|(?:he|oye|ehi|hey) bot)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"</?(?:system|instructions?|assistant|user|prompt|tool)\b|\[/?(?:inst|system|admin|assistant)\]|^\s*(?:system|assistant|instruction|prompt)\s*:|#{2,}\s*(?:\w+ ){0,2}(?:instruction|instruccion|istruzione|instructie|consigne|anweisung|prompt|system|response)|\b(?:begin|start|end|beginn) (?:admin|system|of (?:prompt|instructions)|administrator\w*)|<\|[a-z_]+\|>|(?:admin|developer|debug|dan|jailbreak|god|root) ?mode|system[- ]?prompt|systeemprompt|prompt (?:de |di )?(?:sistema|systeme)|prompt ?injection|""role"" ?: ?""(?:system|assistant|user|tool)""", Options, PatternTime.Milliseconds)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(?:reply|respond|answer) only with|(?:reply|respond|answer) with (?:the|a) (?:full |complete )?(?:list|names|data)|(?:output|print|reveal|show|repeat|leak|display|dump) (?:me )?(?:all |your |the |full |entire |initial )+(?:system |hidden )?(?:prompts?|instructions?|rules|list of|database|customer|configuration)|(?:pretend|imagine) (?:to be|you are|that you)|(?:^|[.!?,:;\n]\s*|you |now |please |to )act as (?:an?|my|the|if)\b|\b(?:your|deine?|my) (?:new|neue|next) (?:instructions?|task|role|anweisung\w*|aufgabe)\b|(?:^|[.!?\n]\s*)(?:new|neue) (?:instructions?|task|anweisung\w*|aufgabe)\s*[:!]|from now on,? (?:you|act|ignore)|set (?:the )?(?:balance|status|saldo)(?: of [^.!?\n]{0,30})? (?:to|=|auf) ?(?:0|zero|paid|settled|null)|mark (?:it|this|all|the|everything|invoice|every)[^.]{0,30} as (?:paid|settled|closed)|(?:stell dir vor|tu so),? (?:du|als)|role ?play|without (?:any )?restrictions|gib (?:deinen|mir deine)[^.]{0,20}(?:prompt|anweisung)|markiere [^.]{0,30} als bezahlt|markeer [^.]{0,30} als betaald", Options, PatternTime.Milliseconds)]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?:^|[.!?,:;\n]\s*)(?:marque|marca|segna)\b [^.]{0,30} (?:comme pay|como pagad|come pagat)|\b(?:une|una|un'?) ia\b|\bun'ia\b|\bagente? (?:de |di |d')?ia\b|\b(?:al?|all'|a l'|l')\s?(?:asistente|assistente|assistant) (?:automatic\w|automatique|virtual\w?e?)|\b(?:sistema automatic\w|systeme automatis\w+|sistema automatizado)\s*:|(?:^|[.!?\n]\s*)(?:reponds|responde|rispondi)\b(?: \w+){0,2} (?:par|avec|con)\b|\b(?:pon|mets|porta|imposta)\b[^.!?\n]{0,12}\b(?:saldo|solde)\b[^.!?\n]{0,12}\b0\b|\b(?:tes|tus|le tue) (?:\w+ )?(?:consignes|regles|instructions|directrices|reglas|instrucciones|linee guida|regole|istruzioni)\b[^.!?\n]{0,24}\b(?:plus|ya no|non valgono|non si applicano)\b|\b(?:imagine que tu|imagina que eres|immagina di essere)\b|\b(?:sans restrictions?|sin restricciones|senza restrizioni)\b|\b(?:contourn\w+|saltes?|saltarte|omite|saltare|ignorare)\b[^.!?\n]{0,30}\b(?:garde-fous|controles|controlli|filtr\w+|salvaguardias)\b|\b(?:developpeur|desarrollador|sviluppatore) (?:de |di )?(?:ce|este|questo)\b|\b(?:desormais,? tu|desde ahora,? (?:tu|eres|actuas)|d'ora in poi,? (?:tu|sei|agisci))\b|\b(?:niveau d'autonomie|nivel de autonomia|livello di autonomia)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Romance();

    [GeneratedRegex(@"\b(?:eine|een) (?:ki|ai)\b|\b(?:ki|ai)-(?:agent|assistent|systeem|system|modell?)\w*|\b(?:an den|aan de|an die) (?:automatische[nr]?|virtuelle[nr]?) assistent\w*|\b(?:automatisches system|automatisch systeem)\s*:|(?:^|[.!?\n]\s*)(?:antworte|antwoord)\b(?: \w+){0,2} (?:mit|met)\b|\b(?:setze|zet)\b[^.!?\n]{0,12}\bsaldo\b[^.!?\n]{0,8}\b0\b|\b(?:deine|je|jouw) (?:\w+ )?(?:vorgaben|regeln|anweisungen|richtlijnen|regels|instructies)\b[^.!?\n]{0,12}\b(?:nicht|niet)\b|\bstel je voor dat je\b|\b(?:ohne beschrankungen|zonder beperkingen|ohne einschrankungen)\b|\b(?:prufregeln|kontrollen|schutzregeln|controles|filters?)\b[^.!?\n]{0,40}\b(?:uberspring\w*|umgeh\w*|over te slaan|te omzeilen)\b|\b(?:entwickler|ontwikkelaar) (?:dieses|van deze|des)\b|\b(?:ab (?:jetzt|nun|sofort) (?:handelst|bist|antwortest) du|vanaf nu (?:ben|handel|antwoord) je)\b|\b(?:autonomiestufe|autonomie op automatisch)\b|(?:^|[.!?\n]\s*)bot,", Options, PatternTime.Milliseconds)]
    private static partial Regex Germanic();

    [GeneratedRegex(@"\b(?:call|invoke|execute|rufe|appelle|llama|chiama|roep)\b[^.!?\n]{0,14}\b(?:function|tool|funktion|fonction|funcion|funzione|functie)\b|\b[a-z]+_[a-z]+\b[^.!?\n]{0,12}\b[a-z]+ ?= ?[a-z]+\b|\b(?:decode|decodifica|descodifica|dekodiere|decodeer|entschlussle)\b[^.!?\n]{0,30}\b(?:text|texte|texto|testo|tekst|base64|message|string)\b|\b(?:developer|creator|operator) of (?:this|the) (?:chat ?bot|bot|assistant|model|system)\b|\b(?:skip|bypass|disable) (?:the |your |all )?(?:guardrails?|safety|filters?)\b|\byour (?:\w+ )?(?:guidelines|rules) no longer apply\b|\b(?:autonomy level|kill ?switch|notschalter|noodstop)\b|(?:^|[.!?\n]\s*)(?:assistant|assistent|bot|ai),\s", Options, PatternTime.Milliseconds)]
    private static partial Regex Machinery();

    [GeneratedRegex(@"(?:^|[.!?\n]\s*)(?:please )?(?:include|provide|use|add|write|scramble|group|replace|repeat|encode|begin|start|end|insert|mention|respond|answer|translate|append|modify|formulate|structure|give|embed|enhance|avoid|omit|remove|convert|shift|reverse|interlace|substitute|alternate)\b[^.!?\n]{0,80}\b(?:your|the) (?:answer|response|reply|output)(?:'s)?\b|(?:forward|send|export|email) (?:all|the full|the complete|every) (?:customer|client|debtor|data|user|conversation|contact)|(?:^|[.!?\n]\s*)(?:fuge|beginne|insere|commence|incluye|empieza|inserisci|inizia|neem|begin)\b[^.!?\n]{0,80}\b(?:deine[nr]?|ta|tu|tua|je|jouw) (?:antwort|reponse|respuesta|risposta|antwoord)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Smuggle();

    [GeneratedRegex(@"\b(?:numbers?|amounts?|orders?|invoices?|references?|po|cop(?:y|ies)|statements?|dates?|iban|bank|details|nummer|betrag|numero|montant|importe|importo|bedrag)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Business();
}
