using System.Globalization;
using Dunning.Core.Plans;

namespace Dunning.Console.Text;

/// <summary>The instalments of a payment plan as a person types them: one a line, day and amount.</summary>
public static class PlanText
{
    /// <summary>The instalments, or null with a sentence naming the line that cannot be read.</summary>
    public static IReadOnlyList<ProposedInstalment>? Read(string text, out string? objection)
    {
        List<ProposedInstalment> parts = [];
        objection = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Split([' ', '\t', ';'], StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } words) continue;
            objection = words switch
            {
                [var day, _] when !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                    $"Line {i + 1}: '{day}' is not a day of the form 2026-04-01.",
                [_, var amount] when !decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) =>
                    $"Line {i + 1}: '{amount}' is not an amount of the form 250.00.",
                [_, _] => null,
                _ => $"Line {i + 1}: a day and an amount are expected, for example 2026-04-01 250.00.",
            };
            if (objection is not null) return null;
            parts.Add(new(DateOnly.ParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), decimal.Parse(words[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)));
        }

        if (parts.Count == 0) objection = "Please enter at least one instalment.";
        return parts.Count == 0 ? null : parts;
    }
}
