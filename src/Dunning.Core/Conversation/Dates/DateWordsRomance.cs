namespace Dunning.Core.Conversation.Dates;

/// <summary>Date words of French, Spanish and Italian.</summary>
internal static class DateWordsRomance
{
    public static readonly DateWords French = new()
    {
        Months = ["janvier|janv", "fevrier|fevr|fev", "mars", "avril|avr", "mai", "juin", "juillet|juil", "aout", "septembre|sept", "octobre|oct", "novembre|nov", "decembre|dec"],
        Weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Article = "le|du|au", Of = "de|d'", OrdinalSuffix = "er|e", RangeWord = "au|et|ou|a",
        Next = "prochain", Coming = "ce", Last = "dernier", NextAfter = "prochain|qui vient", LastAfter = "dernier|passe",
        NextWeekBefore = "la semaine prochaine,?", NextWeekAfter = "(?:de )?la semaine prochaine",
        Today = "aujourd'hui|ce jour(?![- ]la)|ce soir|cet apres-midi", Tomorrow = "demain", AfterTomorrow = "apres[- ]demain", Yesterday = "hier",
        Within = "sous|dans|dans les|d'ici|en|dans un delai de|sous un delai de", AgoBefore = "il y a", AgoAfter = "",
        WorkingDays = "jours? ouvres?|jours? ouvrables?", Days = "jours?", Weeks = "semaines?", MonthsUnit = "mois",
        Numbers = ["une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
        EndOf = "(?:la )?fin(?: de| du| de la| d')?|(?:(?:le|au) )?dernier jour(?: de| du| de la| d')?", ThisUnit = "la|le|ce|cette|l'|du", NextUnit = "prochaine?", NextUnitAfter = "prochaine?",
        WeekUnit = "semaine", MonthUnit = "mois", QuarterUnit = "trimestre", YearUnit = "annee",
        MonthEnd = "fin de mois|fin du mois", PartOf = "mi-|mi|debut(?: de| du)?|courant|au cours du mois de|au mois de|en|la premiere quinzaine de|milieu(?: de| du)?",
        DayOfMonth = @"(?:le|au|du|pour le|avant le|jusqu'au)\s+(?<d>\d{1,2})(?:er)?", OfMonth = @"\s+(?:du mois (?<next>prochain)|du (?<next>prochain mois)|(?<this>de ce mois|du mois en cours|courant|du mois courant)|du mois)",
        WeekNumber = "semaine(?: n[°º.]?)?|sem\\.", Unclear = "(?:debut |courant |dans la |la )?(?:la )?semaine prochaine|cette semaine|le mois prochain|week-end|quelques jours|prochains jours", CountsFrom = "apres|date|a compter|a reception|fin de mois|net",
    };

    public static readonly DateWords Spanish = new()
    {
        Months = ["enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul", "agosto|ago", "septiembre|setiembre|sept|sep", "octubre|oct", "noviembre|nov", "diciembre|dic"],
        Weekdays = ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
        Article = "el|dia|el dia", Of = "de", OrdinalSuffix = "º|°", RangeWord = "al|y|o|a",
        Next = "proximo|prox\\.?", Coming = "este", Last = "pasado|ultimo", NextAfter = "proximo|prox\\.?|que viene", LastAfter = "pasado",
        NextWeekBefore = "la (?:semana que viene|proxima semana),?(?: el)?", NextWeekAfter = "(?:de )?la (?:semana que viene|proxima semana|semana proxima)",
        Today = "hoy|esta tarde|hoy mismo", Tomorrow = "manana|manana por la manana", AfterTomorrow = "pasado manana", Yesterday = "ayer",
        Within = "en|dentro de|en un plazo de|en los proximos|en el plazo de", AgoBefore = "hace", AgoAfter = "",
        WorkingDays = "dias? habiles|dias? laborables?", Days = "dias?(?: naturales)?", Weeks = "semanas?", MonthsUnit = "mes(?:es)?",
        Numbers = ["una?", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"],
        EndOf = "antes de que (?:acabe|termine)(?: el mes de)?|(?:el )?fin(?:al|ales)?(?: de| del)?|ultimo dia(?: de| del)?", ThisUnit = "el|la|este|esta|l", NextUnit = "(?:el |la )?proxim[oa]", NextUnitAfter = "proxim[oa]|que viene",
        WeekUnit = "semana", MonthUnit = "mes", QuarterUnit = "trimestre", YearUnit = "ano",
        MonthEnd = "fin de mes|finales de mes|final de mes", PartOf = "mediados de|principios de|primeros de|inicios de|en|a lo largo de|durante",
        DayOfMonth = @"(?:el dia|el|dia|al|del dia|del)\s+(?<d>\d{1,2})", OfMonth = @"\s+(?:del (?<next>proximo mes|mes que viene|mes proximo|mes siguiente|mes entrante)|(?<this>de este mes|del (?:mes )?corriente|del presente mes|del mes en curso)|del mes)",
        WeekNumber = "semana(?: n[°º.]?)?|sem\\.", Unclear = "(?:la )?(?:semana que viene|proxima semana)|esta semana|el mes que viene|el proximo mes|unos dias|proximos dias", CountsFrom = "desde|tras|fecha|a partir|despues|netos",
        NextIsAmbiguous = false,
    };

    public static readonly DateWords Italian = new()
    {
        Months = ["gennaio|gen", "febbraio|feb", "marzo|mar", "aprile|apr", "maggio|mag", "giugno|giu", "luglio|lug", "agosto|ago", "settembre|sett|set", "ottobre|ott", "novembre|nov", "dicembre|dic"],
        Weekdays = ["lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"],
        Article = "il|giorno|il giorno|l'", Of = "di|del", OrdinalSuffix = "º|°", RangeWord = "al|e|o|a",
        Next = "prossimo|pross\\.?", Coming = "questo", Last = "scorso", NextAfter = "prossimo|pross\\.?|p\\.v\\.|pv", LastAfter = "scorso|u\\.s\\.",
        NextWeekBefore = "la (?:prossima settimana|settimana prossima),?", NextWeekAfter = "(?:del)?la (?:prossima settimana|settimana prossima)|prossima settimana",
        Today = "oggi|stasera|oggi stesso", Tomorrow = "domani|domattina", AfterTomorrow = "dopodomani|dopo domani", Yesterday = "ieri",
        Within = "tra|fra|entro|in|nei prossimi|entro i prossimi|nel giro di", AgoBefore = "", AgoAfter = "fa",
        WorkingDays = "giorni? lavorativi|giorno lavorativo", Days = "giorn[io](?: di calendario)?", Weeks = "settiman[ae]", MonthsUnit = "mes[ei]",
        Numbers = ["una?|un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"],
        EndOf = "(?:la )?fine(?: di| del| della| dell')?|ultimo giorno(?: di| del| della| dell')?", ThisUnit = "il|la|questo|questa|l'", NextUnit = "(?:il |la )?prossim[oa]", NextUnitAfter = "prossim[oa]",
        WeekUnit = "settimana", MonthUnit = "mese", QuarterUnit = "trimestre", YearUnit = "anno",
        MonthEnd = "fine mese", PartOf = "meta|inizio|inizi di|primi di|in|a|durante|nel corso di|nel mese di",
        DayOfMonth = @"(?:il|giorno|entro il|al|del|dal)\s+(?<d>\d{1,2})|(?:l'|all'|dell'|entro l')(?<d>1|8|11)\b", OfMonth = @"\s+(?:del (?<next>prossimo mese|mese prossimo|mese successivo|mese entrante)|(?<this>di questo mese|del corrente mese|del mese corrente|del mese in corso|c\.m\.|corrente mese)|del mese)",
        WeekNumber = "settimana(?: n[°º.]?)?|sett\\.", Unclear = "(?:la )?(?:prossima settimana|settimana prossima)|questa settimana|il mese prossimo|il prossimo mese|qualche giorno|prossimi giorni", CountsFrom = "data|dal|dopo|dalla|netti",
    };
}
