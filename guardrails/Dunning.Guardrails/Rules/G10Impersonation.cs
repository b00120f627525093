using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G10: claims to be a court, an authority, a lawyer, a bank or a human being; and, in messages that no person
/// approved, the absence of the disclosure sentence.
/// </summary>
public static class G10Impersonation
{
    internal static readonly Phrases Words = Phrases.Of("""
        @office = court*|tax|government|police|authorit*|ministry|revenue|bailiff*|bar|state|bank|notary|customs|regulator|ombudsman|chamber|irs|hmrc|gericht*|finanzamt*|polizei|behorde*|ministerium*|staatsanwalt*|notar*|impots|fisc|tribunal*|etat|prefecture|gendarmerie|hacienda|juzgado*|policia|ministerio|gobierno|agencia_tributaria|entrate|polizia|ministero|guardia|procura|belastingdienst|rechtbank*|politie|ministerie|overheid|gemeente|justitie|urssaf|zoll
        @pro = lawyer|attorney|solicitor|barrister|judge|bailiff|officer|official|notary|counsel|anwalt|anwaltin|rechtsanwalt*|richter*|beamte*|notar*|gerichtsvollzieher*|avocat*|huissier*|juge|notaire|fonctionnaire|abogad*|juez|notario|funcionari*|avvocat*|giudice|notaio|ufficiale|funzionario|advocaat|rechter|notaris|ambtenaar|deurwaarder
        - tax adviser|advisor|accountant|number|id|invoice|form|office_number
        - bank details|account|transfer|statement|holiday
        ~ i|we am|m|are|as|write|writing|re ?a|an|the|your|senior|licensed|qualified|chartered @pro
        ~ behalf of .. @office
        ~ in .. name of .. @office
        ~ acting for|on_behalf ?the supplier|creditor|plaintiff
        ~ official|officially|governmental notice|communication|letter|order|summons|notification|decision|warning
        notice|letter|message|order|communication|decision .. from|of|by .. @office
        ~ this is ?the ?your @office
        ~ as|from your|the ?local @office here|writing|department|calling
        ~ i|we am|m|are|re ?not ?a|an ?real|actual|genuine|living|true|just|only person|human|people|humans
        ~ real|actual|genuine|living|flesh person|human|people|being
        ~ human being
        not|no ?a|an ?automated|computer|some machine|robot|bot|computer|software|automated|ai|algorithm
        ~ written|typed|handled by ?a|me human|hand|person|personally
        ich|wir bin|sind .. mensch|menschen|person|@pro
        ~ mensch|person .. keine|kein|aus_fleisch|echte*
        ~ echte*|wirkliche* person|mensch*
        kein|keine ?einfache maschine|roboter|bot|computer|automat*|software|ki|programm
        ~ im|in namen|auftrag .. @office
        ~ amtlich*|behordlich*|hoheitlich*
        je|nous suis|sommes ?un|une ?vrai|veritable .. humain*|personne|@pro
        ~ vraie personne
        pas|ni ?un|une robot|machine|ordinateur|automate|ia|logiciel
        ~ au|pour nom|compte .. @office
        ~ avis|notification|courrier officiel*
        ~ yo|le ?le soy ?un|una|el|la .. human*|persona|@pro
        ~ soy ?un|una ?persona real|human*|@pro
        ~ persona real|de_carne
        ~ no .. soy|somos|es ?un|una robot|maquina|bot|ordenador|programa
        ~ en nombre de|del .. @office
        ~ notificacion|aviso|comunicacion oficial
        ~ sono ?un|una|l|vero|vera .. uman*|persona|@pro
        persona reale|vera|in_carne
        ~ non .. sono|siamo|e ?un|una robot|macchina|bot|computer|programma
        ~ per|a conto|nome|dell|del .. @office
        ~ avviso|notifica|comunicazione ufficiale
        ik|wij|we ben|zijn ?een ?echt|echte|gewoon mens|persoon|mensen|@pro
        echt mens|persoon
        geen robot|machine|computer|bot|programma
        ~ namens .. @office
        ~ officiele kennisgeving|mededeling|bericht|brief
        """ + "\n" + Sayings.G10Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G10", "impersonation of an authority, a lawyer or a human; missing disclosure", "The reader must know who writes; automatic messages say that they are (EU AI Act art. 50).", Verdict.Block, Judge)
    {
        Missing = static facts => facts.Disclosure is null,
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        SentenceWall.First(draft, "G10") ?? Disclosure.Missing(draft, facts);
}
