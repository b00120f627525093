using System.Reflection;
using Dunning.Core;
using Dunning.Core.Correspondence.Layout;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Dunning.Connectors.Files;

/// <summary>Reads mappings: presets that come with the product, or a YAML file of the installation.</summary>
public static class MappingFiles
{
    private const string Prefix = "preset.";

    /// <summary>Names of the presets.</summary>
    public static IReadOnlyList<string> Presets { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..])).Order(StringComparer.Ordinal)];

    /// <summary>Loads a preset by name, or the mapping file at this path.</summary>
    /// <exception cref="LedgerFileException">It does not exist or is not valid.</exception>
    public static LedgerMapping Load(string presetOrPath)
    {
        if (Presets.Contains(presetOrPath)) return Parse(Preset(presetOrPath), presetOrPath);
        if (!System.IO.File.Exists(presetOrPath))
            throw new LedgerFileException($"No mapping '{presetOrPath}': it is neither a file nor a preset ({string.Join(", ", Presets)}).");
        return Parse(System.IO.File.ReadAllText(presetOrPath), presetOrPath);
    }

    /// <summary>Parses and checks a mapping.</summary>
    /// <exception cref="LedgerFileException">The text is not a valid mapping; the message names line and cause.</exception>
    public static LedgerMapping Parse(string yaml, string name)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        LedgerMapping mapping;
        try
        {
            mapping = reader.Deserialize<LedgerMapping>(yaml) ?? throw new LedgerFileException($"{name}: the mapping is empty.");
        }
        catch (YamlException broken)
        {
            throw new LedgerFileException($"{name}, line {broken.Start.Line}: {broken.InnerException?.Message ?? broken.Message}", broken);
        }

        if (Problems(mapping).FirstOrDefault() is { } problem) throw new LedgerFileException($"{name}: {problem}");
        return mapping;
    }

    private static string Preset(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.yaml")!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Problems(LedgerMapping mapping)
    {
        var entity = mapping.Entity;
        foreach (var (field, value) in new[]
        {
            ("id", entity.Id), ("name", entity.Name), ("country", entity.Country), ("time_zone", entity.TimeZone),
            ("currency", entity.Currency), ("from_address", entity.FromAddress), ("reply_to", entity.ReplyTo),
        })
        {
            if (string.IsNullOrWhiteSpace(value)) yield return $"entity.{field} is missing.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(entity.TimeZone, out _)) yield return $"entity.time_zone '{entity.TimeZone}' is not a known IANA zone.";
        if (!Wording.IsCurrency(entity.Currency)) yield return $"entity.currency '{entity.Currency}' is not three capital letters.";
        if (Brand.AccentProblem(entity.AccentColour) is { } accent) yield return $"entity.accent_colour: {accent}";
        if (Brand.FooterProblem(entity.Footer) is { } footer) yield return $"entity.footer: {footer}";
        foreach (var name in mapping.Columns.Keys.Concat(mapping.Defaults.Keys).Concat(mapping.Values.Keys))
        {
            if (!Wire.TryParse<Field>(name, out _)) yield return $"'{name}' is not a field; fields are {string.Join(", ", Enum.GetValues<Field>().Select(Wire.Name))}.";
        }

        foreach (var problem in mapping.Payments ? PaymentColumns(mapping) : InvoiceColumns(mapping)) yield return problem;
        if (mapping.File.Decimal.Length != 1) yield return "file.decimal is not one character.";
        if (mapping.File.Thousands.Length > 1 || mapping.File.Thousands == mapping.File.Decimal) yield return "file.thousands is not one character other than file.decimal.";
        if (mapping.File.Dates.Count == 0) yield return "file.dates is empty.";
    }

    private static IEnumerable<string> PaymentColumns(LedgerMapping mapping)
    {
        if (!Has(mapping, Field.Amount)) yield return "columns.amount is missing.";
        if (!Has(mapping, Field.ValueDate)) yield return "columns.value_date is missing: every payment needs its day.";
    }

    private static IEnumerable<string> InvoiceColumns(LedgerMapping mapping)
    {
        if (!Has(mapping, Field.Customer)) yield return "columns.customer is missing: every row needs its customer number.";
        if (!Has(mapping, Field.Amount)) yield return "columns.amount is missing.";
        if (!Has(mapping, Field.Number) && !mapping.KeyIsRow) yield return "columns.number is missing; for a file without invoice numbers set key: [row].";
        if (!Has(mapping, Field.Due) && mapping.Instalments.Count == 0 && mapping.TermsDays is null)
            yield return "columns.due is missing, and there are neither instalments nor terms_days.";
    }

    private static bool Has(LedgerMapping mapping, Field field) => mapping.Columns.ContainsKey(Wire.Name(field));
}
