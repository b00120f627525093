namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Whole mails as people write them, in Dutch, with places for the facts.</summary>
internal static class DutchProse
{
    internal static readonly string[] All =
    [
        """
        Geachte mevrouw {last},
        onze factuur {n1} van {i1}, groot {a1}, verviel op {w1} {d1}. Wilt u dit nakijken?
        Met vriendelijke groet, {cred}, {phone}
        """,
        """
        Beste {first},
        wij missen {a1} voor {n1} en {a2} voor {n2}, respectievelijk {k1} en {k2} dagen te laat, samen {t}.
        IBAN {iban}
        {cred}
        """,
        """
        Geachte heer {last},
        de facturen {n1} ({a1}, vervaldatum {d1}) en {n2} ({a2}, vervaldatum {d2}) staan nog open. Totaal: {t}.
        Betalen kan via {url}.
        {cred}
        """,
        """
        Goedemorgen {first},
        stand per {today}:
        {n1} | {d1} | {k1} dagen | {a1}
        {n2} | {d2} | {k2} dagen | {a2}
        {n3} | {d3} | {k3} dagen | {a3}
        Totaalbedrag: {t}
        {cred}
        """,
        """
        Beste dhr. {last},
        dank voor uw betaling van {pa} op {pd}. Op factuur {n1} blijft {a1} over; de vervaldatum was {d1}.
        {cred}
        """,
        """
        Geachte mevr. {last},
        1. {n1}: {a1}, vervallen op {d1}
        2. {n2}: {a2}, vervallen op {d2}
        3. {n3}: {a3}, vervallen op {d3}
        Alles bij elkaar {t}. Overmaken naar {iban} (BIC {bic}).
        {cred}
        """,
        """
        Dag {first},
        u zou uiterlijk {rd} een bedrag van {ra} overmaken. Dat is nog niet binnen; {n1} staat met {a1} open sinds {d1}.
        {cred}, {mail}
        """,
        """
        Geachte heer/mevrouw,
        Factuur: {n1}
        Datum: {i1}
        Vervalt: {d1}
        Open: {a1}

        Factuur: {n2}
        Datum: {i2}
        Vervalt: {d2}
        Open: {a2}

        Samen: {t}
        Klantnummer {custno}
        {cred}
        """,
        """
        Beste {c},
        van de openstaande {t} hoort {a1} bij {n1} en {a2} bij {n2}. De eerste is {k1} dagen te laat, de tweede {k2} dagen.
        {cred}
        """,
        """
        ~
        Geachte mw. {last},
        sinds {d1} wachten we op {a1} en sinds {d2} op {a2}; bij elkaar {t}. Het gaat om {n1} en {n2}.
        Tel. {phone}
        {cred}
        """,
        """
        Beste collega's van de administratie,
        {n1}, {n2} en {n3} ({a1}, {a2} en {a3}) zijn niet betaald. {n1} en {n2} zijn samen {t12}; met {n3} is het totaal {t}.
        {cred}
        """,
        """
        Geachte relatie,
        - {a1} | {n1} | {d1}
        - {a2} | {n2} | {d2}
        Opgeteld: {t}
        Betalen: {url} of {iban}
        {cred}
        """,
        """
        Geachte heer {last},
        na aftrek van uw betaling van {pa} ({pd}) resteert op {n1} {a1}. Daarbij komt {n2} van {a2}, vervallen op {d2}. In totaal {t}.
        {cred}
        """,
        """
        Hoi {first},
        {n1} is {k1} dagen te laat ({a1}) en {n2} {k2} dagen ({a2}). Laat je het weten?
        Groet, {cred}
        """,
        """
        Geachte dr. {last},
        op {i1} stuurden wij u factuur {n1}. Het bedrag is {a1}. Deze verviel op {d1}, {k1} dagen geleden.
        Pagina 1 van 1
        {cred}
        """,
        """
        Goedendag,
        {n1} en {n2}: {a1} en {a2}, te betalen op {d1} respectievelijk {d2}. Samen is dat {t}.
        {cred}, {phone}
        """,
    ];
}
