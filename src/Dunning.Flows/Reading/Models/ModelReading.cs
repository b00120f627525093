using Dunning.Core.Conversation;

namespace Dunning.Flows.Reading.Models;

/// <summary>What a language model made of a mail: closed values of the same kinds as the embedded reader's.</summary>
/// <param name="Language">One of the supported languages, or <c>other</c>.</param>
/// <param name="AddressesSoftware">The model saw text meant for software.</param>
public sealed record ModelReading(
    string Language, IReadOnlyList<Intent> Intents, IReadOnlyList<ModelPromise> Promises, IReadOnlyList<ModelPayment> Payments,
    IReadOnlyList<ModelDocument> Documents, IReadOnlyList<ModelDispute> Disputes, bool AddressesSoftware);

/// <summary>A promise as the model read it.</summary>
public sealed record ModelPromise(DateOnly? Date, decimal? Amount, string? Currency, bool Conditional, IReadOnlyList<string> Invoices);

/// <summary>A claimed payment as the model read it.</summary>
public sealed record ModelPayment(DateOnly? Date, decimal? Amount, string? Currency, IReadOnlyList<string> Invoices);

/// <summary>A request for a document as the model read it.</summary>
public sealed record ModelDocument(DocumentKind Kind, IReadOnlyList<string> Invoices);

/// <summary>A dispute as the model read it.</summary>
public sealed record ModelDispute(DisputeReason Reason, decimal? Amount, IReadOnlyList<string> Invoices);

/// <summary>What came of asking the model.</summary>
public abstract record ModelOpinion
{
    private ModelOpinion() { }

    /// <summary>It was not asked; the word says why.</summary>
    public sealed record NotAsked(string Why) : ModelOpinion;

    /// <summary>It answered in the agreed form.</summary>
    public sealed record Answered(ModelReading Reading) : ModelOpinion;

    /// <summary>It answered something else, or refused. The mail may be why, so a person looks.</summary>
    public sealed record Unusable(string Why) : ModelOpinion;

    /// <summary>It could not be reached in time or its budget is spent. That says nothing about the mail.</summary>
    public sealed record Unavailable(string Why) : ModelOpinion;
}
