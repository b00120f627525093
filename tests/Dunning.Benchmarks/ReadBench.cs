using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Flows.Reading;
using Dunning.Mail.Mime;

namespace Dunning.Benchmarks;

/// <summary>
/// Reading mails: the time for one, in multiples of a single prediction of the classifier on the same text and of
/// parsing the same mail, and the batch verb over many lines with its memory.
/// </summary>
internal static class ReadBench
{
    private const int Sample = 600;
    private static readonly DateTimeOffset Received = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Sentences =
    [
        "We will pay invoice INV-{0} in full on {1} March 2026.", "Could you please send us a copy of invoice INV-{0}?", "We dispute invoice INV-{0}, the goods arrived damaged.", "Invoice INV-{0} was paid on {1} February by bank transfer.",
        "Wir überweisen den Betrag von {0},00 EUR am {1}. März.", "Bitte senden Sie uns eine Kopie der Rechnung RE-{0}.", "Nous avons réglé la facture F-{0} le {1} février.", "Pagaremos la factura {0} el {1} de marzo.",
        "Abbiamo già pagato la fattura {0}.", "Graag ontvangen wij een kopie van factuur {0}.", "Our approver is on leave, I will chase her.", "Thank you for your patience.", "Please note that deliveries go through gate {1}.",
    ];

    public static async Task RunAsync(int[] sizes, CancellationToken cancellationToken)
    {
        var random = new Random(41);
        string[] texts = [.. Enumerable.Range(0, Sample).Select(_ => Text(random))];
        byte[][] mails = [.. texts.Select(text => new MimeBuilder { From = new("anna@firm.example"), To = [new("billing@collections.test")], Subject = "Re: Payment reminder", MessageId = "a@firm.example", Date = Received, TextBody = text }.Build())];
        var (model, reader) = (ReaderModel.LoadShipped(), ReplyReader.Shipped());
        void Predict(int i) => model.Intents.Predict(texts[i]);
        void Parse(int i) => MimeParser.Parse(mails[i]);
        void Read(int i) => reader.Read(new ReplyInput(new("Re: Payment reminder"), new(texts[i]), null, MessageKind.Human, null, Received));
        foreach (var warm in new Action<int>[] { Predict, Parse, Read })
            for (var i = 0; i < 100; i++) warm(i);
        var (predict, parse, read) = (Median(Predict), Median(Parse), Median(Read));
        Console.WriteLine($"one mail      read {read * 1000,7:0.000} ms  predict {predict * 1000,7:0.000} ms  parse {parse * 1000,7:0.000} ms  read = {read / predict,5:0.0} x one prediction, {read / parse,5:0.0} x one parse");
        List<(int Lines, double Managed)> runs = [];
        foreach (var size in sizes) runs.Add((size, await BatchAsync(reader, size, predict, cancellationToken)));
        Console.WriteLine($"memory for {runs[^1].Lines / (double)runs[0].Lines:0} times the lines: managed x {runs[^1].Managed / runs[0].Managed:0.00}");
    }

    private static async Task<double> BatchAsync(ReplyReader reader, int lines, double predict, CancellationToken cancellationToken)
    {
        var (from, to) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await WriteAsync(from, lines, cancellationToken);
            var peak = new MemoryPeak();
            var watch = Stopwatch.StartNew();
            ReadBatchResult result = null!;
            await peak.WatchAsync(async () =>
            {
                await using var input = File.OpenRead(from);
                await using var output = File.Create(to);
                result = await new ReadBatch(reader).RunAsync(input, output, cancellationToken);
            });
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine($"batch {lines,9:N0} lines {result.Read / seconds,8:N0} mails/s on {Environment.ProcessorCount} processors = {seconds / lines / predict,5:0.0} x one prediction a mail  peak {peak.ManagedMegabytes,4:0} MB managed, {peak.WorkingSetMegabytes,4:0} MB working set");
            return peak.ManagedMegabytes;
        }
        finally
        {
            File.Delete(from);
            File.Delete(to);
        }
    }

    private static async Task WriteAsync(string file, int lines, CancellationToken cancellationToken)
    {
        var random = new Random(42);
        await using var writer = new StreamWriter(file, false, new UTF8Encoding(false));
        for (var i = 0; i < lines; i++)
            await writer.WriteLineAsync(JsonSerializer.Serialize(new { id = $"m{i}", received_at = "2026-03-10T10:00:00Z", subject = "Re: Payment reminder", body = Text(random) }).AsMemory(), cancellationToken);
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder("Hello,\n\n");
        for (var i = random.Next(1, 5); i > 0; i--) text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, Sentences[random.Next(Sentences.Length)], random.Next(1000, 9999), random.Next(11, 28)).Append('\n');
        return text.Append("\nKind regards\nAnna Muster\n\nOn Mon, 9 Mar 2026 at 10:00, Accounts Receivable wrote:\n> Your account is overdue.\n> Please pay 480.00 GBP.\n").ToString();
    }

    private static double Median(Action<int> work)
    {
        var times = new double[Sample];
        for (var i = 0; i < Sample; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work(i);
            times[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(times);
        return times[Sample / 2];
    }
}
