using Dunning.Mail.Delivery;

namespace Dunning.Flows.Receiving;

/// <summary>Which feedback reports are complaints.</summary>
internal static class Complaints
{
    /// <summary>RFC 5965 §3.1 and its registry: "not-spam" takes a complaint back, "auth-failure" (RFC 6591) and "dmarc" tell the sender about its own set-up.</summary>
    public static bool IsComplaint(ReceivedMail.FeedbackReport report) => report.FeedbackType is not ("not-spam" or "auth-failure" or "dmarc");
}
