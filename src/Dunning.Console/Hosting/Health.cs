using Dunning.Flows.Console;
using Npgsql;

namespace Dunning.Console.Hosting;

/// <summary>Whether the console can work.</summary>
internal static class Health
{
    public static async Task<IResult> CheckAsync(ConsoleDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            var missing = await database.MissingMigrationsAsync(cancellationToken);
            return missing.Count == 0
                ? Results.Json(new { status = "ok" })
                : Results.Json(new { status = "not migrated", missing }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (NpgsqlException)
        {
            // What the database says stays out of a page anybody can read.
            return Results.Json(new { status = "database unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
