namespace Dunning.Mail.Mime;

/// <summary>A mailbox: display name and address (RFC 5322 §3.4). Names are decoded (RFC 2047), addresses kept as written.</summary>
/// <param name="DisplayName">The decoded display name; empty when there is none.</param>
/// <param name="Address">The addr-spec, <c>local@domain</c>, without angle brackets.</param>
public sealed record MailAddress(string DisplayName, string Address)
{
    /// <summary>An address without display name.</summary>
    public MailAddress(string address) : this("", address) { }

    /// <summary>The part before the last <c>@</c>; the whole address when there is none.</summary>
    public string LocalPart => Address.LastIndexOf('@') is >= 0 and var at ? Address[..at] : Address;

    /// <summary>The part after the last <c>@</c> in lower case; empty when there is none.</summary>
    public string Domain => Address.LastIndexOf('@') is >= 0 and var at ? Address[(at + 1)..].ToLowerInvariant() : "";

    /// <summary>Whether both name the same mailbox; compared without case, as every deployed server does.</summary>
    public bool SameMailbox(MailAddress other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Address, other.Address, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public override string ToString() => DisplayName.Length == 0 ? Address : $"{DisplayName} <{Address}>";
}
