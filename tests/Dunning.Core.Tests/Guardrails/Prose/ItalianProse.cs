namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Whole mails as people write them, in Italian, with places for the facts.</summary>
internal static class ItalianProse
{
    internal static readonly string[] All =
    [
        """
        Gentile Dott.ssa {last},
        la nostra fattura {n1} del {i1}, di {a1}, è scaduta {w1} {d1}. Può verificare?
        Cordiali saluti, {cred}, {phone}
        """,
        """
        Gentile {first},
        ci mancano {a1} per la {n1} e {a2} per la {n2}, scadute rispettivamente da {k1} e {k2} giorni: in totale {t}.
        IBAN {iban}
        {cred}
        """,
        """
        Egregio Sig. {last},
        le fatture {n1} ({a1}, scadenza {d1}) e {n2} ({a2}, scadenza {d2}) sono ancora aperte. L'importo complessivo è di {t}.
        Pagamento su {url}
        {cred}
        """,
        """
        Buongiorno Sig.ra {last},
        situazione al {today}:
        {n1} | scad. {d1} | {k1} giorni | {a1}
        {n2} | scad. {d2} | {k2} giorni | {a2}
        {n3} | scad. {d3} | {k3} giorni | {a3}
        Totale: {t}
        {cred}
        """,
        """
        Gent.mo Dott. {last},
        grazie per il versamento di {pa} del {pd}. Sulla fattura {n1} restano {a1}; la scadenza era il {d1}.
        {cred}
        """,
        """
        Spett.le {cust},
        1. {n1}, {a1}, scaduta il {d1}
        2. {n2}, {a2}, scaduta il {d2}
        3. {n3}, {a3}, scaduta il {d3}
        La somma è {t}. Bonifico su {iban} (BIC {bic}).
        {cred}
        """,
        """
        Gentile Sig.ra {last},
        ci aveva annunciato {ra} entro il {rd}. Non li vediamo ancora; la {n1} resta aperta per {a1} dal {d1}.
        {cred}, {mail}
        """,
        """
        Buongiorno,
        Fattura: {n1}
        Emessa: {i1}
        Scadenza: {d1}
        Aperto: {a1}

        Fattura: {n2}
        Emessa: {i2}
        Scadenza: {d2}
        Aperto: {a2}

        Somma: {t}
        Codice cliente {custno}
        {cred}
        """,
        """
        Caro {first},
        dei {t} ancora dovuti, {a1} riguardano la {n1} e {a2} la {n2}. La prima è in ritardo di {k1} giorni, la seconda di {k2} giorni.
        {cred}
        """,
        """
        ~
        Gentile Ing. {last},
        dal {d1} aspettiamo {a1} e dal {d2} {a2}; insieme fanno {t}. Si tratta di {n1} e {n2}.
        Tel. {phone}
        {cred}
        """,
        """
        Gentili colleghi,
        {n1}, {n2} e {n3} ({a1}, {a2} e {a3}) non risultano pagate. {n1} e {n2} fanno insieme {t12}; con la {n3} il totale è {t}.
        {cred}
        """,
        """
        Egregio Avv. {last},
        • {a1} – {n1} – {d1}
        • {a2} – {n2} – {d2}
        In totale: {t}
        Può pagare su {url}.
        {cred}
        """,
        """
        Gentile {c},
        detratto il suo acconto di {pa} ricevuto il {pd}, sulla {n1} restano {a1}. Si aggiunge la {n2} di {a2}, scaduta il {d2}. Totale: {t}.
        {cred}
        """,
        """
        Ciao {first},
        la {n1} è in ritardo di {k1} giorni ({a1}), la {n2} di {k2} giorni ({a2}). Mi fai sapere?
        A presto, {cred}
        """,
        """
        Egregio Signor {last},
        il {i1} le abbiamo inviato la fattura {n1}. L'importo è di {a1}. È scaduta il {d1}, {k1} giorni fa.
        Pagina 1 di 1
        {cred}
        """,
        """
        Gentile Cliente,
        {n1} e {n2}: {a1} e {a2}, scadenza rispettivamente {d1} e {d2}. Le due insieme sommano {t}.
        {cred}, {phone}
        """,
    ];
}
