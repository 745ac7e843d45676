using System.Text;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>The list of stopes to take away.</summary>
public sealed class StopeListFileController(StopeListQueries list) : Controller
{
    [HttpGet("/stopes/list.csv")]
    public async Task Csv(StopeListAddress address, CancellationToken cancellationToken)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"stopes.csv\"";
        await using StreamWriter writer = new(Response.Body, new UTF8Encoding(false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        await writer.WriteLineAsync(StopeListCsv.Header);
        await foreach (StopeRow row in list.AllAsync(address.ToFilter()).WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(StopeListCsv.Line(row));
        }
    }
}
