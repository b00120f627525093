namespace Dunning.Core.Conversation.Dates;

/// <summary>Date idioms of English, German and Dutch.</summary>
internal static class DateIdiomsGermanic
{
    public static readonly DateIdioms English = new()
    {
        DayNames =
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
            "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty[- ]first", "twenty[- ]second", "twenty[- ]third", "twenty[- ]fourth", "twenty[- ]fifth",
            "twenty[- ]sixth", "twenty[- ]seventh", "twenty[- ]eighth", "twenty[- ]ninth", "thirtieth", "thirty[- ]first",
        ],
        LargeNumbers = [(13, "thirteen"), (14, "fourteen"), (15, "fifteen"), (16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"), (21, "twenty[- ]one"), (25, "twenty[- ]five"), (28, "twenty[- ]eight"), (20, "twenty"), (35, "thirty[- ]five"), (30, "thirty"), (45, "forty[- ]five"), (40, "forty"), (60, "sixty"), (90, "ninety")],
        Stretches = [(14, "a fortnight|one fortnight|a fortnight's time"), (7, "(?:a|one) week's time|a week or less"), (14, "two weeks'? time"), (21, "three weeks'? time"), (28, "four weeks'? time"), (30, "thirty days'? time"), (10, "ten days'? time")],
        WeekLater = "week|in (?:a|one) week(?:'s time)?|of the week after", FortnightLater = "(?<strict>fortnight)|in (?:two|2) weeks(?:'? time)?|in a fortnight",
        WeekLaterBefore = "(?:a|one) week (?:on|from)",
        ThisWeekBefore = "this week(?: on|,)?|later this week,?(?: on)?", ThisWeekAfter = "(?:of )?this week|(?:of )?the current week",
        WeekAfterNext = "the week after next|week after next", AfterNextWeekday = "", AfterNextBehind = "after next",
        LastWorkingDay = "(?:the )?last (?:working|business|banking|bank|work) ?day", FirstWorkingDay = "(?:the )?first (?:working|business|banking|bank|work) ?day",
        Nth = ["first|1st", "second|2nd", "third|3rd", "fourth|4th", "last"], NextMonth = "(?:the )?(?:next|following|coming) month",
        Joins = "of|in", DayEnd = "(?:the )?(?:end of (?:the )?(?:business |working )?day|close of (?:business|play))(?: today)?|eod|cob|eob", Quarter = "of|the",
        Roughly = @"\b(?:around|about|approx(?:imately)?\.?|circa|ca\.?|roughly|near|towards?|sometime (?:around|near|before|by))\s+(?:about\s+)?|~\s?", NotBefore = @"\b(?:after|from|starting(?: on| from)?|beginning(?: on)?|as (?:of|from)|not before|no (?:earlier|sooner) than|earliest(?: on| is| possible date is)?|past|since|any time after|any day from|earliest(?: \w+){1,6} is)\s+(?:on\s+)?",
        NotBeforeBehind = @"at the (?:very )?earliest|or (?:so|thereabouts|later|after|soon after|shortly after(?:wards)?|a (?:bit|little|day or two) later|the day after|the (?:next|following) \w+)|ish|onwards|onward|plus or minus|\+/-|give or take",
        WeekOf = @"(?:(?:the )?week (?:of|commencing|beginning|starting|ending)|w/c|w/e)\s+(?:on\s+)?",
        ThisWeek = "(?<!early |late |mid[ -]|start of |beginning of |middle of |half of )(?:in the course of |during |within |still |sometime |later |by |before the end of )?this (?:very )?week", NextWeek = "(?:early |late |sometime )?(?:next|the coming|the following) week",
        RunsOut = "before (?:the|this) {0} (?:is (?:out|over|up|done|through)|ends|closes)",
    };

    public static readonly DateIdioms German = new()
    {
        DayNames =
        [
            "erste[nr]?", "zweite[nr]?", "dritte[nr]?", "vierte[nr]?", "f(?:u|ue)nfte[nr]?", "sechste[nr]?", "siebte[nr]?|siebente[nr]?", "achte[nr]?", "neunte[nr]?", "zehnte[nr]?", "elfte[nr]?", "zw(?:o|oe)lfte[nr]?",
            "dreizehnte[nr]?", "vierzehnte[nr]?", "f(?:u|ue)nfzehnte[nr]?", "sechzehnte[nr]?", "siebzehnte[nr]?", "achtzehnte[nr]?", "neunzehnte[nr]?", "zwanzigste[nr]?", "einundzwanzigste[nr]?",
            "zweiundzwanzigste[nr]?", "dreiundzwanzigste[nr]?", "vierundzwanzigste[nr]?", "f(?:u|ue)nfundzwanzigste[nr]?", "sechsundzwanzigste[nr]?", "siebenundzwanzigste[nr]?",
            "achtundzwanzigste[nr]?", "neunundzwanzigste[nr]?", "drei(?:s|ss)igste[nr]?", "einunddrei(?:s|ss)igste[nr]?",
        ],
        LargeNumbers = [(13, "dreizehn"), (14, "vierzehn"), (15, "f(?:u|ue)nfzehn"), (16, "sechzehn"), (17, "siebzehn"), (18, "achtzehn"), (19, "neunzehn"), (20, "zwanzig"), (21, "einundzwanzig"), (25, "f(?:u|ue)nfundzwanzig"), (28, "achtundzwanzig"), (30, "dreis{1,2}ig"), (45, "f(?:u|ue)nfundvierzig"), (60, "sechzig"), (90, "neunzig")],
        Stretches = [(7, "wochenfrist|einer woche")],
        WeekLater = "in (?:einer|1) woche|in acht tagen|u(?:e)?ber eine woche", FortnightLater = "in (?:zwei|2) wochen|in (?:vierzehn|14) tagen",
        WeekLaterBefore = "",
        ThisWeekBefore = "diese woche(?: noch)?(?: am|,)?|noch diese woche(?: am|,)?", ThisWeekAfter = "(?:in )?diese[r]? woche|der laufenden woche",
        WeekAfterNext = "(?:in der )?u(?:e)?bern(?:a|ae)chste[nr]? woche", AfterNextWeekday = "u(?:e)?bern(?:a|ae)chste[nrsm]?", AfterNextBehind = "",
        LastWorkingDay = "(?:der |den |dem |zum |am )?letzte[nrm]? (?:werktag|arbeitstag|bankarbeitstag|gesch(?:a|ae)ftstag|banktag)(?:es|s)?", FirstWorkingDay = "(?:der |den |dem |zum |am )?erste[nrm]? (?:werktag|arbeitstag|bankarbeitstag|gesch(?:a|ae)ftstag|banktag)(?:es|s)?",
        Nth = ["erste[nrm]?", "zweite[nrm]?", "dritte[nrm]?", "vierte[nrm]?", "letzte[nrm]?"], NextMonth = "(?:des |im )?(?:(?:n(?:a|ae)chste[nrs]?|kommende[nrs]?|folgende[nrs]?) monate?s?|folgemonate?s?)",
        Joins = "des|im|vom|von|in", DayEnd = "(?:im laufe|bis ende|bis zum ende|am ende) des (?:heutigen )?tages|tagesende", Quarter = "des|der|von|vom",
        Roughly = @"\b(?:um|gegen|etwa|ungef(?:a|ae)hr|circa|ca\.?|zirka|rund um|schatzungsweise)\s+(?:den\s+|dem\s+|zum\s+|am\s+)?|~\s?", NotBefore = @"\b(?:ab|nach|(?:aller)?fr(?:u|ue)hestens|nicht vor|erst nach|seit|nach dem)\s+(?:dem\s+|den\s+|zum\s+|am\s+|ab\s+)?",
        NotBeforeBehind = @"(?:aller)?fr(?:u|ue)hestens|oder (?:so|sp(?:a|ae)ter|danach|kurz danach|am tag danach|tags darauf)|herum|rum|\+/-|plus/minus|plus minus",
        WeekOf = @"(?:in der |der |die )?woche (?:vom|ab|ab dem)\s+",
        ThisWeek = "(?<!anfang |mitte |beginn )(?:noch |im laufe |im verlauf |innerhalb )?(?:in )?(?:dieser?|der laufenden) woche(?: noch)?", NextWeek = "(?:anfang |mitte |im laufe |im verlauf )?(?:in )?(?:der )?(?:na(?:e)?chste[nr]?|kommende[nr]?|folgende[nr]?) woche",
        RunsOut = "bevor (?:die|der|das|dieser?|dieses) {0} (?:um|zu ende|vorbei|voruber|rum|herum) (?:ist|geht)|bevor (?:die|der|das|dieser?|dieses) {0} endet",
        BeforeShortWeekday = "am|bis|bis zum|zum|spatestens(?: am)?|kommenden|diesen",
    };

    public static readonly DateIdioms Dutch = new()
    {
        DayNames =
        [
            "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende",
            "zeventiende", "achttiende", "negentiende", "twintigste", "eenentwintigste", "tweeentwintigste", "drieentwintigste", "vierentwintigste", "vijfentwintigste", "zesentwintigste",
            "zevenentwintigste", "achtentwintigste", "negenentwintigste", "dertigste", "eenendertigste",
        ],
        LargeNumbers = [(13, "dertien"), (14, "veertien"), (15, "vijftien"), (16, "zestien"), (17, "zeventien"), (18, "achttien"), (19, "negentien"), (20, "twintig"), (21, "eenentwintig"), (22, "tweeentwintig"), (23, "drieentwintig"), (24, "vierentwintig"), (26, "zesentwintig"), (27, "zevenentwintig"), (29, "negenentwintig"), (31, "eenendertig"), (25, "vijfentwintig"), (28, "achtentwintig"), (30, "dertig"), (45, "vijfenveertig"), (60, "zestig"), (90, "negentig")],
        Stretches = [(7, "een week tijd")],
        WeekLater = "over (?:een|1) week", FortnightLater = "over (?:twee|2) weken|over (?:veertien|14) dagen",
        WeekLaterBefore = "",
        ThisWeekBefore = "deze week(?: nog)?(?: op|,)?", ThisWeekAfter = "(?:van )?deze week",
        WeekAfterNext = "(?:de )?week (?:na volgende|daarna|daarop)|over twee weken op", AfterNextWeekday = "", AfterNextBehind = "na volgende",
        LastWorkingDay = "(?:de |op de )?laatste (?:werkdag|bankwerkdag)", FirstWorkingDay = "(?:de |op de )?eerste (?:werkdag|bankwerkdag)",
        Nth = ["eerste", "tweede", "derde", "vierde", "laatste"], NextMonth = "(?:de )?(?:volgende|komende) maand",
        Joins = "van|in", DayEnd = "(?:het )?einde? van de (?:werk)?dag|in de loop van de dag", Quarter = "van|het",
        Roughly = @"\b(?:rond|omstreeks|ongeveer|circa|ca\.?|tegen|zo rond|pakweg)\s+(?:de\s+|het\s+)?|~\s?", NotBefore = @"\b(?:na|vanaf|niet voor|niet eerder dan|pas na|sinds|ten vroegste|op zijn vroegst|vroegst)\s+(?:de\s+|het\s+|op\s+)?",
        NotBeforeBehind = @"(?:op zijn|ten) vroegste?|of (?:zo|later|daarna|kort daarna|de dag erna)|\+/-|plusminus|plus minus",
        WeekOf = @"(?:de |in de )?week van\s+(?:de\s+)?",
        ThisWeek = "(?<!begin |midden |eerste helft van )(?:in de loop van |nog |binnen )?deze week(?: nog)?", NextWeek = "(?:begin |eerste helft |in de loop van )?(?:volgende|komende|aanstaande) week",
        RunsOut = "voor(?:dat)? (?:het|de|deze|dit) {0} (?:om|voorbij|ten einde|afgelopen) is|voor {0}einde",
        BeforeShortWeekday = "uiterlijk|op|komende|aanstaande|a\\.s\\.|as|aanst\\.",
    };
}
