using System.Security.Cryptography;
using System.Text.Json;

namespace Dunning.Connectors.Mail.OAuth;

/// <summary>The key file of a Google service account.</summary>
public sealed record ServiceAccountKey(string ClientEmail, string KeyId, string PrivateKeyPem, string TokenUri)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ServiceAccountKey);

    /// <summary>Reads a key file.</summary>
    /// <exception cref="InvalidDataException">It is no such file; the message names the field, never its content.</exception>
    public static ServiceAccountKey Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var key = new ServiceAccountKey(
                Field(document, "client_email"), Field(document, "private_key_id"), Field(document, "private_key"), Field(document, "token_uri"));
            using var rsa = RSA.Create();
            rsa.ImportFromPem(key.PrivateKeyPem);
            return key;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("it is not the JSON key file of a service account", e);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new InvalidDataException("its field private_key holds no RSA key in PEM form", e);
        }
    }

    private static string Field(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text : throw new InvalidDataException($"its field {name} is missing");
}
