namespace Dunning.Core.Conversation.Commitments;

/// <summary>What <see cref="Shelter"/> knows of one language: small words that tell the part of an unknown one, over folded text.</summary>
/// <param name="Manner">Before the way, the means or the place by which is paid; what follows may even stand beside the day.</param>
/// <param name="Beside">Before what goes along with a payment; beside the day it may be the event of that day.</param>
/// <param name="Agent">Before who or what pays; only one of ours may follow.</param>
/// <param name="Own">"Our".</param>
/// <param name="Articles">Articles and possessives of both sides that may open the name of a debt or of an account.</param>
/// <param name="Stops">Subjects and verbs that no phrase goes past.</param>
/// <param name="Heads">Nouns of debts, accounts, payment runs and offices; an unknown word may say which one.</param>
/// <param name="Adjective">Endings by which an unknown word beside a noun is an adjective and no verb.</param>
/// <param name="Adverb">Endings of adverbs.</param>
/// <param name="Compound">Last parts of compounds that are debts, accounts or payment runs; empty where words are not joined.</param>
/// <param name="Danger">Beginnings of words for what takes a promise away or happens on a day of its own.</param>
internal sealed record ShelterWords(
    IReadOnlySet<string> Manner, IReadOnlySet<string> Beside, IReadOnlySet<string> Agent, IReadOnlySet<string> Own, IReadOnlySet<string> Articles,
    IReadOnlySet<string> Stops, string Heads, string Adjective, string Adverb, string Compound, string Danger)
{
    public static ShelterWords For(string language) => language switch
    {
        "de" => ShelterWordsGermanic.German,
        "nl" => ShelterWordsGermanic.Dutch,
        "fr" => ShelterWordsRomance.French,
        "es" => ShelterWordsRomance.Spanish,
        "it" => ShelterWordsRomance.Italian,
        _ => ShelterWordsGermanic.English,
    };
}
