using System.Text.Encodings.Web;
using DeepmineSentinel.Web.Languages;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Problems;

/// <summary>A page that needs nothing but the style sheet, so that it can still be shown when views cannot.</summary>
internal static class ErrorPage
{
    public static string Html(ProblemDetails problem, string traceId) =>
        $"""
            <!doctype html>
            <html lang="{Language.Shown.Tag}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Encode(problem.Title)} - DeepmineSentinel</title>
              <link rel="stylesheet" href="/lib/bootstrap/bootstrap.min.css">
              <script src="/js/theme.js"></script>
              <link rel="stylesheet" href="/css/tokens.css">
              <link rel="stylesheet" href="/css/site.css">
            </head>
            <body>
              <header class="bar"><div class="frame"><a class="brand" href="/">DeepmineSentinel</a></div></header>
              <main class="frame">
                <h1 class="mt-4">{Encode(problem.Title)}</h1>
                <p>{Encode(problem.Detail)}</p>
                <p class="soft small">Status {problem.Status}, trace id <code>{Encode(traceId)}</code></p>
                <p><a href="/">To the dashboard</a></p>
              </main>
            </body>
            </html>
            """;

    private static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
