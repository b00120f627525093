namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Whole mails as people write them, in English, with places for the facts.</summary>
internal static class EnglishProse
{
    internal static readonly string[] All =
    [
        """
        Dear Ms {last},
        Invoice {n1} for {a1} fell due on {w1}, {d1} and is still unpaid. Would you have a look?
        Regards, {cred}, {phone}
        """,
        """
        Hi {first},
        {a1} for {n1} and {a2} for {n2} have not arrived yet; the first was due {d1}, the second {d2}. Together that is {t}.
        Please use {iban}.
        {cred}
        """,
        """
        Hello {first},
        our books show {n1} and {n2} as unpaid. They are {k1} and {k2} days overdue respectively, with {a1} and {a2} outstanding ({t} in total).
        You can pay at {url}.
        Best, {cred}
        """,
        """
        Good morning {first},
        here is where we stand as of {today}:

        No.        Due          Days   Amount
        {n1} | {d1} | {bk1} | {a1}
        {n2} | {d2} | {bk2} | {a2}
        {n3} | {d3} | {bk3} | {a3}
        Total: {t}

        Kind regards
        {cred} - {mail} - {phone}
        """,
        """
        Dear {c},
        Thank you for the {pa} received on {pd}. It was booked to {n1}, which leaves {a1} of the original {o1}. The due date was {d1}.
        {cred}
        """,
        """
        Dear Mr {last},
        1. {a1} - {n1} - due {d1} ({k1} days ago)
        2. {a2} - {n2} - due {d2} ({k2} days ago)
        3. {a3} - {n3} - due {d3} ({k3} days ago)
        All three add up to {t}.
        Remittance to {iban}, BIC {bic}, please.
        {cred}
        """,
        """
        Dear Dr {last},
        you told us {ra} would reach us by {rd}; so far it has not. The invoice concerned is {n1} ({d1}, {a1}).
        Please ring {phone}.
        {cred}
        """,
        """
        Dear accounts payable team at {cust},
        Could you let me know the status of the following?

        Invoice: {n1}
        Issued: {i1}
        Due: {d1}
        Balance: {a1}

        Invoice: {n2}
        Issued: {i2}
        Due: {d2}
        Balance: {a2}

        Customer no. {custno}. Balance of both: {t}.
        Many thanks, {cred}
        """,
        """
        ~
        Hi {first},
        since {d1} we have been waiting for {a1}, and since {d2} for {a2}. That makes {t} altogether. The invoices are {n1} and {n2}.
        {cred}, {mail}
        """,
        """
        Dear Mx {last},
        {n1} ({a1}, due {d1}), {n2} ({a2}, due {d2}) and {n3} ({a3}, due {d3}) are open. {n1} and {n2} together come to {t12}, and with {n3} the total is {t}.
        {cred}
        """,
        """
        To whom it may concern,
        your payment of {pa} of {pd} covered part of {n1}; {a1} is left on it. Nothing has been received for {n2} ({a2}), due {d2}.
        We now show {t} overdue on account {custno}.
        {cred}
        """,
        """
        Dear {first} and colleagues,
        * {d1}: {n1}, {a1}
        * {d2}: {n2}, {a2}
        Sum: {t}. Page 1 of 1.
        Questions? {mail} or {phone}.
        {cred}
        """,
        """
        Dear {c},
        Of the {t} on your account, {a1} relates to {n1} and {a2} to {n2}. The former has been due since {d1}, {k1} days, the latter since {d2}, {k2} days.
        Sincerely, {cred}
        """,
        """
        Good afternoon Mrs {last},
        Invoice {n1} was issued on {i1} and payable on {d1}. That is {k1} days ago. The amount of {a1} is still open on our side.
        (1) Has it been approved? (2) Who is handling it?
        {cred}
        """,
        """
        Hi there,
        quick one: {n1}, {n2} and {n3} - {a1}, {a2} and {a3} - are past due. {t} in all. Transfer to {iban} or {url}.
        Cheers, {cred}
        """,
        """
        Dear {first},
        {n2} is now {k2} days late and {n1} {k1} days. The amounts are {a2} and {a1}.
        I'd welcome a call on {phone}.
        {cred}
        """,
    ];
}
