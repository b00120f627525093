using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Dunning.Console.Access;

/// <summary>Who may call a page handler or see a page.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ForRolesAttribute(params string[] roles) : Attribute
{
    /// <summary>The roles; one of them is enough.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>A handler every signed-in user may call, such as signing out.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForEverybodyAttribute : Attribute;

/// <summary>Lets a handler run only for the roles it names. A handler that changes something and names none runs for nobody.</summary>
public sealed class RoleGate : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Allows(context)) await next();
        else context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    private static bool Allows(PageHandlerExecutingContext context)
    {
        var user = context.HttpContext.User;
        bool Holds(ForRolesAttribute rule) => rule.Roles.Any(user.IsInRole);
        var page = context.HandlerInstance.GetType().GetCustomAttributes(typeof(ForRolesAttribute), false).Cast<ForRolesAttribute>();
        if (!page.All(Holds)) return false;
        var handler = context.HandlerMethod?.MethodInfo;
        if (handler is null || handler.IsDefined(typeof(ForEverybodyAttribute), false)) return true;
        var named = handler.GetCustomAttributes(typeof(ForRolesAttribute), false).Cast<ForRolesAttribute>().ToList();
        return named.Count > 0 ? named.All(Holds) : HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
    }
}
