namespace Dunning.Learning.Storage;

/// <summary>A model file that cannot be used; the message names the cause (magic, kind, version, length, checksum or field).</summary>
public sealed class ModelFileException : IOException
{
    /// <summary>Creates the exception with the cause in words.</summary>
    public ModelFileException(string message) : base(message) { }

    /// <summary>Creates the exception with the cause in words and the failure beneath it.</summary>
    public ModelFileException(string message, Exception inner) : base(message, inner) { }
}
