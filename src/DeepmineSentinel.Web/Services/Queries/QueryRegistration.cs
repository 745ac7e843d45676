using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Stopes;

namespace DeepmineSentinel.Web.Services.Queries;

internal static class QueryRegistration
{
    /// <summary>What pages read from the database.</summary>
    public static IServiceCollection AddPageQueries(this IServiceCollection services) =>
        services
            .AddScoped<DashboardQueries>()
            .AddScoped<AlertQueries>()
            .AddScoped<PredictionBatchQueries>()
            .AddScoped<StopeListQueries>()
            .AddScoped<StopeQueries>()
            .AddScoped<StopeRecords>()
            .AddScoped<SeriesMarks>()
            .AddScoped<SeriesAlertMarks>()
            .AddScoped<SeriesQueries>()
            .AddScoped<TrainingQueries>()
            .AddScoped<TrainingPages>()
            .AddScoped<ModelRecord>()
            .AddScoped<ModelPages>()
            .AddScoped<PageParts>()
            .AddScoped<StoredCards>()
            .AddScoped<StopeDetailPage>()
            .AddScoped<ReadingEntry>()
            .AddScoped<OutcomeEntry>()
            .AddScoped<MineService>()
            .AddScoped<AuditTrail>()
            .AddScoped<NoteService>()
            .AddScoped<HistoryQueries>()
            .AddScoped<StopeService>()
            .AddScoped<ReadingExport>()
            .AddScoped<ReadingService>()
            .AddScoped<FeedbackService>()
            .AddScoped<OutcomeReviewService>();
}
