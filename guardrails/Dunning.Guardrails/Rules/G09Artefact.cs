using System.Text.RegularExpressions;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G09: unfilled placeholders, remains of templates and of language models, and text that tells software what to do.
/// None of it is meant for the customer, and all of it shows that nobody read the message.
/// </summary>
public static class G09Artefact
{
    private const string Shapes =
        @"\{\{|\}\}|\{%|<%|%>|\$\{|#\{|\{[A-Za-z_][A-Za-z_0-9. ]*\}|<\|[^\n]*|\|>|\[/?INST\]|</?(s|sys|system|user|assistant|think|tool_call)>|" +
        @"^#{1,6} (System|User|Assistant)|\*\*[^*\n]+\*\*|```|" +
        @"\[[A-Za-z\u00c0-\u017f' /_-]*(name|amount|date|betrag|datum|kunde|customer|company|firma|nom|montant|nombre|importe|fecha|nome|importo|naam|bedrag|insert|your|ihr|hier|number|nummer|signature|contact|client|klant|cliente|placeholder)[A-Za-z\u00c0-\u017f' /_-]*\]|" +
        @"<(name|amount|date|customer|company|insert|your|invoice|betrag|kunde|nom|montant|nombre|importe|nome|importo|naam|bedrag)[^>\n]*>|" +
        @"\b(XXX+|xxx+|TBD|TBC|FIXME|(?-i:TODO)|N/A)\b|__+[A-Z_]+__+|%[a-z_]+%|@@[a-z_]+@@|\b(undefined|NaN|NullReferenceException|System\.[A-Z][A-Za-z.]+)\b|" +
        @"\b(assistant|system|user) ?: ?[A-Z]|\b(sure|certainly|absolutely|of course)[!,.:]+ here\b";

    private static readonly Regex Shape = new(Shapes, RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Phrases Words = Phrases.Of("""
        as an ?artificial|ai ?intelligence ?language model|assistant|ai
        as an|a ai|language|llm ?language ?model
        als|as ki|llm
        i am|m ?just an|a ai|chatbot|?language model
        i cannot|can t fulfil*|assist|comply|help with ?that|this
        here is|s ?the|a|your ?revised|polished|requested|improved|rewritten|shorter|polite|professional ?polite draft|email|e_mail|version|text|message|reminder
        - here is the statement|invoice|copy|document|list|overview
        here is|s ?a|the|your ?revised|updated|polite|professional draft|version|rewrite ?of
        sure|certainly|absolutely|gerne|natuerlich here is|s
        subject line .. body
        ignore|disregard|forget|override ?all|any|the|your previous|prior|above|earlier|preceding ..  instruction*|prompt*|rule*|message*
        ignorier* .. vorherig*|obig*|bisherig* .. anweisung*
        ignore* .. instructions precedentes
        ignora .. instrucciones|istruzioni
        negeer .. instructies
        als ki|sprachmodell|sprach modell
        ki sprachmodell*
        en tant que modele|ia|assistant
        como modelo|ia|asistente de|virtual|?lenguaje
        in quanto|come modello linguistico|ia|ai
        als taalmodel|ai
        lorem ipsum
        system prompt
        systemprompt
        insert .. here
        hier .. einfuegen|einsetzen
        knowledge cutoff
        i hope|trust this .. meets your|the request|requirement*
        let me know if you ?would|d like|want ?me|any ?to adjust*|change*|modif*|revis*|tweak*
        dear|hello|hi|hallo|bonjour|estimado|gentile|geachte null|none|undefined|unknown|name|customer_name
        sehr geehrte* null|none|undefined|name
        """ + "\n" + Sayings.G09Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G09", "placeholders and model artefacts", "A message nobody finished or read must not go out.", Verdict.Block, Judge)
    {
        Vocabulary = Shapes + Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var part in draft.Parts)
        {
            foreach (var match in Shape.EnumerateMatches(part.Clean.Text))
            {
                if (!part.IsMasked(match.Index)) return part.Found("G09", Verdict.Block, match.Index, match.Length);
            }
        }

        return Lexical.First(draft, Words, "G09", Verdict.Block);
    }
}
