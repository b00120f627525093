using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dunning.Core.Cases;

/// <summary>What a message is for.</summary>
public enum Purpose
{
    Reminder, PromiseLapsed, PromiseAcknowledged, AskForDate, DisputeAcknowledged,
    PaymentThanks, PaymentTrace, DocumentAttached, ShortPay, StatementAttached,
}

/// <summary>An intended contact. At most one message ever goes out for it, whatever is redrafted or retried.</summary>
/// <param name="Id">Derived from case, cause and purpose; the outbox is unique on it.</param>
/// <param name="Cause">What made it necessary, for example <c>ladder:0:2</c> or <c>mail:4711</c>.</param>
/// <param name="Stage">The dunning stage, for reminders and lapsed promises; otherwise null.</param>
/// <param name="PlannedFor">The first day it may go out.</param>
public sealed record Touch(
    string Id, long CaseId, string Cause, Purpose Purpose, Stage? Stage, DateOnly PlannedFor, long? InReplyToMessage)
{
    /// <summary>Makes a touch with its derived id.</summary>
    public static Touch Make(long caseId, string cause, Purpose purpose, Stage? stage, DateOnly plannedFor, long? inReplyToMessage) =>
        new(IdOf(caseId, cause, purpose), caseId, cause, purpose, stage, plannedFor, inReplyToMessage);

    /// <summary>The stable id of a touch: 32 hex digits of SHA-256 over case, cause and purpose.</summary>
    public static string IdOf(long caseId, string cause, Purpose purpose) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}|{cause}|{purpose}")).AsSpan(0, 16));

    /// <summary>The cause of a step on the dunning ladder.</summary>
    public static string LadderCause(int ladderRun, Stage stage) => $"ladder:{ladderRun}:{(int)stage}";

    /// <summary>The ladder run named in a cause; null when it is no step of the ladder.</summary>
    public static int? LadderRunOf(string cause) =>
        cause.Split(':') is ["ladder", var run, _] && int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The cause of an answer to an inbound mail.</summary>
    public static string MailCause(long messageId) => $"mail:{messageId}";

    /// <summary>The cause of a contact about a broken promise.</summary>
    public static string PromiseCause(long promiseId) => $"promise:{promiseId}:broken";

    /// <summary>The cause of a contact about a payment that was less than what it was for.</summary>
    public static string PaymentCause(long paymentId) => $"payment:{paymentId}";

    /// <summary>The cause of a contact about a payment that was found or not found.</summary>
    public static string ClaimCause(long claimId) => $"claim:{claimId}";
}
