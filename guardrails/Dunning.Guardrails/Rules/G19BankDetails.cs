using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G19: the only account that may be named is the creditor's, character for character; and no message ever announces
/// new bank details, which is how invoice fraud works.
/// </summary>
public static class G19BankDetails
{
    internal static readonly Phrases Words = Phrases.Of("""
        ~ bank ?account|details|data ... chang*|new|updat*|different|switch*|moved
        ~ chang*|new|updat*|different|switch*|moved|alternative|other ... bank|account|iban details|account|data|connection|iban|number|information
        ~ new|another|different|changed|updated|alternative bank|iban|account
        ~ our|the account|bank ?details have|has ?been|recently|now moved|changed|switched
        ~ no longer .. old|previous account|iban
        ~ neue*|geandert*|anderen|andere|aktualisiert* bankverbindung|bankverbindungen|konto|kontoverbindung|iban|bankdaten|kontodaten|bank
        ~ bankverbindung*|kontoverbindung*|bankdaten|kontodaten|iban|bank ... geandert*|gewechselt|neu|aktualisiert*|andert
        ~ nouveau*|nouvelle*|autre*|change* ... compte|rib|iban|coordonnees|banque
        ~ coordonnees|compte|rib|iban|banque .. change*|modifi*|nouve*
        ~ nuev*|otr*|cambi*|actualiz* ... cuenta|iban|banco|bancari*
        ~ cuenta|iban|banco|datos .. cambi*|actualiz*|nuev*|modific*
        ~ nuov*|altr*|cambiat*|aggiornat*|modificat* ... conto|iban|banca|bancari*|coordinate
        ~ conto|iban|banca|coordinate .. cambiat*|nuov*|modificat*|aggiornat*
        ~ nieuw*|ander|andere|gewijzigd* ... rekening|rekeningnummer|bankrekening|iban|bankgegevens|bank
        ~ rekening|rekeningnummer|bankrekening|iban|bankgegevens|bank .. gewijzigd|veranderd|nieuw*
        - new|another|different customer|user account
        - altrimenti|altrettanto
        """ + "\n" + Sayings.G19Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G19", "bank details that are not the registered ones", "Money sent to another account is lost.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var reading in draft.Readings)
        {
            foreach (var item in reading.Items)
            {
                if (item.Kind == ItemKind.Iban && !IsRegistered(item.Name, facts.Facts.Iban))
                    return reading.Part.Found("G19", Verdict.Block, item.Start, item.Length, IsValidIban(item.Name) ? "account number that is not registered" : "broken account number");
                if (item.Kind == ItemKind.Bic) return reading.Part.Found("G19", Verdict.Block, item.Start, item.Length, "bank code that is not registered");
            }
        }

        return SentenceWall.First(draft, "G19", (part, sentence) => NamesOwnAccount(draft, part, sentence));
    }

    // Whatever else "pay to our account ..." sounds like: the number in it was compared above and is ours.
    private static bool NamesOwnAccount(Draft draft, Part part, Sentence sentence) =>
        draft.Readings.Any(reading => ReferenceEquals(reading.Part, part) && reading.Items.Any(item =>
            item.Kind == ItemKind.Iban && item.Start >= sentence.Start && item.Start < sentence.Start + sentence.Length));

    private static bool IsRegistered(string written, string? registered) => registered is not null && KnownNumbers.Compact(written) == KnownNumbers.Compact(registered);

    /// <summary>The check digits of ISO 13616: the rearranged number leaves 1 modulo 97.</summary>
    public static bool IsValidIban(string written)
    {
        var compact = KnownNumbers.Compact(written);
        if (compact.Length is < 15 or > 34) return false;
        var rest = 0;
        foreach (var character in compact.AsSpan(4).ToString() + compact[..4])
        {
            rest = char.IsAsciiDigit(character) ? (rest * 10 + character - '0') % 97 : (rest * 100 + character - 'A' + 10) % 97;
        }

        return rest == 1;
    }
}
