namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G02 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G02Sayings
{
    internal const string Lines = """
        ~ debt|money|cash|invoice chaser*|hunter*|enforcer*
        ~ chase|chases|chasing .. living|professionally
        - tell|ask|instruct your bank to transfer|pay|release|execute
        ~ your bank|banker|bankers|supplier*|insurer*|employer|customers|clients|partners|peers|boss|landlord|board|shareholder*|chamber .. hear*|know|learn*|find|told|informed|notified|aware|warned
        ~ let .. your ?own bank|supplier*|insurer*|employer|customers|clients|partners .. know|hear
        ~ word .. spread*|get|gets|travel*|around|out
        ~ name .. list|paper*|wall|register|databases
        ~ market|industry|sector|trade .. know*|hear*|aware|warn*|told
        ~ flag*|report* .. databases|database|register*|bureau*
        ~ black mark
        ~ someone|somebody|others|people|professionals .. whose job|living|chase|collect*
        ~ someone|somebody|others else .. take*|over|collect*|chase
        ~ *eintreib*
        ~ meld*|weitermeld*|gemeldet .. datenbank*|register*|auskunft*|stelle*
        ~ zahlungsverhalten .. meld*|gemeldet|weiter*|erfahr*|bekannt
        ~ bank|hausbank|bankberater|lieferant*|geschaftspartner*|arbeitgeber|chef|branche|umfeld|kunden|versicher* .. erfahr*|erfahrt|hor*|bescheid|kenntnis|informiert|mitgeteilt|wissen
        ~ spricht|sprechen sich .. herum
        ~ herumsprech*|herumsprich*
        ~ schwarze|schwarzen liste
        ~ profis|spezialist*|fachleute .. eintreib*|schuld*|forderung*|kummern|ubernehmen|inkass*
        ~ ubernimmt|ubernehmen|kummert .. andere|anderer|externe*|fremde*|dritte*
        ~ andere|dritte ubernehmen|kummern
        ~ encaissement .. force
        ~ specialiste*|professionnel*|expert* .. encaissement|recouvrement|creances|dettes|impay*
        - demand*|dites ?a votre banque de|d
        ~ banquier|banque|fournisseurs|clients|partenaires|employeur|patron|assureur|confreres|secteur .. courant|sauront|saura|prevenu*|averti*|apprendr*|connaissance|informe*|vent
        ~ liste noire
        ~ un|des tiers .. relais|charge|main|dossier
        ~ prendr* le relais
        ~ passer|passons|passerons .. main .. autre*|tiers|profession*|specialist*
        ~ profesional*|especialista*|experto* .. cobro*|deuda*|impag*|recobro
        ~ banco|proveedor*|clientes|socio|socios|jefe|sector|aseguradora .. sabra*|enterar*|conocer*|informad*|avisad*|noticia
        ~ lista negra
        correr* la voz
        ~ manos de .. tercer*|otros|otra|profesional*|agencia|empresa
        ~ buen nombre
        ~ esattor*|esattrice|riscossion*
        ~ professionisti|specialisti|esperti .. credit*|debit*|recuper*|incass*
        ~ banca|fornitori|clienti|soci|datore|settore|assicurator* .. sapra*|sapranno|sapere|informat*|avvisat*|conoscenza|scoprir*
        ~ lista nera
        ~ voce .. gira|girera|corre|spargera
        ~ mani di .. terz*|altri|estern*|professionisti
        ~ buon nome
        ~ *invorder*
        ~ bank|leveranciers|klanten|werkgever|baas|relaties|branche|verzekeraar .. horen|hoort|weten|weet|vernem*|verneemt|hoogte|ingelicht|geinformeerd
        ~ zwarte lijst
        ~ specialisten|professionals|professionele .. vorder*|schuld*|inner*|incass*
        ~ iemand|iemand_anders|anderen|derde* .. overnemen|overneemt|neemt .. over|?het
        ~ goede naam
        ~ firm|company|outfit .. lives|specialis*|specializ*|feeds .. overdue|debt*|unpaid|accounts
        ~ insurer*|agencies|bureaus .. sent|given|get|receive .. your
        ~ firma|unternehmen|buro ... spezialisiert ... zahler|forderung*|schuld*|inkass*
        ~ saumige|saumigen zahler|zahlern
        ~ societe|prestataire|entreprise|cabinet ... vit|specialis* .. impay*|dettes|creances
        ~ fournisseurs|clients|banquier|partenaires|confreres|employeur .. apprendre|savoir|sauront|su|informes
        ~ firma|empresa|agencia|gestoria ... vive|especializ* .. impag*|deudas|moros*
        ~ proveedores|clientes|banco|socios .. enterar*|saber*
        ~ ditta|societa|azienda|agenzia ... vive|specializzat* .. insolut*|debit*|credit*
        ~ fornitori|clienti|banca|soci .. sapere|saperlo|scoprir*
        ~ bedrijf|bureau|partij ... leeft|gespecialiseerd .. schuld*|vordering*|wanbetal*
        ~ leveranciers|klanten|bank|relaties .. weten|horen .. komen|?krijgen
        """;
}
