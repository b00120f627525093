using Dunning.Core.Cases;

namespace Dunning.Core.Correspondence;

/// <summary>Which parts a mail of a purpose has, must have, and in which tone it is written.</summary>
internal static class MailShape
{
    /// <summary>The parts a mail may have, in order. The disclosure is added for automatic messages.</summary>
    public static IReadOnlyList<SpeechAct> Parts(Purpose purpose) => purpose switch
    {
        Purpose.Reminder or Purpose.PromiseLapsed =>
        [
            SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.AnswerQuestion, SpeechAct.ThankPayment,
            SpeechAct.Approach, SpeechAct.RecallPromise, SpeechAct.Opening, SpeechAct.StateLines, SpeechAct.StatePaused,
            SpeechAct.StateReduced, SpeechAct.StateResolved, SpeechAct.StatePromise, SpeechAct.StateDocuments,
            SpeechAct.StateAttached, SpeechAct.Request, SpeechAct.NextStep, SpeechAct.PayByTransfer, SpeechAct.PayOnline, .. Closing,
        ],
        Purpose.AskForDate =>
        [
            SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.AnswerQuestion, SpeechAct.Opening, SpeechAct.StateLines,
            SpeechAct.StatePaused, SpeechAct.StateReduced, SpeechAct.Request, SpeechAct.PayByTransfer, SpeechAct.PayOnline, .. Closing,
        ],
        Purpose.PromiseAcknowledged or Purpose.DocumentAttached =>
        [
            SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.AnswerQuestion, SpeechAct.Opening, SpeechAct.Request,
            SpeechAct.PayByTransfer, SpeechAct.PayOnline, .. Closing,
        ],
        Purpose.StatementAttached =>
        [
            SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.AnswerQuestion, SpeechAct.Opening, SpeechAct.StateLines, SpeechAct.StateAttached,
            SpeechAct.PayByTransfer, SpeechAct.PayOnline, .. Closing,
        ],
        Purpose.DisputeAcknowledged or Purpose.PaymentTrace =>
        [
            SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.AnswerQuestion, SpeechAct.Opening, SpeechAct.Request,
            SpeechAct.NextStep, .. Closing,
        ],
        Purpose.ShortPay =>
        [
            SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.AnswerQuestion, SpeechAct.Opening, SpeechAct.StateLines,
            SpeechAct.StateReduced, SpeechAct.Request, SpeechAct.PayByTransfer, SpeechAct.PayOnline, .. Closing,
        ],
        Purpose.PaymentThanks =>
        [
            SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.AnswerQuestion, SpeechAct.Opening, SpeechAct.StateLines,
            SpeechAct.StatePaused, .. Closing,
        ],
    };

    private static IReadOnlyList<SpeechAct> Closing =>
    [
        SpeechAct.InviteReply, SpeechAct.Farewell, SpeechAct.Signature, SpeechAct.SignatureAddress,
        SpeechAct.SignaturePhone, SpeechAct.Disclosure,
    ];

    /// <summary>The parts no mail of the purpose can do without.</summary>
    public static IReadOnlyList<SpeechAct> Needed(Purpose purpose)
    {
        List<SpeechAct> always = [SpeechAct.Subject, SpeechAct.Salutation, SpeechAct.Opening, SpeechAct.InviteReply, SpeechAct.Farewell, SpeechAct.Signature, SpeechAct.Disclosure];
        return purpose switch
        {
            Purpose.Reminder or Purpose.PromiseLapsed or Purpose.ShortPay => [.. always, SpeechAct.StateLines, SpeechAct.Request],
            Purpose.AskForDate or Purpose.PaymentTrace or Purpose.DisputeAcknowledged => [.. always, SpeechAct.Request],
            Purpose.PromiseAcknowledged or Purpose.PaymentThanks or Purpose.DocumentAttached or Purpose.StatementAttached => always,
        };
    }

    /// <summary>Stage and tone pairs a purpose occurs in.</summary>
    public static IEnumerable<(Stage? Stage, Tone Tone)> Occasions(Purpose purpose)
    {
        IReadOnlyList<Stage?> stages = HasStage(purpose) ? [.. Enum.GetValues<Stage>().Select(stage => (Stage?)stage)] : [null];
        return stages.SelectMany(stage => ((bool[])[true, false]).Select(good => (stage, ToneFor(stage, good)))).Distinct();
    }

    /// <summary>Whether mails of this purpose stand on the dunning ladder.</summary>
    public static bool HasStage(Purpose purpose) => purpose is Purpose.Reminder or Purpose.PromiseLapsed;

    /// <summary>The tone rises with the stage; somebody who pays reliably is addressed one step more softly.</summary>
    public static Tone ToneFor(Stage? stage, bool goodPayer)
    {
        var tone = (stage ?? Stage.Friendly) switch
        {
            Stage.Friendly => Tone.Soft,
            Stage.Reminder => Tone.Neutral,
            Stage.Firm or Stage.Final => Tone.Direct,
        };
        return goodPayer && tone > Tone.Soft ? tone - 1 : tone;
    }
}
