using System.Text;
using Dunning.Flows.Tests.Support;
using Dunning.Guardrails.Text;
using Dunning.Mail.Mime;

namespace Dunning.Flows.Tests.Statements;

/// <summary>What arrives in a real mailbox.</summary>
public sealed class DeliveredMailTests : FreshDatabase
{
    [MailFact]
    public async Task A_reminder_arrives_in_two_parts_that_say_the_same()
    {
        await using var scene = await Scene.OpenAsync(Fresh, "de");
        await scene.ExecuteAsync("update entities set accent_colour = '#0b5394', footer = E'Northwind Instruments Ltd, Beispielstadt\\nRegister 12345'");
        await scene.InvoiceAsync(12_480.90m, 12);
        await scene.InvoiceAsync(75.5m, 3);
        await RemindAsync(scene);

        var mail = (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem();
        mail.Body.ContentType.MediaType.ShouldBe("multipart/alternative");
        mail.Body.Children.Select(part => part.ContentType.MediaType).ShouldBe(["text/plain", "text/html"], "the richest part stands last (RFC 2046 §5.1.4)");
        var (text, html) = (Text(mail.Body.Children[0]), Text(mail.Body.Children[1]));
        Words(HtmlText.Visible(html)).ShouldBe(Words("Northwind Instruments Ltd " + text));
        text.ShouldEndWith("Northwind Instruments Ltd, Beispielstadt\nRegister 12345\n");
        html.ShouldContain("<html lang=\"de\">");
        html.ShouldContain("background-color:#0b5394;color:#ffffff");
        html.ShouldContain("12.480,90\u00a0GBP</td>");
        (await scene.ScalarAsync<bool>("select bool_or(data->>'html' ~ '^[0-9a-f]{64}$') from journal where kind = 'sending'")).ShouldBeTrue();
    }

    [MailFact]
    public async Task A_creditor_who_wants_text_only_sends_text_only()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.ExecuteAsync("update entities set text_only = true");
        await scene.InvoiceAsync(480m, 12);
        await RemindAsync(scene);

        (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem().Body.ContentType.MediaType.ShouldBe("text/plain");
    }

    [MailFact]
    public async Task A_statement_that_was_asked_for_arrives_as_it_was_drawn()
    {
        await using var scene = await Scene.OpenAsync(Fresh, "fr");
        var number = await scene.InvoiceAsync(1_480m, 12);
        await RemindAsync(scene);
        var reminder = (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem();
        await MailWorld.WriteAsync(scene.Debtor, scene.Billing, "Re: " + reminder.Subject, "Bonjour,\n\npourriez-vous nous envoyer un relevé de compte ? Merci.\n\nAnna Muster", reminder.MessageId);
        await MailWorld.ReadAsync(scene.Billing, 1);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(1);
        await scene.Agent.Read.RunAsync(default);
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        await SendAsync(scene);

        var answer = (await MailWorld.ReadAsync(scene.Debtor, 2))[1];
        answer.Body.ContentType.MediaType.ShouldBe("multipart/mixed");
        answer.Body.Children[0].ContentType.MediaType.ShouldBe("multipart/alternative");
        var file = answer.Attachments.ShouldHaveSingleItem();
        file.Name!.ShouldMatch(@"^releve-C-[0-9a-f]+-GBP-2026-03-10\.csv$");
        var csv = Encoding.UTF8.GetString(file.Bytes.Span);
        csv.ShouldStartWith("\ufeff\"Client\",\"Type\",\"Numéro\"");
        csv.ShouldContain($"\"Facture\",\"{number}\",2026-01-27,2026-02-26,\"GBP\",1480.00,1480.00,12,\"\",2026-03-10\r\n");
        Text(answer.Body.Children[0].Children[0]).ShouldContain("relevé de votre compte");
        Dunning.Postgres.Hash.Hex(file.Bytes.ToArray()).ShouldBe(await scene.ScalarAsync<string>("select attachments->0->>'sha256' from drafts order by id desc limit 1"));
    }

    private static async Task RemindAsync(Scene scene)
    {
        await scene.CycleAsync();
        await SendAsync(scene);
    }

    private static async Task SendAsync(Scene scene)
    {
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.LinesAsync("select answer from approvals"));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.LinesAsync("select state, response from outbox"));
    }

    private static string Text(MimeEntity part) => (part.Text ?? "").ReplaceLineEndings("\n");

    private static List<string> Words(string text) =>
        [.. text.Split([' ', '\n', ',', '(', ')', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "-")];
}
