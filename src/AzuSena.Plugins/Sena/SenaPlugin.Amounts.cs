using System.ComponentModel;
using System.Globalization;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Sena;

/// <content>What follows by arithmetic.</content>
public sealed partial class SenaPlugin
{
    private const string YearInput = "El año, por ejemplo 2026. Sin él, el año actual.";
    private const int MaxWorkers = 1_000_000;
    private const decimal MonetizationWages = 1.5m;
    private const decimal LectureShare = 0.75m;
    private const decimal FormerLectureShare = 0.5m;

    // Ley 2466 de 2025 is in force since 25 June 2025.
    private const int YearOfReform = 2025;

    /// <summary>The number of apprentices that a company must have.</summary>
    [KernelFunction("apprentice_quota")]
    [Offered]
    [RestsOn("Ley 789 de 2002, artículos 32 y 33")]
    [AnswersQuestion(
        "¿Cuántos aprendices "
        + "(debe|debo|debemos|tiene|tengo|tenemos|toca|tocan|corresponde|corresponden|necesita|necesito|exigen|obligan|contrata) "
        + "[tener|contratar|vincular|que] [obligatoriamente|obligado|obligación|cuota] [SENA|ley|nuestra|mi] [una|la] "
        + "[empresa|compañía|negocio|fábrica|sociedad] [privada] [con|de|si|tiene|tengo|somos] {workers:numero} "
        + "(trabajadores|empleados|personas|operarios)?")]
    [AnswersQuestion(
        "¿(Cuál|Qué) es la cuota [de|del] aprendices [SENA|aprendizaje] [para|de] [una] [empresa|compañía] [con|de|que tiene] "
        + "{workers:numero} (trabajadores|empleados|personas)?")]
    [AnswersQuestion(
        "¿[Una|la|mi] [empresa|compañía] [con|de|que tiene|tengo] {workers:numero} (trabajadores|empleados|personas) [está|esta] "
        + "[obligada|obligado|obligan] [a] [contratar|tener] aprendices?")]
    [Asks("workers", "¿Cuántos trabajadores tiene la empresa?")]
    [Description("Calcula cuántos aprendices debe tener una empresa según su número de trabajadores.")]
    public static string ApprenticeQuota([Description("Cuántos trabajadores tiene la empresa.")] int workers)
    {
        if (workers is < 1 or > MaxWorkers)
        {
            return SenaTexts.Format("WorkersOutOfRange", Number(MaxWorkers));
        }

        var quota = Sena.ApprenticeQuota.Of(workers);
        return quota == 0
            ? SenaTexts.Format("QuotaNone", Number(workers), Sena.ApprenticeQuota.FirstObliged)
            : SenaTexts.Format(quota == 1 ? "QuotaOne" : "Quota", Number(workers), Number(quota));
    }

    /// <summary>What a company pays a month for the apprentices that it does not hire.</summary>
    [KernelFunction("monetization")]
    [Offered]
    [RestsOn("Ley 2466 de 2025, artículo 23; decreto del salario mínimo de cada año")]
    [AnswersQuestion(
        "¿Cuánto (cuesta|vale|paga|pago|pagamos|toca|debo|debe|cobran|sale) [pagar] [al] [SENA] [mes|mensual|mensualmente|pesos] "
        + "[por] [la|una] [empresa|compañía] (monetización|monetizar) [cuota|valor] [aprendices|aprendiz|aprendizaje] [en] {year:año}?")]
    [AnswersQuestion(
        "¿Cuánto (cuesta|vale|paga|pago|pagamos|toca|debo|debe|sale) [pagar] [al] [SENA] [mes|mensual|mensualmente|pesos] [la|una] "
        + "[empresa|compañía] (monetización|monetizar) [cuota] [de|por] {apprentices:numero} aprendices [este] [año|actualmente]?")]
    [AnswersQuestion(
        "¿Cuánto (cuesta|vale|paga|pago|pagamos|toca|debo|debe|sale) [pagar] [al] [SENA] [mes|mensual|mensualmente|pesos] [la|una] "
        + "[empresa|compañía] (monetización|monetizar) [cuota] [de|por] {apprentices:numero} aprendices {year:año}?")]
    [AnswersQuestion("¿(Cuál|Qué) [es] [el] valor [mensual] [pesos] [de] [la] monetización [cuota] [aprendices|aprendiz] [en] {year:año}?")]
    [Description("Calcula en pesos cuánto paga al mes una empresa al SENA por los aprendices que no contrata.")]
    public string Monetization(
        [Description("Cuántos aprendices deja de contratar; sin él, uno.")] int apprentices = 1,
        [Description(YearInput)] int? year = null)
    {
        var asked = year ?? clock.Today.Year;
        return apprentices is < 1 or > MaxWorkers ? SenaTexts.Format("ApprenticesOutOfRange", Number(MaxWorkers))
            : asked < YearOfReform ? SenaTexts.Format("MonetizationBefore", asked)
            : Told(constants.MinimumWage, "MinimumWageUnknown", asked, wage => SenaTexts.Format(
                apprentices == 1 ? "MonetizationOne" : "Monetization",
                asked,
                Pesos.Of(MonetizationWages * wage.Value * apprentices),
                Number(apprentices),
                Pesos.Of(wage.Value),
                wage.Source) + (asked == YearOfReform ? " " + SenaTexts.Format("SinceReform") : ""));
    }

    /// <summary>What an apprentice with a contract is paid a month.</summary>
    [KernelFunction("sustenance")]
    [Offered]
    [RestsOn("Ley 2466 de 2025, artículo 21; decreto del salario mínimo de cada año")]
    [AnswersQuestion(
        "¿Cuánto (gana|ganaba|ganan|recibe|recibía|reciben|pagan|pagaban|paga|deben pagar) [SENA|mensual|mes|pesos|plata] [a] [un] "
        + "(aprendiz|aprendices) [con] [contrato] [de] [aprendizaje|aprendiz] [durante] [etapa|fase] "
        + "{stage:opcion(lectiva|productiva|práctica)} [con|salario|mínimo|según|etapa] {year:año}?")]
    [AnswersQuestion(
        "¿Cuánto (gana|ganaba|ganan|recibe|recibía|reciben|pagan|pagaban|paga|deben pagar) [SENA|mensual|mes|pesos|plata] [a] [un] "
        + "(aprendiz|aprendices) [con] [contrato] [de] [aprendizaje|aprendiz] [durante] [etapa|fase] "
        + "{stage:opcion(lectiva|productiva|práctica)} [con|salario|mínimo|según|etapa] [este] [año|actualmente|hoy]?")]
    [AnswersQuestion(
        "¿(Cuánto|Cuál) [gana|recibe|pagan|paga|es|vale|deben pagar] [SENA|mensual|mes|pesos|plata] [a] [un] [el] [aprendiz|aprendices] "
        + "apoyo [de] sostenimiento [con] [contrato] [de] [aprendizaje|aprendiz] [durante] [etapa|fase] "
        + "{stage:opcion(lectiva|productiva|práctica)} [con|salario|mínimo|según|etapa] {year:año}?")]
    [AnswersQuestion(
        "¿(Cuánto|Cuál) [gana|recibe|pagan|paga|es|vale|deben pagar] [SENA|mensual|mes|pesos|plata] [a] [un] [el] [aprendiz|aprendices] "
        + "apoyo [de] sostenimiento [con] [contrato] [de] [aprendizaje|aprendiz] [durante] [etapa|fase] "
        + "{stage:opcion(lectiva|productiva|práctica)} [con|salario|mínimo|según|etapa] [este] [año|actualmente|hoy]?")]
    [Description("Dice en pesos cuánto recibe al mes un aprendiz con contrato en una etapa y un año.")]
    public string Sustenance(
        [Description("La etapa: lectiva o productiva.")] string stage,
        [Description(YearInput)] int? year = null)
    {
        var asked = year ?? clock.Today.Year;
        var isLecture = stage.Trim().StartsWith("lec", StringComparison.OrdinalIgnoreCase);
        if (!isLecture && asked < YearOfReform)
        {
            return SenaTexts.Format("SustenanceBefore", asked);
        }

        var share = !isLecture ? 1 : asked < YearOfReform ? FormerLectureShare : LectureShare;
        return Told(constants.MinimumWage, "MinimumWageUnknown", asked, wage => SenaTexts.Format(
            "Sustenance",
            isLecture ? "lectiva" : "productiva",
            asked,
            Pesos.Of(share * wage.Value),
            share.ToString("0 %", PercentForm),
            Pesos.Of(wage.Value),
            wage.Source) + (asked == YearOfReform ? " " + SenaTexts.Format("SinceReform") : ""));
    }

    /// <summary>The minimum wage of a year.</summary>
    [KernelFunction("minimum_wage")]
    [Offered]
    [AnswersQuestion("¿(Cuál|Qué) (es|fue|era|será) [el] [valor] [del] salario mínimo [legal|mensual|vigente|Colombia|mensuales] {year:año}?")]
    [AnswersQuestion(
        "¿(Cuánto|En cuánto) (es|fue|era|vale|valía|quedó|está|estaba|quedaba|queda) [el] [salario] mínimo "
        + "[legal|mensual|vigente|Colombia] {year:año}?")]
    [AnswersQuestion("¿(Cuál|Cuánto|Qué) (es|vale|está) [el] [valor] [del] salario mínimo [legal|mensual|vigente|Colombia] [actual|hoy|este] [año]?")]
    [AnswersQuestion("¿De cuánto (es|fue|era) [el] salario mínimo [legal|mensual|vigente|Colombia] {year:año}?")]
    [AnswersQuestion("¿De cuánto es [el] salario mínimo [legal|mensual|vigente|Colombia] [actual|hoy|este] [año]?")]
    [Description("Dice el salario mínimo mensual de Colombia en un año.")]
    public string MinimumWage([Description(YearInput)] int? year = null)
    {
        var asked = year ?? clock.Today.Year;
        return Told(constants.MinimumWage, "MinimumWageUnknown", asked, wage =>
            $"{SenaTexts.Format("MinimumWage", asked, Pesos.Of(wage.Value), wage.Source)} {wage.Note}".TrimEnd());
    }

    /// <summary>The transport allowance of a year.</summary>
    [KernelFunction("transport_allowance")]
    [Offered]
    [AnswersQuestion(
        "¿(Cuál|Cuánto|Qué) (es|fue|era|vale|valía|quedó|está) [el] [valor] [del] (auxilio|subsidio) [de] transporte "
        + "[legal|mensual|vigente|Colombia] {year:año}?")]
    [AnswersQuestion(
        "¿(Cuál|Cuánto|Qué) (es|vale|está) [el] [valor] [del] (auxilio|subsidio) [de] transporte [legal|mensual|vigente|Colombia] "
        + "[actual|hoy|este] [año]?")]
    [AnswersQuestion("¿De cuánto (es|fue|era) [el] (auxilio|subsidio) [de] transporte [legal|mensual|vigente|Colombia] {year:año}?")]
    [Description("Dice el auxilio de transporte mensual de Colombia en un año.")]
    public string TransportAllowance([Description(YearInput)] int? year = null)
    {
        var asked = year ?? clock.Today.Year;
        return Told(constants.TransportAllowance, "TransportAllowanceUnknown", asked, amount =>
            $"{SenaTexts.Format("TransportAllowance", asked, Pesos.Of(amount.Value), amount.Source)} {amount.Note}".TrimEnd());
    }

    /// <summary>What a level of training takes.</summary>
    [KernelFunction("training_level")]
    [Offered]
    [Description("Dice qué exige y cuánto dura un nivel de formación titulada del SENA.")]
    public string TrainingLevel([Description("El nivel: operario, auxiliar, técnico, profundización técnica o tecnólogo.")] string level) =>
        _facts.TrainingLevels.FirstOrDefault(known => Spanish.SpanishAnalyzer.Fold(known.Name) == Spanish.SpanishAnalyzer.Fold(level.Trim())) is { } found
            ? $"{string.Join(' ', found.Facts)} ({found.Source})"
            : SenaTexts.Format("LevelUnknown", string.Join(", ", _facts.TrainingLevels.Select(known => known.Name)));

    private static readonly NumberFormatInfo PercentForm = new() { PercentSymbol = "%", PercentPositivePattern = 0 };
    private static readonly NumberFormatInfo NumberForm = new() { NumberGroupSeparator = "." };

    private static string Number(int number) => number.ToString("#,##0", NumberForm);

    // A year without an amount is said to be unknown, never estimated.
    private static string Told(IReadOnlyList<YearlyAmount> amounts, string unknown, int year, Func<YearlyAmount, string> tell) =>
        amounts.FirstOrDefault(amount => amount.Year == year) is { } found
            ? tell(found)
            : SenaTexts.Format(unknown, year, amounts.Min(amount => amount.Year), amounts.Max(amount => amount.Year));
}
