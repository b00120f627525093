using System.Security.Claims;

namespace Dunning.Console.Access;

/// <summary>Roles of users, as stored.</summary>
public static class Roles
{
    /// <summary>Works the queue.</summary>
    public const string Collector = "collector";

    /// <summary>Sets levels, users and everything a collector may.</summary>
    public const string Admin = "admin";

    /// <summary>Reads accounts and cases.</summary>
    public const string Finance = "finance";

    /// <summary>Reads everything including the journal.</summary>
    public const string Auditor = "auditor";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Collector, Admin, Finance, Auditor];

    /// <summary>Whether a user may decide about cases.</summary>
    public static bool MayDecide(this ClaimsPrincipal user) => user.IsInRole(Collector) || user.IsInRole(Admin);

    /// <summary>Whether a user may read the journal as a whole.</summary>
    public static bool MayAudit(this ClaimsPrincipal user) => user.IsInRole(Auditor) || user.IsInRole(Admin);

    /// <summary>Whether a user administers the installation.</summary>
    public static bool IsAdmin(this ClaimsPrincipal user) => user.IsInRole(Admin);

    /// <summary>The user's name, which every decision carries.</summary>
    public static string Actor(this ClaimsPrincipal user) =>
        user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
}
