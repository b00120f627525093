using System.Globalization;
using System.Text;

namespace Dunning.Mail.Imap;

/// <summary>A piece of a response (RFC 3501 §4).</summary>
internal abstract record ImapToken
{
    private ImapToken() { }

    public sealed record Atom(string Value) : ImapToken;

    public sealed record Text(byte[] Bytes) : ImapToken;

    public sealed record List(IReadOnlyList<ImapToken> Items) : ImapToken;

    /// <summary>The text of an atom or string; null for NIL and lists.</summary>
    public string? AsString => this switch
    {
        Atom { Value: var value } => value.Equals("NIL", StringComparison.OrdinalIgnoreCase) ? null : value,
        Text { Bytes: var bytes } => Encoding.UTF8.GetString(bytes),
        _ => null,
    };

    public IReadOnlyList<ImapToken> AsList => this is List list ? list.Items : [];

    public uint AsNumber => uint.TryParse(AsString, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public bool Is(string atom) => this is Atom { Value: var value } && value.Equals(atom, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One whole response line with its literals.</summary>
/// <param name="Tag"><c>*</c>, <c>+</c> or the command's tag.</param>
/// <param name="Status">OK, NO, BAD, BYE or PREAUTH for status responses, otherwise null.</param>
/// <param name="Code">The response code of a status response as tokens; empty when there is none.</param>
/// <param name="Text">The human text of a status response or continuation.</param>
/// <param name="Tokens">The tokens of a data response.</param>
internal sealed record ImapResponse(string Tag, string? Status, IReadOnlyList<ImapToken> Code, string Text, IReadOnlyList<ImapToken> Tokens)
{
    /// <summary>The word of a data response: the first token, or the second behind a number ("5 EXISTS").</summary>
    public string Kind => Tokens.Count == 0 ? "" : Number is null ? Tokens[0].AsString ?? "" : Tokens.Count > 1 ? Tokens[1].AsString ?? "" : "";

    public uint? Number => Tokens.Count > 1 && Tokens[0] is ImapToken.Atom { Value: var value } && uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsKind(string kind) => Kind.Equals(kind, StringComparison.OrdinalIgnoreCase);

    public bool HasCode(string name) => Code.Count > 0 && Code[0].Is(name);
}
