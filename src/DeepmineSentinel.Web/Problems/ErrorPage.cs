using System.Text.Encodings.Web;
using DeepmineSentinel.Web.Languages;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Problems;

/// <summary>A page that needs nothing but the style sheet, so that it can still be shown when views cannot.</summary>
internal static class ErrorPage
{
    public static string Html(ProblemDetails problem, string traceId)
    {
        string title = Texts.Of(problem.Title ?? "");
        return $"""
            <!doctype html>
            <html lang="{Language.Shown.Tag}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Encode(title)} - DeepmineSentinel</title>
              <link rel="stylesheet" href="/lib/bootstrap/bootstrap.min.css">
              <script src="/js/theme.js"></script>
              <link rel="stylesheet" href="/css/tokens.css">
              <link rel="stylesheet" href="/css/site.css">
            </head>
            <body>
              <header class="bar"><div class="frame"><a class="brand" href="/">DeepmineSentinel</a></div></header>
              <main class="frame">
                <h1 class="mt-4">{Encode(title)}</h1>
                <p{Marked(problem.Detail)}>{Encode(Texts.Recognise(problem.Detail ?? "") ?? problem.Detail)}</p>
                <p class="soft small">{Encode(Texts.Of("Status {0}, trace id", problem.Status))} <code>{Encode(
                traceId
            )}</code></p>
                <p><a href="/">{Encode(Texts.Of("To the dashboard"))}</a></p>
              </main>
            </body>
            </html>
            """;
    }

    // A sentence whose template is not known stays English, and says so to screen readers.
    private static string Marked(string? detail) =>
        Language.Shown.IsEnglish || Texts.Recognise(detail ?? "") is not null ? "" : " lang=\"en\"";

    private static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
