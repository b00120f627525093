namespace Dunning.Connectors.Files;

/// <summary>What a ledger row can say. Mapping files use the snake_case names.</summary>
public enum Field
{
    Number, Kind, Customer, CustomerName, Contact, Email, Language, Country, TimeZone, DebtorKind, Segment, Exclusion, Parent,
    Issued, Due, Currency, Amount, Open, Paid, PaidOn, Status, Level, LastContact, Reference,
    CollectOn, ValueDate, Text, Payer, PayerAccount,
}
