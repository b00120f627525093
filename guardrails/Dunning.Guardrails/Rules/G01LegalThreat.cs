using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G01: courts, lawyers, enforcement and everything that announces them, in six languages. The words of the law have
/// no other use in these messages, so single words are enough; harmless neighbours are named first.
/// </summary>
public static class G01LegalThreat
{
    internal static readonly Phrases Words = Phrases.Of("""
        - legal entity|entities|name|form|address|company|representative|person|status|disclaimer|notice|department_name
        - registered legal ?entity ?name
        - rechtlich*|juristisch* firmierung|name*|einheit*|bezeichnung|form|person*|anschrift|sitz|firma
        - gerichtet*|ausgerichtet*|eingerichtet*|nachgericht*
        - forme|nom|denomination|personne|entite|statut|representant juridique|legal*
        - domicilio|representante|denominacion|nombre|razon|entidad|forma|direccion legal|juridic*
        - personalidad|persona juridica
        - sede|rappresentante|ragione|denominazione|entita|forma|indirizzo|nome legale|giuridic*
        - juridische naam|entiteit|vorm|status|vestiging
        - rechter kolom|kant|zijde|hand|marge|bovenhoek
        - sin embargo
        - court street|road|lane|avenue|place|house|drive|yard|gardens
        - rue|place|avenue|boulevard|quai|allee ?de ?du ?des ?la tribunal|tribunaux|justice|juge|avocats
        - calle|plaza|avenida|paseo ?de ?del ?la ?los juzgado|juzgados|tribunal|tribunales|justicia
        - via|piazza|viale|corso ?del ?della ?dei tribunale|tribunali|giustizia|giudici
        - gerichtstrasse|gerichtsstrasse|gerichtsplatz|gerichtsweg|gerichtsgasse|rechtbankplein|rechtbankstraat|gerechtsplein|gerechtstraat
        - no legal effect|obligation
        - court of accounts
        our legal department|team|counsel will|is|has ?now take|takes|taking|taken ?it|this|matter|over|up|charge ?from|over|here
        ~ legal*|legally|illegal*
        ~ lawyer*|attorney*|solicitor*|barrister*|counsel|paralegal*
        ~ law firm|court|suit|enforcement
        ~ litigat*|lawsuit*|courtroom|courthouse|bailiff*|sheriff*|prosecut*|magistrate*|judge|judges|judgment*|judgement*|tribunal*|arbitrat*|subpoena*|plaintiff*|defendant*
        ~ court|courts
        ~ sue|sues|suing|sued
        ~ enforce|enforcing|enforced|enforcement
        statutory demand|notice
        winding up|petition
        ~ windingup
        ~ insolvency|bankruptcy petition|proceedings|filing
        ~ proceedings|formal_proceedings
        letter before ?any action|claim|proceedings|suit
        notice before action|claim
        ~ claim form
        ~ small|county claim|claims
        ~ serve* .. papers|notice|writ|summons|claim
        ~ served with
        ~ writ|writs|summons|injunction*|garnish*|repossess*
        ~ our rights .. reserve*|exercise*|enforce*|pursue*|law
        ~ reserve* .. our|all .. rights|remedies
        ~ reserve* .. right .. to .. action|steps|measures|proceed*|claim*|recover*
        ~ rights and remedies
        ~ all|every|any|other .. means|avenue*|remed*|option* .. available|disposal
        ~ file|lodge|bring|issue|submit .. claim*|case|action|complaint .. against|you|authorit*|jurisdiction
        ~ formal ?recovery|demand|action|steps|measures|notice|process|route
        ~ take|taking|pursue|pursuing|initiate|start|commence|escalate|bring .. matter|case|this|it ..  further|formally|official*|authorities
        ~ take .. further|stronger|serious|appropriate|necessary|all|other|formal|drastic|tougher action|actions|steps|measures
        ~ further|additional|stronger|other|drastic action|actions|steps|measures .. be taken|follow|initiated|against|necessary|forced|compelled
        ~ no|other|any choice|option|alternative .. but|than
        ~ forced|compelled|obliged to .. proceed|act|take|pursue|recover*
        ~ consequences
        ~ in front of|before a|the ?district|high|county judge|court|bench|magistrate
        ~ see you there|then_in_court
        ~ to the full extent
        ~ police|criminal*
        ~ rechtlich*|juristisch*|rechtsweg*|rechtsmittel*|rechtsanw*|rechtsabteil*|rechtsbeistand*|rechtsstreit*|rechtsverfolg*|rechtsanspr*|rechtsdurchsetz*|rechtsvertret*|rechtsfolge*|rechtsposition*
        ~ gericht*|*gericht|*gerichts|*gerichtlich*|amtsgericht*|richter|richterin|jurist*|justiz*|verklag*
        ~ prozess .. fuhren|anstrengen|machen
        ~ anwalt*|*anwalt*|anwaelt*|*anwaelt*|advokat*|kanzlei|*kanzlei
        ~ klage|klagen|klageweg*|klageschrift|verklag*|einklag*|einzuklagen|eingeklagt*|klagewege
        ~ mahnbescheid*|mahnverfahren*|mahnantrag*|vollstreck*|*vollstreck*|pfaend*|*pfaend*|pfandung*|pfand*|lohnpfand*|kontopfand*|zwangsma*|strafanzeig*|strafantrag|insolvenzantrag*|schuldtitel|*titulier*|eintreib*|beitreib*|eidesstattlich*
        ~ vollstrecken|zwangsweise|zwangsverwalt*
        ~ klageandrohung*
        ~ anzeige erstatten|erstattet
        ~ letzt* .. vor .. klage|gericht|mahnbescheid
        ~ behalten .. vor .. schritte|massnahmen
        ~ weitere|entsprechende|notwendige|geeignete|andere|sonstige schritte|massnahmen|mittel .. einleit*|ergreif*|ein|vor|pruefen|prufen|veranlass*|gezwungen
        ~ alle|samtliche|weitere .. mittel|moglichkeiten .. ausschopf*|nutzen|verfugung
        ~ keine andere wahl|moglichkeit
        ~ gezwungen .. weiter*|schritt*|massnahm*|vorzugehen|durchzusetzen
        ~ durchsetz* .. forderung*|anspruch*|anspruche
        ~ forderung*|anspruch* .. durchsetz*|durchzusetzen|geltend
        ~ konsequenzen
        ~ polizei|staatsanw*
        ~ tribuna*|avocat*|huissier*|judiciaire*|juridi*|contentieu*|injonction*|huissiers|juge|juges|jugement*|proces|magistrat*|prudhom*|greffe
        ~ en justice
        ~ justice .. saisi*|port*|recour*
        ~ commissaire de justice
        ~ mise en demeure
        ~ mettre|mettons|mettrons .. en demeure
        ~ sommation|saisie|saisies|saisie_arret|assignation*|assigner|assignerons|citation_a_comparaitre
        ~ voie*|moyen* de droit|legale*|legaux|coercit*|contraign*
        ~ legal|legales|legaux|legalement
        ~ poursuites|poursuivre .. debit*|justice|tribunal*|penal*
        ~ poursuivrons .. en
        porter plainte
        ~ tous|toutes .. moyens|voies .. disposition|possibles|utiles|necessaires
        ~ mesures|demarches|suites qui s_imposent|coercitives|necessaires|supplementaires|plus
        ~ contraints|obliges|forces .. engager|recourir|prendre|agir|saisir
        ~ faire valoir nos|ses droits
        ~ reserv* .. droit .. agir|engager|recourir|saisir|pours*
        ~ police|gendarm*|procureur*
        ~ judicial*|juzgado*|juez|jueza|jueces|juicio*|pleito*|litigi*|letrad*|abogad*|procurador*|querella*|monitorio*|burofax|requerimiento_notarial|demandar*|demandado*|demandaremos|tribunal*|juridic*|embargo*|embargar*
        ~ acciones|medidas|vias|tramites|procedimientos legal*|oportunas|pertinentes|necesarias|formales
        ~ demanda|demandas .. judicial|contra|ante|tribunal*|juzgad*|presentar*|interpon*
        ~ presentar*|interpon* .. demanda|denuncia|reclamacion .. ?contra|ante|judicial
        ~ legal|legales|legalmente
        ~ por la|via judicial|legal
        ~ via ejecutiva|judicial
        ~ ejecucion forzosa|judicial
        ~ ejercer .. derechos|acciones
        ~ obligados|forzados .. emprender|tomar|iniciar|acudir|recurrir
        ~ todos .. medios .. alcance|disposicion
        ~ policia|fiscal*ia|denunciar*|denuncia
        ~ avvocat*|legali|legale|legalmente|legal|tribunale|giudic*|giudizi*|giudiziari*|ingiuntiv*|ingiunzion*|pignorament*|contenzioso|citazione|querel*|diffida|diffide|diffidiamo|precetto|esecuzione_forzata|coattiv*|coatto
        ~ fare|faremo|facciamo|intentare|intenteremo causa
        ~ messa|costituzione in mora
        ~ azioni|vie|misure|provvedimenti legali|giudiziali|opportun*|necessari*
        ~ costretti|obbligati .. procedere|agire|ricorrere|adire|rivolger*|tutelare|intraprend*
        ~ tutel* .. nostri .. diritti|interessi|ragioni
        ~ adire|adiremo
        sedi competenti|opportune|giudiziarie
        ~ autorita giudiziaria|competent*
        ~ polizia|carabinieri|denuncia
        ~ advoca*|juridisch*|jurist*|rechter|rechters|rechtbank*|dagvaard*|deurwaarder*|gerechtelijk*|gerecht|gerechts*|rechtszaak|rechtszaken|rechtsmaatregel*|rechtsgang|vonnis*|beslag*|beslagleg*|kort_geding|kantonrechter|aangifte|ingebreke*|ingebrekestelling*|exploot
        ~ in gebreke stellen|gesteld|stelling
        ~ juridische|gerechtelijke stappen|maatregelen
        ~ genoodzaakt|gedwongen .. maatregelen|stappen|over
        ~ verdere|passende|andere stappen|maatregelen .. nemen|ondernemen|genomen|treffen
        ~ onze rechten .. voor|uitoefenen
        ~ naar de rechter
        ~ politie
        """ + "\n" + Sayings.G01Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G01", "legal threat or legal process", "Legal steps are decided and announced by people, never by this service.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        SentenceWall.First(draft, "G01");
}
