using Dapper;
using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Flows.Ledger;
using Dunning.Flows.Reading;
using Dunning.Flows.Reading.Models;
using Dunning.Flows.Sending;
using Dunning.Mail.Delivery;
using Dunning.Mail.Mime;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>What one run read.</summary>
/// <param name="Humans">Mails written by people, of those read.</param>
/// <param name="ForPersons">Mails that ended as a task.</param>
public sealed record ReadCounts(int Read, int Humans, int Bounces, int AutoReplies, int ForPersons, int Unassigned, int Unreadable);

/// <summary>
/// Reads stored mails: parse, assign, read into closed values, decide. One transaction per mail; a mail that cannot be
/// handled stays stored whole and goes to a person.
/// </summary>
public sealed class ReadInbound(
    NpgsqlDataSource source, ThreadMatcher threads, ReplyReader reader, CaseDecisions decisions, InboundEffects effects,
    IEmbeddingGenerator<string, Embedding<float>> embeddings, InboundOptions options, TimeProvider clock, ModelReader? model = null)
{
    private const string ClaimNext =
        "select id, arrived_at, raw, origin, oversize from inbound_raw where state = 'new' and origin = 'inbox' order by id for update skip locked limit 1";

    /// <summary>Reads until nothing new is left.</summary>
    public async Task<ReadCounts> RunAsync(CancellationToken cancellationToken)
    {
        var counts = new ReadCounts(0, 0, 0, 0, 0, 0, 0);
        while (await ReadNextAsync(cancellationToken) is { } outcome)
        {
            counts = new(
                counts.Read + 1, counts.Humans + (outcome.Kind == MessageKind.Human ? 1 : 0), counts.Bounces + (outcome.Kind == MessageKind.Bounce ? 1 : 0),
                counts.AutoReplies + (outcome.Kind == MessageKind.AutoReply ? 1 : 0), counts.ForPersons + (outcome.ForPerson ? 1 : 0),
                counts.Unassigned + (outcome.Unassigned ? 1 : 0), counts.Unreadable + (outcome.Kind == MessageKind.Unreadable ? 1 : 0));
        }

        return counts;
    }

    private sealed record Outcome(MessageKind Kind, bool ForPerson, bool Unassigned);

    private async Task<Outcome?> ReadNextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var raw = await connection.QuerySingleOrDefaultAsync<RawRow>(new CommandDefinition(ClaimNext, cancellationToken: cancellationToken));
        if (raw is null) return null;
        await transaction.SaveAsync("mail", cancellationToken);
        Outcome outcome;
        try
        {
            outcome = await HandleAsync(connection, raw, cancellationToken);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or NpgsqlException { IsTransient: true }))
        {
            // Whatever a mail contains must end with a person and never stop the mails behind it.
            await transaction.RollbackAsync("mail", cancellationToken);
            await effects.UnreadableAsync(connection, raw.Id, raw.Arrived, failure.GetType().Name, clock.GetUtcNow(), cancellationToken);
            outcome = new(MessageKind.Unreadable, true, false);
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "update inbound_raw set state = @state where id = @id", new { id = raw.Id, state = outcome.Kind == MessageKind.Unreadable ? "unreadable" : "done" }, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<Outcome> HandleAsync(NpgsqlConnection connection, RawRow raw, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mail = InboundMail.Parse(raw.Raw, options.OwnBorder);
        if (mail.Message.MessageId is { } rfcId && await IsRepeatAsync(connection, raw.Id, rfcId, mail.From, cancellationToken)) return new(mail.Kind, false, false);
        if (raw.Oversize is not null) return await OversizeAsync(connection, raw, mail.Message, now, cancellationToken);

        var report = mail.Delivery is ReceivedMail.Bounce or ReceivedMail.FeedbackReport;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var match = report
            ? await effects.MatchReportAsync(connection, mail.Delivery, cancellationToken)
            : await threads.MatchAsync(connection, mail.Message, mail.NewText.Reveal(), today, cancellationToken);
        if (match.CaseId is not { } caseId)
        {
            if (!report) return await UnassignedAsync(connection, raw, mail, now, cancellationToken);
            await connection.AppendAsync(new("report_not_ours", "agent", null, null, null, $"a report (raw {raw.Id}) returns no message of ours; nothing follows from it"), now, cancellationToken);
            return new(mail.Kind, false, true);
        }

        // Asked before the case is locked: a slow model makes nobody else wait.
        var second = await AskModelAsync(mail, caseId, raw.Arrived, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = @caseId for update", new { caseId }, cancellationToken: cancellationToken));
        var day = await CreditorDay.OfCaseAsync(connection, caseId, now, cancellationToken);
        var file = await CaseFiles.LoadOneAsync(connection, caseId, day, cancellationToken);
        var known = mail.From is { } from && file.Contacts.Any(contact => contact.Verified && contact.Email == from);
        if (mail.Delivery is ReceivedMail.Bounce bounce)
        {
            await effects.BounceAsync(connection, raw, mail, bounce, match, file, day, now, cancellationToken);
            return new(MessageKind.Bounce, false, false);
        }

        if (mail.Delivery is ReceivedMail.FeedbackReport complaint)
        {
            await effects.ReportAsync(connection, raw, mail, complaint, match, file, day, now, cancellationToken);
            return new(mail.Kind, Complaints.IsComplaint(complaint), false);
        }

        var items = OpenItems(file);
        var reading = mail.FromOurselves ? ReplyReading.Nothing(MessageKind.AutoReply, PersonReason.MailLoop) : Read(mail, file, items, raw.Arrived);
        if (second is not null) reading = SecondOpinion.Lower(reading, second.Opinion);
        var messageId = await effects.StoreAsync(connection, raw, mail, match, file, known, reading, now, cancellationToken);
        if (second is not null) await NoteModelAsync(connection, caseId, messageId, second, reading, now, cancellationToken);
        if (known && mail is { Kind: MessageKind.Human, Authenticity: SenderAuthenticity.Verified })
            await MessageChunks.StoreAsync(connection, embeddings, messageId, file.Entity.Id, file.Customer.Id, mail.NewText.Reveal(), cancellationToken);

        if (mail.Delivery is ReceivedMail.AutoReply { Kind: AutoReplyKind.Challenge })
        {
            await TaskStore.AddAsync(
                connection, new(caseId, messageId, match.TouchId, "confirm_delivery", "A filter holds our message back", "It asks the sender to prove that a person wrote. Nothing was clicked or answered; until then the contact has not got the message.", $"challenge:{messageId}"),
                now, cancellationToken);
        }

        var received = CreditorDay.Of(raw.Arrived, file.Entity.TimeZone);
        var saidOn = CreditorDay.Of(raw.Arrived, file.Customer.TimeZone);
        var happened = new CaseEvent.MailRead(messageId, reading, Senders.FactsOf(mail.Message, options.OwnBorder, file, known, mail.Authenticity), received)
        {
            SaidOn = saidOn, CameBack = mail.FromOurselves, NamedContacts = NamedAddresses.In(mail, reading, file),
            InWords = ReasonSentences.Of(reading, mail.NewText.Reveal(), items, saidOn),
        };
        var decision = await decisions.ApplyAsync(connection, file, happened, day, now, "agent", messageId, match.TouchId, cancellationToken);
        // A task beside an answer, such as deciding an acknowledged dispute, leaves no mail unanswered.
        var asked = decision.Commands.OfType<CaseCommand.AskPerson>().ToList();
        var forPerson = asked.Exists(task => task.Blocks) || (asked.Count > 0 && !decision.Commands.OfType<CaseCommand.PlanTouch>().Any());
        await connection.ExecuteAsync(new CommandDefinition(
            "update messages set state = @state where id = @messageId", new { messageId, state = forPerson ? "with_person" : "applied" }, cancellationToken: cancellationToken));
        return new(mail.Kind, forPerson, false);
    }

    private async Task<Outcome> OversizeAsync(NpgsqlConnection connection, RawRow raw, MimeMessage header, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var match = await threads.MatchAsync(connection, header, "", DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await OversizeMail.StoreAsync(connection, raw, header, match, now, cancellationToken);
        return new(MessageKind.Human, true, match.CaseId is null);
    }

    private ReplyReading Read(InboundMail mail, CaseFile file, IReadOnlyList<OpenItemRef> items, DateTimeOffset arrivedAt)
    {
        var input = mail.Input(file.Customer.Language, arrivedAt, file.Customer.TimeZone, items, file.Customer.Country);
        var reading = InjectionScan.Raise(reader.Read(input), input, mail.Names);
        if (mail.Kind != MessageKind.AutoReply) return reading;
        // "I have left the company" comes as an automatic reply, too, and no waiting helps against it.
        var left = reader.Read(input with { Kind = MessageKind.Human }).Intents.FirstOrDefault(read => read.Intent == Intent.WrongContact);
        return left is null || reading.ReturnsOn is not null ? reading : reading with { Intents = [.. reading.Intents, left] };
    }

    // Only a mail that could be acted on is worth asking about: of a proven sender, and not on its way to a person anyhow.
    private async Task<ModelCall?> AskModelAsync(InboundMail mail, long caseId, DateTimeOffset arrivedAt, CancellationToken cancellationToken)
    {
        if (model is null || mail is not { Kind: MessageKind.Human, Authenticity: SenderAuthenticity.Verified, FromOurselves: false }) return null;
        var input = mail.Input(null, arrivedAt, null, null, null);
        return InjectionScan.Raise(reader.Read(input), input, mail.Names).NeedsPerson ? null : await model.AskAsync(input, caseId, cancellationToken);
    }

    private static Task NoteModelAsync(
        NpgsqlConnection connection, long caseId, long messageId, ModelCall call, ReplyReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (outcome, why) = call.Opinion switch
        {
            ModelOpinion.Answered => ("answered", reading.Why.Contains(PersonReason.ReadersDisagree) ? "the model read something else: a person looks" : "the model was asked and confirms nothing beyond the embedded reading"),
            ModelOpinion.Unusable unusable => ("unusable", $"{unusable.Why}: a person looks"),
            ModelOpinion.Unavailable unavailable => ("unavailable", $"{unavailable.Why}: the embedded reading stands"),
            ModelOpinion.NotAsked not => ("not_asked", not.Why),
            _ => ("unknown", "an outcome without a name"),
        };
        var data = new { model = call.Model, prompt = call.Prompt, outcome, tokens = call.Tokens, needs_person = reading.NeedsPerson };
        return connection.AppendAsync(new("model_read", "agent", caseId, null, messageId, why, data), now, cancellationToken);
    }

    private static List<OpenItemRef> OpenItems(CaseFile file) =>
        [.. file.Ledger.Items.Where(item => item.Residual > 0).Select(item => new OpenItemRef(item.Number, item.Residual, file.Ledger.Key.Currency) { Issued = item.Issued })];

    /// <summary>The same mail delivered twice, for example to two of our addresses.</summary>
    private static async Task<bool> IsRepeatAsync(NpgsqlConnection connection, long rawId, string rfcId, string? from, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition("update inbound_raw set rfc_message_id = @rfcId where id = @rawId", new { rawId, rfcId }, cancellationToken: cancellationToken));
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from messages where message_id = @rfcId and direction = 'in' and from_address is not distinct from @from)", new { rfcId, from }, cancellationToken: cancellationToken));
    }

    private async Task<Outcome> UnassignedAsync(NpgsqlConnection connection, RawRow raw, InboundMail mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Read for the person who assigns it; nothing follows from it.
        var input = new ReplyInput(mail.Subject, mail.NewText, mail.Hidden, mail.Kind, null, raw.Arrived);
        var reading = InjectionScan.Raise(reader.Read(input), input, mail.Names);
        var id = await effects.StoreAsync(connection, raw, mail, new(null, null, ThreadEvidence.None), null, false, reading, now, cancellationToken);
        var forPerson = mail.Kind == MessageKind.Human;
        if (forPerson)
        {
            await TaskStore.AddAsync(
                connection, new(null, id, null, "unassigned_mail", "A mail that belongs to no case", "The sender is unknown or has several cases, and the mail cites none of our messages. Nothing was changed.", $"unassigned:{id}"),
                now, cancellationToken);
        }

        await connection.AppendAsync(new("mail_unassigned", "agent", null, null, id, "no case could be found for the mail"), now, cancellationToken);
        return new(mail.Kind, forPerson, true);
    }
}

/// <summary>A stored raw mail.</summary>
public sealed record RawRow
{
    public long Id { get; init; }
    public DateTime ArrivedAt { get; init; }
    public DateTimeOffset Arrived => new(ArrivedAt, TimeSpan.Zero);
    public required byte[] Raw { get; init; }

    /// <summary>The wire name of its <see cref="MailOrigin"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>Size on the server where only the header was fetched.</summary>
    public long? Oversize { get; init; }
}

/// <summary>Settings of the inbound side.</summary>
/// <param name="OwnBorder">The authserv-id our own mail border stamps into Authentication-Results.</param>
public sealed record InboundOptions(string OwnBorder);
