using Dunning.Core.Correspondence.Layout;
using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>The layout settings of an entity. Unlike bank details a mapping may change them: they say nothing.</summary>
public static class BrandRows
{
    private const string Set =
        """
        update entities e set accent_colour = n.accent, footer = n.footer, text_only = n.text_only
        from (select id, case when $2::text is null then accent_colour else nullif($2::text, 'none') end as accent,
            case when $3::text is null then footer else nullif(btrim($3::text), '') end as footer, coalesce($4::boolean, text_only) as text_only
          from entities where id = $1) n
        where e.id = n.id and (e.accent_colour, e.footer, e.text_only) is distinct from (n.accent, n.footer, n.text_only)
        """;

    /// <summary>Stores the settings; true when one changed.</summary>
    public static async Task<bool> SetAsync(NpgsqlConnection connection, string entityId, BrandSettings settings, CancellationToken cancellationToken) =>
        settings != BrandSettings.Keep
        && await LedgerMerge.RunAsync(connection, Set, cancellationToken, entityId, settings.Accent, settings.Footer, settings.TextOnly) == 1;
}
