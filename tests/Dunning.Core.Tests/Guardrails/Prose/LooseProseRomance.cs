namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>More whole mails: loose talk, plain tables without rules, semicolons, credits and subtotals.</summary>
internal static class LooseProseRomance
{
    internal static readonly string[] French =
    [
        """
        Bonjour {first}, un petit mot au sujet de {n1} : {a1}, à régler {w1} {d1}, soit il y a {k1} jours. Faut-il vous renvoyer la facture ? {phone}

        {cred}
        """,
        """
        Chère Mme {last},

        {n1} s'élève à {a1}. {n2} s'élève à {a2}. {n3} s'élève à {a3}. Le tout représente {t}.

        {cred}
        """,
        """
        Monsieur {last},

        Échéance    Pièce    Montant    Jours
        {d1}    {n1}    {a1}    {bk1}
        {d2}    {n2}    {a2}    {bk2}
        Total général    {t}

        IBAN : {iban}
        {cred}
        """,
        """
        Bonjour Mme {last},

        Votre avoir de {cr} a été déduit : le solde passe de {t} à {net}. Il se compose de {n1} ({a1}) et de {n2} ({a2}).

        {cred}
        """,
        """
        Bonjour à tous,

        les deux plus anciennes, {n1} pour {a1} et {n2} pour {a2}, représentent ensemble {t12} ; la troisième, {n3}, porte sur {a3} et date d'échéance du {d3}.

        {cred}, {mail}
        """,
        """
        Madame la Directrice,

        {n1} ; {d1} ; {a1}
        {n2} ; {d2} ; {a2}
        {n3} ; {d3} ; {a3}
        Total ; {t}

        {cred}
        """,
        """
        Salut {first},

        le {pd} vous avez réglé {pa}, merci. Sur {n1} il manque encore {a1}. Et {n2}, échue depuis {k2} jours, pour {a2}.

        {cred}
        """,
        """
        Monsieur le Professeur {last},

        Nous attendons toujours le règlement de {n1} et de {n2}, exigibles respectivement le {d1} et le {d2}. Les montants sont de {a1} et {a2}. Au total {t}, payables sur {url}.

        {cred}
        """,
    ];

    internal static readonly string[] Spanish =
    [
        """
        Hola, {first}, una nota rápida sobre la {n1}: {a1}, que vencían el {w1} {d1}, hace ya {k1} días. ¿Se la reenvío? {phone}

        {cred}
        """,
        """
        Estimada Sra. {last}:

        La {n1} asciende a {a1}. La {n2} asciende a {a2}. La {n3} asciende a {a3}. Todo ello suma {t}.

        {cred}
        """,
        """
        Estimado Sr. {last}:

        Vencimiento    Documento    Importe    Días
        {d1}    {n1}    {a1}    {bk1}
        {d2}    {n2}    {a2}    {bk2}
        Total general    {t}

        IBAN {iban}
        {cred}
        """,
        """
        Buenas tardes, {first}:

        Hemos descontado su abono de {cr}: el saldo pasa de {t} a {net}. Se compone de la {n1} ({a1}) y la {n2} ({a2}).

        {cred}
        """,
        """
        Hola a todos:

        las dos más antiguas, la {n1} por {a1} y la {n2} por {a2}, suman {t12}; la tercera, la {n3}, es de {a3} y venció el {d3}.

        {cred}, {mail}
        """,
        """
        Muy señora mía:

        {n1}; {d1}; {a1}
        {n2}; {d2}; {a2}
        {n3}; {d3}; {a3}
        Suma total; {t}

        {cred}
        """,
        """
        Hola {first}:

        el {pd} nos entraron {pa}, gracias. De la {n1} faltan todavía {a1}. Además, la {n2} lleva {k2} días vencida, son {a2}.

        {cred}
        """,
        """
        Estimado Prof. {last}:

        Seguimos esperando el pago de la {n1} y la {n2}, con vencimientos {d1} y {d2}. Los importes son {a1} y {a2}. En total {t}, que puede abonar en {url}.

        {cred}
        """,
    ];
}
