using AzuSena.Errors;
using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Errors;

/// <summary>Has a request's error messages made in English if its <c>Accept-Language</c> prefers it to Spanish; answers follow the question instead.</summary>
internal sealed class RequestLanguage(RequestDelegate next)
{
    private const string English = "en";
    private const string Spanish = "es";

    public Task InvokeAsync(HttpContext context)
    {
        MessageLanguage.IsEnglish = PrefersEnglish(context.Request.Headers.AcceptLanguage.ToString());
        return next(context);
    }

    private static bool PrefersEnglish(string accepted) =>
        accepted.Contains(English, StringComparison.OrdinalIgnoreCase)
        && StringWithQualityHeaderValue.TryParseList([accepted], out var languages)
        && QualityOf(languages, English) > QualityOf(languages, Spanish);

    private static double QualityOf(IList<StringWithQualityHeaderValue> languages, string language) => languages
        .Where(accepted => accepted.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
            || accepted.Value.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase))
        .Select(accepted => accepted.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
