using System.Text.RegularExpressions;

namespace Dunning.Flows.Reading;

/// <summary>Signs of text that speaks to software instead of to people.</summary>
internal static partial class InjectionRules
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static bool Matches(string folded) =>
        Overrides().IsMatch(folded) || Addresses().IsMatch(folded) || Markup().IsMatch(folded) || Commands().IsMatch(folded) || Smuggles().IsMatch(folded);

    [GeneratedRegex(@"\b(?:ignor\w*|disregard\w*|forget\w*|override|overrule|bypass|skip|vergiss|vergessen sie|missachte\w*|oublie[zr]?|ne tenez pas compte|olvid\w+|haga caso omiso|dimentic\w+|non tenere conto|negeer\w*|vergeet)\b[^.!?\n]{0,50}\b(?:instruct\w*|orders?|rules?|prompts?|guidelines?|polic(?:y|ies)|tasks?|assignments?|commands?|told|said before|everything|above|previous|prior|context|anweisung\w*|befehl\w*|regeln|auftrage?|aufgaben?|alles|vorher|instruktion\w*|consignes?|regles?|instruccion\w*|reglas|todo|istruzion\w*|regole|tutto|instructies|opdracht\w*|regels|alles)\b", Options)]
    private static partial Regex Overrides();

    [GeneratedRegex(@"\b(?:you are (?:now|an? (?:ai|bot|assistant|language|chat)|chatgpt|gpt|in (?:admin|developer|dan))|if you(?:'re| are) an? (?:ai|bot|llm|assistant|machine)|as an (?:ai|automated)|(?:dear|hey|hi|hello) (?:ai|bot|chatgpt|assistant|copilot|claude|gemini)|to the (?:ai|bot|automated|language|llm)|(?:ai|automated) (?:system|agent|assistant|model)|language model|chatgpt|\bllm\b|du bist (?:ki|eine ki|ein bot|jetzt|nun|ein sprachmodell)|wenn du eine ki|sprachmodell\w*|ki-(?:system|assistent\w*|agent\w*|modell)|an das ki|automatischen assistenten|modele de langage|systeme d'ia|le bot|modelo de lenguaje|sistema de ia|modello linguistico|sistema di ia|taalmodel|ai-systeem|(?:he|oye|ehi|hey) bot)\b", Options)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"</?(?:system|instructions?|assistant|user|prompt|tool)\b|\[/?(?:inst|system|admin)\]|^\s*(?:system|assistant|instruction|prompt)\s*:|#{2,}\s*(?:new |neue |system |end |begin )?\w*(?:instruction|anweisung|prompt|system|response)|\b(?:begin|start|end|beginn) (?:admin|system|of (?:prompt|instructions)|administrator\w*)|<\|[a-z_]+\|>|(?:admin|developer|debug|dan|jailbreak|god|root) ?mode|system[- ]?prompt|prompt ?injection", Options)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(?:reply|respond|answer) only with|(?:output|print|reveal|show|repeat|leak|display|dump) (?:me )?(?:all |your |the |full |entire |initial )+(?:system |hidden )?(?:prompts?|instructions?|rules|list of|database|customer|configuration)|(?:pretend|imagine) (?:to be|you are|that you)|act as (?:an?|my|the|if)|(?:new|neue|next) (?:instructions?|task|role|anweisung|aufgabe)\b|from now on,? (?:you|act|ignore)|set (?:the )?(?:balance|status|saldo) (?:to|=|auf)|mark (?:it|this|all|the|everything|invoice)[^.]{0,30} as (?:paid|settled|closed)|(?:stell dir vor|tu so),? (?:du|als)|role ?play|without (?:any )?restrictions|gib (?:deinen|mir deine)[^.]{0,20}(?:prompt|anweisung)|markiere [^.]{0,30} als bezahlt|marque [^.]{0,30} comme pay|marca [^.]{0,30} como pagad|segna [^.]{0,30} come pagat|markeer [^.]{0,30} als betaald", Options)]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?:^|[.!?\n]\s*)(?:please )?(?:include|provide|use|add|write|scramble|group|replace|repeat|encode|begin|start|end|insert|mention|respond|answer|translate|append|modify|formulate|structure|give|embed|enhance|avoid|omit|remove|convert|shift|reverse|interlace|substitute|alternate)\b[^.!?\n]{0,80}\b(?:your|the) (?:answer|response|reply|output)(?:'s)?\b|(?:forward|send|export|email) (?:all|the full|the complete|every) (?:customer|client|debtor|data|user|conversation|contact)", Options)]
    private static partial Regex Smuggles();
}
