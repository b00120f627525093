namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G09 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G09Sayings
{
    internal const string Lines = """
        here|below is|s ?a|the .. reminder .. could|can|use|send
        you could|can|might ?also send|use ?the ?this|following
        hope .. helps
        feel free .. adjust|adapt|edit|tweak|modify
        chatgpt|gpt*|openai|anthropic|llm|copilot|gemini
        language model
        here|below .. draft|template|rewritten|suggestion .. reminder|email|mail|message|letter
        hier ist|kommt|folgt|finden|sind .. entwurf|vorschlag|version|fassung|formulierung|vorlage
        voici|ci_dessous .. proposition|ebauche|brouillon|version|projet|modele .. courriel|mail|message|rappel|email|lettre|texte|reformul*
        aqui .. borrador|propuesta|version .. correo|recordatorio|mensaje|texto|carta|reformul*
        ecco|segue .. bozza|proposta|versione .. promemoria|mail|messaggio|email|testo|lettera|sollecito
        hier|hierbij|hieronder ... concept|voorstel|versie|opzet .. herinnering|mail|bericht|tekst|brief
        modele|modelo|modello de|di|linguistico|?langage langage|lenguaje|linguistico|linguaggio
        taalmodel*|sprachmodell*
        option|version|variant one|two|three|1|2|3
        option|version|variante|opcion|versione|versie 1|2|3|un|deux|deux_fois|dos|due|twee|zwei|eins|drei
        friendlier|softer|firmer|politer tone|version|wording
        etwas|deutlich freundlicher|hoflicher|scharfer|formeller|kurzer formuliert|gehalten
        ton plus aimable|ferme|courtois|doux
        tono mas|piu amable|firme|cordial|cordiale|fermo|gentile
        vriendelijkere|strengere|formelere toon|versie
        """;
}
