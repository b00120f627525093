namespace Dunning.Core.Conversation.Dates;

/// <summary>Date words of English, German and Dutch.</summary>
internal static class DateWordsGermanic
{
    public static readonly DateWords English = new()
    {
        Months = ["january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"],
        Weekdays = ["monday|mon", "tuesday|tues|tue", "wednesday|weds|wed", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat", "sunday|sun"],
        Article = "the|on the", Of = "of", OrdinalSuffix = "st|nd|rd|th", RangeWord = "to|and|or|until|till",
        Next = "next", Coming = "this coming|coming|the coming|this", Last = "last|past|this past", NextAfter = "", LastAfter = "",
        NextWeekBefore = "next week(?: on|,)?", NextWeekAfter = "(?:of )?next week",
        Today = "today|this afternoon|this evening|tonight|cob today", Tomorrow = "tomorrow|tmrw|tmr|tomoz|2moro|tomorow|tommorow|tomorrow morning", AfterTomorrow = "(?:the )?day after tomorrow", Yesterday = "yesterday",
        Within = "in|within|inside|in the next|within the next|over the next|in no more than|in less than|in the coming", AgoBefore = "", AgoAfter = "ago",
        WorkingDays = "working days?|business days?|workdays?|banking days?|bank days?", Days = "(?:calendar )?days?", Weeks = "weeks?", MonthsUnit = "months?",
        Numbers = ["a|an|one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        EndOf = "(?:the )?end of|(?:the )?end|the close of|(?:the )?(?:very )?last day(?: of)?", ThisUnit = "the|this|the current|current", NextUnit = "next|the next|the following|the coming", NextUnitAfter = "",
        WeekUnit = "week", MonthUnit = "month", QuarterUnit = "quarter", YearUnit = "year",
        MonthEnd = "month[- ]?end|eom|month's end", PartOf = "mid|middle of|the middle of|early|late|beginning of|the beginning of|start of|the start of|first half of|second half of|(?:first|second|third|fourth|last) week of|week of|sometime in|some time in|during|in",
        DayOfMonth = @"(?:(?:the|on|by)\s+)*(?<d>\d{1,2})(?:st|nd|rd|th)\b|\b(?:by|on) the (?<d>\d{1,2})\b", OfMonth = @"\s+(?:of\s+)?(?:(?:the\s+)?(?<next>next|following|coming)|(?<this>this|the current)|the|each|every)\s+month",
        WeekNumber = "calendar week|week (?:no|number)\\.?|cw|kw|week|wk\\.?", Unclear = "(?:early |late |sometime )?(?:next|this|the coming|the following) (?:week|month|quarter)|weekend|a (?:couple|few) (?:of )?(?:days|weeks)", CountsFrom = "of|after|from (?:the |your |our |date|receipt|invoice|approval)|net|once|following",
        MonthBeforeDay = true, Order = DateOrder.Unknown,
    };

    public static readonly DateWords German = new()
    {
        Months = ["januar|jan|janner|jaenner", "februar|feb|feber", "marz|maerz|mar|mrz", "april|apr", "mai", "juni|jun", "juli|jul", "august|aug", "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez"],
        Weekdays = ["montag|mo", "dienstag|di", "mittwoch|mi", "donnerstag|do", "freitag|fr", "samstag|sonnabend|sa", "sonntag"],
        Article = "den|der|dem", Of = "", OrdinalSuffix = @"\.", RangeWord = "bis zum|bis|und|oder",
        Next = "na(?:e)?chste[nrsm]?|nachster", Coming = "kommende[nrsm]?|diese[nrsm]?|am kommenden", Last = "letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?", NextAfter = "", LastAfter = "",
        NextWeekBefore = "(?:na(?:e)?chste|kommende|folgende) woche(?: am|,)?", NextWeekAfter = "(?:der |in der |in )?(?:na(?:e)?chste[nr]?|kommende[nr]?|folgende[nr]?) woche",
        Today = "heute(?: (?:vor|nach)mittag| abend| fruh)?", Tomorrow = "morgen|morgen fruh", AfterTomorrow = "u(?:e)?bermorgen", Yesterday = "gestern",
        Within = "in|innerhalb von|innerhalb der nachsten|innerhalb|binnen|in den nachsten|in den kommenden|in spatestens|spatestens in", AgoBefore = "vor", AgoAfter = "",
        WorkingDays = "werktage?n?|arbeitstage?n?|bankarbeitstage?n?|geschaftstage?n?", Days = "(?:kalender)?tage?n?", Weeks = "wochen?", MonthsUnit = "monate?n?",
        Numbers = ["ein(?:em|er|en|e|es)?", "zwei", "drei", "vier", "funf|fuenf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf|zwoelf"],
        EndOf = "ende|zum ende|schluss|letzte[nrm]? tage?s?", ThisUnit = "der|des|dieser|dieses|diesen|der laufenden|des laufenden|der aktuellen|des aktuellen|diese", NextUnit = "(?:der |des )?(?:na(?:e)?chste[nrs]?|kommende[nrs]?|folgende[nrs]?)", NextUnitAfter = "",
        WeekUnit = "woche", MonthUnit = "monate?s?", QuarterUnit = "quartale?s?", YearUnit = "jahre?s?",
        MonthEnd = "monatsende|monatsultimo|ultimo|monatsletzte[nr]?|letzten (?:des|im) monats?", PartOf = "mitte|anfang|in der ersten|im laufe des|im laufe der|im|in der (?:ersten|zweiten|dritten|letzten) (?:woche|halfte)(?: im| des)?|erste halfte|zweite halfte",
        DayOfMonth = @"(?:am|zum|bis zum|bis|den|vom|dem|per)\s+(?<d>\d{1,2})(?:\.|ten\b|sten\b|\b)|spatestens\s+(?<d>\d{1,2})\.", OfMonth = @"\s*(?:(?<next>(?:des |im )?(?:na(?:e)?chsten|kommenden|folgenden) monats?|(?:des |im )?folgemonats?|n\.\s?m\.)|(?<this>(?:dieses|diesen|des laufenden|d\.) ?(?:monats?|m\.))|(?:des |im )?monats)",
        WeekNumber = "kw\\.?|kalenderwoche|woche(?: nr\\.?)?", Unclear = "(?:anfang |mitte |im laufe der |in der )?(?:na(?:e)?chste[nr]?|diese[nr]?|kommende[nr]?) (?:woche|monat|tage)|wochenende|ein paar tagen?|paar tagen?|wenigen tagen", CountsFrom = "nach|ab|netto|seit",
    };

    public static readonly DateWords Dutch = new()
    {
        Months = ["januari|jan", "februari|feb", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul", "augustus|aug", "september|sept|sep", "oktober|okt", "november|nov", "december|dec"],
        Weekdays = ["maandag|ma", "dinsdag|di", "woensdag|wo", "donderdag|do", "vrijdag|vr", "zaterdag|za", "zondag|zo"],
        Article = "de|op", Of = "", OrdinalSuffix = "e|ste|de", RangeWord = "tot en met|t/m|tot|en|of",
        Next = "volgende", Coming = "aanstaande|komende|deze|a\\.s\\.", Last = "afgelopen|vorige|laatste", NextAfter = "", LastAfter = "jl|j\\.l\\.",
        NextWeekBefore = "volgende week(?: op|,)?", NextWeekAfter = "(?:van )?volgende week",
        Today = "vandaag|vanmiddag|vanavond", Tomorrow = "morgen(?:ochtend|middag|avond|vroeg)?", AfterTomorrow = "overmorgen", Yesterday = "gisteren",
        Within = "binnen|over|in|binnen de komende|uiterlijk over", AgoBefore = "", AgoAfter = "geleden",
        WorkingDays = "werkdagen|werkdag", Days = "dagen|dag", Weeks = "weken|week", MonthsUnit = "maanden|maand",
        Numbers = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
        EndOf = "(?:het )?einde?(?: van)?|(?:de )?(?:aller)?laatste dag(?: van)?", ThisUnit = "de|het|deze|dit", NextUnit = "(?:de )?volgende|komende", NextUnitAfter = "",
        WeekUnit = "week", MonthUnit = "maand", QuarterUnit = "kwartaal", YearUnit = "jaar",
        MonthEnd = "maandeinde|ultimo", PartOf = "medio|begin|half|midden|in|in de loop van|eerste helft van|tweede helft van",
        DayOfMonth = @"(?:de|op de|uiterlijk de|uiterlijk|voor)\s+(?<d>\d{1,2})(?:e|ste|de)\b", OfMonth = @"\s+van\s+(?:(?:de )?(?<next>volgende|komende)|(?<this>deze)|de)\s+maand",
        WeekNumber = "weeknummer|week(?: nr\\.?)?|wk\\.?", Unclear = "(?:begin |in de loop van )?(?:volgende|deze|komende) (?:week|maand)|weekend|een paar dagen|paar dagen", CountsFrom = "na|vanaf|netto",
    };
}
