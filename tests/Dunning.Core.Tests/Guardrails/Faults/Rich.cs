using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Core.Tests.Guardrails.Faults;

/// <summary>The sample with something in every list, so that what is inside can be taken away.</summary>
internal static class Rich
{
    internal static readonly CandidateMail Mail = Sample.Mail with
    {
        Attachments = [new("INV-1001.pdf", "application/pdf", "INV-1001", "C-4711", "aa", 10)],
        References = ["<m0@supplies.example>"],
        ExtraHeaders = [new("Auto-Submitted", "auto-generated")],
    };

    internal static readonly SendFacts Send = Sample.Send with
    {
        Facts = Sample.Facts with
        {
            Promises = [new(new(2026, 3, 10), 100m, ["INV-1002"])],
            PaymentsReceived = [new(new(2026, 3, 9), 50m, "REF-1", ["INV-1002"])],
            Attachments = ["INV-1001"],
            PartlyDisputed = ["INV-2001"],
            DisputedInvoices = ["INV-2001"],
        },
        Attachments = new("C-4711", new Dictionary<string, string?> { ["aa"] = "INV-1001" }),
    };
}
