using System.Text.Json;

namespace Dunning.Simulator.Demo;

/// <summary>What a demo run comes to. Its JSON is stable: scripts depend on it.</summary>
/// <param name="Blocked">Drafts whose newest version the guardrails object to.</param>
/// <param name="Delivered">Messages found in the debtors' own mailboxes.</param>
/// <param name="RepliesReceived">Mails that came in, bounces not counted.</param>
/// <param name="RepliesRead">Of these, read into closed values and applied or given to a person.</param>
/// <param name="PaymentsMatched">Payments customers claimed that were found in the ledger.</param>
/// <param name="QueueOpen">Messages and tasks that wait for a person.</param>
/// <param name="Duplicates">Extra copies of one message in the mailboxes.</param>
/// <param name="Lost">Messages of which nobody can say where they are.</param>
public sealed record DemoResult(
    int Days, long Invoices, long AccountsOverdue, long CasesOpened, long Drafts, long Blocked, long Sent, long Delivered, long RepliesReceived, long RepliesRead,
    long Promises, long PromisesKept, long PromisesBroken, long Disputes, long DocumentsSent, long PaymentsMatched, long QueueOpen, long Duplicates, long Lost,
    bool JournalOk, double Seconds)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>One JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Snake);

    /// <summary>For people.</summary>
    public string ToText() =>
        $"""
        {Days} simulated business days in {Seconds:0} seconds
          ledger      {Invoices} invoices, {AccountsOverdue} accounts overdue, {CasesOpened} cases
          messages    {Drafts} drafts ({Blocked} with an objection), {Sent} sent, {Delivered} in the debtors' mailboxes, {Duplicates} doubled, {Lost} lost
          replies     {RepliesReceived} received, {RepliesRead} read
          outcome     {Promises} promises ({PromisesKept} kept, {PromisesBroken} broken), {Disputes} disputes, {DocumentsSent} document answers, {PaymentsMatched} claimed payments found
          for people  {QueueOpen} open in the queue
          journal     {(JournalOk ? "the hash chain holds" : "THE HASH CHAIN IS BROKEN")}
        """;
}
