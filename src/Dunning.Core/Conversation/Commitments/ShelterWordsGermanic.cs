namespace Dunning.Core.Conversation.Commitments;

/// <summary>Words around unknown ones in English, German and Dutch.</summary>
internal static class ShelterWordsGermanic
{
    public static readonly ShelterWords English = new(
        Manner: PlainWords.List("via through using"),
        Beside: PlainWords.List("with from in into under per at as within alongside along including inside"),
        Agent: PlainWords.List("by"),
        Own: PlainWords.List("our my"),
        Articles: PlainWords.List("our my your the this these both all"),
        Stops: PlainWords.List("we i you they he she it will shall would is are was were be been being can do does did have has had pay pays paying paid transfer transfers settle settles wire wires remit remits send sends make makes goes go going get gets gotten to not that which who when if after before until once because since for"),
        Heads: "invoices?|bills?|statements?|balances?|amounts?|sums?|accounts?|payments?|transfers?|runs?|batch(?:es)?|cycles?|debts?|dues|fees?|teams?|departments?|dept|desks?|office|documents?|hub|cent(?:re|er)|unit|function|division|branch|bank|group|parent|ledger|items?|cheques?|wire|remittance|instal?ments?|entity|staff",
        Adjective: "(?:al|ive|ic|ous|ful|able|ible|ary|ory|ed|ing|ly|ish|less|ent|ant)$",
        Adverb: "[a-z]{3,}ly$",
        Compound: "",
        Danger: "deliver|ship|arriv|call|phon|meet|visit|audit|inspect|approv|sign|review|check|hand|accept|hear|trial|court|clos|stock|inventor|holiday|vacat|leave|open|launch|fair|train|repair|install|complet|sale|sell|sold|auction|go-live|migrat|mov|due|deadline|expir|matur|post|issu|dat|custom|client|tenant|insur|debtor|buyer|landlord|suppl|vendor|administrator|receiver|liquidat|notar|guarant|lend|loan|credit|grant|subsid|refund|reimburs|proceed|fund|financ|invest|receiv|receipt|payroll|wage|salar|tax|vat|dividend|pension|condition|subject|pend|depend|except|unless|possib|probab|presum|theor|provision|suppos|reported|alleged|conceiv|hopeful|normal|usual|typical|general|habit|part|previous|former|origin|hypothet|nominal|rough|approx|near|hard|scarce|bare|rare|seldom|early|first|like|unlike|estim|expect|anticip|forecast|target|indicat|tentat|ideal|ordinari|occasion|sometim|former|late|reject|disput|contest|block|bounc|cancel|refus|fail|freez|froz|stop|hold|held|withh|suspend|postpon|delay|defer|revers|return|objec|query|queri|complain|broken|defect|damag|wrong|miss|their|his|her|someone|anyone|nobody|others?$|propos|plan|think|hope|wish|want|claim|owe|agree|negoti|deci|clarif|confirm|resolv|settlement$|ask|request|ready|wait|resum|restart|reopen|start|begin|end|finish|luck|fortun|chance|mercy|hap$|best|worst|case$|must|should|may$|might|could|ought|need|not$|no$|never|nor$|none|any$|every|each$|few|some|most|but$|than|then$|yet|only|just$|even$|still$|too$|so$|how|why|where|whose|them|you|they|us$|we$|there|here|deduct|offset|net$|minus|wrongly|assum|suggest|instead|rather|otherwise|against|without|despite|toward|behind|beyond");

    public static readonly ShelterWords German = new(
        Manner: PlainWords.List("uber via per mittels anhand mithilfe vermittels"),
        Beside: PlainWords.List("mit aus unter mitsamt samt nebst inklusive im in zugunsten auf bei beim vom von"),
        Agent: PlainWords.List("durch seitens"),
        Own: PlainWords.List("unser unsere unseren unserem unserer unseres mein meine meinen meinem meiner"),
        Articles: PlainWords.List("unser unsere unseren unserem unserer unseres mein meine meinen meinem meiner ihr ihre ihren ihrem ihrer ihres eure euren eurer der die das den dem des diese diesen dieser dieses alle beide samtliche"),
        Stops: PlainWords.List("wir ich sie ihr er es man wird werden werde wurde wurden ist sind war waren hat haben habe kann konnen zahlen zahle zahlt uberweisen uberweise uberweist begleichen begleiche begleicht geht gehen lauft erfolgt erfolgen nicht dass wenn falls sobald nachdem bevor nach vor weil ob zu fur"),
        Heads: "rechnung(?:en)?|betrag\\w*|summe|saldo|konto|zahlung(?:en)?|uberweisung(?:en)?|lauf\\w*|forderung(?:en)?|posten|bank|abteilung|buchhaltung|team|stelle|niederlassung|filiale|zentrale|gesellschaft|gruppe|holding|rate|raten|schuld(?:en)?|verfahren|system",
        Adjective: "(?:e|en|er|es|em)$",
        Adverb: "(?:weise|halber|gemas|masig)$",
        Compound: "^(?!ruck|gehalt|lohn|steuer|kunden|versicher|miet|kredit(?!or)|darlehen|unterhalt|ein|fehl)[a-z]{3,}(?:rechnung(?:en)?|betrag(?:s|es)?|summe|saldos?|konto|kontos|zahlung(?:en)?|uberweisung(?:en)?|zahllauf|kreditorenlaufs?|lieferantenlaufs?|laufs?|stelle|abteilung|buchhaltung|posten|forderung(?:en)?|ausgleich|rate|raten|center)$",
        Danger: "liefer|ankunft|eintreff|anruf|telefon|treff|besprech|termin|besuch|pruf|kontroll|freigab|unterschr|abnahm|ubergab|gericht|prozess|verhandl|schlies|inventur|urlaub|ferien|feiertag|eroffn|messe|schul|reparat|einbau|montage|fertig|verkauf|versteiger|umzug|umstell|migration|fallig|frist|ablauf|verfall|datum|kunde|mandant|mieter|versicher|schuldner|kaufer|vermiet|lieferant|verwalter|insolv|notar|burg|kredit(?!or)|darlehen|finanz|forder(?:mittel|gelder)|zuschuss|subvent|erstatt|ruck|eingang|eingangs|lohn|lohne|gehalt|gehalter|steuer|dividend|pension|beding|vorbehalt|ausnahm|moglich|vielleicht|wahrschein|vermut|theor|vorauss|vorlauf|teil|fruher|ursprung|ungefahr|kaum|selten|fruh|erst|schatz|erwart|prognos|ziel|ideal|gelegent|zurueck|abgelehn|ablehn|strittig|bestritten|gesperrt|sperr|stopp|storn|verweiger|fehl|aussetz|verschieb|verzog|stund|rekl|mangel|defekt|beschad|einspruch|wider|deren|dessen|seine|jemand|niemand|anderer|antrag|vorschlag|absicht|hoff|wunsch|klar|abstimm|entscheid|beschluss|versamml|sitzung|zustimm|genehmig|frage|bitte|wart|beginn|ende|abschlus|start|spater|gehalts|umsatz|unterhalt|kunden|ein(?:zahl|nahm)|gluck|zufall|chance|best|schlecht|fall$|falle|muss|soll|darf|durf|mag$|moge|kein|nie$|niemals|nicht|weder|noch$|einige|manche|wenig|aber|sondern|jedoch|doch$|nur$|erst|eher|fast|etwa|wem|wen$|wessen|uns$|euch|dort|hier|abzug|verrechn|aufrechn|gegen|ohne|trotz|statt|angenomm|vorgeschl");

    public static readonly ShelterWords Dutch = new(
        Manner: PlainWords.List("via per middels"),
        Beside: PlainWords.List("met van vanaf op in uit samen inclusief onder aan te bij"),
        Agent: PlainWords.List("door"),
        Own: PlainWords.List("ons onze mijn"),
        Articles: PlainWords.List("ons onze mijn uw jullie je de het deze dit alle beide"),
        Stops: PlainWords.List("we wij ik u jullie zij ze hij wordt worden werd werden zal zullen is zijn was waren heeft hebben heb kan kunnen betaal betaalt betalen betaald maak maakt maken stort storten voldoe voldoet voldoen boek boekt boeken gaat gaan loopt niet dat als zodra nadat voordat na voor omdat of om"),
        Heads: "facturen|factuur|rekening(?:en)?|bedrag\\w*|saldo|som|betaling(?:en)?|overboeking(?:en)?|run|batch|ronde|post(?:en)?|schuld|bank|afdeling|team|administratie|vestiging|holding|kantoor|termijn(?:en)?|nota|kosten|systeem|centrale",
        Adjective: "(?:e|en)$",
        Adverb: "(?:gewijs|halve)$",
        Compound: "^(?!terug|loon|salaris|klant|belasting|huur|verzeker|lening)[a-z]{3,}(?:factuur|facturen|bedrag|rekening|betaling(?:en)?|overboeking(?:en)?|overschrijving(?:en)?|run|batch|ronde|team|afdeling|saldo|nota|administratie|termijn)$",
        Danger: "lever|aankom|bel|telefo|vergader|bespre|afspra|bezoek|contro|goedkeur|teken|keur|oplever|rechtb|proces|zitting|sluit|inventar|vakant|verlof|feestd|open|beurs|training|repar|instal|montage|afrond|verkoop|veiling|verhui|migrat|verval|deadline|datum|klant|opdrachtgev|huur|verzeker|debiteur|koper|verhuur|leverancier|bewind|curator|faillis|notaris|borg|krediet|lening|financ|subsid|terug|restit|vergoed|ontvang|loon|lonen|salar|belasting|btw|dividend|pensioen|voorwaard|voorbehoud|uitzonder|mogelijk|misschien|waarschijn|vermoed|theor|voorlop|deel|eerder|oorspronk|ongeveer|nauwelijks|zelden|vroeg|schat|verwacht|prognos|streef|ideal|af(?:gewez|gekeurd)|betwist|geblok|blok|stop|annul|weiger|mislukt|opschort|uitstel|vertraag|reclam|gebrek|defect|beschad|bezwaar|hun|zijn|haar|iemand|niemand|andere|voorstel|plan|hoop|wens|duidelijk|besluit|beslis|aandeel|akkoord|vraag|wacht|begin|eind|start|later|bij(?:eenkomst|drage)|geluk|toeval|kans|best|slecht|geval|moet|mag$|mogen|zou|kon$|konden|geen|nooit|niet|noch|enkele|sommige|weinig|maar|echter|toch|slechts|pas$|eerst|liever|bijna|wie|wiens|hen$|daar|hier|verreken|aftrek|tegen|zonder|ondanks|plaats|aangenom|voorgest");
}
