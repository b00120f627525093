using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Dunning.Core.Cadence.Holidays;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>How contact is paced and what may be accepted without a person. Amounts are in major units.</summary>
public sealed record Policy
{
    // Kept beside the policies and not in them: a changed copy would take a field with the old hash along.
    private static readonly ConditionalWeakTable<Policy, string> Versions = [];

    /// <summary>The policy used where no other is configured.</summary>
    public static Policy Default { get; } = new();

    /// <summary>Name for people.</summary>
    public string Name { get; init; } = "default";

    /// <summary>One step per stage, friendly to final, in order.</summary>
    public IReadOnlyList<LadderStep> Ladder { get; init; } =
    [
        new(Stage.Friendly, StepAnchor.DueDate, 3),
        new(Stage.Reminder, StepAnchor.LastDeliveredStage, 7),
        new(Stage.Firm, StepAnchor.LastDeliveredStage, 10),
        new(Stage.Final, StepAnchor.LastDeliveredStage, 14),
    ];

    /// <summary>Days that lie between two messages to a customer, whoever wrote them.</summary>
    public int MinimumIntervalDays { get; init; } = 5;

    /// <summary>Smallest amount due, overdue less credits, that is chased; converted into the account's currency on the day.</summary>
    public Money MinimumAmount { get; init; } = PolicyDefaults.MinimumAmount;

    /// <summary>
    /// Minimum of single currencies, which wins over the converted one. The built-in entries stand for 25 euros and
    /// count only while <see cref="MinimumAmount"/> says the same.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> MinimumAmounts { get; init; } = PolicyDefaults.MinimumAmounts;

    /// <summary>Minimum for currencies without an entry or a rate; null holds them, since amounts are not compared without a rate.</summary>
    public decimal? MinimumForOtherCurrencies { get; init; }

    /// <summary>Overdue lines below this are neither listed nor asked for; null mentions every line. Converted like the minimum.</summary>
    public Money? MinimumLine { get; init; }

    /// <summary>Hours in which messages go out; everything outside is quiet.</summary>
    public ContactWindow Window { get; init; } = new(new TimeOnly(9, 0), new TimeOnly(17, 0));

    /// <summary>Calendars by ISO 3166-1 alpha-2 country; those of the public holidays that are known where no others are set.</summary>
    public IReadOnlyDictionary<string, BusinessCalendar> Calendars { get; init; } = PublicHolidays.Calendars;

    /// <summary>Calendar of countries without one.</summary>
    public BusinessCalendar DefaultCalendar { get; init; } = BusinessCalendar.Weekdays;

    /// <summary>What is accepted as a promise to pay.</summary>
    public PromiseTerms Promises { get; init; } = new();

    /// <summary>How disputes, payment plans and approvals are treated.</summary>
    public AgreementTerms Agreements { get; init; } = new();

    /// <summary>Business days a claimed payment is looked for before the remittance advice is asked for.</summary>
    public int TraceWindowDays { get; init; } = 5;

    /// <summary>Business days in which a dispute should be decided.</summary>
    public int DisputeSlaDays { get; init; } = 10;

    /// <summary>Days after the final notice until a person is asked how to go on.</summary>
    public int DaysAfterFinal { get; init; } = 14;

    /// <summary>An account counts as contacted for this many days (the green status).</summary>
    public int RedAfterDays { get; init; } = 7;

    /// <summary>Ledger data older than this holds every contact.</summary>
    public TimeSpan LedgerFreshFor { get; init; } = TimeSpan.FromHours(36);

    /// <summary>A mailbox not read for longer than this holds every contact.</summary>
    public TimeSpan MailboxFreshFor { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Largest amount due an automatic message may speak of, per currency; without entry nothing is automatic.</summary>
    public IReadOnlyDictionary<string, decimal> AutomaticAmountCaps { get; init; } = PolicyDefaults.AutomaticAmountCaps;

    /// <summary>Highest stage an automatic message may have; above it a person approves.</summary>
    public Stage AutomaticUpTo { get; init; } = Stage.Final;

    /// <summary>Most contacts with a customer in 30 days, answers to its questions apart.</summary>
    public int MaxContactsIn30Days { get; init; } = PolicyBounds.MostContactsIn30Days;

    /// <summary>Most debtors a day who are written to for the first time; null for no limit.</summary>
    public int? NewDebtorsADay { get; init; }

    /// <summary>Who signs and sends; null for the entity's own.</summary>
    public Persona? Persona { get; init; }

    /// <summary>Hash of all values, 16 hex digits; equal policies have equal versions. Reckoned once per policy.</summary>
    public string Version => Versions.GetValue(this, static policy => policy.Hash());

    /// <summary>The calendar of a country.</summary>
    public BusinessCalendar CalendarFor(string country) => Calendars.GetValueOrDefault(country, DefaultCalendar);

    /// <summary>Days that are bank days on both sides of a payment.</summary>
    /// <param name="creditor">The creditor's country; null when it is the debtor's.</param>
    public BusinessCalendar SettlementCalendar(string debtor, string? creditor)
    {
        var ours = CalendarFor(creditor ?? debtor);
        var theirs = CalendarFor(debtor);
        return ReferenceEquals(ours, theirs) ? ours : new BusinessCalendar(ours.Holidays.Concat(theirs.Holidays));
    }

    /// <summary>The step of a stage.</summary>
    public LadderStep StepOf(Stage stage) => Ladder[(int)stage - 1];

    /// <summary>The smallest chased amount on a day; null when the currency has neither an entry nor a rate.</summary>
    public decimal? MinimumFor(string currency, FxRates rates, DateOnly day) =>
        EntriesCount && MinimumAmounts.TryGetValue(currency, out var minimum) ? minimum
            : rates.Convert(MinimumAmount, currency, day)?.Amount ?? MinimumForOtherCurrencies;

    /// <summary>The smallest line that is mentioned on a day; null when every line is, or when there is no rate for the currency.</summary>
    public decimal? SmallestLine(string currency, FxRates rates, DateOnly day) =>
        MinimumLine is { } line ? rates.Convert(line, currency, day)?.Amount : null;

    /// <summary>The cap for automatic messages; null when none may be automatic.</summary>
    public decimal? AutomaticCapFor(string currency) =>
        AutomaticAmountCaps.TryGetValue(currency, out var cap) ? cap : null;

    /// <summary>The highest stage an item may justify by its age alone: the sum of the offsets up to the stage.</summary>
    /// <param name="daysPastDue">Days after the rolled due date.</param>
    /// <returns>0 (none yet) to 4.</returns>
    public int StageByAge(int daysPastDue)
    {
        var level = 0;
        var needed = 0;
        foreach (var step in Ladder)
        {
            needed += step.LeastDays;
            if (daysPastDue < needed) break;
            level++;
        }

        return level;
    }

    /// <summary>Days after the rolled due date at which an item first justifies a stage.</summary>
    public int AgeFor(int level)
    {
        var needed = 0;
        for (var i = 0; i < level; i++) needed += Ladder[i].LeastDays;
        return needed;
    }

    private bool EntriesCount => MinimumAmount == PolicyDefaults.MinimumAmount || !ReferenceEquals(MinimumAmounts, PolicyDefaults.MinimumAmounts);

    private string Hash()
    {
        var text = new StringBuilder();
        void Add(object? value) => text.Append(CultureInfo.InvariantCulture, $"{value}|");
        void AddAmounts(IReadOnlyDictionary<string, decimal> amounts)
        {
            foreach (var (currency, amount) in amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal)) Add($"{currency}={amount:G29}");
            Add("");
        }

        Add(Name);
        foreach (var step in Ladder) Add(step.Canonical());
        Add(MinimumIntervalDays);
        AddAmounts(MinimumAmounts);
        Add(MinimumForOtherCurrencies);
        Add(EntriesCount);
        Add($"{MinimumAmount.Amount:G29} {MinimumAmount.Currency}");
        Add(MinimumLine is { } line ? $"{line.Amount:G29} {line.Currency}" : "");
        Add(Window.Canonical());
        foreach (var (country, calendar) in Calendars.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add($"{country}:{calendar.Canonical}");
        Add(DefaultCalendar.Canonical);
        Add(Promises.Canonical());
        Add(Agreements.Canonical());
        Add($"{TraceWindowDays}/{DisputeSlaDays}/{DaysAfterFinal}/{RedAfterDays}");
        Add($"{LedgerFreshFor:c}/{MailboxFreshFor:c}");
        AddAmounts(AutomaticAmountCaps);
        Add($"{AutomaticUpTo}/{MaxContactsIn30Days}/{NewDebtorsADay}/{Persona}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
