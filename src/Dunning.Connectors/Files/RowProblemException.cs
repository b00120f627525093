namespace Dunning.Connectors.Files;

/// <summary>A row cannot be imported; caught at the row loop, where it becomes a reported error.</summary>
internal sealed class RowProblemException : Exception
{
    private const int Shown = 60;

    public RowProblemException(string column, string value, string reason) : base(reason) =>
        (Column, Value) = (column, Shorten(value));

    public string Column { get; }

    public string Value { get; }

    private static string Shorten(string value)
    {
        var flat = value.ReplaceLineEndings(" ");
        return flat.Length <= Shown ? flat : string.Concat(flat.AsSpan(0, Shown - 1), "…");
    }
}
