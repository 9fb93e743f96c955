using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AzuSena.Testing;

/// <summary>
/// A real nginx on this machine before a server, with a location as an operator writes it and everything else at nginx's own defaults (so replies are
/// buffered, and the server is spoken to in HTTP/1.0 unless the location says otherwise).
/// </summary>
public sealed class Nginx : IAsyncDisposable
{
    /// <summary>What an operator writes who has read nothing: only where the server is.</summary>
    public const string Bare = "";

    private const int Attempts = 20;
    private const string Program = "/usr/sbin/nginx";

    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private Nginx(TemporaryFolder folder, Process process, int port)
    {
        _folder = folder;
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>Why tests cannot have it; null where they can.</summary>
    public static string? WhyMissing => File.Exists(Program) ? null : "nginx is not installed: apt-get install nginx-light";

    /// <summary>What docs/operations.md tells an operator to write in the location, which is what the tests run with.</summary>
    public static string Documented => Block(0);

    /// <summary>The same for an nginx that stands behind another proxy.</summary>
    public static string DocumentedBehindAnother => Block(1);

    /// <summary>Where clients come in.</summary>
    public Uri Address { get; }

    /// <summary>Starts it before a server.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="location">Lines of the location beside <c>proxy_pass</c>: <see cref="Bare"/> or <see cref="Documented"/>.</param>
    public static async Task<Nginx> StartAsync(Uri server, string location = Bare)
    {
        for (var attempt = 1; ; attempt++)
        {
            var folder = new TemporaryFolder();
            var port = FreePort();
            folder.Write("nginx.conf", Configuration(folder.Path, port, server, location));
            var process = Process.Start(
                new ProcessStartInfo(Program, ["-p", folder.Path, "-c", folder.Combine("nginx.conf"), "-e", folder.Combine("error.log")])
                {
                    UseShellExecute = false,
                    RedirectStandardError = true
                })!;
            if (await ListensAsync(process, port))
            {
                return new Nginx(folder, process, port);
            }

            // Somebody else took the port in between.
            var said = await process.StandardError.ReadToEndAsync();
            process.Dispose();
            folder.Dispose();
            if (attempt == Attempts)
            {
                throw new InvalidOperationException(said);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    // The http block of Debian's nginx.conf, without the places that only root may write to. One process, in the foreground, is ours to end.
    private static string Configuration(string folder, int port, Uri server, string location) => string.Create(CultureInfo.InvariantCulture, $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        events { worker_connections 768; }
        http {
            sendfile on;
            tcp_nopush on;
            types_hash_max_size 2048;
            default_type application/octet-stream;
            gzip on;
            access_log off;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            server {
                listen 127.0.0.1:{{port}};
                location / {
                    proxy_pass {{server.GetLeftPart(UriPartial.Authority)}};
                    {{location}}
                }
            }
        }
        """);

    private static string Block(int number)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        var block = page.Split("```nginx\n")[number + 1];
        var lines = block[..block.IndexOf("\n```", StringComparison.Ordinal)].Split('\n');
        return string.Join('\n', lines.Where(line => line.TrimStart().StartsWith("proxy_", StringComparison.Ordinal) && !line.Contains("proxy_pass ")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> ListensAsync(Process process, int port)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!process.HasExited)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return !process.HasExited;
            }
            catch (SocketException)
            {
                await pause.WaitForNextTickAsync();
            }
        }

        return false;
    }
}
