namespace Dunning.Core.Correspondence;

/// <summary>The clauses are not fit for use; every problem is listed.</summary>
public sealed class ClauseException(IReadOnlyList<ClauseProblem> problems)
    : Exception($"The clauses have {problems.Count} problem(s):\n{string.Join('\n', problems)}")
{
    /// <summary>What is wrong, in file order.</summary>
    public IReadOnlyList<ClauseProblem> Problems { get; } = problems;
}

/// <summary>All reviewed clauses, checked when built and never changed after.</summary>
public sealed class ClauseLibrary
{
    private readonly Dictionary<string, IReadOnlyList<Clause>> _byLanguage;
    private readonly Dictionary<(string Language, string Variant), (Clause Clause, ClauseVariant Variant)> _variants;

    private readonly Dictionary<(string Language, string Clause), string> _hashes;

    /// <summary>Builds a library.</summary>
    /// <exception cref="ClauseException">A clause is wrong, or a mail that is needed could not be composed.</exception>
    public ClauseLibrary(IReadOnlyList<Clause> clauses)
    {
        var problems = ClauseChecks.Check(clauses);
        if (problems.Count > 0) throw new ClauseException(problems);
        _byLanguage = clauses.GroupBy(clause => clause.Language)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<Clause>)[.. group.OrderBy(clause => clause.Id, StringComparer.Ordinal)]);
        _variants = clauses.SelectMany(clause => clause.Variants.Select(variant => (clause, variant)))
            .ToDictionary(pair => (pair.clause.Language, pair.variant.Id), pair => (pair.clause, pair.variant));
        _hashes = clauses.ToDictionary(clause => (clause.Language, clause.Id), ClauseHash.Of);
        Version = ClauseHash.OfHashes(_hashes.Values);
    }

    /// <summary>SHA-256 over everything that decides or is printed, hex; equal libraries have equal versions.</summary>
    public string Version { get; }

    /// <summary>Languages a mail can be composed in.</summary>
    public IReadOnlyList<string> Languages => [.. _byLanguage.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The clauses of a language, ordered by id.</summary>
    /// <exception cref="ArgumentException">The library has no such language.</exception>
    public IReadOnlyList<Clause> For(string language) => _byLanguage.TryGetValue(language, out var clauses)
        ? clauses
        : throw new ArgumentException($"There are no clauses in the language '{language}'; there are {string.Join(", ", Languages)}.", nameof(language));

    /// <summary>A variant and its clause by the id that stands in plans; null when it does not exist.</summary>
    public (Clause Clause, ClauseVariant Variant)? Find(string language, string variantId) =>
        _variants.TryGetValue((language, variantId), out var found) ? found : null;

    /// <summary>All clauses, by language and id.</summary>
    public IReadOnlyList<Clause> All => [.. Languages.SelectMany(For)];

    /// <summary>The content hashes of the clauses a plan uses, without repetition and in order.</summary>
    /// <exception cref="ArgumentException">The plan names a clause the library does not have.</exception>
    public IReadOnlyList<string> HashesOf(DraftPlan plan) =>
    [
        .. plan.Clauses.Select(use => Find(plan.Language, use.ClauseId) is var (clause, _)
            ? _hashes[(clause.Language, clause.Id)]
            : throw new ArgumentException($"The library has no clause '{use.ClauseId}' in {plan.Language}.", nameof(plan))).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The sentence automatic messages must contain in this language.</summary>
    /// <exception cref="ArgumentException">The library has no such language.</exception>
    public string DisclosureLine(string language) =>
        For(language).First(clause => clause.Act == SpeechAct.Disclosure).Variants[0].Template.Source;
}
