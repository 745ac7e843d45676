using Microsoft.Extensions.FileProviders;

namespace DeepmineSentinel.Web.Services.Help;

internal static class HelpRegistration
{
    public static IServiceCollection AddHelp(this IServiceCollection services) => services.AddSingleton<HelpShelf>();

    /// <summary>Pictures of help as files of the site, out of the program.</summary>
    public static IApplicationBuilder UseHelpPictures(this IApplicationBuilder app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/help/pictures",
                FileProvider = new EmbeddedFileProvider(typeof(HelpShelf).Assembly, HelpShelf.PictureSpace),
            }
        );
}
