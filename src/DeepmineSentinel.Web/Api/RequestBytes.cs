using System.Buffers;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api;

/// <summary>The body of a request, read whole and once, within the limit of its endpoint; it lives as long as the request.</summary>
internal sealed class RequestBytes : IDisposable
{
    private const int FirstRent = 16 * 1024;
    private byte[] buffer = [];
    private int length;

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <exception cref="RequestRefusedException">The body is too long.</exception>
    public static async Task<RequestBytes> OfAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<RequestBytes>() is { } known)
        {
            return known;
        }

        RequestBytes bytes = new();
        context.Response.RegisterForDispose(bytes);
        int limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? JsonBody.Longest;
        await bytes.ReadAsync(context.Request, limit, cancellationToken);
        context.Features.Set(bytes);
        return bytes;
    }

    public void Dispose()
    {
        byte[] rented = buffer;
        (buffer, length) = ([], 0);
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private async Task ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            throw TooLong(limit);
        }

        Grow((int)(request.ContentLength ?? FirstRent) + 1);
        while (await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and int read)
        {
            length += read;
            if (length > limit)
            {
                throw TooLong(limit);
            }

            if (length == buffer.Length)
            {
                Grow(2 * length);
            }
        }
    }

    private void Grow(int size)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        Memory.CopyTo(larger);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        buffer = larger;
    }

    private static RequestRefusedException TooLong(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "body_too_large", $"The body may be at most {limit} bytes.");
}
