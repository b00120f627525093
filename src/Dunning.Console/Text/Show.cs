using System.Globalization;
using Dunning.Core.Ledger;

namespace Dunning.Console.Text;

/// <summary>How values are written on the pages.</summary>
public static class Show
{
    /// <summary>An amount with its currency and grouped digits.</summary>
    public static string Amount(decimal amount, string currency) =>
        amount.ToString($"N{Money.MinorDigits(currency)}", CultureInfo.InvariantCulture) + " " + currency;

    /// <summary>A day, or a dash.</summary>
    public static string Day(DateOnly? day) => day is { } value ? value.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : "–";

    /// <summary>An instant in UTC.</summary>
    public static string At(DateTime? at) => at is { } value ? value.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture) : "–";

    /// <summary>A share as a whole percentage.</summary>
    public static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A name of data and files in words: underscores become blanks.</summary>
    public static string Words(string wire) => wire.Replace('_', ' ');

    /// <summary>The same with a capital first letter.</summary>
    public static string Title(string wire) => wire.Length == 0 ? wire : char.ToUpperInvariant(wire[0]) + Words(wire[1..]);

    /// <summary>What a message is, from its purpose and stage.</summary>
    public static string Message(string purpose, int? stage) =>
        stage is { } step ? $"{Title(purpose)}, {StageName(step)}" : Title(purpose);

    /// <summary>The name of a dunning level; 0 is none yet.</summary>
    public static string StageName(int stage) => stage switch { 0 => "not contacted", 1 => "friendly", 2 => "reminder", 3 => "firm", 4 => "final", _ => $"stage {stage}" };
}
