using Dunning.Core.Cases;
using Dunning.Core.Conversation;

namespace Dunning.Core.Correspondence;

/// <summary>Which acknowledgement an open question needs, unless the mail itself is the answer.</summary>
internal static class OpenQuestions
{
    public static Condition? ConditionOf(Intent kind, Purpose purpose) => IsAnsweredBy(kind, purpose) ? null : kind switch
    {
        Intent.Dispute => Condition.QuestionDispute,
        Intent.DocumentRequest or Intent.VendorFormRequest => Condition.QuestionDocument,
        Intent.ExtensionRequest or Intent.PaymentPlanRequest => Condition.QuestionTerms,
        Intent.PaymentConfirmation => Condition.QuestionPayment,
        Intent.PromiseToPay or Intent.HardshipOrInsolvency or Intent.WrongContact or Intent.OutOfOffice or Intent.OptOut
            or Intent.ComplaintOrHostile or Intent.LegalRepresentation or Intent.BankChangeOrFraudAttempt
            or Intent.PromptInjection or Intent.ThanksAck or Intent.QuestionOther => Condition.QuestionOther,
    };

    private static bool IsAnsweredBy(Intent kind, Purpose purpose) => purpose switch
    {
        Purpose.DisputeAcknowledged => kind == Intent.Dispute,
        Purpose.DocumentAttached or Purpose.StatementAttached => kind == Intent.DocumentRequest,
        Purpose.PaymentThanks or Purpose.PaymentTrace or Purpose.ShortPay => kind == Intent.PaymentConfirmation,
        Purpose.PromiseAcknowledged or Purpose.AskForDate => kind == Intent.PromiseToPay,
        Purpose.Reminder or Purpose.PromiseLapsed => false,
    };
}
