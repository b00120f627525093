using System.Globalization;

namespace Dunning.Evals.Payments;

/// <summary>How a creditor numbers invoices, and how payers write the numbers down.</summary>
internal sealed class Numbering(Random chance)
{
    private static readonly string[] Schemes =
        ["INV-{y}-{n:00000}", "RE{y}/{n:0000}", "{y}{n:00000}", "F-{m:000000}", "{m:0000000}", "VK/{yy}/{n:00000}", "SI-{m:00000}", "R{m:00000}", "{yy}-{n:0000}", "AR{m:0000000}", "FV {n:0000}/{y}", "000{m:000000}"];

    private readonly string scheme = Schemes[chance.Next(Schemes.Length)];
    private readonly int start = chance.Next(100, 8000);
    private readonly int wide = chance.Next(10_000, 99_000);
    private int given;

    /// <summary>The next number of the series; now and then one was used up elsewhere.</summary>
    public string Next()
    {
        given += chance.Next(4) == 0 ? chance.Next(2, 9) : 1;
        return Format(given);
    }

    /// <summary>A number of the same series long before the open ones.</summary>
    public string Old() => Format(-chance.Next(20, 90));

    private string Format(int at) => scheme
        .Replace("{yy}", "26", StringComparison.Ordinal).Replace("{y}", "2026", StringComparison.Ordinal)
        .Replace("{n:00000}", (start + at).ToString("00000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{n:0000}", (start + at).ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m:0000000}", (wide * 10 + at).ToString("0000000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m:000000}", (wide + at).ToString("000000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m:00000}", (wide + at).ToString("00000", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The number as somebody types it from the invoice.</summary>
    public string Written(string number) => chance.Next(12) switch
    {
        0 => number.Replace("-", " ", StringComparison.Ordinal).Replace("/", " ", StringComparison.Ordinal),
        1 => number.Replace("-", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal),
        2 => number.ToLowerInvariant(),
        3 => WithoutLetters(number),
        4 => WithoutLetters(number).TrimStart('0'),
        5 => number.Replace('-', '/'),
        6 => number.Replace("-", " - ", StringComparison.Ordinal),
        7 => Broken(number),
        _ => number,
    };

    // Banks cut the text into lines of 27 or 35 characters, wherever that falls.
    private string Broken(string number)
    {
        var at = chance.Next(1, number.Length);
        return number.Length > 6 && char.IsAsciiDigit(number[at]) && char.IsAsciiDigit(number[at - 1]) ? $"{number[..at]} {number[at..]}" : number;
    }

    private static string WithoutLetters(string number) => number.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ- /"]);

    /// <summary>The number with one slip in its last digits: exchanged, wrong, missing or doubled.</summary>
    public string Slipped(string number)
    {
        var digits = Enumerable.Range(0, number.Length).Where(at => char.IsAsciiDigit(number[at])).TakeLast(5).ToList();
        var at = digits[chance.Next(digits.Count)];
        return chance.Next(4) switch
        {
            0 when at > 0 && char.IsAsciiDigit(number[at - 1]) && number[at] != number[at - 1] => $"{number[..(at - 1)]}{number[at]}{number[at - 1]}{number[(at + 1)..]}",
            1 => number.Remove(at, 1),
            2 => number.Insert(at, number[at].ToString()),
            _ => $"{number[..at]}{(number[at] - '0' + chance.Next(1, 10)) % 10}{number[(at + 1)..]}",
        };
    }
}
