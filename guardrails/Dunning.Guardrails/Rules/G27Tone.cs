using Dunning.Core.Cases;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>G27: the tone fits the stage: no "final reminder" in a friendly one, and none in an answer.</summary>
public static class G27Tone
{
    private static readonly Phrases Final = Phrases.Of("""
        final|last ?payment ?and ?urgent reminder|notice|request|demand|letter|call
        letzt* ?zahlungs mahnung|zahlungserinnerung|erinnerung|aufforderung|zahlungsaufforderung|hinweis
        letztmal*|letztmalig*
        dernier* ?et ?ultime relance|rappel|courrier|demande
        ultime relance
        ultim* ?y recordatorio|requerimiento|reclamacion|sollecito|richiamo|richiesta
        laatste herinnering|aanmaning|verzoek|bericht
        """);

    private static readonly Phrases Firm = Phrases.Of("""
        immediate|immediately|urgent|urgently|without delay
        without ?any ?further delay
        seriously|serious overdue|concern*
        at once
        insist|demand
        unverzuglich|sofort|sofortige*|umgehend*|dringend*|mahnung|ernsthaft
        immediat*|sans delai|urgence|urgent|exigeons
        sans delai
        inmediat*|urgente*|exigimos|sin demora
        immediat*|urgente*|esigiamo|senza indugio
        onmiddellijk*|dringend*|onverwijld|eisen
        - if ?anything ?is ?something urgent
        """);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G27", "tone outside the stage", "Severity is a step people planned, not a matter of wording.", Verdict.Hold, Judge)
    {
        PersonDecides = true,
        Vocabulary = Final.Source + Firm.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) => draft.Mail.Stage switch
    {
        Stage.Friendly or null => Lexical.First(draft, Final, "G27", Verdict.Hold) ?? Lexical.First(draft, Firm, "G27", Verdict.Hold),
        Stage.Reminder => Lexical.First(draft, Final, "G27", Verdict.Hold),
        Stage.Firm or Stage.Final => null,
    };
}
