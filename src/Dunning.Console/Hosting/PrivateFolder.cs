namespace Dunning.Console.Hosting;

/// <summary>Folders and files only the console's own account may read.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes a folder with mode 0700 where the system knows modes.</summary>
    public static DirectoryInfo Make(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Writes a file with mode 0600; it never exists with another mode.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        Make(Path.GetDirectoryName(path)!);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(path, options);
        await writer.WriteLineAsync(text.AsMemory(), cancellationToken);
    }
}
