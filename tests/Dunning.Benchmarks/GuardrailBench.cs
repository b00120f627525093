using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Core.Conversation;
using Dunning.Flows.Clauses;
using Dunning.Guardrails;

namespace Dunning.Benchmarks;

/// <summary>
/// The whole catalogue over composed mails on one core, text and state rules together, against normalising and cutting
/// the same text into words once, which is the least any reader of words has to do.
/// </summary>
internal static class GuardrailBench
{
    private const int Mails = 2_000;
    private static readonly DateOnly Today = new(2026, 3, 17);
    private static readonly DateTimeOffset Now = new(2026, 3, 17, 9, 0, 0, TimeSpan.Zero);
    private static readonly Regex Word = new(@"\w+", RegexOptions.NonBacktracking);

    public static void Run()
    {
        var library = ClauseFiles.Load(ClauseFiles.DeliveredFolder);
        var random = new Random(43);
        string[] languages = ["en", "de", "fr", "es", "nl"];
        (CandidateMail Mail, SendFacts Facts)[] mails = [.. Enumerable.Range(0, Mails).Select(i => Compose(library, languages[i % languages.Length], random, i))];
        void Check(int i) => SendGate.Check(GatePoint.OnSending, mails[i].Mail, mails[i].Facts);
        void Words(int i) => Word.Count(mails[i].Mail.Text.Normalize(NormalizationForm.FormKC).ToLowerInvariant());
        for (var i = 0; i < Mails; i++) Check(i);
        for (var i = 0; i < Mails; i++) Words(i);
        var (check, words) = (Times(Check), Times(Words));
        var passed = mails.Count(static each => SendGate.Check(GatePoint.OnSending, each.Mail, each.Facts).Verdict == Verdict.Pass);
        Console.WriteLine($"guardrails    {Catalog.Rules.Count} rules, {Mails:N0} mails of {mails.Average(static each => each.Mail.Text.Length):0} characters, {passed:N0} passed");
        Console.WriteLine($"one mail      median {check[Mails / 2]:0.000} ms, p99 {check[Mails * 99 / 100]:0.000} ms; words alone median {words[Mails / 2]:0.0000} ms = {check[Mails / 2] / words[Mails / 2]:0} x; target median <= 2 ms: {(check[Mails / 2] <= 2 ? "met" : "MISSED")}");
    }

    private static (CandidateMail Mail, SendFacts Facts) Compose(ClauseLibrary library, string language, Random random, int index)
    {
        InvoiceFact[] invoices = [.. Enumerable.Range(0, random.Next(1, 6)).Select(i =>
        {
            var due = Today.AddDays(-random.Next(3, 90));
            return new InvoiceFact($"INV-{1000 + (10 * index) + i}", due.AddDays(-30), due, random.Next(10_000, 900_000) / 100m, Today.DayNumber - due.DayNumber);
        })];
        var facts = new FactSet(
            "v1", language, Today, "Example Supplies Ltd", "Accounts Receivable", "billing@supplies.example", "+49 30 5550 1234", "1 Sample Road, Exampletown",
            "DE89370400440532013000", "COBADEFFXXX", "https://pay.supplies.example/i/8421", "Northwind Sample GmbH", "C-4711", "Jane Doe",
            "EUR", invoices.Sum(static invoice => invoice.Open), 0, invoices, [], [], GrantFact.Nothing, [], []);
        var text = Composer.Compose(library, facts, ConversationFacts.None, Purpose.Reminder, Stage.Friendly, true, index).Mail;
        var mail = new CandidateMail(
            $"touch-{index}", 1, DraftOrigin.Clauses, Purpose.Reminder, Stage.Friendly, language, AutonomyLevel.AutoVeto, facts.PersonaName, facts.ReplyTo,
            "jane.doe@northwind.example", facts.ReplyTo, text.Subject, text.Text, null, [], $"<m{index}@supplies.example>", null, []);
        return (mail, Known(facts));
    }

    private static SendFacts Known(FactSet facts) => new(
        facts, true, new(["jane.doe@northwind.example"], [], []), new([], []), new(Today.AddDays(-16), 5, false, true, false, 0),
        new(AutonomyLevel.AutoVeto, 0, 100_000m, Stage.Reminder, false, false),
        new(Now, Now.AddMinutes(-10), TimeSpan.FromHours(26), Now.AddMinutes(-5), TimeSpan.FromHours(2), "v1", "v1"), null, new(null),
        new(new HashSet<string> { "INV-1" }, new HashSet<string> { "Contoso Sample BV" }), new("salt", 6, new HashSet<string>()),
        new("C-4711", new Dictionary<string, string?>()), new(false, false, false));

    private static double[] Times(Action<int> work)
    {
        var times = new double[Mails];
        for (var i = 0; i < Mails; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work(i);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }
}
