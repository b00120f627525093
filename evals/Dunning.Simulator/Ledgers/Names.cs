namespace Dunning.Simulator.Ledgers;

/// <summary>Made-up names. Two halves give one company; none of them exists, and all mail domains end in <c>.example</c>.</summary>
internal static class Names
{
    public static readonly string[] First =
    [
        "Ashbrim", "Bellwick", "Cragmoor", "Dunnavale", "Elmsworth", "Fennick", "Grellan", "Hollowmere", "Ivelstone", "Jorvane", "Kestrelby", "Lunstow",
        "Marrowdale", "Nettlecombe", "Oxlade", "Pellinor", "Quillon", "Rowanshaw", "Stavenby", "Thrushill", "Umberley", "Vexfold", "Wrenlock", "Yarrowby",
        "Zellwood", "Birnenau", "Drosselkamp", "Erlenhag", "Falkenrode", "Ginsterfeld", "Haselbruch", "Immenstedt", "Jadewitz", "Krähenholz", "Lerchenau",
        "Moorwinkel", "Nesselbeck", "Otternburg", "Pappelstein", "Quellhofen", "Rabenschlag", "Schlehdorn", "Talhusen", "Ulmenried", "Weidenbrück", "Zirbental",
    ];

    public static readonly string[] EnglishTrades =
        ["Components", "Joinery", "Catering", "Logistics", "Instruments", "Textiles", "Packaging", "Print Works", "Dental Labs", "Cycle Parts", "Brewing", "Glazing", "Nurseries", "Stationers"];

    public static readonly string[] GermanTrades =
        ["Maschinenbau", "Werkzeugbau", "Holzhandel", "Küchentechnik", "Druckerei", "Elektrotechnik", "Gartenbau", "Feinkost", "Messtechnik", "Spedition", "Bootsbau", "Optik"];

    public static readonly string[] RomanceTrades = ["Ateliers", "Ceramica", "Officina", "Talleres", "Cartiera", "Verreries"];

    public static readonly string[] EnglishPeople =
        ["Tamsin Orrell", "Barnaby Flint", "Odette Marsh", "Corin Vale", "Philippa Stroud", "Jasper Lowe", "Imogen Tarrant", "Rufus Penhale", "Marla Winslade", "Edric Soames", "Nell Harcastle", "Toby Quince"];

    public static readonly string[] GermanPeople =
        ["Frauke Ellermann", "Jost Wiegand", "Swantje Brockhoff", "Gero Lindhorst", "Tilda Amsinck", "Ruben Sandvoss", "Heike Domröse", "Veit Karstens", "Ilka Hornbostel", "Arne Büttgen", "Dörte Kalkreuth", "Malte Engberg"];

    public static readonly string[] OtherPeople =
        ["Solène Garrivet", "Iker Mendalde", "Fiorenza Talpini", "Joost Verhaalen", "Amaury Lescotte", "Nuria Castrell", "Elio Brandetti", "Femke Rozendaal"];

    /// <summary>Letters a mail domain may have.</summary>
    public static string Slug(string name)
    {
        var plain = name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return string.Join('-', string.Concat(plain.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
