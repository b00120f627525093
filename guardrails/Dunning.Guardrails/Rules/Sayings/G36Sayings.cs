namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G36 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G36Sayings
{
    internal const string Lines = """
        ~ algorithm*|algorithme*|algoritm*
        ~ laut|nach|gemass .. unserem|interne* .. modell|scoring|system
        ~ our|internal|the model|scoring|analytics .. predict*|expect*|says|rates|ranks|shows|thinks|suggests
        ~ wahrscheinlichkeit|zahlungsmoral|zahlungsprognose*|bonitatsklass*
        ~ probabilit*|probabilidad|probabilita|waarschijnlijkheid
        ~ likely|unlikely to pay|default
        ~ rank*|rated|graded|scored .. you|among|account
        payeur*|pagador*|pagator*|betaler* .. lent*|peu|mauvais|risque|fiable*|riesgo|malo*|affidabil*|rischio|traag|trage|risico
        lent*|mauvais|bad|slow|langsam*|schlecht*|schlechter|malos|mal|cattiv*|trage|slechte|lentos payer*|zahler*|payeur*|pagador*|pagator*|betaler*
        categor*|class*|profil*|niveau|nivel|livello|segment* .. risque|riesgo|rischio|risico|risiko
        ~ risque|riesgo|rischio|risico|risiko .. categor*|class*|profil*|niveau|nivel|livello|segment*|stufe
        ~ marked|flagged|tagged .. as|you .. slow|late|risk*|difficult|problem
        ~ modele|modelo|modello .. predi*|prev*|indica|estime
        ~ fiable*|fiables|affidabil*|betrouwba* .. clientes|payeurs|pagatori|klanten|accounts
        ~ clientes menos fiables
        ~ internal note*|file|remark*
        ~ tagged|listed|classed|labelled|labeled|recorded|registered as ?a ?an slow|late|bad|difficult|risky|poor|unreliable
        ~ in our system you|we .. are|have .. tagged|listed|marked|flagged|as
        ~ in unserem system .. sie .. vermerkt|gefuhrt|markiert|eingestuft|hinterlegt
        ~ als trager|langsamer|schlechter|schwieriger|unzuverlassiger zahler|kunde
        ~ eingestuft|einstufung
        ~ dans notre systeme .. vous .. note*|class*|marque*|fiche*|payeur
        ~ en nuestro sistema .. consta*|figura*|usted|como .. pagador|lento|clasific*
        ~ nel nostro sistema .. risulta*|siete|come .. pagator*|classific*|lent*
        ~ in ons systeem .. u|staat|als .. betaler|trage
        """;
}
