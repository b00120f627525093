using Dunning.Connectors.Documents;
using Dunning.Core.Cadence;
using Dunning.Flows.Clauses;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Drafting;
using Dunning.Flows.Drafting.Models;
using Dunning.Flows.Sending;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Connectors;

/// <summary>What drafting needs: clauses, conversation memory, documents and the gate's facts. No mail server is involved.</summary>
public sealed class DraftingDesk
{
    /// <summary>Reads the clause files and wires the flow.</summary>
    /// <param name="drafter">The model that drafts; null for none.</param>
    /// <param name="queries">Embeds what is looked for in the conversation; null for the built-in embedding.</param>
    public DraftingDesk(
        NpgsqlDataSource source, TimeProvider clock, PolicySet policies, byte[] threadKey, string documentsFolder, string? promptsFolder, DraftingOptions options,
        ModelDrafter? drafter = null, IEmbeddingGenerator<string, Embedding<float>>? queries = null)
    {
        // A wrong file still stops the start; what speaks are the approved clauses of the database.
        var files = ClauseFiles.Load(promptsFolder ?? ClauseFiles.DeliveredFolder);
        Clauses = new ClausesInForce(source, clock);
        Embeddings = new HashedEmbeddings();
        Ids = new MessageIds(threadKey);
        Documents = new AttachedDocuments(new DocumentFolder(documentsFolder), clock);
        GateFacts = new SendFactsReader(policies, new DisclosureSentences(language => Clauses.Current.DisclosureLine(language)), Documents);
        FactSets = new FactSets(Ids, policies);
        var judge = new JudgeDraft(GateFacts, Ids);
        Draft = new DraftTouches(
            source, Clauses, new CheckClauseFiles(files, clock), new ConversationMemory(queries ?? Embeddings, policies), new TouchBriefs(Documents, FactSets, policies, Clauses),
            new WordDraft(Clauses, judge),
            drafter is null ? null : new ProposeDrafts(source, drafter, Clauses, judge, clock), Ids, policies, options, clock);
    }

    /// <summary>The approved clauses.</summary>
    public ClausesInForce Clauses { get; }

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
