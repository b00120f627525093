namespace Dunning.Console.Tests.Support;

/// <summary>Browser tests run one class after the other: a browser each at once would starve small machines.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime
{
    public const string Name = "browser";
}
