using Dunning.Console.Tests.Support;
using Dunning.Core.Correspondence;
using Dunning.Core.Correspondence.Layout;
using Microsoft.Playwright;

namespace Dunning.Console.Tests;

/// <summary>Mails as a reader sees them, wide and narrow, light and dark; pictures go under DUNNING_SCREENSHOTS.</summary>
public sealed class MailLayoutTests
{
    private const string Reminder =
        """
        Guten Tag Erika Beispiel,

        nach unseren Unterlagen sind die folgenden Rechnungen noch offen. Sicher haben Sie sie nur übersehen.

        - Rechnung RE-2026-0100421, fällig am 5. März 2026, 1.234,56 EUR (seit 12 Tagen überfällig)
        - Rechnung RE-2026-0100588, fällig am 11. Februar 2026, 22.512,24 EUR (seit 34 Tagen überfällig)
        - Rechnung RE-2026-0100600, fällig am 9. April 2026, 400,00 EUR
        Summe: 24.146,80 EUR
        Abzüglich Guthaben auf Ihrem Konto: 250,00 EUR
        Zu zahlen: 23.896,80 EUR

        Bankverbindung für Ihre Überweisung:
        Kontoinhaber: Muster Werkzeughandel GmbH
        IBAN: DE02 1203 0000 0000 2020 51
        Verwendungszweck: C-4711

        Online können Sie auf dieser Seite zahlen: https://pay.muster.example/rechnungen/eine-recht-lange-adresse/8421-4711-0815-abcdef

        Ist etwas nicht richtig? Antworten Sie einfach auf diese Nachricht oder schreiben Sie an rechnung@muster.example.

        Mit freundlichen Grüßen

        Debitorenbuchhaltung
        Muster Werkzeughandel GmbH

        Diese Nachricht wurde im Auftrag unserer Debitorenbuchhaltung automatisch von einem KI-Assistenten erstellt.

        Muster Werkzeughandel GmbH · Amtsgericht Musterstadt, HRB 12345
        Geschäftsführung: Erika Beispiel
        """;

    private static readonly FactSet Facts = new(
        "v", "de", new(2026, 3, 17), "Muster Werkzeughandel GmbH", "Debitorenbuchhaltung", "rechnung@muster.example", null, null, "DE02120300000000202051", null,
        "https://pay.muster.example/rechnungen/eine-recht-lange-adresse/8421-4711-0815-abcdef", "Beispiel AG", "C-4711", "Erika Beispiel", "EUR", 0, 0, [], [], [], GrantFact.Nothing, [], []);

    private static readonly Brand Branded = Brand.Of("#0b5394", "Muster Werkzeughandel GmbH · Amtsgericht Musterstadt, HRB 12345\nGeschäftsführung: Erika Beispiel", false);

    [BrowserFact]
    public async Task A_mail_fits_a_telephone_and_reads_in_light_and_dark()
    {
        var folder = Environment.GetEnvironmentVariable("DUNNING_SCREENSHOTS") is { Length: > 0 } named ? named : Directory.CreateTempSubdirectory("dunning-mails").FullName;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ConsoleWorld.Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        foreach (var (name, brand) in new[] { ("branded", Branded), ("plain", Branded with { Accent = null }) })
        {
            foreach (var (width, scheme) in new[] { (1000, ColorScheme.Light), (1000, ColorScheme.Dark), (360, ColorScheme.Light), (360, ColorScheme.Dark) })
            {
                await using var context = await browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = true });
                var page = await context.NewPageAsync();
                List<string> loaded = [];
                page.Request += (_, request) => loaded.Add(request.Url);
                await page.SetContentAsync(HtmlMail.Render(Reminder.ReplaceLineEndings("\n"), Facts, brand)!);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"mail-{name}-{width}-{scheme}.png"), FullPage = true });

                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
                (await page.EvaluateAsync<double>("document.querySelector('div').getBoundingClientRect().width")).ShouldBeLessThanOrEqualTo(HtmlMail.Width + 32);
                loaded.ShouldBeEmpty();
                // What is written and what is seen: the browser's own reading of the page.
                Words(await page.InnerTextAsync("body")).ShouldBe(Words("Muster Werkzeughandel GmbH\n" + Reminder));
            }
        }
    }

    private static List<string> Words(string text) =>
        [.. text.Split([' ', '\u00a0', '\n', '\r', '\t', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "-")];
}
