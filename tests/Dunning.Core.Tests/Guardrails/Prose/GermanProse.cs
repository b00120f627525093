namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Whole mails as people write them, in German, with places for the facts.</summary>
internal static class GermanProse
{
    internal static readonly string[] All =
    [
        """
        Sehr geehrte Frau Dr. {last},
        unsere Rechnung {n1} vom {i1} über {a1} war am {w1}, dem {d1}, fällig. Bitte prüfen Sie den Vorgang.
        Mit freundlichen Grüßen
        {cred}, Tel. {phone}
        """,
        """
        Guten Tag Herr {last},
        zu {n1} und {n2} fehlen uns {a1} bzw. {a2}. Die Rechnungen sind seit {k1} bzw. {k2} Tagen überfällig, zusammen geht es um {t}.
        Konto: {iban}
        {cred}
        """,
        """
        Hallo {first},
        {a1} aus {n1} (fällig {d1}) und {a2} aus {n2} (fällig {d2}) stehen noch aus, in Summe also {t}.
        Zahlen können Sie auch unter {url}.
        Viele Grüße, {cred}
        """,
        """
        Sehr geehrtes Team der Buchhaltung,
        Stand {today}:
        {n1} | fällig {d1} | {k1} Tage | {a1}
        {n2} | fällig {d2} | {k2} Tage | {a2}
        {n3} | fällig {d3} | {k3} Tage | {a3}
        Gesamtbetrag: {t}
        Freundliche Grüße
        {cred}
        """,
        """
        Lieber Herr {last},
        vielen Dank für Ihre Zahlung über {pa} vom {pd}. Auf {n1} bleiben damit noch {a1} offen; fällig war die Rechnung am {d1}.
        {cred}
        """,
        """
        Sehr geehrter Herr {last},
        1) {n1}, {a1}, fällig am {d1}
        2) {n2}, {a2}, fällig am {d2}
        3) {n3}, {a3}, fällig am {d3}
        Das macht insgesamt {t}. Bitte überweisen Sie auf {iban} (BIC {bic}).
        {cred}
        """,
        """
        Guten Morgen Frau {last},
        Sie hatten uns {ra} bis zum {rd} angekündigt. Der Betrag ist bisher nicht eingegangen, {n1} ist weiterhin mit {a1} offen, Fälligkeit {d1}.
        {cred}, {mail}
        """,
        """
        Sehr geehrte Damen und Herren,
        Rechnung: {n1}
        Rechnungsdatum: {i1}
        Fällig: {d1}
        Offen: {a1}

        Rechnung: {n2}
        Rechnungsdatum: {i2}
        Fällig: {d2}
        Offen: {a2}

        Summe: {t}
        Kundennummer {custno}
        {cred}
        """,
        """
        Hallo Frau {last},
        von den offenen {t} entfallen {a1} auf {n1} und {a2} auf {n2}. Die eine ist {k1} Tage, die andere {k2} Tage über dem Termin.
        {cred}
        """,
        """
        ~
        Guten Tag {c},
        seit dem {d1} warten wir auf {a1}, seit dem {d2} auf {a2}. Das sind {t}. Es geht um {n1} und {n2}.
        Rückfragen: {phone}
        {cred}
        """,
        """
        Sehr geehrter Herr Prof. {last},
        die Rechnungen {n1}, {n2} und {n3} über {a1}, {a2} und {a3} sind noch nicht beglichen. {n1} und {n2} machen zusammen {t12} aus, mit {n3} sind es insgesamt {t}.
        {cred}
        """,
        """
        Liebe Kolleginnen und Kollegen,
        - {a1} | {n1} | {d1}
        - {a2} | {n2} | {d2}
        Unterm Strich: {t}
        Zahlung bitte an {iban} oder {url}.
        {cred}
        """,
        """
        Sehr geehrte Frau {last},
        die Ursprungssumme von {n1} betrug {o1}; abzüglich Ihrer Zahlung vom {pd} über {pa} verbleiben {a1}. Dazu kommt {n2} mit {a2}, fällig seit {d2}. Gesamt: {t}.
        {cred}
        """,
        """
        Moin {first},
        {n1} ist seit {k1} Tagen drüber ({a1}), {n2} seit {k2} Tagen ({a2}). Sagst du mir kurz, woran es liegt?
        Gruß, {cred}
        """,
        """
        Sehr geehrter Herr {last},
        am {i1} haben wir Ihnen die Rechnung {n1} gestellt. Der Betrag von {a1} war am {d1} zahlbar und ist heute {k1} Tage überfällig.
        Seite 1 von 1
        {cred}
        """,
        """
        Guten Tag,
        {n1} und {n2}: {a1} und {a2}, fällig am {d1} beziehungsweise am {d2}. Beides zusammen ergibt {t}.
        {cred}, {phone}
        """,
    ];
}
