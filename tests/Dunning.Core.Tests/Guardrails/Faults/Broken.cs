using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Core.Tests.Guardrails.Faults;

/// <summary>Copies of a record in which one part, at any depth, is null or a label nobody defined; found by reflection, so a new part is covered.</summary>
internal static class Broken
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    internal static IEnumerable<(string Path, T Copy)> Nulls<T>(T whole) where T : class =>
        Walk(whole, "").Where(static at => at.Kind == "null").Select(static at => (at.Path, (T)at.Copy));

    internal static IEnumerable<(string Path, T Copy)> Labels<T>(T whole) where T : class =>
        Walk(whole, "").Where(static at => at.Kind == "label").Select(static at => (at.Path, (T)at.Copy));

    private static IEnumerable<(string Kind, string Path, object Copy)> Walk(object whole, string path)
    {
        foreach (var property in whole.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static each => each.CanWrite))
        {
            var (value, at) = (property.GetValue(whole), path.Length == 0 ? property.Name : $"{path}.{property.Name}");
            var label = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (label.IsEnum)
            {
                foreach (var number in (int[])[99, -1, int.MinValue]) yield return ("label", $"{at} {number}", With(whole, property, Enum.ToObject(label, number)));
            }

            if (property.PropertyType.IsValueType) continue;
            // What may be null is a fault only where a rule needs it: the parts of the state, but for an approval nobody gave.
            if (Nullability.Create(property).ReadState == NullabilityState.NotNull || (whole is SendFacts && property.Name != nameof(SendFacts.Approval)))
                yield return ("null", at, With(whole, property, null));
            if (value is null) continue;
            foreach (var (kind, inner, copy) in Inside(value, at)) yield return (kind, inner, With(whole, property, copy));
        }
    }

    private static IEnumerable<(string Kind, string Path, object Copy)> Inside(object value, string path)
    {
        if (value is IList { Count: > 0 } list && value.GetType().GetInterfaces().Append(value.GetType()).First(static each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } sequence)
        {
            var item = sequence.GenericTypeArguments[0];
            if (!item.IsValueType) yield return ("null", $"{path}[0]", Listed(list, item, null));
            if (IsRecord(item)) foreach (var (kind, inner, copy) in Walk(list[0]!, $"{path}[0]")) yield return (kind, inner, Listed(list, item, copy));
        }
        else if (IsRecord(value.GetType()))
        {
            foreach (var each in Walk(value, path)) yield return each;
        }
    }

    private static bool IsRecord(Type type) => !type.IsValueType && (type.Assembly == typeof(Draft).Assembly || type.Assembly == typeof(FactSet).Assembly);

    private static Array Listed(IList list, Type item, object? first)
    {
        var copy = Array.CreateInstance(item, list.Count);
        list.CopyTo(copy, 0);
        copy.SetValue(first, 0);
        return copy;
    }

    private static object With(object whole, PropertyInfo property, object? value)
    {
        var copy = Clone.Invoke(RuntimeHelpers.GetObjectValue(whole), null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
