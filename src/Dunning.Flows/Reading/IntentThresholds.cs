using Dunning.Core.Conversation;

namespace Dunning.Flows.Reading;

/// <summary>
/// The safety lattice: what must not be missed wins at low probability, what may be acted on without a person needs a high one.
/// </summary>
public static class IntentThresholds
{
    /// <summary>Below this nothing is done on an intent without a person.</summary>
    public const double Act = 0.85;

    /// <summary>A dispute pauses lines at once; between listing and this a person looks as well.</summary>
    public const double SureDispute = 0.6;

    /// <summary>From this probability on an intent is part of the reading.</summary>
    public static double List(Intent intent) => intent switch
    {
        Intent.HardshipOrInsolvency or Intent.OptOut or Intent.Dispute => 0.2,
        Intent.LegalRepresentation or Intent.BankChangeOrFraudAttempt => 0.25,
        Intent.ComplaintOrHostile or Intent.PromptInjection => 0.3,
        Intent.PromiseToPay or Intent.PaymentConfirmation or Intent.DocumentRequest or Intent.ExtensionRequest
            or Intent.PaymentPlanRequest or Intent.WrongContact or Intent.OutOfOffice or Intent.VendorFormRequest
            or Intent.ThanksAck or Intent.QuestionOther => 0.5,
    };

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
