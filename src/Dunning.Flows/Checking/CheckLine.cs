using System.Text.Json;
using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Flows.Checking;

/// <summary>Reads one line of <c>check</c> into what the gate takes. Everything unknown stays unknown.</summary>
internal static class CheckLine
{
    internal static string? IdOf(JsonElement line) =>
        line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("id", out var id) ? null :
        id.ValueKind == JsonValueKind.String ? id.GetString() : id.ValueKind == JsonValueKind.Number ? id.GetRawText() : null;

    /// <exception cref="FormatException">A field is missing or has a wrong value; the message names it.</exception>
    internal static (CandidateMail Mail, SendFacts Facts) Read(JsonElement line)
    {
        var root = new JsonField(line, "");
        if (line.ValueKind != JsonValueKind.Object) throw new FormatException("not a JSON object");
        if (IdOf(line) is null) throw new FormatException("field id: missing, a text is needed");
        var language = root["lang"].Text();
        var facts = Facts(root["facts"], language, root["attachments"]);
        var recipient = root["recipient"];
        var to = recipient.IsAbsent ? "" : recipient.Value.ValueKind == JsonValueKind.Object ? recipient["to"].Text() : recipient.Text();
        var mail = new CandidateMail(
            IdOf(line)!, 1, DraftOrigin.Model, Purpose.Reminder, StageOf(root["stage"]), language, LevelOf(root["level"]),
            facts.PersonaName, facts.ReplyTo, to, facts.ReplyTo, root["subject"].Text(), root["body"].Text(), root["html"].OptionalText(),
            [.. root["attachments"].List().Select(field => Attachment(field, facts))], null, null, [])
        {
            ExtraHeaders = Headers(root["headers"]),
        };
        var known = new SendFacts(
            facts, true, Recipient(recipient), Suppressions(root["suppressions"]), null, null, null, null, null, null, null, null, null);
        return (mail, known);
    }

    private static FactSet Facts(JsonField field, string language, JsonField attachments)
    {
        if (field.IsAbsent) throw field.Wrong("an object");
        var creditor = field["creditor"].Text();
        var granted = field["granted"];
        return new(
            "check", language, field["today"].Date(), creditor, creditor, field["reply_to"].OptionalText() ?? "", field["phone"].OptionalText(),
            field["postal_address"].OptionalText(), field["iban"].OptionalText(), field["bic"].OptionalText(), field["pay_url"].OptionalText(),
            field["customer"].Text(), field["customer_number"].OptionalText() ?? "", field["contact_name"].OptionalText(),
            field["currency"].Text(), field["total_overdue"].Number(), field["credits"].IsAbsent ? 0 : field["credits"].Number(),
            [.. field["invoices"].List().Select(Invoice)],
            [.. field["promises"].List().Select(static promise => new PromiseFact(promise["date"].Date(), promise["amount"].IsAbsent ? 0 : promise["amount"].Number(), promise["invoices"].Texts()))],
            [.. field["payments_received"].List().Select(Payment)],
            granted.IsAbsent ? GrantFact.Nothing : new(granted["discount_pct"].IsAbsent ? null : granted["discount_pct"].Number(), granted["extension_until"].OptionalDate(), granted["plan"].Flag()),
            [.. attachments.List().Select(static attachment => Either(attachment, "invoice", "invoice_number").OptionalText()).OfType<string>()], []);
    }

    private static InvoiceFact Invoice(JsonField field) =>
        new(field["number"].Text(), field["issued"].OptionalDate(), field["due"].Date(), field["open"].Number(), field["days_overdue"].IsAbsent ? 0 : field["days_overdue"].Integer());

    private static PaymentFact Payment(JsonField field) =>
        new(Either(field, "date", "value_date").Date(), field["amount"].Number(), field["reference"].OptionalText(), field["invoices"].Texts());

    private static AttachmentRef Attachment(JsonField field, FactSet facts)
    {
        if (field.Value.ValueKind == JsonValueKind.String) return new(field.Text(), TypeOf(field.Text()), null, facts.CustomerNumber, "", 1);
        var name = Either(field, "file_name", "name").Text();
        return new(
            name, field["content_type"].OptionalText() ?? TypeOf(name), Either(field, "invoice", "invoice_number").OptionalText(),
            Either(field, "customer", "customer_number").OptionalText() ?? facts.CustomerNumber, field["sha256"].OptionalText() ?? "",
            field["length"].IsAbsent ? 1 : field["length"].Integer());
    }

    private static RecipientFacts? Recipient(JsonField field) =>
        field.IsAbsent || field.Value.ValueKind != JsonValueKind.Object || field["verified"].IsAbsent
            ? null
            : new(field["verified"].Texts(), field["dead"].Texts(), field["opted_out"].Texts());

    private static SuppressionFacts? Suppressions(JsonField field)
    {
        if (field.IsAbsent) return null;
        return field.Value.ValueKind == JsonValueKind.Array ? new(field.Texts(), []) : new(field["account"].Texts(), field["invoices"].Texts());
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Headers(JsonField field)
    {
        if (field.IsAbsent) return [];
        if (field.Value.ValueKind != JsonValueKind.Object) throw field.Wrong("an object of names and values");
        return [.. field.Value.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, new JsonField(header.Value, $"{field.Path}.{header.Name}").Text()))];
    }

    private static Stage? StageOf(JsonField field)
    {
        if (field.IsAbsent) return null;
        return field.Integer() is >= 1 and <= 4 and var stage ? (Stage)stage : throw field.Wrong("1, 2, 3 or 4");
    }

    private static AutonomyLevel LevelOf(JsonField field) => field.Text() switch
    {
        "off" => AutonomyLevel.Off,
        "monitor" => AutonomyLevel.Monitor,
        "suggest" => AutonomyLevel.Suggest,
        "auto_veto" => AutonomyLevel.AutoVeto,
        "auto_sampled" => AutonomyLevel.AutoSampled,
        _ => throw field.Wrong("off, monitor, suggest, auto_veto or auto_sampled"),
    };

    private static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".csv" => "text/csv",
        ".txt" => "text/plain",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".xml" => "application/xml",
        _ => "application/octet-stream",
    };

    private static JsonField Either(JsonField field, string name, string other) => field[name].IsAbsent ? field[other] : field[name];
}
