using DeepmineSentinel.Data;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Alerts.Delivery;
using DeepmineSentinel.Web.Services.Artifacts;
using DeepmineSentinel.Web.Services.Cases;
using DeepmineSentinel.Web.Services.Comparison;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Drift;
using DeepmineSentinel.Web.Services.Evaluation;
using DeepmineSentinel.Web.Services.Followed;
using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Importing;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Predictions.Batches;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Search;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Composition;

/// <summary>What the site and every command have in common.</summary>
internal static class SentinelServices
{
    public static IServiceCollection AddSentinelServices(
        this IServiceCollection services,
        IConfiguration configuration,
        string contentRoot
    )
    {
        ProjectFolders folders = ProjectFolders.Find(contentRoot, configuration[$"{SiteOptions.Section}:Root"]);
        services.AddSingleton(folders);
        services.AddSentinelData(configuration, folders.Root);
        AddOptions<SiteOptions>(services, configuration, SiteOptions.Section);
        AddOptions<PredictionsOptions>(services, configuration, PredictionsOptions.Section);
        AddOptions<CaseHistoryOptions>(services, configuration, CaseHistoryOptions.Section);
        AddOptions<RetentionOptions>(services, configuration, RetentionOptions.Section);
        AddOptions<TrainingServiceOptions>(services, configuration, TrainingServiceOptions.Section);
        AddOptions<AlertsOptions>(services, configuration, AlertsOptions.Section);
        AddOptions<AlertDeliveryOptions>(services, configuration, AlertDeliveryOptions.Section);
        return services.AddBasics().AddTraining().AddPredictions().AddAlerts().AddArtifacts();
    }

    private static IServiceCollection AddBasics(this IServiceCollection services) =>
        services
            .AddSingleton<CaseHistorySource>()
            .AddSingleton<CaseEvaluationService>()
            .AddSingleton<CurrentOperator>()
            .AddSingleton<DataChanges>()
            .AddSingleton<DemoMineSeeder>()
            .AddSingleton<DemoMineSettings>()
            .AddSingleton<DriftService>()
            .AddSingleton<FollowUpService>()
            .AddSingleton<HealthService>()
            .AddSingleton<HealthComponentsReader>()
            .AddSingleton<ImportService>()
            .AddSingleton<ImportQueries>()
            .AddSingleton<ImportUndos>()
            .AddSingleton<UndoNotes>()
            .AddSingleton<UploadShelf>()
            .AddSingleton<StagedImports>()
            .AddSingleton<Preparation>();

    private static IServiceCollection AddTraining(this IServiceCollection services) =>
        services
            .AddSingleton<ModelRegistry>()
            .AddSingleton<RegistryRescan>()
            .AddSingleton<RegistryPulse>()
            .AddSingleton<ModelVerifier>()
            .AddSingleton<RegistryHealing>()
            .AddSingleton<ModelPointers>()
            .AddSingleton<HeldOutReader>()
            .AddSingleton<PromotionGate>()
            .AddSingleton<ModelPromoter>()
            .AddSingleton<TrainingCurve>()
            .AddSingleton<RunComparer>()
            .AddSingleton<TrainingFeed>()
            .AddSingleton<TrainingOptionsCheck>()
            .AddSingleton<TrainingIntake>()
            .AddSingleton<RunArtifacts>()
            .AddSingleton<TrainingRunRows>()
            .AddSingleton<RunStops>()
            .AddSingleton<TrainingService>()
            .AddSingleton<TrainingExecutor>()
            .AddSingleton<CaseRunExecutor>()
            .AddSingleton<RunExecution>()
            .AddSingleton<TrainingDataSource>()
            .AddSingleton<RunRequests>()
            .AddSingleton<RunResumption>()
            .AddSingleton<RunRevival>()
            .AddSingleton<RunRecorderFactory>()
            .AddSingleton<RunRegistrar>()
            .AddSingleton<SearchedRuns>()
            .AddSingleton<GridSearchService>()
            .AddSingleton<FoldEvaluationService>()
            .AddSingleton<FallbackTraining>();

    private static IServiceCollection AddPredictions(this IServiceCollection services) =>
        services
            .AddSingleton<ModelLoader>()
            .AddSingleton<ModelHost>()
            .AddSingleton<CaseModelHost>()
            .AddSingleton<SessionParts>()
            .AddSingleton<PredictionEngine>()
            .AddSingleton<StopeHistoryReader>()
            .AddSingleton<PredictionStore>()
            .AddSingleton<RunPredictions>()
            .AddSingleton<PredictionBatchIntake>()
            .AddSingleton<PredictionBatchRows>()
            .AddSingleton<PredictionBatchRunner>()
            .AddSingleton(provider => new PredictionBatchService(
                provider.GetRequiredService<PredictionBatchIntake>(),
                provider.GetRequiredService<PredictionBatchRows>(),
                provider.GetRequiredService<PredictionBatchRunner>()
            ))
            .AddSingleton<StatementRecords>()
            .AddSingleton<MLPredictionService>();

    private static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services
            .AddHttpClient(WebhookSender.ClientName)
            // The address may hold a secret: it is written into no log.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services
            .AddSingleton<AlertSignals>()
            .AddSingleton<AlertJudgement>()
            .AddSingleton<AlertEvidenceReader>()
            .AddSingleton<AlertEvaluator>()
            .AddSingleton<ResponsePlans>()
            .AddSingleton<ResponsePlanService>()
            .AddSingleton<AlertService>()
            .AddSingleton<AlertOutbox>()
            .AddSingleton<DeliverySignal>()
            .AddSingleton<WaitingDeliveries>()
            .AddSingleton<DeliveryTester>()
            .AddSingleton<EmailSender>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<DeliveryService>();
    }

    private static IServiceCollection AddArtifacts(this IServiceCollection services) =>
        services
            .AddSingleton<RunExport>()
            .AddSingleton<RunImport>()
            .AddSingleton<RunArchiving>()
            .AddSingleton<PruneService>()
            .AddSingleton<RowClearing>()
            .AddSingleton<DiskUsageService>();

    private static void AddOptions<TOptions>(IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class =>
        services
            .AddOptions<TOptions>()
            .Bind(configuration.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
}
