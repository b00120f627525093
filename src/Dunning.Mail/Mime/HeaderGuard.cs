using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Refuses what could break out of a header: the wall against header injection.</summary>
internal static class HeaderGuard
{
    /// <exception cref="ArgumentException">The value holds a control character, a line separator or half a surrogate pair.</exception>
    public static string Value(string header, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var torn = char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]));
            if (char.IsControl(c) || c is '\u2028' or '\u2029' || torn)
                throw new ArgumentException($"Header {header}: character U+{(int)c:X4} at position {i.ToString(System.Globalization.CultureInfo.InvariantCulture)} is not allowed.", header);
            if (char.IsHighSurrogate(c))
                i++;
        }
        return value;
    }

    /// <summary>An addr-spec: one at sign, a dot-atom local part, a domain or literal; the domain comes back in ASCII (RFC 5890).</summary>
    /// <exception cref="ArgumentException">The address is none that can be sent to.</exception>
    public static string Address(string header, string address)
    {
        Value(header, address);
        var at = address.LastIndexOf('@');
        if (at is <= 0 or > 64 * 4 || at == address.Length - 1 || address.Length > 320)
            throw new ArgumentException($"Header {header}: an address needs a local part, one at sign and a domain.", header);
        var local = address[..at];
        if (local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal) || local.Any(c => c <= ' ' || "()<>[]:;@\\,\"".Contains(c, StringComparison.Ordinal)))
            throw new ArgumentException($"Header {header}: the local part of the address has characters that are not allowed.", header);
        var domain = Domain(header, address[(at + 1)..]);
        return $"{local}@{domain}";
    }

    /// <summary>A message id without brackets.</summary>
    /// <exception cref="ArgumentException">It is no <c>left@right</c> without blanks and brackets.</exception>
    public static string Id(string header, string id)
    {
        Value(header, id);
        if (id.Length is < 3 or > 900 || id.IndexOf('@', StringComparison.Ordinal) is <= 0 || id.EndsWith('@') || id.Any(c => c <= ' ' || c > '~' || c is '<' or '>'))
            throw new ArgumentException($"Header {header}: a message id is left@right in ASCII, without blanks and angle brackets.", header);
        return id;
    }

    /// <exception cref="ArgumentException">The name is no field name (RFC 5322 §3.6.8).</exception>
    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > 76 || name.Any(c => c is <= ' ' or > '~' or ':'))
            throw new ArgumentException("A header name consists of 1 to 76 printable ASCII characters without colon.", nameof(name));
        return name;
    }

    private static string Domain(string header, string domain)
    {
        if (domain.StartsWith('[') && domain.EndsWith(']') && domain[1..^1].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':'))
            return domain;
        string ascii;
        try
        {
            ascii = Ascii.IsValid(domain) ? domain : new System.Globalization.IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            ascii = "";
        }
        var labels = ascii.Split('.');
        if (ascii.Length is 0 or > 253 || labels.Any(l => l.Length is 0 or > 63 || l.StartsWith('-') || l.EndsWith('-') || !l.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            throw new ArgumentException($"Header {header}: the domain of the address is none.", header);
        return ascii;
    }
}
