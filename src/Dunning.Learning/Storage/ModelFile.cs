using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dunning.Learning.Storage;

/// <summary>
/// The envelope every model file shares: 4 bytes "DNML", 4 bytes kind, format version (u16, little endian),
/// payload length (u32), payload, SHA-256 over everything before it. Nothing in it depends on time or machine.
/// </summary>
internal static class ModelFile
{
    private const int HeaderLength = 14;
    private const int DigestLength = 32;
    private const int MaximumPayload = 512 * 1024 * 1024;
    private static readonly byte[] Magic = "DNML"u8.ToArray();

    public static void Write(Stream stream, string kind, ushort version, Action<BinaryWriter> body)
    {
        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.UTF8, leaveOpen: true)) body(writer);
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        Encoding.ASCII.GetBytes(kind, header[4..8]);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], (uint)payload.Length);
        ReadOnlySpan<byte> bytes = payload.GetBuffer().AsSpan(0, (int)payload.Length);
        stream.Write(header);
        stream.Write(bytes);
        stream.Write(Digest(header, bytes));
    }

    public static T Read<T>(Stream stream, string kind, ushort version, Func<BinaryReader, T> body)
    {
        var header = ReadExactly(stream, HeaderLength, "header");
        if (!header.AsSpan(0, 4).SequenceEqual(Magic))
            throw new ModelFileException("not a model file: it does not start with \"DNML\"");
        var found = Encoding.ASCII.GetString(header, 4, 4);
        if (found != kind) throw new ModelFileException($"wrong kind of model: the file holds \"{found}\", expected \"{kind}\"");
        var written = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8));
        if (written != version)
            throw new ModelFileException(Text($"unsupported format version {written} of \"{kind}\"; this program reads version {version}: train the model again"));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(10));
        if (length > MaximumPayload) throw new ModelFileException(Text($"payload length {length} is above the limit of {MaximumPayload} bytes"));
        var payload = ReadExactly(stream, (int)length, "payload");
        var digest = ReadExactly(stream, DigestLength, "checksum");
        if (!digest.AsSpan().SequenceEqual(Digest(header, payload)))
            throw new ModelFileException("checksum mismatch: the model file is damaged");
        return Decode(payload, body);
    }

    private static T Decode<T>(byte[] payload, Func<BinaryReader, T> body)
    {
        using var reader = new BinaryReader(new MemoryStream(payload, writable: false), Encoding.UTF8);
        try
        {
            var model = body(reader);
            var left = payload.Length - reader.BaseStream.Position;
            return left == 0 ? model : throw new ModelFileException(Text($"{left} unread bytes after the last field of the model"));
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or OverflowException or FormatException)
        {
            throw new ModelFileException("the model's fields do not fit together: " + error.Message, error);
        }
    }

    /// <summary>Reads a count and refuses one outside the range, so that a wrong file cannot ask for absurd memory.</summary>
    public static int ReadCount(this BinaryReader reader, string field, int maximum)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= maximum
            ? count
            : throw new ModelFileException(Text($"field {field} is {count}, allowed are 0 to {maximum}"));
    }

    /// <summary>Reads exactly <paramref name="count"/> bytes.</summary>
    public static byte[] ReadBlock(this BinaryReader reader, string field, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new ModelFileException(Text($"field {field} has {bytes.Length} bytes instead of {count}"));
    }

    private static byte[] ReadExactly(Stream stream, int count, string part)
    {
        // Grows with what is really there, so that a forged length does not allocate.
        using var bytes = new MemoryStream();
        Span<byte> chunk = stackalloc byte[4096];
        while (bytes.Length < count)
        {
            var got = stream.Read(chunk[..(int)Math.Min(chunk.Length, count - bytes.Length)]);
            if (got == 0) throw new ModelFileException(Text($"truncated model file: its {part} has {bytes.Length} of {count} bytes"));
            bytes.Write(chunk[..got]);
        }
        return bytes.ToArray();
    }

    private static byte[] Digest(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
