using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G02: collection agencies, credit bureaus and insurers, the sale of the claim, and telling employers, suppliers or
/// the public. The creditor's own collections team and credit notes are harmless.
/// </summary>
public static class G02ThirdParty
{
    internal static readonly Phrases Words = Phrases.Of("""
        - our|the|your collections|collection ?and ?credit team|department|colleague*|desk|contact|specialist_name
        - by default
        - credit note|notes|balance|balances|memo|memos|card|cards|transfer|terms|control|controller|team|department|management
        - travel|advertising|press|employment|temp agency
        - automatische incasso*
        - sepa incasso*
        - notre|nos service|equipe|services recouvrement
        - service recouvrement
        - public holiday*
        wij|we melden|registreren .. bkr
        ~ collection|collections|recovery|recoveries ?and ?debt agency|agencies|agent|agents|firm|firms|company|companies|partner|partners|provider*|house|office|bureau|specialist*|service|services|professional*|lawyer*
        ~ debt|debts collect*|recover*|agenc*|buyer*|purchas*
        ~ collector|collectors
        ~ external|outside|independent|specialised|specialist|professional|third .. collect*|recover*|agenc*|partner|firm|party
        ~ send|sent|pass*|refer*|hand*|transfer*|move*|goes|go|going|escalat*|assign*|give|giving|outsourc* .. to|into|with collections|collection|agency|third|external|outside|someone_else
        ~ third party|parties .. recover*|collect*|pursu*|handl*|pass*|refer*
        hand*|pass*|refer*|transfer*|assign*|turn*|outsourc*|sell*|sold .. to|over .. third|external|agency|collector*|partner .. part*|firm*|company|agency|collect*
        ~ sell|sold|selling .. debt|claim|receivable*|account|invoice*
        ~ factoring company
        ~ credit bureau*|agenc*|rating*|score*|scoring|file|files|report|reports|record|records|history|reference*|insurer*|insurance|standing|worthiness|reputation|watch*|check|profile|status
        ~ credit reporting|reference
        ~ creditworthiness|creditworthy|blacklist*|blocklist*|blackball*
        name and shame
        ~ publish* .. name|debt*|compan*|list|you*|online|default*
        ~ public|publicly|publicise|publicize|social media|press|newspaper*
        ~ reputation*
        ~ default* register|registry|list|database
        ~ register .. default*|debtor*|bad payer*
        ~ listed .. as .. debtor*|defaulter*|bad|late
        ~ bad|late|slow payer* .. list*|regist*
        ~ tell|inform|notify|contact|alert|warn|call|email|write|reach|report|approach|speak|talk .. your|the|other ?other ?business supplier*|vendor*|employer*|bank|banks|customers|clients|partners|shareholders|investors|landlord|neighbo*|family|competitor*|insurer*|creditors|trade|chamber|association
        ~ let .. your|other .. supplier*|employer*|bank|customers|clients|partners .. know
        ~ report .. you|this|your|it .. to
        ~ industry|trade body|association|register*
        bonitat|bonitaet .. beeintrachtig*|beeintraechtig*|verschlechter*|ruinier*
        ~ inkasso*|*inkasso|schufa*|creditreform|crefo|buergel|burgel|auskunftei*|*auskunftei*|*bonitat*|*bonitaet*|kreditwurdig*|kreditauskunft*|schuldnerverzeichnis*|schuldnerliste*|schuldnerkartei|kreditversicher*|warenkreditversicher*|schwarze_liste
        ~ externe*|dritte*|fremde* .. dienstleister*|unternehmen|stelle*|firma|buro|partner .. ubergeb*|abgeb*|weitergeb*|beauftrag*|einschalt*
        ~ ubergeb*|abgeb*|abgegeben|abgetreten|abtret*|weitergeb*|weiterreich* .. dritt*|extern*
        ~ an|durch dritte|externe
        ~ an|durch .. externe|dritte|fremde .. ubergeb*|abgeb*|abgegeben|abtret*|weiter*|eintreib*|einzieh*|eingezogen
        ~ forderung* .. verkauf*|abtret*|abgetreten|veraussern
        ~ verkaufen .. forderung*
        ~ informier*|benachrichtig*|unterricht*|kontaktier*|verstandig*|wenden .. ihr*|andere* .. arbeitgeber*|hausbank|bank|lieferant*|kunden|geschaftspartner*|versicher*|vermieter*|nachbar*
        ~ offentlich*|veroffentlich*|ruf|prang*
        ~ eintrag* .. schuldner*|register|negativ*
        ~ negativ* eintrag*|merkmal*
        ~ rating .. verschlechter*|auswirk*|beeintracht*
        ~ societe|cabinet|agence|organisme|officine|prestataire|entreprise|tiers|partenaire|specialiste* .. recouvrement
        ~ recouvrement .. externe|tiers|agence|cabinet|societe|force|amiable|specialis*
        ~ confi*|transmett*|transmis|ced*|remett* .. dossier|creance|affaire .. tiers|recouvrement|externe|prestataire
        ~ vendre|vendrons|cession|ceder|cederons .. creance*|dossier
        ~ notation|cote|cotation|score|solvabilite|reputation|fichier .. credit|bancaire|impay*|payeur*|incident*|solvabilite|entreprise
        ~ solvabilite .. souffr*|affect*|degrad*|compromis*|baiss*
        ~ votre|vos solvabilite|reputation
        ~ ficp|fcc|banque de france|assureur* credit
        ~ fichier des ?mauvais|incidents
        mauvais payeur*
        ~ assurance credit
        ~ inform*|prevenir|previendrons|avert*|contact*|alert* .. votre|vos|autres .. banque|fournisseur*|employeur|client*|partenaire*|assureur*|bailleur
        ~ rendre|rendrons|rendu public
        ~ agencia|empresa|gestor*|despacho|compania|firma|tercero* .. cobro*|recobro*|recuperacion|deuda*
        ~ recobro*|cobrador*
        fichero*|lista|listas|registro* .. moroso*|impag*|deudor*|solvencia|credito
        ~ asnef|experian|equifax|badexcug|cirbe|moroso|morosos
        ~ calificacion|historial|rating|informe|solvencia .. credit*|crediticia
        ~ solvencia|reputacion
        ~ ceder*|cedemos|vender*|traspasar*|entregar* .. deuda|caso|credito|expediente .. tercero*|agencia|empresa
        ~ vend* ?la|su|esta deuda|credito
        ~ inform*|avis*|comunic*|contact* .. su|sus|otros .. banco|proveedor*|empleador*|cliente*|socios|aseguradora
        ~ publicar*|publico .. nombre|deuda|lista
        ~ recupero|recuperi crediti|credito|del
        ~ societa|agenzia|studio|terzi|partner .. recupero|esterna|esterni
        ~ centrale ?dei rischi
        ~ crif|cerved|protesti|protestat*|cattivi_pagatori|cattivo_pagatore
        ~ segnalazione .. banche|rischi|banca
        ~ merito|affidabilita|rating|reputazione|storico|punteggio creditizi*|credito
        ~ reputazione
        ~ cedere*|cederemo|cessione|vendere*|venderemo|affid*|passer* .. credito|pratica|posizione .. terz*|societa|agenzia|estern*
        ~ inform*|avvis*|contatt*|segnal* .. vostr*|vostri|altri|sua|suo .. banca|fornitori|datore|clienti|partner|assicura*
        ~ pubblicher*|renderemo pubblico|noto
        ~ *incassobureau*|incasso|incassobedrijf|incassotraject*|incassopartner*|bkr|graydon|kredietwaardig*|kredietverzeker*|kredietregistrat*|wanbetaler*|zwarte_lijst|creditsafe
        ~ derden|derde partij* .. overdrag*|uithanden|geven|dragen
        ~ uit handen .. geven|gegeven
        ~ vordering .. over|verkop*|verkocht|overgedragen|overdragen|uit
        ~ verkopen .. vordering
        ~ externe partij*|partner|bureau
        ~ inform*|benader*|waarschuw*|stellen .. uw|andere .. bank|leverancier*|werkgever|klanten|relaties|verzekeraar
        ~ reputatie|goede naam|openbaar .. maken
        """ + "\n" + Sayings.G02Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G02", "agency, credit bureau or third-party threat", "Telling third parties about a debt, or threatening to, harms the debtor and the creditor alike.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        SentenceWall.First(draft, "G02");
}
