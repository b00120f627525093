using Dunning.Learning.Calibration;

namespace Dunning.Learning.ContactTiming;

/// <summary>
/// When debtors respond, learned for the book, its segments and its accounts at once: a logistic model whose effects of
/// an account scatter round its segment's and those round the book's. Knowledge passes up and down this tree as
/// Gaussians, exactly but for the logistic curve, which is linearised anew each round; so an account with three contacts
/// leans on its segment and one with thirty stands for itself. Equal contacts give an equal model.
/// </summary>
/// <remarks>
/// Only hours that were tried have data. That does no harm here, since the hours were chosen from what was known
/// before, which is in the model, and hours never tried keep their wide prior.
/// </remarks>
public sealed class ContactTimingModel
{
    private readonly ContactHistory history;
    private readonly TimingOptions options;
    private readonly double[][] means;
    private readonly double[] segmentContacts;
    private readonly Gaussian[] segmentKnown;
    private readonly Dictionary<string, int> segments;
    private readonly Dictionary<string, int> accounts;
    private Gaussian bookKnown;

    private ContactTimingModel(ContactHistory history, TimingOptions options, ContactTimingModel? from)
    {
        (this.history, this.options) = (history, options);
        (SegmentSpread, AccountSpread) = (from?.SegmentSpread ?? options.Segment, from?.AccountSpread ?? options.Account);
        segments = history.Segments.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place);
        accounts = history.Accounts.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place);
        segmentKnown = new Gaussian[segments.Count];
        segmentContacts = new double[segments.Count];
        for (var a = 0; a < history.Accounts.Length; a++)
            foreach (var cell in history.Of(a)) segmentContacts[history.SegmentOf[a]] += cell.Contacts;
        var level = new double[options.Grid.Size];
        level[0] = Math.Log((history.Responses + 1) / (history.Contacts - history.Responses + 2));
        means = [.. history.Accounts.Select(name => from?.MeanOf(name) ?? level)];
        for (var round = 0; round < options.Rounds; round++) Pass(level);
    }

    /// <summary>How far segments were found to differ from the book.</summary>
    public TimingSpread SegmentSpread { get; private set; }

    /// <summary>How far accounts were found to differ from their segment.</summary>
    public TimingSpread AccountSpread { get; private set; }

    /// <summary>Learns from contacts.</summary>
    /// <param name="from">An earlier model to start from: fewer rounds are needed then.</param>
    /// <exception cref="ArgumentException">An account is in two segments, or an hour or age is out of range.</exception>
    public static ContactTimingModel Fit(IEnumerable<ContactObservation> contacts, TimingOptions options, ContactTimingModel? from = null) =>
        new(ContactHistory.Gather(contacts, options.HalfLifeDays), options, from);

    /// <summary>What is known of an account; one never seen gets what its segment says, in an unknown segment what the book says.</summary>
    public TimingPosterior Of(string segment, string account)
    {
        if (!accounts.TryGetValue(account, out var place)) return OfSegment(segment);
        double contacts = 0, responses = 0;
        foreach (var cell in history.Of(place)) (contacts, responses) = (contacts + cell.Contacts, responses + cell.Responses);
        var known = AccountStep(Linearised(place), AccountPrior()).Member(segmentKnown[history.SegmentOf[place]]);
        return new(options.Grid, contacts, responses) { Mean = known.Mean, Covariance = known.Covariance };
    }

    /// <summary>What is known of an account of a segment that was never contacted.</summary>
    public TimingPosterior OfSegment(string segment)
    {
        var nothing = Evidence.None(options.Grid.Size);
        var above = segments.TryGetValue(segment, out var place) ? segmentKnown[place] : new Step(nothing, SegmentPrior(), options.Grid.Size).Member(bookKnown);
        var known = AccountStep(nothing, AccountPrior()).Member(above);
        return new(options.Grid, 0, 0) { Mean = known.Mean, Covariance = known.Covariance };
    }

    /// <summary>Contacts of a segment, faded with age.</summary>
    public double ContactsOf(string segment) => segments.TryGetValue(segment, out var place) ? segmentContacts[place] : 0;

    private double[]? MeanOf(string account) => accounts.TryGetValue(account, out var place) ? means[place] : null;

    private double[] SegmentPrior() => LevelPrior.Precision(options.Grid, SegmentSpread, options.Grid.Size);

    private double[] AccountPrior() => LevelPrior.Precision(options.Grid, AccountSpread, options.Grid.OwnSize);

    private Step AccountStep(Evidence evidence, double[] prior) => new(evidence, prior, options.Grid.OwnSize);

    /// <summary>One round: contacts up to the book, knowledge down to the accounts, then the spreads.</summary>
    private void Pass(double[] level)
    {
        var (segmentPrior, accountPrior) = (SegmentPrior(), AccountPrior());
        var heard = Array.ConvertAll(segmentKnown, _ => Evidence.None(options.Grid.Size));
        var steps = new Step[means.Length];
        for (var a = 0; a < means.Length; a++)
        {
            steps[a] = AccountStep(Linearised(a), accountPrior);
            heard[history.SegmentOf[a]].Take(steps[a].Upward());
        }
        var segmentSteps = Array.ConvertAll(heard, evidence => new Step(evidence, segmentPrior, options.Grid.Size));
        bookKnown = Book(level, segmentSteps);
        SpreadEstimate ofSegments = new(options.Grid, options.Segment, SegmentSpread), ofAccounts = new(options.Grid, options.Account, AccountSpread);
        for (var s = 0; s < heard.Length; s++)
        {
            ofSegments.Add(segmentSteps[s].Deviation(bookKnown.Mean), segmentSteps[s].DeviationCovariance(bookKnown), options.Grid.Size);
            segmentKnown[s] = segmentSteps[s].Member(bookKnown);
        }
        for (var a = 0; a < means.Length; a++)
        {
            var above = segmentKnown[history.SegmentOf[a]];
            ofAccounts.Add(steps[a].Deviation(above.Mean), steps[a].DeviationCovariance(above), options.Grid.OwnSize);
            means[a] = steps[a].Mean(above.Mean);
        }
        (SegmentSpread, AccountSpread) = (ofSegments.Next(), ofAccounts.Next());
    }

    private Gaussian Book(double[] level, Step[] segmentSteps)
    {
        var precision = LevelPrior.Precision(options.Grid, options.Book, options.Grid.Size);
        var book = new Evidence(precision, Square.Times(precision, level));
        foreach (var step in segmentSteps) book.Take(step.Upward());
        var covariance = Square.Inverse(book.Precision, book.Size);
        return new(Square.Times(covariance, book.Information), covariance);
    }

    /// <summary>The account's own contacts, with the logistic curve linearised at its present mean.</summary>
    private Evidence Linearised(int account)
    {
        var (grid, mean) = (options.Grid, means[account]);
        var evidence = Evidence.None(grid.Size);
        Span<int> columns = stackalloc int[4];
        Span<double> values = stackalloc double[4];
        foreach (var cell in history.Of(account))
        {
            grid.Terms(cell.Weekday, cell.Hour, columns, values);
            var at = 0.0;
            for (var i = 0; i < 4; i++)
                if (columns[i] >= 0) at += values[i] * mean[columns[i]];
            var p = Links.Sigmoid(at);
            var weight = cell.Contacts * Math.Max(p * (1 - p), 1e-4);
            var information = weight * at + cell.Responses - cell.Contacts * p;
            for (var i = 0; i < 4; i++)
            {
                if (columns[i] < 0) continue;
                evidence.Information[columns[i]] += values[i] * information;
                for (var j = 0; j < 4; j++)
                    if (columns[j] >= 0) evidence.Precision[columns[i] * grid.Size + columns[j]] += weight * values[i] * values[j];
            }
        }
        return evidence;
    }
}
