namespace Dunning.Evals.NewTexts;

/// <summary>Puts content and an end together as people do: a name alone, a firm, a department, an unusual closing; or no signature and a short last line that says something.</summary>
internal sealed class EndingComposer(EndingWords words, Random random, int fold)
{
    private static readonly string[] Joins = [", ", " - ", " – ", " | ", " / ", " @ ", " · "];

    public EndingExample Compose(string id, string content)
    {
        var text = content;
        // Now and then the sender leaves out the last stop, or the whole mail is one short line.
        if (random.Next(4) == 0) text = text.TrimEnd('.');
        if (random.Next(12) == 0) text = One("content");
        if (random.Next(3) == 0) text += Gap() + One("content");
        var gap = Gap(random.Next(6) == 0);
        var ends = random.Next(8) > 0;
        var body = ends ? text + gap + Signature() : text;
        if (random.Next(5) == 0) body += "\n\n> " + content.Replace("\n", "\n> ", StringComparison.Ordinal);
        return new EndingExample(id, "composed", fold, body, "", text);
    }

    private string Signature()
    {
        List<string> lines = random.Next(20) switch
        {
            0 or 1 or 2 => [Given()],
            3 => [Given() + (random.Next(2) == 0 ? " x" : "")],
            4 or 5 => [Full()],
            6 or 7 => [Full(), One("firms")],
            8 => [One("firms")],
            9 or 10 => [One("units"), One("firms")],
            11 => [Given() + Join() + One("firms")],
            12 => [$"{Given()} ({(random.Next(2) == 0 ? One("firms") : One("roles"))})"],
            13 => [$"{Full()}, {One("roles")}", One("firms")],
            14 => [Full(), Capital(One("roles")), One("firms")],
            15 => [Given(), One("firms")],
            16 => [Initials(), One("firms")],
            17 => [Initials()],
            18 => [One("firms"), Full()],
            _ => [One("notes"), One("firms")],
        };
        if (random.Next(3) == 0) lines.Insert(0, One("closings") + (random.Next(3) == 0 ? "," : ""));
        if (random.Next(8) == 0) lines.Add(Contact());
        if (random.Next(15) == 0) lines.Add(One("notes"));
        var separator = random.Next(8) == 0 ? "\n\n" : "\n";
        return string.Join(separator, random.Next(15) == 0 ? lines.ConvertAll(l => l.ToLowerInvariant()) : lines);
    }

    private string Contact() => random.Next(3) switch
    {
        0 => $"+{random.Next(30, 50)} {random.Next(10, 999)} {random.Next(100000, 999999)}",
        1 => "office@firm.example",
        _ => "www.firm.example",
    };

    private string Given() => One("given");

    private string Full() => $"{Given()} {One("family")}";

    private string Initials() => $"{Given()[0]}. {One("family")}";

    private string Join() => Joins[random.Next(Joins.Length)];

    private string Gap(bool single = false) => single ? "\n" : random.Next(10) == 0 ? "\n\n\n" : random.Next(8) == 0 ? "\n" : "\n\n";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private string One(string section)
    {
        var entries = words.Of(section, fold);
        return entries[random.Next(entries.Count)];
    }
}
