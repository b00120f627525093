namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Whole mails as people write them, in Spanish, with places for the facts.</summary>
internal static class SpanishProse
{
    internal static readonly string[] All =
    [
        """
        Estimada Sra. {last}:
        Nuestra factura {n1} del {i1}, por {a1}, venció el {w1} {d1}. ¿Podría revisarla?
        Atentamente, {cred}, {phone}
        """,
        """
        Hola, {first}:
        Nos faltan {a1} de la {n1} y {a2} de la {n2}; llevan {k1} y {k2} días de retraso respectivamente y suman {t}.
        IBAN {iban}
        {cred}
        """,
        """
        Estimado Sr. {last}:
        Las facturas {n1} ({a1}, vencimiento {d1}) y {n2} ({a2}, vencimiento {d2}) siguen pendientes. En total, {t}.
        Puede pagar en {url}.
        {cred}
        """,
        """
        Buenos días, {first}:
        Situación a {today}:
        {n1} | vto. {d1} | {k1} días | {a1}
        {n2} | vto. {d2} | {k2} días | {a2}
        {n3} | vto. {d3} | {k3} días | {a3}
        Total: {t}
        {cred}
        """,
        """
        Apreciada Dña. {last}:
        Gracias por su pago de {pa} del {pd}. En la factura {n1} quedan {a1} por abonar; venció el {d1}.
        {cred}
        """,
        """
        Estimado D. {last}:
        1) {n1}: {a1}, vencida el {d1}
        2) {n2}: {a2}, vencida el {d2}
        3) {n3}: {a3}, vencida el {d3}
        Todo junto, un total de {t}. Cuenta: {iban} (BIC {bic}).
        {cred}
        """,
        """
        Buenas tardes, Sra. {last}:
        Nos indicó que el {rd} recibiríamos {ra}. Todavía no ha llegado; la {n1} sigue abierta por {a1} desde el {d1}.
        {cred}, {mail}
        """,
        """
        Estimados señores:
        Factura: {n1}
        Emitida: {i1}
        Vencimiento: {d1}
        Pendiente: {a1}

        Factura: {n2}
        Emitida: {i2}
        Vencimiento: {d2}
        Pendiente: {a2}

        Suma: {t}
        N.º de cliente {custno}
        {cred}
        """,
        """
        Hola {first}:
        De los {t} pendientes, {a1} corresponden a la {n1} y {a2} a la {n2}. Una lleva {k1} días vencida y la otra {k2} días.
        {cred}
        """,
        """
        ~
        Estimada Dra. {last}:
        Desde el {d1} esperamos {a1} y desde el {d2}, {a2}; en conjunto {t}. Son las facturas {n1} y {n2}.
        Teléfono {phone}
        {cred}
        """,
        """
        Estimado equipo de contabilidad:
        {n1}, {n2} y {n3} ({a1}, {a2} y {a3}) no constan como pagadas. {n1} y {n2} suman {t12}; con la {n3}, el total es {t}.
        {cred}
        """,
        """
        Muy señores míos:
        • {a1}, {n1}, {d1}
        • {a2}, {n2}, {d2}
        Importe conjunto: {t}
        Pago: {url} o {iban}
        {cred}
        """,
        """
        Estimada {c}:
        Descontado su pago a cuenta de {pa} ({pd}), la {n1} presenta un saldo de {a1}. A ello se añade la {n2}, de {a2}, que venció el {d2}. Total: {t}.
        {cred}
        """,
        """
        Hola {first},
        la {n1} va con {k1} días de retraso ({a1}) y la {n2} con {k2} ({a2}). ¿Me dices algo?
        Un saludo, {cred}
        """,
        """
        Estimado Sr. {last}:
        El {i1} le enviamos la factura {n1}. Su importe es de {a1}. Venció el {d1}, hace {k1} días.
        Página 1 de 1
        {cred}
        """,
        """
        Buenos días:
        {n1} y {n2}: {a1} y {a2}, con vencimiento el {d1} y el {d2}, respectivamente. Ambas suman {t}.
        {cred}, {phone}
        """,
    ];
}
