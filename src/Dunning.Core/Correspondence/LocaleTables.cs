namespace Dunning.Core.Correspondence;

/// <summary>The tables behind <see cref="LocaleFormats"/>.</summary>
internal static class LocaleTables
{
    private const char NarrowNoBreakSpace = '\u202f';

    public static IReadOnlyDictionary<string, LocaleFormats> All { get; } = new Dictionary<string, LocaleFormats>
    {
        ["en"] = Make("en", '.', ',', "January February March April May June July August September October November December",
            "{0} {1} {2}", "1", " and ", " and more",
            "- Invoice {number}, due {date}, {open}", " ({days} {days|day|days} overdue)"),
        ["de"] = Make("de", ',', '.', "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "{0}. {1} {2}", "1", " und ", " und weitere",
            "- Rechnung {number}, fällig am {date}, {open}", " (seit {days} {days|Tag|Tagen} überfällig)"),
        ["fr"] = Make("fr", ',', NarrowNoBreakSpace, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "{0} {1} {2}", "1er", " et ", " et autres",
            "- Facture {number}, échéance le {date}, {open}", " ({days} {days|jour|jours} de retard)"),
        ["es"] = Make("es", ',', '.', "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "{0} de {1} de {2}", "1", " y ", " y otras",
            "- Factura {number}, vencimiento el {date}, {open}", " ({days} {days|día|días} de retraso)"),
        ["it"] = Make("it", ',', '.', "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "{0} {1} {2}", "1", " e ", " e altre",
            "- Fattura {number}, scadenza {date}, {open}", " ({days} {days|giorno|giorni} di ritardo)"),
        ["nl"] = Make("nl", ',', '.', "januari februari maart april mei juni juli augustus september oktober november december",
            "{0} {1} {2}", "1", " en ", " en andere",
            "- Factuur {number}, vervaldatum {date}, {open}", " ({days} {days|dag|dagen} te laat)"),
    };

    private static LocaleFormats Make(
        string language, char point, char group, string months, string date, string first, string and, string more,
        string line, string overdue) =>
        new(language, point, group, months.Split(' '), date, first, and, more,
            Template.Read(line + overdue), Template.Read(line));
}
