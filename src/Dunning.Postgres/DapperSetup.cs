using System.Data;
using System.Runtime.CompilerServices;
using Dapper;

namespace Dunning.Postgres;

/// <summary>Tells Dapper about snake_case columns and dates, once per process.</summary>
internal static class DapperSetup
{
    [ModuleInitializer]
    internal static void Configure()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
    }

    private sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;

        public override DateOnly Parse(object value) =>
            value is DateOnly day ? day : DateOnly.FromDateTime((DateTime)value);
    }
}
