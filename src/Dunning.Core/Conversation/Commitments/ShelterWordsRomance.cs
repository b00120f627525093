namespace Dunning.Core.Conversation.Commitments;

/// <summary>Words around unknown ones in French, Spanish and Italian.</summary>
internal static class ShelterWordsRomance
{
    public static readonly ShelterWords French = new(
        Manner: PlainWords.List("via moyen biais intermediaire depuis"),
        Beside: PlainWords.List("avec dans sur chez au aux en profit sous"),
        Agent: PlainWords.List("par"),
        Own: PlainWords.List("notre nos mon ma mes"),
        Articles: PlainWords.List("notre nos mon ma mes votre vos le la les l ce cette ces"),
        Stops: PlainWords.List("nous je vous il elle ils elles on sera seront est sont etait a ont avons ai va vont payons paierons reglons reglerons virons effectuons procedons part partira ne pas que qui si quand lorsque apres avant des pour"),
        Heads: "agence|succursale|fichiers?|caisse|comptabilite|compta|tresorerie|reserve|dossiers?|factures?|montants?|sommes?|soldes?|comptes?|virements?|paiements?|reglements?|campagnes?|lots?|creances?|notes?|dettes?|service|equipe|cellule|pole|banque|siege|centrale|filiale|groupe|echeances?|cheques?|mandats?|releves?|bordereaux?",
        Adjective: "(?:ive|if|ifs|ives|el|elle|els|elles|al|ale|ales|aux|aire|aires|ique|iques|eux|euse|ees?|ante?s?|aise?s?|oise?s?|ien|ienne|esque|[aeiou]in|aine)$",
        Adverb: "(?:[a-z]{2,}(?:amment|emment)|[a-z]+(?:ellement|ivement|alement|iquement|airement|ierement|eusement|itement|idement|ablement))$",
        Compound: "",
        Danger: "livr|arriv|appel|telephon|reunion|rendez|visit|audit|inspect|approb|valid|sign|control|verif|remise|recept|tribunal|proces|audience|ferm|inventair|cong|vacanc|feri|ouvert|salon|format|repar|instal|mont(?:age)|achev|vente|vend|encher|demenag|migrat|echu|exigib|delai|date|client|locatair|assur|debiteur|acheteur|bailleur|propriet|fournisseur|administrateur|mandatair|liquid|notair|garant|credit|pret|financ|subvent|aide|rembours|encaiss|recett|recouvr|salair|paie$|impot|tva|dividend|pension|condition|sauf|possib|probab|eventuel|theor|provis|suppos|pretend|habitu|normal|general|parti|precedent|ancien|origin|envir|approx|presqu|rare|tot|premi|estim|attend|prevision|cible|ideal|rejet|contest|litig|bloqu|annul|refus|echou|gel|suspend|report|retard|differ|retour|objec|reclam|casse|defect|endommag|manqu|leur|son$|sa$|ses$|quelqu|personne|autr|propos|espoir|souhait|voul|negoci|decid|clarif|resol|demand|attent|repris|debut|fin$|commenc|assemblee|levee|chance|hasard|mieux|pire|cas$|doit|doiv|dev[ar]|faut|peu[tvx]|pourr|pas$|non$|ni$|jamais|aucun|nul|chaque|quelqu|certain|peu$|mais|toutefois|cependant|seul|meme|plutot|presque|dont|ou$|eux$|leur|compens|dedui|contre$|sans$|malgre|lieu|indiqu|appliqu|communiqu|expliqu|dit$|mention|suggere|suppose|impliqu");

    public static readonly ShelterWords Spanish = new(
        Manner: PlainWords.List("mediante via traves medio desde"),
        Beside: PlainWords.List("con en sobre junto dentro favor bajo"),
        Agent: PlainWords.List("por"),
        Own: PlainWords.List("nuestro nuestra nuestros nuestras mi mis"),
        Articles: PlainWords.List("nuestro nuestra nuestros nuestras mi mis su sus vuestra vuestro el la los las lo este esta estos estas"),
        Stops: PlainWords.List("nosotros yo usted ustedes el ella ellos sera seran es son era esta estan ha han hemos he va van pagamos pagaremos abonamos abonaremos transferimos hacemos haremos hace sale saldra no que quien si cuando tras despues antes para"),
        Heads: "agencia|delegacion|sucursal|ficheros?|caja|contabilidad|tesoreria|reserva|creditos?|expedientes?|facturas?|importes?|sumas?|saldos?|cuentas?|transferencias?|pagos?|abonos?|remesas?|lotes?|deudas?|departamento|equipo|area|banco|sede|central|filial|grupo|cuotas?|cheques?|recibos?|partidas?|giros?|ordenes|orden",
        Adjective: "(?:al|ales|ario|ari[oa]s|ane[oa]s?|iv[oa]s?|[aei]d[oa]s?|bles?|os[oa]s?|anos?|anas?|esa|esas|ent[ea]s?|egr[oa]s?)$",
        Adverb: "mente$",
        Compound: "",
        Danger: "entreg|lleg|llam|telefon|reunion|cita|visit|audit|inspec|aproba|valid|firm|revis|comprob|recep|recib|juzg|juici|audienc|cierr|cerr|inventari|vacacion|festiv|apert|abri|feria|forma(?:cion)|repar|instal|monta|termin|finaliz|vent|vend|subast|mudanz|traslad|migra|venc|plazo|fecha|client|inquilin|asegur|deudor|comprador|casero|propiet|proveedor|administrador|concurs|liquidador|notar|aval|credit|prestam|financ|subven|ayud|reembols|devol|devuel|cobr|ingresos|nomina|sueld|salari|impuest|iva$|dividend|pension|condici|salvo|excep|posib|probab|eventual|teor|provis|supuest|presun|habitual|normal|general|parc|anterior|origin|aproxim|casi|apenas|rar|primer|estim|esper|prevision|objetiv|ideal|rechaz|disput|discut|impugn|bloque|anul|cancel|rehus|fall|congel|suspend|aplaz|retras|demor|difer|reclam|rot|defect|dan(?:ad)|falt|alguien|nadie|otr|propu|propon|dese|quer|negoci|decid|aclar|resol|pedi|espera|reanud|inicio|comienz|fin$|asamblea|junta|conven|suerte|azar|fortuna|mejor|peor|caso|deb[eoi]|tien|hay$|pued|podr|ni$|nunca|jamas|ningun|nada|cada|algun|poc[oa]|pero|sin$|embargo|solo$|aun$|todavia|mas$|cuy|compens|dedu|descont|contra$|pesar|lugar|sugier|supon|indica|cuida|olvid|pida|impid");

    public static readonly ShelterWords Italian = new(
        Manner: PlainWords.List("mediante tramite via attraverso mezzo"),
        Beside: PlainWords.List("con in nel nella nei nelle su sul sulla sulle sui insieme dal dalla dai da cura favore"),
        Agent: PlainWords.List("dagli dalle"),
        Own: PlainWords.List("nostro nostra nostri nostre mio mia"),
        Articles: PlainWords.List("nostro nostra nostri nostre mio mia vostro vostra vostri vostre suo sua il lo la i gli le l questo questa questi queste"),
        Stops: PlainWords.List("noi io voi lei loro sara saranno è e sono era ha hanno abbiamo ho va vanno viene verra verranno paghiamo pagheremo saldiamo salderemo bonifichiamo bonificheremo parte partira non che chi se quando dopo prima per"),
        Heads: "agenzia|succursale|cassa|contabilita|tesoreria|riserva|fattur[ae]|import[oi]|somm[ae]|sald[oi]|cont[oi]|bonific[oi]|pagament[oi]|fluss[oi]|distint[ae]|partit[ae]|debit[oi]|ufficio|reparto|banca|sede|capogruppo|filiale|gruppo|rat[ae]|assegn[oi]|lott[oi]|coordinate|mandat[oi]|credito|notul[ae]|parcell[ae]",
        Adjective: "(?:al[ei]|ari[oae]|iv[oaie]|at[oai]|[iu]t[oi]|ane[oi]|bil[ei]|il[ei]|os[oaie]|an[oaie]|es[ei]|ent[ei]|ant[ei])$",
        Adverb: "mente$",
        Compound: "",
        Danger: "consegn|arriv|chiam|telefon|riunion|appuntam|visit|audit|ispez|approv|valid|firm|revision|verific|controll|collaud|ricev|ricez|tribunal|process|udienz|chius|chiud|inventar|feri|festiv|apert|apri|fiera|formazion|ripar|install|montagg|complet|termin|vendit|vend|asta|trasloc|migraz|scad|termine|data$|datat|client|inquilin|assicur|debitor|acquirent|locator|propriet|fornitor|amministratore|curator|liquidator|notai|garan|fido|prestit|mutuo|finanz|contribut|sovvenz|rimbors|incass|ricav|stipend|salar|impost|iva$|dividend|pension|condizion|salvo|eccez|possib|probab|eventual|teor|provvis|presunt|presumib|abitual|normal|general|parzial|preced|origin|approssim|quasi|appena|raram|prim|stim|attes|attend|prevision|obiettiv|ideal|respint|contest|blocc|annull|rifiut|fallit|congel|sospes|sospend|rinvi|ritard|differ|reclam|rott|difett|danneg|manc|qualcuno|nessuno|altr|propost|propon|sper|desider|volont|negozi|decid|chiar|risol|chied|attesa|ripres|inizio|fine$|assemble|fortun|caso|miglior|peggior|cas[oi]$|dev[eo]|dovr|dobb|pu[oò]|poss|potr|non$|n[eé]$|mai$|nessun|nulla|niente|ogni|qualche|alcun|poc[oh]|ma$|per[oò]|solo$|anche$|ancora|quasi|piu$|cui|compens|dedu|detra|contro|senza|nonostante|invece|sugger|suppon|indica|evita|invita|merita|rifiut");
}
