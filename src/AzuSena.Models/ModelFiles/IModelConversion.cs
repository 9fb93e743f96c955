namespace AzuSena.Models.ModelFiles;

/// <summary>Makes a model's file of another model's folder; the catalogue names it as <see cref="CatalogueBase.Conversion"/>.</summary>
public interface IModelConversion
{
    /// <summary>Its name in the catalogue.</summary>
    string Name { get; }

    /// <summary>Converts a model; the same folder gives the same bytes on every machine.</summary>
    /// <param name="folder">The other model's folder.</param>
    /// <param name="target">Receives the file.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ModelException">The folder does not hold such a model; the message says why.</exception>
    void Convert(string folder, Stream target, CancellationToken cancellationToken);
}
