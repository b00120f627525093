namespace Dunning.Core.Conversation.Dates;

/// <summary>Everything one language knows about dates.</summary>
internal sealed record DateLexicon(string Language, DateWords Words, DateIdioms Idioms, DateNumbers Numbers);
