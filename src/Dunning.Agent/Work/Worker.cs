using Dunning.Connectors.Mail;
using Quartz;

namespace Dunning.Agent.Work;

/// <summary>
/// The long-running worker: Quartz, clustered on PostgreSQL, fires each hop once however many agents run. Its tables
/// live in their own schema.
/// </summary>
public static partial class Worker
{
    private static readonly (string Hop, string Cron)[] Schedule =
    [
        ("receive", "0/30 * * * * ?"), ("read", "5/30 * * * * ?"), ("requests", "0/10 * * * * ?"), ("approvals", "2/10 * * * * ?"), ("send", "6/10 * * * * ?"),
        ("draft", "10/30 * * * * ?"), ("escalate", "40 2/10 * * * ?"), ("cycle", "0 5 * * * ?"), ("seal", "20 * * * * ?"), ("timing", "0 40 3 * * ?"), ("learn", "0 10 4 * * ?"),
        ("sent", "15/30 * * * * ?"), ("backfill", "25 * * * * ?"), ("history", "20/30 * * * * ?"), ("embed", "50 * * * * ?"),
    ];

    /// <summary>Runs until the process is asked to stop.</summary>
    public static async Task<int> RunAsync(Round round, MailboxWatch watch, Settings settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(options => options.SingleLine = true)
            .AddFilter("Quartz", LogLevel.Warning);
        builder.Services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        builder.Services.AddSingleton(round);
        builder.Services.AddSingleton<ShutMailboxes>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(settings.Database + ";Search Path=quartz");
                store.UseSystemTextJsonSerializer();
                store.UseClustering();
                store.ProvisionSchema();
            });
            foreach (var (hop, cron) in Schedule)
            {
                quartz.ScheduleJob<HopJob>(
                    trigger => trigger.WithIdentity(hop).WithCronSchedule(cron, schedule => schedule.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
                    job => job.WithIdentity(hop).UsingJobData("hop", hop));
            }
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        builder.Services.AddSingleton(watch);
        builder.Services.AddHostedService<InboxWatch>();
        await builder.Build().RunAsync(cancellationToken);
        return 0;
    }

    /// <summary>Runs one hop; never two of the same hop at once in the cluster.</summary>
    [DisallowConcurrentExecution]
    internal sealed partial class HopJob(Round round, ShutMailboxes shut, ILogger<HopJob> logger) : IJob
    {
        /// <inheritdoc/>
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var hop = context.MergedJobDataMap.GetString("hop")!;
            // The next firing tries again; the failure must not unschedule the job.
            try
            {
                await round.RunAsync(hop, cancellationToken);
                if (shut.Reopened(hop)) WorksAgain(logger, hop);
                // What has arrived is read at once, not at the next firing.
                if (hop == "receive") await context.Scheduler.TriggerJob(new JobKey("read"), cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (shut.IsNews(hop, failure)) Failed(logger, hop, failure.GetType().Name, failure.Message);
            }
        }

        [LoggerMessage(Level = LogLevel.Error, Message = "{Hop} failed: {Kind}: {Reason}")]
        private static partial void Failed(ILogger logger, string hop, string kind, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Hop} works again")]
        private static partial void WorksAgain(ILogger logger, string hop);
    }
}
