using Dunning.Connectors.Documents;
using Dunning.Core.Cadence;
using Dunning.Flows.Clauses;
using Dunning.Flows.Drafting;
using Dunning.Flows.Drafting.Models;
using Dunning.Flows.Sending;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Connectors;

/// <summary>What drafting needs: clauses, conversation memory, documents and the gate's facts. No mail server is involved.</summary>
public sealed class DraftingDesk
{
    /// <summary>Loads the clauses and wires the flow.</summary>
    /// <param name="drafter">The model that drafts; null for none.</param>
    /// <param name="queries">Embeds what is looked for in the conversation; null for the built-in embedding.</param>
    public DraftingDesk(
        NpgsqlDataSource source, TimeProvider clock, PolicySet policies, byte[] threadKey, string documentsFolder, string? promptsFolder, DraftingOptions options,
        ModelDrafter? drafter = null, IEmbeddingGenerator<string, Embedding<float>>? queries = null)
    {
        var clauses = ClauseFiles.Load(promptsFolder ?? ClauseFiles.DeliveredFolder);
        Embeddings = new HashedEmbeddings();
        Ids = new MessageIds(threadKey);
        Documents = new AttachedDocuments(new DocumentFolder(documentsFolder), clock);
        GateFacts = new SendFactsReader(policies, new DisclosureSentences(clauses.DisclosureLine), Documents);
        FactSets = new FactSets(Ids, policies);
        var judge = new JudgeDraft(GateFacts, Ids);
        Draft = new DraftTouches(
            source, clauses, new ConversationMemory(queries ?? Embeddings, policies), new TouchBriefs(Documents, FactSets, policies, clauses), new WordDraft(clauses, judge),
            drafter is null ? null : new ProposeDrafts(source, drafter, clauses, judge, clock), Ids, policies, options, clock);
    }

    /// <summary>The built-in embedding, which every stored mail has.</summary>
    public HashedEmbeddings Embeddings { get; }

    /// <summary>Our Message-IDs.</summary>
    public MessageIds Ids { get; }

    /// <summary>The document store.</summary>
    public AttachedDocuments Documents { get; }

    /// <summary>Draws the facts of messages.</summary>
    public FactSets FactSets { get; }

    /// <summary>Reads what the gate is told.</summary>
    public SendFactsReader GateFacts { get; }

    /// <summary>Drafts planned touches.</summary>
    public DraftTouches Draft { get; }
}
