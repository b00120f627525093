namespace Dunning.Core.Correspondence;

/// <summary>What a clause does in a mail. The order of the members is the order in the mail.</summary>
public enum SpeechAct
{
    /// <summary>The subject line.</summary>
    Subject,

    /// <summary>Addresses the contact.</summary>
    Salutation,

    /// <summary>Answers or acknowledges a question that is still open, or the customer's last message.</summary>
    AnswerQuestion,

    /// <summary>Thanks for a part payment that is in the ledger.</summary>
    ThankPayment,

    /// <summary>Says how this person comes to hear from us: newly named, or back from an absence.</summary>
    Approach,

    /// <summary>Recalls a promise that was not kept.</summary>
    RecallPromise,

    /// <summary>Says why we write.</summary>
    Opening,

    /// <summary>The account statement.</summary>
    StateLines,

    /// <summary>Disputed invoices that are not demanded.</summary>
    StatePaused,

    /// <summary>Why the line of a partly disputed invoice is smaller.</summary>
    StateReduced,

    /// <summary>Invoices listed again after a closed dispute.</summary>
    StateResolved,

    /// <summary>A promise that still runs.</summary>
    StatePromise,

    /// <summary>Documents sent before.</summary>
    StateDocuments,

    /// <summary>Documents that go along.</summary>
    StateAttached,

    /// <summary>What is asked for.</summary>
    Request,

    /// <summary>What a person will do next.</summary>
    NextStep,

    /// <summary>The bank account.</summary>
    PayByTransfer,

    /// <summary>The payment page.</summary>
    PayOnline,

    /// <summary>How to reply, object or ask.</summary>
    InviteReply,

    /// <summary>Complimentary close.</summary>
    Farewell,

    /// <summary>Who writes.</summary>
    Signature,

    /// <summary>Postal address of the creditor.</summary>
    SignatureAddress,

    /// <summary>Phone of the creditor.</summary>
    SignaturePhone,

    /// <summary>Says that the message was prepared by software.</summary>
    Disclosure,
}

/// <summary>Manner of a clause, from warm to plain.</summary>
public enum Tone { Soft, Neutral, Direct }

/// <summary>Where the acts stand on the page.</summary>
public static class MailLayout
{
    /// <summary>What separates two neighbouring clauses: a blank line, a line break or a space.</summary>
    public static string Between(SpeechAct before, SpeechAct after) =>
        Paragraph(before) != Paragraph(after) ? "\n\n" : Paragraph(after) == 11 ? "\n" : " ";

    private static int Paragraph(SpeechAct act) => act switch
    {
        SpeechAct.Subject => 0,
        SpeechAct.Salutation => 1,
        SpeechAct.AnswerQuestion or SpeechAct.ThankPayment => 2,
        SpeechAct.Approach or SpeechAct.RecallPromise or SpeechAct.Opening => 3,
        SpeechAct.StateLines => 4,
        SpeechAct.StatePaused or SpeechAct.StateReduced or SpeechAct.StateResolved or SpeechAct.StatePromise or SpeechAct.StateDocuments
            or SpeechAct.StateAttached => 5,
        SpeechAct.Request or SpeechAct.NextStep => 6,
        SpeechAct.PayByTransfer => 7,
        SpeechAct.PayOnline => 8,
        SpeechAct.InviteReply => 9,
        SpeechAct.Farewell => 10,
        SpeechAct.Signature or SpeechAct.SignatureAddress or SpeechAct.SignaturePhone => 11,
        SpeechAct.Disclosure => 12,
    };
}
