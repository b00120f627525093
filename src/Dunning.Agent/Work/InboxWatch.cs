using Dunning.Connectors.Mail;
using Quartz;

namespace Dunning.Agent.Work;

/// <summary>Has the inbox read as soon as mail arrives. The schedule stays: it serves servers without IDLE and the time while a connection is lost.</summary>
internal sealed partial class InboxWatch(MailboxWatch watch, ISchedulerFactory schedulers, ILogger<InboxWatch> logger) : BackgroundService
{
    private static readonly JobKey Receive = new("receive");

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await watch.RunAsync(token => TriggerAsync(scheduler, token), Tell, stoppingToken);
    }

    /// <summary>The job never runs twice at once: one that is running is followed by another, so nothing is missed.</summary>
    private async Task TriggerAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        try
        {
            await scheduler.TriggerJob(Receive, cancellationToken);
        }
        catch (SchedulerException failure)
        {
            // The schedule fires the same job within half a minute; a database that is away must not end the watch.
            NotTriggered(logger, failure.Message);
        }
    }

    private void Tell(WatchState state, string? cause)
    {
        switch (state)
        {
            case WatchState.Watching: Watching(logger); break;
            case WatchState.NotOffered: NotOffered(logger); break;
            case WatchState.Lost: Lost(logger, cause ?? ""); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "the mail server tells of new mail (IDLE)")]
    private static partial void Watching(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "the mail server does not offer IDLE: new mail is asked for every 30 seconds")]
    private static partial void NotOffered(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "new mail is read with the next firing: {Cause}")]
    private static partial void NotTriggered(ILogger logger, string cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "not told of new mail for the moment: {Cause}")]
    private static partial void Lost(ILogger logger, string cause);
}
