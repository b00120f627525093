using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>Part of G08: capitals and rows of exclamation or question marks. Ledger names and short codes do not count.</summary>
public static class Shouting
{
    private const int FewestLetters = 10;
    private const int ShortestWord = 4;

    /// <summary>The first shouted sentence.</summary>
    public static Finding? Find(Draft draft)
    {
        foreach (var part in draft.Parts)
        {
            var text = part.Clean.Text;
            for (var i = 1; i < text.Length; i++)
            {
                if (text[i] is '!' && text[i - 1] is '!' or '?') return part.Found("G08", Verdict.Block, i - 1, 2, "shouting");
            }

            var codes = draft.Readings.Where(reading => ReferenceEquals(reading.Part, part)).SelectMany(static reading => reading.Items)
                .Where(static item => item.Kind is ItemKind.Iban or ItemKind.Bic or ItemKind.Known).ToList();
            foreach (var sentence in part.Sentences)
            {
                if (IsShouted(part, sentence, codes)) return part.Found("G08", Verdict.Block, sentence.Tokens[0].Start, sentence.Length, "shouting");
            }
        }

        return null;
    }

    private static bool IsShouted(Part part, Sentence sentence, List<Item> codes)
    {
        int upper = 0, words = 0, shouted = 0;
        foreach (var token in sentence.Tokens)
        {
            if (token.Word == Sentences.Masked || token.Length < 2) continue;
            // A bank code is written in capitals by everybody.
            if (codes.Exists(code => code.Start <= token.Start && token.Start < code.End)) continue;
            var word = part.Clean.Text.AsSpan(token.Start, token.Length);
            if (!IsLetters(word)) continue;
            words++;
            if (!IsUpper(word)) continue;
            shouted++;
            if (word.Length >= ShortestWord) upper += word.Length;
        }

        return upper >= FewestLetters && shouted * 10 >= words * 3;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsLetter(character)) return false;
        }

        return true;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsUpper(character)) return false;
        }

        return true;
    }
}
