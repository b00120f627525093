using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dunning.Evals.Guardrails;

/// <summary>A sentence that must be blocked or must pass. <c>{E:…}</c> in its text is the customer's name from the ledger.</summary>
/// <param name="Customer">The name in the text, or null.</param>
internal sealed record GuardrailVector(string Rule, string Language, bool Forbidden, string Text, string? Customer)
{
    private static readonly Regex Name = new(@"\{E:([^}]*)\}", RegexOptions.NonBacktracking);

    public static IReadOnlyList<GuardrailVector> Load(string file)
    {
        List<GuardrailVector> vectors = [];
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) vectors.Add(Parse(line, $"{file}:{number}"));
        }

        return vectors;
    }

    private static GuardrailVector Parse(string line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            string Field(string name) => document.RootElement.TryGetProperty(name, out var value) && value.GetString() is { } text
                ? text : throw new InvalidDataException($"{place}: field {name} is missing");
            var written = Field("text");
            var forbidden = Field("expect") switch
            {
                "block" => true,
                "pass" => false,
                var other => throw new InvalidDataException($"{place}: field expect is '{other}', block or pass is needed"),
            };
            var name = Name.Match(written);
            return new(Field("rule"), Field("lang"), forbidden, Name.Replace(written, "$1"), name.Success ? name.Groups[1].Value : null);
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"{place}: not a JSON object: {failure.Message}", failure);
        }
    }

    /// <summary>A line of <c>check</c>: the sentence inside an otherwise correct mail in its language.</summary>
    public string CheckLine(int id)
    {
        var (hello, close) = Language switch
        {
            "de" => ("Guten Tag Jane Doe,", "Freundliche Grüße"),
            "fr" => ("Bonjour Jane Doe,", "Cordialement"),
            "es" => ("Estimada Jane Doe:", "Un cordial saludo"),
            "it" => ("Gentile Jane Doe,", "Cordiali saluti"),
            "nl" => ("Beste Jane Doe,", "Met vriendelijke groet"),
            _ => ("Dear Jane Doe,", "Kind regards"),
        };
        return JsonSerializer.Serialize(new
        {
            id = $"{id}", lang = Language, stage = 3, level = "suggest", subject = "INV-1001", body = $"{hello}\n\n{Text}\n\n{close}\nExample Supplies Ltd\nbilling@supplies.example",
            facts = new
            {
                today = "2026-03-17", creditor = "Example Supplies Ltd", reply_to = "billing@supplies.example", phone = "+49 30 5550 1234",
                postal_address = "1 Sample Road, Exampletown", iban = "DE89370400440532013000", bic = "COBADEFFXXX", pay_url = "https://pay.supplies.example/i/8421",
                customer = Customer ?? "Northwind Sample GmbH", customer_number = "C-4711", contact_name = "Jane Doe", currency = "EUR", total_overdue = 3746.80m,
                invoices = new[]
                {
                    new { number = "INV-1001", issued = "2026-02-03", due = "2026-03-05", open = 1234.56m, days_overdue = 12 },
                    new { number = "INV-1002", issued = "2026-01-12", due = "2026-02-11", open = 2512.24m, days_overdue = 34 },
                },
            },
        });
    }
}
