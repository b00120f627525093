using Dunning.Postgres;

namespace Dunning.Connectors.Mail.OAuth;

/// <summary>
/// A refresh token that may be replaced with every use, as Microsoft does. The newest one is kept in a file of the installation,
/// readable by its owner only, together with a hash of the configured one: configuring another makes the file void.
/// </summary>
public sealed class RefreshTokenFile(string configured, string file)
{
    private readonly Lock guard = new();
    private string? current;

    /// <summary>The token to use now.</summary>
    public string Current
    {
        get
        {
            lock (guard) return current ??= Kept() ?? configured;
        }
    }

    /// <summary>The endpoint has given another one.</summary>
    public void Replace(string token)
    {
        lock (guard)
        {
            if (token == current) return;
            current = token;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var writer = new StreamWriter(draft, options)) writer.Write($"{Mark}\n{token}");
            File.Move(draft, file, overwrite: true);
        }
    }

    private string Mark => Hash.Hex(System.Text.Encoding.UTF8.GetBytes(configured));

    private string? Kept() => File.Exists(file) && File.ReadAllText(file).Split('\n') is [var mark, { Length: > 0 } token] && mark == Mark ? token : null;
}
