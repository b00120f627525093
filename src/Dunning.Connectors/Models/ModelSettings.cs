using System.Globalization;

namespace Dunning.Connectors.Models;

/// <summary>A setting of the language model is wrong; the message names the variable.</summary>
public sealed class ModelOptionsException(string message) : Exception(message);

/// <summary>The variables that configure models, read one by one.</summary>
/// <param name="variable">Gives the value of a variable, null when it is not set.</param>
internal sealed class ModelSettings(Func<string, string?> variable)
{
    private const decimal HighestPrice = 100_000;

    public string? Of(string name) => variable(name) is { } value && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The first of the variables that is set.</summary>
    public string? FirstSet(params string[] names) => names.FirstOrDefault(name => Of(name) is not null);

    public Uri? Address(string name)
    {
        if (Of(name) is not { } text) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Query.Length > 0)
            throw new ModelOptionsException($"{name} is '{text}', not an http(s) address without user and query.");
        // Mail text goes there: in clear only within this machine or by a name of the own network.
        if (uri.Scheme == "http" && !uri.IsLoopback && uri.Host.Contains('.', StringComparison.Ordinal))
            throw new ModelOptionsException($"{name} is '{text}': mails are sent in clear only to this machine; use https.");
        return uri;
    }

    /// <summary>A secret from the variable, or from the file the variable with _FILE behind it names.</summary>
    public string? Secret(string name)
    {
        var (value, file) = (Of(name), Of(name + "_FILE"));
        if (file is null) return value;
        if (value is not null) throw new ModelOptionsException($"{name} and {name}_FILE are both set; set one.");
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw new ModelOptionsException($"{name}_FILE: {file} is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ModelOptionsException($"{name}_FILE: {unreadable.Message}");
        }
    }

    public long Number(string name, long otherwise, long least, long most) =>
        Of(name) is not { } text ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new ModelOptionsException($"{name} is '{text}'; it must be a whole number from {least} to {most}.");

    public decimal? Price(string name) =>
        Of(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= HighestPrice ? value
        : throw new ModelOptionsException($"{name} is '{text}'; it must be the price of a million tokens, such as 2.50.");
}
