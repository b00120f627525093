using System.CommandLine;
using Dunning.Flows.Checking;
using Dunning.Flows.Reading;

namespace Dunning.Agent.Verbs;

/// <summary><c>read</c> and <c>check</c>: the reading side and the guardrails alone, over JSON lines.</summary>
internal static class BatchVerbs
{
    public static Command Read() => Create("read", "Read replies: promises, disputes, payment claims, document requests and more.", async (input, output, cancellationToken) =>
    {
        var done = await new ReadBatch(ReplyReader.Shipped()).RunAsync(input, output, cancellationToken);
        return new(done.Read, done.Errors);
    });

    public static Command Check() => Create("check", "Check drafts against the guardrails.", async (input, output, cancellationToken) =>
    {
        var done = await CheckBatch.RunAsync(input, output, cancellationToken);
        var lines = done.Passed + done.Held + done.Blocked;
        return new(lines, done.Unreadable == 0 ? [] : [$"{done.Unreadable} lines could not be read; their lines in the output say why and hold."]);
    });

    private sealed record Done(long Lines, IReadOnlyList<string> Errors);

    private static Command Create(string name, string description, Func<Stream, Stream, CancellationToken, Task<Done>> run)
    {
        var from = new Option<string>("--in") { Description = "JSON lines to read", Required = true };
        var to = new Option<string>("--out") { Description = "JSON lines to write", Required = true };
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command(name, description) { from, to, json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(from);
            if (!File.Exists(path)) throw new FailureException($"{path}: there is no such file.");
            await using var input = File.OpenRead(path);
            await using var output = File.Create(parsed.GetRequiredValue(to));
            var done = await run(input, output, cancellationToken);
            foreach (var error in done.Errors) Output.Warn($"{path}: {error}");
            if (parsed.GetValue(json)) Output.WriteJson(new { lines = done.Lines, errors = done.Errors.Count });
            else Output.Say($"{done.Lines} lines, {done.Errors.Count} with errors.");
            return done.Errors.Count == 0 ? 0 : 1;
        });
        return verb;
    }
}
