namespace AzuSena.Api.Tests.Support;

/// <summary>Twenty different questions that the corpus answers.</summary>
internal static class SampleQuestions
{
    public static readonly string[] All =
    [
        "¿Qué es el SENA?",
        "¿Qué es el contrato de aprendizaje?",
        "¿Qué es la etapa productiva?",
        "¿Qué es la etapa lectiva?",
        "¿Qué es el Fondo Emprender?",
        "¿Quién puede acceder al Fondo Emprender?",
        "¿Cuáles son los deberes del aprendiz?",
        "¿Cuáles son los derechos del aprendiz?",
        "¿Cómo me inscribo en el SENA?",
        "¿Qué es la cuota de aprendices?",
        "¿Qué es la monetización de la cuota de aprendices?",
        "¿Qué es la Agencia Pública de Empleo?",
        "¿Qué son las mesas sectoriales?",
        "¿Qué es SENNOVA?",
        "¿Qué es la formación complementaria?",
        "¿Qué es un programa de tecnólogo?",
        "¿Cuáles son los símbolos del SENA?",
        "¿Qué apoyos de sostenimiento hay?",
        "¿Qué hace el comité de evaluación y seguimiento?",
        "¿Qué es la certificación de competencias laborales?",
    ];
}
