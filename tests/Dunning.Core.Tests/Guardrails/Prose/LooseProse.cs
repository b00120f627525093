namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>More whole mails: loose talk, plain tables without rules, semicolons, credits and subtotals.</summary>
internal static class LooseProse
{
    internal static readonly string[] English =
    [
        """
        Hi {first}, hope all is well. A quick nudge about {n1}: {a1}, which went past its due date {k1} days ago ({w1} {d1}). Shall I resend it to your accounts payable inbox? Replies to {mail} reach me.

        {cred}
        {phone}
        """,
        """
        Dear Ms. {last},

        You have four figures in front of you, so let me put them in order. {n1} was for {a1}. {n2} was for {a2}. {n3} was for {a3}. Added together they make {t}, which we hope to receive soon.

        {cred}
        """,
        """
        Good day,

        Reference    Due date    Open amount
        {d1}    {n1}    {a1}
        {d2}    {n2}    {a2}
                                {t} total

        Account {iban}
        {cred}
        """,
        """
        Hello Mr. {last},

        After applying your credit of {cr}, the balance falls from {t} to {net}. It consists of {n1} ({a1}) and {n2} ({a2}), less that credit.

        {cred}
        """,
        """
        Dear {first} and team,

        the two oldest items, {n1} at {a1} and {n2} at {a2}, make {t12} between them; {n3}, at {a3}, is more recent ({d3}).

        {cred}, {mail}
        """,
        """
        Dear Sir or Madam,

        {n1}; {d1}; {a1}
        {n2}; {d2}; {a2}
        {n3}; {d3}; {a3}
        Sum total; {t}

        {cred}
        """,
        """
        Hi {first},

        Just following up on our conversation. On {pd} you paid {pa}, thank you. What remains on {n1} is {a1}. And then there is {n2}, due {d2}, {k2} days ago, for {a2}.

        {cred}
        """,
        """
        Dear Mrs {last},

        {k1} days: {a1} ({n1}).
        {k2} days: {a2} ({n2}).

        These are the numbers behind the total of {t} I mentioned on the phone. To pay, please use {url}.

        {cred}
        """,
    ];

    internal static readonly string[] German =
    [
        """
        Hallo {first}, kurz zu {n1}: Die {a1} hätten am {w1} ({d1}) da sein sollen, das ist jetzt {k1} Tage her. Kommt das Geld noch? {phone}

        {cred}
        """,
        """
        Guten Tag Frau {last},

        {n1} lautet auf {a1}. {n2} lautet auf {a2}. {n3} lautet auf {a3}. Macht zusammen {t}.

        {cred}
        """,
        """
        Sehr geehrter Herr Dr. {last},

        Fälligkeit    Beleg    Betrag    Tage
        {d1}    {n1}    {a1}    {bk1}
        {d2}    {n2}    {a2}    {bk2}
        Summe              {t}

        IBAN: {iban}
        {cred}
        """,
        """
        Liebe Frau {last},

        Ihr Guthaben von {cr} haben wir berücksichtigt: Aus {t} werden damit {net}. Grundlage sind {n1} über {a1} und {n2} über {a2}.

        {cred}
        """,
        """
        Hallo zusammen,

        die beiden älteren Posten {n1} ({a1}) und {n2} ({a2}) ergeben zusammen {t12}, dazu kommt noch {n3} mit {a3}, fällig am {d3}.

        {cred}, {mail}
        """,
        """
        Sehr geehrte Frau Prof. Dr. {last},

        {n1}; {d1}; {a1}
        {n2}; {d2}; {a2}
        {n3}; {d3}; {a3}
        Gesamtsumme; {t}

        {cred}
        """,
        """
        Servus {first},

        am {pd} kamen {pa} von euch, danke. Bei {n1} fehlen noch {a1}. Außerdem ist {n2} seit {k2} Tagen offen, das sind {a2}.

        {cred}
        """,
        """
        Werter Herr {last},

        Wir vermissen den Ausgleich von {n1} und {n2}, zahlbar zum {d1} bzw. {d2}. Die Beträge lauten {a1} und {a2}. Alles in allem {t}; zahlbar über {url}.

        {cred}
        """,
    ];
}
