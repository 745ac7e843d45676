using DeepmineSentinel.Web.Api;
using DeepmineSentinel.Web.Jobs;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Help;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Zones;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Composition;

/// <summary>What only the site has: pages, jobs, the request pipeline.</summary>
internal static class SentinelSite
{
    private const int LongestRequestLine = 32 * 1024;

    public static void AddSentinelSite(this WebApplicationBuilder builder)
    {
        builder.UseDefaultAddress();
        new StartSignal().AddTo(builder);
        IServiceCollection services = builder.Services;
        services.AddSentinelServices(builder.Configuration, builder.Environment.ContentRootPath);
        services.AddPageQueries();
        services.AddHelp();
        services.AddApi();
        services
            .AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()))
            .AddFormTexts();
        services.AddAntiforgery(options =>
        {
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.HeaderName = "X-CSRF-TOKEN";
        });
        services.AddSingleton<PageTexts>();
        services.AddResponseCompression();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddProblemDetails();
        services.AddHostedService<TrainingJob>();
        services.AddHostedService<PredictionJob>();
        services.AddHostedService<PredictionBatchJob>();
        services.AddHostedService<ImportUndoJob>();
        services.AddHostedService<AlertJob>();
        services.AddHostedService<AlertDeliveryJob>();
        services.AddHostedService<RegistryWatchJob>();
        services.AddHostedService<RetentionJob>();
        CapUploads(services);
    }

    public static void UseSentinelSite(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartSignal>().Set);
        app.UseSecurityHeaders();
        // Before the handler of failures, whose pages are in the reader's language too.
        app.UseLanguages();
        app.UseZones();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => ProblemWriter.WriteStatusAsync(context.HttpContext));
        app.UseApiGuard();
        app.UseStaticFiles();
        app.UseHelpPictures();
        app.UseRouting();
        app.MapHealth();
        app.MapApi();
        app.MapOpenApi();
        app.MapControllers();
        app.MapDefaultControllerRoute();
    }

    private static void CapUploads(IServiceCollection services)
    {
        services
            .AddOptions<FormOptions>()
            .Configure<IOptions<SiteOptions>>(
                (form, site) => form.MultipartBodyLengthLimit = site.Value.UploadLimitBytes
            );
        services
            .AddOptions<KestrelServerOptions>()
            .Configure<IOptions<SiteOptions>>(
                (kestrel, site) =>
                {
                    kestrel.Limits.MaxRequestBodySize = site.Value.UploadLimitBytes;
                    // Room for an absurd run id to be refused in words rather than by a closed connection.
                    kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
                }
            );
    }
}
