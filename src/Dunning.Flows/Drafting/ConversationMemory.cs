using Dapper;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Flows.Deciding;
using Dunning.Guardrails;
using Dunning.Postgres.Cases;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>
/// Turns an account's conversation into typed facts: the recent turns, and the mails nearest in meaning to what is
/// about to be written (pgvector), always filtered by account in SQL. The same with and without a language model.
/// </summary>
public sealed class ConversationMemory(IEmbeddingGenerator<string, Embedding<float>> embeddings, PolicySet policies)
{
    private const int RecentTurns = 12;
    private const int NearestTurns = 6;

    private const string Retrieve =
        """
        with wanted as (select * from unnest(@touchIds, @caseIds, @queries) as w (touch_id, case_id, query))
        select w.touch_id, m.id, m.direction, m.kind, m.at, m.state, m.reading::text as reading, m.touch_id as sent_touch, t.purpose, t.stage, t.in_reply_to_message,
          (select d.plan::text from outbox o join drafts d on d.id = o.draft_id where o.touch_id = m.touch_id) as plan,
          (select d.to_address from outbox o join drafts d on d.id = o.draft_id where o.touch_id = m.touch_id) as sent_to,
          (select d.attachments::text from outbox o join drafts d on d.id = o.draft_id where o.touch_id = m.touch_id) as attachments
        from wanted w join cases c on c.id = w.case_id
        cross join lateral (
          (select id from messages where case_id = w.case_id order by at desc, id desc limit @recent)
          union
          (select k.message_id from message_chunks k join messages x on x.id = k.message_id
           where k.entity_id = c.entity_id and k.customer_id = c.customer_id and x.case_id = w.case_id and k.model = @model and vector_dims(k.embedding) = @length
           order by k.embedding <=> w.query::real[]::vector limit @nearest)) r
        join messages m on m.id = r.id left join touches t on t.id = m.touch_id and m.direction = 'out'
        order by w.touch_id, m.at, m.id
        """;

    /// <summary>The facts for each touch, by touch id. One statement however many there are.</summary>
    public async Task<IReadOnlyDictionary<string, ConversationFacts>> RecallAsync(
        NpgsqlConnection connection, IReadOnlyList<(Touch Touch, CaseFile File)> wanted, DateOnly today, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0) return new Dictionary<string, ConversationFacts>();
        var queries = await embeddings.GenerateAsync(wanted.Select(pair => QueryOf(pair.Touch, pair.File, today)), null, cancellationToken);
        var rows = (await connection.QueryAsync<Turn>(new CommandDefinition(
            Retrieve,
            new
            {
                touchIds = wanted.Select(pair => pair.Touch.Id).ToArray(),
                caseIds = wanted.Select(pair => pair.File.Case.Id).ToArray(),
                queries = queries.Select(embedding => VectorText.Of(embedding.Vector)).ToArray(),
                model = queries[0].ModelId, length = queries[0].Vector.Length, recent = RecentTurns, nearest = NearestTurns,
            },
            cancellationToken: cancellationToken))).ToLookup(turn => turn.TouchId);
        return wanted.ToDictionary(pair => pair.Touch.Id, pair => Facts(pair.Touch, pair.File, [.. rows[pair.Touch.Id]], today));
    }

    /// <summary>What is looked for: the purpose in plain words and the invoices at stake.</summary>
    private string QueryOf(Touch touch, CaseFile file, DateOnly today) =>
        $"{Wire.Name(touch.Purpose).Replace('_', ' ')} invoice payment {string.Join(' ', TouchSubject.Of(file, touch, policies.For(file, today), today).Items.Take(5).Select(item => item.Number))}";

    private ConversationFacts Facts(Touch touch, CaseFile file, IReadOnlyList<Turn> turns, DateOnly today)
    {
        var sent = turns.Where(turn => turn.Direction == "out").ToList();
        var heard = turns.Where(turn => turn is { Direction: "in", Kind: "human" }).ToList();
        var spoken = turns.Where(turn => turn.Direction == "out" || turn.Kind == "human").ToList();
        var last = spoken.Count > 0 ? spoken[^1] : null;
        var staged = sent.LastOrDefault(turn => turn.Stage is not null);
        var subject = TouchSubject.Of(file, touch, policies.For(file, today), today);
        var part = subject.Payments.FirstOrDefault();
        return new ConversationFacts(
            FirstContact: sent.Count == 0 && file.Customer.ImportedLastContact is null,
            LastSpeaker: last is null ? Speaker.Nobody : last.Direction == "out" ? Speaker.Us : Speaker.Customer,
            LastMessageOn: last?.Day, LastPromise: LastPromise(file), OpenQuestion: Question(touch, sent, heard, file),
            LastDispute: LastDispute(file), PreferredContact: null,
            DocumentsSent: [.. DocumentsSent(sent)],
            PartPaymentReceived: part?.Amount, PartPaymentOn: part?.ValueDate,
            GoodPayer: GoodPayer(file, today),
            LastStageSent: staged?.Stage is { } stage ? (Stage)stage : null, LastStageSentOn: staged?.Day,
            RecentSentences: [.. sent.TakeLast(3).SelectMany(turn => ClausesOf(turn.Plan)).Distinct()],
            SourceMessages: [.. turns.Select(turn => turn.Id)])
        {
            UnansweredReminders = ThreadFacts.UnansweredReminders(sent, heard.LastOrDefault(), file),
            UnthankedPromise = ThreadFacts.UnthankedPromise(sent, file, today),
            NewContact = ThreadFacts.NewContact(sent, file),
            ContactBack = ThreadFacts.ContactBack(turns, today),
            LastTrace = ThreadFacts.LastTrace(file, subject.Items),
        };
    }

    /// <summary>The newest question nobody has answered: no message of ours came after it, or only a reminder that did not answer it.</summary>
    private static OpenQuestion? Question(Touch touch, List<Turn> sent, List<Turn> heard, CaseFile file)
    {
        foreach (var turn in Enumerable.Reverse(heard))
        {
            if (turn.Id == touch.InReplyToMessage || sent.Any(answer => answer.InReplyToMessage == turn.Id)) continue;
            if (turn.Reading is null) continue;
            var reading = Json.Read<ReplyReading>(turn.Reading);
            var asked = reading.Intents.FirstOrDefault(intent => intent.Probability >= 0.5 && Asks(intent.Intent));
            if (asked is null || turn.State == "done") continue;
            return new(asked.Intent, turn.Day, [.. reading.Disputes.SelectMany(d => d.Invoices).Concat(reading.Documents.SelectMany(d => d.Invoices)).Distinct()]);
        }

        return null;
    }

    private static bool Asks(Intent intent) => intent switch
    {
        Intent.Dispute or Intent.DocumentRequest or Intent.ExtensionRequest or Intent.PaymentPlanRequest or Intent.VendorFormRequest
            or Intent.QuestionOther or Intent.PaymentConfirmation => true,
        Intent.PromiseToPay or Intent.HardshipOrInsolvency or Intent.WrongContact or Intent.OutOfOffice or Intent.OptOut
            or Intent.ComplaintOrHostile or Intent.LegalRepresentation or Intent.BankChangeOrFraudAttempt or Intent.PromptInjection
            or Intent.ThanksAck => false,
    };

    private static PromiseMemory? LastPromise(CaseFile file) =>
        file.Promises.Count == 0 ? null : new(
            file.Promises[^1].PromisedFor, file.Promises[^1].Amount, file.Promises[^1].Currency, Wire.Parse<PromiseOutcome>(file.Promises[^1].Status),
            TouchSubject.NumbersOf(file, [.. file.Promises[^1].InvoiceIds]));

    private static DisputeMemory? LastDispute(CaseFile file) =>
        file.Disputes.Count == 0 ? null : new(
            file.Disputes[^1].OpenedOn, file.Disputes[^1].Status != "open", TouchSubject.NumbersOf(file, [.. file.Disputes[^1].InvoiceIds]));

    /// <summary>At least five payments in the last year, and nothing older than 30 days open.</summary>
    private static bool GoodPayer(CaseFile file, DateOnly today) =>
        file.Payments.Count(payment => payment.ValueDate >= today.AddDays(-365)) >= 5
        && !file.Ledger.Items.Any(item => item.IsOverdue(today) && item.DaysPastDue(today) > 30)
        && file.Promises.All(promise => promise.Status != "broken");

    private static IEnumerable<string> DocumentsSent(IEnumerable<Turn> sent) =>
        sent.Where(turn => turn.Attachments is not null).SelectMany(turn => Json.Read<List<AttachmentRef>>(turn.Attachments!))
            .Select(file => file.InvoiceNumber).OfType<string>().Distinct();

    private static IEnumerable<string> ClausesOf(string? plan) => plan is null ? [] : Json.Read<DraftPlan>(plan).Clauses.Select(use => use.ClauseId);
}
