using Dunning.Core.Conversation;

namespace Dunning.Flows.Reading;

/// <summary>
/// The safety lattice: what must not be missed wins at low probability, what may be acted on without a person needs a high one.
/// </summary>
public static class IntentThresholds
{
    private const double NeverWatched = 2;

    /// <summary>No model may ask for less before something is done on an intent without a person.</summary>
    public static double LeastAct(Intent intent) => intent == Intent.Dispute ? 0.5 : intent == Intent.ThanksAck ? 0.7 : 0.8;

    /// <summary>
    /// No model need ask for more: what follows can be undone or harms nobody (a pause, a copy of an invoice, a trace),
    /// and the extraction must find its values besides.
    /// </summary>
    public static double MostAct(Intent intent) => intent switch
    {
        Intent.PromiseToPay => 0.9,
        Intent.PaymentConfirmation or Intent.DocumentRequest => 0.9,
        Intent.Dispute => 0.7,
        Intent.OutOfOffice or Intent.ThanksAck => 0.8,
        Intent.ExtensionRequest or Intent.PaymentPlanRequest or Intent.HardshipOrInsolvency or Intent.WrongContact or Intent.OptOut or Intent.ComplaintOrHostile
            or Intent.LegalRepresentation or Intent.VendorFormRequest or Intent.BankChangeOrFraudAttempt or Intent.PromptInjection or Intent.QuestionOther => 2,
    };

    /// <summary>No model may ask for more before an intent is part of the reading; a grave one is watched long before.</summary>
    public static double HighestList(Intent intent) => Math.Max(Safety(intent) ? 0.5 : 0.7, LeastList(intent));

    /// <summary>No model may list an intent earlier. Talk to software has look-alikes in ordinary mail; fainter signs of it are watched.</summary>
    public static double LeastList(Intent intent) => intent == Intent.PromptInjection ? 0.65 : 0;

    /// <summary>Whether missing the intent is worse than showing a person one mail too many.</summary>
    public static bool Safety(Intent intent) => intent switch
    {
        Intent.HardshipOrInsolvency or Intent.OptOut or Intent.Dispute or Intent.LegalRepresentation or Intent.BankChangeOrFraudAttempt
            or Intent.ComplaintOrHostile or Intent.PromptInjection => true,
        Intent.PromiseToPay or Intent.PaymentConfirmation or Intent.DocumentRequest or Intent.ExtensionRequest
            or Intent.PaymentPlanRequest or Intent.WrongContact or Intent.OutOfOffice or Intent.VendorFormRequest
            or Intent.ThanksAck or Intent.QuestionOther => false,
    };

    /// <summary>The thresholds a model learned, within the compiled-in bounds.</summary>
    public static IntentThreshold Of(ReaderModelInfo info, Intent intent)
    {
        var learned = info.Thresholds[(int)intent];
        return learned with
        {
            Watch = Safety(intent) ? Math.Min(learned.Watch, learned.List) : NeverWatched,
            List = Math.Clamp(learned.List, LeastList(intent), HighestList(intent)),
            Act = Math.Max(learned.Act, LeastAct(intent)),
        };
    }

    /// <summary>Why a listed intent goes to a person whatever its probability; null when code may act on it.</summary>
    public static PersonReason? AlwaysPerson(Intent intent) => intent switch
    {
        Intent.HardshipOrInsolvency or Intent.OptOut or Intent.LegalRepresentation or Intent.ComplaintOrHostile => PersonReason.SafetyIntent,
        Intent.BankChangeOrFraudAttempt => PersonReason.BankDetails,
        Intent.PromptInjection => PersonReason.InjectionSuspected,
        Intent.ExtensionRequest or Intent.PaymentPlanRequest or Intent.WrongContact or Intent.VendorFormRequest or Intent.QuestionOther => PersonReason.OtherIntent,
        Intent.PromiseToPay or Intent.Dispute or Intent.PaymentConfirmation or Intent.DocumentRequest or Intent.OutOfOffice or Intent.ThanksAck => null,
    };
}
