namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Whole mails as people write them, in French, with places for the facts.</summary>
internal static class FrenchProse
{
    internal static readonly string[] All =
    [
        """
        Madame {last},
        Notre facture {n1} du {i1}, d'un montant de {a1}, était payable le {w1} {d1}. Pourriez-vous vérifier ?
        Cordialement, {cred}, {phone}
        """,
        """
        Bonjour {first},
        Il nous manque {a1} pour {n1} et {a2} pour {n2}, échues depuis {k1} et {k2} jours respectivement, soit {t} au total.
        IBAN : {iban}
        {cred}
        """,
        """
        Monsieur {last},
        Les factures {n1} ({a1}, échéance {d1}) et {n2} ({a2}, échéance {d2}) restent ouvertes. L'ensemble s'élève à {t}.
        Paiement en ligne : {url}
        {cred}
        """,
        """
        Mesdames, Messieurs,
        Situation au {today} :
        {n1} | {d1} | {k1} jours | {a1}
        {n2} | {d2} | {k2} jours | {a2}
        {n3} | {d3} | {k3} jours | {a3}
        Total : {t}
        Bien à vous, {cred}
        """,
        """
        Chère Madame {last},
        Merci pour votre versement de {pa} du {pd}. Il reste {a1} à régler sur la facture {n1}, échue le {d1}.
        {cred}
        """,
        """
        Bonjour M. {last},
        1. {n1} – {a1} – échue le {d1}
        2. {n2} – {a2} – échue le {d2}
        3. {n3} – {a3} – échue le {d3}
        Somme : {t}. Merci de virer sur {iban} (BIC {bic}).
        {cred}
        """,
        """
        Bonjour Mme {last},
        Vous nous aviez annoncé {ra} pour le {rd}. Rien n'est arrivé à ce jour ; la facture {n1} reste due pour {a1} depuis le {d1}.
        {cred}, {mail}
        """,
        """
        Bonjour,
        Facture : {n1}
        Émise le : {i1}
        Échéance : {d1}
        Solde : {a1}

        Facture : {n2}
        Émise le : {i2}
        Échéance : {d2}
        Solde : {a2}

        Cumul : {t} (client {custno})
        {cred}
        """,
        """
        Cher {first},
        Sur les {t} encore dus, {a1} concernent {n1} et {a2} concernent {n2}. La première a {k1} jours de retard, la seconde {k2} jours.
        {cred}
        """,
        """
        ~
        Monsieur,
        Depuis le {d1} nous attendons {a1} et depuis le {d2} {a2}, ce qui fait {t}. Il s'agit de {n1} et de {n2}.
        {phone}
        {cred}
        """,
        """
        Bonjour Maître {last},
        {n1}, {n2} et {n3} ({a1}, {a2} et {a3}) ne sont pas réglées. {n1} et {n2} font ensemble {t12} ; avec {n3} le total atteint {t}.
        {cred}
        """,
        """
        Chers collègues,
        • {a1} : {n1}, échéance {d1}
        • {a2} : {n2}, échéance {d2}
        En tout : {t}
        Vous pouvez payer ici : {url}
        {cred}
        """,
        """
        Madame, Monsieur,
        Après votre acompte de {pa} reçu le {pd}, la facture {n1} présente un solde de {a1}. S'y ajoute {n2} pour {a2}, échue le {d2} ; le montant global est de {t}.
        {cred}
        """,
        """
        Bonjour {first},
        {n1} a {k1} jours de retard ({a1}) et {n2} {k2} jours ({a2}). Un souci ?
        À bientôt, {cred}
        """,
        """
        Monsieur le Directeur,
        La facture {n1} vous a été adressée le {i1}. Elle porte sur {a1}. Elle est échue le {d1}, il y a {k1} jours.
        Page 1 sur 1
        {cred}
        """,
        """
        Bonjour Docteur {last},
        {n1} et {n2} : {a1} et {a2}, à payer respectivement le {d1} et le {d2}. Les deux ensemble : {t}.
        {cred}, {phone}
        """,
    ];
}
