using Microsoft.Playwright;

namespace Dunning.Console.Tests;

internal static class Reopening
{
    /// <summary>Loads the page anew. Chromium refuses that for an instant while the answer to a form is taking the place of the page; then once more.</summary>
    public static async Task ReopenAsync(this IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        try
        {
            await page.ReloadAsync();
        }
        catch (PlaywrightException error) when (error.Message.Contains("Not attached to an active page", StringComparison.Ordinal))
        {
            await page.WaitForLoadStateAsync(LoadState.Load);
            await page.ReloadAsync();
        }
    }
}
