using System.Collections.Concurrent;
using System.Text;

namespace Dunning.Core;

/// <summary>The snake_case names under which enum members appear in files, JSON and the database.</summary>
public static class Wire
{
    /// <summary>The wire name of a member, for example <c>auto_veto</c>.</summary>
    public static string Name<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The member with this wire name.</summary>
    /// <exception cref="FormatException">No member has it.</exception>
    public static T Parse<T>(string name) where T : struct, Enum =>
        TryParse<T>(name, out var value)
            ? value
            : throw new FormatException($"'{name}' is not one of: {string.Join(", ", Names<T>.ByName.Keys)}.");

    /// <summary>Finds the member with this wire name; false when there is none.</summary>
    public static bool TryParse<T>(string? name, out T value) where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    private static string Snake(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> ByValue =
            new(Enum.GetValues<T>().Distinct().Select(value => KeyValuePair.Create(value, Snake(value.ToString()))));

        public static readonly Dictionary<string, T> ByName =
            ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
