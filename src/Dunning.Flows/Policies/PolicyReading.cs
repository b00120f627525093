using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;

namespace Dunning.Flows.Policies;

/// <summary>Reads the keys of a policy over the values of another one: what the file does not say stays.</summary>
internal static partial class PolicyReading
{
    /// <summary>The keys a policy has, wherever it is written.</summary>
    public static readonly string[] Known =
    [
        "stages", "persona", "minimum_interval_days", "window", "closed_days", "minimum_amount", "minimum_amounts", "minimum_other_currencies", "minimum_line", "automatic", "limits", "promises",
        "trace_window_days", "dispute_sla_days", "days_after_final", "red_after_days", "ledger_fresh_hours", "mailbox_fresh_hours",
        "agreements",
    ];

    public static Policy Read(PolicyNode node, Policy given)
    {
        var automatic = node.Child("automatic", "caps", "up_to");
        var limits = node.Child("limits", "contacts_in_30_days", "new_debtors_a_day");
        return given with
        {
            Ladder = StageReading.Read(node, given.Ladder),
            Persona = Who(node.Child("persona", "name", "sender", "phone")) ?? given.Persona,
            MinimumIntervalDays = node.Whole("minimum_interval_days") ?? given.MinimumIntervalDays,
            Window = Hours(node.Child("window", "opens", "closes", "quiet"), given.Window),
            Calendars = Closed(node.Child("closed_days"), given),
            MinimumAmount = AmountReading.One(node, "minimum_amount") ?? given.MinimumAmount,
            MinimumLine = AmountReading.One(node, "minimum_line") ?? given.MinimumLine,
            MinimumAmounts = AmountReading.Read(node, "minimum_amounts") ?? given.MinimumAmounts,
            MinimumForOtherCurrencies = node.Amount("minimum_other_currencies") ?? given.MinimumForOtherCurrencies,
            AutomaticAmountCaps = (automatic is null ? null : AmountReading.Read(automatic, "caps")) ?? given.AutomaticAmountCaps,
            AutomaticUpTo = automatic?.Member<Stage>("up_to") ?? given.AutomaticUpTo,
            MaxContactsIn30Days = limits?.Whole("contacts_in_30_days") ?? given.MaxContactsIn30Days,
            NewDebtorsADay = limits?.Whole("new_debtors_a_day") ?? given.NewDebtorsADay,
            Promises = Terms(node.Child("promises", "horizon_days", "grace_days", "repromises", "minimum_confidence"), given.Promises),
            Agreements = Agreed(node.Child("agreements", "undisputed_rest", "answer_within_hours", "second_person_above", "plan_instalments", "plan_days"), given.Agreements),
            TraceWindowDays = node.Whole("trace_window_days") ?? given.TraceWindowDays,
            DisputeSlaDays = node.Whole("dispute_sla_days") ?? given.DisputeSlaDays,
            DaysAfterFinal = node.Whole("days_after_final") ?? given.DaysAfterFinal,
            RedAfterDays = node.Whole("red_after_days") ?? given.RedAfterDays,
            LedgerFreshFor = node.Whole("ledger_fresh_hours") is { } ledger ? TimeSpan.FromHours(ledger) : given.LedgerFreshFor,
            MailboxFreshFor = node.Whole("mailbox_fresh_hours") is { } mailbox ? TimeSpan.FromHours(mailbox) : given.MailboxFreshFor,
        };
    }

    private static Persona? Who(PolicyNode? node)
    {
        if (node is null) return null;
        var sender = node.Text("sender");
        if (sender is not null && !LocalPart().IsMatch(sender)) node.Wrong("sender", $"'{sender}' is not the part of an address before the at sign; the domain stays the entity's");
        return new(node.Required("name"), sender, node.Text("phone"));
    }

    private static ContactWindow Hours(PolicyNode? node, ContactWindow given)
    {
        if (node is null) return given;
        var window = given with { Opens = node.Time("opens") ?? given.Opens, Closes = node.Time("closes") ?? given.Closes };
        if (window.Closes <= window.Opens) node.Wrong("closes", $"the window closes at {window.Closes:HH:mm}, not after it opens at {window.Opens:HH:mm}");
        if (!node.Has("quiet")) return window;
        List<QuietHours> quiet = [];
        foreach (var hours in node.Children("quiet", "from", "to"))
        {
            if (hours.Time("from") is not { } start || hours.Time("to") is not { } end)
            {
                if (!hours.Has("from") || !hours.Has("to")) hours.Wrong(hours.Has("from") ? "to" : "from", "is missing");
            }
            else if (end <= start) hours.Wrong("to", $"the quiet hours end at {end:HH:mm}, not after {start:HH:mm}");
            else quiet.Add(new(start, end));
        }

        return window with { Quiet = [.. quiet.OrderBy(hours => hours.From)] };
    }

    private static IReadOnlyDictionary<string, BusinessCalendar> Closed(PolicyNode? node, Policy given)
    {
        if (node is null) return given.Calendars;
        var calendars = new Dictionary<string, BusinessCalendar>(given.Calendars);
        foreach (var country in node.Keys)
        {
            if (KnownCodes.Country(country) is null) node.Wrong(country, "is not an ISO 3166 country code of two letters");
            var days = node.Values<DateOnly>(country, "is not a date of the form yyyy-MM-dd", Day);
            calendars[country] = given.CalendarFor(country).Closing(days);
        }

        return calendars;
    }

    private static PromiseTerms Terms(PolicyNode? node, PromiseTerms given) => node is null ? given : given with
    {
        HorizonDays = node.Whole("horizon_days") ?? given.HorizonDays,
        GraceDays = node.Whole("grace_days") ?? given.GraceDays,
        MaxRePromises = node.Whole("repromises") ?? given.MaxRePromises,
        MinimumConfidence = node.Share("minimum_confidence") ?? given.MinimumConfidence,
    };

    private static AgreementTerms Agreed(PolicyNode? node, AgreementTerms given) => node is null ? given : given with
    {
        Rest = node.Member<UndisputedRest>("undisputed_rest") ?? given.Rest,
        AnswerWithin = node.Whole("answer_within_hours") is { } hours ? TimeSpan.FromHours(hours) : given.AnswerWithin,
        SecondPersonAbove = AmountReading.Read(node, "second_person_above") ?? given.SecondPersonAbove,
        MostInstalments = node.Whole("plan_instalments") ?? given.MostInstalments,
        PlanHorizonDays = node.Whole("plan_days") ?? given.PlanHorizonDays,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LocalPart();
}
