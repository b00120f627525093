namespace Dunning.Core.Ledger.Statements;

/// <summary>The headings and words of a statement in a language.</summary>
/// <param name="FileName">First part of the name of its file, ASCII.</param>
/// <param name="Headings">One per column of <see cref="StatementCsv"/>, in their order.</param>
public sealed record StatementWords(
    string FileName, IReadOnlyList<string> Headings, string Invoice, string Payment, string CreditNote, string Total, string Credits, string Balance,
    string Disputed, string Paused, string Collected)
{
    private static readonly Dictionary<string, StatementWords> All = new()
    {
        ["en"] = new("statement", ["Customer", "Type", "Number", "Issued", "Due", "Currency", "Original amount", "Open amount", "Days overdue", "Note", "As of"],
            "Invoice", "Payment not applied", "Credit note not applied", "Total open", "Total credits", "Balance", "in dispute", "on hold", "being collected"),
        ["de"] = new("kontoauszug", ["Kunde", "Art", "Nummer", "Ausgestellt", "Fällig", "Währung", "Ursprungsbetrag", "Offener Betrag", "Tage überfällig", "Hinweis", "Stand"],
            "Rechnung", "Zahlung ohne Zuordnung", "Gutschrift ohne Zuordnung", "Summe offen", "Summe Guthaben", "Saldo", "reklamiert", "ruht", "wird eingezogen"),
        ["fr"] = new("releve", ["Client", "Type", "Numéro", "Émise le", "Échéance", "Devise", "Montant initial", "Montant dû", "Jours de retard", "Remarque", "Situation au"],
            "Facture", "Paiement non affecté", "Avoir non affecté", "Total dû", "Total des avoirs", "Solde", "contestée", "en attente", "en cours de prélèvement"),
        ["es"] = new("extracto", ["Cliente", "Tipo", "Número", "Emisión", "Vencimiento", "Moneda", "Importe original", "Importe pendiente", "Días de retraso", "Nota", "Fecha del extracto"],
            "Factura", "Pago sin aplicar", "Abono sin aplicar", "Total pendiente", "Total de abonos", "Saldo", "en disputa", "en espera", "en cobro"),
        ["it"] = new("estratto-conto", ["Cliente", "Tipo", "Numero", "Emissione", "Scadenza", "Valuta", "Importo originario", "Importo aperto", "Giorni di ritardo", "Nota", "Situazione al"],
            "Fattura", "Pagamento non abbinato", "Nota di credito non abbinata", "Totale aperto", "Totale crediti", "Saldo", "contestata", "sospesa", "in incasso"),
        ["nl"] = new("rekeningoverzicht", ["Klant", "Soort", "Nummer", "Factuurdatum", "Vervaldatum", "Valuta", "Oorspronkelijk bedrag", "Openstaand bedrag", "Dagen te laat", "Opmerking", "Stand per"],
            "Factuur", "Betaling niet verwerkt", "Creditnota niet verwerkt", "Totaal open", "Totaal tegoed", "Saldo", "betwist", "aangehouden", "wordt geïncasseerd"),
    };

    /// <summary>The words of a language; English for one there are none for.</summary>
    public static StatementWords For(string language) => All.TryGetValue(language, out var words) ? words : All["en"];

    /// <summary>The word for a mark; empty for none.</summary>
    public string Of(StatementMark mark) => mark switch
    {
        StatementMark.None => "",
        StatementMark.Disputed => Disputed,
        StatementMark.Paused => Paused,
        StatementMark.Collected => Collected,
    };
}
