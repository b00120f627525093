using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dunning.Core.Correspondence;

/// <summary>
/// The content hash of a clause: SHA-256, hex, over everything that decides when it is used or is printed. Where it is
/// written down does not count, nor the order of its conditions; the order of its wordings does not count either.
/// </summary>
public static class ClauseHash
{
    /// <summary>The hash of one clause.</summary>
    public static string Of(Clause clause) => Hex(Canonical(clause));

    /// <summary>The hash of a set of clauses, in whatever order; equal sets have equal hashes.</summary>
    public static string OfAll(IEnumerable<Clause> clauses) => OfHashes(clauses.Select(Of));

    /// <summary>The hash of a set of clauses given by their hashes.</summary>
    public static string OfHashes(IEnumerable<string> hashes) => Hex(string.Join('\n', hashes.Order(StringComparer.Ordinal)));

    /// <summary>Every field with its length in front, so that no two clauses have the same text.</summary>
    private static string Canonical(Clause clause)
    {
        var text = new StringBuilder();
        void Add(string value) => text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}|");
        void Several(IEnumerable<string> values)
        {
            var sorted = values.Order(StringComparer.Ordinal).ToList();
            text.Append(CultureInfo.InvariantCulture, $"#{sorted.Count}|");
            sorted.ForEach(Add);
        }

        Add(clause.Language);
        Add(clause.Id);
        Add(Wire.Name(clause.Act));
        Add(clause.Version.ToString(CultureInfo.InvariantCulture));
        Several(clause.Purposes.Select(Wire.Name));
        Several(clause.Stages.Select(Wire.Name));
        Several(clause.Tones.Select(Wire.Name));
        Several(clause.Requires.Select(Wire.Name));
        Several(clause.Slots);
        Several(clause.Companions);
        Several(clause.Variants.Select(variant => $"{variant.Id}={variant.Template.Source}"));
        return text.ToString();
    }

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
