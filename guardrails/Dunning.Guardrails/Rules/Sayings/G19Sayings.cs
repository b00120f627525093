namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G19 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G19Sayings
{
    internal const string Lines = """
        ~ from now on ... account|iban|bank
        ~ ab sofort|jetzt ... konto|iban|bankverbindung
        ~ desormais|dorenavant ... compte|iban|rib|banque
        ~ partir|ahora .. adelante|ahora ... cuenta|iban|banco
        ~ ora in poi ... conto|iban|banca
        ~ voortaan ... rekening*|iban|bank
        ~ old|former|alte|alten|altes|fruhere|ancien*|antigu*|anterior|vecchi*|precedente|oude account|konto|kontonummer|compte|iban|cuenta|conto|rekening|bankverbindung
        ~ account|konto|compte|cuenta|conto|rekening .. closed|geschlossen|aufgelost|ferme|cloture*|cerrad*|chius*|opgeheven|gesloten
        ~ moved|changed|switched banks|bank
        ~ bank|hausbank gewechselt
        """;
}
