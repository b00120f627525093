namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>More whole mails: loose talk, plain tables without rules, semicolons, credits and subtotals.</summary>
internal static class LooseProseOther
{
    internal static readonly string[] Italian =
    [
        """
        Ciao {first}, due parole sulla {n1}: {a1}, da pagare entro {w1} {d1}, cioè {k1} giorni fa. Te la rimando? {phone}

        {cred}
        """,
        """
        Gentile Sig.ra {last},

        la {n1} ammonta a {a1}. La {n2} ammonta a {a2}. La {n3} ammonta a {a3}. Il tutto fa {t}.

        {cred}
        """,
        """
        Egregio Dott. {last},

        Scadenza    Documento    Importo    Giorni
        {d1}    {n1}    {a1}    {bk1}
        {d2}    {n2}    {a2}    {bk2}
        Totale generale    {t}

        IBAN {iban}
        {cred}
        """,
        """
        Buonasera {first},

        abbiamo detratto la nota di credito di {cr}: il saldo passa da {t} a {net}. È composto da {n1} ({a1}) e {n2} ({a2}).

        {cred}
        """,
        """
        Salve a tutti,

        le due più vecchie, la {n1} per {a1} e la {n2} per {a2}, fanno insieme {t12}; la terza, la {n3}, è di {a3} ed è scaduta il {d3}.

        {cred}, {mail}
        """,
        """
        Gent.ma Sig.ra {last},

        {n1}; {d1}; {a1}
        {n2}; {d2}; {a2}
        {n3}; {d3}; {a3}
        Somma totale; {t}

        {cred}
        """,
        """
        Ciao {first},

        il {pd} sono arrivati {pa}, grazie. Sulla {n1} mancano ancora {a1}. Inoltre la {n2} è scaduta da {k2} giorni, sono {a2}.

        {cred}
        """,
        """
        Egregio Prof. {last},

        attendiamo ancora il saldo di {n1} e {n2}, in scadenza il {d1} e il {d2}. Gli importi sono {a1} e {a2}. In tutto {t}, pagabili su {url}.

        {cred}
        """,
    ];

    internal static readonly string[] Dutch =
    [
        """
        Hoi {first}, even over {n1}: {a1}, te betalen op {w1} {d1}, inmiddels {k1} dagen geleden. Zal ik hem opnieuw sturen? {phone}

        {cred}
        """,
        """
        Geachte mevrouw {last},

        {n1} bedraagt {a1}. {n2} bedraagt {a2}. {n3} bedraagt {a3}. Alles samen is dat {t}.

        {cred}
        """,
        """
        Geachte heer {last},

        Vervaldatum    Stuk    Bedrag    Dagen
        {d1}    {n1}    {a1}    {bk1}
        {d2}    {n2}    {a2}    {bk2}
        Totaal generaal    {t}

        IBAN {iban}
        {cred}
        """,
        """
        Goedemiddag {first},

        uw tegoed van {cr} is verrekend: het saldo gaat van {t} naar {net}. Het bestaat uit {n1} ({a1}) en {n2} ({a2}).

        {cred}
        """,
        """
        Hallo allemaal,

        de twee oudste, {n1} van {a1} en {n2} van {a2}, zijn samen {t12}; de derde, {n3}, is {a3} en verviel op {d3}.

        {cred}, {mail}
        """,
        """
        Geachte mevr. dr. {last},

        {n1}; {d1}; {a1}
        {n2}; {d2}; {a2}
        {n3}; {d3}; {a3}
        Totaalsom; {t}

        {cred}
        """,
        """
        Dag {first},

        op {pd} ontvingen we {pa}, dank. Op {n1} ontbreekt nog {a1}. Daarnaast is {n2} al {k2} dagen te laat, dat is {a2}.

        {cred}
        """,
        """
        Geachte prof. {last},

        Wij wachten nog op {n1} en {n2}, vervallen op {d1} en {d2}. De bedragen zijn {a1} en {a2}. In totaal {t}, te betalen via {url}.

        {cred}
        """,
    ];
}
