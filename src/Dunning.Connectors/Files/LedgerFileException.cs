namespace Dunning.Connectors.Files;

/// <summary>A ledger file or mapping cannot be used at all; the message names file, place and cause.</summary>
public sealed class LedgerFileException : Exception
{
    public LedgerFileException(string message) : base(message) { }

    public LedgerFileException(string message, Exception cause) : base(message, cause) { }
}
