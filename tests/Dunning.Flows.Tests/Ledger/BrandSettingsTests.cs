using Dunning.Connectors.Files;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Ledger;

/// <summary>How mails look, from the mapping to the creditor's settings.</summary>
public sealed class BrandSettingsTests : FreshDatabase
{
    private const string File = "number,customer,due,amount\nR1,C1,2026-01-31,100\n";
    private const string Settings = "select accent_colour, footer, text_only from entities";

    [DatabaseFact]
    public async Task A_mapping_sets_the_layout_keeps_what_it_does_not_name_and_takes_it_back()
    {
        await ImportAsync("accent_colour: '#0b5394'", "footer: \"Acme, Musterstadt\\nRegister 12345\"", "text_only: true");
        (await Fresh.RowsAsync(Settings)).ShouldBe(["#0b5394|Acme, Musterstadt\nRegister 12345|True"]);
        await ImportAsync();
        (await Fresh.RowsAsync(Settings)).ShouldBe(["#0b5394|Acme, Musterstadt\nRegister 12345|True"]);
        await ImportAsync("accent_colour: none", "footer: ''", "text_only: false");
        (await Fresh.RowsAsync(Settings)).ShouldBe(["||False"]);
        (await Fresh.RowsAsync("select count(*) from journal where kind = 'layout_set'")).ShouldBe(["2"]);
    }

    [DatabaseFact]
    public async Task A_dry_run_changes_no_layout()
    {
        await LedgerText.ImportAsync(Fresh.Source, File, With("accent_colour: '#0b5394'"), dryRun: true);
        await ImportAsync();

        (await Fresh.RowsAsync(Settings)).ShouldBe(["||False"]);
    }

    [Theory]
    [InlineData("accent_colour: '#ffcc00'", "test: entity.accent_colour: '#ffcc00' has a contrast of 1.5 with the white name on it; at least 4.5 is needed (WCAG 2.2, 1.4.3). Take a darker colour.")]
    [InlineData("accent_colour: navy", "test: entity.accent_colour: 'navy' is no colour; write it as #rrggbb.")]
    [InlineData("footer: see www.acme.example", "test: entity.footer: the line 'see www.acme.example' holds a link or mail address; mails link the payment page and the reply address only.")]
    [InlineData("text_only: perhaps", "test, line 10:")]
    public void A_wrong_setting_stops_the_import_with_its_name_and_the_reason(string setting, string message) =>
        Should.Throw<LedgerFileException>(() => MappingFiles.Parse(With(setting), "test")).Message.ShouldStartWith(message);

    private Task ImportAsync(params string[] settings) => LedgerText.ImportAsync(Fresh.Source, File, With(settings));

    private static string With(params string[] settings) =>
        LedgerText.Mapping.ReplaceLineEndings("\n").Replace("  reply_to: ar@acme.example\n", string.Concat("  reply_to: ar@acme.example\n", string.Concat(settings.Select(setting => $"  {setting}\n"))), StringComparison.Ordinal);
}
