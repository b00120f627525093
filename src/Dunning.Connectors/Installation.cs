using Dunning.Connectors.Mail;
using Dunning.Connectors.Mail.OAuth;
using Dunning.Connectors.Models;
using Dunning.Core.Cadence;
using Dunning.Core.Correspondence.Learning;
using Dunning.Flows.Auditing;
using Dunning.Flows.Clauses;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Console;
using Dunning.Flows.Cycle;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Flows.Reading;
using Dunning.Flows.Receiving;
using Dunning.Flows.Sending;
using Dunning.Flows.Timing;
using Dunning.Mail.Imap;
using Dunning.Mail.Smtp;
using Dunning.Postgres;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Connectors;

/// <summary>Where an installation's outside world is.</summary>
/// <param name="OwnBorder">The authserv-id of our own mail border.</param>
/// <param name="ThreadKey">Secret behind our Message-IDs, at least 32 bytes.</param>
/// <param name="PromptsFolder">Folder with <c>clauses/</c>; null for the one beside the program.</param>
public sealed record InstallationSettings(
    string Database, SmtpOptions Smtp, ImapOptions Imap, string ImapUser, string ImapPassword, string OwnBorder, byte[] ThreadKey,
    string DocumentsFolder, string? PromptsFolder, DraftingOptions Drafting)
{
    /// <summary>When set, every message goes to this inbox instead, marked with its true recipient: for trying the agent out.</summary>
    public string? RedirectAll { get; init; }

    /// <summary>The policies in force.</summary>
    public PolicySet Policies { get; init; } = PolicySet.Default;

    /// <summary>The language model that reads along and drafts as far as it is told to; null for none.</summary>
    public ModelOptions? Model { get; init; }

    /// <summary>The model that finds mails by meaning; null for the built-in embedding.</summary>
    public EmbeddingOptions? Embeddings { get; init; }

    /// <summary>Access tokens for the mailbox server; they win over the password.</summary>
    public AccessTokens? ImapTokens { get; init; }

    /// <summary>Name of the folder with sent mail; null to look for it.</summary>
    public string? SentFolder { get; init; }

    /// <summary>How far back the mailbox is read when it is first known.</summary>
    public BackfillOptions Backfill { get; init; } = BackfillOptions.Default;

    /// <summary>Bytes of the largest mail that is fetched whole.</summary>
    public int LargestMail { get; init; } = 40 * 1024 * 1024;
}

/// <summary>All flows of an agent, wired to its database, mail servers and documents. Worker, demo and tests use the same.</summary>
public sealed class Installation : IAsyncDisposable
{
    private const string Inbox = "INBOX";
    private readonly SenderLock sender;

    private Installation(NpgsqlDataSource source, SenderLock sender, InstallationSettings settings)
    {
        this.sender = sender;
        Source = source;
        Clock = new InstallationClock(source);
        Policies = settings.Policies;
        var prompts = settings.PromptsFolder ?? ClauseFiles.DeliveredFolder;
        var client = settings.Model is { } configured ? ModelClients.WithBudget(configured, new ModelUsage(source), Clock) : null;
        var desk = new DraftingDesk(
            source, Clock, Policies, settings.ThreadKey, settings.DocumentsFolder, settings.PromptsFolder, settings.Drafting,
            client is null ? null : ModelClients.Drafter(settings.Model!, client, prompts), ModelClients.Queries(settings.Embeddings));
        Embed = settings.Embeddings is { } wanted ? new EmbedMessages(source, ModelClients.Embeddings(wanted), wanted.Model) : null;
        var (embeddings, ids, documents, gateFacts, factSets) = (desk.Embeddings, desk.Ids, desk.Documents, desk.GateFacts, desk.FactSets);
        var decisions = new CaseDecisions(Policies);
        Clauses = desk.Clauses;
        Draft = desk.Draft;
        CaseRequests = new CarryOutCaseRequests(source, decisions, Clock);
        Approvals = new CarryOutApprovals(source, gateFacts, factSets, decisions, ids, Policies, Clock);
        Send = new SendOutbox(source, new SmtpTransport(settings.Smtp, Clock), sender, gateFacts, factSets, documents, new SentMail(decisions, embeddings), Policies, settings.RedirectAll, Clock);
        var login = new MailLogin(settings.ImapUser, settings.ImapPassword, settings.ImapTokens);
        // Real time: the waits after failures are about servers, not about the installation's day.
        var door = new ImapDoor(settings.Imap, login, TimeProvider.System);
        var (inbox, sent) = (new ImapInbox(door, Inbox, settings.LargestMail), new ImapInbox(door, settings.SentFolder, settings.LargestMail));
        Receive = new ReceiveMail(source, inbox, Clock);
        ReceiveSent = new ReceiveSentMail(source, sent, ids, Clock);
        Backfill = new BackfillMail(source, inbox, sent, ids, settings.Backfill, Clock);
        History = new RecordHistory(source, ids, embeddings, new InboundOptions(settings.OwnBorder), Clock);
        MailAccess = new NoteMailAccess(source, Clock);
        Watch = new MailboxWatch(new ImapDoor(settings.Imap, login, TimeProvider.System), Inbox, TimeProvider.System);
        Read = new ReadInbound(
            source, new ThreadMatcher(ids), ReplyReader.Shipped(), decisions, new InboundEffects(decisions, ids), embeddings,
            new InboundOptions(settings.OwnBorder), Clock,
            client is null ? null : ModelClients.Reader(settings.Model!, client, prompts));
        HandContacts = new ConfirmHandContacts(source, decisions, Clock);
        Timing = new LearnContactTimes(source, Policies.Segments[^1].Policy, Clock);
        Learn = new LearnClauses(source, Clauses, LearningThresholds.Default, Clock);
        PassDay = new PassDay(source, decisions, Clock);
        Escalate = new EscalateUnanswered(source, Policies, Clock);
        Kill = new KillSwitch(source, Clock);
        Seal = new SealJournal(source, Clock);
        Verify = new VerifyJournal(source);
    }

    /// <summary>The agent's database.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The installation's clock, simulated or real.</summary>
    public InstallationClock Clock { get; }

    /// <summary>The policies in force.</summary>
    public PolicySet Policies { get; }

    /// <summary>The planning cycle, scoring with the model in a file where there is one.</summary>
    public RunCycle CycleWith(string modelFile) =>
        new(Source, Clock, Policies, new ScoreCases(Source, LatePaymentModelFile.LoadOrNull(modelFile)), Draft.RunAsync);

    /// <summary>The approved clauses.</summary>
    public ClausesInForce Clauses { get; }

    /// <summary>Drafts planned touches.</summary>
    public DraftTouches Draft { get; }

    /// <summary>Carries out approvals and rejections.</summary>
    public CarryOutApprovals Approvals { get; }

    /// <summary>Carries out what people asked for about cases.</summary>
    public CarryOutCaseRequests CaseRequests { get; }

    /// <summary>Sends what is due.</summary>
    public SendOutbox Send { get; }

    /// <summary>Fetches new mail.</summary>
    public ReceiveMail Receive { get; }

    /// <summary>Fetches what staff sent themselves.</summary>
    public ReceiveSentMail ReceiveSent { get; }

    /// <summary>Fetches what lay in the mailbox before.</summary>
    public BackfillMail Backfill { get; }

    /// <summary>Records mail that is not acted upon.</summary>
    public RecordHistory History { get; }

    /// <summary>Asks a person when the mailbox cannot be opened.</summary>
    public NoteMailAccess MailAccess { get; }

    /// <summary>Waits for new mail.</summary>
    public MailboxWatch Watch { get; }

    /// <summary>Reads stored mail.</summary>
    public ReadInbound Read { get; }

    /// <summary>Gives stored mails the vectors of the configured model; null for none.</summary>
    public EmbedMessages? Embed { get; }

    /// <summary>Promises, traces, pauses and deadlines.</summary>
    public PassDay PassDay { get; }

    /// <summary>What nobody answered in time.</summary>
    public EscalateUnanswered Escalate { get; }

    /// <summary>Letters and calls people have made.</summary>
    public ConfirmHandContacts HandContacts { get; }

    /// <summary>Learns when customers answer.</summary>
    public LearnContactTimes Timing { get; }

    /// <summary>Learns wordings from people's edits.</summary>
    public LearnClauses Learn { get; }

    /// <summary>The kill switch.</summary>
    public KillSwitch Kill { get; }

    /// <summary>Seals the journal.</summary>
    public SealJournal Seal { get; }

    /// <summary>Verifies the journal.</summary>
    public VerifyJournal Verify { get; }

    /// <summary>Opens an installation whose schema is up to date.</summary>
    public static async Task<Installation> OpenAsync(InstallationSettings settings, CancellationToken cancellationToken)
    {
        var source = Database.Open(settings.Database);
        var installation = new Installation(source, await SenderLock.TakeAsync(source, cancellationToken), settings);
        await installation.Clock.RefreshAsync(cancellationToken);
        await installation.Receive.BeginAsync(cancellationToken);
        await installation.ReceiveSent.BeginAsync(cancellationToken);
        return installation;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await sender.DisposeAsync();
        await Source.DisposeAsync();
    }
}
