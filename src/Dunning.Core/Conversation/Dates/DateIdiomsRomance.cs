namespace Dunning.Core.Conversation.Dates;

/// <summary>Date idioms of French, Spanish and Italian.</summary>
internal static class DateIdiomsRomance
{
    public static readonly DateIdioms French = new()
    {
        DayNames =
        [
            "premier", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix[- ]sept", "dix[- ]huit", "dix[- ]neuf",
            "vingt", "vingt[- ]et[- ]un", "vingt[- ]deux", "vingt[- ]trois", "vingt[- ]quatre", "vingt[- ]cinq", "vingt[- ]six", "vingt[- ]sept", "vingt[- ]huit", "vingt[- ]neuf", "trente", "trente[- ]et[- ]un",
        ],
        LargeNumbers = [(13, "treize"), (14, "quatorze"), (15, "quinze"), (16, "seize"), (18, "dix[- ]huit"), (25, "vingt[- ]cinq"), (20, "vingt"), (30, "trente"), (45, "quarante[- ]cinq"), (60, "soixante"), (90, "quatre[- ]vingt[- ]dix")],
        Stretches = [(8, "huitaine"), (15, "(?:une |la )?quinzaine"), (7, "une semaine")],
        WeekLater = "en huit|dans (?:une|1) semaine|dans huit jours", FortnightLater = "(?<strict>en quinze)|dans (?:deux|2) semaines|dans (?:quinze|15) jours",
        ThisWeekBefore = "cette semaine,?", ThisWeekAfter = "de cette semaine|cette semaine",
        WeekAfterNext = "(?:de )?(?:la semaine d'apres|la semaine suivante|dans deux semaines,?)", AfterNextWeekday = "", AfterNextBehind = "suivant|d'apres",
        LastWorkingDay = "(?:le |au )?dernier jour (?:ouvre|ouvrable|travaille)", FirstWorkingDay = "(?:le |au )?premier jour (?:ouvre|ouvrable|travaille)",
        Nth = ["premier", "deuxieme|second", "troisieme", "quatrieme", "dernier"], NextMonth = "(?:le |du )?(?:mois prochain|prochain mois|mois suivant)",
        Joins = "de|du|d'|en", DayEnd = "(?:en |la )?fin de (?:la )?journee|dans la journee", Quarter = "du|de",
        Roughly = @"\b(?:vers|environ|aux (?:alentours|environs)(?: du| de)?|autour (?:du|de)|a peu pres|courant|approximativement)\s+(?:le\s+|la\s+)?|~\s?", NotBefore = @"\b(?:apres|a partir (?:du|de)|des(?: le)?|pas avant|au plus tot|depuis|a compter (?:du|de))\s+(?:le\s+|la\s+|du\s+)?",
        NotBeforeBehind = @"au plus tot|ou (?:plus tard|apres|peu apres|le lendemain)|environ|\+/-|plus ou moins",
        WeekOf = @"(?:la |dans la |en )?semaine (?:du|de)\s+",
        ThisWeek = "(?<!debut |debut de |milieu de )(?:dans le courant de |courant |encore |d'ici la fin de |au cours de )?cette semaine(?: encore)?", NextWeek = "(?:debut |courant |dans la |la )?(?:la )?semaine prochaine",
        RunsOut = "avant que (?:l'|la |le |cette |ce )?{0} (?:ne )?(?:se termine|soit (?:finie?|terminee?|ecoulee?))",
    };

    public static readonly DateIdioms Spanish = new()
    {
        DayNames =
        [
            "uno|primero", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve",
            "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro", "veinticinco", "veintiseis", "veintisiete", "veintiocho", "veintinueve", "treinta", "treinta y uno",
        ],
        LargeNumbers = [(13, "trece"), (14, "catorce"), (15, "quince"), (16, "dieciseis"), (18, "dieciocho"), (20, "veinte"), (21, "veintiun"), (25, "veinticinco"), (30, "treinta"), (45, "cuarenta y cinco"), (60, "sesenta"), (90, "noventa")],
        Stretches = [(15, "una quincena"), (7, "una semana")],
        WeekLater = "en (?:una|1) semana|dentro de (?:una|1) semana|en ocho dias|de la semana siguiente", FortnightLater = "(?:en|dentro de) (?:dos|2) semanas|(?:en|dentro de) (?:quince|15) dias",
        ThisWeekBefore = "esta (?:misma )?semana,?(?: el)?", ThisWeekAfter = "de esta (?:misma )?semana|esta (?:misma )?semana",
        WeekAfterNext = "(?:de )?(?:la semana siguiente a la proxima|dentro de dos semanas,?(?: el)?)", AfterNextWeekday = "", AfterNextBehind = "siguiente",
        LastWorkingDay = "(?:el )?ultimo dia (?:habil|laborable|laboral)", FirstWorkingDay = "(?:el )?primer dia (?:habil|laborable|laboral)",
        Nth = ["primer", "segundo", "tercer", "cuarto", "ultimo"], NextMonth = "(?:el |del )?(?:mes que viene|proximo mes|mes proximo|mes siguiente|mes entrante)",
        Joins = "de|del|en", DayEnd = "(?:al |a )?final(?:es)? del dia|en el transcurso del dia|a lo largo del dia", Quarter = "del|de",
        Roughly = @"\b(?:hacia|sobre|alrededor del?|en torno al?|aproximadamente|aprox\.?|cerca del?|a eso del?)\s+(?:el\s+|la\s+)?(?:dia\s+)?|~\s?", NotBefore = @"\b(?:despues del?|a partir del?|tras|no antes del?|desde|pasado|luego del?|como muy pronto)\s+(?:el\s+|la\s+)?(?:dia\s+)?",
        NotBeforeBehind = @"como (?:muy|mas) pronto|o (?:despues|mas tarde|al dia siguiente|asi)|aproximadamente|mas o menos|\+/-",
        WeekOf = @"(?:la |en la )?semana del?\s+(?:dia\s+)?",
        ThisWeek = "(?<!principios de |comienzos de |mediados de )(?:a lo largo de |durante |en el transcurso de |dentro de )?esta (?:misma )?semana", NextWeek = "(?:la )?(?:semana que viene|proxima semana|semana proxima|semana entrante)",
        RunsOut = "antes de que (?:acabe|termine|finalice|se acabe) (?:el|la|este|esta) {0}|antes de (?:acabar|terminar|finalizar|concluir) (?:el|la|este|esta) {0}",
    };

    public static readonly DateIdioms Italian = new()
    {
        DayNames =
        [
            "uno|primo", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
            "venti", "ventuno", "ventidue", "ventitre", "ventiquattro", "venticinque", "ventisei", "ventisette", "ventotto", "ventinove", "trenta", "trentuno",
        ],
        LargeNumbers = [(13, "tredici"), (14, "quattordici"), (15, "quindici"), (16, "sedici"), (18, "diciotto"), (20, "venti"), (21, "ventuno"), (25, "venticinque"), (30, "trenta"), (45, "quarantacinque"), (60, "sessanta"), (90, "novanta")],
        Stretches = [(15, "una quindicina(?: di giorni)?"), (7, "una settimana")],
        WeekLater = "(?:tra|fra) (?:una|1) settimana|a otto", FortnightLater = "(?:tra|fra) (?:due|2) settimane|(?:tra|fra) (?:quindici|15) giorni|a quindici",
        ThisWeekBefore = "(?:in )?questa settimana,?", ThisWeekAfter = "di questa settimana|questa settimana|della settimana corrente",
        WeekAfterNext = "(?:del)?la settimana (?:dopo la prossima|successiva alla prossima)|tra due settimane,?", AfterNextWeekday = "", AfterNextBehind = "successivo|dopo",
        LastWorkingDay = "(?:l'|il |all')?ultimo giorno (?:lavorativo|feriale|utile)", FirstWorkingDay = "(?:il )?primo giorno (?:lavorativo|feriale|utile)",
        Nth = ["primo", "secondo", "terzo", "quarto", "ultimo"], NextMonth = "(?:il |del )?(?:mese prossimo|prossimo mese|mese successivo|mese entrante)",
        Joins = "di|del|d'|in", DayEnd = "(?:entro |in )?(?:la )?(?:fine )?(?:della )?giornata(?: odierna)?|entro sera", Quarter = "del|di",
        Roughly = @"\b(?:verso|circa|intorno al?(?:la)?|attorno al?(?:la)?|indicativamente|all'incirca)\s+(?:il\s+|la\s+)?|~\s?", NotBefore = @"\b(?:dopo|a partire da(?:l|lla)?|dal|dalla|non prima del?(?:la)?|successivamente al)\s+(?:il\s+|la\s+)?",
        NotBeforeBehind = @"al piu presto|o (?:dopo|piu tardi|il giorno dopo|giu di li)|circa|piu o meno|\+/-",
        WeekOf = @"(?:la |nella )?settimana del\s+",
        ThisWeek = "(?<!inizio |meta |inizi di )(?:nel corso di |entro |gia )?questa settimana", NextWeek = "(?:la |nella )?(?:prossima settimana|settimana prossima|settimana entrante)",
        RunsOut = "prima che (?:finisca|termini|si concluda) (?:il |la |l'|questo |questa |quest')?{0}",
    };
}
