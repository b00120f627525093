namespace Dunning.Core.Cadence;

/// <summary>
/// Who signs and sends under a policy. The sending domain and the address replies come back to stay the entity's: its
/// domain is the one whose authentication was set up, and its mailbox is the one that is read.
/// </summary>
/// <param name="Name">The name under the mail, for example "Collections Team".</param>
/// <param name="Sender">Part of the sending address before the at sign; null for the entity's own address.</param>
/// <param name="Phone">Telephone number under the mail; null for the entity's.</param>
public sealed record Persona(string Name, string? Sender, string? Phone)
{
    /// <summary>The sending address in the entity's domain.</summary>
    public string AddressIn(string entityAddress) => Sender is null ? entityAddress : Sender + entityAddress[entityAddress.LastIndexOf('@')..];
}
