using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dunning.Guardrails;

namespace Dunning.Flows.Checking;

/// <summary>
/// The engine of <c>check</c>: JSON lines in, one verdict a line out. A line that cannot be read is answered with its
/// number and cause and held; the rest goes on.
/// </summary>
public static class CheckBatch
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Checks every line; empty lines are skipped.</summary>
    /// <returns>How many lines passed, were held, were blocked, and could not be read (those are held too).</returns>
    public static async Task<CheckCounts> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var counts = new CheckCounts(0, 0, 0, 0);
        using var reader = new StreamReader(input, new UTF8Encoding(false, false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        long number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var (answer, verdict, readable) = Answer(line, number);
            await output.WriteAsync(answer, cancellationToken);
            counts = counts.With(verdict, readable);
        }

        await output.FlushAsync(cancellationToken);
        return counts;
    }

    private static (byte[] Line, Verdict Verdict, bool Readable) Answer(string line, long number)
    {
        string? id = null;
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            id = CheckLine.IdOf(document.RootElement);
            var (mail, facts) = CheckLine.Read(document.RootElement);
            var verdict = SendGate.CheckAlone(mail, facts);
            return (Write(id, number, verdict, null), verdict.Verdict, true);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            // One unreadable line must not stop the batch, and must not look like a pass.
            var cause = failure is FormatException ? failure.Message : $"not a JSON object: {failure.Message.Split('.')[0]}";
            return (Write(id, number, null, $"line {number}: {cause}"), Verdict.Hold, false);
        }
    }

    private static byte[] Write(string? id, long number, GateVerdict? verdict, string? error)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Written))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (error is not null)
            {
                json.WriteNumber("line", number);
                json.WriteString("error", error);
            }

            json.WriteString("verdict", Name(verdict?.Verdict ?? Verdict.Hold));
            json.WriteStartArray("findings");
            foreach (var finding in verdict?.Findings ?? []) Write(json, finding);
            json.WriteEndArray();
            json.WriteStartArray("not_evaluated");
            foreach (var rule in verdict?.NotEvaluated ?? []) json.WriteStringValue(rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", Name(finding.Severity));
        json.WriteString("evidence", finding.Evidence);
        json.WriteEndObject();
    }

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Hold => "hold",
        Verdict.Block => "block",
    };
}

/// <summary>Counts of a batch.</summary>
public sealed record CheckCounts(long Passed, long Held, long Blocked, long Unreadable)
{
    internal CheckCounts With(Verdict verdict, bool readable) => verdict switch
    {
        Verdict.Pass => this with { Passed = Passed + 1 },
        Verdict.Hold => this with { Held = Held + 1, Unreadable = Unreadable + (readable ? 0 : 1) },
        Verdict.Block => this with { Blocked = Blocked + 1 },
    };
}
