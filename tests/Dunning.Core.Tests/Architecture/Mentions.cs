using System.Reflection;
using System.Reflection.Emit;

namespace Dunning.Core.Tests.Architecture;

/// <summary>The types a type mentions in its members and method bodies.</summary>
internal static class Mentions
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        foreach (var field in type.GetFields(All)) Add(field.FieldType, found);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType, found);
            if (method is MethodInfo { ReturnType: var result }) Add(result, found);
            Body(method, found);
        }

        return found;
    }

    private static void Body(MethodBase method, HashSet<Type> found)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code) return;
        foreach (var local in body.LocalVariables) Add(local.LocalType, found);
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                Token(method, BitConverter.ToInt32(code, at), found);
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static void Token(MethodBase method, int token, HashSet<Type> found)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        switch (method.Module.ResolveMember(token, ofType, ofMethod))
        {
            case Type type: Add(type, found); break;
            case { DeclaringType: { } owner }: Add(owner, found); break;
        }
    }

    private static void Add(Type type, HashSet<Type> found)
    {
        if (type.HasElementType) Add(type.GetElementType()!, found);
        if (!found.Add(type) || !type.IsGenericType) return;
        foreach (var argument in type.GetGenericArguments()) Add(argument, found);
    }
}
