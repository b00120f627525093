using System.Text;

namespace Dunning.Mail.Delivery;

/// <summary>The grammar of RFC 8601 §2.2: <c>authserv-id [version]; method=result [reason=…] ptype.property=value …; …</c>.</summary>
internal static class AuthenticationResultsParser
{
    private const int MostMethods = 50;

    /// <summary>The results of one field, or nothing when another host stamped it.</summary>
    public static IEnumerable<AuthenticationMethod> Parse(string raw, string ownAuthservId)
    {
        var sections = Split(raw);
        var id = sections[0].Count > 0 ? sections[0][0] : "";
        if (!id.Equals(ownAuthservId, StringComparison.OrdinalIgnoreCase))
            yield break;
        foreach (var section in sections.Skip(1).Take(MostMethods))
        {
            var pairs = Pairs(section);
            if (pairs.Count == 0)
                continue;
            var properties = new Dictionary<string, string>();
            foreach (var (name, value) in pairs.Skip(1))
                properties.TryAdd(name, value);
            yield return new AuthenticationMethod(pairs[0].Name.Split('/')[0], pairs[0].Value.ToLowerInvariant(), properties);
        }
    }

    /// <summary>Whether that host stamped the field.</summary>
    public static bool IsFrom(string raw, string authservId) => Split(raw)[0] is [var id, ..] && id.Equals(authservId, StringComparison.OrdinalIgnoreCase);

    /// <summary>Joins the tokens around equals signs.</summary>
    private static List<(string Name, string Value)> Pairs(List<string> tokens)
    {
        var pairs = new List<(string, string)>();
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i + 1] != "=" || tokens[i] == "=")
                continue;
            pairs.Add((tokens[i].ToLowerInvariant(), tokens[i + 2]));
            i += 2;
        }
        return pairs;
    }

    /// <summary>Tokens per section between semicolons; comments vanish, quoted strings are one token, an equals sign is a token.</summary>
    private static List<List<string>> Split(string raw)
    {
        var sections = new List<List<string>> { new() };
        var token = new StringBuilder();
        void End()
        {
            if (token.Length > 0)
                sections[^1].Add(token.ToString());
            token.Clear();
        }
        var depth = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (depth > 0)
            {
                if (c == '\\')
                    i++;
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                continue;
            }
            switch (c)
            {
                case '(':
                    End();
                    depth = 1;
                    break;
                case ';':
                    End();
                    sections.Add([]);
                    break;
                case '"':
                    for (i++; i < raw.Length && raw[i] != '"'; i++)
                        token.Append(raw[i] == '\\' && i + 1 < raw.Length ? raw[++i] : raw[i]);
                    break;
                case '=' when token.Length > 0 && (sections[^1].Count == 0 || sections[^1][^1] != "="):
                    End();
                    sections[^1].Add("=");
                    break;
                case '=' when token.Length == 0 && sections[^1].Count > 0 && sections[^1][^1] != "=":
                    sections[^1].Add("=");
                    break;
                case var blank when char.IsWhiteSpace(blank):
                    End();
                    break;
                default:
                    token.Append(c);
                    break;
            }
        }
        End();
        return sections;
    }
}
