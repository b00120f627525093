using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Days;

/// <summary>Judges each day from the mails that arrived, the books, and what the database and the journal say.</summary>
internal sealed partial class DayJudge(TestDatabase database, DailyBooks books)
{
    private const int Interval = 5;
    private readonly Dictionary<string, DateOnly> lastMail = [];
    private readonly Dictionary<string, DateOnly> lifts = [];

    public List<string> Breaches { get; } = [];
    public int Mails { get; private set; }
    public int Lines { get; private set; }
    public int Reasons { get; private set; }

    /// <summary>Every mail: its amounts are the books', its lines may be asked for, and it does not come too soon.</summary>
    public async Task MailsAsync(IReadOnlyList<(string To, string Text)> mails, DateOnly today)
    {
        var held = (await database.RowsAsync(
            $"select i.number from suppressions s join invoices i on i.id = any(s.invoice_ids) where s.lifted_at is null and s.starts_on <= '{today:yyyy-MM-dd}' and (s.expires_on is null or s.expires_on >= '{today:yyyy-MM-dd}')")).ToHashSet();
        var excluded = (await database.RowsAsync("select k.email from contacts k join customers u on u.id = k.customer_id where u.exclusion <> 'none'")).ToHashSet();
        foreach (var (to, text) in mails)
        {
            Mails++;
            if (excluded.Contains(to)) Break(today, $"{to} is excluded");
            if (lastMail.TryGetValue(to, out var last) && today.DayNumber - last.DayNumber < Interval) Break(today, $"{to} was written to on {last}");
            lastMail[to] = today;
            Amounts(to, text, held, today);
        }
    }

    private void Amounts(string to, string text, HashSet<string> held, DateOnly today)
    {
        var lines = Line().Matches(text).Select(line => (Number: line.Groups[1].Value, Amount: AmountOf(line.Groups[2].Value), Currency: line.Groups[3].Value)).ToList();
        Lines += lines.Count;
        if (lines.Count == 0) Break(today, $"a reminder without a line: {text}");
        if (lines.Select(line => line.Currency).Distinct().Count() > 1) Break(today, $"currencies are mixed: {text}");
        foreach (var line in lines)
        {
            var invoice = books.Invoices.FirstOrDefault(invoice => invoice.Number == line.Number);
            if (invoice is null || DailyBooks.AddressOf(invoice.Customer) != to) Break(today, $"{line.Number} is not {to}'s");
            else if (!invoice.MayBeAsked(today)) Break(today, $"{line.Number} is not to be asked for");
            else if (invoice.Left != line.Amount || DailyBooks.CurrencyOf(invoice) != line.Currency) Break(today, $"{line.Number}: {line.Amount} {line.Currency} instead of {invoice.Left}");
            else if (held.Contains(line.Number)) Break(today, $"{line.Number} is paused");
        }

        if (Total().Match(text) is { Success: true } total && AmountOf(total.Groups[1].Value) != lines.Sum(line => line.Amount)) Break(today, $"the total is not the sum: {text}");
    }

    /// <summary>Every open case has reasons or a contact; a date on which a reason lifts is kept.</summary>
    public async Task ReasonsAsync(DateOnly today)
    {
        foreach (var row in await database.RowsAsync(
            """
            select c.id, p.contact, r ->> 'reason', r ->> 'lifts', r ->> 'why' from cases c
            left join case_plans p on p.case_id = c.id left join lateral jsonb_array_elements(p.reasons) r on true where c.status <> 'closed'
            """))
        {
            Reasons++;
            var cells = row.Split('|', 5);
            if (cells[1] == "True") continue;
            if (cells[2].Length == 0 || cells[4].Length == 0) Break(today, $"case {cells[0]} is silent");
            if (cells[3].Length == 0) continue;
            var (key, day) = ($"{cells[0]}|{cells[2]}|{cells[4]}", DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            // Two pauses by a person may have the same words; every other reason names its date in them.
            if (day <= today || (cells[2] != "on_hold" && lifts.TryGetValue(key, out var said) && said <= today)) Break(today, $"case {cells[0]}: {cells[2]} should have lifted on {day} ({cells[4]})");
            lifts[key] = day;
        }
    }

    /// <summary>Over all days: stages rise by one at most, nothing went twice.</summary>
    public async Task LaddersAsync()
    {
        foreach (var row in await database.RowsAsync(
            """
            select case_id, stage, before from (
              select t.case_id, t.stage, t.purpose, coalesce(lag(t.stage) over (partition by t.case_id order by o.sent_at, o.id), 0) as before
              from outbox o join touches t on t.id = o.touch_id where o.state = 'sent' and t.stage is not null) s
            where stage > before + 1
            """)) Breaches.Add($"a stage was skipped: case|stage|before = {row}");
        if (await database.ScalarAsync<long>("select count(*) from outbox where state = 'sent'") != Mails) Breaches.Add("the outbox does not count what arrived");
        if (await database.ScalarAsync<long>("select count(*) from (select touch_id from outbox where state = 'sent' group by 1 having count(*) > 1) twice") != 0) Breaches.Add("a touch went out twice");
        if (await database.ScalarAsync<long>("select count(*) from outbox o where o.state = 'sent' and not exists (select from journal j where j.touch_id = o.touch_id and j.kind = 'sending')") != 0)
            Breaches.Add("a message went out without a journal row");
    }

    private void Break(DateOnly today, string what) => Breaches.Add($"{today:yyyy-MM-dd}: {what}");

    private static decimal AmountOf(string text) =>
        decimal.Parse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) / 100m;

    [GeneratedRegex(@"^- \p{L}+ (\S+), .*?, ([\d.,\u202f]+) ([A-Z]{3}) \(", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:Total|Summe)[\s\u00a0\u202f]?: ([\d.,\u202f]+) [A-Z]{3}", RegexOptions.Multiline)]
    private static partial Regex Total();
}
