using Dapper;
using Dunning.Console.Access;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Dunning.Console.Pages.Cases;

/// <summary>A contact that was noted from a mail; nothing is sent there before a person has verified it.</summary>
public sealed record NotedContact
{
    public long Id { get; init; }
    public required string Email { get; init; }
    public long? MessageId { get; init; }
    public string? NamedBy { get; init; }
    public DateTime? NamedAt { get; init; }
    public string? Authenticity { get; init; }
}

/// <summary>Contacts that mails name, on the case page.</summary>
public sealed partial class CaseModel
{
    private const string NotedSql =
        """
        select k.id, k.email, k.noted_in as message_id, m.from_address as named_by, m.at as named_at, m.authenticity
        from contacts k left join messages m on m.id = k.noted_in
        where k.customer_id = (select c.customer_id from cases c where c.id = @Id) and not k.verified and k.discarded_at is null order by k.id
        """;

    /// <summary>Contacts nobody has verified yet.</summary>
    public IReadOnlyList<NotedContact> NotedContacts { get; private set; } = [];

    /// <summary>Asks the agent to take a noted contact as one that may be written to.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostVerifyContactAsync(long contact, bool preferred, string? reason) => AskAsync(new CaseRequest.VerifyContact(contact, preferred), reason);

    /// <summary>Asks the agent to forget a noted contact.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostDiscardContactAsync(long contact, string? reason) => AskAsync(new CaseRequest.DiscardContact(contact), reason);

    private async Task<IReadOnlyList<NotedContact>> NotedAsync(NpgsqlConnection connection) =>
        [.. await connection.QueryAsync<NotedContact>(new CommandDefinition(NotedSql, new { Id }, cancellationToken: Aborted))];
}
